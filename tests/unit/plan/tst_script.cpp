#include <model/plan/commentedsql.h>
#include <model/plan/planner.h>
#include <model/plan/script.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;
using namespace lockstep::plan;

class TestScript : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void backfillsEveryRowOnce_data();
    void backfillsEveryRowOnce();
    void runsStepsInTheirTransactions();
    void stopsAtAFailedCheck();
    void takesBackLastStepFirst();
    void neverHidesASemicolonInAComment();
    void editsOnlyWhatABackfillMayChange();
    void keepsCommentsOfAnEditedStep_data();
    void keepsCommentsOfAnEditedStep();
    void refusesNothingButComments();
    void takesTheSentenceForNoComment();
    void dropsTheProofOfAnEditedPlan();

private:
    std::unique_ptr<scratch::ScratchDatabase> newDatabase();
    int runPsql(const scratch::ScratchDatabase &database, const QString &script, QString *output);

    scratch::ScratchServerPtr m_server;
};

namespace {

QString value(postgres::Session &session, const QString &sql)
{
    const auto rows = session.query(sql);
    return rows.has_value() ? rows.value().text(0, 0) : rows.error().message;
}

Step ddlStep(const char *id, const QStringList &sql, const QStringList &back)
{
    Step step;
    step.id = QString::fromLatin1(id);
    step.title = QStringLiteral("Step ") + step.id;
    step.sql = sql;
    step.rollback.sql = back;
    return step;
}

BackfillSpec userBackfill()
{
    return { schema::objectId(schema::Kind::Table, QStringLiteral("public"), QStringLiteral("users")),
             QStringLiteral("tier = 'free'"),
             QStringLiteral("tier IS NULL"),
             Batcher::Keyset,
             { QStringLiteral("id") },
             { QStringLiteral("bigint") } };
}

PlanPtr backfillPlan()
{
    auto plan = std::make_shared<Plan>();
    Step step =
        ddlStep("s01",
                { QStringLiteral("UPDATE public.users SET tier = 'free' WHERE id > :from AND id <= :to "
                                 "AND tier IS NULL") },
                {});
    step.kind = StepKind::Backfill;
    step.backfill = userBackfill();
    plan->steps = { step };
    plan->proof.status = ProofStatus::Proved;
    plan->proof.planDigest = plan->digest();
    return plan;
}

} // namespace

void TestScript::initTestCase()
{
    QString why;
    m_server = testing::server(&why);
    QVERIFY2(m_server, qPrintable(why));
}

std::unique_ptr<scratch::ScratchDatabase> TestScript::newDatabase()
{
    auto database = scratch::ScratchDatabase::create(m_server, QStringLiteral("script"));
    return database.has_value() ? std::move(database).value() : nullptr;
}

