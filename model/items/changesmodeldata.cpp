#include "changesmodel.h"

#include "definitiontext.h"
#include "format.h"
#include "roles.h"

#include <algorithm>

namespace lockstep::items {

namespace {

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
    return dropped && !lossText(dropped->fact, nullptr).isEmpty();
}

} // namespace

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.column() >= ColumnCount)
        return {};
    if (isMore(index))
        return moreData(m_groups.at(index.internalId()), Column(index.column()), role);
    const ChangeRow *row = rowAt(index);
    return row ? rowData(*row, Column(index.column()), role)
               : groupData(m_groups.at(size_t(index.row())), Column(index.column()), role);
}

QVariant ChangesModel::groupData(const Group &group, Column column, int role) const
{
    if (role == Qt::DisplayRole && column == Object)
        return tr("%1 (%2)", "group and how many").arg(group.title, QString::number(group.members.size()));
    if (role == SortRole || (role == ChangeKindRole && m_grouping == Grouping::ByStatus))
        return group.key;
    if (role != Qt::CheckStateRole || column != Object)
        return {};
    if (group.tickable == 0)
        return {};
    return group.out == 0 ? Qt::Checked : group.out == group.tickable ? Qt::Unchecked : Qt::PartiallyChecked;
}

QVariant ChangesModel::moreData(const Group &group, Column column, int role) const
{
    if (column != Object)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1 more: narrow the filter, or press Enter").arg(numberText(group.unlisted()));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1 more are not listed yet. Narrow the filter, or press Enter on this line to list the "
                  "next "
                  "ones.")
            .arg(numberText(group.unlisted()));
    case ChangeKindRole: return int(ChangeStatus::Identical);
    default: return {};
    }
}

const schema::ObjectId *ChangesModel::idOf(const ChangeRow &row) const
{
    if (row.status == ChangeStatus::NotCompared)
        return nullptr;
    return row.status == ChangeStatus::Identical ? &m_changes->target->facts()[size_t(row.number)].id
                                                 : &diff::idOf(all()[size_t(row.number)]);
}

QString ChangesModel::decisionText(const ChangeRow &row) const
{
    if (!isTickable(row))
        return {};
    const auto out = m_leftOut.constFind(row.number);
    const bool isDrop = row.status == ChangeStatus::Dropped;
    if (out != m_leftOut.constEnd()) {
        const QString why = tieText(*out, *m_changes->offer);
        const QString what = isDrop ? tr("kept") : tr("left out");
        return why.isEmpty() ? what : tr("%1: %2", "left out: why").arg(what, why);
    }
    if (!isDrop)
        return {};
    return m_parked.contains(row.number) ? tr("parked") : tr("dropped");
}

QString ChangesModel::text(const ChangeRow &row, Column column) const
{
    const schema::ObjectId *id = idOf(row);
    const bool isChange = id && row.status != ChangeStatus::Identical;
    switch (column) {
    case Object: return id ? objectText(*id) : m_changes->unmodelled[size_t(row.number)].name;
    case Kind: return id ? words(id->kind) : m_changes->unmodelled[size_t(row.number)].kind;
    case Change: return words(row.status);
    case Decision: return decisionText(row);
    case Differs:
        return isChange ? differsText(all()[size_t(row.number)], *m_changes, m_statistics.get())
               : id     ? QString()
                        : notComparedText(m_changes->unmodelled[size_t(row.number)]);
    case ColumnCount: break;
    }
    return {};
}

QVariant ChangesModel::rowData(const ChangeRow &row, Column column, int role) const
{
    const schema::ObjectId *id = idOf(row);
    const bool isChange = id && row.status != ChangeStatus::Identical;
    const diff::Change *change = isChange ? &all()[size_t(row.number)] : nullptr;
    switch (role) {
    case Qt::DisplayRole:
    case SortRole: return text(row, column);
    case Qt::CheckStateRole:
        if (column != Object || !isTickable(row))
            return {};
        return m_leftOut.contains(row.number) ? Qt::Unchecked : Qt::Checked;
    case ChangeKindRole: return int(row.status);
    case ObjectKindRole: return int(row.kind);
    case LeftOutRole: return isChange && m_leftOut.contains(row.number);
    case DestructiveRole: return change && losesData(*change);
    case BeforeRole:
        return change ? sideText(factBefore(*change), factAfter(*change), m_changes->current.get())
                      : QString();
    case AfterRole:
        return change ? sideText(factAfter(*change), factBefore(*change), m_changes->target.get())
                      : QString();
    case Qt::ToolTipRole:
        return column == Differs || column == Decision ? text(row, column)
               : id                                    ? schema::displayName(*id)
                                                       : text(row, Object);
    case Qt::AccessibleTextRole: {
        if (column != Object)
            return {};
        const QStringList parts{ id ? schema::displayName(*id) : text(row, Object), words(row.status),
                                 decisionText(row) };
        return parts.last().isEmpty() ? tr("%1, %2").arg(parts[0], parts[1])
                                      : tr("%1, %2, %3").arg(parts[0], parts[1], parts[2]);
    }
    default: return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (Column(section)) {
    case Object: return tr("Object");
    case Kind: return tr("Kind");
    case Change: return tr("Change");
    case Decision: return tr("Decision");
    case Differs: return tr("What differs");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
