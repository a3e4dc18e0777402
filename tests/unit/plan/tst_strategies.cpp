#include "strategycases.h"

#include <model/diff/changeset.h>
#include <model/plan/planjson.h>
#include <model/plan/planner.h>
#include <model/plan/script.h>
#include <model/sources/catalogreader.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;
using namespace lockstep::plan;
using namespace lockstep::plan::cases;

namespace {

/// From PostgreSQL 18 on NOT NULL is itself added as NOT VALID, without a CHECK that helps.
QStringList withNotNullConstraints(const QStringList &expected)
{
    static const QRegularExpression check(QStringLiteral("^CHECK \\((\\w+) IS NOT NULL\\) NOT VALID$"));
    QStringList result;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const bool isSet = expected[i].endsWith(QLatin1String("SET NOT NULL"));
        const bool wasSet = i > 0 && expected[i - 1].endsWith(QLatin1String("SET NOT NULL"));
        if (isSet)
            result << QStringLiteral("VALIDATE CONSTRAINT");
        else if (!wasSet || expected[i] != QLatin1String("DROP CONSTRAINT"))
            result << QString(expected[i]).replace(check, QStringLiteral("NOT NULL \\1 NOT VALID"));
    }
    return result;
}

} // namespace

/// Every online way, end to end: two schemas in, a plan out, run forward and back by psql on a
/// database with rows, the catalog compared with the target and then with the current one.
class TestStrategies : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void reachesTheTargetAndComesBack_data();
    void reachesTheTargetAndComesBack();
    void choosesByVersion_data();
    void choosesByVersion();
    void givesTheSameBytesForTheSameInputs();
    void keepsDependenciesInOrder();
    void fillsRowsThatAreWrittenMeanwhile();
    void namesWhatIsLost();
    void saysWhatCannotSucceed();
    void followsTheToleranceOfATable();
    void refusesIntentsThatNothingCarriesOut();

private:
    struct Side
    {
        std::unique_ptr<scratch::ScratchDatabase> database;
        std::unique_ptr<postgres::Session> session;
        schema::CatalogPtr catalog;
    };
    Side makeSide(const QString &sql);
    base::Result<PlanPtr> planFor(const Side &current, const Side &target, PlanOptions options,
                                  const schema::StatisticsPtr &statistics = {});
    QString runPsql(const Side &side, const QString &script);

    scratch::ScratchServerPtr m_server;
};

void TestStrategies::initTestCase()
{
    QString why;
    m_server = testing::server(&why);
    QVERIFY2(m_server, qPrintable(why));
}

TestStrategies::Side TestStrategies::makeSide(const QString &sql)
{
    Side side;
    auto database = scratch::ScratchDatabase::create(m_server, QStringLiteral("strategy"));
    if (!database.has_value())
        return {};
    side.database = std::move(database).value();
    auto session = side.database->open();
    if (!session.has_value())
        return {};
    side.session = std::move(session).value();
    const auto loaded = side.session->executeScript(sql);
    if (!loaded.has_value()) {
        qWarning("%s", qPrintable(loaded.error().toText()));
        return {};
    }
    side.catalog = sources::readCatalog(*side.session).value();
    return side;
}

base::Result<PlanPtr> TestStrategies::planFor(const Side &current, const Side &target, PlanOptions options,
                                              const schema::StatisticsPtr &statistics)
{
    const auto diffOptions = plan::diffOptions(options.intents, *current.catalog, *target.catalog);
    if (!diffOptions.has_value())
        return diffOptions.error();
    const auto changes = diff::diff(current.catalog, target.catalog, diffOptions.value(), {});
    if (!changes.has_value())
        return changes.error();
    return makePlan(changes.value(), statistics, options, {});
}

QString TestStrategies::runPsql(const Side &side, const QString &script)
{
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("script.sql")));
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.write(script.toUtf8());
    file.close();
    QProcess psql;
    psql.setProcessChannelMode(QProcess::MergedChannels);
    psql.start(m_server->toolDirectory() + QStringLiteral("/psql"),
               { QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-v"),
                 QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-d"),
                 postgres::forProcess(side.database->target()).conninfo, QStringLiteral("-f"),
                 file.fileName() });
    psql.waitForFinished(60'000);
    return psql.exitCode() == 0 ? QString() : QString::fromUtf8(psql.readAll());
}

