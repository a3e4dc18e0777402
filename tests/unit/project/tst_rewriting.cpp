#include "../../support/postgrestest.h"

#include <model/plan/intentsjson.h>
#include <model/project/pipeline.h>
#include <model/project/rewriting.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;

namespace {

constexpr int patience = 60000;

QString words(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

base::Result<sources::LoadedSourcePtr> loadText(const QString &sql)
{
    QTemporaryDir directory;
    const QString path = directory.filePath(words("current.sql"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(sql.toUtf8()) < 0)
        return base::internalError(words("The file cannot be written."));
    file.close();
    return sources::load(sources::SqlFileSource{ path },
                         [] { return base::Result<scratch::ScratchServerPtr>(testing::server()); }, {}, {});
}

base::Result<project::Rewriting> rewritten(const QString &current, const QString &script,
                                           const QString &name = words("a.sql"))
{
    const auto loaded = loadText(current);
    if (!loaded.has_value())
        return loaded.error();
    return project::rewriteScripts(
        *loaded, { { name, script } },
        [](int) { return base::Result<scratch::ScratchServerPtr>(testing::server()); }, {}, {});
}

QString renamesOf(const plan::Intents &intents)
{
    QStringList texts;
    for (const plan::RenameIntent &rename : intents.renames)
        texts.append(schema::kindName(rename.kind) + u' ' + rename.from + u'>' + rename.to);
    return texts.join(u'|');
}

const char *const shop =
    "CREATE SCHEMA app;\n"
    "CREATE TYPE mood AS ENUM ('ok', 'sad');\n"
    "CREATE TABLE users (id bigint PRIMARY KEY, user_name text, CONSTRAINT named CHECK (id > 0));\n"
    "CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id bigint, n text);\n"
    "CREATE INDEX orders_user ON orders (user_id);\n"
    "CREATE FUNCTION f(a integer, b text) RETURNS integer LANGUAGE sql AS 'SELECT 1';\n"
    "CREATE VIEW v AS SELECT id FROM orders;\n";

} // namespace

/// Scripts of somebody else as a target to plan towards.
class TestRewriting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsRenamesHoweverTheyAreMade_data();
    void findsRenamesHoweverTheyAreMade();
    void takesWhatTheDiffCannotSee_data();
    void takesWhatTheDiffCannotSee();
    void replaysAsWritten_data();
    void replaysAsWritten();
    void namesTheStatementThatFails_data();
    void namesTheStatementThatFails();
    void createsRolesThatAreMissingInTransactions();
    void leavesTheWayBackOfMigrationsOut();
    void needsTheScriptOfTheCurrentSide();
    void becomesAProvedPlan();
    void followsTheCurrentSideAndLeavesTheUsersDecisions();
};

void TestRewriting::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

void TestRewriting::findsRenamesHoweverTheyAreMade_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("renames");
    const auto row = [](const char *name, const char *script, const char *renames) {
        QTest::newRow(name) << words(script) << words(renames);
    };
    row("table", "ALTER TABLE users RENAME TO people", "table public.users>public.people");
    row("column", "ALTER TABLE users RENAME user_name TO username",
        "column public.users.user_name>public.users.username");
    row("column of a renamed table", "ALTER TABLE users RENAME user_name TO n; ALTER TABLE users RENAME TO p",
        "table public.users>public.p|column public.users.user_name>public.p.n");
    row("twice", "ALTER TABLE users RENAME TO a; ALTER TABLE a RENAME TO b", "table public.users>public.b");
    row("there and back", "ALTER TABLE users RENAME TO a; ALTER TABLE a RENAME TO users", "");
    row("in a block", "DO $$BEGIN EXECUTE 'ALTER TABLE users RENAME TO people'; END$$",
        "table public.users>public.people");
    row("rolled back", "BEGIN; ALTER TABLE users RENAME TO people; ROLLBACK", "");
    row("swap", "ALTER TABLE users RENAME TO u; ALTER TABLE orders RENAME TO users",
        "table public.orders>public.users|table public.users>public.u");
    row("schema", "ALTER SCHEMA app RENAME TO application", "schema app>application");
    row("moved", "ALTER TABLE users SET SCHEMA app", "table public.users>app.users");
    row("index", "ALTER INDEX orders_user RENAME TO i", "index public.orders_user>public.i");
    row("key", "ALTER INDEX users_pkey RENAME TO k", "constraint public.users.users_pkey>public.users.k");
    row("constraint", "ALTER TABLE users RENAME CONSTRAINT named TO other",
        "constraint public.users.named>public.users.other");
    row("label", "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'",
        "enum label public.mood.sad>public.mood.blue");
    row("type", "ALTER TYPE mood RENAME TO feeling", "enum public.mood>public.feeling");
    row("function", "ALTER FUNCTION f(integer, text) RENAME TO g",
        "function public.f(integer, text)>public.g(integer, text)");
    row("view", "ALTER VIEW v RENAME TO w", "view public.v>public.w");
    row("new one", "CREATE TABLE a (i int); ALTER TABLE a RENAME TO b", "");
    row("dropped and made again", "DROP TABLE users; CREATE TABLE people (id bigint)", "");
}

