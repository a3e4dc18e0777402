#include <QTest>

#include <tests/support/plainharness.h>

#include <variant>

using namespace lockstep;

Q_DECLARE_METATYPE(lockstep::schema::ObjectId)

/// What the actions of a plain plan say, and the order they come in.
class TestPlainPlan : public QObject
{
    Q_OBJECT

private slots:
    void followsRenames_data();
    void followsRenames();
    void ordersDestructionLast();
    void namesWhatIsLost();
    void describesActionsForStrategies();
    void commitsBeforeANewLabelIsUsed();
    void usesTheConversionOfTheIntents();
    void pointsOnlyBackwards();
    void givesTheSamePlanTwice();
};

namespace {

QString dotted(const char *table, const char *column)
{
    return QStringLiteral("public.%1.%2").arg(QLatin1String(table), QLatin1String(column));
}

schema::ObjectId column(const char *table, const char *name)
{
    return schema::subId(schema::Kind::Column, QStringLiteral("public"), QLatin1String(table),
                         QLatin1String(name));
}

schema::ObjectId table(const char *name)
{
    return schema::objectId(schema::Kind::Table, QStringLiteral("public"), QLatin1String(name));
}

} // namespace

void TestPlainPlan::followsRenames_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<schema::ObjectId>("from");
    QTest::addColumn<schema::ObjectId>("to");
    const auto add = [](const char *name, const char *current, const char *target,
                        const schema::ObjectId &from, const schema::ObjectId &to) {
        QTest::newRow(name) << QString::fromLatin1(current) << QString::fromLatin1(target) << from << to;
    };
    add("column with key, index, check and comment",
        "CREATE TABLE t (id int PRIMARY KEY, old text CHECK (old <> '')); CREATE INDEX i ON t (old);"
        "COMMENT ON COLUMN t.old IS 'x'; ALTER TABLE t RENAME CONSTRAINT t_old_check TO c;",
        "CREATE TABLE t (id int PRIMARY KEY, new text CONSTRAINT c CHECK (new <> '')); CREATE INDEX i ON t "
        "(new);"
        "COMMENT ON COLUMN t.new IS 'x';",
        column("t", "old"), column("t", "new"));
    add("column that also changes its type", "CREATE TABLE t (old int);",
        "CREATE TABLE t (new bigint NOT NULL);", column("t", "old"), column("t", "new"));
    add("column below a view", "CREATE TABLE t (old int); CREATE VIEW v AS SELECT old FROM t;",
        "CREATE TABLE t (new int); CREATE VIEW v AS SELECT new FROM t;", column("t", "old"),
        column("t", "new"));
    add("table with a foreign key to it and a serial column",
        "CREATE TABLE old (id int CONSTRAINT k PRIMARY KEY); CREATE TABLE u (o int CONSTRAINT f REFERENCES "
        "old);",
        "CREATE TABLE new (id int CONSTRAINT k PRIMARY KEY); CREATE TABLE u (o int CONSTRAINT f REFERENCES "
        "new);",
        table("old"), table("new"));
    add("table that moves to another schema", "CREATE SCHEMA s; CREATE TABLE t (a int);",
        "CREATE SCHEMA s; CREATE TABLE s.t (a int);", table("t"),
        schema::objectId(schema::Kind::Table, QStringLiteral("s"), QStringLiteral("t")));
}

void TestPlainPlan::followsRenames()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(schema::ObjectId, from);
    QFETCH(schema::ObjectId, to);
    const auto run = testing::runPlain(current, target, { { from, to } });
    QVERIFY2(run.failure.isEmpty(),
             qPrintable(run.failure + QLatin1Char('\n') + testing::describe(run.plan)));
    int renames = 0;
    for (const plan::Action &action : run.plan.actions) {
        renames += std::holds_alternative<plan::Rename>(action.detail) ? 1 : 0;
        QVERIFY2(action.loses.isEmpty(), qPrintable(action.title));
    }
    QCOMPARE(renames, 1);
}

void TestPlainPlan::ordersDestructionLast()
{
    const auto run =
        testing::runPlain(QStringLiteral("CREATE TABLE gone (a int); CREATE TABLE t (a int, b int);"),
                          QStringLiteral("CREATE TABLE t (a bigint, c int); CREATE TABLE u (a int);"));
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    bool destroys = false;
    for (const plan::Action &action : run.plan.actions) {
        QVERIFY2(!destroys || action.isDestructive, qPrintable(action.title));
        destroys = action.isDestructive;
    }
    QVERIFY(destroys);
}

