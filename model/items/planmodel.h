#pragma once

#include <model/plan/plan.h>

#include <QAbstractTableModel>
#include <QHash>

namespace lockstep::items {

/// The steps of a plan, one a row, in order. Table, timeline and inspector all sit on this model
/// and share one selection. Rows carry every role of roles.h that is about steps.
class PlanModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Number,
        Title,
        Table,
        Phase,
        StrongestLock,
        Blocks,
        Effect,
        Estimate,
        Range,
        Findings,
        ColumnCount
    };

    explicit PlanModel(QObject *parent = nullptr);

    /// Null is no plan. The same steps assessed anew (an edit, a proof) change rows in place, so
    /// that the selection stays; other steps reset the model.
    void setPlan(const plan::PlanPtr &plan);
    [[nodiscard]] const plan::PlanPtr &plan() const { return m_plan; }
    [[nodiscard]] const plan::Step *stepAt(int row) const; ///< Null outside.
    [[nodiscard]] int rowOf(const QString &stepId) const; ///< -1 where there is none.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void planChanged(); ///< After every setPlan() with another plan.

private:
    [[nodiscard]] QVariant displayData(const plan::Step &step, int row, Column column) const;

    plan::PlanPtr m_plan;
    QHash<QString, int> m_rows;
};

} // namespace lockstep::items
