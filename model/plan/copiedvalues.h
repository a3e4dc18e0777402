#pragma once

#include "strategies/context.h"
#include "tablecopy.h"

namespace lockstep::plan {

/// How the columns of a table and of the one that takes its place hang together.
struct CopiedValues
{
    QVector<CopiedValue> up; ///< As TableCopy's.
    QVector<CopiedValue> down;
    QStringList columns;
    QStringList numberedUp;
    QStringList numberedDown;
    QVector<Loss> loses; ///< Columns that go.
    QStringList unfilled; ///< New columns that must have a value and get none.
    QStringList breaking; ///< As TableCopy's.
    QString noWayBack; ///< Why the old table cannot be filled from the new one; empty where it can.
    QString whyLocked; ///< Why no trigger can do it row by row, a whole sentence; empty where it can.
};

[[nodiscard]] CopiedValues copiedValues(const schema::ObjectId &table, const Context &context);

/// Keys on these columns that no NULL slips through and that hold at every moment, the primary one first.
[[nodiscard]] QVector<QStringList> keysIn(const schema::ObjectId &table, const QStringList &columns,
                                          const schema::Catalog &catalog);

/// What tells rows of the old and of the new table apart.
struct TableKeys
{
    QStringList key; ///< Of the old one, raw names; empty where there is none.
    QStringList types;
    QStringList newKey; ///< Of the new one, with all of `key` in it; empty where there is none.
};
/// Of columns that both have alike.
[[nodiscard]] TableKeys keysOf(const schema::ObjectId &table, const QStringList &columns,
                               const Context &context);

/// Rows that the new table does not take, where conditions can tell.
void findMisfits(const QStringList &unfilled, const Context &context, TableCopy *copy);

} // namespace lockstep::plan
