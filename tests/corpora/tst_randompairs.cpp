#include <model/postgres/session.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <tests/support/postgrestest.h>
#include <tests/support/roundtrip.h>
#include <tests/support/shrink.h>

using namespace lockstep;

/// Random schemas of every kind of object, taken to each other and back. LOCKSTEP_ROUNDS (20) says how
/// many, LOCKSTEP_SEED (1) where to start; LOCKSTEP_FAILURES names a directory for what fails, made small.
class RandomPairsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theSameSeedGivesTheSamePair();
    void shrinkingKeepsWhatFails();
    void randomSchemasConvergeBothWays();

private:
    [[nodiscard]] testing::RoundTrip check(const testing::SchemaPair &pair) const
    {
        // What the superuser of a private server owns has no stated owner; here everything has one.
        const QString owner = QStringLiteral("SET SESSION AUTHORIZATION lockstep_owner;\n");
        return testing::roundTrip(m_server, owner + scriptOf(pair.current), owner + scriptOf(pair.target));
    }
    void report(quint64 seed, const testing::RoundTrip &trip);

    scratch::ScratchServerPtr m_server;
    int m_major = 0;
};

void RandomPairsTest::initTestCase()
{
    QString why;
    m_server = testing::server(&why);
    QVERIFY2(m_server, qPrintable(why));
    const auto session = postgres::Session::open(m_server->maintenance());
    QVERIFY(session.has_value());
    m_major = (*session)->server().version / 10000;
    QStringList roles = testing::randomRoles();
    roles << QStringLiteral("lockstep_owner SUPERUSER");
    for (const QString &role : roles) {
        const auto created = (*session)->execute(QStringLiteral("CREATE ROLE ") + role);
        QVERIFY2(created.has_value(), created.has_value() ? "" : qPrintable(created.error().toText()));
    }
}

void RandomPairsTest::theSameSeedGivesTheSamePair()
{
    const testing::SchemaPair one = testing::randomPair(7, m_major);
    const testing::SchemaPair other = testing::randomPair(7, m_major);
    QCOMPARE(scriptOf(one.current), scriptOf(other.current));
    QCOMPARE(scriptOf(one.target), scriptOf(other.target));
    QVERIFY(scriptOf(one.current) != scriptOf(one.target));
    QVERIFY(one.current.size() > 60);
}

void RandomPairsTest::shrinkingKeepsWhatFails()
{
    const testing::SchemaPair pair = testing::randomPair(3, m_major);
    const QString needle = QStringLiteral("s1.t1");
    const auto hasIt = [&](const testing::SchemaPair &candidate) {
        return scriptOf(candidate.target).contains(QStringLiteral("CREATE TABLE ") + needle);
    };
    QVERIFY2(hasIt(pair), "Another seed is needed here.");
    const testing::SchemaPair small = testing::shrink(pair, hasIt);
    QVERIFY(hasIt(small));
    QCOMPARE(small.current.size(), 0);
    QCOMPARE(small.target.size(), 2); // The schema and the table.
}

void RandomPairsTest::report(quint64 seed, const testing::RoundTrip &trip)
{
    const testing::SchemaPair pair = testing::randomPair(seed, m_major);
    const auto stillFails = [&](const testing::SchemaPair &candidate) {
        const testing::RoundTrip again = check(candidate);
        // Another failure is another story.
        return !again.isGood() && again.forward.isEmpty() == trip.forward.isEmpty()
               && again.reason().left(12) == trip.reason().left(12);
    };
    const testing::SchemaPair small = testing::shrink(pair, stillFails);
    const testing::RoundTrip last = check(small);
    const QString text =
        QStringLiteral("-- seed %1\n-- current\n%2-- target\n%3%4\n== forward: %5\n== back: %6\n")
            .arg(seed)
            .arg(scriptOf(small.current), scriptOf(small.target), last.scripts, last.forward, last.back);
    qInfo("%s", qPrintable(text));
    QFile file(qEnvironmentVariable("LOCKSTEP_FAILURES") + QStringLiteral("/seed%1.txt").arg(seed));
    if (qEnvironmentVariableIsSet("LOCKSTEP_FAILURES") && file.open(QIODevice::WriteOnly))
        file.write(text.toUtf8());
}

void RandomPairsTest::randomSchemasConvergeBothWays()
{
    const int rounds = qEnvironmentVariable("LOCKSTEP_ROUNDS", QStringLiteral("20")).toInt();
    const quint64 start = qEnvironmentVariable("LOCKSTEP_SEED", QStringLiteral("1")).toULongLong();
    QList<quint64> failed;
    for (quint64 seed = start; seed < start + quint64(rounds); ++seed) {
        const testing::RoundTrip trip = check(testing::randomPair(seed, m_major));
        if (trip.isGood())
            continue;
        failed.append(seed);
        qInfo("seed %llu: %s", seed, qPrintable(trip.reason().left(400)));
        if (trip.isLoaded && !qEnvironmentVariableIsSet("LOCKSTEP_NO_SHRINKING"))
            report(seed, trip);
    }
    qInfo("%d rounds from seed %llu on PostgreSQL %d: %d missed", rounds, start, m_major, int(failed.size()));
    QVERIFY2(failed.isEmpty(), "The seeds above do not converge.");
}

QTEST_GUILESS_MAIN(RandomPairsTest)
#include "tst_randompairs.moc"
