#include "stepassessor.h"

#include <algorithm>

namespace lockstep::analysis {

namespace {

rules::Scene sceneOf(const plan::Plan &plan, const plan::Step &step, const QSet<QString> &requested)
{
    rules::Scene scene;
    scene.policy = plan.policy;
    scene.intents = &plan.intents;
    scene.isEdited = step.edited;
    scene.session.lockTimeoutMs = step.timeouts.lockMs;
    scene.session.statementTimeoutMs = step.timeouts.statementMs;
    scene.isDdl = step.kind == plan::StepKind::Ddl;
    scene.inTransaction = step.transaction == plan::TransactionMode::Own;
    scene.strategy = step.strategy;
    scene.relations = step.relations;
    scene.together = step.sql;
    scene.requested = requested;
    return scene;
}

} // namespace

StepAssessor::StepAssessor(const plan::Plan &plan, const schema::CatalogPtr &current,
                           const AnalysisOptions &options)
    : m_plan(plan)
    , m_state(current)
    , m_sizes(options, plan.intents)
    , m_rates(options.rates ? options.rates : defaultRates())
    , m_version(options.serverVersion > 0 ? options.serverVersion : plan.serverVersion)
    , m_requested(options.rules.enabled)
    , m_statements(m_state, m_sizes, m_version, m_rates)
{ }

plan::Assessment StepAssessor::assess(const plan::Step &step)
{
    plan::Assessment result;
    result.analysed = true;
    m_locks.clear();
    m_parts.clear();
    m_facts = {};
    switch (step.kind) {
    case plan::StepKind::Gate:
        result.estimate.basis = QStringLiteral("A person decides; no time is counted.");
        return result;
    case plan::StepKind::Backfill: assessBackfill(step, &result); break;
    case plan::StepKind::Verify:
        for (const plan::Verification &verification : step.verify)
            assessStatement(step, 0, verification.sql, &result);
        [[fallthrough]];
    case plan::StepKind::Ddl:
        for (int i = 0; i < step.sql.size(); ++i)
            assessStatement(step, i, step.sql.at(i), &result);
        break;
    }
    finish(step, &result);
    return result;
}

void StepAssessor::assessStatement(const plan::Step &step, int index, const QString &sql,
                                   plan::Assessment *result)
{
    StatementAssessment part = m_statements.assess(sql, sceneOf(m_plan, step, m_requested), m_facts);
    result->analysed &= part.statement != nullptr;
    if (outranks(part.effect, result->effect))
        result->effect = part.effect;
    for (plan::Finding finding : std::as_const(part.findings)) {
        finding.statement = index;
        result->findings.append(finding);
    }
    for (auto it = part.locks.cbegin(); it != part.locks.cend(); ++it)
        addLock(it.key(), it.value());
    m_parts.append(std::move(part));
}

void StepAssessor::addLock(const Key &key, plan::LockMode mode)
{
    plan::LockMode &known = m_locks[key];
    known = std::max(known, mode);
}

void StepAssessor::assessBackfill(const plan::Step &step, plan::Assessment *result)
{
    result->effect = plan::Effect::Batched;
    if (!step.backfill) {
        result->analysed = false;
        return;
    }
    const Key table = keyOf(step.backfill->table);
    const bool isCopy = !step.backfill->into.name.isEmpty();
    addLock(table, isCopy ? plan::LockMode::RowShare : plan::LockMode::RowExclusive);
    if (isCopy)
        addLock(keyOf(step.backfill->into), plan::LockMode::RowExclusive);
    StatementAssessment part;
    Estimator estimator(m_state, m_sizes, *m_rates, m_version);
    estimator.add(*step.backfill);
    part.estimate = estimator.total();
    m_parts.append(part);
}

qint64 StepAssessor::holdMs(const plan::Step &step, plan::LockMode strongest) const
{
    qint64 held = 0;
    bool taken = false;
    for (const StatementAssessment &part : m_parts) {
        const bool takes = part.strongest == strongest;
        if (step.transaction == plan::TransactionMode::None) {
            held = takes ? std::max(held, part.estimate.likelyMs) : held;
            continue;
        }
        taken |= takes;
        held += taken ? part.estimate.likelyMs : 0;
    }
    return held;
}

void StepAssessor::finish(const plan::Step &step, plan::Assessment *result)
{
    std::optional<plan::LockMode> strongest;
    for (const StatementAssessment &part : std::as_const(m_parts)) {
        result->estimate = sum(result->estimate, part.estimate);
        result->blocks = std::max(result->blocks, part.blocks);
        if (part.strongest)
            strongest = std::max(strongest.value_or(*part.strongest), *part.strongest);
    }
    for (auto it = m_locks.cbegin(); it != m_locks.cend(); ++it) {
        const QString name = it.key().first.isEmpty() ? it.key().second : display(it.key());
        result->locks.append({ name, it.value() });
    }
    std::sort(
        result->locks.begin(), result->locks.end(),
        [](const plan::RelationLock &a, const plan::RelationLock &b) { return a.relation < b.relation; });
    if (step.kind == plan::StepKind::Backfill)
        result->lockHoldMs = std::min<qint64>(result->estimate.likelyMs, backfillBatchMs);
    else
        result->lockHoldMs = strongest ? holdMs(step, *strongest) : 0;
    if (result->estimate.basis.isEmpty())
        result->estimate = Estimator(m_state, m_sizes, *m_rates).total();
}

} // namespace lockstep::analysis
