#pragma once

#include <model/plan/plan.h>

#include <QAbstractTableModel>

namespace lockstep::items {

/// What there is to look at in a plan, one finding a row, in the order of the steps.
class PlanFindingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Severity, Step, Message, Rule, ColumnCount };

    explicit PlanFindingsModel(QObject *parent = nullptr);

    /// Null: no plan.
    void setPlan(const plan::PlanPtr &plan);
    [[nodiscard]] const plan::Step *stepAt(int row) const; ///< Null outside.
    [[nodiscard]] const plan::Finding *findingAt(int row) const; ///< Null outside.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int step;
        int finding;
    };
    plan::PlanPtr m_plan;
    QVector<Row> m_rows;
};

} // namespace lockstep::items
