#include "scenario.h"
#include "verify.h"

#include <QRandomGenerator>
#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// The second half of S12: what a scenario file cannot say of rows that move to another table.
class TestMoveRows : public QObject
{
    Q_OBJECT

private slots:
    void releasesWriteTheSameRowsAtTheSameTime();
    void columnsComeBackWhileTheNewReleaseWrites();
    void eitherSideFollowsWhateverIsWritten();
    void truncatingEitherSideEmptiesTheOther_data();
    void truncatingEitherSideEmptiesTheOther();
    void whatTheNewTableAloneHasStays();
    void followsAColumnThatStaysAndASecondKey();
    void rowsThatDoNotFitStopThePlanFirst_data();
    void rowsThatDoNotFitStopThePlanFirst();
    void whatCannotComeBackStopsThePlanBeforeTheGate();
    void happensAtOnceWhereNobodyWrites_data();
    void happensAtOnceWhereNobodyWrites();
};

namespace {

const QString orders = QStringLiteral("CREATE TABLE orders (id bigint PRIMARY KEY, status text, items jsonb "
                                      "NOT NULL DEFAULT '[]');");
/// %1: behind order_id.
const QString orderItems =
    QStringLiteral("CREATE TABLE orders (id bigint PRIMARY KEY, status text); CREATE TABLE order_items "
                   "(order_id bigint NOT NULL%1, line integer NOT NULL, sku varchar(8) NOT NULL UNIQUE, qty "
                   "integer CHECK (qty > 0), seen boolean NOT NULL DEFAULT false, PRIMARY KEY (order_id, "
                   "line)); CREATE INDEX ON order_items (qty);");
const QString notUnique = QString(orderItems).remove(QStringLiteral(" UNIQUE"));
const QByteArray moveItems = R"json({"moves": [{"from": "public.orders", "to": "public.order_items",
    "each": "jsonb_array_elements(items) WITH ORDINALITY AS e(item, n)", "owner": {"order_id": "id"},
    "columns": {"line": "n", "sku": "item->>'sku'", "qty": "(item->>'qty')::integer"},
    "back": {"items": "COALESCE((SELECT jsonb_agg(jsonb_build_object('sku', sku, 'qty', qty) ORDER BY line)
             FROM public.order_items WHERE order_id = orders.id), '[]')"}}]})json";

const QString ordersApart = QStringLiteral(
    "SELECT count(*) FROM orders WHERE items <> COALESCE((SELECT jsonb_agg(jsonb_build_object("
    "'sku', sku, 'qty', qty) ORDER BY line) FROM order_items WHERE order_id = orders.id), '[]')");

QString itemRows(int count)
{
    return QStringLiteral(
               "INSERT INTO orders SELECT i, 'new', CASE WHEN i % 5 > 0 THEN jsonb_build_array("
               "jsonb_build_object('sku', 'a' || i, 'qty', 1), jsonb_build_object('sku', 'b' || i, "
               "'qty', 2)) ELSE '[]' END FROM generate_series(1, %1) i;")
        .arg(count);
}

QString content(const Scenario &scenario)
{
    return scenario.one(QStringLiteral(
        "SELECT (SELECT string_agg(id || ':' || (SELECT string_agg(concat(i->>'sku', i->>'qty'), "
        "'+') FROM jsonb_array_elements(items) i), ' ' ORDER BY id) FROM orders WHERE items <> "
        "'[]') || ' | ' || (SELECT string_agg(order_id || ':' || rows, ' ' ORDER BY order_id) "
        "FROM (SELECT order_id, string_agg(concat(sku, qty), '+' ORDER BY line) AS rows FROM "
        "order_items GROUP BY order_id) r)"));
}

/// Says random statements of a release until it is ended. %1 is one of the few keys that all write.
class Rival
{
public:
    Rival(const postgres::ConnectionTarget &target, const QStringList &statements, quint32 seed)
        : m_thread([=, this] { work(target, statements, seed); })
    { }
    ~Rival() { end(); }
    Rival(const Rival &) = delete;
    Rival &operator=(const Rival &) = delete;

    void end()
    {
        m_ends = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] const QStringList &failures() const { return m_failures; }

private:
    void work(const postgres::ConnectionTarget &target, const QStringList &statements, quint32 seed)
    {
        const auto session = postgres::Session::open(target, {});
        if (!session.has_value()) {
            m_failures += session.error().toText();
            return;
        }
        QRandomGenerator random{ seed };
        // What two writers of one application do to each other as well.
        const QStringList conflicts{ QStringLiteral("40P01"), QStringLiteral("23503"),
                                     QStringLiteral("23505") };
        while (!m_ends) {
            QString sql = statements[random.bounded(int(statements.size()))];
            sql.replace(QStringLiteral("%1"), QString::number(1 + random.bounded(12)));
            sql.replace(QStringLiteral("%2"), QString::number(random.bounded(4)));
            const auto said = (*session)->query(sql);
            if (said.has_value())
                ++m_done;
            else if (!conflicts.contains(said.error().sqlstate))
                m_failures += said.error().toText();
        }
    }

