#include <model/diff/changeset.h>
#include <model/plan/planjson.h>
#include <model/plan/planner.h>
#include <model/proof/proof.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>

#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;

/// What the rules leave aside is neither touched nor lost, alone and together, proved by both observers.
class TestIgnoreRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void leaveAsideWhatTheySay_data();
    void leaveAsideWhatTheySay();
    void nameWhatDependsOnTheIgnored_data();
    void nameWhatDependsOnTheIgnored();
    void refusePatternsThatAreNone_data();
    void refusePatternsThatAreNone();
    void seeThroughWhitespaceOnlyWhereItMeansNothing_data();
    void seeThroughWhitespaceOnlyWhereItMeansNothing();
    void areKeptInTheIntents();
};

namespace {

schema::CatalogPtr sideOf(const QString &sql)
{
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("side"));
    const auto session = (*database)->open();
    const auto report = scratch::loadScript(**session, sql, QStringLiteral("side.sql"), false);
    if (!report.has_value())
        qFatal("%s", qPrintable(report.error().toText()));
    const auto catalog = sources::readCatalog(**session);
    if (!catalog.has_value())
        qFatal("%s", qPrintable(catalog.error().toText()));
    return *catalog;
}

/// "comments,privileges | objects: a,b | only: c".
diff::IgnoreRules rulesOf(const QString &text)
{
    diff::IgnoreRules rules;
    for (const QString &part : text.split(QLatin1String(" | "))) {
        if (part.startsWith(QLatin1String("objects: "))) {
            rules.objects = part.mid(9).split(QLatin1Char(','));
        } else if (part.startsWith(QLatin1String("only: "))) {
            rules.only = part.mid(6).split(QLatin1Char(','));
        } else {
            for (const QString &word : part.split(QLatin1Char(','), Qt::SkipEmptyParts))
                rules.add(*diff::parseIgnorable(word));
        }
    }
    return rules;
}

base::Result<plan::PlanPtr> planWith(const QString &current, const QString &target,
                                     const diff::IgnoreRules &rules)
{
    plan::PlanOptions options;
    options.intents.ignore = rules;
    options.currentScript = { QStringLiteral("current.sql"), current.isEmpty() ? QStringLiteral(";") : current };
    options.targetScript = { QStringLiteral("target.sql"), target.isEmpty() ? QStringLiteral(";") : target };
    const auto before = sideOf(current);
    const auto after = sideOf(target);
    const auto diffOptions = plan::diffOptions(options.intents, *before, *after);
    if (!diffOptions.has_value())
        return diffOptions.error();
    const auto changes = diff::diff(before, after, *diffOptions, {});
    if (!changes.has_value())
        return changes.error();
    return plan::makePlan(*changes, nullptr, options, {});
}

QString sqlOf(const plan::Plan &plan)
{
    QStringList all;
    for (const plan::Step &step : plan.steps)
        all += step.sql;
    return all.join(QLatin1Char('\n'));
}

} // namespace

void TestIgnoreRules::initTestCase()
{
    QString failure;
    if (!testing::server(&failure))
        QSKIP(qPrintable(failure));
}