void TestRewriting::findsRenamesHoweverTheyAreMade()
{
    QFETCH(QString, script);
    QFETCH(QString, renames);
    const auto found = rewritten(words(shop), script);
    QVERIFY2(found.has_value(), found.has_value() ? "" : qPrintable(found.error().toText()));
    QCOMPARE(renamesOf(found->intents), renames);
}

void TestRewriting::takesWhatTheDiffCannotSee_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("backfill");
    QTest::addColumn<QString>("conversion");
    QTest::addColumn<QString>("beside");
    const auto row = [](const char *name, const char *script, const char *backfill, const char *conversion,
                        const char *beside) {
        QTest::newRow(name) << words(script) << words(backfill) << words(conversion) << words(beside);
    };
    row("fill", "ALTER TABLE orders ADD tier text; UPDATE orders SET tier = lower(n) || '(x)'",
        "public.orders.tier=lower(n) || '(x)'", "", "");
    row("fill where null",
        "ALTER TABLE orders ADD tier text; UPDATE orders SET tier = CASE WHEN n IS DISTINCT FROM 'a' THEN "
        "'b' END "
        "WHERE tier IS NULL",
        "public.orders.tier=CASE WHEN n IS DISTINCT FROM 'a' THEN 'b' END", "", "");
    row("fill two", "ALTER TABLE orders ADD a text, ADD b int; UPDATE public.orders SET a = n, b = 1",
        "public.orders.a=n|public.orders.b=1", "", "");
    row("fill some", "ALTER TABLE orders ADD tier text; UPDATE orders SET tier = 'x' WHERE id < 5", "", "",
        "changes rows");
    row("fill from another", "ALTER TABLE orders ADD a text; UPDATE orders SET a = u.user_name FROM users u",
        "", "", "changes rows");
    row("fill an old column", "UPDATE orders SET n = 'x'", "", "", "changes rows");
    row("using", "ALTER TABLE orders ALTER n TYPE integer USING length(n)", "", "public.orders.n=length(n)",
        "");
    row("plain cast", "ALTER TABLE orders ALTER n TYPE integer USING n::integer", "", "", "");
    row("insert", "INSERT INTO users VALUES (1)", "", "", "Line 1 of a.sql changes rows");
    row("delete", "SELECT 1;\nDELETE FROM users", "", "", "Line 2 of a.sql changes rows");
    row("block", "DO $$BEGIN PERFORM 1; END$$", "", "", "runs code");
    row("role", "CREATE ROLE lockstep_test_reporting", "", "", "whole server");
    row("vacuum", "VACUUM users", "", "", "looks after a table");
    row("settings", "SET lock_timeout = '1s'; BEGIN; COMMIT", "", "", "");
}

void TestRewriting::takesWhatTheDiffCannotSee()
{
    QFETCH(QString, script);
    QFETCH(QString, backfill);
    QFETCH(QString, conversion);
    QFETCH(QString, beside);
    const auto found = rewritten(words(shop), script);
    QVERIFY2(found.has_value(), found.has_value() ? "" : qPrintable(found.error().toText()));
    QStringList backfills;
    for (const plan::BackfillIntent &intent : found->intents.backfills)
        backfills.append(intent.column + u'=' + intent.expression);
    QCOMPARE(backfills.join(u'|'), backfill);
    QStringList conversions;
    for (const plan::ConversionIntent &intent : found->intents.conversions)
        conversions.append(intent.column + u'=' + intent.usingExpression);
    QCOMPARE(conversions.join(u'|'), conversion);
    const QStringList &said = found->target->beside;
    if (beside.isEmpty())
        QCOMPARE(said, QStringList());
    else
        QVERIFY2(said.size() == (script.contains(words("SELECT 1")) ? 2 : 1) && said.last().contains(beside),
                 qPrintable(said.join(u'|')));
}

