#include "runhistorymodel.h"

#include "format.h"
#include "roles.h"
#include "words.h"

#include <algorithm>

namespace lockstep::items {

namespace {

QVariant alignedTo(bool isNumber)
{
    return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

RunHistoryModel::RunHistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void RunHistoryModel::setRuns(const QVector<execution::RunSummary> &runs)
{
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

const execution::RunSummary *RunHistoryModel::runAt(int row) const
{
    return row >= 0 && row < m_runs.size() ? &m_runs.at(row) : nullptr;
}

int RunHistoryModel::rowOf(const QString &runId) const
{
    for (int row = 0; row < m_runs.size(); ++row) {
        if (m_runs.at(row).id == runId)
            return row;
    }
    return -1;
}

int RunHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunHistoryModel::data(const QModelIndex &index, int role) const
{
    const execution::RunSummary *run = index.isValid() ? runAt(index.row()) : nullptr;
    if (!run || index.column() >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignedTo(index.column() == Took || index.column() == Steps);
    if (role == RunStateRole)
        return int(run->state);
    if (role == Qt::ToolTipRole && index.column() == Owner)
        return run->owner;
    if (role == Qt::ToolTipRole)
        return run->reason.isEmpty() ? QVariant() : QVariant(run->reason);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Began: return momentText(run->began);
    case Result: return words(run->state);
    case Took: return durationText(double(qMax(run->began.msecsTo(run->ended), qint64(0))));
    case Steps: return tr("%1 of %2").arg(run->stepsDone).arg(run->steps);
    case Owner: return run->owner.section(QLatin1Char(','), 0, 0);
    case Run: return run->id.left(8);
    case ColumnCount: break;
    }
    return {};
}

QVariant RunHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignedTo(section == Took || section == Steps);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Began: return tr("Began");
    case Result: return tr("Result");
    case Took: return tr("Took");
    case Steps: return tr("Steps done");
    case Owner: return tr("By");
    case Run: return tr("Run");
    case ColumnCount: break;
    }
    return {};
}

QVector<execution::LogLine> watchedEvents(const execution::RecordedRun &run)
{
    using execution::EventLevel;
    QVector<execution::LogLine> events{
        { run.summary.began,
          EventLevel::Info,
          {},
          RunHistoryModel::tr("Run %1 began.").arg(run.summary.id.left(8)) }
    };
    events += run.events;
    for (int i = 0; i < run.steps.size(); ++i) {
        const execution::RecordedStep &step = run.steps.at(i);
        if (!step.ended.isValid())
            continue;
        const bool isFailed = step.status.state == execution::StepState::Failed;
        // The journal knows how long it took to do, not how long to take back.
        const bool isTimed = step.status.state != execution::StepState::Undone;
        const QString number = QString::number(i + 1);
        const QString state = words(step.status.state);
        const QString told = isTimed ? RunHistoryModel::tr("Step %1, %2: %3 in %4.")
                                           .arg(number, step.title, state, durationText(step.status.tookMs))
                                     : RunHistoryModel::tr("Step %1, %2: %3.").arg(number, step.title, state);
        events.append(
            { step.ended, isFailed ? EventLevel::Error : EventLevel::Done, step.status.step, told });
    }
    std::stable_sort(events.begin(), events.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return events;
}

RecordedStepsModel::RecordedStepsModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void RecordedStepsModel::setSteps(const QVector<execution::RecordedStep> &steps)
{
    QStringList ids;
    for (const execution::RecordedStep &step : steps)
        ids.append(step.status.step);
    beginResetModel();
    m_steps = steps;
    m_numbers = StepNumbers(ids);
    endResetModel();
}

int RecordedStepsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int RecordedStepsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordedStepsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_steps.size() || index.column() >= ColumnCount)
        return {};
    const execution::RecordedStep &step = m_steps.at(index.row());
    switch (role) {
    case StepIdRole: return step.status.step;
    case StepStateRole: return int(step.status.state);
    case Qt::ToolTipRole: return step.status.error.isEmpty() ? step.title : m_numbers.in(step.status.error);
    case Qt::TextAlignmentRole: return alignedTo(index.column() == Took || index.column() == Attempts);
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(index.column())) {
    case Title: return step.title;
    case State: return words(step.status.state);
    case Took: return step.status.tookMs > 0 ? durationText(step.status.tookMs) : QString();
    case Attempts: return step.status.attempts > 0 ? QString::number(step.status.attempts) : QString();
    case ColumnCount: break;
    }
    return {};
}

QVariant RecordedStepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignedTo(section == Took || section == Attempts);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Title: return tr("Step");
    case State: return tr("State");
    case Took: return tr("Took");
    case Attempts: return tr("Attempts");
    case ColumnCount: break;
    }
    return {};
}

} // namespace lockstep::items
