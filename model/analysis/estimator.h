#pragma once

#include "occurrence.h"
#include "shapes.h"

#include <QSet>

#include <optional>

namespace lockstep::analysis {

/// A batch aims at this, so nobody waits longer for the rows it holds.
inline constexpr qint64 backfillBatchMs = 150;

/// How long a statement takes and what it needs, as the sum of what its parts cost, with a whole sentence
/// about why. For one statement; what is given must outlive it.
class Estimator
{
public:
    /// `serverVersion` 0: not known, a recent one.
    Estimator(const SchemaState &state, const Sizes &sizes, const Rates &rates, int serverVersion = 0)
        : m_state(state)
        , m_shapes(state, sizes)
        , m_sizes(sizes)
        , m_rates(rates)
        , m_model(rates)
        , m_version(serverVersion)
    { }

    /// One part; `work` is what it really does here. The schema is that before the statement.
    void add(const Occurrence &occurrence, const sql::Statement &statement, const QString &text, Work work);
    /// A backfill, instead of parts.
    void add(const plan::BackfillSpec &spec);
    [[nodiscard]] plan::Estimate total() const;

private:
    // How far off a number may be, either way, on a server that was measured.
    static constexpr double evenSpread = 2; ///< Passes over rows, all alike.
    static constexpr double joinSpread = 2.5;
    static constexpr double ginSpread = 3;
    static constexpr double dataSpread = 4; ///< Queries: nobody knows their plan here.

    /// What is told of an amount of work: "2 300 000 rows ÷ 90 000 rows/s".
    struct Piece
    {
        Cost cost;
        QString amount;
        double count = 0; ///< What is divided by the time.
        QString unit; ///< " rows/s", " MB/s"
        double spread = 2;
        Key sized;
        bool mayBeNone = false; ///< Nobody knows how few rows it is.
    };

    void addWork(const Occurrence &occurrence, const sql::Statement &statement, const QString &text,
                 Work work);
    void addScan(const Occurrence &occurrence);
    void addIndexBuild(const Occurrence &occurrence, const sql::Statement &statement, const QString &text,
                       bool concurrently);
    [[nodiscard]] QVector<IndexShape> builtIndexes(const Key &table, const Occurrence &occurrence,
                                                   const sql::Statement &statement,
                                                   const QString &text) const;
    [[nodiscard]] Rewriting rewriting(const Occurrence &occurrence, const sql::Statement &statement,
                                      const QString &text) const;
    void addRewrite(const Occurrence &occurrence, const sql::Statement &statement, const QString &text);
    void addFileCopy(const Occurrence &occurrence);
    void addRefresh(const Occurrence &occurrence);
    void addForeignKey(const Key &referencing, const Key &referenced, const QStringList &columns = {});
    void addSample(const Key &key);
    void addData(const Occurrence &occurrence, const sql::Statement &statement, const QString &text);
    void addWrite(const Occurrence &occurrence, bool hasWhere, const QString &text);
    /// Rows that the statement brings, as many as nobody knows.
    void addBroughtRows(const Key &into);
    void scanOf(const Key &key, int conditions, const QStringList &columns = {});
    [[nodiscard]] QStringList scannedColumns(const Occurrence &occurrence) const;
    [[nodiscard]] int stripes(const plan::BackfillSpec &spec, const TableShape &table) const;
    [[nodiscard]] std::optional<double> madeWidth(const plan::BackfillSpec &spec,
                                                  const QString &column) const;
    [[nodiscard]] Batching batching(const plan::BackfillSpec &spec, const TableShape &table) const;
    void addByRows(const Cost &cost, const Key &key, double spread, const QString &more = {});
    void addByBytes(const Cost &cost, const Key &key, double bytes, double spread, const QString &more = {});
    [[nodiscard]] static double spreadOf(IndexMethod method);
    [[nodiscard]] Keys targets(const Occurrence &occurrence) const;
    [[nodiscard]] plan::Estimate estimateOf(const Piece &piece) const;
    [[nodiscard]] QString sentence() const;
    /// " with 2 indexes"; empty for none.
    [[nodiscard]] static QString indexesText(qsizetype count);

    const SchemaState &m_state;
    const ShapeReader m_shapes;
    const Sizes &m_sizes;
    const Rates &m_rates;
    const CostModel m_model;
    const int m_version;
    QVector<Piece> m_pieces;
    QSet<Key> m_read; ///< Tables that one pass looks at for all parts of the statement.
    QSet<Key> m_rewritten;
    QSet<Key> m_empty;
    bool m_waits = false;
};

/// How long work of a kind on a relation is likely to take, whatever the statement.
[[nodiscard]] double workMs(Work work, const Key &relation, const SchemaState &state, const Sizes &sizes,
                            const Rates &rates);
/// One after the other.
[[nodiscard]] plan::Estimate sum(const plan::Estimate &first, const plan::Estimate &second);
/// Nothing is known to be done.
[[nodiscard]] plan::Estimate unknownEstimate(const QString &basis);

} // namespace lockstep::analysis
