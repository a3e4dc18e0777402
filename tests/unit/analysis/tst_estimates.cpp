#include "shopplan.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace lockstep;
using namespace lockstep::analysis;
using namespace lockstep::testing;

/// Rates as a file, and what they make of statements.
class TestEstimates : public QObject
{
    Q_OBJECT

private slots:
    void ratesSurviveTheirFile();
    void refusesBadRates_data();
    void refusesBadRates();
    void readsRatesOfEarlierVersions();
    void estimatesABackfillByItsIndexes();
    void saysWhichServerWasMeasured();
    void narrowsTheRangeOfACalibratedServer();
    void rewritesOnceForAllPartsOfAStatement();
    void takesTheRowsThatAPredicateLetsIn();
    void tellsDiskAndLog();
    void movesAnIndexWithoutItsTable();
    void walksRowsUpToTheColumn();
    void samplesAsMuchOfEachBigTable();
    void knowsThatAConditionMayLetNothingIn();
    void countsRowsThatAQueryBrings();
};

namespace {

Rates measured()
{
    Rates rates;
    rates.origin = RatesOrigin::Calibration;
    rates.server = QStringLiteral("PostgreSQL 15.18, shop @ db1");
    rates.measuredAt = QDateTime(QDate(2026, 11, 21), QTime(20, 15), Qt::UTC);
    rates.costs.page = 1234.5;
    rates.noise = 1.25;
    return rates;
}

plan::Estimate estimateOf(const QString &sql, const RatesPtr &rates = {},
                          const schema::StatisticsPtr &statistics = {})
{
    AnalysisOptions options = sized();
    options.rates = rates;
    options.statistics = statistics;
    return analysed({ step(QStringLiteral("s01"), { sql }) }, options)->steps.first().assessment.estimate;
}

} // namespace

void TestEstimates::ratesSurviveTheirFile()
{
    const Rates rates = measured();
    const auto read = ratesFromJson(toJson(rates), QStringLiteral("shop.rates.json"));
    QVERIFY(read.has_value());
    QVERIFY(**read == rates);
    QCOMPARE((*read)->costs.page, 1234.5);
    QCOMPARE((*read)->words(), rates.words());
    QCOMPARE(toJson(**read), toJson(rates));
}

void TestEstimates::refusesBadRates_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("complaint");
    const auto row = [](const char *name, const char *from, const char *to, const char *complaint) {
        QByteArray json = toJson(measured());
        const QByteArray before = json;
        json.replace(from, to);
        QVERIFY(json != before);
        QTest::newRow(name) << json << QString::fromLatin1(complaint);
    };
    row("another format", "lockstep-rates/1", "lockstep-rates/9", "format");
    row("nobody's origin", "\"calibration\"", "\"hearsay\"", "origin");
    row("a time that is none", "2026-11-21T20:15:00Z", "yesterday", "measured_at");
    row("a cost that is free", "1234.5", "0", "costs_ns.page: a number above zero");
    row("a cost that is a text", "1234.5", "\"fast\"", "costs_ns.page");
    row("a cost nobody knows", "\"page\"", "\"pages\"", "costs_ns.page");
    row("less noise than none", "1.25", "0.5", "noise");
    QTest::newRow("no JSON") << QByteArray("{\"format\":") << QStringLiteral("shop.rates.json");
    QTest::newRow("no object") << QByteArray("[]") << QStringLiteral("shop.rates.json");
}

void TestEstimates::refusesBadRates()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, complaint);
    const auto read = ratesFromJson(json, QStringLiteral("shop.rates.json"));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, base::ErrorKind::Input);
    QVERIFY2(read.error().message.contains(complaint), qPrintable(read.error().message));
    QVERIFY(read.error().message.contains(QLatin1String("shop.rates.json")));
}

