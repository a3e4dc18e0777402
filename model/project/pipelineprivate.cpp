#include "pipelineprivate.h"

#include "loading.h"

#include <model/base/log.h>
#include <model/plan/scriptintents.h>

namespace lockstep::project {

namespace log = base::log;

Pipeline::Private::Private(Pipeline *pipeline, scratch::ScratchOptions options)
    : q(pipeline)
    , scratch(std::move(options))
{ }

Stage Pipeline::Private::loadStage(Side side)
{
    return side == Side::Current ? Stage::LoadCurrent : Stage::LoadTarget;
}

void Pipeline::Private::toGui(std::function<void()> job)
{
    QMetaObject::invokeMethod(q, std::move(job), Qt::QueuedConnection);
}

void Pipeline::Private::setState(Stage stage, StageState state)
{
    StageState &known = states[size_t(stage)];
    if (known == state)
        return;
    known = state;
    emit q->stageChanged(stage, state);
}

void Pipeline::Private::fail(Stage stage, const base::Error &error)
{
    if (error.isCanceled()) {
        setState(stage, StageState::Idle);
        return;
    }
    log::warning("project", error.toText());
    setState(stage, StageState::Failed);
    emit q->stageFailed(stage, error);
}

void Pipeline::Private::startLoad(Side side)
{
    Input &in = input(side);
    in.loaded.reset();
    const Latest::Ticket ticket = in.latest.begin();
    setState(loadStage(side), StageState::Working);
    loaders[size_t(side)].post([this, side, ticket, source = *in.source] {
        const auto report = [this, side, ticket](const QString &what) {
            toGui([this, side, ticket, what] {
                if (input(side).latest.isCurrent(ticket.generation))
                    emit q->progress(loadStage(side), what, 0, 0);
            });
        };
        const auto provider = [this, ticket] { return scratch.get(ticket.stop); };
        const auto result = loadSource(source, provider, report, ticket.stop);
        const analysis::RatesPtr kept =
            side == Side::Current && result.has_value() ? keptRates(**result) : analysis::RatesPtr();
        toGui([this, side, ticket, result, kept] {
            if (side == Side::Current && input(side).latest.isCurrent(ticket.generation) && !ratesChosen)
                useRates(kept);
            loadDone(side, ticket.generation, result);
        });
    });
}

void Pipeline::Private::loadDone(Side side, base::Generation generation,
                                 const base::Result<sources::LoadedSourcePtr> &result)
{
    if (!input(side).latest.isCurrent(generation))
        return;
    if (!result.has_value()) {
        fail(loadStage(side), result.error());
        return;
    }
    input(side).loaded = *result;
    setState(loadStage(side), StageState::Done);
    emit q->sourceReady(side, *result);
    // What scripts make of the current side follows it.
    if (side == Side::Current && !input(Side::Target).scripts.isEmpty())
        startRewrite();
    else
        startChain(true);
}

void Pipeline::Private::startRewrite()
{
    Input &target = input(Side::Target);
    const sources::LoadedSourcePtr current = input(Side::Current).loaded;
    target.loaded.reset();
    if (!current)
        return; // Follows when it is there.
    const Latest::Ticket ticket = target.latest.begin();
    setState(Stage::LoadTarget, StageState::Working);
    loaders[size_t(Side::Target)].post([this, ticket, current, scripts = target.scripts] {
        const auto report = [this, ticket](const QString &what) {
            toGui([this, ticket, what] {
                if (input(Side::Target).latest.isCurrent(ticket.generation))
                    emit q->progress(Stage::LoadTarget, what, 0, 0);
            });
        };
        const auto ofMajor = [this, ticket](int major) { return scratch.ofMajor(major, ticket.stop); };
        const auto result = rewriteScripts(current, scripts, ofMajor, report, ticket.stop);
        toGui([this, ticket, result] { rewriteDone(ticket.generation, result); });
    });
}

void Pipeline::Private::rewriteDone(base::Generation generation, const base::Result<Rewriting> &result)
{
    if (!input(Side::Target).latest.isCurrent(generation))
        return;
    dropScriptIntents();
    if (result.has_value()) {
        const plan::Intents before = intents;
        intents = plan::withIntents(intents, result->intents);
        // What a script drops is said by the script.
        scriptsTookDrop = scriptsTookDrop || intents.drop.has_value();
        intents.drop.reset();
        // The user's own of the same name stay theirs.
        scriptIntents = plan::withoutIntents(result->intents, before);
        loadDone(Side::Target, generation, result->target);
    } else {
        loadDone(Side::Target, generation, result.error());
    }
}

void Pipeline::Private::dropScriptIntents()
{
    intents = plan::withoutIntents(intents, scriptIntents);
    scriptIntents = {};
    if (scriptsTookDrop && !intents.drop)
        intents.drop = QStringList();
    scriptsTookDrop = false;
}

void Pipeline::Private::stopDownstream()
{
    if (isPlanned()) {
        carried = editsToCarry();
        generatedBefore = history.generated();
        history = EditHistory();
    }
    setConflicts({});
    chain.abandon();
    edit.abandon();
    proof.abandon();
    assessment.abandon();
    editInFlight = false;
    isAssessing = false;
    needsAssessing = false;
    pendingEdits.clear();
    for (const Stage stage : { Stage::Diff, Stage::Plan, Stage::Analysis, Stage::Proof })
        setState(stage, StageState::Idle);
}

void Pipeline::Private::startChain(bool compareAgain)
{
    const sources::LoadedSourcePtr current = input(Side::Current).loaded;
    const sources::LoadedSourcePtr target = input(Side::Target).loaded;
    if (!current || !target)
        return;
    stopDownstream();
    if (!compareAgain && changes)
        setState(Stage::Diff, StageState::Done);
    ChainInput in{ current,          target, policy,      intents, compareAgain ? nullptr : changes,
                   carried.wishes(), {},     assessWith() };
    carried.mark();
    const Latest::Ticket ticket = chain.begin();
    chainWorker.post([this, in, ticket]() mutable {
        in.scratch = [this, ticket](int major) { return scratch.ofMajor(major, ticket.stop); };
        ChainCallbacks callbacks;
        callbacks.started = [this, ticket](Stage stage) {
            toGui([this, ticket, stage] {
                if (!chain.isCurrent(ticket.generation))
                    return;
                if (stage == Stage::Analysis)
                    setState(Stage::Plan, StageState::Done);
                setState(stage, StageState::Working);
            });
        };
        callbacks.compared = [this, ticket](const diff::ChangeSetPtr &found,
                                            const QVector<plan::StaleDecision> &unusable) {
            toGui([this, ticket, found, unusable] {
                if (!chain.isCurrent(ticket.generation))
                    return;
                changes = found;
                stale = unusable;
                setState(Stage::Diff, StageState::Done);
                emit q->changesReady(found);
            });
        };
        const ChainResult result = runChain(in, callbacks, ticket.stop);
        toGui([this, ticket, result] { chainDone(ticket.generation, result); });
    });
}

void Pipeline::Private::chainDone(base::Generation generation, const ChainResult &result)
{
    if (!chain.isCurrent(generation))
        return;
    if (result.failure) {
        fail(result.failure->stage, result.failure->error);
        return;
    }
    emit q->planComing();
    if (chain.isCurrent(generation) && !replayRest(result))
        showPlan(*result.replay);
}

bool Pipeline::Private::replayRest(const ChainResult &result)
{
    const QVector<KeptWish> &wishes = carried.wishes();
    const qsizetype known = std::min(result.replay->count(), carried.unchanged());
    if (known == result.replay->count() && known == wishes.size())
        return false;
    carried.mark();
    const Latest::Ticket ticket = chain.begin();
    chainWorker.post([this, ticket, result = ChainResult(result), known, rest = wishes.mid(known)]() mutable {
        result.replay->cutTo(known);
        result.replay->add(rest, ticket.stop);
        toGui([this, ticket, result] { chainDone(ticket.generation, result); });
    });
    return true;
}

void Pipeline::Private::showPlan(const Replay &replay)
{
    const qsizetype inForce = carried.inForce();
    const qsizetype refused = replay.firstRefused(inForce);
    carried = {};
    generatedBefore.reset();
    history = replay.history();
    // What cannot be done again takes with it what was made after it.
    history.cutTo(replay.entriesOf(size_t(refused)));
    history.goTo(replay.entriesOf(size_t(inForce)));
    decisions.recount([&replay](size_t edits) { return replay.entriesOf(edits); });
    setState(Stage::Analysis, StageState::Done);
    log::info("project", QStringLiteral("Planned %1 steps.").arg(history.generated()->steps.size()));
    emit q->planReady(history.plan());
    setConflicts(replay.conflictsOf(inForce));
    if (refused < replay.count()) {
        decisions.forgetUndone();
        emit q->redoForgotten();
    }
    emit q->undoChanged();
}

void Pipeline::Private::setConflicts(const QVector<EditConflict> &found)
{
    if (conflicts.isEmpty() && found.isEmpty())
        return;
    conflicts = found;
    emit q->conflictsChanged();
}

void Pipeline::Private::dropProofInFlight()
{
    proof.abandon();
    if (states[size_t(Stage::Proof)] == StageState::Working)
        setState(Stage::Proof, StageState::Idle);
}

void Pipeline::Private::startProof()
{
    const Latest::Ticket ticket = proof.begin();
    proofWith = assessWith();
    setState(Stage::Proof, StageState::Working);
    proofWorker.post([this, ticket, plan = history.plan()] {
        const auto report = [this, ticket](const QString &phase, int done, int total) {
            toGui([this, ticket, phase, done, total] {
                if (proof.isCurrent(ticket.generation))
                    emit q->progress(Stage::Proof, phase, done, total);
            });
        };
        const auto server = scratch.ofMajor(plan->serverVersion / 10000, ticket.stop);
        const base::Result<plan::PlanPtr> result = server.has_value()
                                                       ? proof::prove(plan, *server, report, ticket.stop)
                                                       : base::Result<plan::PlanPtr>(server.error());
        toGui([this, ticket, result] { proofDone(ticket.generation, result); });
    });
}

void Pipeline::Private::proofDone(base::Generation generation, const base::Result<plan::PlanPtr> &result)
{
    if (!proof.isCurrent(generation))
        return;
    if (!result.has_value()) {
        fail(Stage::Proof, result.error());
        return;
    }
    history.replaceCurrent(*result);
    setState(Stage::Proof, (*result)->isProved() ? StageState::Done : StageState::Failed);
    emit q->proofReady(*result);
    if (proofWith != assessWith()) {
        needsAssessing = true;
        startNextEdit();
    }
}

} // namespace lockstep::project
