#include "pipelineprivate.h"

#include <model/plan/scriptintents.h>

namespace lockstep::project {

Pipeline::Pipeline(scratch::ScratchOptions scratchOptions, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(scratchOptions)))
{ }

Pipeline::~Pipeline()
{
    for (Private::Input &input : d->inputs)
        input.latest.abandon();
    d->chain.abandon();
    d->edit.abandon();
    d->proof.abandon();
    d->assessment.abandon();
}

sources::LoadedSourcePtr Pipeline::loaded(Side side) const
{
    return d->input(side).loaded;
}
diff::ChangeSetPtr Pipeline::changes() const
{
    return d->changes;
}
QVector<plan::StaleDecision> Pipeline::staleDecisions() const
{
    return d->stale;
}
plan::PlanPtr Pipeline::plan() const
{
    return d->history.plan();
}
StageState Pipeline::state(Stage stage) const
{
    return d->states[size_t(stage)];
}
bool Pipeline::canUndo() const
{
    return d->canUndoEdit() || d->decisions.canUndo() || !d->pendingEdits.empty();
}
bool Pipeline::canRedo() const
{
    return d->canRedoEdit() || d->decisions.canRedo();
}
QString Pipeline::undoText() const
{
    if (d->undoesDecision())
        return QStringLiteral("the last decision");
    return d->isPlanned() ? d->history.undoText() : d->carried.undoText();
}

plan::PlanOptions Pipeline::options() const
{
    plan::PlanOptions options;
    options.policy = d->policy;
    options.intents = d->intents;
    return options;
}

plan::Intents Pipeline::ownIntents() const
{
    return plan::withoutIntents(d->intents, d->scriptIntents);
}

QVector<KeptEdit> Pipeline::edits() const
{
    if (!d->isPlanned())
        return keptEdits(d->carried.wishes(), d->carried.inForce());
    if (!d->pendingEdits.empty()) {
        const CarriedEdits all = d->editsToCarry();
        return keptEdits(all.wishes(), all.inForce());
    }
    QVector<KeptEdit> kept = keptEdits(d->history);
    for (const EditConflict &conflict : d->conflicts)
        kept += conflict.kept;
    return kept;
}

const QVector<EditConflict> &Pipeline::conflicts() const
{
    return d->conflicts;
}

void Pipeline::setSource(Side side, const sources::Source &source)
{
    d->input(side).source = source;
    if (side == Side::Target) {
        d->input(side).scripts.clear();
        d->dropScriptIntents();
    } else {
        d->forgetRates();
    }
    reload(side);
}

void Pipeline::rewrite(const QVector<sources::ScriptText> &scripts)
{
    if (scripts.isEmpty() || !d->input(Side::Current).loaded)
        return;
    d->input(Side::Target).source.reset();
    d->input(Side::Target).scripts = scripts;
    reload(Side::Target);
}

void Pipeline::reload(Side side)
{
    const bool hasScripts = !d->input(side).scripts.isEmpty();
    if (!d->input(side).source && !hasScripts)
        return;
    d->stopDownstream();
    if (hasScripts)
        d->startRewrite();
    else
        d->startLoad(side);
}

void Pipeline::swapSides()
{
    Private::Input &current = d->input(Side::Current);
    Private::Input &target = d->input(Side::Target);
    std::swap(current.source, target.source);
    std::swap(current.loaded, target.loaded);
    target.scripts.clear();
    d->dropScriptIntents();
    d->stopDownstream();
    d->forgetRates();
    d->startRatesLookup();
    for (const Side side : { Side::Current, Side::Target }) {
        Private::Input &input = d->input(side);
        if (input.loaded)
            emit sourceReady(side, input.loaded);
        else if (input.source)
            d->startLoad(side);
    }
    d->startChain(true);
}

analysis::RatesPtr Pipeline::rates() const
{
    return d->rates ? d->rates : analysis::defaultRates();
}

void Pipeline::setRatesStore(const RatesStore &store)
{
    d->ratesStore = store;
}

analysis::lint::LintSettings Pipeline::rules() const
{
    return d->rules;
}

void Pipeline::setRules(const analysis::lint::LintSettings &rules)
{
    d->useRules(rules);
}

