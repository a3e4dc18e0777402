#include "touchplan.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

class RunBackfillTest : public QObject
{
    Q_OBJECT
private slots:
    void fillsEveryRowOnce_data();
    void fillsEveryRowOnce();
    void fillsByBlocksWhereThereIsNoKey();
    void skipsAnEmptyTable();
    void namesTheRowThatCannotBeWritten();
    void saysWhichRowsTheExpressionLeaves();
    void losesNothingUnderTraffic();
    void vacuumsAHugeTableInBetween();
    void waitsForARowThatIsLocked();
};

void RunBackfillTest::fillsEveryRowOnce_data()
{
    QTest::addColumn<QString>("prepare");
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<QStringList>("types");
    const QStringList id{ QStringLiteral("id") };
    QTest::newRow("integers with gaps, negative")
        << QStringLiteral("UPDATE users SET id = (id - 15000) * 1000003") << id
        << QStringList{ QStringLiteral("bigint") };
    QTest::newRow("uuid") << QStringLiteral("ALTER TABLE users ALTER id TYPE uuid USING md5(id::text)::uuid")
                          << id << QStringList{ QStringLiteral("uuid") };
    QTest::newRow("text in a language's order")
        << QStringLiteral("ALTER TABLE users ALTER id TYPE text COLLATE \"en-x-icu\" USING chr(65 + id::int "
                          "% 26) || chr(97 + id::int % 26) || ' ' || id")
        << id << QStringList{ QStringLiteral("text") };
    QTest::newRow("numeric with fractions")
        << QStringLiteral("ALTER TABLE users ALTER id TYPE numeric USING id / 7.0") << id
        << QStringList{ QStringLiteral("numeric") };
    QTest::newRow("timestamps") << QStringLiteral(
        "ALTER TABLE users ALTER id TYPE timestamptz USING 'epoch'::timestamptz + id * interval '1.000001 s'")
                                << id << QStringList{ QStringLiteral("timestamp with time zone") };
    QTest::newRow("composite, names with spaces and percent signs")
        << QStringLiteral("ALTER TABLE users ADD \"Ten %5ant\" integer NOT NULL DEFAULT 0; UPDATE users SET "
                          "\"Ten %5ant\" = id % 7, n = 0;"
                          "ALTER TABLE users DROP CONSTRAINT users_pkey, ADD PRIMARY KEY (\"Ten %5ant\", id)")
        << QStringList{ QStringLiteral("Ten %5ant"), QStringLiteral("id") }
        << QStringList{ QStringLiteral("integer"), QStringLiteral("bigint") };
}

void RunBackfillTest::fillsEveryRowOnce()
{
    QFETCH(QString, prepare);
    QFETCH(QStringList, key);
    QFETCH(QStringList, types);
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    for (const QString &sql : prepare.split(QLatin1Char(';')))
        db.exec(sql);
    db.exec(QStringLiteral("VACUUM ANALYZE users"));
    db.countUpdates();
    VERIFY_OK(db.run(touchPlan(key, types, {})));
    QCOMPARE(db.one(notOnce), QStringLiteral("0"));
    const BackfillProgress end = db.events.of<BackfillAdvanced>().last().progress;
    QCOMPARE(end.rowsDone, 30'000);
    QVERIFY(end.walBytes > 30'000 * 50);
    QVERIFY(end.table.bytesAtStart > 0);
    QVERIFY(end.table.bytes >= end.table.bytesAtStart);
    QVERIFY(end.table.updates <= 30'000); // The server counts them up to a second later.
    QVERIFY(end.table.hotUpdates <= end.table.updates);
}

void RunBackfillTest::fillsByBlocksWhereThereIsNoKey()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users DROP CONSTRAINT users_pkey"));
    db.countUpdates();
    plan::Step step =
        backfill(QStringLiteral("s01"), QStringLiteral("users"), QStringLiteral("name = 'done'"),
                 QStringLiteral("name IS DISTINCT FROM 'done'"), {}, {});
    step.backfill->batcher = plan::Batcher::Ctid;
    VERIFY_OK(db.run(planOf({ step })));
    QCOMPARE(db.one(notOnce), QStringLiteral("0"));
}

void RunBackfillTest::skipsAnEmptyTable()
{
    RunDatabase db(0);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(plainPlan()));
    QCOMPARE(db.events.of<BackfillAdvanced>().last().progress.batches, 0);
}

void RunBackfillTest::namesTheRowThatCannotBeWritten()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("UPDATE users SET name = id::text"));
    db.exec(QStringLiteral("UPDATE users SET name = 'twelve' WHERE id = 12345"));
    db.exec(QStringLiteral("ANALYZE users"));
    const auto plan = planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"),
                                        QStringLiteral("n = name::integer"), {}) });
    const auto failed = db.run(plan);
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().sqlstate, QStringLiteral("22P02"));
    QVERIFY2(failed.error().message.contains(QStringLiteral("id = 12345")),
             qPrintable(failed.error().toText()));
    QCOMPARE(db.one(QStringLiteral("SELECT pk->>0 FROM lockstep.backfill_reject")), QStringLiteral("12345"));
    db.exec(QStringLiteral("UPDATE users SET name = '12345' WHERE id = 12345"));
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(plan, options));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> id")), QStringLiteral("0"));
}

