#include "../proof/proofharness.h"

#include <model/plan/planjson.h>
#include <model/plan/selecting.h>

#include <QTest>

using namespace lockstep;

/// What is left out of a plan stays as it is, and the proof checks exactly that.
class TestSelecting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void leavesOutAndProves_data();
    void leavesOutAndProves();
    void ticksWithWhatTheyNeed();
    void parksInsteadOfDropping();
    void namesWhatIsNotThere();
    void setsStaleDecisionsAside();
    void readsWhatItWrites();
};

namespace {

QString allSql(const plan::Plan &plan)
{
    QStringList all;
    for (const plan::Step &step : plan.steps)
        all += step.sql;
    return all.join(QStringLiteral(";\n"));
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QStringLiteral(" | "), Qt::SkipEmptyParts);
}

diff::ChangeSetPtr offerFor(const char *from, const char *to, const plan::Intents &intents)
{
    const auto current = testing::catalogOf(QString::fromUtf8(from));
    const auto target = testing::catalogOf(QString::fromUtf8(to));
    auto options = plan::diffOptions(intents, *current, *target);
    if (!options.has_value())
        qFatal("%s", qPrintable(options.error().toText()));
    options->offersAll = true;
    const auto changes = diff::diff(current, target, *options, {});
    if (!changes.has_value())
        qFatal("%s", qPrintable(changes.error().toText()));
    return *changes;
}

} // namespace

void TestSelecting::initTestCase()
{
    QString why;
    if (!testing::canProve(&why))
        QSKIP(qPrintable(why));
}

void TestSelecting::leavesOutAndProves_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("exclude");
    QTest::addColumn<QStringList>("drop"); ///< "*": everything.
    QTest::addColumn<QStringList>("does");
    QTest::addColumn<QStringList>("doesNot");
    const auto add = [](const char *name, const char *from, const char *to, const char *exclude,
                        const char *drop, const char *does, const char *doesNot) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << words(exclude)
                            << words(drop) << words(does) << words(doesNot);
    };
    add("a new column, and the index on it", "CREATE TABLE t (a int);",
        "CREATE TABLE t (a int, b int, c text DEFAULT 'x'); CREATE INDEX i ON t (b);", "column public.t.b",
        "*", "ADD COLUMN c", "b integer | INDEX");
    add("a type change, with what is made for it", "CREATE TABLE t (a int, b int);",
        "CREATE TABLE t (a bigint, b bigint); CREATE VIEW v AS SELECT a FROM t;", "column public.t.a", "*",
        "b", "VIEW");
    add("a default", "CREATE TABLE t (a int DEFAULT 1, b int);",
        "CREATE TABLE t (a int DEFAULT 2, b int DEFAULT 3);", "default of public.t.a", "*", "SET DEFAULT 3",
        "SET DEFAULT 2");
    add("a comment and a grant", "CREATE TABLE t (a int); COMMENT ON TABLE t IS 'old';",
        "CREATE TABLE t (a int, b int); COMMENT ON TABLE t IS 'new'; GRANT SELECT ON t TO PUBLIC;",
        "comment on table public.t | privileges of PUBLIC on table public.t", "*", "ADD COLUMN b",
        "COMMENT | GRANT");
    add("nothing is dropped that is not ticked",
        "CREATE TABLE t (a int, b int); CREATE TABLE old (id int PRIMARY KEY); CREATE VIEW w AS SELECT b "
        "FROM t;",
        "CREATE TABLE t (a int, c int);", "", "", "ADD COLUMN c", "DROP");
    add("only what is ticked is dropped, and what needs it",
        "CREATE TABLE t (a int, b int); CREATE TABLE old (id int);", "CREATE TABLE t (a int);", "",
        "table public.old", "DROP TABLE", "DROP COLUMN");
    add("a foreign key stays with the table it is to",
        "CREATE TABLE old (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES old);",
        "CREATE TABLE t (a int, b int);", "constraint t_a_fkey on public.t", "*", "ADD COLUMN b",
        "DROP TABLE | DROP CONSTRAINT");
    add("an enum label and its default", "CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (x e DEFAULT 'a');",
        "CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (x e DEFAULT 'b', y int);", "enum public.e", "*",
        "ADD COLUMN y", "ADD VALUE | SET DEFAULT");
    add("a function, not the one beside it",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION g() RETURNS int "
        "LANGUAGE sql AS 'SELECT 1';",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2'; CREATE FUNCTION g() RETURNS int "
        "LANGUAGE sql AS 'SELECT 2';",
        "function public.f()", "*", "public.g()", "public.f()");
    add("a second primary key", "CREATE TABLE t (a int CONSTRAINT old_pkey PRIMARY KEY, b int NOT NULL);",
        "CREATE TABLE t (a int NOT NULL, b int NOT NULL CONSTRAINT t_pkey PRIMARY KEY, c int);", "", "",
        "ADD COLUMN c", "PRIMARY KEY | DROP");
    add("a column of partitions",
        "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);",
        "CREATE TABLE p (a int, b int, c int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR "
        "VALUES IN (1);",
        "column public.p.b", "*", "c integer", "b integer");
}

