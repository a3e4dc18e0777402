#pragma once

#include "keptedits.h"

#include <model/analysis/analysis.h>

#include <stop_token>

namespace lockstep::project {

/// Puts what was made of an older plan on a new one, wish after wish. A value: what was replayed so far can
/// be kept and gone on from. Blocks.
class Replay
{
public:
    /// `generated` is assessed; with `options` everything that is made of it will be.
    Replay(plan::PlanPtr generated, schema::CatalogPtr current, analysis::AnalysisOptions options);

    void add(const QVector<KeptWish> &wishes, std::stop_token stop);
    /// Forgets all wishes but the first.
    void cutTo(qsizetype count);
    [[nodiscard]] qsizetype count() const { return qsizetype(m_wishes.size()); }
    /// How many entries of the history the first `wishes` are: some may not fit or have become needless.
    [[nodiscard]] size_t entriesOf(size_t wishes) const;
    /// With all wishes in force.
    [[nodiscard]] const EditHistory &history() const { return m_history; }
    /// What of the first `wishes` is still wanted and did not simply fit.
    [[nodiscard]] QVector<EditConflict> conflictsOf(qsizetype wishes) const;
    /// The first wish from `from` on that did not fit; count() if all did.
    [[nodiscard]] qsizetype firstRefused(qsizetype from) const;

private:
    void addEdit(const KeptEdit &kept, std::stop_token stop);
    void addRevert(const QString &step, std::stop_token stop);
    [[nodiscard]] base::Result<plan::PlanPtr> assessed(const base::Result<plan::PlanPtr> &plan,
                                                       std::stop_token stop) const;
    struct Refused
    {
        qsizetype wish;
        EditConflict conflict;
    };

    EditHistory m_history;
    EditRefitter m_refitter;
    schema::CatalogPtr m_current;
    analysis::AnalysisOptions m_options;
    std::vector<Refused> m_refused;
    std::vector<EditWish> m_wishes; ///< As they were made.
    std::vector<size_t> m_entries{ 0 }; ///< After none of them, after the first, and so on.
};

/// The generated plan with all edits but those of a step's SQL; not assessed.
[[nodiscard]] base::Result<plan::PlanPtr> revertedPlan(const plan::PlanPtr &generated,
                                                       const std::vector<plan::PlanEdit> &edits,
                                                       const QString &step);

} // namespace lockstep::project
