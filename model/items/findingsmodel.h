#pragma once

#include <model/plan/plan.h>

#include <QAbstractTableModel>

#include <array>

namespace lockstep::items {

/// The findings of a whole plan, or of one of its steps, in the order of the plan.
class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Severity, Step, Message, Rule, ColumnCount };

    explicit FindingsModel(QObject *parent = nullptr);
    /// An empty id takes all steps.
    void setPlan(const plan::PlanPtr &plan, const QString &stepId = {});
    [[nodiscard]] const plan::Finding *findingAt(int row) const; ///< Null outside.
    [[nodiscard]] int count(plan::Severity severity) const { return m_counts.at(size_t(severity)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString stepId;
        int number = 0;
        plan::Finding finding;
    };
    QVector<Row> m_rows;
    std::array<int, 3> m_counts {};
};

} // namespace lockstep::items
