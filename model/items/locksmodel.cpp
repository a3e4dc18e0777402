#include "locksmodel.h"

#include "roles.h"
#include "words.h"

#include <algorithm>

namespace lockstep::items {

LocksModel::LocksModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void LocksModel::setStep(const plan::PlanPtr &plan, const QString &stepId)
{
    beginResetModel();
    m_rows.clear();
    const plan::Step *step = plan ? plan->find(stepId) : nullptr;
    if (step) {
        for (const plan::RelationLock &lock : step->assessment.locks)
            m_rows.append({ lock, {} });
        for (const plan::MeasuredStep &measured : plan->proof.measured) {
            if (measured.step != stepId)
                continue;
            for (const plan::RelationLock &lock : measured.locks) {
                const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &each) {
                    return each.lock.relation == lock.relation;
                });
                if (row != m_rows.end())
                    row->measured = plan::name(lock.mode);
            }
        }
    }
    endResetModel();
}

int LocksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LocksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LocksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size() || index.column() >= ColumnCount)
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == BlocksRole)
        return int(plan::blockedBy(row.lock.mode));
    if (role == SortRole && index.column() != Relation)
        return int(row.lock.mode);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (Column(index.column())) {
    case Relation: return row.lock.relation;
    case Mode: return plan::name(row.lock.mode);
    case Blocks: return words(plan::blockedBy(row.lock.mode));
    case Measured: return row.measured;
    case ColumnCount: break;
    }
    return {};
}

QVariant LocksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (Column(section)) {
    case Relation: return tr("Relation");
    case Mode: return tr("Lock");
    case Blocks: return tr("Blocks");
    case Measured: return tr("In the proof");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
