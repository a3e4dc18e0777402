#pragma once

#include "fates.h"

namespace lockstep::plan::plain {

/// Facts that have no statement of their own: a column of a new table is made by CREATE TABLE, an
/// index of a dropped table goes with it.
class Membership
{
public:
    /// Comes with ATTACH PARTITION of its table.
    static constexpr int withAttach = -2;
    /// Goes with DETACH PARTITION of its table.
    static constexpr int withDetach = -4;
    /// Nothing to do by itself: a statement about its column does it.
    static constexpr int withColumn = -3;

    /// `apart`: facts that get statements of their own though they need not (breaking a circle).
    Membership(const Sides &sides, const Fates &fates, const QSet<schema::ObjectId> &apart);

    /// The target fact whose creation makes `index`; `index` itself for one made by itself.
    [[nodiscard]] int createdWith(int index) const;
    /// The current fact whose drop takes `index` along.
    [[nodiscard]] int droppedWith(int index) const;
    /// True if a partition is attached to its parent by this plan, which it was not part of before.
    [[nodiscard]] bool isAttached(int targetTable) const;
    /// True if a partition gets another place in the parent that it has.
    [[nodiscard]] bool changesBound(int targetTable) const;
    /// True if this plan detaches the partition: it stays as a table or goes to another parent; or before
    /// it is dropped its place is taken by another partition, its parent's columns change their types or a
    /// foreign key refers to its parent.
    [[nodiscard]] bool isDetached(int currentTable) const;

private:
    [[nodiscard]] int columnCreatedWith(int index) const;
    [[nodiscard]] int defaultCreatedWith(int index) const;
    [[nodiscard]] int inheritedCreatedWith(int index) const;
    [[nodiscard]] int partDroppedWith(int index) const;
    [[nodiscard]] int memberDroppedWithTable(int index) const;
    [[nodiscard]] int defaultDroppedWith(int index) const;
    [[nodiscard]] int goesWith(int parent, int index) const;

    const Sides &m_sides;
    const Fates &m_fates;
    const QSet<schema::ObjectId> &m_apart;
    [[nodiscard]] bool isReshaped(int currentColumn) const;
    QSet<schema::ObjectId> m_reshaped; ///< Tables with columns that stay but not as they are.
    [[nodiscard]] bool isPlaceTaken(const schema::TableAttributes &leaving) const;
    [[nodiscard]] bool isReferenced(const schema::ObjectId &partitioned) const;
    QSet<schema::ObjectId> m_referenced; ///< Tables of current that foreign keys refer to.
    QHash<schema::ObjectId, QStringList> m_comingBounds; ///< Of partitions that are attached, by parent.
};

} // namespace lockstep::plan::plain
