#include "scenario.h"
#include "verify.h"

#include <QTest>

#include <atomic>
#include <set>
#include <thread>

using namespace lockstep;
using namespace lockstep::testing;

/// No number comes twice while a sequence changes, asked by its name as applications do that number their
/// rows before they insert them.
class TestSequenceNumbers : public QObject
{
    Q_OBJECT

private slots:
    void comeOnce_data();
    void comeOnce();
};

namespace {

/// Takes numbers from a sequence on three connections until it is stopped.
class Takers
{
public:
    Takers(const postgres::ConnectionTarget &target, const QString &sequence)
    {
        for (int i = 0; i < 3; ++i)
            m_threads.emplace_back([this, target, sequence, i] { take(target, sequence, &m_numbers[i]); });
    }
    /// How many came more than once.
    int stop()
    {
        m_isOver = true;
        m_threads.clear();
        std::set<qint64> seen;
        int twice = 0;
        for (const QVector<qint64> &numbers : m_numbers) {
            for (const qint64 number : numbers)
                twice += !seen.insert(number).second;
        }
        m_count = int(seen.size());
        return twice;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    void take(const postgres::ConnectionTarget &target, const QString &sequence, QVector<qint64> *numbers)
    {
        auto session = postgres::Session::open(target);
        while (session.has_value() && !m_isOver) {
            const auto rows = (*session)->query(QStringLiteral("SELECT nextval($1)"), { sequence });
            if (rows.has_value())
                numbers->append(rows->integer(0, 0));
        }
    }
    std::array<QVector<qint64>, 3> m_numbers;
    std::atomic<bool> m_isOver = false;
    int m_count = 0;
    std::vector<std::jthread> m_threads;
};

/// What the executor does with a step in its own transaction.
base::Result<void> execute(postgres::Session &session, const QStringList &statements)
{
    auto done = session.execute(QStringLiteral("BEGIN"));
    for (const QString &sql : statements) {
        if (done.has_value())
            done = session.execute(sql);
    }
    return done.has_value() ? session.execute(QStringLiteral("COMMIT")) : done;
}

} // namespace

void TestSequenceNumbers::comeOnce_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::newRow("when its type becomes narrower") << "CREATE SEQUENCE numbers AS bigint;"
                                                    << "CREATE SEQUENCE numbers AS integer;";
    QTest::newRow("when its type becomes wider, and back") << "CREATE SEQUENCE numbers AS integer;"
                                                           << "CREATE SEQUENCE numbers AS bigint;";
    QTest::newRow("when its maximum comes nearer") << "CREATE SEQUENCE numbers;"
                                                   << "CREATE SEQUENCE numbers MAXVALUE 1000000000;";
}

void TestSequenceNumbers::comeOnce()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    Scenario scenario(current, target, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const QVector<plan::Step> &steps = scenario.plan()->steps;
    QCOMPARE(steps.size(), 1);
    auto session = postgres::Session::open(scenario.database());
    VERIFY_OK(session);
    Takers takers(scenario.database(), QStringLiteral("public.numbers"));
    for (int i = 0; i < 150; ++i) {
        VERIFY_OK(execute(**session, steps.first().sql));
        VERIFY_OK(execute(**session, steps.first().rollback.sql));
    }
    QCOMPARE(takers.stop(), 0);
    QVERIFY(takers.count() > 500);
}

QTEST_GUILESS_MAIN(TestSequenceNumbers)
#include "tst_sequencenumbers.moc"
