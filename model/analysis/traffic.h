#pragma once

#include "schemastate.h"

#include <model/plan/lockmode.h>
#include <model/schema/activity.h>

namespace lockstep::analysis {

/// Which of the statements of an Activity take which lock on which relation.
class Traffic
{
public:
    explicit Traffic(const schema::Activity &activity);

    struct Use
    {
        int statement = 0; ///< Index into Activity::statements.
        plan::LockMode mode = plan::LockMode::AccessShare;
    };
    [[nodiscard]] QVector<Use> usesOf(const Key &relation) const { return m_uses.value(relation); }
    /// The relation whose rows are read and written: an index's table, else itself.
    [[nodiscard]] Key tableOf(const Key &relation) const
    {
        return m_activity.tableOfIndex.value(relation, relation);
    }
    /// Of a table with all its partitions.
    [[nodiscard]] schema::RelationTraffic of(const Key &table) const;
    [[nodiscard]] bool isPartOf(const Key &part, const Key &whole) const;

private:
    void addStatement(int index);
    void addUse(const Key &relation, int index, plan::LockMode mode, QSet<Key> *seen);
    [[nodiscard]] Key resolve(const sql::RelationName &name, const QStringList &path) const;

    const schema::Activity &m_activity;
    QHash<Key, QVector<Use>> m_uses;
};

} // namespace lockstep::analysis
