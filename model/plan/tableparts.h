#pragma once

#include <model/diff/changeset.h>

#include <QSet>

namespace lockstep::plan {

/// What belongs to one table in a catalog, its partitions and theirs included.
class TableParts
{
public:
    /// `other` is the other side: what of sequences is there as well belongs to both.
    TableParts(const schema::ObjectId &table, const schema::CatalogPtr &catalog,
               const schema::CatalogPtr &other);

    [[nodiscard]] const schema::ObjectId &table() const { return m_table; }
    /// The table and its partitions.
    [[nodiscard]] const QSet<schema::ObjectId> &tables() const { return m_tables; }
    /// Those that hold rows themselves, sorted.
    [[nodiscard]] QVector<schema::ObjectId> leaves() const;
    [[nodiscard]] bool has(const schema::Fact &fact) const;
    /// What of the table is there once only, wherever the name is: triggers, rules and statistics.
    [[nodiscard]] bool isWithName(const schema::Fact &fact) const;
    /// The table as `to`, and its partitions, indexes, keys and sequences where `taken` has their names.
    [[nodiscard]] QVector<diff::RenameDecision> ownNames(const schema::ObjectId &to,
                                                         const QSet<QString> &taken,
                                                         const QString &suffix) const;
    /// Of the table's columns; where `taken` has it, another.
    [[nodiscard]] QString identityName(const schema::Fact &column, const QSet<QString> &taken,
                                       const QString &suffix) const;

private:
    [[nodiscard]] bool isOwnSequence(const schema::Fact &fact, const schema::Catalog &other) const;
    [[nodiscard]] bool isOwnStatistics(int statistics) const;

    const schema::ObjectId m_table;
    const schema::CatalogPtr m_catalog;
    QSet<schema::ObjectId> m_tables;
    QSet<schema::ObjectId> m_apart; ///< Sequences and statistics.
};

/// What the new and the old table are called while they have not the table's name.
[[nodiscard]] schema::ObjectId besideTable(const schema::ObjectId &table);
[[nodiscard]] schema::ObjectId asideTable(const schema::ObjectId &table);
/// Names of relations in one schema; keys are called like their indexes.
[[nodiscard]] QSet<QString> relationNames(const schema::Catalog &catalog, const QString &inSchema);
/// The table and its partitions, and theirs.
[[nodiscard]] QSet<schema::ObjectId> withPartitions(const schema::ObjectId &table,
                                                    const schema::Catalog &catalog);
/// The relation that a fact is or hangs on; its own id where there is none.
[[nodiscard]] schema::ObjectId relationOfFact(const schema::Fact &fact, const schema::Catalog &catalog);

} // namespace lockstep::plan
