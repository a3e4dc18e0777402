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
    const SeedTable *target = tableNamed(targetSchema, table);
    if (!target)
        return both;
    for (SeedColumn &column : both.columns) {
        const SeedColumn *wanted = columnNamed(*target, column.name);
        column.isKey = column.isKey || (wanted && wanted->isKey);
        column.notNull = column.notNull || (wanted && wanted->notNull);
    }
    for (const SeedCheck &check : target->checks) {
        const QVector<int> columns = numbersIn(both, *target, check.columns);
        if (!columns.isEmpty())
            both.checks.append({ check.name, check.expression, columns });
    }
    mergeKeys(&both, *target, schema, targetSchema);
    return both;
}

} // namespace lockstep::proof