void TestStrategies::reachesTheTargetAndComesBack_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QByteArray>("intents");
    QTest::addColumn<bool>("isReversible");
    addColumnCases();
    addConstraintCases();
    addIndexCases();
    addPartitionCases();
    addOtherCases();
}

void TestStrategies::reachesTheTargetAndComesBack()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QStringList, expected);
    QFETCH(QByteArray, intents);
    QFETCH(bool, isReversible);
    const int major = m_server->version() / 10000;
    if (major < testing::majorFor(current + target))
        QSKIP("This version of PostgreSQL has no such feature.");
    if (major >= 18)
        expected = withNotNullConstraints(expected);
    const Side from = makeSide(current);
    const Side to = makeSide(target);
    QVERIFY(from.catalog && to.catalog);
    for (const Policy policy : { Policy::ZeroDowntime, Policy::Window }) {
        PlanOptions options;
        options.policy = policy;
        options.intents = intentsFromJson(intents, QStringLiteral("intents")).value();
        const auto plan = planFor(from, to, options);
        QVERIFY2(plan.has_value(), plan.has_value() ? "" : qPrintable(plan.error().toText()));
        const QString forward = forwardScript(*plan.value());
        qsizetype at = 0;
        for (const QString &text : policy == Policy::ZeroDowntime ? expected : QStringList()) {
            const qsizetype found = forward.indexOf(text, at);
            QVERIFY2(found >= 0,
                     qPrintable(QStringLiteral("No '%1' from %2 on in:\n%3").arg(text).arg(at).arg(forward)));
            at = found;
        }
        const QString failure = runPsql(from, forward);
        QVERIFY2(failure.isEmpty(), qPrintable(failure + forward));
        QCOMPARE(sources::readCatalog(*from.session).value()->fingerprint(), to.catalog->fingerprint());
        const QString checks = runPsql(from, verifyScript(*plan.value()));
        QVERIFY2(checks.isEmpty(), qPrintable(checks + verifyScript(*plan.value())));
        const QString back = rollbackScript(*plan.value());
        const QString backFailure = runPsql(from, back);
        QVERIFY2(backFailure.isEmpty(), qPrintable(backFailure + back));
        if (!isReversible)
            return;
        QCOMPARE(sources::readCatalog(*from.session).value()->fingerprint(), from.catalog->fingerprint());
    }
}

void TestStrategies::choosesByVersion_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QString>("unexpected");
    const QString constant = users(", tier text NOT NULL DEFAULT 'free'");
    QTest::newRow("constant default on 10")
        << 100000 << qint64(-1) << constant << list({ "DO $lockstep$", "SET NOT NULL" }) << QString();
    QTest::newRow("constant default on 11")
        << 110000 << qint64(-1) << constant << list({ "ADD COLUMN tier text DEFAULT" })
        << QStringLiteral("DO $lockstep$");
    const QString notNull = users("", "ALTER TABLE public.users ALTER COLUMN name SET NOT NULL");
    QTest::newRow("not null on 11") << 110000 << qint64(-1) << notNull
                                    << list({ "name IS NULL", "SET NOT NULL" })
                                    << QStringLiteral("NOT VALID");
    QTest::newRow("not null on 12") << 120000 << qint64(-1) << notNull
                                    << list({ "CHECK (name IS NOT NULL) NOT VALID", "SET NOT NULL" })
                                    << QString();
    QTest::newRow("not null on 18") << 180000 << qint64(-1) << notNull
                                    << list({ "ADD CONSTRAINT users_name_not_null NOT NULL name NOT VALID",
                                              "VALIDATE CONSTRAINT users_name_not_null" })
                                    << QStringLiteral("CHECK (");
    const QString index = users("", "CREATE INDEX by_name ON public.users (name)");
    QTest::newRow("index of an empty table")
        << 150000 << qint64(0) << index << list({ "CREATE INDEX by_name" })
        << QStringLiteral("INDEX CONCURRENTLY");
    QTest::newRow("index of a big table") << 150000 << qint64(50'000'000) << index
                                          << list({ "CREATE INDEX CONCURRENTLY by_name" }) << QString();
}

