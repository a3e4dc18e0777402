#include "rehearsal.h"

#include "rehearsalway.h"

#include <model/analysis/analysis.h>
#include <model/analysis/rehearsalfit.h>
#include <model/sources/catalogreader.h>

#include <QElapsedTimer>

#include <algorithm>

namespace lockstep::proof {

namespace {

using plan::PlanPtr;

/// One rehearsal from start to end.
class Rehearser
{
public:
    Rehearser(PlanPtr plan, scratch::ScratchServerPtr scratch, const RehearsalOptions &options,
              const RehearsalSink &sink, std::stop_token stop)
        : m_plan(std::move(plan))
        , m_scratch(std::move(scratch))
        , m_options(options)
        , m_sink(sink)
        , m_stop(std::move(stop))
        , m_rates(options.rates ? options.rates : analysis::defaultRates())
    { }

    base::Result<RehearsalPtr> run();

private:
    base::Result<void> prepare();
    base::Result<void> readServer();
    base::Result<void> goWays();
    void judge();
    void takeMeasures(const WayFindings &found);
    base::Result<void> estimate();
    [[nodiscard]] base::Result<PlanPtr> analysedFor(const schema::StatisticsPtr &statistics,
                                                    const QHash<QString, qint64> &rows,
                                                    const analysis::RatesPtr &rates) const;
    void fit();
    void flag(RehearsedStep &step) const;
    [[nodiscard]] bool knowsProduction() const
    {
        return m_options.production || !m_plan->intents.rows.isEmpty();
    }

