#include "chain.h"

#include "rewriting.h"

#include <model/base/log.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>

namespace lockstep::project {

namespace {

analysis::AnalysisOptions analysisOptionsFor(const plan::Intents &intents,
                                             const sources::LoadedSourcePtr &current, const AssessWith &with)
{
    analysis::AnalysisOptions options;
    options.rows = intents.rows;
    options.rates = with.rates;
    options.rules = with.rules;
    if (current)
        options.statistics = current->statistics;
    return options;
}

plan::PlanOptions planOptionsFor(const ChainInput &input)
{
    plan::PlanOptions options;
    options.policy = input.policy;
    options.intents = input.intents;
    options.currentScript = { input.current->display, input.current->script, input.current->whyNoScript };
    options.targetScript = { input.target->display, input.target->script, input.target->whyNoScript };
    options.current = input.current->catalog;
    return options;
}

base::Result<diff::ChangeSetPtr> compareSides(const ChainInput &input, std::stop_token stop)
{
    auto options = plan::diffOptions(input.intents, *input.current->catalog, *input.target->catalog);
    if (!options.has_value())
        return options.error();
    options->currentStatistics = input.current->statistics;
    options->targetStatistics = input.target->statistics;
    options->offersAll = true;
    return diff::diff(input.current->catalog, input.target->catalog, *options, stop);
}

/// New steps get their ids when they are made: what was asked for before may have taken some.
plan::PlanEdit withIds(plan::PlanEdit edit, const plan::Plan &plan)
{
    if (auto *sql = std::get_if<plan::AddSqlStep>(&edit); sql && sql->id.isEmpty())
        sql->id = plan::freeOwnId(plan);
    if (auto *gate = std::get_if<plan::AddGate>(&edit); gate && gate->id.isEmpty())
        gate->id = plan::freeOwnId(plan);
    if (auto *split = std::get_if<plan::SplitStep>(&edit); split && split->second.isEmpty())
        split->second = plan::freeStepId(plan, split->step);
    return edit;
}

/// True if an edit of SQL, perhaps an undo in the editor, has led back to what was generated.
bool isAsGenerated(const plan::PlanPtr &edited, const plan::PlanPtr &generated, const plan::PlanEdit &edit)
{
    const auto *sql = std::get_if<plan::EditSql>(&edit);
    const plan::Step *was = sql && generated ? generated->find(sql->step) : nullptr;
    const plan::Step *now = was ? edited->find(sql->step) : nullptr;
    if (!now || was->edited)
        return false;
    const auto sameCheck = [](const plan::Verification &a, const plan::Verification &b) {
        return a.sql == b.sql && a.expect == b.expect;
    };
    return was->sql == now->sql && was->rollback.sql == now->rollback.sql && was->title == now->title
           && std::equal(was->verify.begin(), was->verify.end(), now->verify.begin(), now->verify.end(),
                         sameCheck);
}

base::Result<schema::CatalogPtr> catalogFromScript(const plan::SideScript &script, ScratchHolder &scratch,
                                                   std::stop_token stop)
{
    const auto server = scratch.get(stop);
    if (!server.has_value())
        return server.error();
    const auto database = scratch::ScratchDatabase::create(*server, QStringLiteral("edit"));
    if (!database.has_value())
        return database.error();
    const auto session = (*database)->open();
    if (!session.has_value())
        return session.error();
    const auto loaded = scratch::loadScript(**session, script.sql, script.display, false, stop);
    if (!loaded.has_value())
        return loaded.error();
    return sources::readLoadedCatalog(**session, stop);
}

/// What the plan was made for.
base::Result<schema::CatalogPtr> catalogOf(const plan::Plan &plan, const sources::LoadedSourcePtr &current,
                                           ScratchHolder &scratch, std::stop_token stop)
{
    return current ? base::Result<schema::CatalogPtr>(current->catalog)
                   : catalogFromScript(plan.current, scratch, stop);
}

} // namespace

ScratchHolder::ScratchHolder(scratch::ScratchOptions options)
    : m_options(std::move(options))
{ }

base::Result<scratch::ScratchServerPtr> ScratchHolder::get(std::stop_token stop)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_server) {
        const auto started = scratch::ScratchServer::start(m_options, stop);
        if (!started.has_value())
            return started.error();
        m_server = *started;
    }
    return m_server;
}