void TestStrategies::choosesByVersion()
{
    QFETCH(int, version);
    QFETCH(qint64, rows);
    QFETCH(QString, target);
    QFETCH(QStringList, expected);
    QFETCH(QString, unexpected);
    const Side from = makeSide(users(""));
    const Side to = makeSide(target);
    PlanOptions options;
    options.serverVersion = version;
    if (rows >= 0)
        options.intents.rows.insert(QStringLiteral("public.users"), rows);
    const auto plan = planFor(from, to, options);
    QVERIFY(plan.has_value());
    const QString forward = forwardScript(*plan.value());
    qsizetype at = 0;
    for (const QString &text : expected) {
        at = forward.indexOf(text, at);
        QVERIFY2(at >= 0, qPrintable(text + QStringLiteral(" is missing in\n") + forward));
    }
    QVERIFY2(unexpected.isEmpty() || !forward.contains(unexpected), qPrintable(forward));
}

void TestStrategies::givesTheSameBytesForTheSameInputs()
{
    const QString target =
        users(", token uuid NOT NULL DEFAULT gen_random_uuid(), b int",
              "CREATE TABLE public.x (id int PRIMARY KEY); CREATE INDEX i ON public.users (name); "
              "CREATE INDEX j ON public.users (email); COMMENT ON TABLE public.x IS 'x'");
    QByteArray before;
    for (int run = 0; run < 3; ++run) {
        const Side from = makeSide(users(", gone text"));
        const Side to = makeSide(target);
        const auto plan = planFor(from, to, {});
        QVERIFY(plan.has_value());
        const QByteArray json = toJson(*plan.value());
        QVERIFY(before.isEmpty() || json == before);
        before = json;
        const auto read = planFromJson(json, QStringLiteral("plan"));
        QVERIFY2(read.has_value(), read.has_value() ? "" : qPrintable(read.error().toText()));
        QCOMPARE(toJson(*read.value()), json);
    }
}

void TestStrategies::keepsDependenciesInOrder()
{
    const Side from = makeSide(users(", gone text"));
    const Side to = makeSide(
        users(", token uuid NOT NULL DEFAULT gen_random_uuid()", "CREATE INDEX i ON public.users (token)"));
    const auto plan = planFor(from, to, {});
    QVERIFY(plan.has_value());
    QStringList seen;
    Phase phase = Phase::Expand;
    bool hasGate = false;
    for (const Step &step : plan.value()->steps) {
        for (const QString &needed : step.dependsOn)
            QVERIFY2(seen.contains(needed), qPrintable(step.id));
        QVERIFY(step.phase >= phase);
        phase = step.phase;
        QVERIFY2(hasGate || step.loses.isEmpty(), qPrintable(step.title));
        hasGate = hasGate || step.kind == StepKind::Gate;
        seen += step.id;
    }
    QVERIFY(hasGate);
}

void TestStrategies::fillsRowsThatAreWrittenMeanwhile()
{
    const Side from = makeSide(users(""));
    const Side to = makeSide(users(", mail text NOT NULL", "", false));
    PlanOptions options;
    options.intents.backfills = { { QStringLiteral("public.users.mail"),
                                    QStringLiteral("lower(users.email)") } };
    const auto plan = planFor(from, to, options);
    QVERIFY(plan.has_value());
    for (const Step &step : plan.value()->steps)
        QVERIFY(!step.backfill || step.rollback.caution.contains(QLatin1String("mail of users go with")));
    const QString forward = forwardScript(*plan.value());
    const qsizetype backfill = forward.indexOf(QLatin1String("DO $lockstep$"));
    QVERIFY(backfill > 0);
    const QString first = runPsql(from, forward.left(backfill));
    QVERIFY2(first.isEmpty(), qPrintable(first));
    // The old release knows nothing of the column.
    QVERIFY(
        from.session->execute(QStringLiteral("INSERT INTO public.users (id, email) VALUES (90000, 'NEW')"))
            .has_value());
    QVERIFY(from.session->execute(QStringLiteral("UPDATE public.users SET email = 'CHANGED' WHERE id = 5"))
                .has_value());
    const QString rest = runPsql(from, forward.mid(backfill));
    QVERIFY2(rest.isEmpty(), qPrintable(rest));
    const auto rows = from.session->query(QStringLiteral(
        "SELECT count(*) FILTER (WHERE mail = lower(email)), count(*), count(*) FILTER (WHERE mail = 'new'),"
        " count(*) FILTER (WHERE mail = 'changed') FROM public.users"));
    QVERIFY(rows.has_value());
    QCOMPARE(rows.value().integer(0, 0), 3001);
    QCOMPARE(rows.value().integer(0, 1), 3001);
    QCOMPARE(rows.value().integer(0, 2), 1);
    QCOMPARE(rows.value().integer(0, 3), 1);
    QCOMPARE(sources::readCatalog(*from.session).value()->fingerprint(), to.catalog->fingerprint());
}