void TestEstimates::readsRatesOfEarlierVersions()
{
    QJsonObject rates = QJsonDocument::fromJson(toJson(measured())).object();
    QJsonObject costs = rates.value(QLatin1String("costs_ns")).toObject();
    QJsonObject settings = rates.value(QLatin1String("settings")).toObject();
    for (const char *added : { "sort_repeated", "join_doubling", "join_spill", "fetch_row", "cluster_row",
                               "cluster_byte", "update_ordered", "update_text" })
        costs.remove(QLatin1String(added));
    settings.remove(QStringLiteral("max_wal_size"));
    settings.remove(QStringLiteral("full_page_writes"));
    rates.insert(QStringLiteral("costs_ns"), costs);
    rates.insert(QStringLiteral("settings"), settings);
    const auto read = ratesFromJson(QJsonDocument(rates).toJson(), QStringLiteral("shop.rates.json"));
    QVERIFY2(read.has_value(), read.has_value() ? "" : qPrintable(read.error().toText()));
    QCOMPARE((*read)->costs.page, 1234.5);
    QCOMPARE((*read)->costs.updateText, UnitCosts().updateText);
    QVERIFY((*read)->settings.hasPageImages);
}

void TestEstimates::estimatesABackfillByItsIndexes()
{
    const auto fill = [](const char *set, const char *where) {
        plan::Step filling = step(QStringLiteral("s01"), {});
        filling.kind = plan::StepKind::Backfill;
        filling.backfill = plan::BackfillSpec{ schema::objectId(schema::Kind::Table, QStringLiteral("public"),
                                                                QStringLiteral("users")),
                                               QLatin1String(set),
                                               QLatin1String(where),
                                               plan::Batcher::Keyset,
                                               { QStringLiteral("id") },
                                               { QStringLiteral("bigint") } };
        return analysed({ filling }, sized())->steps.first().assessment.estimate;
    };
    const plan::Estimate bare = fill("old = 1", "old IS NULL");
    const plan::Estimate indexed = fill("tier = 'free'", "tier IS NULL");
    QVERIFY(bare.likelyMs > 1000);
    QVERIFY(indexed.likelyMs > bare.likelyMs);
    QVERIFY(indexed.walBytes > bare.walBytes);
    QVERIFY(bare.diskBytes < bare.walBytes);
    // Without a condition there is no walk by blocks; by an integer key there are stripes all the same.
    QVERIFY(fill("old = 1", "").likelyMs < 2 * bare.likelyMs);
}

void TestEstimates::saysWhichServerWasMeasured()
{
    const auto rates = std::make_shared<const Rates>(measured());
    const plan::Estimate estimate = estimateOf(QStringLiteral("CREATE INDEX i ON users (tier)"), rates);
    QVERIFY2(estimate.basis.contains(
                 QStringLiteral("rows/s, measured on PostgreSQL 15.18, shop @ db1 on 2026-11-21.")),
             qPrintable(estimate.basis));
}

void TestEstimates::narrowsTheRangeOfACalibratedServer()
{
    Rates known = measured();
    known.costs = {};
    known.noise = 1;
    const QString sql = QStringLiteral("ALTER TABLE users ALTER old SET NOT NULL");
    const plan::Estimate sure = estimateOf(sql, std::make_shared<const Rates>(known));
    known.noise = 1.5;
    const plan::Estimate noisy = estimateOf(sql, std::make_shared<const Rates>(known));
    const plan::Estimate assumed = estimateOf(sql);
    QCOMPARE(sure.likelyMs, assumed.likelyMs);
    QVERIFY(sure.lowMs > assumed.lowMs);
    QVERIFY(sure.highMs < assumed.highMs);
    QVERIFY(noisy.lowMs < sure.lowMs);
    QVERIFY(noisy.highMs > sure.highMs);
}

