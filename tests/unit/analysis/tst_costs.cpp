#include "shopplan.h"

#include <model/analysis/calibrationfit.h>

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace lockstep;
using namespace lockstep::analysis;

/// What work costs, and how costs are found in measured times.
class TestCosts : public QObject
{
    Q_OBJECT

private slots:
    void moreRowsCostMore();
    void whatDoesMoreCostsMore();
    void readsFromDiskOnlyWhatDoesNotFit();
    void findsTheCostsInTheTimesTheyMake();
    void findsTheCostsOfUpdatesInTheirTimes();
    void scalesWhatWasNotMeasured();
    void logsWholePagesOnlyWhereTheServerDoes();
    void takesAPartOfTheKeysAtATime();
    void leavesRoomForTheNextStripe();
};

namespace {

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

} // namespace

void TestCosts::moreRowsCostMore()
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

void TestCosts::whatDoesMoreCostsMore()
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

void TestCosts::readsFromDiskOnlyWhatDoesNotFit()
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

void TestCosts::findsTheCostsInTheTimesTheyMake()
{
    Rates server;
    server.costs.page *= 3;
    server.costs.row *= 0.5;
    server.costs.column *= 2;
    server.costs.writeRow *= 2;
    server.costs.sortText *= 2;
    server.costs.joinRow = server.costs.joinKey = 400;
    server.costs.joinDoubling *= 2;
    server.costs.joinSpill *= 0.5;
    server.costs.fetchRow *= 2;
    server.costs.sampledValue *= 3;
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
    text.depth = depthOf(Probe::BuildText);
    const auto walked = [&](Probe probe) {
        TableShape table = tables.narrow;
        table.depth = depthOf(probe);
        return table;
    };
    ProbeTimes times{ { Probe::ScanDeep, { model.scan(walked(Probe::ScanDeep), 0).ms } },
                      { Probe::ScanNarrow, { model.scan(tables.narrow, 0).ms } },
                      { Probe::ScanWide, { model.scan(tables.wide, 0).ms } },
                      { Probe::Check, { model.scan(tables.narrow, 1).ms } },
                      { Probe::RewriteNarrow, { model.rewrite(tables.narrow, {}).ms } },
                      { Probe::RewriteWide, { model.rewrite(tables.wide, {}).ms } },
                      { Probe::BuildText, { model.indexBuild(tables.narrow, text).ms } },
                      { Probe::ForeignKey,
                        { model.foreignKey(walked(Probe::ForeignKey), tables.keys, false).ms } } };
    const TableShape &narrow = tables.narrow;
    const auto joined = [&](double memory) {
        Rates rates = server;
        rates.settings.maintenanceMemory = memory;
        TableShape ids = narrow;
        ids.depth = 1;
        return QVector<double>{ CostModel(rates).foreignKey(walked(Probe::ForeignKeyFar), ids, false).ms };
    };
    times.insert(Probe::Sample, { model.sample(narrow, depthOf(Probe::Sample)).ms });
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
    repeated.depth = depthOf(Probe::BuildRepeated);
    times.insert(Probe::BuildRepeated, { model.indexBuild(narrow, repeated).ms });
    const Rates fitted = fitRates(tables, times, server.settings);
    const auto close = [](double a, double b) { return std::abs(a - b) < 0.01 * b; };
    QVERIFY(close(fitted.costs.joinDoubling, server.costs.joinDoubling));
    QVERIFY(close(fitted.costs.joinSpill, server.costs.joinSpill));
    QVERIFY(close(fitted.costs.sampledValue, server.costs.sampledValue));
    QVERIFY(close(fitted.costs.fetchRow, server.costs.fetchRow));
    QVERIFY(close(fitted.costs.clusterRow, server.costs.clusterRow));
    QVERIFY(close(fitted.costs.clusterByte, server.costs.clusterByte));
    QVERIFY(close(fitted.costs.sortRepeated, server.costs.sortRepeated));
    QCOMPARE(fitted.origin, RatesOrigin::Calibration);
    QVERIFY(close(fitted.costs.page, server.costs.page));
    QVERIFY(close(fitted.costs.row, server.costs.row));
    QVERIFY(close(fitted.costs.column, server.costs.column));
    QVERIFY(close(fitted.costs.check, server.costs.check));
    QVERIFY(close(fitted.costs.writeRow, server.costs.writeRow));
    QVERIFY(close(fitted.costs.writeByte, server.costs.writeByte));
    QVERIFY(close(fitted.costs.sortText, server.costs.sortText));
    QVERIFY(close(fitted.costs.joinRow, server.costs.joinRow));
    QCOMPARE(fitted.noise, 1.0);
    times[Probe::Check].append(times[Probe::Check].first() * 1.5);
    QVERIFY(fitRates(tables, times, server.settings).noise > 1.2);
}

void TestCosts::findsTheCostsOfUpdatesInTheirTimes()
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

void TestCosts::logsWholePagesOnlyWhereTheServerDoes()
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

void TestCosts::takesAPartOfTheKeysAtATime()
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

void TestCosts::leavesRoomForTheNextStripe()
{
    QCOMPARE(movedShare(100, {}), 1.0);
    const double four = movedShare(100, { 0, false, 4, 0, 0 });
    const double sixteen = movedShare(100, { 0, false, 16, 0, 0 });
    QVERIFY(four > 0.25 && four < 0.35);
    QVERIFY(sixteen > 1.0 / 16 && sixteen < 0.15);
    QVERIFY(movedShare(100, { 50, false, 16, 0, 0 }) > 0.3); // What is added finds no room.
    QCOMPARE(movedShare(100, { 0, false, 16, 0.5, 0 }), 0.0);
}

void TestCosts::scalesWhatWasNotMeasured()
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

QTEST_GUILESS_MAIN(TestCosts)
#include "tst_costs.moc"
