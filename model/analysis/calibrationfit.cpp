#include "calibrationfit.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lockstep::analysis {

namespace {

/// a*x + b*y = c
struct Equation
{
    double a = 0;
    double b = 0;
    double c = 0;
};

/// Both unknowns, neither below its floor: where noise says otherwise, one takes all that is left.
std::pair<double, double> solve(const Equation &first, const Equation &second, double floorX, double floorY)
{
    const double determinant = first.a * second.b - second.a * first.b;
    double x = floorX;
    double y = floorY;
    if (determinant != 0) {
        x = (first.c * second.b - second.c * first.b) / determinant;
        y = (first.a * second.c - second.a * first.c) / determinant;
    }
    if (x < floorX) {
        x = floorX;
        y = (first.c + second.c - x * (first.a + second.a)) / (first.b + second.b);
    } else if (y < floorY) {
        y = floorY;
        x = (first.c + second.c - y * (first.b + second.b)) / (first.a + second.a);
    }
    return { std::max(x, floorX), std::max(y, floorY) };
}

TableShape walked(TableShape table, Probe probe)
{
    table.depth = depthOf(probe);
    return table;
}

/// The middle one; of two the lesser: what else ran only ever adds.
double middle(QVector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[(values.size() - 1) / 2];
}

/// Fits one cost after the other, each with what is known from those before.
class Fit
{
public:
    Fit(const ProbeTables &tables, const ProbeTimes &times, const ServerSettings &settings)
        : m_tables(tables)
        , m_times(times)
    {
        m_rates.origin = RatesOrigin::Calibration;
        m_rates.settings = settings;
    }

    Rates run()
    {
        fitStatements();
        fitScans();
        fitWrites();
        fitBuilds();
        fitRepeated();
        fitJoins();
        fitSamples();
        fitClusters();
        fitUpdates();
        scaleTheRest();
        m_rates.noise = noise();
        return m_rates;
    }

private:
    using Cost = double UnitCosts::*;

    /// Nanoseconds; nothing where it was not measured.
    [[nodiscard]] std::optional<double> ns(Probe probe) const
    {
        const auto it = m_times.constFind(probe);
        if (it == m_times.constEnd() || it->isEmpty())
            return std::nullopt;
        return middle(*it) * 1e6;
    }

    void set(Cost cost, double value, double floor)
    {
        // Four digits: more would look better known than they are.
        m_rates.costs.*cost = QString::number(std::max(value, floor), 'g', 4).toDouble();
        m_known.append(cost);
    }

    /// One cost from one probe: what is over `known` nanoseconds, divided by `amount`.
    void setFrom(Cost cost, Probe probe, double known, double amount, double floor)
    {
        if (const auto measured = ns(probe); measured && amount > 0)
            set(cost, (*measured - known) / amount, floor);
    }

    [[nodiscard]] CostModel model() const { return CostModel(m_rates); }
    [[nodiscard]] double scanNs(const TableShape &table) const { return model().scan(table, 0).ms * 1e6; }
    [[nodiscard]] double scanNs(const TableShape &table, Probe probe) const
    {
        return scanNs(walked(table, probe));
    }

    void fitStatements()
    {
        setFrom(&UnitCosts::commit, Probe::Commit, 0, 1, 1e4);
        // Real tables have more of a catalog than those here.
        setFrom(&UnitCosts::statement, Probe::Statement, -m_rates.costs.commit, 1, 1e6);
    }

    void fitScans()
    {
        const auto narrow = ns(Probe::ScanNarrow);
        const auto wide = ns(Probe::ScanWide);
        if (narrow && wide) {
            const auto [page, row] = solve({ m_tables.narrow.bytes / 8192, m_tables.narrow.rows, *narrow },
                                           { m_tables.wide.bytes / 8192, m_tables.wide.rows, *wide }, 100, 5);
            set(&UnitCosts::page, page, 100);
            set(&UnitCosts::row, row, 5);
            fitColumns(*narrow, row);
        }
        setFrom(&UnitCosts::check, Probe::Check, scanNs(m_tables.narrow), m_tables.narrow.rows, 5);
    }