void TestIgnoreRules::leaveAsideWhatTheySay_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("statements"); // The whole plan; "*": whatever, but proved.
    const auto add = [](const char *name, const char *current, const char *target, const char *rules,
                        const char *statements) {
        QTest::newRow(name) << QString::fromUtf8(current) << QString::fromUtf8(target)
                            << QString::fromUtf8(rules) << QString::fromUtf8(statements);
    };
    const char *commented = "CREATE TABLE t (a int); COMMENT ON TABLE t IS 'old'; COMMENT ON COLUMN t.a IS 'gone';";
    add("comments", commented, "CREATE TABLE t (a int); COMMENT ON TABLE t IS 'new';", "comments", "");
    add("comments of what is dropped go with it", commented, "CREATE TABLE t ();", "comments", "*");
    add("comments and grants of a view that is taken down stay",
        "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; COMMENT ON VIEW v IS 'mine'; GRANT SELECT ON v TO PUBLIC;",
        "CREATE TABLE t (a bigint); CREATE VIEW v AS SELECT a FROM t; COMMENT ON VIEW v IS 'theirs';",
        "comments,privileges", "*");
    add("privileges", "CREATE TABLE t (a int); GRANT SELECT ON t TO PUBLIC;",
        "CREATE TABLE t (a int); GRANT INSERT ON t TO PUBLIC; ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;",
        "privileges", "");
    add("owners of what is there and of what is new", "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice;",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO bob; CREATE TABLE n (); ALTER TABLE n OWNER TO bob;", "owners",
        "CREATE TABLE public.n (\n)");
    add("owners of a view that is taken down stay",
        "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; ALTER TABLE t OWNER TO alice; ALTER VIEW v OWNER TO alice;",
        "CREATE TABLE t (a bigint); CREATE VIEW v AS SELECT a FROM t; ALTER VIEW v OWNER TO bob;", "owners", "*");
    add("what the other side's owner was given goes with the owner",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice; GRANT SELECT ON t TO bob;",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO bob; GRANT INSERT ON t TO alice;", "owners", "");
    add("the owner's own privileges are those of the owner who stays",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice; GRANT SELECT ON t TO carol;",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO bob; REVOKE DELETE ON t FROM bob; GRANT SELECT ON t TO carol;",
        "owners", "REVOKE DELETE ON TABLE public.t FROM alice");
    add("storage parameters of tables, keys, indexes and materialized views, but not the options of views",
        "CREATE TABLE t (a int CONSTRAINT k PRIMARY KEY WITH (fillfactor=50)) WITH (fillfactor=60); CREATE INDEX i ON t (a) WITH (fillfactor=70);"
        "CREATE MATERIALIZED VIEW m WITH (fillfactor=80) AS SELECT a FROM t; CREATE VIEW v AS SELECT a FROM t;",
        "CREATE TABLE t (a int CONSTRAINT k PRIMARY KEY); CREATE INDEX i ON t (a) WITH (fillfactor=75, deduplicate_items=off);"
        "CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE VIEW v WITH (security_barrier) AS SELECT a FROM t;",
        "storage-parameters", "ALTER VIEW public.v SET (security_barrier = 'true')");
    add("whitespace",
        "CREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS $$BEGIN\n  -- why\n  RETURN a+1 ; END$$;"
        "CREATE FUNCTION g() RETURNS text LANGUAGE sql AS $$SELECT 'a b'$$;",
        "CREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n\t-- why\n\tRETURN a + 1;\nEND\n$$;"
        "CREATE FUNCTION g() RETURNS text LANGUAGE sql AS $$SELECT  'a b'  $$;",
        "whitespace", "");
    add("whitespace does not hide another change",
        "CREATE FUNCTION g() RETURNS text LANGUAGE sql AS $$SELECT 'a b'$$;",
        "CREATE FUNCTION g() RETURNS text LANGUAGE sql AS $$SELECT 'a  b'$$;", "whitespace", "*");
    add("publications", "CREATE TABLE t (a int); CREATE PUBLICATION p FOR TABLE t;",
        "CREATE TABLE t (a int, b int); CREATE PUBLICATION q FOR ALL TABLES;", "publications",
        "ALTER TABLE public.t ADD COLUMN b integer");
    add("a schema with all in it",
        "CREATE SCHEMA audit; CREATE TABLE audit.log (id serial PRIMARY KEY, a int CHECK (a > 0)); CREATE INDEX i ON audit.log (a);"
        "COMMENT ON TABLE audit.log IS 'x'; CREATE FUNCTION audit.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE t (a int);",
        "CREATE TABLE t (b int);", "objects: schema:audit", "*");
    add("objects by a glob, dropped, made and changed",
        "CREATE TABLE tmp_a (a int); CREATE TABLE tmp_b (a int PRIMARY KEY); CREATE INDEX keep ON tmp_b (a); CREATE TABLE t (a int);",
        "CREATE TABLE tmp_b (a bigint, b int); CREATE TABLE tmp_c (a int); COMMENT ON TABLE tmp_c IS 'x'; CREATE TABLE t (a int, b int);",
        "objects: public.tmp_*", "ALTER TABLE public.t ADD COLUMN b integer");
    add("a kind before the pattern", "CREATE TABLE x_t (a int); CREATE VIEW x_v AS SELECT 1 AS a;", "",
        "objects: view:public.x_*", "DROP TABLE public.x_t");
    add("a column and a constraint",
        "CREATE TABLE t (a int, legacy int DEFAULT 1, CONSTRAINT c CHECK (a > 0)); COMMENT ON COLUMN t.legacy IS 'x';",
        "CREATE TABLE t (a int, b int);", "objects: column:public.t.legacy,constraint:public.t.c",
        "ALTER TABLE public.t ADD COLUMN b integer");
    add("a function by its signature",
        "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        "", "objects: public.f(integer)", "DROP FUNCTION public.f(text)");
    add("only some objects", "CREATE TABLE a (x int); CREATE TABLE b (x int); CREATE VIEW v AS SELECT 1 AS a;",
        "CREATE TABLE a (x int, y int); CREATE TABLE c (x int);", "only: table:public.a",
        "ALTER TABLE public.a ADD COLUMN y integer");
    add("all together",
        "CREATE SCHEMA audit; CREATE TABLE audit.log (a int); CREATE TABLE t (a int) WITH (fillfactor=60); COMMENT ON TABLE t IS 'mine';"
        "GRANT SELECT ON t TO PUBLIC; CREATE VIEW v AS SELECT a FROM t; COMMENT ON VIEW v IS 'mine'; CREATE PUBLICATION p FOR TABLE t;"
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';",
        "CREATE TABLE t (a bigint, b int); CREATE VIEW v AS SELECT a FROM t; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT  1 ';",
        "owners,privileges,comments,tablespaces,storage-parameters,whitespace,security-labels,publications,subscriptions | objects: audit",
        "*");
}