void Pipeline::setRates(const analysis::RatesPtr &rates)
{
    d->ratesChosen = rates != nullptr;
    d->useRates(rates);
}

void Pipeline::setPolicy(plan::Policy policy)
{
    if (d->policy == policy)
        return;
    d->policy = policy;
    d->startChain(false);
}

void Pipeline::setIntents(const plan::Intents &intents)
{
    if (plan::toJson(d->intents) == plan::toJson(intents))
        return;
    d->decisions.clear();
    d->useIntents(intents);
}

void Pipeline::decide(const plan::Intents &intents)
{
    if (plan::toJson(d->intents) == plan::toJson(intents))
        return;
    // What is being typed and made goes with the edits before it.
    if (d->hasSides())
        d->stopDownstream();
    d->decisions.push(d->intents, d->editsInForce());
    d->carried.takeUndone();
    d->useIntents(intents);
}

void Pipeline::edit(const plan::PlanEdit &edit)
{
    d->want(edit);
}

void Pipeline::editStep(const QString &stepId, plan::SqlPart part, const QString &sql)
{
    edit(plan::EditSql{ stepId, part, sql });
}

void Pipeline::revertStep(const QString &stepId)
{
    const plan::PlanPtr plan = d->history.plan();
    const plan::Step *step = plan ? plan->find(stepId) : nullptr;
    const bool isAsGenerated = d->isPlanned() && d->pendingEdits.empty() && !(step && step->edited);
    if (!isAsGenerated)
        d->want(RevertStep{ stepId });
}

void Pipeline::resolveConflict(int index, bool keepMine)
{
    if (index < 0 || index >= d->conflicts.size())
        return;
    const EditConflict conflict = d->conflicts.takeAt(index);
    if (keepMine && conflict.mine)
        edit(*conflict.mine);
    emit conflictsChanged();
    emit undoChanged();
}

void Pipeline::restoreEdits(const QVector<KeptEdit> &edits)
{
    const bool hadPlan = d->isPlanned();
    d->stopDownstream();
    QVector<KeptWish> wishes;
    for (const KeptEdit &kept : edits)
        wishes += KeptWish{ kept.edit, kept.anchors };
    d->carried = CarriedEdits(wishes, wishes.size());
    if (hadPlan)
        d->startChain(false);
}

void Pipeline::undo()
{
    d->move(HistoryMove::Undo);
}

void Pipeline::redo()
{
    d->move(HistoryMove::Redo);
}

void Pipeline::prove()
{
    if (d->history.plan())
        d->startProof();
}

void Pipeline::forget()
{
    for (const Side side : { Side::Current, Side::Target }) {
        d->input(side).latest.abandon();
        d->input(side) = {};
        d->setState(Private::loadStage(side), StageState::Idle);
    }
    d->scriptIntents = {};
    d->stopDownstream();
    d->forgetRates();
    d->carried = {};
    d->generatedBefore.reset();
    d->setConflicts({});
    d->stale.clear();
    d->decisions.clear();
    d->policy = plan::PlanOptions().policy;
    if (std::exchange(d->changes, nullptr))
        emit changesReady(nullptr);
}

void Pipeline::openPlan(const plan::PlanPtr &plan)
{
    forget();
    d->policy = plan->policy;
    d->intents = plan->intents;
    d->history.reset(plan);
    d->setState(Stage::Plan, StageState::Done);
    d->setState(Stage::Analysis, StageState::Done);
    const bool isOfThis = plan->proof.planDigest == plan->digest();
    if (plan->proof.status != plan::ProofStatus::None && isOfThis)
        d->setState(Stage::Proof, plan->isProved() ? StageState::Done : StageState::Failed);
    emit planReady(plan);
    emit undoChanged();
}

void Pipeline::cancel()
{
    for (Private::Input &input : d->inputs)
        input.latest.abandon();
    d->chain.abandon();
    d->edit.abandon();
    d->proof.abandon();
    d->editInFlight = false;
    d->pendingEdits.clear();
    for (size_t i = 0; i < d->states.size(); ++i) {
        if (d->states[i] == StageState::Working)
            d->setState(Stage(i), StageState::Idle);
    }
}

} // namespace lockstep::project