int TestScript::runPsql(const scratch::ScratchDatabase &database, const QString &script, QString *output)
{
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("script.sql")));
    if (!file.open(QIODevice::WriteOnly))
        return -1;
    file.write(script.toUtf8());
    file.close();
    QProcess psql;
    psql.setProcessChannelMode(QProcess::MergedChannels);
    const postgres::ProcessConnection connection = postgres::forProcess(database.target());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGPASSWORD"), connection.password);
    psql.setProcessEnvironment(environment);
    psql.start(m_server->toolDirectory() + QStringLiteral("/psql"),
               { QStringLiteral("-X"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"),
                 QStringLiteral("-d"), connection.conninfo, QStringLiteral("-f"), file.fileName() });
    psql.waitForFinished(60'000);
    *output = QString::fromUtf8(psql.readAll());
    return psql.exitCode();
}

void TestScript::backfillsEveryRowOnce_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<QStringList>("types");
    QTest::addColumn<QString>("fill");
    const QString numbers =
        QStringLiteral("INSERT INTO public.t SELECT %1 FROM generate_series(1, 100000) g");
    QTest::newRow("bigint key with gaps")
        << QStringLiteral("CREATE TABLE public.t (id bigint PRIMARY KEY, n int DEFAULT 0, v text)")
        << QStringList{ QStringLiteral("id") } << QStringList{ QStringLiteral("bigint") }
        << numbers.arg(QStringLiteral("g * 7 - 300000"));
    QTest::newRow("uuid key") << QStringLiteral(
        "CREATE TABLE public.t (id uuid PRIMARY KEY, n int DEFAULT 0, v text)")
                              << QStringList{ QStringLiteral("id") } << QStringList{ QStringLiteral("uuid") }
                              << numbers.arg(QStringLiteral("gen_random_uuid()"));
    QTest::newRow("composite key with odd names")
        << QStringLiteral("CREATE TABLE public.t (\"Odd name\" text, b date, n int DEFAULT 0, v text, "
                          "PRIMARY KEY (\"Odd name\", b))")
        << QStringList{ QStringLiteral("Odd name"), QStringLiteral("b") }
        << QStringList{ QStringLiteral("text"), QStringLiteral("date") }
        << numbers.arg(QStringLiteral("'x' || g % 13, date '2000-01-01' + g"));
    QTest::newRow("no key") << QStringLiteral("CREATE TABLE public.t (id int, n int DEFAULT 0, v text)")
                            << QStringList{} << QStringList{} << numbers.arg(QStringLiteral("g"));
    QTest::newRow("partitioned, no key")
        << QStringLiteral(
               "CREATE TABLE public.t (id int, n int DEFAULT 0, v text) PARTITION BY LIST ((id % 2)); "
               "CREATE TABLE public.t0 PARTITION OF public.t FOR VALUES IN (0); "
               "CREATE TABLE public.t1 PARTITION OF public.t FOR VALUES IN (1)")
        << QStringList{} << QStringList{} << numbers.arg(QStringLiteral("g"));
    QTest::newRow("empty table") << QStringLiteral(
        "CREATE TABLE public.t (id int PRIMARY KEY, n int DEFAULT 0, v text)")
                                 << QStringList{ QStringLiteral("id") }
                                 << QStringList{ QStringLiteral("integer") } << QStringLiteral("SELECT 1");
    QTest::newRow("one row") << QStringLiteral(
        "CREATE TABLE public.t (id int PRIMARY KEY, n int DEFAULT 0, v text)")
                             << QStringList{ QStringLiteral("id") }
                             << QStringList{ QStringLiteral("integer") }
                             << QStringLiteral("INSERT INTO public.t VALUES (5)");
}

void TestScript::backfillsEveryRowOnce()
{
    QFETCH(QString, table);
    QFETCH(QStringList, key);
    QFETCH(QStringList, types);
    QFETCH(QString, fill);
    const auto database = newDatabase();
    QVERIFY(database);
    const auto session = std::move(database->open()).value();
    QVERIFY(session->executeScript(table).has_value());
    QVERIFY(session->execute(fill).has_value());
    const BackfillSpec spec{ schema::objectId(schema::Kind::Table, QStringLiteral("public"),
                                              QStringLiteral("t")),
                             QStringLiteral("v = 'x', n = n + 1"),
                             QStringLiteral("v IS NULL"),
                             key.isEmpty() ? Batcher::Ctid : Batcher::Keyset,
                             key,
                             types };
    QString output;
    QCOMPARE(runPsql(*database, backfillScript(spec, 777), &output), 0);
    const QString rows = value(*session, QStringLiteral("SELECT count(*) FROM public.t"));
    QCOMPARE(value(*session, QStringLiteral("SELECT count(*) FROM public.t WHERE v = 'x' AND n = 1")), rows);
    QVERIFY2(output.contains(QStringLiteral("filled %1 rows of public.t").arg(rows)), qPrintable(output));
    // Batches: more than one transaction wrote the rows.
    if (rows == QLatin1String("100000"))
        QVERIFY(value(*session, QStringLiteral("SELECT count(DISTINCT xmin::text) FROM public.t")).toInt()
                > 5);
}

