#include "catalogparts.h"

#include <model/schema/storageparameters.h>

namespace lockstep::sources {

using namespace schema;

namespace {

ConstraintType constraintType(QChar letter)
{
    switch (letter.unicode()) {
    case u'p': return ConstraintType::PrimaryKey;
    case u'u': return ConstraintType::Unique;
    case u'f': return ConstraintType::ForeignKey;
    case u'x': return ConstraintType::Exclude;
    case u'n': return ConstraintType::NotNull;
    case u't': return ConstraintType::Trigger;
    default: return ConstraintType::Check;
    }
}

QStringList columnNames(const CatalogBuilder &builder, qint64 relation, const QVector<int> &numbers)
{
    QStringList names;
    for (const int number : numbers)
        names.append(builder.columnName(relation, number));
    return names;
}

bool chop(QString &text, QLatin1String end)
{
    if (!text.endsWith(end))
        return false;
    text.chop(end.size());
    return true;
}

/// "CHECK ((a > 0)) NO INHERIT" -> "(a > 0)".
QString checkExpression(QString definition)
{
    chop(definition, QLatin1String(" NOT ENFORCED"));
    chop(definition, QLatin1String(" NO INHERIT"));
    const QLatin1String begin("CHECK (");
    if (!definition.startsWith(begin) || !definition.endsWith(QLatin1Char(')')))
        return definition;
    return definition.mid(begin.size(), definition.size() - begin.size() - 1);
}

ConstraintAttributes constraintAttributes(const Rows &rows, int i, const CatalogBuilder &builder)
{
    ConstraintAttributes constraint;
    const qint64 relation = rows.integer(i, 1);
    constraint.type = constraintType(letter(rows, i, 4));
    constraint.definition = rows.text(i, 5);
    chop(constraint.definition, QLatin1String(" NOT VALID"));
    constraint.validated = rows.boolean(i, 6);
    constraint.deferrable = rows.boolean(i, 7);
    constraint.initiallyDeferred = rows.boolean(i, 8);
    // Keys and foreign keys carry the flag for reasons of their own; it only means something on CHECK.
    constraint.noInherit = constraint.type == ConstraintType::Check && rows.boolean(i, 9);
    constraint.inherited = rows.boolean(i, 10);
    constraint.columns = columnNames(builder, relation, numberList(rows.text(i, 11)));
    if (constraint.type == ConstraintType::Check)
        constraint.expression = checkExpression(constraint.definition);
    if (constraint.type == ConstraintType::ForeignKey) {
        constraint.referencedTable = builder.target({ SystemCatalog::Class, rows.integer(i, 13) });
        constraint.referencedColumns =
            columnNames(builder, rows.integer(i, 13), numberList(rows.text(i, 12)));
    }
    constraint.indexName = rows.text(i, 15);
    constraint.indexOptions = textList(rows, i, 16);
    constraint.indexOptions.sort();
    constraint.indexTablespace = rows.text(i, 17);
    constraint.includedColumns =
        columnNames(builder, relation, numberList(rows.text(i, 19)).mid(int(rows.integer(i, 18))));
    constraint.nullsNotDistinct = rows.boolean(i, 20);
    constraint.enforced = rows.boolean(i, 21);
    return constraint;
}

/// True if the relation is one that says itself what it is clustered on.
bool noteCluster(Fact &relation, const QString &index)
{
    auto *table = std::get_if<TableAttributes>(&relation.attributes);
    if (table)
        table->clusterIndex = index;
    return table != nullptr;
}

void absorbDomainNotNull(const QString &name, Fact &domain)
{
    if (name != defaultNotNullName(domain.id.name))
        std::get<DomainAttributes>(domain.attributes).notNullName = name;
}

void absorbNotNull(const Rows &rows, int i, bool isPartition, CatalogBuilder &builder)
{
    const int column =
        builder.indexOf({ SystemCatalog::Class, rows.integer(i, 1), numberList(rows.text(i, 11)).value(0) });
    if (column < 0)
        return;
    Fact &fact = builder.fact(column);
    auto &attributes = std::get<ColumnAttributes>(fact.attributes);
    const bool isInherited = rows.boolean(i, 23);
    if (isInherited)
        attributes.inheritedNotNullName = rows.text(i, 3);
    else if (rows.text(i, 3) != defaultNotNullName(fact.id.name, fact.id.sub))
        attributes.notNullName = rows.text(i, 3);
    attributes.notNullValidated = rows.boolean(i, 6);
    attributes.notNullNoInherit = rows.boolean(i, 9);
    // What a key makes a partition's own depends on who came first; nobody wrote it.
    attributes.notNullOwn = attributes.inherited && !isPartition && !rows.boolean(i, 10);
    builder.addAlias({ SystemCatalog::Constraint, rows.integer(i, 0) }, column);
}

} // namespace

void absorbConstraints(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const bool isOfDomain = rows.integer(i, 2) != 0;
        const int owner = isOfDomain ? builder.indexOf({ SystemCatalog::Type, rows.integer(i, 2) })
                                     : builder.indexOf({ SystemCatalog::Class, rows.integer(i, 1) });
        if (owner < 0)
            continue;
        if (letter(rows, i, 4) == QLatin1Char('n') && isOfDomain) {
            absorbDomainNotNull(rows.text(i, 3), builder.fact(owner));
            continue;
        }
        if (letter(rows, i, 4) == QLatin1Char('n')) {
            const auto *table = builder.fact(owner).as<TableAttributes>();
            absorbNotNull(rows, i, table && table->partitionOf, builder);
            continue;
        }
        const ObjectId parent = builder.fact(owner).id;
        const Kind kind = isOfDomain ? Kind::DomainConstraint : Kind::Constraint;
        const ConstraintAttributes attributes = constraintAttributes(rows, i, builder);
        const int index = builder.add({ SystemCatalog::Constraint, rows.integer(i, 0) },
                                      { subId(kind, parent.schema, parent.name, rows.text(i, 3)), attributes,
                                        builder.fact(owner).owner });
        builder.addEdge(index, owner);
        if (!attributes.indexName.isEmpty()) {
            if (rows.boolean(i, 22))
                noteCluster(builder.fact(owner), attributes.indexName);
            const Address indexAddress{ SystemCatalog::Class, rows.integer(i, 14) };
            builder.addAlias(indexAddress, index);
            builder.addTarget(indexAddress, objectId(Kind::Index, parent.schema, attributes.indexName));
        }
    }
}

