#include "costmodel.h"

#include <algorithm>
#include <cmath>

namespace lockstep::analysis {

namespace {

constexpr double pageBytes = 8192;
/// Rows that the cost of a sorted row was measured with; more of them cost more each.
constexpr double sortedRows = 1e6;
/// What a row takes while it is sorted, beside its key.
constexpr double sortOverhead = 48;
/// A B-tree page is left a tenth empty.
constexpr double leafShare = 0.9;
/// Of a row in WAL, beside its bytes.
constexpr double walRowBytes = 40;
constexpr double walEntryBytes = 64;
/// Of an index entry that goes somewhere, most of it whole pages after a checkpoint.
constexpr double walUpdatedEntryBytes = 320;
/// Of an index entry that goes where the one before went.
constexpr double orderedEntryShare = 0.1;
/// Of writing, where it does not go to the log.
constexpr double unloggedShare = 0.45;
/// Of a join: two indexes in the same order need no table of keys.
constexpr double mergedShare = 0.5;
/// Keys (their logarithm) that the cost of a join is measured with.
constexpr double joinKeysLog = 16.6;

double inMs(double nanoseconds)
{
    return nanoseconds / 1e6;
}

double aligned(double bytes)
{
    return std::ceil(bytes / 8) * 8;
}

} // namespace

double sortGrowth(double rows)
{
    return std::clamp(std::log2(std::max(rows, 2.0)) / std::log2(sortedRows), 0.5, 3.0);
}

double insertGrowth(double rows)
{
    return std::pow(std::max(rows, 1.0) / sortedRows, 0.35);
}

double scatteredShare(double order)
{
    return orderedEntryShare + (1 - orderedEntryShare) * (1 - order) * (1 - order);
}

Cost CostModel::statement() const
{
    return { inMs(m_costs.statement), 0, 0, 0 };
}

Cost CostModel::read(double bytes) const
{
    const double pages = bytes / pageBytes;
    const double fromDisk = inMs(pages * m_costs.diskPage);
    Cost cost{ inMs(pages * m_costs.page), 0, 0, 0 };
    if (isOnDisk(bytes))
        cost.ms += fromDisk;
    else if (bytes > m_settings.sharedBuffers)
        cost.diskMs = fromDisk;
    return cost;
}

Cost CostModel::scan(const TableShape &table, int conditions) const
{
    Cost cost = read(table.bytes);
    cost.ms += inMs(table.rows * (m_costs.row + conditions * m_costs.check));
    return cost;
}

double CostModel::indexBytes(const TableShape &table, const IndexShape &index) const
{
    if (index.bytes > 0)
        return index.bytes;
    const double rows = table.rows * index.share;
    switch (index.method) {
    case IndexMethod::Btree: return rows * (aligned(index.keyBytes + 8) + 4) / leafShare;
    case IndexMethod::Hash: return rows * 28;
    case IndexMethod::Gin: return rows * index.keyBytes * 0.25;
    case IndexMethod::Gist: return rows * (aligned(index.keyBytes + 8) + 4) / 0.7;
    case IndexMethod::Brin: return table.bytes / 1000 + pageBytes;
    }
    Q_UNREACHABLE();
}

double CostModel::sortNs(const IndexShape &index, double rows) const
{
    double each = 0;
    switch (index.first) {
    case KeyKind::Number: each = m_costs.sortNumber; break;
    case KeyKind::Short: each = m_costs.sortShort; break;
    case KeyKind::Text: each = m_costs.sortText; break;
    }
    each += m_costs.sortMore * (index.columns - 1);
    // Runs of rows that are in order already are merged, not sorted: a few of them save much.
    const double unordered = (1 - index.order) * (1 - index.order);
    if (m_costs.sortOrdered < each)
        return rows * (m_costs.sortOrdered * (1 - unordered) + each * unordered * sortGrowth(rows));
    return each * rows * sortGrowth(rows);
}

double CostModel::entryNs(const IndexShape &index, double rows) const
{
    switch (index.method) {
    case IndexMethod::Btree: return sortNs(index, rows);
    case IndexMethod::Hash: return m_costs.hashRow * rows * insertGrowth(rows);
    case IndexMethod::Gin: return m_costs.ginByte * index.keyBytes * rows;
    case IndexMethod::Gist: return m_costs.gistRow * rows * insertGrowth(rows);
    case IndexMethod::Brin: return m_costs.brinRow * rows;
    }
    Q_UNREACHABLE();
}

Cost CostModel::indexBuild(const TableShape &table, const IndexShape &index) const
{
    Cost cost = scan(table, index.share < 1 ? 1 : 0);
    const double rows = table.rows * index.share;
    cost.ms += inMs(entryNs(index, rows) + (index.isComputed ? rows * m_costs.convert : 0));
    const double bytes = indexBytes(table, index);
    cost.walBytes = bytes;
    const double sorted = rows * (aligned(index.keyBytes) + sortOverhead);
    const bool spills = index.method == IndexMethod::Btree && sorted > m_settings.maintenanceMemory;
    cost.diskBytes = bytes + (spills ? sorted : 0);
    return cost;
}

Cost CostModel::indexBuilds(const TableShape &table) const
{
    Cost total;
    for (const IndexShape &index : table.indexes)
        total = total + indexBuild(table, index);
    return total;
}

Cost CostModel::concurrentBuild(const TableShape &table, const IndexShape &index) const
{
    Cost cost = indexBuild(table, index) + scan(table, 0) + read(indexBytes(table, index));
    cost.ms += inMs(table.rows * index.share * m_costs.secondPass + 3 * m_costs.commit);
    return cost;
}

Cost CostModel::rewrite(const TableShape &table, const Rewriting &how) const
{
    Cost cost = scan(table, 0) + read(table.toastBytes);
    const double computed = how.computes == Computing::Uuid    ? m_costs.uuid
                            : how.computes == Computing::Value ? m_costs.convert
                                                               : 0;
    TableShape after = table;
    after.bytes += how.addedRowBytes * table.rows;
    const double written = after.bytes + after.toastBytes;
    const double writing = table.rows * m_costs.writeRow + written * m_costs.writeByte;
    cost.ms += inMs(table.rows * computed + writing * (how.toWal ? 1 : unloggedShare));
    cost.diskBytes = written;
    cost.walBytes = how.toWal ? written + table.rows * walRowBytes : 0;
    Cost indexes = indexBuilds(after);
    if (!how.toWal)
        indexes.walBytes = 0;
    if (how.isSorted) {
        // Whole rows go through files twice.
        cost.ms += inMs(table.rows * m_costs.sortNumber * sortGrowth(table.rows) + 3 * writing);
        cost.diskBytes += written;
    }
    return cost + indexes;
}

Cost CostModel::fileCopy(const TableShape &table) const
{
    const double bytes = table.bytes + table.toastBytes;
    Cost cost = read(bytes);
    cost.ms += inMs(bytes * m_costs.writeByte);
    cost.walBytes = bytes;
    cost.diskBytes = bytes;
    return cost;
}

Cost CostModel::foreignKey(const TableShape &referencing, const TableShape &referenced, bool isIndexed) const
{
    Cost cost = read(referencing.bytes) + read(referenced.bytes);
    // The more keys there are, the less of them the processor keeps at hand, and then the memory.
    double growth = std::clamp(std::log2(std::max(referenced.rows, 2.0)) / joinKeysLog, 0.7, 2.0);
    if (referenced.rows * (8 + sortOverhead) > m_settings.maintenanceMemory)
        growth *= 1.6;
    const double joined = referencing.rows * m_costs.joinRow * growth + referenced.rows * m_costs.joinKey;
    cost.ms += inMs(joined * (isIndexed ? mergedShare : 1));
    return cost;
}

Cost CostModel::backfill(const TableShape &table, const Batching &how) const
{
    Cost cost = scan(table, 1); // What is left is counted at the end.
    const double rowBytes = table.rowBytes() + how.addedRowBytes;
    const double entries = (1 - how.hotShare) * double(table.indexes.size());
    double scattered = 0;
    for (const IndexShape &index : table.indexes)
        scattered += (1 - how.hotShare) * scatteredShare(index.order);
    const double entryNs = scattered * m_costs.updateIndex * insertGrowth(table.rows);
    cost.ms += inMs(table.rows * (m_costs.updateRow + rowBytes * m_costs.updateByte + entryNs)
                    + how.batches * m_costs.commit);
    // Each page once as a whole after a checkpoint, and each version of a row.
    cost.walBytes = table.bytes + table.rows * (rowBytes + walRowBytes + entries * walUpdatedEntryBytes);
    double grown = 0;
    for (const IndexShape &index : table.indexes)
        grown += indexBytes(table, index) * (1 - how.hotShare);
    cost.diskBytes = table.rows * (how.addedRowBytes + (1 - how.hotShare) * rowBytes) + grown;
    return cost;
}

Cost CostModel::copy(const TableShape &from, const QVector<IndexShape> &indexes) const
{
    Cost cost = scan(from, 0) + read(from.toastBytes);
    const double written = from.bytes + from.toastBytes;
    cost.ms += inMs(
        from.rows * (m_costs.copyRow + double(indexes.size()) * m_costs.insertIndex * insertGrowth(from.rows))
        + written * m_costs.copyByte);
    cost.walBytes = written + from.rows * (walRowBytes / 2 + double(indexes.size()) * walEntryBytes);
    cost.diskBytes = written;
    for (const IndexShape &index : indexes)
        cost.diskBytes += indexBytes(from, index) * 1.3;
    return cost;
}

Cost CostModel::query(const TableShape &table) const
{
    Cost cost = read(table.bytes);
    cost.ms += inMs(table.rows * m_costs.queryRow);
    return cost;
}

} // namespace lockstep::analysis
