#pragma once

#include <model/schema/facts.h>

#include <QStringList>
#include <QVector>

#include <algorithm>
#include <vector>

/// Columns of one table that change their types while they are in use: what is known of them when the
/// plan is made.
namespace lockstep::plan {

/// Something that hangs on the columns, and the same on the columns beside them.
struct Twin
{
    schema::Fact original;
    schema::Fact copy; ///< On the new columns until the swap, under a name of its own.
    schema::Fact aside; ///< On the old columns after it, under a name of its own.
    bool isUniqueBack = false; ///< Values that differ in the new types differ in the old ones.
    bool refersToCopy = false; ///< A foreign key that refers to columns that change with this plan.
    bool isPartitioned = false; ///< An index or key of a partitioned table: it holds no rows itself,
    std::vector<Twin> parts; ///< but those of the partitions.
};

/// Statements, and those that take them back.
struct Exchange
{
    QStringList forward;
    QStringList backward;
};

struct CopiedColumn
{
    schema::Fact before; ///< The column as it is now.
    schema::Fact after;
    QString copy; ///< What the new column is called until the swap.
    QString aside; ///< What the old column is called after it.
    QString expression; ///< Of the old column, under its name: the new one.
    QString back; ///< Of the new column, under its name: the old one.
    QString typeBefore; ///< For people.
    QString typeAfter;
    QString misfits; ///< Which rows cannot be converted, where a condition can say so.
    QString remedy; ///< What to do about them, a whole sentence.
    QString defaultBefore;
    QString defaultAfter;
    QVector<schema::Fact> said; ///< Comments and privileges on the column.
    QVector<schema::Fact> sequences; ///< Owned by the column: they go over to the new one.
    QStringList saidOfNumbers; ///< Comments and privileges on an identity's sequence, as statements.
    Exchange numbersBefore; ///< Of serial and identity: before the new column takes the name,
    Exchange numbersAfter; ///< and when it has it.
    bool mayFail = true; ///< Some value of the old type is none of the new one.
    bool isUniqueBack = false; ///< Values that differ in the new type differ in the old one.

    [[nodiscard]] const schema::ColumnAttributes &was() const
    {
        return *before.as<schema::ColumnAttributes>();
    }
    [[nodiscard]] const schema::ColumnAttributes &becomes() const
    {
        return *after.as<schema::ColumnAttributes>();
    }
    [[nodiscard]] bool wasIdentity() const { return was().identity != schema::Identity::None; }
    [[nodiscard]] bool becomesIdentity() const { return becomes().identity != schema::Identity::None; }
    [[nodiscard]] bool staysIdentity() const { return wasIdentity() && becomesIdentity(); }
};

/// A foreign key of another table that refers to the columns.
struct Reference
{
    Twin key; ///< `copy`: to the new columns, `aside`: to the old ones after the swap, under its own name.
    QStringList said; ///< Comments on it, as statements.
    /// Its own columns change as well: it goes over to the new columns with them.
    bool movesItself = false;
};

struct ColumnCopy
{
    QVector<CopiedColumn> columns; ///< At least one.
    QString timeSettings; ///< SET clauses for functions that convert times or text of them; may be empty.
    QVector<Twin> keys; ///< Primary and unique ones.
    QVector<Twin> indexes;
    QVector<Twin> constraints; ///< Checks and foreign keys that stay the same.
    QVector<Reference> references;
    QVector<schema::Fact> leaving; ///< Those that the plan takes away or makes anew.
    QStringList saidOfParts; ///< Comments on its keys, indexes and constraints, as statements.
    QStringList filledAnew; ///< Materialized views that the swap has to rebuild, for people.

    [[nodiscard]] bool areUniqueBack() const
    {
        return std::all_of(keys.begin(), keys.end(), [](const Twin &key) { return key.isUniqueBack; });
    }
};

} // namespace lockstep::plan