void TestScript::runsStepsInTheirTransactions()
{
    const auto database = newDatabase();
    QVERIFY(database);
    Plan plan;
    plan.steps = {
        ddlStep("s01",
                { QStringLiteral("CREATE TABLE public.t (a int)"),
                  QStringLiteral("CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS "
                                 "'SELECT b FROM public.not_yet'") },
                {}),
        ddlStep("s02", { QStringLiteral("CREATE INDEX CONCURRENTLY i ON public.t (a)") }, {}),
        ddlStep("s03", { QStringLiteral("CREATE TABLE public.u (a int)"), QStringLiteral("SELECT 1/0") }, {})
    };
    plan.steps[1].transaction = TransactionMode::None;
    QString output;
    QVERIFY(runPsql(*database, forwardScript(plan), &output) != 0);
    const auto session = std::move(database->open()).value();
    QVERIFY2(value(*session, QStringLiteral("SELECT to_regclass('public.i') IS NOT NULL"))
                 == QLatin1String("t"),
             qPrintable(output));
    QCOMPARE(value(*session, QStringLiteral("SELECT to_regclass('public.u') IS NULL")), QStringLiteral("t"));
}

void TestScript::stopsAtAFailedCheck()
{
    const auto database = newDatabase();
    QVERIFY(database);
    Plan plan;
    Step check = ddlStep("s01", {}, {});
    check.kind = StepKind::Verify;
    check.title = QStringLiteral("Check that it's all there");
    check.verify = { { QStringLiteral("SELECT count(*) FROM pg_class WHERE relname = 'pg_class'"),
                       QStringLiteral("1") },
                     { QStringLiteral("SELECT 2"), QStringLiteral("3") } };
    plan.steps = { check, ddlStep("s02", { QStringLiteral("CREATE TABLE public.after ()") }, {}) };
    QString output;
    QVERIFY(runPsql(*database, forwardScript(plan), &output) != 0);
    QVERIFY2(output.contains(QLatin1String("Check that it's all there. Found 2, expected 3.")),
             qPrintable(output));
    const auto session = std::move(database->open()).value();
    QCOMPARE(value(*session, QStringLiteral("SELECT to_regclass('public.after') IS NULL")),
             QStringLiteral("t"));
    plan.steps[0].verify.removeLast();
    QCOMPARE(runPsql(*database, forwardScript(plan), &output), 0);
    QCOMPARE(runPsql(*database, verifyScript(plan), &output), 0);
}

void TestScript::takesBackLastStepFirst()
{
    Plan plan;
    plan.steps = { ddlStep("s01", { QStringLiteral("A") }, { QStringLiteral("UNDO A") }),
                   ddlStep("s02", { QStringLiteral("B") }, {}),
                   ddlStep("s03", { QStringLiteral("C") }, { QStringLiteral("UNDO C") }) };
    plan.steps[1].rollback.irreversible = QStringLiteral("labels stay");
    Step gate = ddlStep("s04", {}, {});
    gate.kind = StepKind::Gate;
    gate.gateText = QStringLiteral("Is it live?");
    plan.steps += gate;
    const QString back = rollbackScript(plan);
    QVERIFY(back.indexOf(QLatin1String("UNDO C;"))
            < back.indexOf(QLatin1String("-- IRREVERSIBLE: labels stay")));
    QVERIFY(back.indexOf(QLatin1String("-- IRREVERSIBLE")) < back.indexOf(QLatin1String("UNDO A;")));
    QVERIFY(!back.contains(QLatin1String("s04")));
    QVERIFY(forwardScript(plan).contains(QLatin1String("-- Is it live?")));
    QCOMPARE(forwardScript(plan), forwardScript(plan));
}

