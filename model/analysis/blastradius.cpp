#include "blastradius.h"

#include "amounts.h"
#include "traffic.h"

#include <model/plan/dottedname.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace lockstep::analysis {

namespace {

using plan::LockMode;

/// Transactions younger than this are the usual traffic.
constexpr double longSeconds = 5;

Key keyOfDisplay(const QString &display)
{
    const QStringList parts = plan::splitDottedName(display);
    return parts.size() == 2 ? Key(parts.at(0), parts.at(1)) : Key(QString(), display);
}

bool isConcurrent(const plan::Step &step)
{
    return std::any_of(step.sql.cbegin(), step.sql.cend(), [](const QString &sql) {
        return sql.contains(QLatin1String("CONCURRENTLY"), Qt::CaseInsensitive);
    });
}

QString perSecond(double rate, const char *what)
{
    return QStringLiteral("%1 %2/s").arg(countWords(rate), QLatin1String(what));
}

/// "350 writes/s and 1 200 reads/s", of what waits.
QString trafficWords(const Pressure &pressure)
{
    QStringList parts;
    if (pressure.writesWait)
        parts.append(perSecond(pressure.writesPerSecond, "writes"));
    if (pressure.readsWait)
        parts.append(perSecond(pressure.readsPerSecond, "reads"));
    return parts.join(QStringLiteral(" and "));
}

QString holdWords(const Pressure &pressure)
{
    const QString likely = timeWords(double(pressure.holdMs));
    const QString high = timeWords(double(pressure.holdHighMs));
    return likely == high ? likely : QStringLiteral("%1 (up to %2)").arg(likely, high);
}

QString heldUpWords(const Pressure &pressure)
{
    const QString what = pressure.readsWait && pressure.writesWait ? QStringLiteral("reads and writes")
                         : pressure.readsWait                      ? QStringLiteral("reads")
                                                                   : QStringLiteral("writes");
    if (pressure.heldUpHigh < 1)
        return QStringLiteral("holds up hardly anybody");
    if (pressure.heldUp < 1)
        return QStringLiteral("holds up %1 %2 at the most").arg(countWords(pressure.heldUpHigh), what);
    return QStringLiteral("holds up about %1 %2").arg(countWords(pressure.heldUp), what);
}

QString pressureText(const Pressure &pressure, int connections)
{
    const QString named =
        pressure.relation == pressure.table
            ? pressure.table
            : QStringLiteral("%1, the table of index %2,").arg(pressure.table, pressure.relation);
    QString text = QStringLiteral("%1 gets %2: %3 lock for %4 %5.")
                       .arg(named, trafficWords(pressure),
                            (plan::name(pressure.mode).startsWith(QLatin1Char('A'))
                                     || plan::name(pressure.mode).startsWith(QLatin1Char('E'))
                                 ? QStringLiteral("an ")
                                 : QStringLiteral("a "))
                                + plan::name(pressure.mode),
                            holdWords(pressure), heldUpWords(pressure));
    if (!pressure.readsWait)
        text += QStringLiteral(" Reads go on.");
    if (pressure.connectionsGoneMs >= 0)
        text += (pressure.connectionsGoneMs < double(pressure.holdMs)
                     ? QStringLiteral(" %1 connections are used up after %2.")
                     : QStringLiteral(" If it takes that long, %1 connections are used up after %2."))
                    .arg(connections)
                    .arg(timeWords(pressure.connectionsGoneMs));
    if (!pressure.statements.isEmpty())
        text +=
            QStringLiteral(" %1 %2 concerned, %3/s; the longest takes %4.")
                .arg(pressure.statements.size())
                .arg(pressure.statements.size() == 1 ? QStringLiteral("known statement is")
                                                     : QStringLiteral("known statements are"),
                     countWords(pressure.statementsPerSecond), timeWords(pressure.statements.first().meanMs));
    return text;
}

/// Works through the steps of a plan.
class BlastReader
{
public:
    BlastReader(const plan::Plan &plan, const schema::Activity &activity)
        : m_plan(plan)
        , m_activity(activity)
        , m_traffic(activity)
        , m_connections(qMax(0, activity.maxConnections - activity.reservedConnections))
    { }
    BlastRadius read();

private:
    void readStep(const plan::Step &step);
    [[nodiscard]] std::optional<Pressure> pressureOf(const plan::Step &step,
                                                     const plan::RelationLock &lock) const;
    void addStatements(Pressure *pressure) const;
    static void countView(Pressure *pressure);
    void count(const plan::Step &step, Pressure *pressure) const;
    void dropCovered(QVector<Pressure> *pressures) const;
    void addQueues(const plan::Step &step);
    void addLockQueue(const plan::Step &step, const schema::SessionActivity &session);
    void addSnapshotQueue(const plan::Step &step, const schema::SessionActivity &session);

