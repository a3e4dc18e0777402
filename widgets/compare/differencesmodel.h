#pragma once

#include <model/diff/changeset.h>

#include <QAbstractTableModel>

namespace lockstep::widgets {

/// The properties in which one changed object differs: before and after, a property a row.
class DifferencesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Property, Before, After, ColumnCount };

    explicit DifferencesModel(QObject *parent = nullptr);
    void setDifferences(const QVector<diff::Difference> &differences);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<diff::Difference> m_differences;
};

} // namespace lockstep::widgets