    std::atomic<bool> m_ends = false;
    std::atomic<int> m_done = 0;
    QStringList m_failures;
    std::thread m_thread;
};

QStringList oldStatements()
{
    const QString items =
        QStringLiteral("(SELECT COALESCE(jsonb_agg(jsonb_build_object('sku', 'o' || i, 'qty', i)), '[]') "
                       "FROM generate_series(1, %2) i)");
    return { QStringLiteral("UPDATE orders SET items = ") + items + QStringLiteral(" WHERE id = %1"),
             QStringLiteral(
                 "UPDATE orders SET items = items || jsonb_build_object('sku', 'm', 'qty', %2 + 1) "
                 "WHERE id = %1"),
             QStringLiteral("DELETE FROM orders WHERE id = %1 AND %2 = 0"),
             QStringLiteral("INSERT INTO orders (id, items) VALUES (%1, ") + items
                 + QStringLiteral(") ON CONFLICT (id) DO UPDATE SET items = EXCLUDED.items"),
             QStringLiteral("UPDATE orders SET id = 100 * (1 + %2) + id WHERE id = %1"),
             QStringLiteral("UPDATE orders SET status = 'seen %2' WHERE id = %1") };
}

QStringList newStatements()
{
    return { QStringLiteral(
                 "INSERT INTO order_items (order_id, line, sku, qty) VALUES (%1, %2 + 1, 'n', 7) ON "
                 "CONFLICT (order_id, line) DO UPDATE SET qty = order_items.qty + 1"),
             QStringLiteral("UPDATE order_items SET qty = %2 + 1 WHERE order_id = %1"),
             QStringLiteral("DELETE FROM order_items WHERE order_id = %1 AND line > %2"),
             QStringLiteral("UPDATE order_items SET order_id = %2 + 1 WHERE order_id = %1 AND line = 9 - %2"),
             QStringLiteral("INSERT INTO orders (id) VALUES (%1) ON CONFLICT DO NOTHING"),
             QStringLiteral("UPDATE orders SET status = 'done %2' WHERE id = %1") };
}

} // namespace

/// The plan's own checks say whether both sides agree: after the filling, at the gate and before the end.
void TestMoveRows::releasesWriteTheSameRowsAtTheSameTime()
{
    Scenario scenario(orders + itemRows(20000), notUnique.arg(QStringLiteral(" REFERENCES orders")),
                      moveItems);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    std::vector<std::unique_ptr<Rival>> rivals;
    for (quint32 i = 0; i < 2; ++i)
        rivals.push_back(std::make_unique<Rival>(scenario.database(), oldStatements(), i));
    auto outcome = scenario.run(false);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::WaitingGate);
    for (quint32 i = 0; i < 2; ++i)
        rivals.push_back(std::make_unique<Rival>(scenario.database(), newStatements(), 10 + i));
    QTest::qWait(4000);
    for (const auto &rival : rivals) {
        rival->end();
        QCOMPARE(rival->failures().mid(0, 1).join(QString()), QString());
        QVERIFY(rival->done() > 20);
    }
    QCOMPARE(scenario.one(ordersApart), QStringLiteral("0"));
    outcome = scenario.run(true);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QVERIFY(scenario.isAtTarget());
}

void TestMoveRows::columnsComeBackWhileTheNewReleaseWrites()
{
    Scenario scenario(orders + itemRows(20000), notUnique.arg(QStringLiteral(" REFERENCES orders")),
                      moveItems);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    Rival first(scenario.database(), newStatements(), 1);
    Rival second(scenario.database(), newStatements(), 2);
    for (const QString &sql : scenario.plan()->steps.last().rollback.sql)
        scenario.exec(sql);
    QTest::qWait(500);
    for (Rival *rival : { &first, &second }) {
        rival->end();
        QCOMPARE(rival->failures().mid(0, 1).join(QString()), QString());
        QVERIFY(rival->done() > 20);
    }
    QCOMPARE(scenario.fault(), QString());
    QCOMPARE(scenario.one(ordersApart), QStringLiteral("0"));
}

