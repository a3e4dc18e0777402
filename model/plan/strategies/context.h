#pragma once

#include <model/plan/action.h>
#include <model/schema/statistics.h>

#include <QSet>

namespace lockstep::plan {

/// What a strategy may ask about the two sides, the data and the user's decisions. Built once a
/// plan, which must outlive it; immutable afterwards.
class Context
{
public:
    Context(const PlainPlan &plan, schema::StatisticsPtr statistics, const PlanOptions &options);

    [[nodiscard]] const schema::Catalog &current() const { return *m_changes->current; }
    [[nodiscard]] const schema::Catalog &target() const { return *m_changes->target; }
    [[nodiscard]] int major() const { return m_serverVersion / 10000; }
    [[nodiscard]] const Intents &intents() const { return m_intents; }

    /// True if the relation has, or may have, rows that somebody waits for: it exists, is not
    /// known to be empty, and its tolerance is zero-downtime.
    [[nodiscard]] bool needsOnlineWay(const Action &action) const;
    /// Why needsOnlineWay() is false, as a sentence; empty where it is true.
    [[nodiscard]] QString whyPlain(const Action &action) const;
    [[nodiscard]] Policy policyFor(const schema::ObjectId &relation) const;
    [[nodiscard]] bool isKnownEmpty(const schema::ObjectId &relation) const;

    [[nodiscard]] bool isPartitioned(const schema::ObjectId &relation) const;
    /// The relation's id in the current catalog: another one if it is renamed by the plan.
    [[nodiscard]] schema::ObjectId currentId(const schema::ObjectId &relation) const;
    /// Null where nothing is known of it.
    [[nodiscard]] const schema::RelationStatistics *statistics(const schema::ObjectId &relation) const;
    [[nodiscard]] qint64 rows(const schema::ObjectId &relation) const; ///< -1 unknown.

    /// The expression the user gave for filling a column; empty without one.
    [[nodiscard]] QString backfillExpression(const schema::ObjectId &column) const;
    [[nodiscard]] QStringList columnNames(const schema::ObjectId &relation) const;
    /// True if another action of the plan sets this column, or that of its partitioned parent, NOT NULL.
    [[nodiscard]] bool setsNotNull(const schema::ObjectId &column) const;
    /// True if an action of the plan adds this column.
    [[nodiscard]] bool addsColumn(const schema::ObjectId &column) const;
    /// True if the relation goes with this plan, and its rows with it.
    [[nodiscard]] bool losesRowsOf(const schema::ObjectId &relation) const
    {
        return !target().find(relation) && !m_parked.contains(relation);
    }
    /// The action that makes what `drop` takes away again, differently, if nothing else of the plan
    /// has to happen in between: then the new one can be made before the old one goes. Else null.
    [[nodiscard]] const Action *replacementOf(const Action &drop) const;
    [[nodiscard]] bool isReplacement(const Action &action) const;

private:
    void findReplacements(const PlainPlan &plan);

    diff::ChangeSetPtr m_changes;
    schema::StatisticsPtr m_statistics;
    Intents m_intents;
    Policy m_policy;
    int m_serverVersion;
    QHash<schema::ObjectId, schema::ObjectId> m_renamedFrom;
    QHash<schema::ObjectId, QString> m_expressions;
    QHash<schema::ObjectId, Policy> m_tolerance;
    QHash<schema::ObjectId, qint64> m_typedRows;
    QSet<schema::ObjectId> m_setNotNull;
    QSet<schema::ObjectId> m_addedColumns;
    QSet<schema::ObjectId> m_parked;
    QHash<schema::ObjectId, const Action *> m_replacements; ///< Into the plain plan, which outlives this.
};

} // namespace lockstep::plan
