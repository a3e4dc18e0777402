#include "partedindexes.h"

#include "columnsync.h"

#include <model/plan/plain/ddl.h>

namespace lockstep::plan {

namespace {

QString indexSql(const schema::Fact &part)
{
    return schema::qualified(part.id.schema, indexNameOf(part));
}

} // namespace

schema::ObjectId tableOfPart(const schema::Fact &part)
{
    const auto *index = part.as<schema::IndexAttributes>();
    return index ? index->table : schema::objectId(schema::Kind::Table, part.id.schema, part.id.name);
}

QString indexNameOf(const schema::Fact &part)
{
    return part.id.kind == schema::Kind::Index ? part.id.name : part.id.sub;
}

std::vector<const Twin *> leavesOf(const Twin &twin)
{
    if (!twin.isPartitioned)
        return { &twin };
    std::vector<const Twin *> leaves;
    for (const Twin &part : twin.parts) {
        const std::vector<const Twin *> more = leavesOf(part);
        leaves.insert(leaves.end(), more.begin(), more.end());
    }
    return leaves;
}

QVector<schema::ObjectId> tablesOfParts(const Twin &twin)
{
    QVector<schema::ObjectId> tables;
    for (const Twin &part : twin.parts) {
        tables += tableOfPart(part.original);
        tables += tablesOfParts(part);
    }
    return tables;
}

QStringList attachParts(const Twin &twin, TwinSide side)
{
    QStringList sql;
    for (const Twin &part : twin.parts) {
        sql += attachParts(part, side);
        sql += QStringLiteral("ALTER INDEX %1 ATTACH PARTITION %2")
                   .arg(indexSql(twin.*side), indexSql(part.*side));
    }
    return sql;
}

QStringList createOnly(const Twin &twin, TwinSide side)
{
    if (!twin.isPartitioned)
        return {};
    QStringList sql = ddl::createIndex(twin.*side);
    for (const Twin &part : twin.parts)
        sql += createOnly(part, side);
    return sql;
}

QStringList buildLeaf(const Twin &leaf, TwinSide side)
{
    const QStringList create = ddl::createIndex(leaf.*side);
    return QStringList{ concurrently(create.first()) } + create.mid(1);
}

QStringList keyOfIndexes(const Twin &key, KeyIndex of, const Context &context)
{
    if (!key.isPartitioned) {
        const QString relation = schema::qualified(key.original.id.schema, key.original.id.name);
        const QString index = of == KeyIndex::Copy ? key.copy.id.sub : wayBackIndex(key);
        const auto &attributes = *key.original.as<schema::ConstraintAttributes>();
        return { keyByIndex(relation, key.original.id, attributes, index)->addConstraint };
    }
    QStringList sql = ddl::createConstraint(key.original, context.current());
    for (const Twin &part : key.parts) {
        sql += keyOfIndexes(part, of, context);
        sql += QStringLiteral("ALTER INDEX %1 ATTACH PARTITION %2")
                   .arg(indexSql(key.original), indexSql(part.original));
    }
    return sql;
}

Action actionOnPart(const Action &action, const Twin &part)
{
    Action own = action;
    own.relation = tableOfPart(part.original);
    return own;
}

} // namespace lockstep::plan
