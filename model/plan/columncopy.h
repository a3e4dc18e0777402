#pragma once

#include <model/schema/facts.h>

#include <QStringList>
#include <QVector>

/// A column that changes its type while it is in use: what is known of it when the plan is made.
namespace lockstep::plan {

/// Something that hangs on the column, and the same on the columns beside it.
struct Twin
{
    schema::Fact original;
    schema::Fact copy; ///< On the new column until the swap, under a name of its own.
    schema::Fact aside; ///< On the old column after it, under a name of its own.
};

struct ColumnCopy
{
    schema::Fact before; ///< The column as it is now.
    schema::Fact after;
    QString copy; ///< What the new column is called until the swap.
    QString aside; ///< What the old column is called after it.
    QString expression; ///< Of the old column, under its name: the new one.
    QString back; ///< Of the new column, under its name: the old one.
    QString timeSettings; ///< SET clauses for functions that convert times or text of them; may be empty.
    QString defaultBefore;
    QString defaultAfter;
    QVector<Twin> keys; ///< Primary and unique ones.
    QVector<Twin> indexes;
    QVector<Twin> constraints; ///< Checks and foreign keys that stay the same.
    QVector<schema::Fact> leaving; ///< Those that the plan takes away or makes anew.
    QVector<schema::Fact> said; ///< Comments and privileges on the column.
    QStringList saidOfParts; ///< Comments on its keys, indexes and constraints, as statements.
    QStringList filledAnew; ///< Materialized views that the swap has to rebuild, for people.
    bool mayFail = true; ///< Some value of the old type is none of the new one.
    bool isUniqueBack = false; ///< Values that differ in the new type differ in the old one.
};

} // namespace lockstep::plan