void TestIgnoreRules::leaveAsideWhatTheySay()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QString, rules);
    QFETCH(QString, statements);
    const auto plan = planWith(current, target, rulesOf(rules));
    QVERIFY2(plan.has_value(), qPrintable(plan.has_value() ? QString() : plan.error().toText()));
    const QString sql = sqlOf(**plan);
    if (statements != QLatin1String("*"))
        QCOMPARE(sql, statements);
    const auto back = plan::planFromJson(plan::toJson(**plan), QStringLiteral("p.lockplan"));
    QVERIFY2(back.has_value(), qPrintable(back.has_value() ? QString() : back.error().toText()));
    const auto proved = proof::prove(*back, testing::server(), {}, {});
    QVERIFY2(proved.has_value(), qPrintable(proved.has_value() ? QString() : proved.error().toText()));
    const QStringList misses = (*proved)->proof.forward + (*proved)->proof.rollback;
    QVERIFY2((*proved)->isProved(), qPrintable(misses.join(QLatin1Char('\n')) + QLatin1Char('\n') + sql));
    QVERIFY((*proved)->proof.notes.join(QLatin1Char(' ')).contains(QLatin1String("Ignored by rule")));
}

void TestIgnoreRules::nameWhatDependsOnTheIgnored_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<bool>("blocks");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *name, const char *current, const char *target, const char *rules,
                        bool blocks, const char *message) {
        QTest::newRow(name) << QString::fromUtf8(current) << QString::fromUtf8(target)
                            << QString::fromUtf8(rules) << blocks << QString::fromUtf8(message);
    };
    add("a new view on a table that is ignored and not there", "", "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;",
        "objects: table:public.t", true, "view public.v needs column public.t.a, which is ignored and not there.");
    add("a new table in a schema that is ignored", "", "CREATE SCHEMA s; CREATE TABLE s.t (a int);", "only: table:s.t", true,
        "table s.t needs schema s, which is ignored and not there.");
    add("an ignored view on a table that goes", "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;", "",
        "objects: view:public.v", true, "view public.v is ignored and needs column public.t.a, which would be dropped.");
    add("an ignored view on a column that changes", "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;",
        "CREATE TABLE t (a bigint);", "objects: view:public.v", false,
        "view public.v is ignored and needs column public.t.a, which changes.");
}

