#pragma once

#include "action.h"

/// Columns of a table that other columns of it take the place of, by intent: one is split into several,
/// several become one. Both sets are made of each other by expressions, so that the release that knows
/// the one and the release that knows the other run side by side until the gate.
namespace lockstep::plan {

struct SetColumn
{
    schema::Fact column;
    QString defaultValue; ///< Empty: none.
    QString expression; ///< What it is made of: columns of the other set, and others of the table.
    QStringList said; ///< Settings, comments and privileges, as statements.
};

struct ColumnSets
{
    schema::ObjectId table;
    QVector<SetColumn> before;
    QVector<SetColumn> after;
    QString whyNotOnline; ///< A whole sentence where the two cannot be kept in step.
};

[[nodiscard]] QStringList columnNames(const QVector<SetColumn> &columns);
/// "first_name, last_name" as SQL and as a person reads it.
[[nodiscard]] QString columnList(const QVector<SetColumn> &columns, const QString &prefix = {});

/// Triggers of the table that the target lacks are, as far as anybody can tell, those of columns that go:
/// they stay as long as these. Returns the actions that drop them.
[[nodiscard]] std::vector<int> holdTriggers(PlainPlan *plan, const schema::ObjectId &table);

/// Makes one action of those that add the new columns of each `splits` and `merges` intent, and one of
/// those that drop the old ones. Errors (Usage): columns that do not come or do not go, or that no
/// expression can be given for.
[[nodiscard]] base::Result<void> replaceColumnSets(PlainPlan *plan, const PlanOptions &options);

} // namespace lockstep::plan
