#include "traffic.h"

namespace lockstep::testing {

Traffic::Traffic(const RunDatabase &db, qint64 users)
    : m_target(db.target())
    , m_users(users)
    , m_nextId(users - users % 3 + 3)
{
    const auto session = db.open();
    const auto rows = session->query(QStringLiteral("SELECT id, name, n FROM users"));
    for (int i = 0; rows.has_value() && i < rows->count(); ++i)
        m_rows.insert(rows->integer(i, 0), { rows->text(i, 1), int(rows->integer(i, 2)) });
    m_thread = std::thread([this] { work(); });
}

Traffic::~Traffic()
{
    stop();
}

void Traffic::stop()
{
    m_isStopping = true;
    if (m_thread.joinable())
        m_thread.join();
}

/// After a lost connection nobody knows whether the write was committed.
bool Traffic::readAgain(postgres::Session &session)
{
    const qint64 id = *m_unsure;
    const auto rows =
        session.query(QStringLiteral("SELECT name FROM users WHERE id = $1"), { QString::number(id) });
    if (!rows.has_value())
        return false;
    m_unsure.reset();
    if (rows->count() == 0) {
        m_rows.remove(id);
        return true;
    }
    const bool isInserted = !m_rows.contains(id);
    Row &row = m_rows[id];
    if (row.name != rows->text(0, 0) && !isInserted)
        ++row.updates;
    row.name = rows->text(0, 0);
    if (isInserted)
        m_nextId += 3;
    return true;
}

bool Traffic::write(postgres::Session &session, int i)
{
    const QString name = QStringLiteral("t%1").arg(i);
    const qint64 id = i % 5 == 0 ? m_nextId : 1 + (qint64(i) * 7919) % m_users;
    if (i % 5 != 0 && !m_rows.contains(id))
        return true;
    const bool deletes = i % 11 == 3;
    QString sql = QStringLiteral("UPDATE users SET name = $2 WHERE id = $1");
    if (i % 5 == 0)
        sql = QStringLiteral("INSERT INTO users (id, name) VALUES ($1, $2)");
    else if (deletes)
        sql = QStringLiteral("DELETE FROM users WHERE id = $1 AND $2 <> ''");
    QElapsedTimer timer;
    timer.start();
    const auto done = session.execute(sql, { QString::number(id), name });
    if (!done.has_value()) {
        if (done.error().kind == base::ErrorKind::Connection)
            m_unsure = id;
        else
            m_failure = done.error().toText();
        return false;
    }
    m_longestMs = std::max(m_longestMs, double(timer.elapsed()));
    ++m_writes;
    if (i % 5 == 0) {
        m_rows.insert(id, { name, 0 });
        m_nextId += 3;
    } else if (deletes) {
        m_rows.remove(id);
    } else {
        m_rows[id].name = name;
        ++m_rows[id].updates;
    }
    return true;
}

void Traffic::work()
{
    std::unique_ptr<postgres::Session> session;
    for (int i = 0; !m_isStopping && m_failure.isEmpty(); ++i) {
        if (!session || !session->isConnected()) {
            auto opened = postgres::Session::open(m_target);
            if (!opened.has_value()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
                continue;
            }
            session = std::move(opened).value();
            if (m_unsure && !readAgain(*session))
                continue;
        }
        (void)write(*session, i);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

QString Traffic::compared(const postgres::Rows &rows, bool isFilled) const
{
    for (int i = 0; i < rows.count(); ++i) {
        const qint64 id = rows.integer(i, 0);
        const auto row = m_rows.constFind(id);
        if (row == m_rows.constEnd())
            return QStringLiteral("Row %1 is there and should not be.").arg(id);
        if (row->name != rows.text(i, 1))
            return QStringLiteral("Row %1 says %2 and not %3.")
                .arg(QString::number(id), rows.text(i, 1), row->name);
        if (!isFilled)
            continue;
        if (rows.text(i, 3) != QStringLiteral("tier%1").arg(id % 3))
            return QStringLiteral("Row %1 has tier %2.").arg(QString::number(id), rows.text(i, 3));
        // Filled once; rows that came with the column's default, not at all.
        const int fills = int(rows.integer(i, 2)) - row->updates;
        if (fills < (id > m_users ? 0 : 1) || fills > 1)
            return QStringLiteral("Row %1 was filled %2 times.").arg(id).arg(fills);
    }
    return {};
}

QString Traffic::problems(RunDatabase &db, bool isFilled)
{
    stop();
    if (!m_failure.isEmpty())
        return QStringLiteral("A statement of the application failed: ") + m_failure;
    const auto session = db.open();
    const auto rows = session->query(QStringLiteral("SELECT id, name, n%1 FROM users ORDER BY id")
                                         .arg(isFilled ? QStringLiteral(", tier") : QString()));
    if (!rows.has_value())
        return rows.error().toText();
    if (rows->count() != m_rows.size())
        return QStringLiteral("There are %1 rows and not %2.").arg(rows->count()).arg(m_rows.size());
    if (m_writes < 10)
        return QStringLiteral("The application hardly wrote anything.");
    return compared(*rows, isFilled);
}

} // namespace lockstep::testing