void TestMoveRows::eitherSideFollowsWhateverIsWritten()
{
    Scenario scenario(orders + itemRows(3), notUnique.arg(QStringLiteral(" REFERENCES orders")), moveItems);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    const auto after = [&](const char *sql) {
        scenario.exec(QString::fromLatin1(sql));
        return content(scenario);
    };
    QCOMPARE(content(scenario),
             QStringLiteral("1:a11+b12 2:a21+b22 3:a31+b32 | 1:a11+b12 2:a21+b22 3:a31+b32"));
    QCOMPARE(after("UPDATE order_items SET qty = 5 WHERE sku = 'b1'"),
             QStringLiteral("1:a11+b15 2:a21+b22 3:a31+b32 | 1:a11+b15 2:a21+b22 3:a31+b32"));
    QCOMPARE(after("UPDATE orders SET items = items - 0 WHERE id = 2"),
             QStringLiteral("1:a11+b15 2:b22 3:a31+b32 | 1:a11+b15 2:b22 3:a31+b32"));
    QCOMPARE(after("UPDATE orders SET id = 9 WHERE id = 2"),
             QStringLiteral("1:a11+b15 3:a31+b32 9:b22 | 1:a11+b15 3:a31+b32 9:b22"));
    QCOMPARE(after("UPDATE order_items SET order_id = 9, line = 7 WHERE sku = 'a3'"),
             QStringLiteral("1:a11+b15 3:b32 9:b22+a31 | 1:a11+b15 3:b32 9:b22+a31"));
    QCOMPARE(after("DELETE FROM orders WHERE id = 1"), QStringLiteral("3:b32 9:b22+a31 | 3:b32 9:b22+a31"));
    QCOMPARE(after("DELETE FROM order_items WHERE order_id = 3"), QStringLiteral("9:b22+a31 | 9:b22+a31"));
    QCOMPARE(
        after("BEGIN; INSERT INTO orders (id) VALUES (4); INSERT INTO order_items VALUES (4, 1, 'x', 8); "
              "COMMIT"),
        QStringLiteral("4:x8 9:b22+a31 | 4:x8 9:b22+a31"));
    QCOMPARE(after("SET session_replication_role = replica; UPDATE orders SET items = "
                   "'[{\"sku\": \"y\", \"qty\": 1}]' WHERE id = 4; RESET session_replication_role"),
             QStringLiteral("4:y1 9:b22+a31 | 4:y1 9:b22+a31"));
    QCOMPARE(scenario.fault(), QString());
}

void TestMoveRows::truncatingEitherSideEmptiesTheOther_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("sql");
    QTest::newRow("the old one") << QString() << QStringLiteral("TRUNCATE orders");
    QTest::newRow("the new one") << QString() << QStringLiteral("TRUNCATE order_items");
    QTest::newRow("both by a foreign key")
        << QStringLiteral(" REFERENCES orders") << QStringLiteral("TRUNCATE orders CASCADE");
}