    /// `row` is what a row takes with the columns that both scans walk.
    void fitColumns(double narrowNs, double row)
    {
        const auto deep = ns(Probe::ScanDeep);
        if (!deep)
            return;
        const int depth = depthOf(Probe::ScanNarrow);
        setFrom(&UnitCosts::column, Probe::ScanDeep, narrowNs,
                m_tables.narrow.rows * (depthOf(Probe::ScanDeep) - depth), 0.5);
        set(&UnitCosts::row, row - depth * m_rates.costs.column, 5);
    }

    /// What two probes cost beyond their scans, by row and by byte.
    void fitRowAndByte(Probe narrowProbe, Probe wideProbe, Cost rowCost, Cost byteCost)
    {
        const auto narrow = ns(narrowProbe);
        const auto wide = ns(wideProbe);
        if (!narrow || !wide)
            return;
        const auto [row, byte] =
            solve({ m_tables.narrow.rows, m_tables.narrow.bytes, *narrow - scanNs(m_tables.narrow) },
                  { m_tables.wide.rows, m_tables.wide.bytes, *wide - scanNs(m_tables.wide) }, 20, 0.1);
        set(rowCost, row, 20);
        set(byteCost, byte, 0.1);
    }

    void fitWrites()
    {
        const double rows = m_tables.narrow.rows;
        fitRowAndByte(Probe::RewriteNarrow, Probe::RewriteWide, &UnitCosts::writeRow, &UnitCosts::writeByte);
        fitRowAndByte(Probe::CopyNarrow, Probe::CopyWide, &UnitCosts::copyRow, &UnitCosts::copyByte);
        const double rewritten = model().rewrite(m_tables.narrow, {}).ms * 1e6;
        setFrom(&UnitCosts::convert, Probe::Convert, rewritten, rows, 10);
        setFrom(&UnitCosts::uuid, Probe::Uuid, rewritten, rows, 10);
        const double copied = ns(Probe::CopyNarrow).value_or(rewritten);
        setFrom(&UnitCosts::insertIndex, Probe::CopyKeyed, copied,
                rows * m_tables.keyedIndexes * insertGrowth(rows), 50);
    }

    /// What a build costs beyond its scan, by row of a table of a million.
    void fitBuild(Cost cost, Probe probe, double growth)
    {
        setFrom(cost, probe, scanNs(m_tables.narrow, probe), m_tables.narrow.rows * growth, 10);
    }

    void fitBuilds()
    {
        const TableShape &narrow = m_tables.narrow;
        const double growth = sortGrowth(narrow.rows);
        fitBuild(&UnitCosts::sortNumber, Probe::BuildNumber, growth);
        fitBuild(&UnitCosts::sortOrdered, Probe::BuildOrdered, 1);
        fitBuild(&UnitCosts::sortShort, Probe::BuildShort, growth);
        fitBuild(&UnitCosts::sortText, Probe::BuildText, growth);
        fitBuild(&UnitCosts::hashRow, Probe::BuildHash, insertGrowth(narrow.rows));
        fitBuild(&UnitCosts::brinRow, Probe::BuildBrin, 1);
        const double number = ns(Probe::BuildNumber).value_or(0);
        const double deeper = scanNs(narrow, Probe::BuildMore) - scanNs(narrow, Probe::BuildNumber);
        setFrom(&UnitCosts::sortMore, Probe::BuildMore, number + deeper, narrow.rows * growth, 10);
        setFrom(&UnitCosts::secondPass, Probe::BuildConcurrently, number + scanNs(narrow), narrow.rows, 10);
        const TableShape &wide = m_tables.wide;
        setFrom(&UnitCosts::ginByte, Probe::BuildGin, scanNs(wide, Probe::BuildGin),
                wide.rows * m_tables.ginBytes, 0.1);
        setFrom(&UnitCosts::gistRow, Probe::BuildGist, scanNs(wide, Probe::BuildGist),
                wide.rows * insertGrowth(wide.rows), 50);
    }

