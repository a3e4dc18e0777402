#pragma once

#include <model/plan/plan.h>

#include <QAbstractTableModel>
#include <QHash>

namespace lockstep::items {

/// The steps of a plan, one a row, in order; those that are switched off stand where they stood. Table,
/// timeline and inspector all sit on this model and share one selection. Rows carry every role of roles.h
/// that is about steps.
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
    [[nodiscard]] bool isOff(int row) const; ///< Switched off.
    [[nodiscard]] int numberOf(int row) const; ///< Among those that run, from 1; 0: switched off.
    /// The first step that runs at a row or after it; empty: none.
    [[nodiscard]] QString runningFrom(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void planChanged(); ///< After every setPlan() with another plan.

private:
    [[nodiscard]] QVariant displayData(int row, Column column) const;

    struct Row
    {
        const plan::Step *step; ///< Of m_plan.
        int number; ///< 0: off.
    };
    [[nodiscard]] static QVector<Row> rowsOf(const plan::PlanPtr &plan);
    [[nodiscard]] QString tablesOf(const plan::Step &step) const;

    plan::PlanPtr m_plan;
    QVector<Row> m_shown;
    QHash<QString, int> m_rows;
    QHash<QString, QString>
        m_copies; ///< What tables that the plan makes beside others are called for people.
};

} // namespace lockstep::items
