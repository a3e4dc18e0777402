#include "edithistory.h"

#include <algorithm>

namespace lockstep::project {

namespace {

constexpr qint64 typingPauseMs = 1000;

bool isSqlOf(const EditWish &wish, const QString &stepId)
{
    const auto *edit = std::get_if<plan::PlanEdit>(&wish);
    const auto *sql = edit ? std::get_if<plan::EditSql>(edit) : nullptr;
    return sql && sql->step == stepId;
}

} // namespace

QString stepOf(const EditWish &wish)
{
    return std::visit(base::Overloaded{
                          [](const plan::PlanEdit &edit) { return plan::stepsOf(edit).constFirst(); },
                          [](const RevertStep &revert) { return revert.step; },
                      },
                      wish);
}

std::vector<size_t> inForce(const std::vector<EditWish> &wishes)
{
    std::vector<size_t> result;
    const auto editAt = [&](size_t at) { return std::get<plan::PlanEdit>(wishes[at]); };
    for (size_t next = 0; next < wishes.size(); ++next) {
        if (const auto *revert = std::get_if<RevertStep>(&wishes[next])) {
            std::erase_if(result, [&](size_t at) { return isSqlOf(wishes[at], revert->step); });
            continue;
        }
        // What was typed before goes, unless the step was cut or joined since: then it is part of what was
        // cut.
        const plan::PlanEdit edit = editAt(next);
        for (size_t i = result.size(); i-- > 0;) {
            const plan::PlanEdit before = editAt(result[i]);
            if (samePlace(before, edit)) {
                result.erase(result.begin() + std::ptrdiff_t(i));
                break;
            }
            if (!std::holds_alternative<plan::EditSql>(before)
                && plan::stepsOf(before).contains(plan::stepsOf(edit).constFirst()))
                break;
        }
        result.push_back(next);
    }
    return result;
}

bool samePlace(const plan::PlanEdit &a, const plan::PlanEdit &b)
{
    const auto *one = std::get_if<plan::EditSql>(&a);
    const auto *other = std::get_if<plan::EditSql>(&b);
    return one && other && one->step == other->step && one->part == other->part;
}

bool isTypedAgain(const EditWish &before, const EditWish &now)
{
    const auto *one = std::get_if<plan::PlanEdit>(&before);
    const auto *other = std::get_if<plan::PlanEdit>(&now);
    return one && other && samePlace(*one, *other);
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
    return what.arg(plan::stepsOf(edit).constFirst());
}

QString wishText(const EditWish &wish)
{
    const auto *edit = std::get_if<plan::PlanEdit>(&wish);
    return edit ? editText(*edit) : QStringLiteral("reverting of step %1").arg(stepOf(wish));
}

void EditHistory::reset(plan::PlanPtr generated)
{
    m_entries.clear();
    m_entries.push_back({ std::move(generated), {}, {} });
    m_position = 0;
}

bool EditHistory::continuesTyping(const plan::PlanEdit &edit, const QDateTime &now) const
{
    const Entry &last = m_entries[m_position];
    const auto *made = std::get_if<plan::PlanEdit>(&last.made);
    return m_position > 0 && made && samePlace(*made, edit) && last.at.isValid()
           && last.at.msecsTo(now) < typingPauseMs;
}

void EditHistory::push(plan::PlanPtr edited, const plan::PlanEdit &edit, const QDateTime &now)
{
    if (continuesTyping(edit, now))
        --m_position;
    pushEntry({ std::move(edited), edit, now });
}

void EditHistory::pushReverted(plan::PlanPtr reverted, const QString &stepId, const QDateTime &now)
{
    pushEntry({ std::move(reverted), RevertStep{ stepId }, now });
}

void EditHistory::append(plan::PlanPtr plan, const EditWish &wish)
{
    pushEntry({ std::move(plan), wish, {} });
}

std::vector<EditWish> EditHistory::wishes() const
{
    std::vector<EditWish> result;
    for (size_t i = 1; i < m_entries.size(); ++i)
        result.push_back(m_entries[i].made);
    return result;
}

void EditHistory::cutTo(size_t count)
{
    if (m_entries.size() > count + 1)
        m_entries.resize(count + 1);
    m_position = std::min(m_position, count);
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
    const QString step = stepOf(m_entries[m_position].made);
    --m_position;
    return step;
}

QString EditHistory::redo()
{
    ++m_position;
    return stepOf(m_entries[m_position].made);
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
    return canUndo() ? wishText(m_entries[m_position].made) : QString();
}

std::vector<plan::PlanEdit> EditHistory::edits() const
{
    std::vector<EditWish> made = wishes();
    made.resize(m_position);
    std::vector<plan::PlanEdit> result;
    for (const size_t at : inForce(made))
        result.push_back(std::get<plan::PlanEdit>(made[at]));
    return result;
}

} // namespace lockstep::project
