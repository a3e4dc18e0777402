#include "references.h"

#include "actionneeds.h"
#include "plain/ddl.h"
#include "typefamilies.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Fact;
using schema::Kind;
using schema::ObjectId;

QString whyNotTable(const Fact &foreignKey, const schema::Catalog &catalog)
{
    const auto *table = catalog.attributes<schema::TableAttributes>(
        schema::objectId(Kind::Table, foreignKey.id.schema, foreignKey.id.name));
    if (table && (table->partitionOf || !table->partitionKey.isEmpty()))
        return QStringLiteral(
                   "%1 belongs to a partitioned table, where foreign keys cannot be added NOT VALID.")
            .arg(schema::displayName(foreignKey));
    return {};
}

bool areIntegers(const schema::Catalog &catalog, const ObjectId &table, const QStringList &columns)
{
    return std::all_of(columns.begin(), columns.end(), [&](const QString &column) {
        const auto *attributes = catalog.attributes<schema::ColumnAttributes>(
            schema::subId(Kind::Column, table.schema, table.name, column));
        return attributes && isInteger(attributes->type);
    });
}

bool joins(const ObjectId &foreignKey, const schema::ConstraintAttributes &key, const ObjectId &column)
{
    const bool isReferring = column.schema == foreignKey.schema && column.name == foreignKey.name
                             && key.columns.contains(column.sub);
    return isReferring
           || (column.schema == key.referencedTable->schema && column.name == key.referencedTable->name
               && key.referencedColumns.contains(column.sub));
}

/// Comments are the only thing that may hang on it.
QString takeSaid(const PlainPlan &plan, const Fact &foreignKey, QStringList *said)
{
    const schema::Catalog &current = *plan.changes->current;
    for (const int user : current.neededBy(current.indexOf(foreignKey.id))) {
        const Fact &fact = current.facts()[std::size_t(user)];
        if (fact.id.kind != Kind::Comment || !isKeptAsItIs(plan, fact))
            return QStringLiteral("%1 hangs on a foreign key that refers to it and would not come along.")
                .arg(schema::displayName(fact));
        *said += ddl::create(fact, current);
    }
    return {};
}

} // namespace

QString whyNotJoined(const PlainPlan &plan, const Fact &foreignKey, const ColumnCopy &copy)
{
    const auto &key = *foreignKey.as<schema::ConstraintAttributes>();
    const ObjectId table = schema::objectId(Kind::Table, foreignKey.id.schema, foreignKey.id.name);
    const bool areMere =
        std::all_of(copy.columns.begin(), copy.columns.end(), [&](const CopiedColumn &column) {
            return column.isUniqueBack || !joins(foreignKey.id, key, column.before.id);
        });
    for (const auto &catalog : { plan.changes->current, plan.changes->target }) {
        if (!areMere || !areIntegers(*catalog, table, key.columns)
            || !areIntegers(*catalog, *key.referencedTable, key.referencedColumns))
            return QStringLiteral("%1 could not hold while only one of its two sides is converted.")
                .arg(schema::displayName(foreignKey));
    }
    return {};
}

QString takeReference(const PlainPlan &plan, const Fact &foreignKey, const PartTwins &twins,
                      const ConvertedColumns &converted, ColumnCopy *copy)
{
    const auto &key = *foreignKey.as<schema::ConstraintAttributes>();
    if (!isKeptAsItIs(plan, foreignKey))
        return QStringLiteral("%1, which refers to it, changes at the same time.")
            .arg(schema::displayName(foreignKey));
    if (key.inherited || !key.validated || !key.enforced)
        return QStringLiteral("%1, which refers to it, is not valid, not enforced or inherited.")
            .arg(schema::displayName(foreignKey));
    if (const QString why = whyNotTable(foreignKey, *plan.changes->current); !why.isEmpty())
        return why;
    if (const QString why = whyNotJoined(plan, foreignKey, *copy); !why.isEmpty())
        return why;
    auto made = twins.of(foreignKey);
    if (!made)
        return QStringLiteral("The definition of %1, which refers to it, does not follow its columns.")
            .arg(schema::displayName(foreignKey));
    made->aside.id = foreignKey.id;
    Reference reference{ *made, {}, isOfConverted(foreignKey, converted) };
    if (const QString why = takeSaid(plan, foreignKey, &reference.said); !why.isEmpty())
        return why;
    copy->references.append(reference);
    return {};
}

} // namespace lockstep::plan
