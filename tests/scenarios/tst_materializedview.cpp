#include "scenario.h"
#include "verify.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S13: materialized views that get another query while an application reads them.
class TestMaterializedView : public QObject
{
    Q_OBJECT

private slots:
    void readersDoNotWaitForTheQuery_data();
    void readersDoNotWaitForTheQuery();
    void keepsWhoMayReadIt();
    void staysWithoutRows();
    void asksBeforeAColumnIsGone_data();
    void asksBeforeAColumnIsGone();
    void saysWhyItIsMadeInOneTransaction_data();
    void saysWhyItIsMadeInOneTransaction();
};

namespace {

constexpr int trafficMs = 400;
constexpr double queryMs = 2000; ///< What the query takes at least.

const QString table = QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value varchar(50)); ");
const QString rows = QStringLiteral("INSERT INTO items SELECT i, i FROM generate_series(1, 1000) i; "
                                    "REFRESH MATERIALIZED VIEW list; ");

QString list(const char *columns, const char *name = "list", const char *from = "items")
{
    return QStringLiteral("CREATE MATERIALIZED VIEW %1 AS SELECT %2 FROM %3; ")
        .arg(QString::fromUtf8(name), QString::fromUtf8(columns), QString::fromUtf8(from));
}

/// Reads `what` with every statement.
Release readerOf(const char *what)
{
    return { QStringLiteral("the"),
             QStringLiteral(
                 "INSERT INTO items (id, value) SELECT %1, %2 WHERE (SELECT count(*) FROM %3) >= 0")
                 .arg(QStringLiteral("%1"), QStringLiteral("%2"), QString::fromUtf8(what)),
             QStringLiteral("UPDATE items SET value = %2 WHERE id = %1 AND (SELECT count(*) FROM %3) >= 0")
                 .arg(QStringLiteral("%1"), QStringLiteral("%2"), QString::fromUtf8(what)),
             QStringLiteral("SELECT value FROM items WHERE id = %1") };
}

/// Takes its time, whoever runs it.
const QString slow = QStringLiteral(
    "CREATE FUNCTION slow() RETURNS boolean LANGUAGE sql VOLATILE AS $$ SELECT pg_sleep(2) IS NOT NULL $$; ");
const char *const slowly = "items WHERE (SELECT slow())";

} // namespace

void TestMaterializedView::readersDoNotWaitForTheQuery_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("read");
    const QString index = QStringLiteral("CREATE UNIQUE INDEX list_id ON list (id); ");
    const QString view = QStringLiteral("CREATE VIEW seen AS SELECT id FROM list; ");
    QTest::newRow("alone") << list("id, value", "list", slowly) + index
                           << list("id, value, 1 AS n", "list", slowly) + index << QStringLiteral("list");
    QTest::newRow("under a view") << list("id, value", "list", slowly) + index + view
                                  << list("id, value, 1 AS n", "list", slowly) + index + view
                                  << QStringLiteral("seen");
    QTest::newRow("under a view that changes and another materialized view")
        << list("id, value", "list", slowly) + view + list("id", "ids", "seen")
        << list("id, value, 1 AS n", "list", slowly)
               + QStringLiteral("CREATE VIEW seen AS SELECT id, n FROM list; ") + list("id, n", "ids", "seen")
        << QStringLiteral("ids");
    const QString others =
        QStringLiteral("CREATE SCHEMA other; CREATE MATERIALIZED VIEW other.list AS SELECT id "
                       "FROM public.list; CREATE FUNCTION whole() RETURNS SETOF list LANGUAGE "
                       "sql AS $$ SELECT * FROM list $$; CREATE POLICY listed ON items USING "
                       "(EXISTS (SELECT FROM list)); ");
    QTest::newRow("under one of its name, a function and a policy")
        << list("id, value", "list", slowly) + others << list("id, value, 1 AS n", "list", slowly) + others
        << QStringLiteral("other.list");
    QTest::newRow("under one that does not change")
        << list("id, value", "list", slowly) + list("id", "ids", "list")
        << list("id, value, 1 AS n", "list", slowly) + list("id", "ids", "list") << QStringLiteral("ids");
}

