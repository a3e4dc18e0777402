#include "differencesmodel.h"

namespace lockstep::widgets {

DifferencesModel::DifferencesModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void DifferencesModel::setDifferences(const QVector<diff::Difference> &differences)
{
    beginResetModel();
    m_differences = differences;
    endResetModel();
}

int DifferencesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_differences.size());
}

int DifferencesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const diff::Difference &difference = m_differences.at(index.row());
    QString text;
    switch (Column(index.column())) {
    case Property: text = difference.property; break;
    case Before: text = difference.before; break;
    case After: text = difference.after; break;
    case ColumnCount: break;
    }
    if (text.isEmpty())
        text = tr("(none)");
    return role == Qt::DisplayRole ? text.simplified() : text;
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Property: return tr("Property");
    case Before: return tr("Current");
    case After: return tr("Target");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::widgets
