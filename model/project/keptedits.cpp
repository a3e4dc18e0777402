#include "keptedits.h"

#include <algorithm>

namespace lockstep::project {

namespace {

const QLatin1String rollbackMark("\n-- rollback\n");

QString joinedSql(const QStringList &statements)
{
    return statements.join(QStringLiteral(";\n"));
}

/// The part of an anchor's text that an edit is about.
QString partOf(const QString &anchor, plan::SqlPart part)
{
    const qsizetype mark = anchor.indexOf(rollbackMark);
    switch (part) {
    case plan::SqlPart::Forward: return anchor.left(mark);
    case plan::SqlPart::Rollback: return mark < 0 ? QString() : anchor.mid(mark + rollbackMark.size());
    case plan::SqlPart::Verify: break;
    }
    return {};
}

QString partOf(const plan::Step &step, plan::SqlPart part)
{
    switch (part) {
    case plan::SqlPart::Forward: return joinedSql(step.sql);
    case plan::SqlPart::Rollback: return joinedSql(step.rollback.sql);
    case plan::SqlPart::Verify: break;
    }
    QStringList queries;
    for (const plan::Verification &check : step.verify)
        queries += check.sql;
    return joinedSql(queries);
}

QString titleOf(const KeptEdit &kept)
{
    return kept.anchors.isEmpty() ? plan::stepsOf(kept.edit).constFirst() : kept.anchors.first().title;
}

EditConflict conflictOf(const KeptEdit &kept, const QString &reason)
{
    EditConflict conflict;
    conflict.kept = kept;
    conflict.title = titleOf(kept);
    conflict.reason = reason;
    if (const auto *sql = std::get_if<plan::EditSql>(&kept.edit))
        conflict.yours = sql->sql;
    if (const auto *own = std::get_if<plan::AddSqlStep>(&kept.edit))
        conflict.yours = own->sql;
    return conflict;
}

Refit needsWhatIsGone(const KeptEdit &kept)
{
    return {
        {}, conflictOf(kept, QStringLiteral("A step that it needs is no longer part of what is generated."))
    };
}

} // namespace

QString anchorText(const plan::Step &step)
{
    return joinedSql(step.sql) + rollbackMark + joinedSql(step.rollback.sql);
}

KeptWish keptWish(const EditWish &wish, const plan::PlanPtr &generated)
{
    KeptWish kept{ wish, {} };
    const auto *edit = std::get_if<plan::PlanEdit>(&wish);
    for (const QString &id : edit ? plan::stepsOf(*edit) : QStringList{ stepOf(wish) }) {
        const plan::OffStep *off = generated ? generated->findOff(id) : nullptr;
        const plan::Step *step = off ? &off->step : generated ? generated->find(id) : nullptr;
        if (step)
            kept.anchors += StepAnchor{ id, step->title, anchorText(*step) };
    }
    return kept;
}

QVector<KeptWish> keptWishes(const EditHistory &history)
{
    QVector<KeptWish> result;
    for (const EditWish &wish : history.wishes())
        result += keptWish(wish, history.generated());
    return result;
}

QVector<KeptEdit> keptEdits(const QVector<KeptWish> &wishes, qsizetype count)
{
    std::vector<EditWish> made;
    for (qsizetype i = 0; i < count; ++i)
        made.push_back(wishes.at(i).wish);
    QVector<KeptEdit> result;
    for (const size_t at : inForce(made))
        result += KeptEdit{ std::get<plan::PlanEdit>(made[at]), wishes.at(qsizetype(at)).anchors };
    return result;
}

QVector<KeptEdit> keptEdits(const EditHistory &history)
{
    return keptEdits(keptWishes(history), qsizetype(history.undoable()));
}

EditRefitter::EditRefitter(plan::PlanPtr generated)
    : m_generated(std::move(generated))
{ }

EditConflict EditRefitter::refused(const KeptEdit &kept, const base::Error &error)
{
    return conflictOf(kept, error.message);
}

EditRefitter::Found EditRefitter::find(const StepAnchor &anchor) const
{
    const plan::Step *sameId = m_generated->find(anchor.id);
    if (sameId && anchorText(*sameId) == anchor.text)
        return { Match::Same, anchor.id };
    const QVector<plan::Step> &steps = m_generated->steps;
    // A gate and a check have no SQL to tell them by.
    const bool hasText = anchor.text != rollbackMark;
    const auto same = std::find_if(steps.cbegin(), steps.cend(), [&](const plan::Step &step) {
        return hasText ? anchorText(step) == anchor.text : step.title == anchor.title;
    });
    if (same != steps.cend())
        return { Match::Same, same->id };
    const auto changed = std::find_if(steps.cbegin(), steps.cend(), [&](const plan::Step &step) {
        return !anchor.title.isEmpty() && step.title == anchor.title;
    });
    return changed != steps.cend() ? Found{ Match::Changed, changed->id } : Found{};
}

EditRefitter::Found EditRefitter::findOf(const QVector<StepAnchor> &anchors, const QString &step) const
{
    if (step.isEmpty())
        return { Match::Same, step };
    if (const auto made = m_made.constFind(step); made != m_made.constEnd())
        return { Match::Same, made.value() };
    const auto anchor =
        std::find_if(anchors.cbegin(), anchors.cend(), [&](const StepAnchor &one) { return one.id == step; });
    return anchor == anchors.cend() ? Found{} : find(*anchor);
}

QString EditRefitter::stepNow(const KeptWish &kept) const
{
    return findOf(kept.anchors, stepOf(kept.wish)).id;
}

QString EditRefitter::newId(const QString &old, const QString &wanted)
{
    m_made.insert(old, wanted);
    return wanted;
}

Refit EditRefitter::refitSql(const KeptEdit &kept, const plan::EditSql &edit, const plan::Plan &plan) const
{
    const Found found = findOf(kept.anchors, edit.step);
    plan::EditSql mine{ found.id, edit.part, edit.sql };
    if (found.match == Match::Same)
        return { mine, {} };
    if (found.match == Match::Gone) {
        EditConflict conflict = conflictOf(
            kept, QStringLiteral("The step that you edited is no longer part of what is generated."));
        conflict.base = kept.anchors.isEmpty() ? QString() : partOf(kept.anchors.first().text, edit.part);
        if (edit.part == plan::SqlPart::Forward && !edit.sql.isEmpty())
            conflict.mine = plan::AddSqlStep{ plan::freeOwnId(plan), {}, conflict.title, edit.sql, {} };
        return { {}, conflict };
    }
    const QString base = partOf(kept.anchors.first().text, edit.part);
    const QString now = partOf(*m_generated->find(found.id), edit.part);
    // Another part of the step has changed, or what is generated now is what the user made of it.
    if (edit.part != plan::SqlPart::Verify && base == now)
        return { mine, {} };
    if (now.simplified() == edit.sql.simplified().remove(QLatin1Char(';')))
        return {};
    EditConflict conflict =
        conflictOf(kept, QStringLiteral("What is generated for the step that you edited has changed."));
    conflict.step = found.id;
    conflict.base = base;
    conflict.now = now;
    conflict.mine = mine;
    return { {}, conflict };
}

template <typename NewStep>
Refit EditRefitter::refitNew(const KeptEdit &kept, NewStep edit, const plan::Plan &plan)
{
    const QString old = edit.id;
    edit.id = newId(old, plan::freeOwnId(plan));
    const Found before = findOf(kept.anchors, edit.before);
    edit.before = before.id;
    if (before.match != Match::Gone)
        return { plan::PlanEdit(edit), {} };
    // Where it stood before a step that is gone, it stands at the end if the user wants that.
    EditConflict conflict =
        conflictOf(kept, QStringLiteral("The step before which you put this is no longer generated."));
    conflict.title = edit.title;
    conflict.mine = plan::PlanEdit(edit);
    m_made.remove(old);
    return { {}, conflict };
}

Refit EditRefitter::refitMove(const KeptEdit &kept, const plan::MoveStep &edit) const
{
    const Found step = findOf(kept.anchors, edit.step);
    const Found before = findOf(kept.anchors, edit.before);
    if (step.match == Match::Gone)
        return {};
    if (before.match == Match::Gone)
        return needsWhatIsGone(kept);
    return { plan::PlanEdit(plan::MoveStep{ step.id, before.id }), {} };
}

Refit EditRefitter::refitSplit(const KeptEdit &kept, const plan::SplitStep &edit, const plan::Plan &plan)
{
    const Found step = findOf(kept.anchors, edit.step);
    if (step.match == Match::Gone)
        return needsWhatIsGone(kept);
    const QString second = newId(edit.second, plan::freeStepId(plan, step.id));
    return { plan::PlanEdit(plan::SplitStep{ step.id, edit.at, second }), {} };
}

Refit EditRefitter::refitJoin(const KeptEdit &kept, const plan::JoinSteps &edit) const
{
    const Found first = findOf(kept.anchors, edit.first);
    const Found second = findOf(kept.anchors, edit.second);
    if (first.match == Match::Gone || second.match == Match::Gone)
        return needsWhatIsGone(kept);
    return { plan::PlanEdit(plan::JoinSteps{ first.id, second.id }), {} };
}

Refit EditRefitter::refit(const KeptEdit &kept, const plan::Plan &plan)
{
    return std::visit(base::Overloaded{
                          [&](const plan::EditSql &one) { return refitSql(kept, one, plan); },
                          [&](const plan::AddSqlStep &one) { return refitNew(kept, one, plan); },
                          [&](const plan::AddGate &one) { return refitNew(kept, one, plan); },
                          [&](const plan::MoveStep &one) { return refitMove(kept, one); },
                          [&](const plan::SplitStep &one) { return refitSplit(kept, one, plan); },
                          [&](const plan::JoinSteps &one) { return refitJoin(kept, one); },
                          // Where the step is gone there is nothing left to leave out or to take away.
                          [&](const plan::SwitchStep &one) -> Refit {
                              const Found step = findOf(kept.anchors, one.step);
                              if (step.match == Match::Gone)
                                  return {};
                              return { plan::PlanEdit(plan::SwitchStep{ step.id, one.isOn }), {} };
                          },
                          [&](const plan::RemoveOwnStep &one) -> Refit {
                              const Found step = findOf(kept.anchors, one.step);
                              if (step.match == Match::Gone)
                                  return {};
                              return { plan::PlanEdit(plan::RemoveOwnStep{ step.id }), {} };
                          },
                      },
                      kept.edit);
}

} // namespace lockstep::project
