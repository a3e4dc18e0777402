#include "replay.h"

#include <algorithm>

namespace lockstep::project {

namespace {

bool isSqlOfStep(const plan::PlanEdit &edit, const QString &step)
{
    const auto *sql = std::get_if<plan::EditSql>(&edit);
    return sql && sql->step == step;
}

} // namespace

base::Result<plan::PlanPtr> revertedPlan(const plan::PlanPtr &generated,
                                         const std::vector<plan::PlanEdit> &edits, const QString &step)
{
    plan::PlanPtr plan = generated;
    for (const plan::PlanEdit &edit : withoutSqlOf(edits, step)) {
        const auto edited = plan::withEdit(plan, edit);
        if (!edited.has_value())
            return edited;
        plan = *edited;
    }
    return plan;
}

Replay::Replay(plan::PlanPtr generated, schema::CatalogPtr current, analysis::AnalysisOptions options)
    : m_refitter(generated)
    , m_current(std::move(current))
    , m_options(std::move(options))
{
    m_history.reset(std::move(generated));
}

void Replay::add(const QVector<KeptWish> &wishes, std::stop_token stop)
{
    for (const KeptWish &wish : wishes) {
        if (const auto *edit = std::get_if<plan::PlanEdit>(&wish.wish))
            addEdit({ *edit, wish.anchors }, stop);
        else
            addRevert(m_refitter.stepNow(wish), stop);
        m_wishes.push_back(wish.wish);
        m_entries.push_back(m_history.undoable());
    }
}

void Replay::addEdit(const KeptEdit &kept, std::stop_token stop)
{
    const Refit refit = m_refitter.refit(kept, *m_history.plan());
    if (refit.conflict)
        m_refused.push_back({ count(), *refit.conflict });
    if (!refit.edit)
        return;
    const auto edited = assessed(plan::withEdit(m_history.plan(), *refit.edit), stop);
    if (edited.has_value())
        m_history.append(*edited, *refit.edit);
    else
        m_refused.push_back({ count(), EditRefitter::refused(kept, edited.error()) });
}

void Replay::addRevert(const QString &step, std::stop_token stop)
{
    const std::vector<plan::PlanEdit> edits = m_history.edits();
    const bool isEdited = std::any_of(edits.begin(), edits.end(),
                                      [&](const plan::PlanEdit &edit) { return isSqlOfStep(edit, step); });
    if (!isEdited)
        return;
    const auto reverted = assessed(revertedPlan(m_history.generated(), edits, step), stop);
    if (reverted.has_value())
        m_history.append(*reverted, RevertStep{ step });
}

base::Result<plan::PlanPtr> Replay::assessed(const base::Result<plan::PlanPtr> &plan,
                                             std::stop_token stop) const
{
    return plan.has_value() ? analysis::analyse(*plan, m_current, m_options, stop) : plan;
}

void Replay::cutTo(qsizetype count)
{
    if (count >= this->count())
        return;
    m_wishes.resize(size_t(count));
    m_entries.resize(size_t(count) + 1);
    m_history.cutTo(m_entries.back());
    std::erase_if(m_refused, [&](const Refused &one) { return one.wish >= count; });
}

size_t Replay::entriesOf(size_t wishes) const
{
    return m_entries[std::min(wishes, m_entries.size() - 1)];
}

QVector<EditConflict> Replay::conflictsOf(qsizetype wishes) const
{
    const std::vector<size_t> wanted = inForce({ m_wishes.begin(), m_wishes.begin() + wishes });
    QVector<EditConflict> result;
    for (const Refused &one : m_refused) {
        if (std::binary_search(wanted.begin(), wanted.end(), size_t(one.wish)))
            result += one.conflict;
    }
    return result;
}

qsizetype Replay::firstRefused(qsizetype from) const
{
    qsizetype first = count();
    for (const Refused &one : m_refused) {
        if (one.wish >= from)
            first = std::min(first, one.wish);
    }
    return first;
}

} // namespace lockstep::project
