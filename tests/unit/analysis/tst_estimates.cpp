#include "shopplan.h"

#include <model/analysis/calibrationfit.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace lockstep;
using namespace lockstep::analysis;
using namespace lockstep::testing;

/// Rates as a file, what work costs, and how costs are found in measured times.
class TestEstimates : public QObject
{
    Q_OBJECT

private slots:
    void ratesSurviveTheirFile();
    void refusesBadRates_data();
    void refusesBadRates();
    void readsRatesOfEarlierVersions();
    void moreRowsCostMore();
    void whatDoesMoreCostsMore();
    void readsFromDiskOnlyWhatDoesNotFit();
    void findsTheCostsInTheTimesTheyMake();
    void findsTheCostsOfUpdatesInTheirTimes();
    void scalesWhatWasNotMeasured();
    void logsWholePagesOnlyWhereTheServerDoes();
    void takesAPartOfTheKeysAtATime();
    void leavesRoomForTheNextStripe();
    void estimatesABackfillByItsIndexes();
    void saysWhichServerWasMeasured();
    void narrowsTheRangeOfACalibratedServer();
    void rewritesOnceForAllPartsOfAStatement();
    void takesTheRowsThatAPredicateLetsIn();
    void tellsDiskAndLog();
    void movesAnIndexWithoutItsTable();
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

TableShape shape(double rows, double rowBytes, int indexes = 0)
{
    TableShape table;
    table.rows = rows;
    table.bytes = rows * rowBytes;
    table.indexes.resize(indexes);
    return table;
}

QVector<Cost> allCosts(const CostModel &model, const TableShape &table)
{
    IndexShape text;
    text.first = KeyKind::Text;
    text.keyBytes = 30;
    return { model.scan(table, 0),
             model.scan(table, 2),
             model.indexBuild(table, {}),
             model.indexBuild(table, text),
             model.concurrentBuild(table, text),
             model.rewrite(table, {}),
             model.rewrite(table, { Computing::Uuid, 16 }),
             model.fileCopy(table),
             model.foreignKey(table, shape(1000, 40), false),
             model.backfill(table, { 8, false, 16, 0, 10 }),
             model.copy(table, { {}, text }),
             model.query(table) };
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

void TestEstimates::moreRowsCostMore()
{
    const CostModel model(*defaultRates());
    for (const double rows : { 1.0, 1e3, 1e6, 1e8 }) {
        const QVector<Cost> fewer = allCosts(model, shape(rows, 100, 2));
        const QVector<Cost> more = allCosts(model, shape(rows * 10, 100, 2));
        for (qsizetype i = 0; i < fewer.size(); ++i) {
            QVERIFY(fewer[i].ms > 0);
            QVERIFY2(more[i].ms > fewer[i].ms, qPrintable(QString::number(i)));
            QVERIFY(more[i].walBytes >= fewer[i].walBytes);
            QVERIFY(more[i].diskBytes >= fewer[i].diskBytes);
        }
    }
}

void TestEstimates::whatDoesMoreCostsMore()
{
    const CostModel model(*defaultRates());
    const TableShape table = shape(1e6, 100, 1);
    IndexShape text;
    text.first = KeyKind::Text;
    text.keyBytes = 30;
    IndexShape ordered;
    ordered.order = 1;
    IndexShape partial;
    partial.share = 0.1;
    QVERIFY(model.scan(table, 1).ms > model.scan(table, 0).ms);
    QVERIFY(model.scan(shape(1e6, 1000), 0).ms > model.scan(table, 0).ms);
    QVERIFY(model.indexBuild(table, {}).ms > model.scan(table, 0).ms);
    QVERIFY(model.indexBuild(table, text).ms > model.indexBuild(table, {}).ms);
    QVERIFY(model.indexBuild(table, ordered).ms < model.indexBuild(table, {}).ms);
    IndexShape inRuns = text;
    inRuns.order = 0.3;
    QVERIFY(model.indexBuild(table, inRuns).ms < model.indexBuild(table, text).ms);
    QVERIFY(model.indexBuild(table, inRuns).ms > model.indexBuild(table, ordered).ms);
    QVERIFY(model.indexBuild(table, partial).ms < model.indexBuild(table, {}).ms);
    QVERIFY(model.concurrentBuild(table, text).ms > model.indexBuild(table, text).ms);
    QVERIFY(model.rewrite(shape(1e6, 100, 3), {}).ms > model.rewrite(table, {}).ms);
    QVERIFY(model.rewrite(table, { Computing::Nothing, 0, false }).ms < model.rewrite(table, {}).ms);
    QCOMPARE(model.rewrite(table, { Computing::Nothing, 0, false }).walBytes, 0.0);
    const Batching inStripes{ 0, false, 8, 0, 1 };
    QVERIFY(model.backfill(table, {}).ms > model.backfill(table, inStripes).ms);
    QVERIFY(model.backfill(table, { 0, true, 8, 0, 1 }).ms > model.backfill(table, inStripes).ms);
    QVERIFY(model.backfill(shape(1e6, 100, 4), {}).walBytes > model.backfill(table, {}).walBytes);
    QVERIFY(model.rewrite(table, { Computing::Nothing, 0, true, true }).ms > model.rewrite(table, {}).ms);
}

void TestEstimates::readsFromDiskOnlyWhatDoesNotFit()
{
    const CostModel model(*defaultRates());
    const ServerSettings settings;
    const double rowBytes = 100;
    QCOMPARE(model.scan(shape(settings.sharedBuffers / rowBytes / 2, rowBytes), 0).diskMs, 0.0);
    QVERIFY(model.scan(shape(settings.sharedBuffers / rowBytes * 2, rowBytes), 0).diskMs > 0);
    // What surely comes from disk is likely to, and not only at worst.
    const Cost huge = model.scan(shape(settings.cache / rowBytes * 2, rowBytes), 0);
    QCOMPARE(huge.diskMs, 0.0);
    QVERIFY(huge.ms > settings.cache * 2 / 8192 * UnitCosts().diskPage / 1e6);
}

void TestEstimates::findsTheCostsInTheTimesTheyMake()
{
    Rates server;
    server.costs.page *= 3;
    server.costs.row *= 0.5;
    server.costs.writeRow *= 2;
    server.costs.sortText *= 2;
    server.costs.joinRow = server.costs.joinKey = 400;
    server.costs.joinDoubling *= 2;
    server.costs.joinSpill *= 0.5;
    server.costs.fetchRow *= 2;
    server.costs.clusterRow *= 3;
    server.costs.clusterByte *= 0.7;
    server.costs.sortRepeated *= 1.4;
    const CostModel model(server);
    ProbeTables tables;
    tables.narrow = shape(700'000, 96);
    tables.wide = shape(150'000, 650);
    tables.keys = shape(100'000, 40);
    tables.batched = shape(100'000, 120);
    tables.batchedWide = shape(30'000, 640);
    IndexShape text;
    text.first = KeyKind::Text;
    ProbeTimes times{ { Probe::ScanNarrow, { model.scan(tables.narrow, 0).ms } },
                      { Probe::ScanWide, { model.scan(tables.wide, 0).ms } },
                      { Probe::Check, { model.scan(tables.narrow, 1).ms } },
                      { Probe::RewriteNarrow, { model.rewrite(tables.narrow, {}).ms } },
                      { Probe::RewriteWide, { model.rewrite(tables.wide, {}).ms } },
                      { Probe::BuildText, { model.indexBuild(tables.narrow, text).ms } },
                      { Probe::ForeignKey, { model.foreignKey(tables.narrow, tables.keys, false).ms } } };
    const TableShape &narrow = tables.narrow;
    const auto joined = [&](double memory) {
        Rates rates = server;
        rates.settings.maintenanceMemory = memory;
        return QVector<double>{ CostModel(rates).foreignKey(narrow, narrow, false).ms };
    };
    times.insert(Probe::ForeignKeyFar, joined(1e12));
    times.insert(Probe::ForeignKeySpilled, joined(joinMemory));
    const auto rewritten = [&](TableShape table) {
        table.indexes = { IndexShape() };
        return model.rewrite(table, {}).ms;
    };
    const UnitCosts &costs = server.costs;
    times.insert(Probe::ClusterFetched, { rewritten(narrow) + narrow.rows * costs.fetchRow / 1e6 });
    for (const auto &[probe, table] :
         { std::pair{ Probe::ClusterNarrow, narrow }, std::pair{ Probe::ClusterWide, tables.wide } })
        times.insert(probe, { rewritten(table)
                              + (table.rows * sortGrowth(table.rows) * costs.clusterRow
                                 + table.bytes * costs.clusterByte)
                                    / 1e6 });
    IndexShape repeated = text;
    repeated.distinct = repeatedValues;
    times.insert(Probe::BuildRepeated, { model.indexBuild(narrow, repeated).ms });
    const Rates fitted = fitRates(tables, times, server.settings);
    const auto close = [](double a, double b) { return std::abs(a - b) < 0.01 * b; };
    QVERIFY(close(fitted.costs.joinDoubling, server.costs.joinDoubling));
    QVERIFY(close(fitted.costs.joinSpill, server.costs.joinSpill));
    QVERIFY(close(fitted.costs.fetchRow, server.costs.fetchRow));
    QVERIFY(close(fitted.costs.clusterRow, server.costs.clusterRow));
    QVERIFY(close(fitted.costs.clusterByte, server.costs.clusterByte));
    QVERIFY(close(fitted.costs.sortRepeated, server.costs.sortRepeated));
    QCOMPARE(fitted.origin, RatesOrigin::Calibration);
    QVERIFY(close(fitted.costs.page, server.costs.page));
    QVERIFY(close(fitted.costs.row, server.costs.row));
    QVERIFY(close(fitted.costs.check, server.costs.check));
    QVERIFY(close(fitted.costs.writeRow, server.costs.writeRow));
    QVERIFY(close(fitted.costs.writeByte, server.costs.writeByte));
    QVERIFY(close(fitted.costs.sortText, server.costs.sortText));
    QVERIFY(close(fitted.costs.joinRow, server.costs.joinRow));
    QCOMPARE(fitted.noise, 1.0);
    times[Probe::Check].append(times[Probe::Check].first() * 1.5);
    QVERIFY(fitRates(tables, times, server.settings).noise > 1.2);
}

void TestEstimates::findsTheCostsOfUpdatesInTheirTimes()
{
    Rates server;
    server.costs.updateRow *= 3;
    server.costs.updateByte *= 0.5;
    server.costs.updateOrdered *= 0.25;
    server.costs.updateIndex *= 2;
    server.costs.updateText *= 1.5;
    ProbeTables tables;
    tables.batched = shape(100'000, 120);
    tables.batchedWide = shape(30'000, 640);
    tables.stripes = { { Probe::UpdateBare, 4 },
                       { Probe::UpdateWide, 4 },
                       { Probe::UpdateOrdered, 8 },
                       { Probe::UpdateIndexed, 8 },
                       { Probe::UpdateText, 16 } };
    IndexShape ordered;
    ordered.order = 1;
    IndexShape text;
    text.first = KeyKind::Text;
    text.keyBytes = 33;
    const auto time = [&](Probe probe, TableShape table, const QVector<IndexShape> &more) {
        const CostModel model(server);
        table.indexes = QVector<IndexShape>{ ordered } + more;
        const Batching how{ 4, !more.isEmpty(), tables.stripes.value(probe), 0,
                            std::ceil(table.rows / tables.batchRows) };
        return QVector<double>{ model.backfill(table, how).ms - model.scan(table, 1).ms };
    };
    const ProbeTimes times{
        { Probe::UpdateBare, time(Probe::UpdateBare, tables.batched, {}) },
        { Probe::UpdateWide, time(Probe::UpdateWide, tables.batchedWide, {}) },
        { Probe::UpdateOrdered, time(Probe::UpdateOrdered, tables.batched, { ordered }) },
        { Probe::UpdateIndexed, time(Probe::UpdateIndexed, tables.batched, { {} }) },
        { Probe::UpdateText, time(Probe::UpdateText, tables.batched, { {}, text }) },
    };
    const Rates fitted = fitRates(tables, times, server.settings);
    for (const auto member : { &UnitCosts::updateRow, &UnitCosts::updateByte, &UnitCosts::updateOrdered,
                               &UnitCosts::updateIndex, &UnitCosts::updateText })
        QVERIFY(std::abs(fitted.costs.*member / (server.costs.*member) - 1) < 0.01);
}

void TestEstimates::logsWholePagesOnlyWhereTheServerDoes()
{
    const TableShape table = shape(1e6, 100, 2);
    Rates rates;
    const Batching moving{ 0, true, 8, 0, 1 };
    const double whole = CostModel(rates).backfill(table, moving).walBytes;
    rates.settings.walLimit *= 16;
    const double seldom = CostModel(rates).backfill(table, moving).walBytes;
    rates.settings.hasPageImages = false;
    const double never = CostModel(rates).backfill(table, moving).walBytes;
    QVERIFY(whole > seldom);
    QVERIFY(seldom > never + table.bytes);
    QVERIFY(never > table.bytes);
}

void TestEstimates::takesAPartOfTheKeysAtATime()
{
    Rates rates;
    const TableShape orders = shape(3e6, 60);
    const TableShape keys = shape(2e6, 60);
    rates.settings.maintenanceMemory = 1e12;
    const double inMemory = CostModel(rates).foreignKey(orders, keys, false).ms;
    rates.settings.maintenanceMemory = 64e6;
    const double inParts = CostModel(rates).foreignKey(orders, keys, false).ms;
    QVERIFY(inParts > inMemory);
    rates.costs.joinSpill /= 100;
    QVERIFY(CostModel(rates).foreignKey(orders, keys, false).ms < inParts);
}

void TestEstimates::leavesRoomForTheNextStripe()
{
    QCOMPARE(movedShare(100, {}), 1.0);
    const double four = movedShare(100, { 0, false, 4, 0, 0 });
    const double sixteen = movedShare(100, { 0, false, 16, 0, 0 });
    QVERIFY(four > 0.25 && four < 0.35);
    QVERIFY(sixteen > 1.0 / 16 && sixteen < 0.15);
    QVERIFY(movedShare(100, { 50, false, 16, 0, 0 }) > 0.3); // What is added finds no room.
    QCOMPARE(movedShare(100, { 0, false, 16, 0.5, 0 }), 0.0);
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

void TestEstimates::scalesWhatWasNotMeasured()
{
    ProbeTables tables;
    tables.narrow = shape(700'000, 96);
    tables.wide = shape(150'000, 650);
    Rates slow;
    slow.costs.page *= 4;
    slow.costs.row *= 4;
    slow.costs.check *= 4;
    const CostModel model(slow);
    const Rates fitted = fitRates(tables,
                                  { { Probe::ScanNarrow, { model.scan(tables.narrow, 0).ms } },
                                    { Probe::ScanWide, { model.scan(tables.wide, 0).ms } },
                                    { Probe::Check, { model.scan(tables.narrow, 1).ms } } },
                                  {});
    QVERIFY(std::abs(fitted.costs.gistRow / UnitCosts().gistRow - 4) < 0.1);
    QVERIFY(std::abs(fitted.costs.updateRow / UnitCosts().updateRow - 4) < 0.1);
    const Rates nothing = fitRates(tables, {}, {});
    QCOMPARE(nothing.costs.gistRow, UnitCosts().gistRow);
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

QTEST_GUILESS_MAIN(TestEstimates)
#include "tst_estimates.moc"
