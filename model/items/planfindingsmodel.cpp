#include "planfindingsmodel.h"

#include "roles.h"
#include "words.h"

namespace lockstep::items {

PlanFindingsModel::PlanFindingsModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void PlanFindingsModel::setPlan(const plan::PlanPtr &plan)
{
    beginResetModel();
    m_plan = plan;
    m_rows.clear();
    for (int step = 0; plan && step < plan->steps.size(); ++step) {
        for (int finding = 0; finding < plan->steps.at(step).assessment.findings.size(); ++finding)
            m_rows.append({ step, finding });
    }
    endResetModel();
}

const plan::Step *PlanFindingsModel::stepAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_plan->steps.at(m_rows.at(row).step) : nullptr;
}

const plan::Finding *PlanFindingsModel::findingAt(int row) const
{
    const plan::Step *step = stepAt(row);
    return step ? &step->assessment.findings.at(m_rows.at(row).finding) : nullptr;
}

int PlanFindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PlanFindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanFindingsModel::data(const QModelIndex &index, int role) const
{
    const plan::Finding *finding = index.isValid() ? findingAt(index.row()) : nullptr;
    if (!finding || index.column() >= ColumnCount)
        return {};
    const plan::Step *step = stepAt(index.row());
    switch (role) {
    case StepIdRole: return step->id;
    case SeverityRole: return int(finding->severity);
    case RuleRole: return finding->rule;
    case StatementRole: return finding->statement;
    case Qt::ToolTipRole: return finding->message;
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(index.column())) {
    case Severity: return words(finding->severity);
    case Step:
        return tr("%1 %2", "step number and title")
            .arg(QString::number(m_rows.at(index.row()).step + 1), step->title);
    case Message: return finding->message;
    case Rule: return finding->rule;
    case ColumnCount: break;
    }
    return {};
}

QVariant PlanFindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Severity: return tr("Severity");
    case Step: return tr("Step");
    case Message: return tr("What to look at");
    case Rule: return tr("Rule");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
