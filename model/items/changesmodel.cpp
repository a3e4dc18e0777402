#include "changesmodel.h"

#include <model/diff/selectiongraph.h>

#include <algorithm>
#include <map>
#include <set>

namespace lockstep::items {

namespace {

/// Indexes of groups carry this; those of changes carry their group's number.
constexpr quintptr groupMark = ~quintptr(0);

/// The same changes of the same objects, though perhaps to other values.
bool areAlike(const diff::Offer &a, const diff::Offer &b)
{
    return a.numbers == b.numbers && a.identical == b.identical
           && std::equal(a.changes.begin(), a.changes.end(), b.changes.begin(), b.changes.end(),
                         [](const diff::Change &x, const diff::Change &y) { return x.index() == y.index(); });
}

} // namespace

ChangesModel::ChangesModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    m_lister.setInterval(0);
    connect(&m_lister, &QTimer::timeout, this, &ChangesModel::listOn);
}

void ChangesModel::setChanges(const diff::ChangeSetPtr &changes, const schema::StatisticsPtr &statistics)
{
    if (changes == m_changes && statistics == m_statistics)
        return;
    const bool isSameList = m_changes && changes && m_changes->offer && changes->offer && m_nextFact == 0
                            && areAlike(*m_changes->offer, *changes->offer)
                            && m_changes->unmodelled == changes->unmodelled;
    if (isSameList) { // Other decisions about the same: nothing moves.
        m_changes = changes;
        m_statistics = statistics;
        setDecisions(changes->offer->leftOut, m_parked);
        return;
    }
    beginResetModel();
    m_lister.stop();
    m_changes = changes;
    m_statistics = statistics;
    m_parked.clear();
    takeLeftOut(changes && changes->offer ? changes->offer->leftOut : std::vector<diff::Tied>());
    listChanges();
    if (m_filter.shows(ChangeStatus::Identical))
        listSomeIdentical();
    regroup();
    endResetModel();
}

const std::vector<diff::Change> &ChangesModel::all() const
{
    static const std::vector<diff::Change> none;
    return !m_changes ? none : m_changes->offer ? m_changes->offer->changes : m_changes->changes;
}

void ChangesModel::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    beginResetModel();
    m_grouping = grouping;
    regroup();
    endResetModel();
}

void ChangesModel::setFilter(const ChangeFilter &filter)
{
    if (filter == m_filter)
        return;
    const bool isLess = isNarrower(filter, m_filter) && m_shownRows == m_rows.size();
    m_filter = filter;
    if (filter.shows(ChangeStatus::Identical) && m_nextFact == 0 && m_nextChange == 0)
        listSomeIdentical();
    std::vector<int> shown = filtered(m_rows, m_filter, isLess ? &m_shown : nullptr);
    // A view takes its time for a list, be it the same.
    if (m_shownRows == m_rows.size() && shown == m_shown)
        return;
    beginResetModel();
    group(std::move(shown));
    endResetModel();
}

int ChangesModel::groupKey(const ChangeRow &row) const
{
    switch (m_grouping) {
    case Grouping::ByStatus: return int(row.status);
    case Grouping::ByKind: return int(row.kind);
    case Grouping::BySchema: return row.schema;
    }
    return 0;
}

QString ChangesModel::groupTitle(const ChangeRow &row) const
{
    if (m_grouping == Grouping::ByStatus || row.status == ChangeStatus::NotCompared)
        return words(row.status);
    if (m_grouping == Grouping::ByKind)
        return words(row.kind);
    const QString name = m_schemas.value(row.schema);
    return name.isEmpty() ? tr("outside schemas") : name;
}

void ChangesModel::regroup()
{
    group(filtered(m_rows, m_filter));
}

void ChangesModel::group(std::vector<int> shown)
{
    m_groups.clear();
    m_shownRows = m_rows.size();
    m_shown = std::move(shown);
    std::map<int, Group> groups;
    Group *group = nullptr;
    for (const int i : m_shown) {
        const ChangeRow &row = m_rows[size_t(i)];
        const int key = groupKey(row);
        if (!group || group->key != key) {
            group = &groups[key];
            group->key = key;
        }
        if (group->members.empty())
            group->title = groupTitle(row);
        group->members.push_back(i);
    }
    for (auto &[key, each] : groups) {
        each.listed = std::min(int(each.members.size()), linesAtOnce);
        each.hasMore = each.unlisted() > 0;
        m_groups.push_back(std::move(each));
    }
    countTicks();
}

void ChangesModel::countTicks()
{
    for (Group &group : m_groups) {
        group.tickable = 0;
        group.out = 0;
        for (const int member : group.members) {
            const ChangeRow &row = m_rows[size_t(member)];
            if (!isTickable(row))
                continue;
            ++group.tickable;
            group.out += isLeftOut(row.number);
        }
    }
}

