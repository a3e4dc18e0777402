#pragma once

#include "words.h"

#include <QAbstractItemModel>

#include <array>
#include <vector>

namespace lockstep::items {

/// The changes of a change set, two levels deep: groups (by status or by kind of object) and the
/// changes in them, in the set's order.
class ChangesModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Object, Kind, Change, Differs, ColumnCount };
    enum class Grouping { ByStatus, ByKind };

    explicit ChangesModel(QObject *parent = nullptr);
    void setChanges(const diff::ChangeSetPtr &changes); ///< Null is none.
    [[nodiscard]] const diff::ChangeSetPtr &changes() const { return m_changes; }
    void setGrouping(Grouping grouping);
    [[nodiscard]] Grouping grouping() const { return m_grouping; }
    [[nodiscard]] int count(ChangeStatus status) const { return m_counts.at(size_t(status)); }
    /// The change under an index; null for groups.
    [[nodiscard]] const diff::Change *changeAt(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group
    {
        QString title;
        int key = 0;
        std::vector<int> members; ///< Indexes into ChangeSet::changes.
    };
    void rebuild();
    [[nodiscard]] QVariant changeData(const diff::Change &change, Column column, int role) const;

    diff::ChangeSetPtr m_changes;
    Grouping m_grouping = Grouping::ByStatus;
    std::vector<Group> m_groups;
    std::array<int, 4> m_counts{};
};

} // namespace lockstep::items
