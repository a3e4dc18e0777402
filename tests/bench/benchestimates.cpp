#include "benchestimates.h"

#include <model/analysis/analysis.h>
#include <model/base/log.h>
#include <model/execution/runner.h>
#include <model/proof/calibration.h>
#include <model/sources/catalogreader.h>

#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <thread>

namespace lockstep::bench {

namespace {

struct Comparison
{
    QString title;
    plan::Estimate estimate;
    double ms = 0; ///< Of all repeats the middle one.
    double walBytes = 0;
    [[nodiscard]] double ratio() const
    {
        return std::max(ms, 1.0) / double(std::max<qint64>(estimate.likelyMs, 1));
    }
    [[nodiscard]] bool isNear() const { return ratio() <= 1.5 && ratio() >= 1 / 1.5; }
    /// Else it is a commit's time, which varies tenfold.
    [[nodiscard]] bool isLonger() const { return ms >= 50 || estimate.likelyMs >= 50; }
    [[nodiscard]] bool isInRange() const
    {
        return ms >= double(estimate.lowMs) && ms <= double(std::max<qint64>(estimate.highMs, 1));
    }
};

/// A statement, or "fill|table|key|set|where".
plan::PlanPtr planOf(const QString &sql, int serverVersion)
{
    plan::Step step;
    step.id = QStringLiteral("s01");
    step.title = sql;
    step.transaction = plan::TransactionMode::None;
    const QStringList parts = sql.split(QLatin1Char('|'));
    if (parts.constFirst() == QLatin1String("fill")) {
        step.kind = plan::StepKind::Backfill;
        step.phase = plan::Phase::Backfill;
        step.backfill =
            plan::BackfillSpec{ schema::objectId(schema::Kind::Table, QStringLiteral("public"),
                                                 parts.value(1)),
                                QStringList(parts.mid(3, parts.size() - 4)).join(QLatin1Char('|')),
                                parts.constLast(),
                                plan::Batcher::Keyset,
                                { parts.value(2) },
                                { QStringLiteral("bigint") } };
    } else {
        step.sql = { sql };
    }
    return planOfOne(step, serverVersion);
}

plan::Estimate estimateOf(const plan::PlanPtr &plan, postgres::Session &session,
                          const analysis::RatesPtr &rates)
{
    analysis::AnalysisOptions options;
    options.statistics = require(sources::readStatistics(session), "statistics");
    options.rates = rates;
    const auto catalog = require(sources::readCatalog(session), "catalog");
    return require(analysis::analyse(plan, catalog, options, {}), "analysis")
        ->steps.first()
        .assessment.estimate;
}

double runStep(const plan::PlanPtr &plan, postgres::Session &session,
               const postgres::ConnectionTarget &target)
{
    const plan::Step &step = plan->steps.first();
    if (!step.backfill)
        return leastMs(1, [&] { require(session.execute(step.sql.first()), "step"); });
    execution::RunOptions options;
    options.requireProof = false;
    options.skipFingerprintCheck = true;
    execution::RunControl control;
    return leastMs(1, [&] {
        const auto outcome =
            execution::runPlan(plan, target, options, control, [](const execution::RunEvent &) {}, {});
        if (require(outcome, "run").state != execution::RunState::Done)
            fail(QStringLiteral("The backfill"),
                 base::internalError(QStringLiteral("It did not get to its end.")));
    });
}

QString walPosition(postgres::Session &session)
{
    return require(session.query(QStringLiteral("SELECT pg_current_wal_insert_lsn()")), "WAL").text(0, 0);
}

double walSince(postgres::Session &session, const QString &position)
{
    return require(
               session.query(QStringLiteral("SELECT pg_current_wal_insert_lsn() - $1::pg_lsn"), { position }),
               "WAL")
        .real(0, 0);
}

void runScript(postgres::Session &session, const char *sql)
{
    if (*sql != '\0')
        require(session.execute(QLatin1String(sql)), sql);
}

/// Others use this machine as well. What a fixed bit of work takes says how much of it is ours just now: done
/// twice at a time, because building an index takes two processors, of which one may be somebody else's.
class Quiet
{
public:
    explicit Quiet(postgres::Session &session)
        : m_session(session)
        , m_other(require(session.openAnother(), "connection"))
    {
        m_freeMs = leastMs(10, [this] { work(); });
    }
    [[nodiscard]] double load()
    {
        return leastMs(2, [this] { work(); }) / m_freeMs;
    }
    /// For a minute at most.
    void await()
    {
        for (int i = 0; i < 120 && load() > mostLoad; ++i)
            QThread::msleep(500);
    }
    static constexpr double mostLoad = 1.4;

private:
    void work()
    {
        std::thread other([this] { work(*m_other); });
        work(m_session);
        other.join();
    }
    static void work(postgres::Session &session)
    {
        require(session.query(QStringLiteral("SELECT sum(sqrt(i)) FROM generate_series(1, 100000) i")),
                "load");
    }
    postgres::Session &m_session;
    std::unique_ptr<postgres::Session> m_other;
    double m_freeMs = 1;
};

/// What was written before is on disk from here on: no step pays for the pages that making its tables left.
void settle(postgres::Session &session)
{
    require(session.execute(QStringLiteral("CHECKPOINT")), "checkpoint");
}

/// The middle one of the repeats that ran while nobody else took the machine; without such, of all.
double measure(const EstimateCase &each, const plan::PlanPtr &plan, postgres::Session &session,
               const postgres::ConnectionTarget &target, int repeats, Quiet &quiet, double *walBytes)
{
    QVector<double> undisturbed;
    QVector<double> all;
    const bool canRepeat = *each.after != '\0';
    for (int i = 0; i < (canRepeat ? 2 * repeats : 1) && undisturbed.size() < repeats; ++i) {
        if (i > 0)
            runScript(session, each.before);
        settle(session);
        quiet.await();
        const QString position = walPosition(session);
        all.append(runStep(plan, session, target));
        *walBytes = walSince(session, position);
        if (quiet.load() <= Quiet::mostLoad)
            undisturbed.append(all.constLast());
        runScript(session, each.after);
    }
    QVector<double> times = undisturbed.isEmpty() ? all : undisturbed;
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

Comparison compare(const EstimateCase &each, postgres::Session &session,
                   const postgres::ConnectionTarget &target, const analysis::RatesPtr &rates, int repeats,
                   Quiet &quiet)
{
    Comparison result;
    result.title = QLatin1String(each.title);
    runScript(session, each.before);
    const plan::PlanPtr plan = planOf(QLatin1String(each.sql), session.server().version);
    result.estimate = estimateOf(plan, session, rates);
    result.ms = measure(each, plan, session, target, repeats, quiet, &result.walBytes);
    return result;
}

void print(const Comparison &each)
{
    QTextStream(stdout) << QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 | %7 | %8 | %9 |")
                               .arg(each.title)
                               .arg(each.ms, 0, 'f', 0)
                               .arg(each.estimate.lowMs)
                               .arg(each.estimate.likelyMs)
                               .arg(each.estimate.highMs)
                               .arg(each.ratio(), 0, 'f', 2)
                               .arg(each.isInRange() ? QStringLiteral("in") : QStringLiteral("OUT"))
                               .arg(each.walBytes / 1e6, 0, 'f', 0)
                               .arg(double(each.estimate.walBytes) / 1e6, 0, 'f', 0)
                        << Qt::endl;
}

void fillTables(postgres::Session &session, qint64 rows)
{
    for (QString sql : estimateTables()) {
        sql.replace(QLatin1String("%1"), QString::number(rows))
            .replace(QLatin1String("%2"), QString::number(rows / 10));
        require(session.execute(sql), "tables");
    }
}

} // namespace

void measureEstimates(const scratch::ScratchServerPtr &server, qint64 rows, int repeats)
{
    const auto database = require(scratch::ScratchDatabase::create(server, QStringLiteral("bench_estimates")),
                                  "scratch database");
    const auto session = require(database->open(), "connection");
    QTextStream out(stdout);
    fillTables(*session, rows);
    settle(*session);
    Quiet quiet(*session);
    quiet.await();
    QElapsedTimer timer;
    timer.start();
    const analysis::RatesPtr rates = require(proof::calibrate(*session, {}, {}, {}), "calibration");
    base::log::debug("bench", QString::fromUtf8(analysis::toJson(*rates)));
    out << "Calibrated in " << timer.elapsed() << " ms, noise " << rates->noise << "; tables of " << rows
        << " rows and more\n"
        << "| step | measured ms | low | likely | high | measured / likely | range | WAL MB | estimated |\n"
           "|---|---|---|---|---|---|---|---|---|"
        << Qt::endl;
    int near = 0;
    int inRange = 0;
    int count = 0;
    int longer = 0;
    for (const EstimateCase &each : estimateCases()) {
        const Comparison result = compare(each, *session, database->target(), rates, repeats, quiet);
        print(result);
        longer += result.isLonger() ? 1 : 0;
        near += result.isLonger() && result.isNear() ? 1 : 0;
        inRange += result.isInRange() ? 1 : 0;
        ++count;
    }
    out << near << " of " << longer << " that take longer than a commit within 1.5 (" << 100 * near / longer
        << " %), " << inRange << " of " << count << " within low and high" << Qt::endl;
}

} // namespace lockstep::bench