void TestRewriting::replaysAsWritten_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("notThere");
    const auto row = [](const char *name, const char *script, const char *there, const char *notThere) {
        QTest::newRow(name) << words(script) << words(there) << words(notThere);
    };
    row("SET LOCAL ends with its transaction",
        "BEGIN; SET LOCAL search_path = app; CREATE TABLE a (i int); COMMIT; CREATE TABLE b (i int);",
        "app.a public.b", "app.b");
    row("savepoint",
        "BEGIN; CREATE TABLE a (i int); SAVEPOINT s; CREATE TABLE b (i int); ROLLBACK TO s; COMMIT;",
        "public.a", "public.b");
    row("concurrently outside",
        "BEGIN; CREATE TABLE a (i int); COMMIT; CREATE INDEX CONCURRENTLY ai ON a (i);", "public.a public.ai",
        "");
    row("drop and again",
        "DROP VIEW v; ALTER TABLE orders ALTER id TYPE int; CREATE VIEW v AS SELECT id FROM orders;",
        "public.v", "");
}

void TestRewriting::replaysAsWritten()
{
    QFETCH(QString, script);
    QFETCH(QString, there);
    QFETCH(QString, notThere);
    const auto found = rewritten(words(shop), script);
    QVERIFY2(found.has_value(), found.has_value() ? "" : qPrintable(found.error().toText()));
    const schema::Catalog &catalog = *found->target->catalog;
    for (const QString &name : there.split(u' ', Qt::SkipEmptyParts))
        QVERIFY2(plan::findNamed(catalog, name, std::nullopt), qPrintable(name));
    for (const QString &name : notThere.split(u' ', Qt::SkipEmptyParts))
        QVERIFY2(!plan::findNamed(catalog, name, std::nullopt), qPrintable(name));
}

void TestRewriting::namesTheStatementThatFails_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *script, int line, const char *part) {
        QTest::newRow(name) << words(script) << line << words(part);
    };
    row("out of order", "SELECT 1;\nALTER TABLE later ADD c int;\nCREATE TABLE later (i int);", 2, "later");
    row("drops what is not there", "\n\nDROP TABLE nothing;", 3, "nothing");
    row("concurrently in a transaction", "BEGIN;\nCREATE INDEX CONCURRENTLY i ON orders (n);\nCOMMIT;", 2,
        "transaction block");
    row("never committed", "SELECT 1;\nBEGIN;\nCREATE TABLE a (i int);\n", 2, "never committed");
    row("used by a view", "ALTER TABLE orders ALTER id TYPE int;", 1, "used by a view");
    row("includes another", "SELECT 1;\n\\i other.sql\n", 2, "other.sql");
}

void TestRewriting::namesTheStatementThatFails()
{
    QFETCH(QString, script);
    QFETCH(int, line);
    QFETCH(QString, part);
    const auto found = rewritten(words(shop), script);
    QVERIFY(!found.has_value());
    const base::Error &error = found.error();
    QCOMPARE(error.kind, base::ErrorKind::Input);
    QVERIFY(error.position.has_value());
    QCOMPARE(error.position->file, words("a.sql"));
    QCOMPARE(error.position->line, line);
    QVERIFY2(error.toText().contains(part), qPrintable(error.toText()));
}

void TestRewriting::createsRolesThatAreMissingInTransactions()
{
    const auto found = rewritten(
        words(shop), words("BEGIN;\nSET LOCAL search_path = app;\nCREATE TABLE a (i int);\n"
                           "GRANT SELECT ON a TO lockstep_test_missing;\nCREATE TABLE b (i int);\nCOMMIT;"));
    QVERIFY2(found.has_value(), found.has_value() ? "" : qPrintable(found.error().toText()));
    QVERIFY(plan::findNamed(*found->target->catalog, words("app.a"), std::nullopt));
    QVERIFY(plan::findNamed(*found->target->catalog, words("app.b"), std::nullopt));
}

void TestRewriting::leavesTheWayBackOfMigrationsOut()
{
    const auto found =
        rewritten(words(shop), words("-- +goose Up\nCREATE TABLE a (i int);\n\n-- +goose Down\n"
                                     "DROP TABLE a;\nDELETE FROM users;\n"));
    QVERIFY2(found.has_value(), found.has_value() ? "" : qPrintable(found.error().toText()));
    QVERIFY(plan::findNamed(*found->target->catalog, words("public.a"), std::nullopt));
    QCOMPARE(found->target->beside, QStringList());
}

