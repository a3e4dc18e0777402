#include "runfixture.h"

#include <QTest>

#include <thread>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// A step and an application that need the same tables in opposite orders.
class FaultCirclesTest : public QObject
{
    Q_OBJECT
private slots:
    void letsGoAndTakesTheOtherFirst_data();
    void letsGoAndTakesTheOtherFirst();
};

namespace {

/// Uses `orders`, thinks, and uses `users` in the same transaction, again and again: a step that has taken
/// `users` and waits for `orders` waits for ever, and so does this.
class Shop
{
public:
    explicit Shop(const RunDatabase &db)
        : m_session(db.open())
        , m_thread([this] { work(); })
    { }
    ~Shop() { close(); }
    void close()
    {
        m_isClosed = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] qint64 longestMs() const { return m_longestMs; }
    [[nodiscard]] QString error() const { return m_error; }

private:
    void work()
    {
        while (!m_isClosed && m_error.isEmpty()) {
            QElapsedTimer one;
            one.start();
            const auto done = m_session->executeScript(QStringLiteral(
                "BEGIN; SELECT FROM orders; SELECT pg_sleep(0.03); SELECT count(*) FROM users; COMMIT"));
            if (!done.has_value())
                m_error = done.error().toText();
            m_longestMs = std::max(m_longestMs, one.elapsed());
        }
    }
    std::unique_ptr<postgres::Session> m_session;
    std::atomic<bool> m_isClosed = false;
    qint64 m_longestMs = 0;
    QString m_error;
    std::thread m_thread; ///< Last: it uses the others.
};

plan::PlanPtr bothTables(bool knowsItsLocks)
{
    plan::Step step = ddl(QStringLiteral("s01"),
                          { QStringLiteral("ALTER TABLE users ADD COLUMN x integer"),
                            QStringLiteral("ALTER TABLE orders ADD COLUMN x integer") },
                          { QStringLiteral("ALTER TABLE users DROP COLUMN x"),
                            QStringLiteral("ALTER TABLE orders DROP COLUMN x") });
    step.assessment.locks.clear();
    if (knowsItsLocks)
        step.assessment.locks = { { QStringLiteral("public.users"), plan::LockMode::AccessExclusive },
                                  { QStringLiteral("public.orders"), plan::LockMode::AccessExclusive } };
    return planOf({ step });
}

} // namespace

void FaultCirclesTest::letsGoAndTakesTheOtherFirst_data()
{
    QTest::addColumn<bool>("knowsItsLocks");
    QTest::addColumn<bool>("isWayBack");
    QTest::newRow("locks that are known before") << true << false;
    QTest::newRow("locks of its statements") << false << false;
    QTest::newRow("on the way back") << true << true;
}

void FaultCirclesTest::letsGoAndTakesTheOtherFirst()
{
    QFETCH(bool, knowsItsLocks);
    QFETCH(bool, isWayBack);
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE TABLE orders (id bigint)"));
    const plan::PlanPtr plan = bothTables(knowsItsLocks);
    if (isWayBack)
        VERIFY_OK(db.run(plan));
    Shop shop(db);
    QTest::qWait(100);
    VERIFY_OK(isWayBack ? db.rollBack(plan) : db.run(plan));
    shop.close();
    QCOMPARE(shop.error(), QString());
    const QString outcomes =
        db.one(QStringLiteral("SELECT string_agg(outcome, ' ' ORDER BY ended) FROM lockstep.step_attempt"));
    QVERIFY2(outcomes.contains(QLatin1String("40P01")), qPrintable(outcomes));
    QVERIFY2(outcomes.split(QLatin1Char(' ')).size() < 8, qPrintable(outcomes));
    qInfo("%s, longest transaction of the application %lld ms", qPrintable(outcomes), shop.longestMs());
}

QTEST_GUILESS_MAIN(FaultCirclesTest)
#include "tst_faultcircles.moc"
