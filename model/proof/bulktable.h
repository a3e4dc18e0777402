#pragma once

#include "bulkvalues.h"

namespace lockstep::proof {

/// A foreign key that rows get their values by: a row of the referenced table is chosen for each.
struct BulkParent
{
    SeedForeignKey key;
    QString table; ///< What it refers to, as SQL names it.
    QStringList columns; ///< As SQL names them, in the key's order.
    QStringList referenced;
    bool isSelf = false;
    bool isKey =
        false; ///< Its columns belong to a unique index: every row is chosen once, as long as there are any.
    qint64 rows = 0; ///< There now.
};

/// One table and the statement that adds rows to it.
class BulkInsert
{
public:
    BulkInsert(SeedTable table, QVector<BulkColumn> columns, QVector<BulkParent> parents);

    [[nodiscard]] const SeedTable &table() const { return m_table; }
    [[nodiscard]] QVector<BulkParent> &parents() { return m_parents; }
    [[nodiscard]] bool refersToItself() const;
    [[nodiscard]] bool refersToOthers() const;

    /// Keeps the rows that are there where the statement finds them.
    [[nodiscard]] QString keepRows() const;
    /// The same for what a foreign key refers to.
    [[nodiscard]] QString keepParent(int parent) const;
    /// At most `limit` rows of the numbers `from` to `to`.
    [[nodiscard]] QString insert(const BulkRound &round, qint64 from, qint64 to, qint64 limit, qint64 kept,
                                 bool skipsConflicts) const;

private:
    [[nodiscard]] QString values(const BulkRound &round) const;
    [[nodiscard]] QString parentValue(const BulkColumn &column, int parent, const BulkRound &round) const;
    [[nodiscard]] QString parentJoins(const BulkRound &round) const;
    /// Which foreign key fills a column; -1: none.
    [[nodiscard]] int parentOf(const BulkColumn &column) const;

    SeedTable m_table;
    QVector<BulkColumn> m_columns;
    QVector<BulkParent> m_parents;
};

} // namespace lockstep::proof
