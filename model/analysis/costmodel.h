#pragma once

#include "rates.h"

#include <QVector>

/// What work on rows and bytes costs, from the unit costs of a server: pure arithmetic.
namespace lockstep::analysis {

enum class KeyKind {
    Number, ///< Compared as a machine word: integers, floats, dates, times, booleans, enums.
    Short, ///< Its first bytes usually decide: uuid, numeric, bytea, inet.
    Text,
};

enum class IndexMethod { Btree, Hash, Gin, Gist, Brin };

struct IndexShape
{
    IndexMethod method = IndexMethod::Btree;
    KeyKind first = KeyKind::Number;
    int columns = 1;
    double keyBytes = 8; ///< Of all columns of the key, of one row.
    bool isComputed = false; ///< An expression.
    double order = 0; ///< How far the rows lie in the order of the key: 0 not at all, 1 wholly.
    double distinct = 0; ///< Values of the key; 0: not known, taken for as many as rows.
    double share = 1; ///< Of the rows that a predicate lets in.
    int depth = 2; ///< What TableShape::depth is, for what a build asks of a row.
    double bytes = 0; ///< Its size where somebody measured it; 0: guessed from the key.
};

struct TableShape
{
    double rows = 0;
    double bytes = 0; ///< Heap.
    double toastBytes = 0; ///< Beside it: read by what copies rows, not by what only looks at them.
    QVector<IndexShape> indexes;
    /// Place of the last column that is asked for, from 1: a row is walked up to there.
    int depth = 2;
    [[nodiscard]] double rowBytes() const { return rows > 0 ? bytes / rows : 0; }
};

/// Time, and what it needs meanwhile.
struct Cost
{
    double ms = 0;
    double diskMs = 0; ///< More if what is read is not in memory.
    double walBytes = 0;
    double diskBytes = 0; ///< Beyond what is there before, at the peak.
    friend Cost operator+(const Cost &a, const Cost &b)
    {
        return { a.ms + b.ms, a.diskMs + b.diskMs, a.walBytes + b.walBytes, a.diskBytes + b.diskBytes };
    }
};

enum class Computing { Nothing, Value, Uuid };

struct Rewriting
{
    Computing computes = Computing::Nothing; ///< For every row.
    double addedRowBytes = 0;
    bool toWal = true;
    bool isSorted = false; ///< The rows are put in the order of an index.
    double order = 0; ///< How far they are in that order before.
};

/// How rows are updated: in stripes, or all in one statement.
struct Batching
{
    double addedRowBytes = 0;
    bool movesEntries = false; ///< An indexed column is written: each row version needs all its entries.
    int stripes = 1;
    double room = 0; ///< Left on pages, as a share of what is on them.
    double batches = 0; ///< Transactions beside the statement's own.
};

/// Of a table.
inline constexpr double pageBytes = 8192;
/// Rows of ANALYZE, from as many pages at most: 300 for each of the usual target's 100.
inline constexpr double sampledRows = 300 * 100;

/// How much more a sorted row costs than one of a million: comparisons grow with the logarithm of the rows.
[[nodiscard]] double sortGrowth(double rows);
/// The same of a row whose place is looked for in what is there already: soon more than is kept at hand.
[[nodiscard]] double insertGrowth(double rows);
/// Of new row versions those that find no room on their page.
[[nodiscard]] double movedShare(double rowBytes, const Batching &how);

class CostModel
{
public:
    explicit CostModel(const Rates &rates)
        : m_costs(rates.costs)
        , m_settings(rates.settings)
    { }

    /// More than the server's owner says is kept in memory.
    [[nodiscard]] bool isOnDisk(double bytes) const { return bytes > m_settings.cache; }

    /// Catalog rows only.
    [[nodiscard]] Cost statement() const;
    /// Every row is looked at; `conditions` are computed for each.
    [[nodiscard]] Cost scan(const TableShape &table, int conditions) const;
    [[nodiscard]] Cost indexBuild(const TableShape &table, const IndexShape &index) const;
    [[nodiscard]] Cost indexBuilds(
        const TableShape &table) const; ///< All of the table's, one after the other.
    [[nodiscard]] Cost concurrentBuild(const TableShape &table, const IndexShape &index) const;
    /// A new heap, then all indexes.
    [[nodiscard]] Cost rewrite(const TableShape &table, const Rewriting &how) const;
    /// Pages as they are to another place.
    [[nodiscard]] Cost fileCopy(const TableShape &table) const;
    /// `isIndexed`: an index of the referencing table has its rows in the order of the keys.
    [[nodiscard]] Cost foreignKey(const TableShape &referencing, const TableShape &referenced,
                                  bool isIndexed) const;
    [[nodiscard]] Cost backfill(const TableShape &table, const Batching &how) const;
    /// The rows of `from` are added to a table with these indexes, as one statement.
    [[nodiscard]] Cost copy(const TableShape &from, const QVector<IndexShape> &indexes) const;
    /// What ANALYZE reads and sorts.
    [[nodiscard]] Cost sample(const TableShape &table, int columns) const;
    /// A query over the rows that does more than compare them.
    [[nodiscard]] Cost query(const TableShape &table) const;

    [[nodiscard]] double indexBytes(const TableShape &table, const IndexShape &index) const;

private:
    [[nodiscard]] Cost read(double bytes) const;
    [[nodiscard]] Cost walk(const TableShape &table) const;
    [[nodiscard]] double sortNs(const IndexShape &index, double rows) const;
    [[nodiscard]] double entryNs(const IndexShape &index, double rows) const;
    [[nodiscard]] double missedShare(double scatteredBytes) const;
    [[nodiscard]] bool isSortedByFetching(const TableShape &table, double order) const;
    [[nodiscard]] Cost sorting(const TableShape &table, double order) const;
    [[nodiscard]] double updatedEntriesNs(const TableShape &table, double entryShare) const;
    [[nodiscard]] double walOfUpdates(const TableShape &table, double rowBytes, double entryShare) const;

    const UnitCosts m_costs;
    const ServerSettings m_settings;
};

} // namespace lockstep::analysis
