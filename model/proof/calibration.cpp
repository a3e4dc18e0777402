#include "calibration.h"

#include "calibrationplace.h"
#include "calibrationprobes.h"
#include "calibrationupdates.h"

#include <model/base/log.h>

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace lockstep::proof {

namespace {

using analysis::Probe;
using analysis::TableShape;

constexpr double narrowRows = 700'000;
constexpr double wideRows = 150'000;
constexpr double keyRows = 100'000;
constexpr double batchedRows = 100'000;
constexpr double batchedWideRows = 30'000;
/// Milliseconds that a usual server takes for the first rows; one that takes longer gets fewer.
constexpr double firstRows = 20'000;
constexpr double firstRowsMs = 120;
constexpr int rounds = 3;
/// Of the time limit: from here on nothing is measured again.
constexpr double repeatShare = 0.5;
constexpr int updateRounds = 2;
constexpr double repeatUpdatesShare = 0.9;

QString inSchema(const QString &sql)
{
    return QString(sql).replace(QLatin1Char('@'), calibrationSchema());
}

/// Runs the probes in a schema that is there already.
class Calibrator
{
public:
    Calibrator(postgres::Session &session, const CalibrationOptions &options,
               const CalibrationProgress &progress, std::stop_token stop)
        : m_session(session)
        , m_options(options)
        , m_progress(progress)
        , m_stop(std::move(stop))
    {
        m_clock.start();
    }

    base::Result<analysis::RatesPtr> run()
    {
        const postgres::CancelOnStop canceler(m_session, m_stop);
        for (const auto part :
             { &Calibrator::fill, &Calibrator::measureStatements, &Calibrator::measureUpdates }) {
            if (const auto done = (this->*part)(); !done.has_value())
                return m_stop.stop_requested() ? base::canceled() : done.error();
        }
        const auto settings = readSettings();
        if (!settings.has_value())
            return m_stop.stop_requested() ? base::canceled() : settings.error();
        analysis::Rates rates = analysis::fitRates(m_tables, m_times, *settings);
        rates.measuredAt = QDateTime::currentDateTimeUtc();
        return analysis::RatesPtr(std::make_shared<const analysis::Rates>(std::move(rates)));
    }

private:
    base::Result<double> timed(const QString &sql);
    base::Result<void> fill();
    base::Result<void> measureSizes();
    base::Result<void> measureStatements();
    base::Result<void> measure(const ProbeStatement &probe, double done);
    base::Result<void> runAll(const char *statements);
    base::Result<void> measureUpdates();
    base::Result<void> measureUpdate(const UpdateProbe &probe);
    base::Result<TableShape> sizeOf(const QString &table);
    [[nodiscard]] QString sized(QString sql) const;
    base::Result<analysis::ServerSettings> readSettings();
    [[nodiscard]] bool isLate(double share = 1) const
    {
        return m_clock.elapsed() > m_options.limitMs * share;
    }
    void tell(const QString &what, double done)
    {
        if (m_progress)
            m_progress(what, done);
    }

    postgres::Session &m_session;
    const CalibrationOptions &m_options;
    const CalibrationProgress &m_progress;
    const std::stop_token m_stop;
    QElapsedTimer m_clock;
    double m_share = 1;
    analysis::ProbeTables m_tables;
    analysis::ProbeTimes m_times;
};

base::Result<double> Calibrator::timed(const QString &sql)
{
    if (m_stop.stop_requested())
        return base::canceled();
    QElapsedTimer timer;
    timer.start();
    const auto done = m_session.execute(inSchema(sql));
    if (!done.has_value())
        return done.error();
    return double(timer.nsecsElapsed()) / 1e6;
}

base::Result<void> Calibrator::fill()
{
    tell(QStringLiteral("Filling tables"), 0);
    const auto first =
        timed(QStringLiteral("CREATE TABLE @.first AS SELECT g AS id, md5(g::text) AS t, md5('u' || g)::uuid"
                             " AS u FROM generate_series(1, %1) g")
                  .arg(qint64(firstRows)));
    if (!first.has_value())
        return first.error();
    m_share = m_options.share * std::clamp(firstRowsMs / std::max(*first, 1.0), 0.1, 1.0);
    for (const QString &sql : probeTableStatements()) {
        if (const auto made = timed(sized(sql)); !made.has_value())
            return made.error();
    }
    for (const char *table : { "keys", "narrow", "wide" }) {
        const auto analysed = timed(QStringLiteral("VACUUM (ANALYZE) @.%1").arg(QLatin1String(table)));
        if (!analysed.has_value())
            return analysed.error();
    }
    return measureSizes();
}

/// With the numbers of rows in their places.
QString Calibrator::sized(QString sql) const
{
    const double amounts[] = { narrowRows, wideRows, keyRows, batchedRows, batchedWideRows };
    int place = 0;
    for (const double rows : amounts)
        sql.replace(QLatin1Char('%') + QString::number(++place),
                    QString::number(qint64(std::max(rows * m_share, 1000.0))));
    return sql;
}

base::Result<TableShape> Calibrator::sizeOf(const QString &table)
{
    const auto rows = m_session.query(
        QStringLiteral("SELECT reltuples, pg_relation_size(oid) FROM pg_class WHERE oid = $1::regclass"),
        { inSchema(QStringLiteral("@.")) + table });
    if (!rows.has_value())
        return rows.error();
    TableShape shape;
    shape.rows = rows->real(0, 0);
    shape.bytes = rows->real(0, 1);
    return shape;
}

base::Result<void> Calibrator::measureSizes()
{
    for (const auto &[table, shape] : { std::pair{ QStringLiteral("narrow"), &m_tables.narrow },
                                        std::pair{ QStringLiteral("wide"), &m_tables.wide },
                                        std::pair{ QStringLiteral("keys"), &m_tables.keys } }) {
        const auto size = sizeOf(table);
        if (!size.has_value())
            return size.error();
        *shape = *size;
    }
    const auto width = m_session.query(inSchema(QStringLiteral("SELECT avg(pg_column_size(j)) FROM @.wide")));
    if (!width.has_value())
        return width.error();
    m_tables.ginBytes = width->real(0, 0);
    return {};
}

base::Result<void> Calibrator::measureStatements()
{
    // In rounds and not one probe several times in a row: what else the machine does comes and goes.
    const auto probes = probeStatements();
    for (int round = 0; round < rounds && (round == 0 || !isLate(repeatShare)); ++round) {
        for (size_t i = 0; i < probes.size() && !isLate(); ++i) {
            const double done = (round + double(i) / double(probes.size())) / rounds;
            for (int time = 0; time < probes[i].times; ++time) {
                if (const auto measured = measure(probes[i], done); !measured.has_value())
                    return measured;
            }
        }
    }
    return {};
}

base::Result<void> Calibrator::measure(const ProbeStatement &probe, double done)
{
    if (probe.since > m_session.server().version)
        return {};
    tell(QLatin1String(probe.what), 0.2 + 0.6 * done);
    if (const auto prepared = runAll(probe.before); !prepared.has_value())
        return prepared;
    const auto ms = timed(QLatin1String(probe.sql));
    if (!ms.has_value())
        return ms.error();
    m_times[probe.probe].append(*ms);
    base::log::debug("calibration",
                     QStringLiteral("%1 ms: %2").arg(*ms, 0, 'f', 2).arg(QLatin1String(probe.sql)));
    return runAll(probe.after);
}

/// One after the other: some of them must not be in a transaction with others.
base::Result<void> Calibrator::runAll(const char *statements)
{
    const QStringList each = QString::fromLatin1(statements).split(QStringLiteral("; "), Qt::SkipEmptyParts);
    for (const QString &sql : each) {
        if (const auto done = timed(sql); !done.has_value())
            return done.error();
    }
    return {};
}

base::Result<void> Calibrator::measureUpdate(const UpdateProbe &probe)
{
    for (const QString &sql : updatedTableStatements(probe)) {
        if (const auto made = timed(sized(sql)); !made.has_value())
            return made.error();
    }
    const auto shape = sizeOf(QLatin1String(probe.table));
    if (!shape.has_value())
        return shape.error();
    (probe.probe == Probe::UpdateWide ? m_tables.batchedWide : m_tables.batched) = *shape;
    const int stripes = stripesOf(probe, m_session.server().version);
    m_tables.stripes.insert(probe.probe, stripes);
    const auto ms = updateInBatches(
        m_session, probe,
        { calibrationSchema(), shape->rows, shape->bytes / 8192, stripes, m_tables.batchRows }, m_stop);
    if (!ms.has_value())
        return ms.error();
    m_times[probe.probe].append(*ms);
    base::log::debug("calibration", QStringLiteral("%1 ms: %2 rows, SET %3, indexes: %4")
                                        .arg(*ms, 0, 'f', 2)
                                        .arg(shape->rows)
                                        .arg(QLatin1String(probe.set), QLatin1String(probe.indexes)));
    return {};
}

base::Result<void> Calibrator::measureUpdates()
{
    for (int round = 0; round < updateRounds; ++round) {
        for (const UpdateProbe &probe : updateProbes()) {
            if (isLate(round == 0 ? 1 : repeatUpdatesShare))
                return {};
            tell(QStringLiteral("Updating rows in batches"), 0.8 + 0.07 * round);
            if (const auto measured = measureUpdate(probe); !measured.has_value())
                return measured;
        }
    }
    return {};
}

base::Result<analysis::ServerSettings> Calibrator::readSettings()
{
    const auto rows =
        m_session.query(QStringLiteral("SELECT pg_size_bytes(current_setting('shared_buffers')),"
                                       " pg_size_bytes(current_setting('effective_cache_size')),"
                                       " pg_size_bytes(current_setting('maintenance_work_mem')),"
                                       " pg_size_bytes(current_setting('max_wal_size')),"
                                       " current_setting('full_page_writes')::boolean"));
    if (!rows.has_value())
        return rows.error();
    return analysis::ServerSettings{ rows->real(0, 0), rows->real(0, 1), rows->real(0, 2), rows->real(0, 3),
                                     rows->boolean(0, 4) };
}

} // namespace

analysis::ServerKey serverKey(const postgres::ServerInfo &server)
{
    return { server.systemIdentifier, server.version / 10000, server.host.toLower() };
}

base::Result<analysis::RatesPtr> calibrate(postgres::Session &session, const CalibrationOptions &options,
                                           const CalibrationProgress &progress, std::stop_token stop)
{
    if (const auto may = mayCalibrate(session); !may.has_value())
        return may.error();
    const base::Result<void> made = makePlace(session);
    base::Result<analysis::RatesPtr> rates = made.has_value()
                                                 ? Calibrator(session, options, progress, stop).run()
                                                 : base::Result<analysis::RatesPtr>(made.error());
    if (progress)
        progress(QStringLiteral("Removing the tables"), 0.95);
    const auto cleaned = removePlace(session);
    if (!rates.has_value())
        return rates;
    if (!cleaned.has_value())
        return cleaned.error();
    auto named = std::make_shared<analysis::Rates>(**rates);
    named->key = serverKey(session.server());
    named->server =
        QStringLiteral("PostgreSQL %1, %2")
            .arg(session.server().versionText.section(QLatin1Char(' '), 0, 0), session.server().database);
    if (!session.server().host.isEmpty() && !session.server().host.startsWith(QLatin1Char('/')))
        named->server += QStringLiteral(" @ ") + session.server().host;
    return analysis::RatesPtr(std::move(named));
}

} // namespace lockstep::proof
