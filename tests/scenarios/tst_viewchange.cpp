#include "scenario.h"
#include "verify.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S13: views that stop showing columns, and show others instead.
class TestViewChange : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatReleasesReadUntilTheGate_data();
    void showsWhatReleasesReadUntilTheGate();
    void saysWhatCannotWait();
    void asksNobodyInAWindow();
};

namespace {

const QString table = QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, a int, b text, c text); ");
const QString rows = QStringLiteral("INSERT INTO t SELECT i, i, i, i FROM generate_series(1, 100) i; ");

QString view(const char *query, const char *name = "v")
{
    return QStringLiteral("CREATE VIEW %1 AS SELECT %2; ")
        .arg(QString::fromUtf8(name), QString::fromUtf8(query));
}

} // namespace

void TestViewChange::showsWhatReleasesReadUntilTheGate_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("showsBoth");
    const QString gone = QStringLiteral("No release reads column b of view public.v any more.");
    const QString exchanged =
        QStringLiteral("No release needs column b of view public.v as it was, and every "
                       "release can do with what the view becomes.");
    QTest::newRow("a column less") << view("id, b FROM t") << view("id FROM t") << gone << false;
    QTest::newRow("a column less with code around it")
        << view("id, b FROM t") + QStringLiteral("GRANT SELECT ON v TO PUBLIC; COMMENT ON VIEW v IS 'seen'; ")
        << view("id FROM t") + QStringLiteral("GRANT SELECT ON v TO PUBLIC; COMMENT ON VIEW v IS 'seen'; ")
        << gone << false;
    QTest::newRow("another column") << view("id, b FROM t") << view("c, id FROM t") << gone << true;
    QTest::newRow("another column made of a query")
        << view("id, b, (SELECT max(x.a) FROM t x WHERE x.id = t.id) AS m FROM t")
        << view("id, (SELECT min(x.c) FROM t x WHERE x.id = t.id) AS c, "
                "(SELECT max(x.a) FROM t x WHERE x.id = t.id) AS m FROM t")
        << gone << true;
    QTest::newRow("below another view") << view("id, b FROM t") + view("id, b FROM v", "w")
                                        << view("id, c FROM t") + view("id, c FROM v", "w") << gone << true;
    QTest::newRow("below a view that stays") << view("id, b FROM t") + view("id FROM v", "w")
                                             << view("id, c FROM t") + view("id FROM v", "w") << gone << true;
    QTest::newRow("below a view that leaves")
        << view("id, b FROM t") + view("id FROM v", "w") << view("id, c FROM t") << gone << true;
    QTest::newRow("other rows") << view("id, b FROM t") << view("id, c FROM t WHERE id > 1") << exchanged
                                << false;
    QTest::newRow("fewer rows by DISTINCT")
        << view("DISTINCT id, b FROM t") << view("DISTINCT id, c FROM t") << exchanged << false;
    QTest::newRow("another type") << view("id, b FROM t") << view("id, a AS b FROM t") << exchanged << false;
    QTest::newRow("two queries") << view("id, b FROM t UNION SELECT 0, 'b'")
                                 << view("id, c FROM t UNION SELECT 0, 'b'") << exchanged << false;
}

void TestViewChange::showsWhatReleasesReadUntilTheGate()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, sentence);
    QFETCH(bool, showsBoth);
    for (const bool goesOn : { false, true }) {
        Scenario scenario(table + before + rows, table + after, {});
        QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
        QVERIFY2(scenario.said().contains(sentence), qPrintable(scenario.said()));
        auto outcome = scenario.run(false);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->state, RunState::WaitingGate);
        QCOMPARE(scenario.one(QStringLiteral("SELECT b FROM v WHERE id = 7")), QStringLiteral("7"));
        if (showsBoth)
            QCOMPARE(scenario.one(QStringLiteral("SELECT c FROM v WHERE id = 7")), QStringLiteral("7"));
        if (goesOn) {
            outcome = scenario.approve(outcome->stoppedAt);
            VERIFY_OK(outcome);
            QCOMPARE(outcome->state, RunState::Done);
            QVERIFY(scenario.isAtTarget());
        }
        VERIFY_OK(scenario.rollBack());
        QVERIFY(scenario.isAtStart());
    }
}

/// The column's type cannot change while the view is there.
void TestViewChange::saysWhatCannotWait()
{
    const QString longer =
        QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, a int, b text, c varchar(%1)); ");
    Scenario scenario(longer.arg(20) + view("id, b, c FROM t") + rows, longer.arg(40) + view("id, c FROM t"),
                      {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QVERIFY2(
        scenario.said().contains(QStringLiteral(
            "Every release loses columns b, c of view public.v, or sees it with another type, at once; it "
            "cannot wait for a gate, because \"Change type of column public.t.c")),
        qPrintable(scenario.said()));
    const auto outcome = scenario.run(false);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestViewChange::asksNobodyInAWindow()
{
    Scenario scenario(table + view("id, b FROM t"), table + view("id, c FROM t"), {}, plan::Policy::Window);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const auto outcome = scenario.run(false);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QVERIFY(scenario.isAtTarget());
}

QTEST_GUILESS_MAIN(TestViewChange)
#include "tst_viewchange.moc"