void TestScript::neverHidesASemicolonInAComment()
{
    Plan plan;
    plan.steps = { ddlStep("s01", { QStringLiteral("CREATE TABLE public.t () -- why not") }, {}) };
    const auto database = newDatabase();
    QVERIFY(database);
    QString output;
    QCOMPARE(runPsql(*database, forwardScript(plan), &output), 0);
    const auto session = std::move(database->open()).value();
    QCOMPARE(value(*session, QStringLiteral("SELECT to_regclass('public.t') IS NOT NULL")),
             QStringLiteral("t"));
}

void TestScript::editsOnlyWhatABackfillMayChange()
{
    const auto edited = withEditedSql(backfillPlan(), QStringLiteral("s01"), SqlPart::Forward,
                                      QStringLiteral("update public.users\n set tier = 'a  b'\nWHERE id > "
                                                     ":from AND id <= :to\n AND tier IS NULL AND id > 5;"));
    QVERIFY2(edited.has_value(), edited.has_value() ? "" : qPrintable(edited.error().toText()));
    QCOMPARE(edited.value()->steps[0].backfill->set, QStringLiteral("tier = 'a  b'"));
    QCOMPARE(edited.value()->steps[0].backfill->where, QStringLiteral("tier IS NULL AND id > 5"));
    for (const char *wrong :
         { "UPDATE public.users SET tier = 1", "DELETE FROM public.users",
           "UPDATE public.orders SET tier = 1 WHERE id > :from AND id <= :to",
           "UPDATE public.users SET tier = 1 WHERE id > :from AND id <= :to OR true",
           "UPDATE public.users SET tier = 1 WHERE id > :from AND id <= :to; DROP TABLE public.users" }) {
        const auto refused = withEditedSql(backfillPlan(), QStringLiteral("s01"), SqlPart::Forward,
                                           QString::fromLatin1(wrong));
        QVERIFY2(!refused.has_value(), wrong);
        QCOMPARE(refused.error().kind, base::ErrorKind::Input);
    }
}

void TestScript::keepsCommentsOfAnEditedStep_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("kept");
    const auto add = [](const char *name, const char *typed, const QStringList &kept) {
        QTest::newRow(name) << QString::fromLatin1(typed) << kept;
    };
    const QString one = QStringLiteral("SELECT 1");
    const QString two = QStringLiteral("SELECT 2");
    add("behind the last semicolon", "SELECT 1; -- why", { QStringLiteral("-- why\nSELECT 1") });
    add("on lines of their own at the end", "SELECT 1;\nSELECT 2;\n\n-- why\n/* and\n how */\n",
        { one, QStringLiteral("-- why\n/* and\n how */\nSELECT 2") });
    add("before the first", "-- why\nSELECT 1", { QStringLiteral("-- why\nSELECT 1") });
    add("between two", "SELECT 1;\n-- why\nSELECT 2;", { one, QStringLiteral("-- why\nSELECT 2") });
    add("on the line of the first", "SELECT 1; -- why\nSELECT 2;",
        { QStringLiteral("-- why\nSELECT 1"), two });
    add("inside", "SELECT /* why */ 1;", { QStringLiteral("SELECT /* why */ 1") });
    add("before the semicolon", "SELECT 1 -- why\n -- how\n;SELECT 2",
        { QStringLiteral("-- why\n-- how\nSELECT 1"), two });
    add("none that is a string", "SELECT '-- no'; SELECT $$ /* no */ $$",
        { QStringLiteral("SELECT '-- no'"), QStringLiteral("SELECT $$ /* no */ $$") });
}