void TestMaterializedView::readersDoNotWaitForTheQuery()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, read);
    Scenario scenario(table + slow + before + rows, table + slow + after, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const Release app = readerOf(qPrintable(read));
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
    QVERIFY2(scenario.traffic().longestMs < queryMs / 2,
             qPrintable(QString::number(scenario.traffic().longestMs)));
    QCOMPARE(scenario.lost(app.read), QStringList());
    QVERIFY(scenario.isAtStart());
}

/// Also where the schema gives privileges to all that is made in it.
void TestMaterializedView::keepsWhoMayReadIt()
{
    const QString privileges = QStringLiteral(
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO pg_monitor; "
        "ALTER DEFAULT PRIVILEGES GRANT DELETE ON TABLES TO pg_signal_backend; ");
    const QString grants =
        QStringLiteral("GRANT SELECT ON list TO pg_read_all_stats; GRANT SELECT (id) ON list "
                       "TO PUBLIC; REVOKE INSERT ON list FROM pg_monitor; ");
    Scenario scenario(privileges + table + list("id, value") + grants + rows,
                      privileges + table + list("id, value, 1 AS n") + grants, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QVERIFY(scenario.said().contains(QLatin1String("beside what is in use")));
    const auto done = scenario.run(false);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestMaterializedView::staysWithoutRows()
{
    const QString empty = QStringLiteral("REFRESH MATERIALIZED VIEW list WITH NO DATA; ");
    const QString isFilled = QStringLiteral("SELECT relispopulated FROM pg_class WHERE relname = 'list'");
    Scenario scenario(table + list("id, value") + rows + empty, table + list("id, value, 1 AS n"), {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QVERIFY(!scenario.said().contains(QLatin1String("beside what is in use")));
    VERIFY_OK(scenario.run(false));
    QVERIFY(scenario.isAtTarget());
    QCOMPARE(scenario.one(isFilled), QStringLiteral("f"));
    VERIFY_OK(scenario.rollBack());
    QCOMPARE(scenario.one(isFilled), QStringLiteral("f"));
}

void TestMaterializedView::asksBeforeAColumnIsGone_data()
{
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("gone") << QStringLiteral("id")
                          << QStringLiteral("No release reads column value of "
                                            "materialized view public.list any more.");
    QTest::newRow("another one instead")
        << QStringLiteral("id, value AS text")
        << QStringLiteral(
               "No release needs column value of materialized view public.list as it was, and every "
               "release can do with what it becomes.");
}

void TestMaterializedView::asksBeforeAColumnIsGone()
{
    QFETCH(QString, after);
    QFETCH(QString, sentence);
    Scenario scenario(table + list("id, value") + rows, table + list(qPrintable(after)), {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QVERIFY2(scenario.said().contains(sentence), qPrintable(scenario.said()));
    const auto waiting = scenario.run(false);
    VERIFY_OK(waiting);
    QCOMPARE(waiting->state, RunState::WaitingGate);
    QCOMPARE(scenario.one(QStringLiteral("SELECT value FROM list WHERE id = 7")), QStringLiteral("7"));
    VERIFY_OK(scenario.approve(waiting->stoppedAt));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestMaterializedView::saysWhyItIsMadeInOneTransaction_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a column gets longer under it")
        << table << QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value varchar(100)); ")
        << QStringLiteral("Change type of column public.items.value");
    const QString function =
        QStringLiteral("CREATE FUNCTION kind(a text) RETURNS %1 LANGUAGE sql IMMUTABLE AS "
                       "$$ SELECT NULL::%1 $$; ");
    QTest::newRow("a function it calls becomes another one")
        << table + function.arg(QStringLiteral("text")) << table + function.arg(QStringLiteral("integer"))
        << QStringLiteral("function public.kind(text)");
}

void TestMaterializedView::saysWhyItIsMadeInOneTransaction()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, sentence);
    const bool calls = before.contains(QLatin1String("kind"));
    const QString made = list(calls ? "id, value, kind(value) AS k" : "id, value");
    Scenario scenario(before + made + rows, after + made, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const QString text = scenario.said();
    QVERIFY2(text.contains(QLatin1String("it cannot be filled beside the old one, because \"")),
             qPrintable(text));
    QVERIFY2(text.contains(sentence), qPrintable(text));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

QTEST_GUILESS_MAIN(TestMaterializedView)
#include "tst_materializedview.moc"
