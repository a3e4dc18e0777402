#include "columnobstacles.h"

#include "onlinerenames.h"
#include "strategies/drafts.h"

namespace lockstep::plan {

namespace {

using schema::ColumnAttributes;
using schema::Kind;
using schema::ObjectId;
using schema::TableAttributes;

QString whyNotNumbers(const ChangeType &change, const ColumnAttributes &before, const ColumnAttributes &after)
{
    const bool wasIdentity = before.identity != schema::Identity::None;
    const bool isIdentity = after.identity != schema::Identity::None;
    const QString generator = QStringLiteral("nextval(");
    const bool isAsked = change.defaultBefore.contains(generator) || change.defaultAfter.contains(generator);
    const bool isOther =
        wasIdentity && isIdentity && before.identitySequenceName != after.identitySequenceName;
    if ((isAsked && change.defaultBefore != change.defaultAfter) || isOther)
        return QStringLiteral(
            "What gives the column its numbers changes at the same time; make a plan of its own for that.");
    return {};
}

QString whyNotNull(const ColumnAttributes &before, const ColumnAttributes &after)
{
    if (before.notNull && !after.notNull)
        return QStringLiteral(
            "The column stops being NOT NULL at the same time; make a plan of its own for that.");
    if (before.notNull && (!before.notNullValidated || before.notNullNoInherit))
        return QStringLiteral("Its NOT NULL is not valid or not inherited, which a copy of it would not be.");
    return {};
}

QString whyNotTypes(const ChangeType &change, const ColumnAttributes &before, const ColumnAttributes &after)
{
    const bool isOfUser = before.type.contains(QLatin1Char('.')) || after.type.contains(QLatin1Char('.'));
    if (isOfUser && !change.swap)
        return QStringLiteral(
            "Only between PostgreSQL's own types is a column converted beside the traffic.");
    if (before.generated != schema::Generated::None || after.generated != schema::Generated::None)
        return QStringLiteral("A generated column cannot be written, so nothing could keep a copy in step.");
    if (const QString why = whyNotNumbers(change, before, after); !why.isEmpty())
        return why;
    if (const QString why = whyNotNull(before, after); !why.isEmpty())
        return why;
    if (change.isOneWay)
        return QStringLiteral(
            "Nothing says how values come back, so the old column could not be kept in step; "
            "give an expression for the way back.");
    return {};
}

QString whyNotTable(const TableAttributes &attributes, const ObjectId &table, const schema::Catalog &catalog)
{
    if (const QString why = whyNoSecondColumn(attributes, table, catalog); !why.isEmpty())
        return why;
    if (isPublished(catalog, table))
        return QStringLiteral("The table is published, and subscribers would not have the column that "
                              "is filled meanwhile.");
    return {};
}

} // namespace

QString whyNoCopy(const Action &change, const Context &context)
{
    const ObjectId &column = change.object;
    const ObjectId table = schema::objectId(Kind::Table, column.schema, column.name);
    const auto *before = context.current().attributes<ColumnAttributes>(column);
    const auto *after = context.target().attributes<ColumnAttributes>(column);
    const auto *tableBefore = context.current().attributes<TableAttributes>(table);
    const auto *tableAfter = context.target().attributes<TableAttributes>(table);
    if (!before || !after || !tableBefore || !tableAfter || context.currentId(table) != table
        || context.currentId(column) != column)
        return QStringLiteral("The table or the column gets another name at the same time.");
    if (context.major() < 12)
        return QStringLiteral("Before PostgreSQL 12 the new column could not become NOT NULL without a scan "
                              "while reads and writes wait.");
    if (const QString why = whyNotTable(*tableBefore, table, context.current()); !why.isEmpty())
        return why;
    if (const QString why = whyNotTable(*tableAfter, table, context.target()); !why.isEmpty())
        return why;
    return whyNotTypes(std::get<ChangeType>(change.detail), *before, *after);
}

} // namespace lockstep::plan
