// Edits and decisions: one history, whatever becomes of the plan; the rest is in pipelineprivate.cpp.
#include "pipelineprivate.h"

namespace lockstep::project {

void Pipeline::Private::want(const EditWish &wish)
{
    if (!isPlanned() && !generatedBefore)
        return;
    decisions.forgetUndone();
    if (!isPlanned()) {
        carried.push(keptWish(wish, generatedBefore));
        emit q->editWaits(stepOf(wish));
        emit q->undoChanged();
        return;
    }
    const bool waits = pendingEdits.size() > (editInFlight ? 1U : 0U);
    auto *last = waits ? std::get_if<EditWish>(&pendingEdits.back()) : nullptr;
    if (last && isTypedAgain(*last, wish))
        *last = wish;
    else
        pendingEdits.push_back(wish);
    dropProofInFlight();
    emit q->undoChanged();
    startNextEdit();
}

void Pipeline::Private::startNextEdit()
{
    if (editInFlight || isAssessing)
        return;
    if (needsAssessing) {
        startAssessing();
        return;
    }
    while (!pendingEdits.empty() && std::holds_alternative<HistoryMove>(pendingEdits.front())) {
        const auto next = std::get<HistoryMove>(pendingEdits.front());
        pendingEdits.pop_front();
        next == HistoryMove::Undo ? undoNow() : redoNow();
    }
    if (pendingEdits.empty())
        return;
    editInFlight = true;
    const EditWish next = std::get<EditWish>(pendingEdits.front());
    const Latest::Ticket ticket = edit.begin();
    setState(Stage::Analysis, StageState::Working);
    const EditInput in{ history.plan(), history.generated(),         history.edits(),
                        next,           input(Side::Current).loaded, assessWith() };
    chainWorker.post([this, ticket, next, in] {
        const auto result = applyEdit(in, scratch, ticket.stop);
        toGui([this, ticket, next, result] { editDone(ticket.generation, stepOf(next), result); });
    });
}

void Pipeline::Private::editDone(base::Generation generation, const QString &stepId,
                                 const base::Result<EditResult> &result)
{
    if (!edit.isCurrent(generation))
        return;
    editInFlight = false;
    pendingEdits.pop_front();
    setState(Stage::Analysis, StageState::Done);
    if (result.has_value()) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        if (const auto *done = std::get_if<plan::PlanEdit>(&result->done))
            history.push(result->plan, *done, now);
        else
            history.pushReverted(result->plan, stepOf(result->done), now);
        setState(Stage::Proof, result->plan->isProved() ? StageState::Done : StageState::Idle);
        emit q->planUpdated(result->plan, stepOf(result->done));
        emit q->undoChanged();
    } else if (!result.error().isCanceled()) {
        emit q->editFailed(stepId, result.error());
    }
    startNextEdit();
}

CarriedEdits Pipeline::Private::editsToCarry() const
{
    CarriedEdits result(keptWishes(history), qsizetype(history.undoable()));
    for (const EditConflict &conflict : conflicts)
        result.insert({ conflict.kept.edit, conflict.kept.anchors });
    for (const auto &pending : pendingEdits) {
        if (const auto *wish = std::get_if<EditWish>(&pending))
            result.push(keptWish(*wish, history.generated()));
        else if (std::get<HistoryMove>(pending) == HistoryMove::Undo)
            result.undo();
        else
            result.redo();
    }
    return result;
}

size_t Pipeline::Private::editsInForce() const
{
    return isPlanned() ? history.undoable() : size_t(carried.inForce());
}

bool Pipeline::Private::undoesDecision() const
{
    // Edits made before a decision were put on the plan that it led to, one entry each.
    return decisions.canUndo() && editsInForce() <= decisions.editsBefore();
}

void Pipeline::Private::useIntents(const plan::Intents &next)
{
    intents = next;
    startChain(true);
    emit q->undoChanged();
}

void Pipeline::Private::move(HistoryMove move)
{
    if (!pendingEdits.empty())
        pendingEdits.push_back(move);
    else
        move == HistoryMove::Undo ? undoNow() : redoNow();
}

void Pipeline::Private::undoNow()
{
    if (undoesDecision()) {
        if (hasSides())
            stopDownstream();
        // They were made after the decision: they come back after it does.
        const QVector<KeptWish> undone = carried.takeUndone();
        useIntents(decisions.undo(intents, undone));
        emit q->decisionsUndone();
    } else if (isPlanned() && history.canUndo()) {
        showCurrent(history.undo());
    } else if (carried.canUndo()) {
        carried.undo();
        emit q->editWaits({});
        emit q->undoChanged();
    }
}

void Pipeline::Private::redoNow()
{
    if (redoesDecision()) {
        if (hasSides())
            stopDownstream();
        const DecisionHistory::Redone then = decisions.redo(intents, editsInForce());
        carried.addUndone(then.edits);
        useIntents(then.intents);
        emit q->decisionsUndone();
    } else if (isPlanned() && history.canRedo()) {
        showCurrent(history.redo());
    } else if (carried.canRedo()) {
        carried.redo();
        emit q->editWaits({});
        emit q->undoChanged();
    }
}

void Pipeline::Private::showCurrent(const QString &stepId)
{
    dropProofInFlight();
    setState(Stage::Analysis, StageState::Done);
    const plan::PlanPtr plan = history.plan();
    setState(Stage::Proof, plan->isProved() ? StageState::Done : StageState::Idle);
    emit q->planUpdated(plan, stepId);
    emit q->undoChanged();
}

} // namespace lockstep::project