void TestStrategies::namesWhatIsLost()
{
    const Side from = makeSide(users(", old text", "CREATE TABLE public.gone (a int)"));
    const Side to = makeSide(users("", "", false));
    auto statistics = std::make_shared<schema::Statistics>();
    schema::RelationStatistics known;
    known.rows = 2000000;
    known.pages = 50000;
    known.heapBytes = 400000000;
    known.columns.insert(QStringLiteral("old"), { 0.25, 10, 8 });
    for (const char *table : { "users", "gone" }) {
        statistics->relations.insert(
            schema::objectId(schema::Kind::Table, QStringLiteral("public"), QString::fromLatin1(table)),
            known);
    }
    const auto plan = planFor(from, to, {}, statistics);
    QVERIFY(plan.has_value());
    QHash<QString, QPair<qint64, qint64>> lost;
    for (const Step &step : plan.value()->steps) {
        for (const Loss &loss : step.loses) {
            QCOMPARE(step.phase, Phase::Contract);
            QVERIFY(!step.rollback.caution.isEmpty());
            lost.insert(loss.what, { loss.rows, loss.bytes });
        }
    }
    QCOMPARE(lost.size(), 2);
    QCOMPARE(lost.value(QStringLiteral("column public.users.old")),
             qMakePair(qint64(1500000), qint64(12000000)));
    QCOMPARE(lost.value(QStringLiteral("table public.gone")), qMakePair(qint64(2000000), qint64(400000000)));
}

void TestStrategies::saysWhatCannotSucceed()
{
    const Side from = makeSide(users(""));
    const Side to = makeSide(users(", must text NOT NULL", "", false));
    const auto plan = planFor(from, to, {});
    QVERIFY(plan.has_value());
    QCOMPARE(plan.value()->steps.size(), 1);
    const Step &step = plan.value()->steps[0];
    QVERIFY2(step.title.contains(QLatin1String("fails on existing rows")), qPrintable(step.title));
    QVERIFY2(step.why.contains(QLatin1String("Give a backfill expression for public.users.must")),
             qPrintable(step.why));
}

void TestStrategies::followsTheToleranceOfATable()
{
    const Side from = makeSide(users(""));
    const Side to = makeSide(users("", "CREATE INDEX by_name ON public.users (name)", false));
    PlanOptions options;
    options.intents.tolerance.insert(QStringLiteral("public.users"), Policy::Window);
    const auto plan = planFor(from, to, options);
    QVERIFY(plan.has_value());
    QVERIFY(plan.value()->steps[0].sql[0].startsWith(QLatin1String("CREATE INDEX by_name")));
    QVERIFY(plan.value()->steps[0].why.contains(QLatin1String("maintenance window")));
}

void TestStrategies::refusesIntentsThatNothingCarriesOut()
{
    const Side from = makeSide(users(""));
    const Side to = makeSide(users(", note text", "", false));
    PlanOptions options;
    options.intents.park = { QStringLiteral("public.users.name") };
    const auto plan = planFor(from, to, options);
    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error().kind, base::ErrorKind::Usage);
    QVERIFY(plan.error().message.contains(QLatin1String("public.users.name")));
}

QTEST_GUILESS_MAIN(TestStrategies)
#include "tst_strategies.moc"