void TestEstimates::rewritesOnceForAllPartsOfAStatement()
{
    const qint64 once = estimateOf(QStringLiteral("ALTER TABLE users ALTER old TYPE bigint")).likelyMs;
    const qint64 twice =
        estimateOf(
            QStringLiteral("ALTER TABLE users ALTER old TYPE bigint, ADD x uuid DEFAULT gen_random_uuid()"))
            .likelyMs;
    QVERIFY(twice < once + once / 2);
    const qint64 scan = estimateOf(QStringLiteral("ALTER TABLE users ALTER old SET NOT NULL")).likelyMs;
    const qint64 both =
        estimateOf(QStringLiteral("ALTER TABLE users ALTER old SET NOT NULL, ALTER tier SET NOT NULL"))
            .likelyMs;
    QVERIFY(both < scan + scan / 2);
}

void TestEstimates::takesTheRowsThatAPredicateLetsIn()
{
    auto statistics = std::make_shared<schema::Statistics>();
    schema::RelationStatistics users;
    users.rows = 2'300'000;
    users.pages = 30'000;
    users.heapBytes = users.pages * 8192;
    users.columns.insert(QStringLiteral("tier"), { 0.02, 5, 5, 0.1 });
    statistics->relations.insert(
        schema::objectId(schema::Kind::Table, QStringLiteral("public"), QStringLiteral("users")), users);
    const auto disk = [&](const char *where) {
        return estimateOf(QStringLiteral("CREATE INDEX i ON users (name) ") + QLatin1String(where), {},
                          statistics)
            .walBytes;
    };
    const qint64 all = disk("");
    QVERIFY(std::abs(double(disk("WHERE tier IS NULL")) / double(all) - 0.02) < 0.002);
    QVERIFY(std::abs(double(disk("WHERE (tier IS NOT NULL)")) / double(all) - 0.98) < 0.002);
    QVERIFY(std::abs(double(disk("WHERE tier = 'free'")) / double(all) - 0.2) < 0.002);
    QVERIFY(std::abs(double(disk("WHERE tier > 'free'")) / double(all) - 1.0 / 3) < 0.002);
}

void TestEstimates::tellsDiskAndLog()
{
    const plan::Estimate rewrite = estimateOf(QStringLiteral("ALTER TABLE users ALTER old TYPE bigint"));
    // Guessed 100 bytes a row, and both indexes.
    QVERIFY(rewrite.walBytes > 230'000'000);
    QVERIFY(rewrite.diskBytes > 230'000'000);
    QCOMPARE(estimateOf(QStringLiteral("ALTER TABLE users SET UNLOGGED")).walBytes, 0);
    QVERIFY(estimateOf(QStringLiteral("ALTER TABLE users SET UNLOGGED")).diskBytes > 230'000'000);
    const plan::Estimate instant = estimateOf(QStringLiteral("ALTER TABLE users ADD x integer"));
    QCOMPARE(instant.walBytes, 0);
    QCOMPARE(instant.diskBytes, 0);
}

void TestEstimates::movesAnIndexWithoutItsTable()
{
    auto statistics = std::make_shared<schema::Statistics>();
    schema::RelationStatistics users;
    users.rows = 2'300'000;
    users.heapBytes = 400'000'000;
    schema::RelationStatistics index;
    index.rows = users.rows;
    index.indexBytes = 50'000'000;
    const auto relation = [](schema::Kind kind, const QString &name) {
        return schema::objectId(kind, QStringLiteral("public"), name);
    };
    statistics->relations.insert(relation(schema::Kind::Table, QStringLiteral("users")), users);
    statistics->relations.insert(relation(schema::Kind::Index, QStringLiteral("users_tier_idx")), index);
    const auto move = [&](const char *what) {
        return estimateOf(QLatin1String(what) + QStringLiteral(" SET TABLESPACE fast"), {}, statistics);
    };
    QCOMPARE(move("ALTER TABLE users").diskBytes, users.heapBytes);
    for (const char *what : { "ALTER INDEX users_tier_idx", "ALTER TABLE users_tier_idx" }) {
        const plan::Estimate estimate = move(what);
        QCOMPARE(estimate.diskBytes, index.indexBytes);
        QCOMPARE(estimate.walBytes, index.indexBytes);
        QVERIFY2(estimate.basis.startsWith(QLatin1String("50 MB")), qPrintable(estimate.basis));
    }
}

