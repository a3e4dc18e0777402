#include "runstepsmodel.h"

#include "format.h"
#include "roles.h"
#include "words.h"

#include <algorithm>

namespace lockstep::items {

namespace {

bool isOver(execution::StepState state)
{
    return state == execution::StepState::Done || state == execution::StepState::Failed
           || state == execution::StepState::Undone;
}

} // namespace

RunStepsModel::RunStepsModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void RunStepsModel::setPlan(const plan::PlanPtr &plan)
{
    beginResetModel();
    m_plan = plan;
    m_rows.clear();
    m_rowById.clear();
    for (int i = 0; plan && i < plan->steps.size(); ++i) {
        Row row;
        row.status.step = plan->steps.at(i).id;
        m_rowById.insert(row.status.step, i);
        m_rows.append(row);
    }
    endResetModel();
}

void RunStepsModel::apply(const execution::StepStatus &status)
{
    const int row = rowOf(status.step);
    if (row < 0)
        return;
    m_rows[row].status = status;
    if (isOver(status.state))
        m_rows[row].fraction = -1;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void RunStepsModel::apply(const QVector<execution::StepStatus> &statuses)
{
    for (const execution::StepStatus &status : statuses)
        apply(status);
}

void RunStepsModel::apply(const execution::BackfillProgress &progress)
{
    const int row = rowOf(progress.step);
    if (row < 0 || isOver(m_rows.at(row).status.state))
        return;
    m_rows[row].fraction = std::clamp(progress.fractionDone, 0.0, 1.0);
    emit dataChanged(index(row, State), index(row, State));
}

int RunStepsModel::rowOf(const QString &stepId) const
{
    return m_rowById.value(stepId, -1);
}

const plan::Step *RunStepsModel::stepAt(int row) const
{
    return m_plan && row >= 0 && row < m_plan->steps.size() ? &m_plan->steps.at(row) : nullptr;
}

execution::StepStatus RunStepsModel::statusAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).status : execution::StepStatus();
}

int RunStepsModel::doneCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const Row &row) { return row.status.state == execution::StepState::Done; }));
}

plan::Estimate RunStepsModel::pendingEstimate() const
{
    plan::Estimate sum;
    for (int row = 0; row < m_rows.size(); ++row) {
        const plan::Step &step = m_plan->steps.at(row);
        if (m_rows.at(row).status.state != execution::StepState::Pending || step.kind == plan::StepKind::Gate)
            continue;
        const plan::Estimate &estimate = step.assessment.estimate;
        sum.lowMs += estimate.lowMs;
        sum.likelyMs += estimate.likelyMs;
        sum.highMs += estimate.highMs;
    }
    return sum;
}

int RunStepsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RunStepsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunStepsModel::stateText(int row) const
{
    const Row &each = m_rows.at(row);
    const bool isGate = m_plan->steps.at(row).kind == plan::StepKind::Gate;
    if (isGate && each.status.state == execution::StepState::Pending)
        return tr("will wait for you");
    const QString state = words(each.status.state);
    if (each.fraction >= 0)
        return tr("%1, %2").arg(state, percentText(each.fraction));
    return state;
}

QVariant RunStepsModel::data(const QModelIndex &index, int role) const
{
    const plan::Step *step = index.isValid() ? stepAt(index.row()) : nullptr;
    if (!step || index.column() >= ColumnCount)
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isGate = step->kind == plan::StepKind::Gate;
    switch (role) {
    case StepIdRole: return step->id;
    case StepKindRole: return int(step->kind);
    case PhaseRole: return int(step->phase);
    case StepStateRole: return int(row.status.state);
    case EstimateLikelyRole: return step->assessment.estimate.likelyMs;
    case Qt::ToolTipRole: return row.status.error.isEmpty() ? step->title : row.status.error;
    case Qt::TextAlignmentRole:
        return index.column() == Took ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(index.column())) {
    case Title: return isGate ? tr("Gate: %1").arg(step->title) : step->title;
    case State: return stateText(index.row());
    case Took:
        if (isOver(row.status.state))
            return durationText(row.status.tookMs);
        return isGate ? QString() : durationText(double(step->assessment.estimate.likelyMs));
    case ColumnCount: break;
    }
    return {};
}

QVariant RunStepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Title: return tr("Step");
    case State: return tr("State");
    case Took: return tr("Took / estimate");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
