#include "ddl.h"
#include "sides.h"
#include "sqltext.h"

#include <QRegularExpression>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// Labels that go or change places: the type is made anew under the column.
bool isOtherEnum(const Sides &sides, const ObjectId &type)
{
    const Fact *before = sides.current.catalog->find(type);
    const Fact *after = sides.target.catalog->find(type);
    return before && after && before->as<EnumAttributes>() && !ddl::addedLabels(*before, *after);
}

/// PostgreSQL changes no type of a column in the key.
bool changesKeyColumn(const Sides &sides, const ObjectId &table, const QString &key)
{
    static const QRegularExpression separators(QStringLiteral("[(), ]+"));
    const QStringList words = key.split(separators, Qt::SkipEmptyParts);
    for (const Fact *column : sides.current.catalog->columnsOf(table)) {
        const int before = sides.current.indexOf(column->id);
        const int after = sides.targetOf[size_t(before)];
        if (!words.contains(quoteIdent(column->id.sub)) || after < 0)
            continue;
        if (column->as<ColumnAttributes>()->type != sides.target.fact(after).as<ColumnAttributes>()->type)
            return true;
        for (int type : sides.current.needs[size_t(before)]) {
            if (isOtherEnum(sides, sides.current.fact(type).id))
                return true;
        }
    }
    return false;
}

bool isPartitionedAnew(const Sides &sides, const ObjectId &table)
{
    const auto *a = sides.current.catalog->attributes<TableAttributes>(table);
    const auto *b = sides.target.catalog->attributes<TableAttributes>(table);
    return a && b
           && (a->partitionKey != b->partitionKey
               || (!a->partitionKey.isEmpty() && changesKeyColumn(sides, table, a->partitionKey)));
}

} // namespace

Indexes partitionedAnew(const Sides &sides)
{
    Indexes tables;
    for (int i = 0; i < sides.current.size(); ++i) {
        if (sides.current.fact(i).as<TableAttributes>() && isPartitionedAnew(sides, sides.current.fact(i).id))
            tables.push_back(i);
    }
    return tables;
}

bool isRepartitioned(const Sides &sides, int currentTable)
{
    const int target = sides.targetOf[size_t(currentTable)];
    const auto *a = sides.current.fact(currentTable).as<TableAttributes>();
    const auto *b = target >= 0 ? sides.target.fact(target).as<TableAttributes>() : nullptr;
    if (!a || !b || !a->partitionOf)
        return false;
    return a->partitionOf != b->partitionOf || isPartitionedAnew(sides, *a->partitionOf);
}

} // namespace lockstep::plan::plain
