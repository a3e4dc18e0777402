#pragma once

#include "costmodel.h"
#include "sizes.h"

namespace lockstep::analysis {

/// Where no size is known this many rows are assumed, and the basis says so.
inline constexpr qint64 assumedRows = 1000000;

/// Relations as the cost model wants them: from the schema that a statement meets and from what is known
/// of the data. Both must outlive it.
class ShapeReader
{
public:
    ShapeReader(const SchemaState &state, const Sizes &sizes)
        : m_state(state)
        , m_sizes(sizes)
    { }

    /// With its indexes; of a partitioned table all partitions together.
    [[nodiscard]] TableShape table(const Key &key) const;
    [[nodiscard]] IndexShape index(const Key &key) const;
    /// The B-tree of a key.
    [[nodiscard]] IndexShape onColumns(const Key &table, const QStringList &columns) const;
    /// `text` is the statement's: what part of the rows a predicate lets in is read from it.
    [[nodiscard]] IndexShape created(const Key &table, const sql::CreateIndex &statement,
                                     const QString &text) const;
    /// Bytes of a value of that type where nobody measured any.
    [[nodiscard]] static double widthOf(const QString &type);
    [[nodiscard]] static KeyKind kindOfType(const QString &type);
    /// TableShape::depth of what asks for these columns. One that is not known may be the last.
    [[nodiscard]] int depth(const Key &table, const QStringList &columns) const;
    [[nodiscard]] int columnCount(const Key &table) const;
    [[nodiscard]] double columnWidth(const Key &table, const QString &column) const;

    /// Of the column's values those that are NULL: all of a column that is new.
    [[nodiscard]] double nullShare(const Key &table, const QString &column) const;
    /// Of the rows those that a condition lets in, by what is known of its column; a third where nothing is.
    [[nodiscard]] double shareOf(const Key &table, const QString &predicate) const;
    /// c of "c = 1"; empty for other conditions.
    [[nodiscard]] static QString equalColumn(const QString &predicate);
    /// How full pages are made: 1 unless the table's fillfactor says less.
    [[nodiscard]] double fillShare(const Key &table) const;

private:
    [[nodiscard]] const schema::ColumnStatistics *columnStatistics(const Key &table,
                                                                   const QString &column) const;
    [[nodiscard]] KeyKind kindOf(const Key &table, const QString &column) const;
    void addExpression(const Key &table, const QStringList &columns, IndexShape *shape) const;

    const SchemaState &m_state;
    const Sizes &m_sizes;
};

} // namespace lockstep::analysis