void TestMoveRows::truncatingEitherSideEmptiesTheOther()
{
    QFETCH(QString, reference);
    QFETCH(QString, sql);
    Scenario scenario(orders + itemRows(50), notUnique.arg(reference), moveItems);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    scenario.exec(sql);
    QCOMPARE(scenario.fault(), QString());
    QCOMPARE(scenario.one(QStringLiteral("SELECT (SELECT count(*) FROM order_items) + (SELECT count(*) FROM "
                                         "orders WHERE items <> '[]')")),
             QStringLiteral("0"));
    VERIFY_OK(scenario.run(true));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

/// A value of an old release changes the rows that it is about, and in them what is made of it.
void TestMoveRows::whatTheNewTableAloneHasStays()
{
    Scenario scenario(orders + itemRows(3), notUnique.arg(QString()), moveItems);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    scenario.exec(QStringLiteral("UPDATE order_items SET seen = true"));
    scenario.exec(QStringLiteral("UPDATE orders SET items = jsonb_set(items, '{1,qty}', '6') WHERE id = 1"));
    QCOMPARE(scenario.fault(), QString());
    QCOMPARE(scenario.one(QStringLiteral("SELECT string_agg(concat(sku, qty, seen), ' ' ORDER BY line) FROM "
                                         "order_items WHERE order_id = 1")),
             QStringLiteral("a11t b16t"));
}

void TestMoveRows::followsAColumnThatStaysAndASecondKey()
{
    Scenario scenario(
        orders
            + QStringLiteral("INSERT INTO orders VALUES (1, 'new', '[{\"sku\": \"a\"}, {\"sku\": \"b\"}]');"),
        QStringLiteral("CREATE TABLE orders (id bigint PRIMARY KEY, status text); CREATE TABLE order_items "
                       "(order_id bigint NOT NULL, line integer NOT NULL, sku text, state text, PRIMARY KEY "
                       "(order_id, line), UNIQUE (order_id, sku));"),
        R"json({"moves": [{"from": "public.orders", "to": "public.order_items",
            "each": "jsonb_array_elements(items) WITH ORDINALITY AS e(item, n)", "owner": {"order_id": "id"},
            "columns": {"line": "n", "sku": "item->>'sku'", "state": "status"},
            "back": {"items": "COALESCE((SELECT jsonb_agg(jsonb_build_object('sku', sku) ORDER BY line)
                     FROM public.order_items WHERE order_id = orders.id), '[]')"}}]})json");
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    const QString rows =
        QStringLiteral("SELECT string_agg(sku || state, ' ' ORDER BY line) FROM order_items");
    scenario.exec(QStringLiteral("UPDATE orders SET status = ' sent'"));
    QCOMPARE(scenario.one(rows), QStringLiteral("a sent b sent"));
    scenario.exec(QStringLiteral("UPDATE orders SET items = '[{\"sku\": \"b\"}, {\"sku\": \"a\"}]'"));
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QCOMPARE(scenario.one(rows), QStringLiteral("b sent a sent"));
    QCOMPARE(
        scenario.one(QStringLiteral("SELECT count(*) FROM pg_proc WHERE proname LIKE 'zzz_lockstep_%' AND "
                                    "has_function_privilege('pg_monitor', oid, 'EXECUTE')")),
        QStringLiteral("0"));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestMoveRows::rowsThatDoNotFitStopThePlanFirst_data()
{
    QTest::addColumn<QString>("items");
    QTest::addColumn<QString>("title");
    const QString gives = QStringLiteral("Check that every row's items gives rows for order_items");
    QTest::newRow("no number") << QStringLiteral(R"([{"sku": "a", "qty": "two"}])") << gives;
    QTest::newRow("no array") << QStringLiteral(R"({"sku": "a", "qty": 2})") << gives;
    QTest::newRow("NULL") << QStringLiteral(R"([{"qty": 2}])") << gives;
    QTest::newRow("too long") << QStringLiteral(R"([{"sku": "123456789", "qty": 2}])") << gives;
    QTest::newRow("a check") << QStringLiteral(R"([{"sku": "a", "qty": 0}])")
                             << QStringLiteral("Check that no row of order_items would break "
                                               "order_items_qty_check");
    QTest::newRow("duplicates") << QStringLiteral(R"([{"sku": "a", "qty": 1}, {"sku": "a", "qty": 2}])")
                                << QStringLiteral("Check that order_items would have no duplicates");
}

void TestMoveRows::rowsThatDoNotFitStopThePlanFirst()
{
    QFETCH(QString, items);
    QFETCH(QString, title);
    Scenario scenario(orders + itemRows(3)
                          + QStringLiteral("INSERT INTO orders VALUES (7, 'x', '%1');").arg(items),
                      orderItems.arg(QString()), moveItems);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const auto run = scenario.run(true);
    QVERIFY(!run.has_value());
    QVERIFY2(run.error().message.contains(title), qPrintable(run.error().toText()));
    QCOMPARE(scenario.one(QStringLiteral("SELECT to_regclass('order_items') IS NULL")), QStringLiteral("t"));
    for (const plan::Step &step : scenario.plan()->steps) {
        if (step.title == title)
            QVERIFY(!step.verify.first().sample.isEmpty());
    }
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestMoveRows::whatCannotComeBackStopsThePlanBeforeTheGate()
{
    Scenario scenario(
        orders + itemRows(3)
            + QStringLiteral("INSERT INTO orders VALUES (7, 'x', '[{\"sku\": \"a\", \"qty\": 1, "
                             "\"gift\": true}]');"),
        notUnique.arg(QString()), moveItems);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const auto run = scenario.run(true);
    QVERIFY(!run.has_value());
    QVERIFY2(run.error().message.contains(QStringLiteral("gives back items of every row")),
             qPrintable(run.error().toText()));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestMoveRows::happensAtOnceWhereNobodyWrites_data()
{
    QTest::addColumn<QString>("child");
    QTest::addColumn<bool>("isWindow");
    QTest::newRow("in a window") << QString() << true;
    QTest::newRow("where tables inherit")
        << QStringLiteral("CREATE TABLE gifts () INHERITS (orders);") << false;
}

void TestMoveRows::happensAtOnceWhereNobodyWrites()
{
    QFETCH(QString, child);
    QFETCH(bool, isWindow);
    Scenario scenario(orders + itemRows(100) + child,
                      notUnique.arg(QStringLiteral(" REFERENCES orders")) + child, moveItems,
                      isWindow ? plan::Policy::Window : plan::Policy::ZeroDowntime);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QVERIFY(!scenario.statements().join(QLatin1Char('\n')).contains(QLatin1String("TRIGGER")));
    QStringList reasons;
    for (const plan::Step &step : scenario.plan()->steps)
        reasons += step.why;
    if (!isWindow)
        QVERIFY(reasons.join(QLatin1Char(' '))
                    .contains(QStringLiteral("public.orders is not a table of its own")));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM order_items")), QStringLiteral("160"));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.one(QStringLiteral("SELECT items->1->>'sku' FROM orders WHERE id = 77")),
             QStringLiteral("b77"));
}

QTEST_GUILESS_MAIN(TestMoveRows)
#include "tst_moverows.moc"
