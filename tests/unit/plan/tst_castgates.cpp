#include <QTest>

#include <tests/support/plainharness.h>

using namespace lockstep;

/// A change of type that loses something waits for the gate and names what is lost.
class CastGatesTest : public QObject
{
    Q_OBJECT

private slots:
    void asksForTheGate_data();
    void asksForTheGate();
};

void CastGatesTest::asksForTheGate_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("lost");
    const auto row = [](const char *name, const char *current, const char *target, const QStringList &lost) {
        QTest::newRow(name) << QString::fromLatin1(current) << QString::fromLatin1(target) << lost;
    };
    row("time of day", "CREATE TABLE t (d timestamp)", "CREATE TABLE t (d date)",
        { QStringLiteral("the time of day in column public.t.d") });
    row("nothing", "CREATE TABLE t (d int)", "CREATE TABLE t (d bigint)", {});
    row("generated column", "CREATE TABLE t (a float8, d float8 GENERATED ALWAYS AS (a + 1) STORED)",
        "CREATE TABLE t (a float8, d float4 GENERATED ALWAYS AS (a + 1) STORED)", {});
    row("column of a parent", "CREATE TABLE t (d timestamp); CREATE TABLE c () INHERITS (t)",
        "CREATE TABLE t (d date); CREATE TABLE c () INHERITS (t)",
        { QStringLiteral("the time of day in column public.t.d") });
    row("attribute that a column stores", "CREATE TYPE c AS (a int, b text); CREATE TABLE t (v c, w c[])",
        "CREATE TYPE c AS (a int); CREATE TABLE t (v c, w c[])",
        { QStringLiteral("attribute b in column public.t.v"),
          QStringLiteral("attribute b in column public.t.w") });
    row("attribute inside others",
        "CREATE TYPE c AS (a int, b text); CREATE TYPE e AS (x c); CREATE DOMAIN d AS e; CREATE TABLE t (v "
        "d)",
        "CREATE TYPE c AS (a int); CREATE TYPE e AS (x c); CREATE DOMAIN d AS e; CREATE TABLE t (v d)",
        { QStringLiteral("attribute b in column public.t.v") });
    row("attribute that nobody stores", "CREATE TYPE c AS (a int, b text)", "CREATE TYPE c AS (a int)", {});
}

void CastGatesTest::asksForTheGate()
{
    QFETCH(const QString, current);
    QFETCH(const QString, target);
    QFETCH(const QStringList, lost);
    const auto run = testing::runPlain(current, target);
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure + testing::describe(run.plan)));
    QStringList named;
    for (const plan::Action &action : run.plan.actions) {
        for (const plan::Loss &loss : action.loses)
            named.append(plan::lostText(loss));
        QVERIFY2(action.loses.isEmpty() || (action.isDestructive && !action.caution.isEmpty()),
                 qPrintable(action.title));
    }
    QCOMPARE(named, lost);
}

QTEST_GUILESS_MAIN(CastGatesTest)
#include "tst_castgates.moc"
