#pragma once

#include <model/plan/plan.h>

#include <QAbstractTableModel>

namespace lockstep::items {

/// The locks of one step, one relation a row: what is expected and what the proof saw.
class LocksModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Relation, Mode, Blocks, Measured, ColumnCount };

    explicit LocksModel(QObject *parent = nullptr);
    /// The step with this id; none or an unknown id empties the model.
    void setStep(const plan::PlanPtr &plan, const QString &stepId);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        plan::RelationLock lock;
        QString measured;
    };
    QVector<Row> m_rows;
};

} // namespace lockstep::items