void TestIgnoreRules::nameWhatDependsOnTheIgnored()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QString, rules);
    QFETCH(bool, blocks);
    QFETCH(QString, message);
    const auto plan = planWith(current, target, rulesOf(rules));
    if (blocks) {
        QVERIFY(!plan.has_value());
        QCOMPARE(plan.error().kind, base::ErrorKind::Usage);
        QVERIFY2(plan.error().message.contains(message), qPrintable(plan.error().toText()));
    } else {
        QVERIFY2(plan.has_value(), qPrintable(plan.has_value() ? QString() : plan.error().toText()));
        QVERIFY2((*plan)->warnings.contains(message), qPrintable((*plan)->warnings.join(QLatin1Char('\n'))));
    }
}

void TestIgnoreRules::refusePatternsThatAreNone_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("no kind") << QStringLiteral("tabel:public.*") << false;
    QTest::newRow("nothing") << QStringLiteral("") << false;
    QTest::newRow("a kind and nothing") << QStringLiteral("table:") << false;
    QTest::newRow("a kind of two words") << QStringLiteral("materialized view:public.*") << true;
    QTest::newRow("no kind needed") << QStringLiteral("public.*") << true;
}

void TestIgnoreRules::refusePatternsThatAreNone()
{
    QFETCH(QString, pattern);
    QFETCH(bool, isGood);
    diff::IgnoreRules rules;
    rules.objects = QStringList{ pattern };
    QCOMPARE(diff::checkRules(rules).has_value(), isGood);
}

void TestIgnoreRules::seeThroughWhitespaceOnlyWhereItMeansNothing_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isSame");
    const auto add = [](const char *name, const char *a, const char *b, const char *language, bool isSame) {
        QTest::newRow(name) << QString::fromUtf8(a) << QString::fromUtf8(b) << QString::fromUtf8(language)
                            << isSame;
    };
    add("between words", "SELECT  a\n FROM t", "SELECT a FROM t", "sql", true);
    add("around operators", "SELECT a+1,b", "SELECT a + 1 , b", "sql", true);
    add("two operators", "SELECT a - -1", "SELECT a --1", "sql", false);
    add("in a string", "SELECT 'a b'", "SELECT 'a  b'", "sql", false);
    add("in an escape string", "SELECT E'a\\' b'", "SELECT E'a\\'  b'", "sql", false);
    add("in a quoted name", "SELECT \"a b\"", "SELECT \"a  b\"", "sql", false);
    add("in a dollar quote", "SELECT $q$a b$q$", "SELECT $q$a  b$q$", "plpgsql", false);
    add("at the end of a line comment", "a -- x\nb", "a -- x b", "plpgsql", false);
    add("before and after a line comment", "a  -- x  \n  b", "a -- x\nb", "plpgsql", true);
    add("indentation elsewhere", "if x:\n  y", "if x:\n    y", "plpython3u", false);
    add("ends of lines elsewhere", "if x: \n  y\n", "if x:\n  y", "plpython3u", true);
}

void TestIgnoreRules::seeThroughWhitespaceOnlyWhereItMeansNothing()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, language);
    QFETCH(bool, isSame);
    QCOMPARE(diff::withoutWhitespace(a, language) == diff::withoutWhitespace(b, language), isSame);
}

void TestIgnoreRules::areKeptInTheIntents()
{
    plan::Intents intents;
    intents.ignore = rulesOf(QStringLiteral("comments,owners | objects: a.*,b | only: c"));
    const auto read = plan::intentsFromJson(plan::toJson(intents), QStringLiteral("i.json"));
    QVERIFY(read.has_value());
    QCOMPARE(read->ignore, intents.ignore);
    QVERIFY(!plan::intentsFromJson(R"({"ignore":{"what":["ownres"]}})", QStringLiteral("i.json")).has_value());
}

QTEST_GUILESS_MAIN(TestIgnoreRules)
#include "tst_ignorerules.moc"