base::Result<scratch::ScratchServerPtr> ScratchHolder::ofMajor(int major, std::stop_token stop)
{
    const auto first = get(stop);
    if (!first.has_value() || (*first)->version() / 10000 == major)
        return first;
    const std::scoped_lock lock(m_mutex);
    scratch::ScratchServerPtr &server = m_serverOfMajor[major];
    if (!server) {
        scratch::ScratchOptions options = m_options;
        options.preferredMajor = major;
        const auto started = scratch::ScratchServer::start(options, stop);
        if (!started.has_value())
            return started.error();
        server = *started;
    }
    return server;
}

ChainResult runChain(const ChainInput &given, const ChainCallbacks &callbacks, std::stop_token stop)
{
    ChainResult result;
    ChainInput input = given;
    const auto sides = sources::onOneVersion(given.current, given.target, given.scratch, stop);
    if (!sides.has_value()) {
        result.failure = StageError{ Stage::Diff, sides.error() };
        return result;
    }
    input.current = sides->current;
    input.target = sides->target;
    for (const QString &note : sides->notes)
        base::log::info("project", note);
    // A decision about what is not there any more stays with the user; the plan goes without it.
    QVector<plan::StaleDecision> stale;
    input.intents =
        plan::usableIntents(input.intents, *input.current->catalog, *input.target->catalog, &stale);
    result.changes = input.changes;
    if (!result.changes) {
        callbacks.started(Stage::Diff);
        const auto changes = compareSides(input, stop);
        if (!changes.has_value()) {
            result.failure = StageError{ Stage::Diff, changes.error() };
            return result;
        }
        result.changes = *changes;
        callbacks.compared(*changes, stale);
    }
    callbacks.started(Stage::Plan);
    const auto planned =
        plan::makePlan(result.changes, input.current->statistics, planOptionsFor(input), stop);
    if (!planned.has_value()) {
        result.failure = StageError{ Stage::Plan, planned.error() };
        return result;
    }
    callbacks.started(Stage::Analysis);
    const auto options = analysisOptionsFor(input.intents, input.current, input.with);
    const auto assessed =
        analysis::analyse(withBeside(*planned, *input.target), input.current->catalog, options, stop);
    if (!assessed.has_value()) {
        result.failure = StageError{ Stage::Analysis, assessed.error() };
        return result;
    }
    result.replay.emplace(*assessed, input.current->catalog, options);
    result.replay->add(input.edits, stop);
    return result;
}

base::Result<EditResult> applyEdit(const EditInput &input, ScratchHolder &scratch, std::stop_token stop)
{
    EditWish done = input.wish;
    base::Result<plan::PlanPtr> edited = input.plan;
    if (auto *edit = std::get_if<plan::PlanEdit>(&done)) {
        *edit = withIds(*edit, *input.plan);
        edited = plan::withEdit(input.plan, *edit);
        if (edited.has_value() && isAsGenerated(*edited, input.generated, *edit))
            done = RevertStep{ stepOf(input.wish) };
    }
    if (const auto *revert = std::get_if<RevertStep>(&done))
        edited = revertedPlan(input.generated, input.edits, revert->step);
    if (!edited.has_value())
        return edited.error();
    const auto catalog = catalogOf(*input.plan, input.current, scratch, stop);
    if (!catalog.has_value())
        return catalog.error();
    const auto assessed = analysis::analyse(
        *edited, *catalog, analysisOptionsFor(input.plan->intents, input.current, input.with), stop);
    if (!assessed.has_value())
        return assessed.error();
    return EditResult{ *assessed, done };
}

base::Result<std::vector<plan::PlanPtr>> assessAgain(const AssessInput &input, ScratchHolder &scratch,
                                                     std::stop_token stop)
{
    std::vector<plan::PlanPtr> result;
    if (input.plans.empty())
        return result;
    const auto catalog = catalogOf(*input.plans.front(), input.current, scratch, stop);
    if (!catalog.has_value())
        return catalog.error();
    for (const plan::PlanPtr &plan : input.plans) {
        const auto assessed = analysis::analyse(
            plan, *catalog, analysisOptionsFor(plan->intents, input.current, input.with), stop);
        if (!assessed.has_value())
            return assessed.error();
        result.push_back(*assessed);
    }
    return result;
}

} // namespace lockstep::project
