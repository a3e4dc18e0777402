#pragma once

#include <model/execution/runevents.h>
#include <model/plan/plan.h>

#include <QAbstractTableModel>
#include <QHash>

namespace lockstep::items {

/// The steps of a run with their states: what it took where it is over, the estimate before.
class RunStepsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Title, State, Took, ColumnCount };

    explicit RunStepsModel(QObject *parent = nullptr);
    void setPlan(const plan::PlanPtr &plan); ///< All steps pending again.
    void apply(const execution::StepStatus &status); ///< Unknown steps are ignored.
    void apply(const QVector<execution::StepStatus> &statuses);
    void apply(const execution::BackfillProgress &progress);
    [[nodiscard]] int rowOf(const QString &stepId) const;
    [[nodiscard]] const plan::Step *stepAt(int row) const; ///< Null outside.
    [[nodiscard]] execution::StepStatus statusAt(int row) const;
    [[nodiscard]] int doneCount() const;
    /// Of the steps that were not begun yet, together; gates count nothing.
    [[nodiscard]] plan::Estimate pendingEstimate() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        execution::StepStatus status;
        double fraction = -1; ///< Of a running backfill; -1: none.
    };
    [[nodiscard]] QString stateText(int row) const;

    plan::PlanPtr m_plan;
    QVector<Row> m_rows;
    QHash<QString, int> m_rowById;
};

} // namespace lockstep::items