void TestPlainPlan::namesWhatIsLost()
{
    const auto run = testing::runPlain(
        QStringLiteral(
            "CREATE TABLE t (a int, b int); CREATE TABLE u (a int); CREATE VIEW v AS SELECT a FROM t;"),
        QStringLiteral("CREATE TABLE t (a int);"));
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    QStringList lost;
    for (const plan::Action &action : run.plan.actions) {
        for (const plan::Loss &loss : action.loses)
            lost << loss.what;
        QCOMPARE(action.caution.isEmpty(), action.loses.isEmpty());
    }
    lost.sort();
    QCOMPARE(lost, QStringList({ QStringLiteral("column public.t.b"), QStringLiteral("table public.u") }));
}

void TestPlainPlan::describesActionsForStrategies()
{
    const auto run = testing::runPlain(
        QStringLiteral("CREATE TABLE t (a int, b text);"),
        QStringLiteral("CREATE TABLE t (a bigint CHECK (a > 0), b text NOT NULL, c int DEFAULT 7 NOT NULL);"
                       "CREATE INDEX i ON t (c); CREATE TABLE n (a int PRIMARY KEY);"));
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    const auto find = [&](auto wanted) -> const plan::Action * {
        for (const plan::Action &action : run.plan.actions) {
            if (std::holds_alternative<decltype(wanted)>(action.detail) && !action.onNewRelation)
                return &action;
        }
        return nullptr;
    };
    QVERIFY(find(plan::ChangeType{}));
    QVERIFY(find(plan::SetNotNull{}));
    QVERIFY(find(plan::AddConstraint{}));
    QVERIFY(find(plan::CreateIndex{}));
    const plan::Action *add = find(plan::AddColumn{});
    QVERIFY(add);
    QCOMPARE(add->forward,
             QStringList(QStringLiteral("ALTER TABLE public.t ADD COLUMN c integer DEFAULT 7 NOT NULL")));
    QCOMPARE(std::get<plan::AddColumn>(add->detail).defaultValue->expression, QStringLiteral("7"));
    QCOMPARE(schema::dottedName(add->relation), QStringLiteral("public.t"));
    for (const plan::Action &action : run.plan.actions)
        QCOMPARE(action.onNewRelation, schema::dottedName(action.relation) == QLatin1String("public.n"));
}

void TestPlainPlan::commitsBeforeANewLabelIsUsed()
{
    const auto run = testing::runPlain(
        QStringLiteral("CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (x e);"),
        QStringLiteral("CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (x e DEFAULT 'b');"));
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    QCOMPARE(run.plan.actions.size(), size_t(2));
    QVERIFY(!run.plan.actions[0].commitBefore);
    QVERIFY(run.plan.actions[1].commitBefore);
}

void TestPlainPlan::usesTheConversionOfTheIntents()
{
    plan::Intents intents;
    intents.conversions.append({ dotted("t", "a"), QStringLiteral("(a = 'yes')"),
                                 QStringLiteral("CASE WHEN a THEN 'yes' ELSE 'no' END") });
    const auto run =
        testing::runPlain(QStringLiteral("CREATE TABLE t (a text); INSERT INTO t VALUES ('yes'), ('no');"),
                          QStringLiteral("CREATE TABLE t (a boolean);"), {}, intents);
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    QCOMPARE(run.forward(), QStringList(QStringLiteral(
                                "ALTER TABLE public.t ALTER COLUMN a TYPE boolean USING (a = 'yes')")));
}

void TestPlainPlan::pointsOnlyBackwards()
{
    const auto run = testing::runPlain(QString(), QStringLiteral("CREATE TABLE a (id serial PRIMARY KEY);"
                                                                 "CREATE VIEW v AS SELECT id FROM a;"));
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    for (int i = 0; i < int(run.plan.actions.size()); ++i) {
        for (int needed : run.plan.actions[size_t(i)].needs)
            QVERIFY(needed >= 0 && needed < i);
    }
}

void TestPlainPlan::givesTheSamePlanTwice()
{
    const QString current = QStringLiteral("CREATE TABLE t (a int); CREATE TABLE u (b int);");
    const QString target =
        QStringLiteral("CREATE TABLE t (a text, c int); CREATE TABLE w (b int); CREATE INDEX i ON t (a);");
    const auto first = testing::runPlain(current, target);
    QCOMPARE(testing::runPlain(current, target).forward(), first.forward());
    QVERIFY(!first.forward().isEmpty());
}

QTEST_GUILESS_MAIN(TestPlainPlan)
#include "tst_plainplan.moc"