    /// One cost from what the model makes of it: a line through nothing and one.
    template <typename Model>
    void setThrough(Cost cost, Probe probe, const Model &modelMs, double floor)
    {
        const auto measured = ns(probe);
        if (!measured)
            return;
        const double assumed = m_rates.costs.*cost;
        const auto at = [&](double value) {
            m_rates.costs.*cost = value;
            return modelMs() * 1e6;
        };
        const double without = at(0);
        const double each = at(1) - without;
        m_rates.costs.*cost = assumed;
        if (each > 0)
            set(cost, (*measured - without) / each, floor);
    }

    void fitRepeated()
    {
        IndexShape repeated;
        repeated.first = KeyKind::Text;
        repeated.distinct = repeatedValues;
        repeated.depth = depthOf(Probe::BuildRepeated);
        setThrough(
            &UnitCosts::sortRepeated, Probe::BuildRepeated,
            [&] { return model().indexBuild(m_tables.narrow, repeated).ms; }, 10);
    }

    void fitJoins()
    {
        const TableShape narrow = walked(m_tables.narrow, Probe::ForeignKey);
        const auto joined = ns(Probe::ForeignKey);
        if (joined) {
            m_rates.costs.joinRow = m_rates.costs.joinKey = 1;
            const double units = model().foreignKey(narrow, m_tables.keys, false).ms * 1e6;
            m_rates.costs.joinRow = m_rates.costs.joinKey = 2;
            const double each = model().foreignKey(narrow, m_tables.keys, false).ms * 1e6 - units;
            const double cost = (*joined - (units - each)) / each;
            set(&UnitCosts::joinRow, cost, 10);
            set(&UnitCosts::joinKey, cost, 10);
        }
        TableShape ids = narrow;
        ids.depth = 1;
        const auto toItself = [&](double memory) {
            Rates rates = m_rates;
            rates.settings.maintenanceMemory = memory;
            return CostModel(rates).foreignKey(walked(narrow, Probe::ForeignKeyFar), ids, false).ms;
        };
        constexpr double enough = 1e12;
        setThrough(
            &UnitCosts::joinDoubling, Probe::ForeignKeyFar, [&] { return toItself(enough); }, 1);
        setThrough(
            &UnitCosts::joinSpill, Probe::ForeignKeySpilled, [&] { return toItself(joinMemory); }, 10);
        m_rates.costs.queryRow = 0;
        const double read = model().query(walked(narrow, Probe::Query)).ms * 1e6;
        m_rates.costs.queryRow = UnitCosts().queryRow;
        setFrom(&UnitCosts::queryRow, Probe::Query, read, narrow.rows, 10);
    }

    void fitSamples()
    {
        setThrough(
            &UnitCosts::sampledValue, Probe::Sample,
            [this] { return model().sample(m_tables.narrow, depthOf(Probe::Sample)).ms; }, 50);
    }

    /// Beyond a rewrite, with the index that says the order.
    [[nodiscard]] double beyondRewriteNs(TableShape table, double measured) const
    {
        table.indexes = { IndexShape() };
        return measured - model().rewrite(table, {}).ms * 1e6;
    }

    void fitClusters()
    {
        const TableShape &table = m_tables.narrow;
        if (const auto fetched = ns(Probe::ClusterFetched)) {
            const double missed = std::max(0.0, 1 - m_rates.settings.sharedBuffers / table.bytes);
            set(&UnitCosts::fetchRow,
                beyondRewriteNs(table, *fetched) / table.rows - missed * m_rates.costs.page, 20);
        }
        const auto narrow = ns(Probe::ClusterNarrow);
        const auto wide = ns(Probe::ClusterWide);
        if (!narrow || !wide)
            return;
        const auto equation = [this](const TableShape &each, double measured) {
            return Equation{ each.rows * sortGrowth(each.rows), each.bytes, beyondRewriteNs(each, measured) };
        };
        const auto [row, byte] =
            solve(equation(m_tables.narrow, *narrow), equation(m_tables.wide, *wide), 20, 0.1);
        set(&UnitCosts::clusterRow, row, 20);
        set(&UnitCosts::clusterByte, byte, 0.1);
    }