    PlanPtr m_plan;
    scratch::ScratchServerPtr m_scratch;
    const RehearsalOptions &m_options;
    const RehearsalSink &m_sink;
    std::stop_token m_stop;
    analysis::RatesPtr m_rates;
    PlanSides m_sides;
    std::shared_ptr<RehearsalBase> m_base;
    schema::StatisticsPtr m_statistics; ///< Of the base.
    Rehearsal m_result;
};

base::Result<void> Rehearser::readServer()
{
    const auto session = postgres::Session::open(m_base->target);
    if (!session.has_value())
        return session.error();
    const auto fsync = (*session)->query(QStringLiteral("SHOW fsync"));
    m_result.server = QStringLiteral("PostgreSQL %1%2")
                          .arg((*session)->server().versionText.section(QLatin1Char(' '), 0, 0),
                               m_base->database ? QStringLiteral(" (scratch)") : QString());
    if (fsync.has_value() && fsync->text(0, 0) == QLatin1String("off"))
        m_result.notRehearsed.append(QStringLiteral(
            "The disk: this scratch server does not wait for it (fsync is off), so commits and "
            "checkpoints cost less here than in production."));
    const auto statistics = sources::readStatistics(**session, m_stop);
    if (!statistics.has_value())
        return statistics.error();
    m_statistics = *statistics;
    const int planned = m_plan->serverVersion / 10000;
    const int here = (*session)->server().version / 10000;
    if (planned != 0 && planned != here)
        m_result.notes.append(QStringLiteral("Rehearsed on PostgreSQL %1, the plan is for PostgreSQL %2.")
                                  .arg(here)
                                  .arg(planned));
    return {};
}

base::Result<void> Rehearser::prepare()
{
    QElapsedTimer timer;
    timer.start();
    const auto report = [this](const QString &text) {
        if (m_sink)
            m_sink({ text, 0, 0, {}, execution::StepState::Pending, 0 });
    };
    auto sides = loadPlanSides(*m_plan, m_scratch, report, m_stop);
    if (!sides.has_value())
        return sides.error();
    m_sides = std::move(*sides);
    m_result.notes += m_sides.notes;
    if (!m_sides.differences.isEmpty())
        return base::inputError(m_sides.differences.join(QLatin1Char(' ')));
    auto base = makeBase(*m_plan, m_sides, m_scratch, m_options, m_sink, m_stop);
    if (!base.has_value())
        return base.error();
    m_base = *base;
    m_result.material = m_base->description;
    m_result.tables = m_base->tables;
    m_result.prepare = m_base->prepare;
    m_result.notes += m_base->notes;
    m_result.notRehearsed += m_base->notRehearsed;
    m_result.materialMs = double(timer.elapsed());
    return readServer();
}

base::Result<PlanPtr> Rehearser::analysedFor(const schema::StatisticsPtr &statistics,
                                             const QHash<QString, qint64> &rows,
                                             const analysis::RatesPtr &rates) const
{
    return analysis::analyse(m_plan, m_sides.current.catalog, { statistics, rows, 0, rates }, m_stop);
}

base::Result<void> Rehearser::estimate()
{
    const auto here = analysedFor(m_statistics, {}, m_rates);
    if (!here.has_value())
        return here.error();
    for (int i = 0; i < m_plan->steps.size(); ++i) {
        const plan::Step &step = m_plan->steps[i];
        RehearsedStep rehearsed;
        rehearsed.id = step.id;
        rehearsed.title = step.title;
        rehearsed.kind = step.kind;
        rehearsed.effect = (*here)->steps[i].assessment.effect;
        rehearsed.planned = step.assessment.estimate;
        rehearsed.here = (*here)->steps[i].assessment.estimate;
        m_result.steps.append(rehearsed);
    }
    return {};
}

void Rehearser::takeMeasures(const WayFindings &found)
{
    m_result.sampledEveryMs = found.sampledEveryMs;
    for (RehearsedStep &step : m_result.steps) {
        if (found.failures.contains(step.id)) {
            step.result = StepResult::Failed;
            step.error = found.failures.value(step.id);
        }
        const auto measured = found.measures.constFind(step.id);
        if (measured != found.measures.constEnd()) {
            step.ms = measured->ms;
            step.holds = measured->holds;
            step.rewritten = measured->rewritten;
            step.walBytes = measured->walBytes;
            step.sizeDelta = measured->sizeDelta;
            if (measured->isDone)
                step.result = StepResult::Done;
        }
        const auto back = found.measuresBack.constFind(step.id);
        if (back != found.measuresBack.constEnd() && back->isDone) {
            step.backMs = back->ms;
            step.holdsBack = back->holds;
        }
        const auto traced = found.backfills.constFind(step.id);
        if (traced == found.backfills.constEnd())
            continue;
        step.rowsWritten = traced->rowsWritten;
        step.hotShare = traced->hotShare;
        step.deadRows = traced->deadRows;
        step.rejects = traced->rejects;
    }
}

base::Result<void> Rehearser::goWays()
{
    RehearsalWalker walker(m_plan, m_sides, *m_base, m_scratch, m_sink, m_stop);
    if (const auto start = walker.readStart(); !start.has_value())
        return start.error();
    const auto whole = walker.go({});
    if (!whole.has_value())
        return whole.error();
    takeMeasures(*whole);
    m_result.ways.append(whole->way);
    if (!m_base->database || !m_options.fromGates)
        return {};
    for (const plan::Step &step : m_plan->steps) {
        // What a failed step hides is not gone to again and again.
        if (step.kind != plan::StepKind::Gate || m_result.find(step.id)->result != StepResult::Done)
            continue;
        const auto found = walker.go(step.id);
        if (!found.has_value())
            return found.error();
        m_result.ways.append(found->way);
    }
    return {};
}

void Rehearser::flag(RehearsedStep &step) const
{
    if (step.result == StepResult::NotReached)
        return;
    if (step.ms > m_options.slowMs)
        step.flags.append(StepFlag::Slow);
    if (!step.holds.isEmpty() && step.holds.first().ms > m_options.longHoldMs)
        step.flags.append(StepFlag::LongHold);
    if (!step.holdsBack.isEmpty() && step.holdsBack.first().ms > m_options.longHoldMs)
        step.flags.append(StepFlag::LongHoldBack);
    if (std::any_of(step.rewritten.begin(), step.rewritten.end(),
                    [](const QString &what) { return what.startsWith(QLatin1String("table ")); }))
        step.flags.append(StepFlag::Rewrite);
    if (step.rejects > 0)
        step.flags.append(StepFlag::Rejects);
    constexpr double enoughMs = 100;
    const bool isOff = step.ms > double(step.here.highMs) || step.ms < double(step.here.lowMs);
    if (step.result == StepResult::Done && isOff && step.here.highMs > 0
        && std::max(step.ms, double(step.here.likelyMs)) > enoughMs)
        step.flags.append(StepFlag::OffEstimate);
}

void Rehearser::fit()
{
    QVector<analysis::StepTiming> timings;
    for (const RehearsedStep &step : std::as_const(m_result.steps)) {
        if (step.result == StepResult::Done)
            timings.append({ step.effect, step.ms, double(step.here.likelyMs) });
    }
    const analysis::FittedRates fitted = analysis::fitToRehearsal(
        *m_rates, timings, m_result.server + QStringLiteral(", ") + m_result.material, m_result.at);
    m_result.rates = fitted.rates;
    m_result.learnedFrom = fitted.learnedFrom;
    if (!fitted.rates) {
        m_result.notes.append(
            QStringLiteral("No step had enough work to learn rates from; more rows tell more."));
        return;
    }
    if (!knowsProduction()) {
        m_result.notes.append(
            QStringLiteral("The sizes of production are not known here; with --stats the report "
                           "estimates its times by what was measured."));
        return;
    }
    const auto production = analysedFor(m_options.production, m_plan->intents.rows, fitted.rates);
    if (!production.has_value())
        return;
    for (int i = 0; i < m_result.steps.size(); ++i)
        m_result.steps[i].production = (*production)->steps[i].assessment.estimate;
}

void Rehearser::judge()
{
    for (RehearsedStep &step : m_result.steps)
        flag(step);
    for (const RehearsedWay &way : std::as_const(m_result.ways)) {
        if (way.error)
            m_result.outcome = RehearsalOutcome::StepFailed;
        else if (m_result.held() && (!way.differences.isEmpty() || !way.lost.isEmpty()))
            m_result.outcome = RehearsalOutcome::Differs;
        if (!way.error && !way.isWhole)
            m_result.notRehearsed.append(
                QStringLiteral("The way back from %1: %2")
                    .arg(way.gate.isEmpty() ? way.title : way.gate, way.notes.join(QLatin1Char(' '))));
    }
    m_result.notRehearsed.append(QStringLiteral(
        "Traffic: nobody else was at work, so waits for locks that others hold, and how traffic "
        "feels the plan, were not seen."));
}

base::Result<RehearsalPtr> Rehearser::run()
{
    QElapsedTimer timer;
    timer.start();
    m_result.at = QDateTime::currentDateTimeUtc();
    for (const auto &stage : { &Rehearser::prepare, &Rehearser::estimate, &Rehearser::goWays }) {
        const base::Result<void> done = (this->*stage)();
        if (!done.has_value())
            return m_stop.stop_requested() ? base::canceled() : done.error();
    }
    judge();
    fit();
    m_result.tookMs = double(timer.elapsed());
    return RehearsalPtr(std::make_shared<Rehearsal>(std::move(m_result)));
}

} // namespace

base::Result<RehearsalPtr> rehearse(const PlanPtr &plan, const scratch::ScratchServerPtr &scratch,
                                    const RehearsalOptions &options, const RehearsalSink &sink,
                                    std::stop_token stop)
{
    for (const plan::SideScript &side : { plan->current, plan->target }) {
        if (!side.missing.isEmpty())
            return base::inputError(QStringLiteral("The plan cannot be rehearsed: %1").arg(side.missing),
                                    QStringLiteral("Make the plan again from sources whose SQL is known."));
    }
    if (plan->current.sql.isEmpty() && plan->target.sql.isEmpty() && !plan->steps.isEmpty()) {
        return base::inputError(
            QStringLiteral("The plan does not hold the scripts of its two schemas."),
            QStringLiteral(
                "Make the plan again; without the scripts there is no current schema to fill with rows."));
    }
    return Rehearser(plan, scratch, options, sink, std::move(stop)).run();
}

} // namespace lockstep::proof
