#pragma once

#include "seedsearch.h"
#include "seedvalues.h"

namespace lockstep::proof {

/// Columns of a table that conditions tie together, and combinations of values that meet all of
/// them. A column without a condition is a group of its own.
struct ColumnGroup
{
    QVector<int> columns; ///< attnum
    QVector<QVector<SeedValue>> choices; ///< Each as long as `columns`; best first, all different.
};

/// Finds values for the rows of one table. Parents must have their rows already; a foreign key to
/// one of `pending` is left open.
class SeedSolver
{
public:
    SeedSolver(postgres::Session &session, SeedValues &values, const SeedSchema &schema)
        : m_session(session)
        , m_values(values)
        , m_schema(schema)
    { }

    /// Errors (Input): a column or a condition that no value was found for, by name.
    [[nodiscard]] base::Result<QVector<ColumnGroup>> solve(const SeedTable &table,
                                                           const QVector<Oid> &pending);

private:
    struct Condition
    {
        QString name;
        QString sql;
        QVector<int> columns;
    };
    [[nodiscard]] base::Result<QVector<Condition>> conditions(const SeedTable &table,
                                                              const QVector<Oid> &pending);
    [[nodiscard]] base::Result<Condition> keyCondition(const SeedTable &table, const SeedForeignKey &key);
    [[nodiscard]] QVector<SeedValue> candidates(const SeedColumn &column,
                                                const QVector<Condition> &conditions);
    [[nodiscard]] base::Result<ColumnGroup> solveGroup(const SeedTable &table, const QVector<int> &columns,
                                                       const QVector<Condition> &conditions);

    postgres::Session &m_session;
    SeedValues &m_values;
    const SeedSchema &m_schema;
    QHash<int, QStringList> m_keyValues; ///< Of the table at hand: what its parents hold.
};

} // namespace lockstep::proof