void TestSelecting::leavesOutAndProves()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QStringList, exclude);
    QFETCH(QStringList, drop);
    QFETCH(QStringList, does);
    QFETCH(QStringList, doesNot);
    plan::Intents intents;
    intents.exclude = exclude;
    if (!drop.contains(QStringLiteral("*")))
        intents.drop = drop;
    const plan::PlanPtr plan = testing::planFor(from, to, intents);
    const QString sql = allSql(*plan);
    for (const QString &text : std::as_const(does))
        QVERIFY2(sql.contains(text), qPrintable(text + QStringLiteral(" is not in:\n") + sql));
    for (const QString &text : std::as_const(doesNot))
        QVERIFY2(!sql.contains(text), qPrintable(text + QStringLiteral(" is in:\n") + sql));
    const plan::PlanPtr proved = testing::proved(plan);
    QVERIFY2(proved->isProved(),
             qPrintable((proved->proof.forward + proved->proof.rollback).join(QLatin1Char('\n'))));
    QVERIFY(!plan->warnings.isEmpty());
    // What is left out is really what decides: without the decisions the plan does it.
    const QString everything = allSql(*testing::planFor(from, to));
    for (const QString &text : std::as_const(doesNot))
        QVERIFY2(everything.contains(text), qPrintable(text + QStringLiteral(" is not in:\n") + everything));
}

void TestSelecting::ticksWithWhatTheyNeed()
{
    plan::Intents intents;
    intents.drop = QStringList();
    const auto set = offerFor("CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT b FROM t;",
                              "CREATE TABLE t (a int);", intents);
    const diff::Offer &offer = *set->offer;
    QCOMPARE(int(set->changes.size()), 0);
    const int column = offer.numbers.value(QStringLiteral("column public.t.b"));
    intents = plan::withSelected(intents, offer, { column });
    QCOMPARE(intents.drop->join(QLatin1Char('|')), QStringLiteral("column public.t.b|view public.v"));
    QVERIFY(plan::leftOutOf(intents, offer).empty());
    const int view = offer.numbers.value(QStringLiteral("view public.v"));
    intents = plan::withLeftOut(intents, offer, { view });
    QCOMPARE(*intents.drop, QStringList{ QStringLiteral("column public.t.b") });
    QCOMPARE(int(plan::leftOutOf(intents, offer).size()), 2);
}

void TestSelecting::parksInsteadOfDropping()
{
    const char *from = "CREATE TABLE t (a int); CREATE TABLE old (id int);";
    const char *to = "CREATE TABLE t (a int);";
    plan::Intents intents;
    intents.drop = QStringList();
    const auto set = offerFor(from, to, intents);
    intents =
        plan::withParked(intents, *set->offer, set->offer->numbers.value(QStringLiteral("table public.old")));
    QCOMPARE(intents.park, QStringList{ QStringLiteral("public.old") });
    QVERIFY(plan::leftOutOf(intents, *set->offer).empty());
    const plan::PlanPtr plan = testing::planFor(QString::fromUtf8(from), QString::fromUtf8(to), intents);
    QVERIFY(allSql(*plan).contains(QStringLiteral("SET SCHEMA")));
    QVERIFY(testing::proved(plan)->isProved());
}

void TestSelecting::namesWhatIsNotThere()
{
    const auto current = testing::catalogOf(QStringLiteral("CREATE TABLE t (a int);"));
    plan::Intents intents;
    intents.exclude = { QStringLiteral("column public.t.zz") };
    auto options = plan::diffOptions(intents, *current, *current);
    QVERIFY(!options.has_value());
    QVERIFY(options.error().message.contains(QStringLiteral("exclude[0] names column public.t.zz")));
    intents = {};
    intents.drop = QStringList{ QStringLiteral("table public.t") };
    options = plan::diffOptions(intents, *current, *current);
    QVERIFY(!options.has_value());
    QVERIFY(options.error().message.contains(QStringLiteral("the target schema has as well")));
}

void TestSelecting::setsStaleDecisionsAside()
{
    const auto current = testing::catalogOf(QStringLiteral("CREATE TABLE t (a int, b int);"));
    const auto target = testing::catalogOf(QStringLiteral("CREATE TABLE t (a int, c int);"));
    plan::Intents intents;
    intents.renames = { { schema::Kind::Column, QStringLiteral("public.t.b"), QStringLiteral("public.t.c") },
                        { schema::Kind::Column, QStringLiteral("public.t.gone"),
                          QStringLiteral("public.t.c") } };
    intents.exclude = { QStringLiteral("column public.t.c"), QStringLiteral("view public.v") };
    intents.drop = QStringList{ QStringLiteral("column public.t.a") };
    intents.keep = { QStringLiteral("public.nothing") };
    QVector<plan::StaleDecision> stale;
    const plan::Intents usable = plan::usableIntents(intents, *current, *target, &stale);
    QStringList lists;
    for (const plan::StaleDecision &one : stale)
        lists << one.list + QLatin1Char(' ') + one.name;
    QCOMPARE(lists.join(QLatin1Char('|')),
             QStringLiteral(
                 "renames public.t.gone|keep public.nothing|exclude view public.v|drop column public.t.a"));
    QVERIFY(plan::diffOptions(usable, *current, *target).has_value());
    QCOMPARE(int(usable.renames.size()), 1);
    QVERIFY(usable.drop && usable.drop->isEmpty());
    plan::Intents cleaned = intents;
    for (const plan::StaleDecision &one : stale)
        cleaned = plan::withoutDecision(cleaned, one);
    QCOMPARE(plan::toJson(cleaned), plan::toJson(usable));
}

void TestSelecting::readsWhatItWrites()
{
    plan::Intents intents;
    intents.exclude = { QStringLiteral("column public.t.c") };
    intents.drop = QStringList();
    const auto read = plan::intentsFromJson(plan::toJson(intents), QStringLiteral("intents.json"));
    QVERIFY(read.has_value());
    QCOMPARE(read->exclude, intents.exclude);
    QVERIFY(read->drop && read->drop->isEmpty());
    QVERIFY(!plan::intentsFromJson("{}", QStringLiteral("intents.json"))->drop);
}

QTEST_GUILESS_MAIN(TestSelecting)
#include "tst_selecting.moc"
