#include "bulkmerge.h"

#include <algorithm>

namespace lockstep::proof {

namespace {

/// The numbers that columns of `from` have in `to`; empty unless all are there with the same types.
QVector<int> numbersIn(const SeedTable &to, const SeedTable &from, const QVector<int> &columns)
{
    QVector<int> numbers;
    for (const int number : columns) {
        const SeedColumn *own = from.column(number);
        const SeedColumn *there = own ? columnNamed(to, own->name) : nullptr;
        if (!there || there->type != own->type)
            return {};
        numbers.append(there->number);
    }
    return numbers;
}

void mergeKeys(SeedTable *table, const SeedTable &target, const SeedSchema &schema,
               const SeedSchema &targetSchema)
{
    for (const SeedForeignKey &key : target.foreignKeys) {
        const SeedTable *referenced = targetSchema.find(key.referenced);
        const SeedTable *here = referenced ? tableNamed(schema, *referenced) : nullptr;
        if (!here)
            continue;
        SeedForeignKey added = key;
        added.table = table->oid;
        added.referenced = here->oid;
        added.columns = numbersIn(*table, target, key.columns);
        added.referencedColumns = numbersIn(*here, *referenced, key.referencedColumns);
        const bool isKnown =
            std::any_of(table->foreignKeys.begin(), table->foreignKeys.end(), [&added](const auto &own) {
                return own.columns == added.columns && own.referenced == added.referenced;
            });
        if (!isKnown && !added.columns.isEmpty() && !added.referencedColumns.isEmpty())
            table->foreignKeys.append(added);
    }
}

/// The table that a partition belongs to in the end; the table itself if it is none.
const SeedTable &rootOf(const SeedTable &table, const SeedSchema &schema)
{
    const SeedTable *root = &table;
    while (const SeedTable *parent = schema.find(root->partitionOf))
        root = parent;
    return *root;
}

/// Rows have to find a partition of the target, whichever: a condition made of the bounds of all.
void mergePartitions(SeedTable *table, const SeedTable &targetRoot, const SeedSchema &targetSchema)
{
    QStringList bounds;
    QVector<int> columns;
    for (const SeedTable &leaf : targetSchema.tables()) {
        if (leaf.kind != QLatin1Char('r') || leaf.partitionBound.isEmpty()
            || rootOf(leaf, targetSchema).oid != targetRoot.oid)
            continue;
        // By hash every row finds one, and the condition names the table by its number in that database.
        if (leaf.partitionBound.contains(QLatin1String("satisfies_hash_partition")))
            return;
        bounds.append(QStringLiteral("(%1)").arg(leaf.partitionBound));
        for (const SeedCheck &check : leaf.checks) {
            if (check.expression == leaf.partitionBound)
                columns = numbersIn(*table, leaf, check.columns);
        }
        if (columns.isEmpty())
            return; // The key is a column that is not there yet.
    }
    if (!bounds.isEmpty())
        table->checks.append(
            { QStringLiteral("the partitions of the target"), bounds.join(QStringLiteral(" OR ")), columns });
}

} // namespace

const SeedTable *tableNamed(const SeedSchema &schema, const SeedTable &like)
{
    const auto &tables = schema.tables();
    const auto it = std::find_if(tables.begin(), tables.end(), [&like](const SeedTable &t) {
        return t.schema == like.schema && t.name == like.name;
    });
    return it == tables.end() ? nullptr : &*it;
}

const SeedColumn *columnNamed(const SeedTable &table, const QString &name)
{
    const auto it = std::find_if(table.columns.begin(), table.columns.end(),
                                 [&name](const SeedColumn &c) { return c.name == name; });
    return it == table.columns.end() ? nullptr : &*it;
}

base::Result<SeedSchema> readSeedDetails(postgres::Session &session, const std::stop_token &stop)
{
    const auto path = session.execute(QStringLiteral("SET search_path = ''"));
    if (!path.has_value())
        return path.error();
    auto schema = SeedSchema::read(session, stop);
    if (!schema.has_value())
        return schema;
    QVector<Oid> all;
    for (const SeedTable &table : schema->tables())
        all.append(table.oid);
    const auto details = schema->readDetails(session, all);
    return details.has_value() ? schema : base::Result<SeedSchema>(details.error());
}

SeedTable withTarget(const SeedTable &table, const SeedSchema &schema, const SeedSchema &targetSchema)
{
    SeedTable both = table;
    const SeedTable *targetRoot = tableNamed(targetSchema, rootOf(table, schema));
    const SeedTable *same = tableNamed(targetSchema, table);
    // One that is cut off, or stays as it is, keeps its rows.
    const bool moves = !same || same->kind == QLatin1Char('p')
                       || (same->partitionOf != 0 && same->partitionBound != table.partitionBound);
    if (targetRoot && targetRoot->kind == QLatin1Char('p') && moves)
        mergePartitions(&both, *targetRoot, targetSchema);
    const SeedTable *target = tableNamed(targetSchema, table);
    if (!target)
        return both;
    for (SeedColumn &column : both.columns) {
        const SeedColumn *wanted = columnNamed(*target, column.name);
        column.isKey = column.isKey || (wanted && wanted->isKey);
        column.notNull = column.notNull || (wanted && wanted->notNull);
    }
    for (const SeedCheck &check : target->checks) {
        if (!target->partitionBound.isEmpty() && check.expression == target->partitionBound)
            continue; // Rows go to where they belong; a partition that is cut otherwise is no condition.
        const QVector<int> columns = numbersIn(both, *target, check.columns);
        if (!columns.isEmpty())
            both.checks.append({ check.name, check.expression, columns });
    }
    mergeKeys(&both, *target, schema, targetSchema);
    return both;
}

} // namespace lockstep::proof
