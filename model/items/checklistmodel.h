#pragma once

#include <model/analysis/checklist.h>

#include <QAbstractTableModel>

namespace lockstep::items {

/// The items of a checklist, what stops a run first. VerdictRole and StepIdRole (the item's id) on every
/// cell.
class ChecklistModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Verdict, Title, Consequence, ColumnCount };

    explicit ChecklistModel(QObject *parent = nullptr);
    void setChecklist(const analysis::ChecklistPtr &list); ///< Null: none.
    [[nodiscard]] const analysis::CheckItem *itemAt(int row) const; ///< Null outside.
    [[nodiscard]] int rowOf(const QString &id) const; ///< -1 where there is none.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    analysis::ChecklistPtr m_list;
    QVector<const analysis::CheckItem *> m_rows; ///< Into m_list.
};

/// What the query of one item gave, as the server names it.
class CheckRowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit CheckRowsModel(QObject *parent = nullptr);
    void setItem(const analysis::CheckItem *item); ///< Copied; null: nothing.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_columns;
    QVector<QStringList> m_rows;
};

} // namespace lockstep::items
