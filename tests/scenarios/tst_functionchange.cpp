#include "scenario.h"
#include "verify.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S13: functions that get other arguments or another body while an application calls them.
class TestFunctionChange : public QObject
{
    Q_OBJECT

private slots:
    void callsGoOnWhileAnArgumentIsAdded_data();
    void callsGoOnWhileAnArgumentIsAdded();
    void waitsForTheReleaseWhereCallsGetSomethingElse();
    void saysWhatDoesNotFollow();
};

namespace {

constexpr int trafficMs = 400;

const Release app{ QStringLiteral("the"),
                   QStringLiteral("INSERT INTO items (id, value) VALUES (%1, same(%2))"),
                   QStringLiteral("UPDATE items SET value = same(%2) WHERE id = %1"),
                   QStringLiteral("SELECT same(value) FROM items WHERE id = %1") };
const QString table = QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value text); ");
const QString rows = QStringLiteral("INSERT INTO items SELECT i, i FROM generate_series(1, 1000) i; ");

QString function(const char *arguments, const char *body = "SELECT $1", const char *result = "text")
{
    return QStringLiteral("CREATE FUNCTION same(%1) RETURNS %2 LANGUAGE sql IMMUTABLE AS $$ %3 $$; ")
        .arg(QString::fromUtf8(arguments), QString::fromUtf8(result), QString::fromUtf8(body));
}

} // namespace

void TestFunctionChange::callsGoOnWhileAnArgumentIsAdded_data()
{
    QTest::addColumn<QString>("rest");
    QTest::newRow("alone") << QString();
    QTest::newRow("with a default, a policy and a view")
        << QStringLiteral("ALTER TABLE items ADD note text DEFAULT same('n'); CREATE POLICY p ON items USING "
                          "(same(value) <> ''); CREATE VIEW seen AS SELECT same(value) AS v FROM items; ");
}

void TestFunctionChange::callsGoOnWhileAnArgumentIsAdded()
{
    QFETCH(QString, rest);
    Scenario scenario(function("a text") + table + rows + rest,
                      function("a text, b integer DEFAULT 0") + table + rest, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.deploy(app);
    const auto done = scenario.run(false);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QVERIFY(scenario.isAtTarget());
    QTest::qWait(trafficMs);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(app);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 50);
    QCOMPARE(scenario.lost(app.read), QStringList());
    QVERIFY(scenario.isAtStart());
}

void TestFunctionChange::waitsForTheReleaseWhereCallsGetSomethingElse()
{
    Scenario scenario(function("a text") + table + rows,
                      function("a text, b integer DEFAULT 0", "SELECT length($1)", "integer") + table, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.deploy(app);
    const auto atGate = scenario.run(false);
    VERIFY_OK(atGate);
    QCOMPARE(atGate->state, RunState::WaitingGate);
    QTest::qWait(trafficMs);
    scenario.retire(app);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestFunctionChange::saysWhatDoesNotFollow()
{
    const QString index = QStringLiteral("CREATE INDEX items_same ON items (same(value)); ");
    Scenario scenario(function("a text") + table + rows + index,
                      function("a text", "SELECT upper($1)") + table + index, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QVERIFY2(scenario.said().contains(QLatin1String("before does not follow: index public.items_same")),
             qPrintable(scenario.said()));
    VERIFY_OK(scenario.run(false));
    QVERIFY(scenario.isAtTarget());
}

QTEST_GUILESS_MAIN(TestFunctionChange)
#include "tst_functionchange.moc"