void TestScript::keepsCommentsOfAnEditedStep()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, kept);
    Plan plan;
    plan.steps = { ddlStep("s01", { QStringLiteral("SELECT 0") }, { QStringLiteral("SELECT 0") }) };
    for (const SqlPart part : { SqlPart::Forward, SqlPart::Rollback }) {
        const auto edited = withEditedSql(std::make_shared<Plan>(plan), QStringLiteral("s01"), part, typed);
        QVERIFY(edited.has_value());
        const Step &step = edited.value()->steps[0];
        QCOMPARE(part == SqlPart::Forward ? step.sql : step.rollback.sql, kept);
        // What is put behind a statement is not swallowed by its comment.
        const QString again = kept.join(QStringLiteral(";\n")) + QLatin1Char(';');
        QCOMPARE(statementsWithComments(again), kept);
    }
    const auto backfill = withEditedSql(
        backfillPlan(), QStringLiteral("s01"), SqlPart::Forward,
        QStringLiteral("UPDATE public.users SET tier = 'a' WHERE id > :from AND id <= :to; -- why"));
    QVERIFY(backfill.has_value());
    QCOMPARE(backfill.value()->steps[0].backfill->set, QStringLiteral("tier = 'a'"));
    QVERIFY(backfill.value()->steps[0].sql.value(0).startsWith(QStringLiteral("-- why\nUPDATE")));
}

void TestScript::refusesNothingButComments()
{
    auto plan = std::make_shared<Plan>();
    plan->steps = { ddlStep("s01", { QStringLiteral("SELECT 0") }, { QStringLiteral("SELECT 0") }) };
    for (const SqlPart part : { SqlPart::Forward, SqlPart::Rollback, SqlPart::Verify }) {
        const auto refused =
            withEditedSql(plan, QStringLiteral("s01"), part, QStringLiteral("-- SELECT 1;\n/* not now */\n"));
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, base::ErrorKind::Input);
        QVERIFY2(refused.error().message.contains(QStringLiteral("step 1, \"Step s01\"")),
                 qPrintable(refused.error().message));
        QVERIFY(withEditedSql(plan, QStringLiteral("s01"), part, QStringLiteral(" \n")).has_value());
    }
}

/// Where there is no way back, the text says so in a comment that nobody wrote.
void TestScript::takesTheSentenceForNoComment()
{
    auto plan = std::make_shared<Plan>();
    plan->steps = { ddlStep("s01", { QStringLiteral("SELECT 0") }, {}) };
    plan->steps[0].rollback.irreversible = QStringLiteral("labels stay,\nand so do rows.");
    const auto edited = [&](const QByteArray &text) {
        return withEditedSql(plan, QStringLiteral("s01"), SqlPart::Rollback, QString::fromLatin1(text));
    };
    const char *sentence = "-- There is no way back: labels stay,\n-- and so do rows.\n";
    const auto untouched = edited(sentence);
    QVERIFY(untouched.has_value());
    QVERIFY(untouched.value()->steps[0].rollback.sql.isEmpty());
    QVERIFY(!untouched.value()->steps[0].rollback.irreversible.isEmpty());
    const auto below = edited(QByteArray(sentence) + "-- by hand\nSELECT 1;");
    QVERIFY(below.has_value());
    QCOMPARE(below.value()->steps[0].rollback.sql, QStringList{ QStringLiteral("-- by hand\nSELECT 1") });
    QVERIFY(below.value()->steps[0].rollback.irreversible.isEmpty());
    QVERIFY(!edited(QByteArray(sentence) + "-- by hand").has_value());
}

void TestScript::dropsTheProofOfAnEditedPlan()
{
    const PlanPtr plan = backfillPlan();
    QVERIFY(plan->isProved());
    const auto edited =
        withEditedSql(plan, QStringLiteral("s01"), SqlPart::Rollback, QStringLiteral("SELECT ';'; SELECT 2"));
    QVERIFY(edited.has_value());
    const Step &step = edited.value()->steps[0];
    QCOMPARE(step.rollback.sql, (QStringList{ QStringLiteral("SELECT ';'"), QStringLiteral("SELECT 2") }));
    QVERIFY(step.edited);
    QVERIFY(!edited.value()->isProved());
    QVERIFY(plan->isProved());
    QVERIFY(!withEditedSql(plan, QStringLiteral("s77"), SqlPart::Verify, {}).has_value());
}

QTEST_GUILESS_MAIN(TestScript)
#include "tst_script.moc"
