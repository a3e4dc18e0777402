#pragma once

#include <model/execution/runevents.h>

#include <QAbstractTableModel>

namespace lockstep::items {

/// The sessions that keep a run from a lock. The same session stays in its row while it blocks.
class BlockersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Session, Doing, Age, Query, ColumnCount };

    explicit BlockersModel(QObject *parent = nullptr);
    void setBlockers(const QVector<execution::Blocker> &blockers);
    [[nodiscard]] const QVector<execution::Blocker> &blockers() const { return m_blockers; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<execution::Blocker> m_blockers;
};

/// "pid 47102 (billing, report)"; a prepared transaction says that it is one.
[[nodiscard]] QString sessionText(const execution::Blocker &blocker);

} // namespace lockstep::items
