#pragma once

#include <model/execution/runevents.h>
#include <model/plan/plan.h>
#include <model/proof/rehearsalreport.h>

#include <QAbstractTableModel>

namespace lockstep::items {

/// The steps of a rehearsal, first as they go on, then with all that was measured. StepIdRole, StepStateRole,
/// StepKindRole and SeverityRole (Error: failed, Warning: flagged; -1: neither) on every cell.
class RehearsalModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Title, State, Took, Expected, Held, Wal, Back, Production, Remarks, ColumnCount };

    explicit RehearsalModel(QObject *parent = nullptr);
    void setPlan(const plan::PlanPtr &plan); ///< All steps pending; null: no rows.
    void apply(const QString &stepId, execution::StepState state, double ms); ///< Unknown steps are ignored.
    void setRehearsal(
        const proof::RehearsalPtr &rehearsal); ///< Null: what was measured is of no use any more.
    /// Null where nothing was measured yet.
    [[nodiscard]] const proof::RehearsedStep *stepAt(int row) const;
    [[nodiscard]] int rowOf(const QString &stepId) const; ///< -1 where there is none.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString id;
        QString title;
        plan::StepKind kind = plan::StepKind::Ddl;
        execution::StepState state = execution::StepState::Pending;
        double ms = -1;
    };
    [[nodiscard]] QString text(int row, Column column) const;
    [[nodiscard]] QString measured(const proof::RehearsedStep &step, Column column) const;
    [[nodiscard]] QVariant sortValue(int row, Column column) const;
    [[nodiscard]] int severity(int row) const;

    QVector<Row> m_rows;
    proof::RehearsalPtr m_rehearsal;
};

} // namespace lockstep::items
