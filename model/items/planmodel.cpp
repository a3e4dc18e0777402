#include "planmodel.h"

#include "format.h"
#include "roles.h"
#include "words.h"

namespace lockstep::items {

namespace {

bool hasSameSteps(const plan::PlanPtr &a, const plan::PlanPtr &b)
{
    return a && b && a->steps.size() == b->steps.size()
           && std::equal(a->steps.begin(), a->steps.end(), b->steps.begin(),
                         [](const plan::Step &left, const plan::Step &right) { return left.id == right.id; });
}

QVariant sortValue(const plan::Step &step, int row, PlanModel::Column column, const QVariant &display)
{
    switch (column) {
    case PlanModel::Number: return row;
    case PlanModel::Phase: return int(step.phase);
    case PlanModel::Blocks: return int(step.assessment.blocks);
    case PlanModel::Effect: return int(step.assessment.effect);
    case PlanModel::Estimate: return step.assessment.estimate.likelyMs;
    case PlanModel::Range: return step.assessment.estimate.highMs;
    case PlanModel::Findings: return worstSeverity(step.assessment);
    case PlanModel::Title:
    case PlanModel::Table:
    case PlanModel::StrongestLock:
    case PlanModel::ColumnCount: break;
    }
    return display;
}

QString planToolTip(const plan::Step &step)
{
    if (step.kind == plan::StepKind::Gate)
        return step.gateText.isEmpty() ? step.title : step.gateText;
    QStringList lines{ step.title };
    for (const plan::RelationLock &lock : step.assessment.locks)
        lines.append(QStringLiteral("%1: %2").arg(lock.relation, plan::name(lock.mode)));
    lines.append(blocksSentence(step.assessment.blocks));
    lines.append(QStringLiteral("%1 (%2)").arg(durationText(double(step.assessment.estimate.likelyMs)),
                                               rangeText(step.assessment.estimate)));
    if (!step.assessment.estimate.basis.isEmpty())
        lines.append(step.assessment.estimate.basis);
    return lines.join(QLatin1Char('\n'));
}

/// What roles.h says of a step, whatever the column.
QVariant stepRole(const plan::Step &step, int role)
{
    switch (role) {
    case StepIdRole: return step.id;
    case PhaseRole: return int(step.phase);
    case StepKindRole: return int(step.kind);
    case BlocksRole: return int(step.assessment.blocks);
    case EffectRole: return int(step.assessment.effect);
    case EstimateLowRole: return step.assessment.estimate.lowMs;
    case EstimateLikelyRole: return step.assessment.estimate.likelyMs;
    case EstimateHighRole: return step.assessment.estimate.highMs;
    case DependsOnRole: return step.dependsOn;
    case EditedRole: return step.edited;
    case SeverityRole: return worstSeverity(step.assessment);
    case DestructiveRole: return !step.loses.isEmpty();
    default: return {};
    }
}

} // namespace

PlanModel::PlanModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void PlanModel::setPlan(const plan::PlanPtr &plan)
{
    if (plan == m_plan)
        return;
    if (hasSameSteps(m_plan, plan)) {
        m_plan = plan;
        if (!plan->steps.isEmpty())
            emit dataChanged(index(0, 0), index(int(plan->steps.size()) - 1, ColumnCount - 1));
    } else {
        beginResetModel();
        m_plan = plan;
        m_rows.clear();
        for (int row = 0; plan && row < plan->steps.size(); ++row)
            m_rows.insert(plan->steps.at(row).id, row);
        endResetModel();
    }
    emit planChanged();
}

const plan::Step *PlanModel::stepAt(int row) const
{
    return m_plan && row >= 0 && row < m_plan->steps.size() ? &m_plan->steps.at(row) : nullptr;
}

int PlanModel::rowOf(const QString &stepId) const
{
    return m_rows.value(stepId, -1);
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_plan ? 0 : int(m_plan->steps.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    const plan::Step *step = index.isValid() ? stepAt(index.row()) : nullptr;
    if (!step || index.column() >= ColumnCount)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return displayData(*step, index.row(), column);
    case Qt::ToolTipRole: return planToolTip(*step);
    case Qt::AccessibleTextRole:
        return column == Title ? spokenText(*step, index.row() + 1) : displayData(*step, index.row(), column);
    case Qt::TextAlignmentRole:
        return column == Number || column == Estimate || column == Range
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case SortRole: return sortValue(*step, index.row(), column, displayData(*step, index.row(), column));
    default: return stepRole(*step, role);
    }
}

QVariant PlanModel::displayData(const plan::Step &step, int row, Column column) const
{
    const bool isGate = step.kind == plan::StepKind::Gate;
    switch (column) {
    case Number: return row + 1;
    case Title: return isGate ? tr("Gate: %1").arg(step.title) : step.title;
    case Table: return tablesText(step);
    case Phase: return words(step.phase);
    case StrongestLock: return strongestLockText(step);
    case Blocks: return isGate ? QString() : words(step.assessment.blocks);
    case Effect: return isGate ? QString() : words(step.assessment.effect);
    case Estimate: return isGate ? QString() : durationText(double(step.assessment.estimate.likelyMs));
    case Range: return isGate ? QString() : rangeText(step.assessment.estimate);
    case Findings: {
        const auto count = int(step.assessment.findings.size());
        return count == 0 ? QString() : tr("%n finding(s)", nullptr, count);
    }
    case ColumnCount: break;
    }
    return {};
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Number || section == Estimate || section == Range;
        return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (Column(section)) {
    case Number: return isTip ? tr("Place in the order of the plan") : tr("No.");
    case Title: return isTip ? tr("What the step does") : tr("Step");
    case Table: return isTip ? tr("Tables the step is about") : tr("Table");
    case Phase: return isTip ? tr("Expand, backfill, validate, switch or contract") : tr("Phase");
    case StrongestLock:
        return isTip ? tr("The strongest lock the step takes on any table") : tr("Strongest lock");
    case Blocks: return isTip ? tr("What other sessions cannot do meanwhile") : tr("Blocks");
    case Effect: return isTip ? tr("What the server does to the table") : tr("Effect");
    case Estimate: return isTip ? tr("How long the step will likely take") : tr("Estimate");
    case Range: return isTip ? tr("The shortest and longest time to expect") : tr("Range");
    case Findings: return isTip ? tr("What to look at before running the step") : tr("Findings");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
