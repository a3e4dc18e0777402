#include "rehearsalmodel.h"

#include "format.h"
#include "roles.h"
#include "words.h"

#include <algorithm>

namespace lockstep::items {

namespace {

using execution::StepState;
using proof::RehearsedStep;
using proof::StepFlag;
using proof::StepResult;

StepState stateOf(StepResult result)
{
    switch (result) {
    case StepResult::NotReached: return StepState::Pending;
    case StepResult::Done: return StepState::Done;
    case StepResult::Failed: return StepState::Failed;
    }
    return StepState::Pending;
}

QString flagWords(StepFlag flag)
{
    switch (flag) {
    case StepFlag::Slow: return RehearsalModel::tr("over 30 s");
    case StepFlag::LongHold: return RehearsalModel::tr("long lock");
    case StepFlag::LongHoldBack: return RehearsalModel::tr("long lock on the way back");
    case StepFlag::Rewrite: return RehearsalModel::tr("rewrites a table");
    case StepFlag::Rejects: return RehearsalModel::tr("rows not taken");
    case StepFlag::OffEstimate: return RehearsalModel::tr("not as estimated");
    }
    return {};
}

} // namespace

RehearsalModel::RehearsalModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void RehearsalModel::setPlan(const plan::PlanPtr &plan)
{
    beginResetModel();
    m_rehearsal = nullptr;
    m_rows.clear();
    if (plan) {
        for (const plan::Step &step : plan->steps)
            m_rows.append({ step.id, step.title, step.kind });
    }
    endResetModel();
}

void RehearsalModel::apply(const QString &stepId, StepState state, double ms)
{
    const int row = rowOf(stepId);
    if (row < 0)
        return;
    m_rows[row].state = state;
    m_rows[row].ms = state == StepState::Done || state == StepState::Failed ? ms : -1;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void RehearsalModel::setRehearsal(const proof::RehearsalPtr &rehearsal)
{
    beginResetModel();
    m_rehearsal = rehearsal;
    for (Row &row : m_rows) {
        const RehearsedStep *step = rehearsal ? rehearsal->find(row.id) : nullptr;
        row.state = step ? stateOf(step->result) : StepState::Pending;
        row.ms = step && step->result != StepResult::NotReached ? step->ms : -1;
    }
    endResetModel();
}

const RehearsedStep *RehearsalModel::stepAt(int row) const
{
    return m_rehearsal && row >= 0 && row < m_rows.size() ? m_rehearsal->find(m_rows[row].id) : nullptr;
}

int RehearsalModel::rowOf(const QString &stepId) const
{
    const auto it =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&stepId](const Row &row) { return row.id == stepId; });
    return it == m_rows.cend() ? -1 : int(it - m_rows.cbegin());
}

int RehearsalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RehearsalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RehearsalModel::measured(const RehearsedStep &step, Column column) const
{
    if (column == Expected)
        return rangeText(step.here);
    if (column == Production)
        return step.production ? rangeText(*step.production) : QString();
    if (step.result == StepResult::NotReached)
        return {};
    switch (column) {
    case Held: return step.holds.isEmpty() ? QString() : durationText(step.holds.first().ms);
    case Wal: return bytesText(double(step.walBytes));
    case Back: return step.backMs < 0 ? QString() : durationText(step.backMs);
    case Remarks: {
        QStringList words;
        for (const StepFlag flag : step.flags)
            words.append(flagWords(flag));
        return step.result == StepResult::Failed ? step.error.message.simplified()
                                                 : words.join(QStringLiteral(", "));
    }
    case Title:
    case State:
    case Took:
    case Expected:
    case Production:
    case ColumnCount: break;
    }
    return {};
}

QString RehearsalModel::text(int row, Column column) const
{
    const Row &line = m_rows.at(row);
    const bool isGate = line.kind == plan::StepKind::Gate;
    switch (column) {
    case Title: return tr("%1  %2").arg(row + 1).arg(line.title);
    case State: return isGate ? words(line.kind) : words(line.state);
    case Took: return line.ms < 0 || isGate ? QString() : durationText(line.ms);
    case Expected:
    case Held:
    case Wal:
    case Back:
    case Production:
    case Remarks: {
        const RehearsedStep *step = stepAt(row);
        return step && !isGate ? measured(*step, column) : QString();
    }
    case ColumnCount: break;
    }
    return {};
}

QVariant RehearsalModel::sortValue(int row, Column column) const
{
    const RehearsedStep *step = stepAt(row);
    switch (column) {
    case Took: return m_rows.at(row).ms;
    case Expected: return step ? step->here.likelyMs : -1;
    case Held: return step && !step->holds.isEmpty() ? step->holds.first().ms : -1;
    case Wal: return step ? step->walBytes : -1;
    case Back: return step ? step->backMs : -1;
    case Production: return step && step->production ? step->production->likelyMs : -1;
    case Title:
    case State:
    case Remarks:
    case ColumnCount: break;
    }
    return row;
}

int RehearsalModel::severity(int row) const
{
    if (m_rows.at(row).state == StepState::Failed)
        return int(plan::Severity::Error);
    const RehearsedStep *step = stepAt(row);
    return step && !step->flags.isEmpty() ? int(plan::Severity::Warning) : -1;
}

QVariant RehearsalModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const auto column = Column(index.column());
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), column);
    case Qt::TextAlignmentRole:
        return int(column >= Took && column <= Production ? Qt::AlignRight | Qt::AlignVCenter
                                                          : Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole: return sortValue(index.row(), column);
    case StepIdRole: return row.id;
    case StepStateRole: return int(row.state);
    case StepKindRole: return int(row.kind);
    case SeverityRole: return severity(index.row());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    if (column == Title && role == Qt::AccessibleTextRole)
        return tr("Step %1, %2: %3 %4")
            .arg(index.row() + 1)
            .arg(row.title, words(row.state), text(index.row(), Took));
    return text(index.row(), column);
}

QVariant RehearsalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section >= Took && section <= Production ? Qt::AlignRight | Qt::AlignVCenter
                                                            : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Held)
        return tr("The longest time in one piece of a lock that keeps others from reading or writing.");
    if (role == Qt::ToolTipRole && section == Production)
        return tr("An estimate for the sizes of production, by what was measured here.");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Title: return tr("Step");
    case State: return tr("State");
    case Took: return tr("Took");
    case Expected: return tr("Expected here");
    case Held: return tr("Lock held");
    case Wal: return tr("WAL");
    case Back: return tr("Way back");
    case Production: return tr("In production");
    case Remarks: return tr("Remarks");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