void RunBackfillTest::saysWhichRowsTheExpressionLeaves()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD x integer"));
    const auto plan = planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"),
                                        QStringLiteral("x = nullif(id, 77)"), QStringLiteral("x IS NULL")) });
    const auto failed = db.run(plan);
    QVERIFY(!failed.has_value());
    QVERIFY2(failed.error().message.contains(QStringLiteral("1 rows still match")),
             qPrintable(failed.error().toText()));
    QVERIFY(failed.error().detail.contains(QStringLiteral("77")));
}

void RunBackfillTest::losesNothingUnderTraffic()
{
    RunDatabase db(100'000);
    REQUIRE_DATABASE(db);
    db.slowDown();
    std::atomic<bool> stopTraffic = false;
    std::atomic<int> written = 0;
    QString problem;
    double longest = 0;
    std::thread traffic([&] {
        const auto session = db.open();
        for (int i = 0; !stopTraffic; ++i) {
            QElapsedTimer one;
            one.start();
            const QString id = QString::number(1 + (qint64(i) * 7919) % 100'000);
            const auto changed =
                session->execute(QStringLiteral("UPDATE users SET n = n + 1 WHERE id = $1"), { id });
            const auto added =
                session->execute(QStringLiteral("INSERT INTO users (id, name) VALUES ($1, 'new')"),
                                 { QString::number(200'000 + i) });
            const auto removed = session->execute(QStringLiteral("DELETE FROM users WHERE id = $1"),
                                                  { QString::number(50'000 + i * 11) });
            if (!changed.has_value() || !added.has_value() || !removed.has_value())
                problem =
                    (changed.has_value() ? added.has_value() ? removed : added : changed).error().toText();
            longest = std::max(longest, double(one.elapsed()));
            ++written;
        }
    });
    const auto outcome = db.run(tierPlan());
    stopTraffic = true;
    traffic.join();
    VERIFY_OK(outcome);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(written > 100);
    QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(
        db.one(QStringLiteral(
            "SELECT count(*) FROM users WHERE tier IS NULL OR (id <= 100000 AND tier <> 'tier' || id % 3)"
            " OR (id > 100000 AND tier NOT IN ('tier0', 'tier' || id % 3))")),
        QStringLiteral("0"));
}

/// Where rows cannot be written in stripes a table grows to twice its size. Nothing else vacuums on this
/// server.
void RunBackfillTest::vacuumsAHugeTableInBetween()
{
    qint64 pages[2] = {};
    for (const bool vacuums : { false, true }) {
        RunDatabase db(1);
        REQUIRE_DATABASE(db);
        db.exec(QStringLiteral("DROP TABLE users"));
        db.exec(QStringLiteral("CREATE TABLE users (ip inet PRIMARY KEY, tier text)"));
        db.exec(
            QStringLiteral("INSERT INTO users SELECT '10.0.0.0'::inet + i FROM generate_series(1, 80000) i"));
        db.exec(QStringLiteral("ANALYZE users"));
        db.slowDown();
        db.setPace(2);
        RunOptions options = quickOptions();
        options.limits.vacuumFromPages = vacuums ? 100 : 1'000'000;
        VERIFY_OK(db.run(planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"),
                                           QStringLiteral("tier = 'tier'"), QStringLiteral("tier IS NULL"),
                                           { QStringLiteral("ip") }, { QStringLiteral("inet") }) }),
                         options));
        QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL")),
                 QStringLiteral("0"));
        QCOMPARE(db.events.says(QStringLiteral("Vacuuming public.users")), vacuums);
        pages[vacuums ? 1 : 0] =
            db.one(QStringLiteral("SELECT pg_relation_size('users') / 8192")).toLongLong();
    }
    qInfo("%lld pages, and %lld without", pages[1], pages[0]);
    QVERIFY2(pages[1] < pages[0] * 9 / 10,
             qPrintable(QStringLiteral("%1 and %2 pages").arg(pages[1]).arg(pages[0])));
}

void RunBackfillTest::waitsForARowThatIsLocked()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN")));
    VERIFY_OK(holder->execute(QStringLiteral("SELECT 1 FROM users WHERE id = 15000 FOR UPDATE")));
    BackgroundRun run(db, plainPlan());
    QVERIFY(run.waitFor(RunState::WaitingLock));
    const auto waits = run.events.of<LockWait>();
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    run.join();
    VERIFY_OK(run.outcome);
    QVERIFY(!waits.isEmpty());
    QCOMPARE(waits.last().blockers.value(0).pid, holder->server().backendPid);
    QCOMPARE(db.one(notOnce), QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(RunBackfillTest)
#include "tst_runbackfill.moc"
