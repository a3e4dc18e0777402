#pragma once

#include "analysis.h"
#include "schemastate.h"

namespace lockstep::analysis {

/// How big a relation is, as far as anybody said.
struct Size
{
    qint64 rows = -1; ///< -1: unknown.
    qint64 bytes = -1; ///< Heap; guessed from the rows where only those are known.
    qint64 indexBytes = 0;
    qint64 mainBytes = 0; ///< Of the heap without TOAST; 0: not known.
    bool bytesGuessed = false;
    [[nodiscard]] bool isKnown() const { return rows >= 0; }
};

/// Sizes from typed-in rows, else from statistics. Partitioned tables are the sum of their parts,
/// tables made by the plan are empty.
class Sizes
{
public:
    Sizes(const AnalysisOptions &options, const plan::Intents &intents)
        : m_options(options)
        , m_intents(intents)
    { }
    [[nodiscard]] Size of(const Key &relation, const SchemaState &state) const;
    /// Null where nothing is known of the table or materialized view.
    [[nodiscard]] const schema::RelationStatistics *statistics(const Key &relation) const;
    [[nodiscard]] const schema::RelationStatistics *indexStatistics(const Key &index) const;

private:
    [[nodiscard]] qint64 typedRows(const Key &relation) const; ///< -1: none.
    [[nodiscard]] Size ofOne(const Key &relation) const;
    const AnalysisOptions &m_options;
    const plan::Intents &m_intents;
};

/// Below this a scan is over before anybody notices; findings about blocking become information.
inline constexpr qint64 smallTableRows = 10000;

/// "2 300 000".
[[nodiscard]] QString grouped(qint64 number);

} // namespace lockstep::analysis