    const plan::Plan &m_plan;
    const schema::Activity &m_activity;
    Traffic m_traffic;
    int m_connections;
    BlastRadius m_result;
};

void BlastReader::addStatements(Pressure *pressure) const
{
    if (!m_activity.whyNoStatements.isEmpty())
        return;
    QHash<int, LockMode> uses;
    for (const Key &key : { keyOfDisplay(pressure->table), keyOfDisplay(pressure->relation) }) {
        for (const Traffic::Use &use : m_traffic.usesOf(key)) {
            if (plan::conflicts(use.mode, pressure->mode))
                uses[use.statement] = std::max(uses.value(use.statement), use.mode);
        }
    }
    double rate = 0;
    for (auto it = uses.cbegin(); it != uses.cend(); ++it) {
        const schema::StatementTraffic &one = m_activity.statements.at(it.key());
        pressure->statements.append(
            { one.text, one.user, one.callsPerSecond, one.meanMs, it.value() >= LockMode::RowExclusive });
        rate += one.callsPerSecond;
    }
    if (pressure->statements.isEmpty())
        return;
    pressure->statementsPerSecond = rate;
    std::sort(pressure->statements.begin(), pressure->statements.end(),
              [](const ConcernedStatement &a, const ConcernedStatement &b) {
                  return std::tie(b.meanMs, a.text, a.user) < std::tie(a.meanMs, b.text, b.user);
              });
}

/// Only statements tell of views: nothing else counts their use.
void BlastReader::countView(Pressure *pressure)
{
    pressure->isView = true;
    for (const ConcernedStatement &one : pressure->statements)
        (one.writes ? pressure->writesPerSecond : pressure->readsPerSecond) += one.callsPerSecond;
}

void BlastReader::count(const plan::Step &step, Pressure *pressure) const
{
    const plan::Assessment &assessment = step.assessment;
    pressure->holdMs = assessment.lockHoldMs;
    const double spread = assessment.estimate.likelyMs > 0
                              ? double(assessment.estimate.highMs) / double(assessment.estimate.likelyMs)
                              : 1;
    pressure->holdHighMs = qMax(pressure->holdMs, qint64(std::round(double(pressure->holdMs) * spread)));
    const double rate = (pressure->readsWait ? pressure->readsPerSecond : 0)
                        + (pressure->writesWait ? pressure->writesPerSecond : 0);
    pressure->heldUp = rate * double(pressure->holdMs) / 1000;
    pressure->heldUpHigh = rate * double(pressure->holdHighMs) / 1000;
    // Each waiting statement keeps a connection; a statement may write many rows.
    const double arriving = pressure->statementsPerSecond >= 0 ? pressure->statementsPerSecond : rate;
    const double goneMs = arriving > 0 ? m_connections / arriving * 1000 : -1;
    if (m_connections > 0 && goneMs >= 0 && goneMs < double(pressure->holdHighMs))
        pressure->connectionsGoneMs = goneMs;
}

std::optional<Pressure> BlastReader::pressureOf(const plan::Step &step, const plan::RelationLock &lock) const
{
    const Key key = keyOfDisplay(lock.relation);
    const Key table = m_traffic.tableOf(key);
    Pressure pressure;
    pressure.readsWait = plan::conflicts(LockMode::AccessShare, lock.mode);
    pressure.writesWait = plan::conflicts(LockMode::RowExclusive, lock.mode);
    if (!m_activity.relations.contains(table) || (!pressure.readsWait && !pressure.writesWait))
        return std::nullopt;
    // Statements are planned with every index of the table, but only an exclusive lock on one keeps them.
    if (table != key && !pressure.readsWait)
        return std::nullopt;
    const schema::RelationTraffic traffic = m_traffic.of(table);
    pressure.step = step.id;
    pressure.relation = lock.relation;
    pressure.table = table == key ? lock.relation : display(table);
    pressure.mode = lock.mode;
    pressure.readsPerSecond = traffic.readsPerSecond;
    pressure.writesPerSecond = traffic.writesPerSecond;
    addStatements(&pressure);
    if (m_activity.readByView.contains(table))
        countView(&pressure);
    count(step, &pressure);
    pressure.text =
        pressure.isView && pressure.statementsPerSecond < 0
            ? QStringLiteral("The server does not count the use of views, so that nothing is known of %1.")
                  .arg(pressure.relation)
            : pressureText(pressure, m_connections);
    return pressure;
}

/// A partition whose parent is locked as well, and an index whose table is, say nothing new.
void BlastReader::dropCovered(QVector<Pressure> *pressures) const
{
    const auto covers = [this](const Pressure &other, const Pressure &one) {
        if (&other == &one || other.readsWait < one.readsWait || other.writesWait < one.writesWait)
            return false;
        const Key otherKey = keyOfDisplay(other.relation);
        const bool isItsTable = one.relation != one.table && other.relation == one.table;
        const bool isFirstIndex = one.relation != one.table && other.relation != other.table
                                  && one.table == other.table && other.relation < one.relation;
        return isItsTable || isFirstIndex || m_traffic.isPartOf(keyOfDisplay(one.table), otherKey);
    };
    QVector<Pressure> kept;
    for (const Pressure &one : std::as_const(*pressures)) {
        const bool isCovered = std::any_of(pressures->cbegin(), pressures->cend(),
                                           [&](const Pressure &other) { return covers(other, one); });
        if (!isCovered)
            kept.append(one);
    }
    *pressures = kept;
}

void BlastReader::readStep(const plan::Step &step)
{
    QVector<Pressure> pressures;
    for (const plan::RelationLock &lock : step.assessment.locks) {
        if (const auto pressure = pressureOf(step, lock))
            pressures.append(*pressure);
    }
    dropCovered(&pressures);
    std::stable_sort(pressures.begin(), pressures.end(),
                     [](const Pressure &a, const Pressure &b) { return a.heldUp > b.heldUp; });
    m_result.pressures += pressures;
    addQueues(step);
}

void BlastReader::addLockQueue(const plan::Step &step, const schema::SessionActivity &session)
{
    for (const plan::RelationLock &lock : step.assessment.locks) {
        const Key key = keyOfDisplay(lock.relation);
        const auto held =
            std::find_if(session.locks.cbegin(), session.locks.cend(), [&](const schema::HeldLock &one) {
                return one.granted && one.relation == key && plan::conflicts(lockModeOf(one.mode), lock.mode);
            });
        if (held == session.locks.cend())
            continue;
        const bool readsQueue = plan::conflicts(LockMode::AccessShare, lock.mode);
        const QString behind = readsQueue ? QStringLiteral("every read and write")
                               : plan::conflicts(LockMode::RowExclusive, lock.mode)
                                   ? QStringLiteral("every write")
                                   : QStringLiteral("other schema changes");
        const QString until = step.timeouts.lockMs > 0
                                  ? QStringLiteral("for %1 at a time (lock_timeout), again and again")
                                        .arg(timeWords(step.timeouts.lockMs))
                                  : QStringLiteral("until it ends");
        m_result.queues.append(
            { step.id, lock.relation, session, step.timeouts.lockMs,
              QStringLiteral(
                  "%1 holds %2 on %3: step %4 waits for it %5, and %6 on %3 that comes later waits "
                  "behind the step.")
                  .arg(sessionWords(session), plan::name(lockModeOf(held->mode)), lock.relation, step.id,
                       until, behind) });
        return;
    }
}

void BlastReader::addSnapshotQueue(const plan::Step &step, const schema::SessionActivity &session)
{
    m_result.queues.append(
        { step.id, QString(), session, 0,
          QStringLiteral(
              "%1 has a snapshot: step %2 works CONCURRENTLY and waits until that transaction ends. "
              "Nobody's reads or writes wait meanwhile.")
              .arg(sessionWords(session), step.id) });
}

void BlastReader::addQueues(const plan::Step &step)
{
    const bool waitsForSnapshots = isConcurrent(step);
    for (const schema::SessionActivity &session : m_activity.sessions) {
        const bool isPrepared = session.pid == 0;
        // A plain autovacuum gives way by itself.
        const bool givesWay =
            session.isAutovacuum && !session.query.contains(QLatin1String("to prevent wraparound"));
        if (givesWay || (!isPrepared && session.transactionSeconds < longSeconds))
            continue;
        const qsizetype before = m_result.queues.size();
        addLockQueue(step, session);
        if (waitsForSnapshots && session.hasSnapshot && before == m_result.queues.size())
            addSnapshotQueue(step, session);
    }
}

BlastRadius BlastReader::read()
{
    for (const plan::Step &step : m_plan.steps)
        readStep(step);
    if (m_activity.seconds <= 0)
        m_result.notes.append(QStringLiteral(
            "The rates are averages since the server's counters were reset, not of this moment."));
    if (!m_activity.whyNoStatements.isEmpty())
        m_result.notes.append(m_activity.whyNoStatements);
    if (m_activity.hiddenSessions > 0)
        m_result.notes.append(
            QStringLiteral("%1 sessions of other roles could not be looked into; a member of "
                           "pg_monitor sees them.")
                .arg(m_activity.hiddenSessions));
    return m_result;
}

} // namespace

