#include "edithistory.h"

#include <algorithm>

namespace lockstep::project {

namespace {

constexpr qint64 typingPauseMs = 1000;

/// What was typed before goes, unless the step was cut or joined since: then it is part of what was cut.
std::vector<plan::PlanEdit> withAppended(std::vector<plan::PlanEdit> edits, const plan::PlanEdit &edit)
{
    for (size_t i = edits.size(); i-- > 0;) {
        if (samePlace(edits[i], edit)) {
            edits.erase(edits.begin() + std::ptrdiff_t(i));
            break;
        }
        if (!std::holds_alternative<plan::EditSql>(edits[i])
            && plan::stepsOf(edits[i]).contains(plan::stepsOf(edit).first()))
            break;
    }
    edits.push_back(edit);
    return edits;
}

} // namespace

bool samePlace(const plan::PlanEdit &a, const plan::PlanEdit &b)
{
    const auto *one = std::get_if<plan::EditSql>(&a);
    const auto *other = std::get_if<plan::EditSql>(&b);
    return one && other && one->step == other->step && one->part == other->part;
}

std::vector<plan::PlanEdit> withoutSqlOf(std::vector<plan::PlanEdit> edits, const QString &stepId)
{
    std::erase_if(edits, [&](const plan::PlanEdit &edit) {
        const auto *sql = std::get_if<plan::EditSql>(&edit);
        return sql && sql->step == stepId;
    });
    return edits;
}

QString editText(const plan::PlanEdit &edit)
{
    const QString what = std::visit(
        base::Overloaded{
            [](const plan::EditSql &) { return QStringLiteral("edit of step %1"); },
            [](const plan::MoveStep &) { return QStringLiteral("move of step %1"); },
            [](const plan::SwitchStep &one) {
                return one.isOn ? QStringLiteral("switching on of step %1")
                                : QStringLiteral("switching off of step %1");
            },
            [](const plan::SplitStep &) { return QStringLiteral("split of step %1"); },
            [](const plan::JoinSteps &) { return QStringLiteral("joining of step %1 with the next"); },
            [](const plan::AddSqlStep &) { return QStringLiteral("new step %1"); },
            [](const plan::AddGate &) { return QStringLiteral("new gate %1"); },
            [](const plan::RemoveOwnStep &) { return QStringLiteral("removal of step %1"); },
        },
        edit);
    return what.arg(plan::stepsOf(edit).first());
}

void EditHistory::reset(plan::PlanPtr generated)
{
    m_entries.clear();
    m_entries.push_back({ std::move(generated), {}, {}, {}, {} });
    m_position = 0;
}

bool EditHistory::continuesTyping(const plan::PlanEdit &edit, const QDateTime &now) const
{
    const Entry &last = m_entries[m_position];
    return m_position > 0 && !last.edits.empty() && samePlace(last.edits.back(), edit)
           && last.at.msecsTo(now) < typingPauseMs;
}

void EditHistory::push(plan::PlanPtr edited, const plan::PlanEdit &edit, const QDateTime &now)
{
    Entry entry{ std::move(edited), withAppended(edits(), edit), plan::stepsOf(edit).first(), editText(edit),
                 now };
    if (continuesTyping(edit, now))
        m_entries[m_position--] = {};
    pushEntry(std::move(entry));
}

void EditHistory::pushReverted(plan::PlanPtr reverted, const QString &stepId, const QDateTime &now)
{
    pushEntry({ std::move(reverted), withoutSqlOf(edits(), stepId), stepId,
                QStringLiteral("reverting of step %1").arg(stepId), now });
}

void EditHistory::pushEntry(Entry entry)
{
    m_entries.resize(m_position + 1);
    m_entries.push_back(std::move(entry));
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
    const QString step = m_entries[m_position].step;
    --m_position;
    return step;
}

QString EditHistory::redo()
{
    ++m_position;
    return m_entries[m_position].step;
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
    return canUndo() ? m_entries[m_position].text : QString();
}

std::vector<plan::PlanEdit> EditHistory::edits() const
{
    return m_entries.empty() ? std::vector<plan::PlanEdit>() : m_entries[m_position].edits;
}

} // namespace lockstep::project