void TestEstimates::walksRowsUpToTheColumn()
{
    const auto ms = [](const char *sql) { return estimateOf(QLatin1String(sql)).likelyMs; };
    const qint64 first = ms("ALTER TABLE users ADD CHECK (id > 0)");
    const qint64 last = ms("ALTER TABLE users ADD CHECK (old > 0)");
    QVERIFY2(first < last, qPrintable(QStringLiteral("%1 ms and %2 ms").arg(first).arg(last)));
    QCOMPARE(ms("ALTER TABLE users ADD CHECK (old > id)"), last);
    QVERIFY(ms("ALTER TABLE users ALTER id SET NOT NULL") < ms("ALTER TABLE users ALTER old SET NOT NULL"));
    QVERIFY(ms("CREATE INDEX i ON users (tier) WHERE old > 0")
            > ms("CREATE INDEX i ON users (tier) WHERE id > 0"));
}

void TestEstimates::samplesAsMuchOfEachBigTable()
{
    const auto analyze = [](qint64 rows) {
        AnalysisOptions options;
        options.rows.insert(QStringLiteral("public.users"), rows);
        const auto plan =
            analysed({ step(QStringLiteral("s01"), { QStringLiteral("ANALYZE users") }) }, options);
        return plan->steps.first().assessment;
    };
    const plan::Assessment big = analyze(20'000'000);
    QCOMPARE(big.effect, plan::Effect::Scan);
    QCOMPARE(analyze(40'000'000).estimate.likelyMs, big.estimate.likelyMs);
    QVERIFY(analyze(10'000).estimate.likelyMs < big.estimate.likelyMs);
    QVERIFY2(big.estimate.basis.contains(QLatin1String("30 000 sampled rows")),
             qPrintable(big.estimate.basis));
}

void TestEstimates::knowsThatAConditionMayLetNothingIn()
{
    const plan::Estimate all = estimateOf(QStringLiteral("UPDATE users SET tier = 'free'"));
    const plan::Estimate some = estimateOf(QStringLiteral("UPDATE users SET tier = 'free' WHERE old > 3"));
    QVERIFY(some.likelyMs < all.likelyMs);
    QVERIFY2(some.lowMs < 10 && all.lowMs > 100, qPrintable(QString::number(all.lowMs)));
    QVERIFY(estimateOf(QStringLiteral("DELETE FROM users WHERE old > 3")).lowMs < 10);
    QVERIFY(estimateOf(QStringLiteral("DELETE FROM users")).lowMs > 100);
}

void TestEstimates::countsRowsThatAQueryBrings()
{
    const plan::Estimate itself =
        estimateOf(QStringLiteral("INSERT INTO users SELECT id + 5000000, name, tier, old FROM users"));
    QVERIFY2(itself.likelyMs > 1000, qPrintable(itself.basis));
    const plan::Estimate made =
        estimateOf(QStringLiteral("INSERT INTO users (id) SELECT g FROM generate_series(1, 500000) g"));
    QVERIFY2(made.highMs > 1000 && made.lowMs < 10, qPrintable(made.basis));
    QVERIFY2(made.basis.contains(QLatin1String("nothing is known")), qPrintable(made.basis));
    QVERIFY(estimateOf(QStringLiteral("INSERT INTO users (id) VALUES (1), (2)")).likelyMs < 50);
    QVERIFY(estimateOf(QStringLiteral("COPY users FROM stdin")).highMs > 1000);
}

QTEST_GUILESS_MAIN(TestEstimates)
#include "tst_estimates.moc"
