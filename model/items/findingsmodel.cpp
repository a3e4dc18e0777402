#include "findingsmodel.h"

#include "roles.h"
#include "words.h"

namespace lockstep::items {

FindingsModel::FindingsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void FindingsModel::setPlan(const plan::PlanPtr &plan, const QString &stepId)
{
    beginResetModel();
    m_rows.clear();
    m_counts = {};
    for (int i = 0; plan && i < plan->steps.size(); ++i) {
        const plan::Step &step = plan->steps.at(i);
        if (!stepId.isEmpty() && step.id != stepId)
            continue;
        for (const plan::Finding &finding : step.assessment.findings) {
            m_rows.append({ step.id, i + 1, finding });
            ++m_counts.at(size_t(finding.severity));
        }
    }
    endResetModel();
}

const plan::Finding *FindingsModel::findingAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row).finding : nullptr;
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size() || index.column() >= ColumnCount)
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    if (role == SeverityRole)
        return int(row.finding.severity);
    if (role == StepIdRole)
        return row.stepId;
    if (role == Qt::ToolTipRole)
        return row.finding.message;
    // Worst first when sorted downwards.
    if (role == SortRole && column == Severity)
        return int(row.finding.severity);
    if (role == SortRole && column == Step)
        return row.number;
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (column) {
    case Severity: return words(row.finding.severity);
    case Step: return row.number;
    case Message: return row.finding.message;
    case Rule: return row.finding.rule;
    case ColumnCount: break;
    }
    return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (Column(section)) {
    case Severity: return tr("Severity");
    case Step: return tr("Step");
    case Message: return tr("Finding");
    case Rule: return tr("Rule");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
