#include "release.h"

#include <model/schema/objectid.h>

#include <QElapsedTimer>
#include <QRandomGenerator>

namespace lockstep::testing {

namespace {

/// Four sessions at 2 ms took both processors for themselves, and the run waited for them.
constexpr int paceMs = 5;

} // namespace

Session::Session(const postgres::ConnectionTarget &target, Release release, qint64 firstKey, int keys,
                 qint64 newKeysFrom)
    : m_release(std::move(release))
    , m_thread([this, target, firstKey, keys, newKeysFrom] { work(target, firstKey, keys, newKeysFrom); })
{ }

Session::~Session()
{
    m_ends = true;
    if (m_thread.joinable())
        m_thread.join();
}

Traffic Session::stop()
{
    m_ends = true;
    m_thread.join();
    return m_traffic;
}

bool Session::say(postgres::Session &session, const QString &sql, QString *answer)
{
    QElapsedTimer timer;
    timer.start();
    const auto rows = session.query(sql);
    m_traffic.longestMs = std::max(m_traffic.longestMs, double(timer.nsecsElapsed()) / 1e6);
    ++m_traffic.statements;
    if (!rows.has_value()) {
        m_traffic.failures +=
            QStringLiteral("%1 release: %2 (%3)").arg(m_release.name, rows.error().message, sql);
        return false;
    }
    if (answer)
        *answer = rows->count() > 0 ? rows->text(0, 0) : QStringLiteral("no row");
    return true;
}

void Session::work(const postgres::ConnectionTarget &target, qint64 firstKey, int keys, qint64 newKeysFrom)
{
    const auto session = postgres::Session::open(target, {});
    if (!session.has_value()) {
        m_traffic.failures += session.error().toText();
        return;
    }
    QRandomGenerator random{ quint32(firstKey) };
    for (int round = 0; !m_ends && m_traffic.failures.isEmpty(); ++round) {
        const bool isNew = round % 3 == 0;
        const qint64 key = isNew ? newKeysFrom + round : firstKey + random.bounded(keys);
        const QString value = QString::number(newKeysFrom + round);
        const QString form = isNew ? m_release.insert : m_release.update;
        if (!say(**session, form.arg(QString::number(key), schema::quoteLiteral(value))))
            return;
        m_traffic.written.insert(key, value);
        QString found;
        if (say(**session, m_release.read.arg(key), &found) && found != value)
            m_traffic.failures += QStringLiteral("%1 release: wrote %2 for %3 and read %4")
                                      .arg(m_release.name, value)
                                      .arg(key)
                                      .arg(found);
        std::this_thread::sleep_for(std::chrono::milliseconds(paceMs));
    }
}

} // namespace lockstep::testing
