#include "checklistmodel.h"

#include "roles.h"
#include "words.h"

#include <algorithm>

namespace lockstep::items {

using analysis::CheckItem;

ChecklistModel::ChecklistModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void ChecklistModel::setChecklist(const analysis::ChecklistPtr &list)
{
    beginResetModel();
    m_list = list;
    m_rows.clear();
    if (list) {
        for (const CheckItem &item : list->items)
            m_rows.append(&item);
        std::stable_sort(m_rows.begin(), m_rows.end(),
                         [](const CheckItem *a, const CheckItem *b) { return a->verdict > b->verdict; });
    }
    endResetModel();
}

const CheckItem *ChecklistModel::itemAt(int row) const
{
    return m_rows.value(row, nullptr);
}

int ChecklistModel::rowOf(const QString &id) const
{
    const auto it =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&id](const CheckItem *item) { return item->id == id; });
    return it == m_rows.cend() ? -1 : int(it - m_rows.cbegin());
}

int ChecklistModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChecklistModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChecklistModel::data(const QModelIndex &index, int role) const
{
    const CheckItem *item = index.isValid() ? itemAt(index.row()) : nullptr;
    if (!item)
        return {};
    if (role == VerdictRole || role == SortRole)
        return int(item->verdict);
    if (role == StepIdRole)
        return item->id;
    if (role == Qt::ToolTipRole)
        return item->consequence;
    if (role == Qt::AccessibleTextRole && index.column() == Title)
        return tr("%1: %2. %3").arg(item->title, words(item->verdict), item->consequence);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Verdict: return words(item->verdict);
    case Title: return item->title;
    case Consequence: return item->consequence;
    case ColumnCount: break;
    }
    return {};
}

QVariant ChecklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Verdict: return tr("Verdict");
    case Title: return tr("Question");
    case Consequence: return tr("Answer");
    case ColumnCount: break;
    }
    return {};
}

CheckRowsModel::CheckRowsModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void CheckRowsModel::setItem(const CheckItem *item)
{
    beginResetModel();
    m_columns = item ? item->columns : QStringList();
    m_rows = item ? item->rows : QVector<QStringList>();
    endResetModel();
}

int CheckRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CheckRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant CheckRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return m_rows.value(index.row()).value(index.column());
}

QVariant CheckRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_columns.value(section);
}

} // namespace lockstep::items
