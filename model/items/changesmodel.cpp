#include "changesmodel.h"

#include "definitiontext.h"
#include "roles.h"

#include <algorithm>
#include <map>

namespace lockstep::items {

namespace {

/// Indexes of groups carry this; those of changes carry their group's number.
constexpr quintptr groupMark = ~quintptr(0);

const schema::Fact *factBefore(const diff::Change &change)
{
    return std::visit(base::Overloaded{
                          [](const diff::Created &) -> const schema::Fact * { return nullptr; },
                          [](const diff::Dropped &c) -> const schema::Fact * { return &c.fact; },
                          [](const diff::Altered &c) -> const schema::Fact * { return &c.before; },
                          [](const diff::Renamed &c) -> const schema::Fact * { return &c.before; },
                      },
                      change);
}

const schema::Fact *factAfter(const diff::Change &change)
{
    return std::visit(base::Overloaded{
                          [](const diff::Created &c) -> const schema::Fact * { return &c.fact; },
                          [](const diff::Dropped &) -> const schema::Fact * { return nullptr; },
                          [](const diff::Altered &c) -> const schema::Fact * { return &c.after; },
                          [](const diff::Renamed &c) -> const schema::Fact * { return &c.after; },
                      },
                      change);
}

const schema::ObjectId &changedId(const diff::Change &change)
{
    const schema::Fact *after = factAfter(change);
    return after ? after->id : factBefore(change)->id;
}

QString differsText(const diff::Change &change)
{
    if (const auto *renamed = std::get_if<diff::Renamed>(&change))
        return ChangesModel::tr("was %1").arg(schema::dottedName(renamed->before.id));
    const auto *altered = std::get_if<diff::Altered>(&change);
    if (!altered)
        return {};
    QStringList parts;
    for (const diff::Difference &difference : altered->differences) {
        const auto [before, after] = diff::excerpts(difference, 60);
        parts.append(ChangesModel::tr("%1: %2 %4 %3", "property: before arrow after")
                         .arg(difference.property, before.isEmpty() ? ChangesModel::tr("none") : before,
                              after.isEmpty() ? ChangesModel::tr("none") : after, QChar(0x2192)));
    }
    return parts.join(QStringLiteral("; "));
}

/// A part of a table is shown within the whole table, also on the side that lacks the part.
QString sideText(const schema::Fact *fact, const schema::Fact *other, const schema::Catalog *catalog)
{
    if (fact)
        return definitionText(*fact, catalog);
    if (!other || !catalog)
        return {};
    const schema::ObjectId parent = other->id.parent();
    if (parent.kind != schema::Kind::Table || parent == other->id || schema::isTargeting(other->id.kind))
        return {};
    const schema::Fact *whole = catalog->find(parent);
    return whole ? definitionText(*whole, catalog) : QString();
}

bool losesData(const diff::Change &change)
{
    const auto *dropped = std::get_if<diff::Dropped>(&change);
    if (!dropped)
        return false;
    const schema::Kind kind = dropped->fact.id.kind;
    return kind == schema::Kind::Table || kind == schema::Kind::Column || kind == schema::Kind::Sequence
           || kind == schema::Kind::MaterializedView;
}

} // namespace

ChangesModel::ChangesModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

void ChangesModel::setChanges(const diff::ChangeSetPtr &changes)
{
    if (changes == m_changes)
        return;
    beginResetModel();
    m_changes = changes;
    rebuild();
    endResetModel();
}

void ChangesModel::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    beginResetModel();
    m_grouping = grouping;
    rebuild();
    endResetModel();
}

void ChangesModel::rebuild()
{
    m_groups.clear();
    m_counts = {};
    if (!m_changes)
        return;
    std::map<int, Group> groups;
    for (int i = 0; i < int(m_changes->changes.size()); ++i) {
        const diff::Change &change = m_changes->changes.at(size_t(i));
        const ChangeStatus status = statusOf(change);
        ++m_counts.at(size_t(status));
        const schema::Kind kind = changedId(change).kind;
        const int key = m_grouping == Grouping::ByStatus ? int(status) : int(kind);
        Group &group = groups[key];
        group.key = key;
        group.title = m_grouping == Grouping::ByStatus ? words(status) : schema::kindName(kind);
        group.members.push_back(i);
    }
    for (auto &[key, group] : groups)
        m_groups.push_back(std::move(group));
}

const diff::Change *ChangesModel::changeAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupMark || index.internalId() >= m_groups.size())
        return nullptr;
    const Group &group = m_groups.at(index.internalId());
    if (index.row() >= int(group.members.size()))
        return nullptr;
    return &m_changes->changes.at(size_t(group.members.at(size_t(index.row()))));
}

QModelIndex ChangesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : groupMark);
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
    return int(m_groups.at(size_t(parent.row())).members.size());
}

int ChangesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.column() >= ColumnCount)
        return {};
    if (const diff::Change *change = changeAt(index))
        return changeData(*change, Column(index.column()), role);
    const Group &group = m_groups.at(size_t(index.row()));
    if (role == Qt::DisplayRole && index.column() == Object)
        return tr("%1 (%2)", "group and how many").arg(group.title, QString::number(group.members.size()));
    if (role == SortRole)
        return group.key;
    if (role == ChangeKindRole && m_grouping == Grouping::ByStatus)
        return group.key;
    return {};
}

QVariant ChangesModel::changeData(const diff::Change &change, Column column, int role) const
{
    const schema::Fact *before = factBefore(change);
    const schema::Fact *after = factAfter(change);
    const schema::ObjectId &id = changedId(change);
    switch (role) {
    case ChangeKindRole: return int(statusOf(change));
    case ObjectKindRole: return int(id.kind);
    case BeforeRole: return sideText(before, after, m_changes->current.get());
    case AfterRole: return sideText(after, before, m_changes->target.get());
    case DestructiveRole: return losesData(change);
    case Qt::ToolTipRole: return column == Differs ? differsText(change) : schema::displayName(id);
    case Qt::AccessibleTextRole:
        if (column == Object)
            return tr("%1, %2").arg(schema::displayName(id), words(statusOf(change)));
        break;
    case Qt::DisplayRole:
    case SortRole: break;
    default: return {};
    }
    switch (column) {
    case Object: {
        // Comments, grants and the like have no dotted name of their own worth reading.
        const QString name = schema::dottedName(id);
        return name.isEmpty() ? schema::displayName(id) : name;
    }
    case Kind: return schema::kindName(id.kind);
    case Change: return words(statusOf(change));
    case Differs: return differsText(change);
    case ColumnCount: break;
    }
    return {};
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (Column(section)) {
    case Object: return tr("Object");
    case Kind: return tr("Kind");
    case Change: return tr("Change");
    case Differs: return tr("What differs");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
