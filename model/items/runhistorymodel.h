#pragma once

#include "stepnumbers.h"

#include <model/execution/runhistory.h>

#include <QAbstractTableModel>

namespace lockstep::items {

/// The runs that a journal remembers, newest first.
class RunHistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Began, Result, Took, Steps, Owner, Run, ColumnCount };

    explicit RunHistoryModel(QObject *parent = nullptr);
    void setRuns(const QVector<execution::RunSummary> &runs);
    [[nodiscard]] const execution::RunSummary *runAt(int row) const; ///< Null outside.
    [[nodiscard]] int rowOf(const QString &runId) const; ///< -1: none.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<execution::RunSummary> m_runs;
};

/// The steps of one run as its journal has them; needs no plan.
class RecordedStepsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Title, State, Took, Attempts, ColumnCount };

    explicit RecordedStepsModel(QObject *parent = nullptr);
    void setSteps(const QVector<execution::RecordedStep> &steps);
    [[nodiscard]] const StepNumbers &numbers() const { return m_numbers; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<execution::RecordedStep> m_steps;
    StepNumbers m_numbers; ///< Of these steps.
};

/// The run's events with the beginning and the end of the run and the end of each step between them, as
/// somebody who watched would have seen them. Oldest first.
[[nodiscard]] QVector<execution::LogLine> watchedEvents(const execution::RecordedRun &run);

} // namespace lockstep::items
