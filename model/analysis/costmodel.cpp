#include "costmodel.h"

#include <algorithm>
#include <cmath>

namespace lockstep::analysis {

namespace {

/// Rows that the cost of a sorted row was measured with; more of them cost more each.
constexpr double sortedRows = 1e6;
/// What a row takes while it is sorted, beside its key.
constexpr double sortOverhead = 48;
/// A B-tree page is left a tenth empty.
constexpr double leafShare = 0.9;
/// Of a row in WAL, beside its bytes.
constexpr double walRowBytes = 40;
constexpr double walEntryBytes = 64;
/// Of a new row version in WAL beside its bytes: two places, and the pruning of the page that it left.
constexpr double walVersionBytes = 85;
/// Of an index entry in WAL, beside the entry.
constexpr double walInsertBytes = 48;
/// A version that stays on its page needs another pointer to it there.
constexpr double pointerBytes = 4;
/// Of writing, where it does not go to the log.
constexpr double unloggedShare = 0.45;
/// Of a join: two indexes in the same order need no table of keys.
constexpr double mergedShare = 0.5;
/// Keys that the cost of a join is measured with, and for how many doublings it grows: then every look misses
/// all of the processor's caches.
constexpr double joinedKeys = 1e5;
constexpr double mostDoublings = 6;
/// Of a key that others are joined to, while it is in memory.
constexpr double hashedKeyBytes = 56;

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

double movedShare(double rowBytes, const Batching &how)
{
    const double added = how.addedRowBytes + pointerBytes;
    const double grows = added / std::max(rowBytes + added, 1.0);
    // The first stripe finds full pages; the next ones what those before left, which is short of what is
    // added.
    const double first = 1.0 / std::max(how.stripes, 1);
    return std::clamp(first + (1 - first) * grows - how.room, 0.0, 1.0);
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

/// Pages are read, and of each row the columns that are asked for.
Cost CostModel::walk(const TableShape &table) const
{
    Cost cost = read(table.bytes);
    cost.ms += inMs(table.rows * table.depth * m_costs.column);
    return cost;
}

Cost CostModel::scan(const TableShape &table, int conditions) const
{
    Cost cost = walk(table);
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
    if (index.first == KeyKind::Text && index.columns == 1 && index.distinct > 0 && rows > 2) {
        // Of the comparisons of a row those that find the same value on either side.
        const double same =
            std::clamp(std::log2(rows / std::min(index.distinct, rows)) / std::log2(rows), 0.0, 1.0);
        each += (m_costs.sortRepeated - each) * same;
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
    TableShape walked = table;
    walked.depth = index.depth;
    Cost cost = scan(walked, index.share < 1 ? 1 : 0);
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
    if (how.isSorted)
        cost = cost + sorting(after, how.order);
    return cost + indexes;
}

/// What is asked for in no order and is not in memory any more.
double CostModel::missedShare(double scatteredBytes) const
{
    return scatteredBytes > 0 ? std::max(0.0, 1 - m_settings.sharedBuffers / scatteredBytes) : 0;
}

/// CLUSTER follows the index where the server's planner thinks that cheaper than a sort: these are its
/// formulas with its default costs.
bool CostModel::isSortedByFetching(const TableShape &table, double order) const
{
    constexpr double randomPage = 4;
    constexpr double tuple = 0.01;
    constexpr double comparison = 0.005;
    const double pages = table.bytes / pageBytes;
    const double cached = m_settings.cache / pageBytes;
    const double rows = std::max(table.rows, 2.0);
    double scattered = std::min(2 * pages * rows / (2 * pages + rows), pages);
    if (pages > cached) {
        const double untilFull = 2 * pages * cached / (2 * pages - cached);
        if (rows > untilFull)
            scattered = cached + (rows - untilFull) * (pages - cached) / pages;
    }
    const double fetched = scattered * randomPage;
    const double byIndex = fetched + order * order * (pages - fetched) + rows * tuple * 1.5;
    const double sorted = table.bytes + rows * sortOverhead;
    const double files = sorted > m_settings.maintenanceMemory ? 2 * pages * (0.75 + 0.25 * randomPage) : 0;
    return byIndex < pages + rows * tuple + comparison * rows * std::log2(rows) + files;
}

/// Whole rows, put into the order of an index.
Cost CostModel::sorting(const TableShape &table, double order) const
{
    Cost cost;
    if (isSortedByFetching(table, order)) {
        const double scattered = (1 - order) * (1 - order);
        const double page = m_costs.page + (isOnDisk(table.bytes) ? m_costs.diskPage : 0);
        cost.ms = inMs(table.rows * scattered * (m_costs.fetchRow + missedShare(table.bytes) * page));
        return cost;
    }
    const double bytes = table.bytes + table.toastBytes;
    const double sorted = bytes + table.rows * sortOverhead;
    const bool spills = sorted > m_settings.maintenanceMemory;
    cost.ms = inMs(table.rows * m_costs.clusterRow * sortGrowth(table.rows)
                   + (spills ? bytes * m_costs.clusterByte : 0));
    cost.diskBytes = spills ? sorted : 0;
    return cost;
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
    Cost cost = walk(referencing) + walk(referenced);
    // Keys that do not fit into memory are taken in parts, and the rows of the others wait in files.
    double parts = 1;
    while (referenced.rows * hashedKeyBytes > parts * m_settings.maintenanceMemory)
        parts *= 2;
    const double doublings =
        std::clamp(std::log2(std::max(referenced.rows, 1.0) / parts / joinedKeys), 0.0, mostDoublings);
    const double spill = isIndexed ? 0 : (1 - 1 / parts) * m_costs.joinSpill;
    const double more = doublings * m_costs.joinDoubling + spill;
    const double joined =
        referencing.rows * (m_costs.joinRow + more) + referenced.rows * (m_costs.joinKey + more);
    cost.ms += inMs(joined * (isIndexed ? mergedShare : 1));
    return cost;
}

/// A new entry in each index for each row: what is looked for, and pages that do not stay in memory
/// meanwhile.
double CostModel::updatedEntriesNs(const TableShape &table, double entryShare) const
{
    double entries = 0;
    double scatteredEntries = 0;
    double scatteredBytes = 0;
    for (const IndexShape &index : table.indexes) {
        const double scattered = (1 - index.order) * (1 - index.order);
        const double each = index.first == KeyKind::Text ? m_costs.updateText : m_costs.updateIndex;
        entries += index.share
                   * (m_costs.updateOrdered * (1 - scattered) + each * scattered * sortGrowth(table.rows));
        scatteredEntries += index.share * scattered;
        scatteredBytes += indexBytes(table, index) * scattered;
    }
    // The indexes grow meanwhile: half of that counts.
    const double missed = missedShare(scatteredBytes * (1 + entryShare / 2));
    // One page is read, and one that was written makes room for it.
    const double page = 2 * m_costs.page + (isOnDisk(scatteredBytes) ? m_costs.diskPage : 0);
    return table.rows * (entries + scatteredEntries * missed * page);
}

double CostModel::walOfUpdates(const TableShape &table, double rowBytes, double entryShare) const
{
    double wal = table.rows * (rowBytes + walVersionBytes);
    for (const IndexShape &index : table.indexes)
        wal += table.rows * index.share * entryShare * (walInsertBytes + aligned(index.keyBytes + 8));
    if (!m_settings.hasPageImages)
        return wal;
    // The table is walked once. What is scattered meets all pages again after every checkpoint.
    const double checkpoints = 1 + wal / (m_settings.walLimit / 2);
    wal += table.bytes;
    for (const IndexShape &index : table.indexes) {
        const double scattered = (1 - index.order) * (1 - index.order);
        const double entries = table.rows * index.share * entryShare;
        const double once = std::min(indexBytes(table, index), entries * pageBytes);
        wal += once * (1 - scattered) + std::min(once * checkpoints, entries * pageBytes) * scattered;
    }
    return wal;
}

Cost CostModel::backfill(const TableShape &table, const Batching &how) const
{
    Cost cost = scan(table, 1); // What is left is counted at the end.
    const double moved = movedShare(table.rowBytes(), how);
    const double entryShare = how.movesEntries ? 1 : moved;
    const double rowBytes = table.rowBytes() + how.addedRowBytes;
    // Each stripe looks at all rows of its stretch.
    const double looking = how.stripes * (m_costs.row + m_costs.check);
    cost.ms += inMs(table.rows * (looking + m_costs.updateRow + rowBytes * m_costs.updateByte)
                    + entryShare * updatedEntriesNs(table, entryShare) + how.batches * m_costs.commit);
    cost.walBytes = walOfUpdates(table, rowBytes, entryShare);
    cost.diskBytes = table.rows * (how.addedRowBytes + moved * rowBytes);
    for (const IndexShape &index : table.indexes)
        cost.diskBytes += indexBytes(table, index) * entryShare;
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

Cost CostModel::sample(const TableShape &table, int columns) const
{
    const double pages = std::min(table.bytes / pageBytes, sampledRows);
    const double rows = std::min(table.rows, sampledRows);
    Cost cost = read(pages * pageBytes);
    // Each row of those pages is counted, and each column of those of the sample is sorted.
    const double seen = table.bytes > 0 ? table.rows * pages * pageBytes / table.bytes : 0;
    cost.ms += inMs(seen * m_costs.row + rows * columns * m_costs.sampledValue);
    return cost;
}

Cost CostModel::query(const TableShape &table) const
{
    Cost cost = walk(table);
    cost.ms += inMs(table.rows * m_costs.queryRow);
    return cost;
}

} // namespace lockstep::analysis
