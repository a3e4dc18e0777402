#include "edithistory.h"

#include <algorithm>

namespace lockstep::project {

namespace {

constexpr qint64 typingPauseMs = 1000;

const plan::Step *stepFor(const AnchoredEdit &edit, const plan::Plan &plan)
{
    const plan::Step *sameId = plan.find(edit.edit.stepId);
    if (sameId && anchorText(*sameId) == edit.generated)
        return sameId;
    const auto it = std::find_if(plan.steps.cbegin(), plan.steps.cend(),
                                 [&](const plan::Step &step) { return anchorText(step) == edit.generated; });
    return it == plan.steps.cend() ? nullptr : &*it;
}

} // namespace

bool samePlace(const SqlEdit &a, const SqlEdit &b)
{
    return a.stepId == b.stepId && a.part == b.part && a.isRevert == b.isRevert;
}

void EditHistory::reset(plan::PlanPtr generated)
{
    m_entries.clear();
    m_entries.push_back({ std::move(generated), {}, {} });
    m_position = 0;
}

void EditHistory::push(plan::PlanPtr edited, const SqlEdit &edit, const QDateTime &now)
{
    m_entries.resize(m_position + 1);
    Entry &last = m_entries.back();
    if (m_position > 0 && samePlace(last.edit, edit) && last.at.msecsTo(now) < typingPauseMs) {
        last = { std::move(edited), edit, now };
        return;
    }
    m_entries.push_back({ std::move(edited), edit, now });
    m_position = m_entries.size() - 1;
}

void EditHistory::replaceCurrent(plan::PlanPtr plan)
{
    m_entries[m_position].plan = std::move(plan);
}

std::vector<plan::PlanPtr> EditHistory::plans() const
{
    std::vector<plan::PlanPtr> result;
    for (const Entry &entry : m_entries)
        result.push_back(entry.plan);
    return result;
}

bool EditHistory::replace(const plan::PlanPtr &before, const plan::PlanPtr &plan)
{
    bool found = false;
    for (Entry &entry : m_entries) {
        if (entry.plan != before)
            continue;
        entry.plan = plan;
        found = true;
    }
    return found;
}

QString EditHistory::undo()
{
    const QString step = m_entries[m_position].edit.stepId;
    --m_position;
    return step;
}

QString EditHistory::redo()
{
    ++m_position;
    return m_entries[m_position].edit.stepId;
}

plan::PlanPtr EditHistory::plan() const
{
    return m_entries.empty() ? nullptr : m_entries[m_position].plan;
}

plan::PlanPtr EditHistory::generated() const
{
    return m_entries.empty() ? nullptr : m_entries.front().plan;
}

QString EditHistory::undoText() const
{
    return canUndo() ? QStringLiteral("edit of step %1").arg(m_entries[m_position].edit.stepId) : QString();
}

std::vector<SqlEdit> EditHistory::edits() const
{
    std::vector<SqlEdit> result;
    for (size_t i = 1; i <= m_position && i < m_entries.size(); ++i) {
        const SqlEdit &edit = m_entries[i].edit;
        std::erase_if(result, [&](const SqlEdit &older) {
            return samePlace(older, edit) || (edit.isRevert && older.stepId == edit.stepId);
        });
        if (!edit.isRevert)
            result.push_back(edit);
    }
    return result;
}

QString anchorText(const plan::Step &step)
{
    return step.sql.join(QStringLiteral(";\n")) + QStringLiteral("\n-- rollback\n")
           + step.rollback.sql.join(QStringLiteral(";\n"));
}

std::vector<AnchoredEdit> anchored(const EditHistory &history)
{
    std::vector<AnchoredEdit> result;
    const plan::PlanPtr generated = history.generated();
    for (const SqlEdit &edit : history.edits()) {
        const plan::Step *step = generated ? generated->find(edit.stepId) : nullptr;
        if (step)
            result.push_back({ edit, anchorText(*step) });
    }
    return result;
}

QVector<StepEdit> toStepEdits(const std::vector<AnchoredEdit> &edits)
{
    QVector<StepEdit> result;
    for (const AnchoredEdit &anchoredEdit : edits) {
        const SqlEdit &edit = anchoredEdit.edit;
        auto it = std::find_if(result.begin(), result.end(),
                               [&](const StepEdit &known) { return known.stepId == edit.stepId; });
        if (it == result.end())
            it = result.insert(result.end(), StepEdit{ edit.stepId, {}, {}, {}, anchoredEdit.generated });
        switch (edit.part) {
        case plan::SqlPart::Forward: it->forward = edit.sql; break;
        case plan::SqlPart::Rollback: it->rollback = edit.sql; break;
        case plan::SqlPart::Verify: it->verify = edit.sql; break;
        }
    }
    return result;
}

std::vector<AnchoredEdit> fromStepEdits(const QVector<StepEdit> &edits)
{
    std::vector<AnchoredEdit> result;
    for (const StepEdit &edit : edits) {
        const auto add = [&](plan::SqlPart part, const QString &sql) {
            if (!sql.isNull())
                result.push_back({ { edit.stepId, part, sql }, edit.generated });
        };
        add(plan::SqlPart::Forward, edit.forward);
        add(plan::SqlPart::Rollback, edit.rollback);
        add(plan::SqlPart::Verify, edit.verify);
    }
    return result;
}

std::vector<SqlEdit> fitted(const std::vector<AnchoredEdit> &edits, const plan::Plan &plan,
                            std::vector<SqlEdit> *lost)
{
    std::vector<SqlEdit> result;
    for (const AnchoredEdit &edit : edits) {
        const plan::Step *step = stepFor(edit, plan);
        if (step)
            result.push_back({ step->id, edit.edit.part, edit.edit.sql });
        else
            lost->push_back(edit.edit);
    }
    return result;
}

} // namespace lockstep::project