void ChangesModel::takeLeftOut(const std::vector<diff::Tied> &leftOut)
{
    m_leftOut.clear();
    m_isOut.assign(all().size(), false);
    m_keptDrops = 0;
    for (const diff::Tied &out : leftOut) {
        m_leftOut.insert(out.change, out);
        m_isOut.at(size_t(out.change)) = true;
        m_keptDrops += m_changes->offer && m_changes->offer->isDropDecision[size_t(out.change)];
    }
}

void ChangesModel::setDecisions(const std::vector<diff::Tied> &leftOut, const QSet<int> &parked)
{
    takeLeftOut(leftOut);
    m_parked = parked;
    countTicks();
    for (int group = 0; group < int(m_groups.size()); ++group) {
        const QModelIndex parent = index(group, 0);
        emit dataChanged(parent, parent, { Qt::CheckStateRole });
        emit dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, ColumnCount - 1, parent));
    }
}

std::vector<schema::Kind> ChangesModel::kinds() const
{
    std::set<schema::Kind> found;
    std::optional<schema::Kind> last;
    for (const ChangeRow &row : m_rows) {
        if (row.status != ChangeStatus::Identical && row.kind != last)
            found.insert(*(last = row.kind));
    }
    return { found.begin(), found.end() };
}

const ChangeRow *ChangesModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupMark || index.internalId() >= m_groups.size())
        return nullptr;
    const Group &group = m_groups.at(index.internalId());
    return index.row() < group.listed ? &m_rows[size_t(group.members[size_t(index.row())])] : nullptr;
}

int ChangesModel::numberAt(const QModelIndex &index) const
{
    const ChangeRow *row = rowAt(index);
    return row && row->status != ChangeStatus::Identical && row->status != ChangeStatus::NotCompared
               ? row->number
               : -1;
}

const diff::Change *ChangesModel::changeAt(const QModelIndex &index) const
{
    const int number = numberAt(index);
    return number < 0 ? nullptr : &all()[size_t(number)];
}

const schema::Fact *ChangesModel::identicalAt(const QModelIndex &index) const
{
    const ChangeRow *row = rowAt(index);
    return row && row->status == ChangeStatus::Identical ? &m_changes->target->facts()[size_t(row->number)]
                                                         : nullptr;
}

QModelIndex ChangesModel::indexOf(int number) const
{
    if (number < 0 || size_t(number) >= all().size())
        return {};
    // Changes are the first rows, by their numbers.
    const int key = groupKey(m_rows[size_t(number)]);
    for (int group = 0; group < int(m_groups.size()); ++group) {
        if (m_groups[size_t(group)].key != key)
            continue;
        const std::vector<int> &members = m_groups[size_t(group)].members;
        const auto found = std::lower_bound(members.begin(), members.end(), number);
        const bool isListed = found - members.begin() < m_groups[size_t(group)].listed;
        if (found != members.end() && *found == number && isListed)
            return createIndex(int(found - members.begin()), 0, quintptr(group));
    }
    return {};
}

QModelIndex ChangesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : groupMark);
}

bool ChangesModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QModelIndex ChangesModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupMark)
        return {};
    return createIndex(int(index.internalId()), 0, groupMark);
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.column() != 0 || parent.internalId() != groupMark)
        return 0;
    const Group &group = m_groups.at(size_t(parent.row()));
    return group.listed + (group.hasMore ? 1 : 0);
}

int ChangesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool ChangesModel::isTickable(const ChangeRow &row) const
{
    return m_changes && m_changes->offer
           && (row.status == ChangeStatus::Created || row.status == ChangeStatus::Altered
               || row.status == ChangeStatus::Dropped);
}

bool ChangesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Object)
        return false;
    const bool isTicked = value.toInt() == Qt::Checked;
    if (const ChangeRow *row = rowAt(index)) {
        if (!isTickable(*row))
            return false;
        emit ticked({ row->number }, isTicked);
        return true;
    }
    if (isMore(index))
        return false;
    const std::vector<int> numbers = tickable(m_groups.at(size_t(index.row())));
    if (numbers.empty())
        return false;
    emit ticked(numbers, isTicked);
    return true;
}

Qt::ItemFlags ChangesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // A view asks this of every line before it shows the first.
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    const ChangeRow *row = rowAt(index);
    const bool isLine = index.internalId() != groupMark;
    if (isLine)
        flags |= Qt::ItemNeverHasChildren;
    if (isLine && !row)
        return flags;
    if (index.column() == Object && (row ? isTickable(*row) : m_groups.at(size_t(index.row())).tickable > 0))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace lockstep::items