void absorbIndexes(const Rows &rows, CatalogBuilder &builder)
{
    QVector<QPair<int, qint64>> attached;
    for (int i = 0; i < rows.count(); ++i) {
        const int table = builder.indexOf({ SystemCatalog::Class, rows.integer(i, 1) });
        if (table < 0)
            continue;
        IndexAttributes index;
        index.table = builder.fact(table).id;
        index.definition = withSortedParameters(rows.text(i, 4));
        index.method = builder.shared(rows.bytes(i, 5));
        const QStringList expressions = textList(rows, i, 8);
        const QVector<int> keys = numberList(rows.text(i, 7)).mid(0, int(rows.integer(i, 6)));
        for (int key = 0; key < keys.size(); ++key)
            index.columns.append(keys[key] == 0 ? expressions.value(key)
                                                : builder.columnName(rows.integer(i, 1), keys[key]));
        index.predicate = rows.text(i, 9);
        index.unique = rows.boolean(i, 10);
        index.valid = rows.boolean(i, 11);
        index.ready = rows.boolean(i, 12);
        index.tablespace = rows.text(i, 13);
        index.options = textList(rows, i, 14);
        index.options.sort();
        index.clustered = rows.boolean(i, 16) && !noteCluster(builder.fact(table), rows.text(i, 2));
        const int fact = builder.add({ SystemCatalog::Class, rows.integer(i, 0) },
                                     { objectId(Kind::Index, index.table.schema, rows.text(i, 2)), index,
                                       builder.shared(rows.bytes(i, 3)) });
        builder.addEdge(fact, table);
        if (!rows.isNull(i, 15))
            attached.append({ fact, rows.integer(i, 15) });
    }
    for (const auto &[child, parentOid] : attached) {
        const int parent = builder.indexOf({ SystemCatalog::Class, parentOid });
        if (parent < 0)
            continue;
        std::get<IndexAttributes>(builder.fact(child).attributes).partitionOf = builder.fact(parent).id;
        builder.addEdge(child, parent);
    }
}

} // namespace lockstep::sources
