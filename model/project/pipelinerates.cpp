#include "pipelineprivate.h"

#include <model/base/log.h>
#include <model/proof/calibration.h>

/// What steps are assessed with, and assessing them anew.
namespace lockstep::project {

void Pipeline::Private::useRates(const analysis::RatesPtr &next)
{
    if (next == rates)
        return;
    rates = next;
    emit q->ratesChanged();
    assessAnew();
}

void Pipeline::Private::useRules(const analysis::lint::LintSettings &next)
{
    if (next == rules)
        return;
    rules = next;
    emit q->rulesChanged();
    assessAnew();
}

void Pipeline::Private::assessAnew()
{
    const auto isWorking = [this](Stage stage) { return states[size_t(stage)] == StageState::Working; };
    if (history.plan()) {
        needsAssessing = true;
        startNextEdit();
    } else if (isWorking(Stage::Diff) || isWorking(Stage::Plan) || isWorking(Stage::Analysis)) {
        startChain(true);
    }
}

void Pipeline::Private::forgetRates()
{
    ratesChosen = false;
    if (!rates)
        return;
    rates.reset();
    emit q->ratesChanged();
}

analysis::RatesPtr Pipeline::Private::keptRates(const sources::LoadedSource &source) const
{
    if (!source.isLive)
        return {};
    const auto kept = ratesStore.find(proof::serverKey(source.server));
    if (!kept.has_value()) {
        base::log::warning("project", kept.error().toText());
        return {};
    }
    return *kept;
}

void Pipeline::Private::startRatesLookup()
{
    const sources::LoadedSourcePtr current = input(Side::Current).loaded;
    if (!current || !current->isLive)
        return;
    loaders[size_t(Side::Current)].post([this, current] {
        const analysis::RatesPtr kept = keptRates(*current);
        toGui([this, current, kept] {
            if (kept && !ratesChosen && input(Side::Current).loaded == current)
                useRates(kept);
        });
    });
}

void Pipeline::Private::startAssessing()
{
    isAssessing = true;
    needsAssessing = false;
    const Latest::Ticket ticket = assessment.begin();
    setState(Stage::Analysis, StageState::Working);
    const AssessInput in{ history.plans(), input(Side::Current).loaded, assessWith() };
    chainWorker.post([this, ticket, in] {
        const auto result = assessAgain(in, scratch, ticket.stop);
        toGui([this, ticket, in, result] { assessed(ticket.generation, in.plans, result); });
    });
}

void Pipeline::Private::assessed(base::Generation generation, const std::vector<plan::PlanPtr> &before,
                                 const base::Result<std::vector<plan::PlanPtr>> &result)
{
    if (!assessment.isCurrent(generation))
        return;
    isAssessing = false;
    if (!result.has_value()) {
        fail(Stage::Analysis, result.error());
        startNextEdit();
        return;
    }
    // A proof may have come meanwhile, of a plan with the estimates of before.
    for (size_t i = 0; i < before.size(); ++i) {
        if (!history.replace(before[i], result->at(i)))
            needsAssessing = true;
    }
    setState(Stage::Analysis, StageState::Done);
    emit q->planUpdated(history.plan(), {});
    startNextEdit();
}

} // namespace lockstep::project