    [[nodiscard]] double updateMs(Probe probe) const
    {
        TableShape table = probe == Probe::UpdateWide ? m_tables.batchedWide : m_tables.batched;
        IndexShape ordered;
        ordered.order = 1;
        IndexShape text;
        text.first = KeyKind::Text;
        text.keyBytes = 33;
        table.indexes = { ordered };
        if (probe == Probe::UpdateOrdered)
            table.indexes += ordered;
        if (probe == Probe::UpdateIndexed || probe == Probe::UpdateText)
            table.indexes += IndexShape();
        if (probe == Probe::UpdateText)
            table.indexes += text;
        Batching how;
        how.addedRowBytes = 4;
        how.movesEntries = table.indexes.size() > 1;
        how.stripes = m_tables.stripes.value(probe, 1);
        how.batches = std::ceil(table.rows / m_tables.batchRows);
        // The probe does not count what is left.
        return model().backfill(table, how).ms - model().scan(table, 1).ms;
    }

    /// Each has one thing more than the one before.
    void fitUpdates()
    {
        const auto bare = ns(Probe::UpdateBare);
        const auto wide = ns(Probe::UpdateWide);
        const auto ordered = ns(Probe::UpdateOrdered);
        if (!bare || !wide || !ordered)
            return;
        UnitCosts &costs = m_rates.costs;
        costs.updateRow = costs.updateByte = costs.updateOrdered = 0;
        const auto more = [this] { return updateMs(Probe::UpdateOrdered) - updateMs(Probe::UpdateBare); };
        const double without = more();
        costs.updateOrdered = 1;
        const double each = (more() - without) * 1e6;
        set(&UnitCosts::updateOrdered, (*ordered - *bare - without * 1e6) / each, 50);
        const auto equation = [this](const TableShape &table, Probe probe, double measured) {
            return Equation{ table.rows, table.bytes + 4 * table.rows, measured - updateMs(probe) * 1e6 };
        };
        const auto [row, byte] = solve(equation(m_tables.batched, Probe::UpdateBare, *bare),
                                       equation(m_tables.batchedWide, Probe::UpdateWide, *wide), 200, 0.1);
        set(&UnitCosts::updateRow, row, 200);
        set(&UnitCosts::updateByte, byte, 0.1);
        setThrough(
            &UnitCosts::updateIndex, Probe::UpdateIndexed, [this] { return updateMs(Probe::UpdateIndexed); },
            100);
        setThrough(
            &UnitCosts::updateText, Probe::UpdateText, [this] { return updateMs(Probe::UpdateText); }, 100);
    }

    void scaleTheRest()
    {
        const UnitCosts assumed;
        QVector<double> factors;
        for (const Cost cost : std::as_const(m_known))
            factors.append(m_rates.costs.*cost / assumed.*cost);
        const double factor = factors.isEmpty() ? 1 : middle(factors);
        for (const Cost cost :
             { &UnitCosts::uuid, &UnitCosts::convert, &UnitCosts::hashRow, &UnitCosts::gistRow,
               &UnitCosts::ginByte, &UnitCosts::insertIndex, &UnitCosts::sortRepeated,
               &UnitCosts::joinDoubling, &UnitCosts::joinSpill, &UnitCosts::sampledValue,
               &UnitCosts::clusterRow, &UnitCosts::clusterByte, &UnitCosts::updateRow, &UnitCosts::updateByte,
               &UnitCosts::updateOrdered, &UnitCosts::updateIndex, &UnitCosts::updateText }) {
            if (!m_known.contains(cost))
                m_rates.costs.*cost *= factor;
        }
    }

    [[nodiscard]] double noise() const
    {
        QVector<double> ratios;
        for (const QVector<double> &each : m_times) {
            const auto [least, most] = std::minmax_element(each.begin(), each.end());
            if (each.size() > 1 && *least > 0)
                ratios.append(*most / *least);
        }
        return ratios.isEmpty() ? 1 : std::clamp(std::sqrt(middle(ratios)), 1.0, 1.5);
    }

    const ProbeTables &m_tables;
    const ProbeTimes &m_times;
    Rates m_rates;
    QVector<Cost> m_known;
};

} // namespace

Rates fitRates(const ProbeTables &tables, const ProbeTimes &times, const ServerSettings &settings)
{
    return Fit(tables, times, settings).run();
}

} // namespace lockstep::analysis
