#include "renamesmodel.h"

#include <widgets/common/format.h>

#include <algorithm>

namespace lockstep::widgets {

RenamesModel::RenamesModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

void RenamesModel::setCandidates(const diff::ChangeSetPtr &changes,
                                 const QVector<plan::RenameIntent> &decided)
{
    beginResetModel();
    m_rows.clear();
    for (const plan::RenameIntent &rename : decided)
        m_rows.append({ rename, -1, {}, true });
    if (changes) {
        for (const diff::RenameCandidate &candidate : changes->renameCandidates)
            m_rows.append({ { candidate.from.kind, schema::dottedName(candidate.from),
                              schema::dottedName(candidate.to) },
                            candidate.likeness,
                            candidate.reason,
                            false });
    }
    endResetModel();
}

int RenamesModel::openCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return !row.isDecided; }));
}

int RenamesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RenamesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == Qt::CheckStateRole)
        return row.isDecided ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole)
        return row.reason;
    if (role != Qt::DisplayRole)
        return {};
    const QString what = tr("%1 %2 \u2192 %3")
                             .arg(schema::kindName(row.rename.kind), row.rename.from,
                                  row.rename.to.section(QLatin1Char('.'), -1));
    return row.likeness < 0 ? what : tr("%1\n%2 alike: %3").arg(what, percentText(row.likeness), row.reason);
}

bool RenamesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    const bool isDecided = value.toInt() == Qt::Checked;
    if (m_rows.at(index.row()).isDecided == isDecided)
        return false;
    m_rows[index.row()].isDecided = isDecided;
    emit dataChanged(index, index, { Qt::CheckStateRole });
    QVector<plan::RenameIntent> renames;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.isDecided)
            renames.append(row.rename);
    }
    emit decided(renames);
    return true;
}

Qt::ItemFlags RenamesModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           : Qt::NoItemFlags;
}

} // namespace lockstep::widgets