int BlastRadius::worst() const
{
    const auto rank = [](const Pressure &one) { return std::tuple(one.heldUp, one.heldUpHigh); };
    int found = -1;
    for (int i = 0; i < pressures.size(); ++i) {
        if (pressures.at(i).heldUpHigh > 0
            && (found < 0 || rank(pressures.at(found)) < rank(pressures.at(i))))
            found = i;
    }
    return found;
}

QString sessionWords(const schema::SessionActivity &session)
{
    const QString age = timeWords(session.transactionSeconds * 1000);
    if (session.pid == 0)
        return QStringLiteral("Prepared transaction %1 (user %2), %3 old,")
            .arg(session.preparedName, session.user, age);
    return QStringLiteral("pid %1 (user %2, application %3), %4, in its transaction for %5,")
        .arg(session.pid)
        .arg(session.user,
             session.application.isEmpty() ? QStringLiteral("without a name") : session.application,
             session.state, age);
}

LockMode lockModeOf(const QString &pgLocksMode)
{
    static const std::array<std::pair<const char *, LockMode>, 8> names{ {
        { "AccessShareLock", LockMode::AccessShare },
        { "RowShareLock", LockMode::RowShare },
        { "RowExclusiveLock", LockMode::RowExclusive },
        { "ShareUpdateExclusiveLock", LockMode::ShareUpdateExclusive },
        { "ShareLock", LockMode::Share },
        { "ShareRowExclusiveLock", LockMode::ShareRowExclusive },
        { "ExclusiveLock", LockMode::Exclusive },
        { "AccessExclusiveLock", LockMode::AccessExclusive },
    } };
    for (const auto &[name, mode] : names) {
        if (pgLocksMode == QLatin1String(name))
            return mode;
    }
    return LockMode::AccessShare;
}

BlastRadius blastRadius(const plan::Plan &plan, const schema::Activity &activity)
{
    return BlastReader(plan, activity).read();
}

} // namespace lockstep::analysis
