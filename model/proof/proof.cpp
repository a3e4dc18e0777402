#include "proof.h"

#include "plansides.h"
#include "rowproof.h"
#include "steprunner.h"

namespace lockstep::proof {

namespace {

using plan::Plan;
using plan::PlanPtr;
using plan::ProofStatus;
using plan::Step;

/// One proof from start to end: the sides, the run, the way back.
class Prover
{
public:
    Prover(const Plan &plan, scratch::ScratchServerPtr scratch, const Progress &progress,
           std::stop_token stop, const ProofOptions &options)
        : m_plan(plan)
        , m_scratch(std::move(scratch))
        , m_progress(progress)
        , m_stop(std::move(stop))
        , m_options(options)
    { }

    base::Result<plan::Proof> run();

private:
    void report(const QString &phase, int done) const
    {
        if (m_progress)
            m_progress(phase, done, int(m_plan.steps.size()));
    }
    base::Result<bool> loadSides();
    base::Result<bool> runForward();
    base::Result<bool> runBack();
    base::Result<bool> runWithRows();
    [[nodiscard]] bool holds() const { return m_proof.forward.isEmpty() && m_proof.rollback.isEmpty(); }
    [[nodiscard]] QSet<QString> touchedRelations() const;
    void compareLocks();

    const Plan &m_plan;
    scratch::ScratchServerPtr m_scratch;
    const Progress &m_progress;
    std::stop_token m_stop;
    const ProofOptions m_options;
    plan::Proof m_proof;
    PlanSides m_sides;
    std::unique_ptr<scratch::ScratchDatabase> m_work;
    std::unique_ptr<StepRunner> m_runner;
};

base::Result<plan::Proof> Prover::run()
{
    for (const auto &stage :
         { &Prover::loadSides, &Prover::runForward, &Prover::runBack, &Prover::runWithRows }) {
        const base::Result<bool> goesOn = (this->*stage)();
        if (!goesOn.has_value())
            return m_stop.stop_requested() ? base::canceled() : goesOn.error();
        if (!*goesOn)
            break;
    }
    if (m_runner) {
        m_proof.measured = m_runner->measured();
        compareLocks();
        m_proof.forward += m_runner->effectErrors();
        m_proof.notes += m_runner->notes();
    }
    m_proof.status = holds() ? ProofStatus::Proved : ProofStatus::Failed;
    m_proof.planDigest = m_plan.digest();
    return m_proof;
}

base::Result<bool> Prover::loadSides()
{
    auto sides = loadPlanSides(
        m_plan, m_scratch, [this](const QString &phase) { report(phase, 0); }, m_stop);
    if (!sides.has_value())
        return sides.error();
    m_sides = std::move(*sides);
    m_proof.forward += m_sides.differences;
    m_proof.notes += m_sides.notes;
    auto work =
        scratch::ScratchDatabase::create(m_scratch, QStringLiteral("work"), m_sides.current.database->name());
    if (!work.has_value())
        return work.error();
    m_work = std::move(*work);
    auto runner = StepRunner::open(m_work->target(), StepRunner::Measuring::On, m_stop);
    if (!runner.has_value())
        return runner.error();
    m_runner = std::move(*runner);
    return true;
}

base::Result<bool> Prover::runForward()
{
    for (int i = 0; i < m_plan.steps.size(); ++i) {
        const Step &step = m_plan.steps[i];
        report(QStringLiteral("Running %1: %2").arg(step.id, step.title), i);
        const StepFailure failure = m_runner->runForward(step);
        if (m_stop.stop_requested())
            return base::canceled();
        if (!failure.isEmpty()) {
            m_proof.forward.append(failure.text);
            m_proof.notes.append(
                QStringLiteral("The rollbacks were not tried, because %1 failed.").arg(step.id));
            return false;
        }
    }
    for (const Step &step : m_plan.steps) {
        const StepFailure failure = m_runner->checkAtEnd(step);
        if (!failure.isEmpty())
            m_proof.forward.append(failure.text);
    }
    report(QStringLiteral("Comparing with the target."), int(m_plan.steps.size()));
    const auto differences =
        differencesFrom(m_sides.target, m_work->target(), m_scratch->toolDirectory(), m_sides.filter, m_stop);
    if (!differences.has_value())
        return differences.error();
    m_proof.forward += *differences;
    return true;
}

base::Result<bool> Prover::runBack()
{
    QStringList oneWay;
    for (int i = int(m_plan.steps.size()) - 1; i >= 0; --i) {
        const Step &step = m_plan.steps[i];
        report(QStringLiteral("Taking back %1: %2").arg(step.id, step.title), i);
        if (!step.rollback.irreversible.isEmpty()) {
            oneWay.append(step.id);
            m_proof.notes.append(
                QStringLiteral("%1 has no way back: %2").arg(step.id, step.rollback.irreversible));
            continue;
        }
        const StepFailure failure = m_runner->runRollback(step);
        if (m_stop.stop_requested())
            return base::canceled();
        if (!failure.isEmpty()) {
            m_proof.rollback.append(failure.text);
            return false;
        }
    }
    report(QStringLiteral("Comparing with the current schema."), 0);
    const auto differences =
        differencesFrom(m_sides.current, m_work->target(), m_scratch->toolDirectory(), {}, m_stop);
    if (!differences.has_value())
        return differences.error();
    if (oneWay.isEmpty()) {
        m_proof.rollback += *differences;
    } else {
        for (const QString &difference : *differences)
            m_proof.notes.append(
                QStringLiteral("Stays after the rollback, because %1 cannot be taken back: %2")
                    .arg(oneWay.join(QStringLiteral(", ")), difference));
    }
    return true;
}

/// What the first pass held locks on, and what the plan itself names.
QSet<QString> Prover::touchedRelations() const
{
    QSet<QString> touched;
    for (const plan::MeasuredStep &measured : m_runner->measured()) {
        for (const plan::RelationLock &lock : measured.locks)
            touched.insert(lock.relation);
    }
    for (const Step &step : m_plan.steps) {
        touched += QSet<QString>(step.relations.begin(), step.relations.end());
        for (const plan::RelationLock &lock : step.assessment.locks)
            touched.insert(lock.relation);
    }
    return touched;
}

base::Result<bool> Prover::runWithRows()
{
    if (!m_options.withRows || m_plan.steps.isEmpty())
        return true;
    if (!holds()) {
        m_proof.notes.append(
            QStringLiteral("The plan was not tried with rows, since it does not hold without."));
        return true;
    }
    const RowProofInput input{ m_plan, m_sides.current, m_sides.renames, touchedRelations() };
    const auto rows = proveRows(
        input, m_scratch, [this](const QString &phase) { report(phase, int(m_plan.steps.size())); }, m_stop);
    if (!rows.has_value())
        return rows.error();
    m_proof.rows = *rows;
    for (const QString &loss : rows->lost)
        m_proof.forward.append(QStringLiteral("With rows: ") + loss);
    return true;
}

void Prover::compareLocks()
{
    for (const plan::MeasuredStep &measured : m_proof.measured) {
        const Step *step = m_plan.find(measured.step);
        if (step && step->assessment.analysed)
            m_proof.notes += uncoveredLocks(measured.step, measured.locks, step->assessment.locks);
    }
}

PlanPtr notProved(const Plan &plan, const QString &reason)
{
    auto skipped = std::make_shared<Plan>(plan);
    skipped->proof = {};
    skipped->proof.status = ProofStatus::Skipped;
    skipped->proof.notes = { QStringLiteral("Not proved, because there is nothing to prove it on. ")
                             + reason };
    return skipped;
}

} // namespace

base::Result<PlanPtr> prove(const PlanPtr &plan, const scratch::ScratchServerPtr &scratch,
                            const Progress &progress, std::stop_token stop, const ProofOptions &options)
{
    for (const plan::SideScript &side : { plan->current, plan->target }) {
        if (!side.missing.isEmpty())
            return notProved(*plan, side.missing);
    }
    const bool hasScripts = !plan->current.sql.isEmpty() || !plan->target.sql.isEmpty();
    if (!hasScripts && !plan->steps.isEmpty()) { // Two empty schemas have an empty plan.
        return base::inputError(
            QStringLiteral("The plan does not hold the scripts of its two schemas."),
            QStringLiteral("Make the plan again; without the scripts there is nothing to prove it on."));
    }
    const base::Result<plan::Proof> proof = Prover(*plan, scratch, progress, std::move(stop), options).run();
    if (!proof.has_value())
        return proof.error();
    auto proved = std::make_shared<Plan>(*plan);
    proved->proof = *proof;
    return PlanPtr(proved);
}

} // namespace lockstep::proof
