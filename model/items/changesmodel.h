#pragma once

#include "changerows.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QTimer>

#include <deque>
#include <memory>

namespace lockstep::items {

/// Everything a comparison found, two levels deep: groups (by status, kind or schema) and what is in
/// them, in the order of the comparison. Filters by itself, over names made ready once, so that a list
/// of many thousand rows follows the keyboard. Changes can be ticked where the comparison offers it:
/// the model says what was ticked, and shows what it is told of the outcome.
class ChangesModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Object, Kind, Change, Decision, Differs, ColumnCount };
    enum class Grouping { ByStatus, ByKind, BySchema };
    /// Lines of one group, until more are asked for: a view lays out each of them before it shows the first.
    static constexpr int linesAtOnce = 50000;

    explicit ChangesModel(QObject *parent = nullptr);
    /// Null is none. `statistics` of current, for what would be lost.
    void setChanges(const diff::ChangeSetPtr &changes, const schema::StatisticsPtr &statistics = nullptr);
    [[nodiscard]] const diff::ChangeSetPtr &changes() const { return m_changes; }
    void setGrouping(Grouping grouping);
    [[nodiscard]] Grouping grouping() const { return m_grouping; }
    /// Identical objects are listed the first time they are to be shown, a few at a time.
    void setFilter(const ChangeFilter &filter);
    [[nodiscard]] const ChangeFilter &filter() const { return m_filter; }
    /// Which changes stay out of the plan and why, and which are parked; numbers of the changes.
    void setDecisions(const std::vector<diff::Tied> &leftOut, const QSet<int> &parked);

    [[nodiscard]] int count(ChangeStatus status) const { return m_counts.at(size_t(status)); }
    [[nodiscard]] int shownCount() const { return int(m_shown.size()); }
    /// Of changes, whatever the filter.
    [[nodiscard]] int leftOutCount() const { return int(m_leftOut.size()); }
    /// Of what would be dropped, whatever the filter.
    [[nodiscard]] int keptDropsCount() const { return m_keptDrops; }
    [[nodiscard]] bool isLeftOut(int change) const
    {
        return size_t(change) < m_isOut.size() && m_isOut[size_t(change)];
    }
    [[nodiscard]] std::vector<schema::Kind> kinds() const; ///< Of all changes; sorted.
    /// All changes, also those left out; sorted by id.
    [[nodiscard]] const std::vector<diff::Change> &all() const;
    /// The change under an index; null for groups and for what does not differ.
    [[nodiscard]] const diff::Change *changeAt(const QModelIndex &index) const;
    [[nodiscard]] int numberAt(const QModelIndex &index) const; ///< -1 where there is no change.
    [[nodiscard]] const schema::Fact *identicalAt(const QModelIndex &index) const;
    /// The last line of a group, which stands for those that are not listed.
    [[nodiscard]] bool isMore(const QModelIndex &index) const;
    /// Lists as many again in its place.
    void listMore(const QModelIndex &more);
    /// The changes that can be ticked of all that the filter shows, listed or not.
    [[nodiscard]] std::vector<int> tickableShown() const;
    /// Where a change is listed; invalid where the filter hides it, or it is one of the many that are not
    /// listed.
    [[nodiscard]] QModelIndex indexOf(int number) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// One change, or all that are shown of a group.
    void ticked(const std::vector<int> &changes, bool isTicked);

private:
    struct Group
    {
        QString title;
        int key = 0;
        std::vector<int> members; ///< Indexes into m_rows, ascending.
        int tickable = 0; ///< Of them.
        int out = 0; ///< Of those, left out.
        int listed = 0; ///< So many of the members have a line.
        bool hasMore = false; ///< One line stands for the rest of them.
        [[nodiscard]] int unlisted() const { return int(members.size()) - listed; }
    };
    void listChanges();
    /// Ranks instead of numbers in the order in which names were met.
    void rankSchemas(const std::vector<QString> &met);
    void listSomeIdentical();
    void listOn();
    void regroup();
    void group(std::vector<int> shown);
    void countTicks();
    void takeLeftOut(const std::vector<diff::Tied> &leftOut);
    [[nodiscard]] int groupKey(const ChangeRow &row) const;
    [[nodiscard]] QString groupTitle(const ChangeRow &row) const;
    [[nodiscard]] const ChangeRow *rowAt(const QModelIndex &index) const;
    [[nodiscard]] bool isTickable(const ChangeRow &row) const;
    [[nodiscard]] std::vector<int> tickable(const Group &group) const;
    [[nodiscard]] QVariant groupData(const Group &group, Column column, int role) const;
    [[nodiscard]] QVariant moreData(const Group &group, Column column, int role) const;
    [[nodiscard]] QVariant rowData(const ChangeRow &row, Column column, int role) const;
    [[nodiscard]] QString text(const ChangeRow &row, Column column) const;
    [[nodiscard]] QString decisionText(const ChangeRow &row) const;
    [[nodiscard]] const schema::ObjectId *idOf(const ChangeRow &row) const;

    diff::ChangeSetPtr m_changes;
    schema::StatisticsPtr m_statistics;
    Grouping m_grouping = Grouping::ByStatus;
    ChangeFilter m_filter;
    std::vector<ChangeRow> m_rows;
    std::shared_ptr<const diff::Offer> m_keysOfChanges; ///< What the rows' keys are views of: these,
    std::deque<QString> m_otherKeys; ///< and those that nobody had made.
    QStringList m_schemas;
    std::vector<Group> m_groups;
    QHash<int, diff::Tied> m_leftOut;
    std::vector<bool> m_isOut; ///< The same by change.
    int m_keptDrops = 0;
    QSet<int> m_parked;
    std::array<int, changeStatusCount> m_counts{};
    std::vector<int> m_shown; ///< Indexes into m_rows: what the filter lets through.
    int m_nextFact = 0; ///< Of target: up to here identical ones are listed.
    size_t m_shownRows = 0; ///< So many of m_rows were there when they were last grouped.
    QSet<schema::ObjectId> m_changedIds; ///< While identical ones are looked for.
    size_t m_nextChange = 0; ///< Up to here they are in it.
    QTimer m_lister;
};

} // namespace lockstep::items