void TestRewriting::needsTheScriptOfTheCurrentSide()
{
    const auto loaded = loadText(words(shop));
    QVERIFY(loaded.has_value());
    sources::LoadedSource lacking = **loaded;
    lacking.script.clear();
    lacking.whyNoScript = words("pg_dump failed.");
    const auto found = project::rewriteScripts(
        std::make_shared<const sources::LoadedSource>(lacking), { { words("a.sql"), words("SELECT 1") } },
        [](int) { return base::Result<scratch::ScratchServerPtr>(testing::server()); }, {}, {});
    QVERIFY(!found.has_value());
    QVERIFY(found.error().message.contains(words("pg_dump failed.")));
}

void TestRewriting::becomesAProvedPlan()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(words("shop.sql"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(shop);
    file.close();
    project::Pipeline pipeline({ testing::server()->maintenance().text, 0 });
    QSignalSpy ready(&pipeline, &project::Pipeline::sourceReady);
    QSignalSpy planned(&pipeline, &project::Pipeline::planReady);
    QSignalSpy proved(&pipeline, &project::Pipeline::proofReady);
    pipeline.setSource(project::Side::Current, sources::SqlFileSource{ path });
    QVERIFY(ready.wait(patience));
    pipeline.rewrite(
        { { words("0042.sql"), words("ALTER TABLE users RENAME user_name TO username;\n"
                                     "ALTER TABLE orders ADD tier text;\nUPDATE orders SET tier = 'free';\n"
                                     "ALTER TABLE orders ALTER tier SET NOT NULL;\n"
                                     "CREATE INDEX orders_tier ON orders (tier);\nDELETE FROM users;\n") } });
    QVERIFY(planned.wait(patience));
    const plan::PlanPtr plan = pipeline.plan();
    QCOMPARE(plan->target.display, words("shop.sql after 0042.sql"));
    QCOMPARE(plan->intents.renames.size(), 1);
    QCOMPARE(plan->intents.backfills.size(), 1);
    QVERIFY2(plan->warnings.join(u'|').contains(words("Line 6 of 0042.sql changes rows")),
             qPrintable(plan->warnings.join(u'|')));
    QVERIFY(std::any_of(plan->steps.begin(), plan->steps.end(),
                        [](const plan::Step &step) { return step.kind == plan::StepKind::Backfill; }));
    pipeline.prove();
    QVERIFY(proved.wait(patience));
    QVERIFY2(pipeline.plan()->isProved(), qPrintable(pipeline.plan()->proof.forward.join(u'|')));
}

void TestRewriting::followsTheCurrentSideAndLeavesTheUsersDecisions()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(words("shop.sql"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(shop);
    file.close();
    project::Pipeline pipeline({ testing::server()->maintenance().text, 0 });
    QSignalSpy ready(&pipeline, &project::Pipeline::sourceReady);
    QSignalSpy planned(&pipeline, &project::Pipeline::planReady);
    plan::Intents own;
    own.rows.insert(words("public.users"), 5);
    pipeline.setIntents(own);
    pipeline.setSource(project::Side::Current, sources::SqlFileSource{ path });
    QVERIFY(ready.wait(patience));
    pipeline.rewrite({ { words("a.sql"), words("ALTER TABLE users RENAME TO people;") } });
    QVERIFY(planned.wait(patience));
    QCOMPARE(pipeline.options().intents.renames.size(), 1);
    QCOMPARE(pipeline.ownIntents().renames.size(), 0);
    QCOMPARE(pipeline.ownIntents().rows.size(), 1);
    // Read again, the script meets what is there now.
    QVERIFY(file.open(QIODevice::Append));
    file.write("CREATE TABLE more (i int);\n");
    file.close();
    planned.clear();
    pipeline.reload(project::Side::Current);
    QVERIFY(planned.wait(patience));
    QVERIFY(plan::findNamed(*pipeline.loaded(project::Side::Target)->catalog, words("public.more"),
                            std::nullopt));
    QVERIFY(!plan::findNamed(*pipeline.loaded(project::Side::Target)->catalog, words("public.users"),
                             std::nullopt));
    // Another target takes the script's decisions along.
    planned.clear();
    pipeline.setSource(project::Side::Target, sources::SqlFileSource{ path });
    QVERIFY(planned.wait(patience));
    QCOMPARE(pipeline.options().intents.renames.size(), 0);
    QCOMPARE(pipeline.plan()->steps.size(), 0);
}

QTEST_GUILESS_MAIN(TestRewriting)
#include "tst_rewriting.moc"
