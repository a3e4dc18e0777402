#include "context.h"

#include <model/plan/dottedname.h>

namespace lockstep::plan {

Context::Context(const PlainPlan &plan, schema::StatisticsPtr statistics, const PlanOptions &options)
    : m_changes(plan.changes)
    , m_statistics(std::move(statistics))
    , m_intents(options.intents)
    , m_policy(options.policy)
    , m_serverVersion(options.serverVersion > 0 ? options.serverVersion
                                                : plan.changes->current->serverVersion())
{
    for (const diff::Change &change : m_changes->changes) {
        if (const auto *renamed = std::get_if<diff::Renamed>(&change))
            m_renamedFrom.insert(renamed->after.id, renamed->before.id);
    }
    for (const BackfillIntent &backfill : m_intents.backfills)
        m_expressions.insert(columnOf(backfill.column), backfill.expression);
    for (auto it = m_intents.tolerance.cbegin(); it != m_intents.tolerance.cend(); ++it)
        m_tolerance.insert(tableOf(it.key()), it.value());
    for (auto it = m_intents.rows.cbegin(); it != m_intents.rows.cend(); ++it)
        m_typedRows.insert(tableOf(it.key()), it.value());
    for (const Action &action : plan.actions) {
        if (const auto *notNull = std::get_if<SetNotNull>(&action.detail))
            m_setNotNull.insert(notNull->column);
        if (const auto *added = std::get_if<AddColumn>(&action.detail))
            m_addedColumns.insert(added->column);
        if (const auto *parked = std::get_if<Park>(&action.detail))
            m_parked.insert(parked->from);
    }
    findReplacements(plan);
}

schema::ObjectId Context::currentId(const schema::ObjectId &relation) const
{
    return m_renamedFrom.value(relation, relation);
}

const schema::RelationStatistics *Context::statistics(const schema::ObjectId &relation) const
{
    if (!m_statistics)
        return nullptr;
    return m_statistics->find(currentId(relation));
}

qint64 Context::rows(const schema::ObjectId &relation) const
{
    const auto typed = m_typedRows.constFind(relation);
    if (typed != m_typedRows.constEnd())
        return *typed;
    const schema::RelationStatistics *known = statistics(relation);
    return known ? known->rows : -1;
}

bool Context::isKnownEmpty(const schema::ObjectId &relation) const
{
    if (m_typedRows.contains(relation))
        return m_typedRows.value(relation) == 0;
    // A partitioned table has no pages of its own; its partitions may well have rows.
    if (isPartitioned(relation))
        return false;
    const schema::RelationStatistics *known = statistics(relation);
    // Before 14 a table that was never analysed says 0 rows as well, so pages and bytes count too.
    // An empty table with TOAST has one page, that of the TOAST index.
    return known && known->rows <= 0 && known->pages == 0 && known->heapBytes <= 8192;
}

Policy Context::policyFor(const schema::ObjectId &relation) const
{
    return m_tolerance.value(relation, m_policy);
}

bool Context::needsOnlineWay(const Action &action) const
{
    return whyPlain(action).isEmpty();
}

QString Context::whyPlain(const Action &action) const
{
    if (action.onNewRelation)
        return QStringLiteral("This plan creates the relation, so nobody can wait for it yet.");
    if (policyFor(action.relation) == Policy::Window)
        return QStringLiteral("The plan is for a maintenance window, so the shortest form is used.");
    if (isKnownEmpty(action.relation))
        return QStringLiteral("%1 has no rows, so an online way would not pay.")
            .arg(schema::dottedName(action.relation));
    return {};
}

bool Context::isPartitioned(const schema::ObjectId &relation) const
{
    const auto *before = current().attributes<schema::TableAttributes>(currentId(relation));
    if (before)
        return !before->partitionKey.isEmpty();
    const auto *after = target().attributes<schema::TableAttributes>(relation);
    return after && !after->partitionKey.isEmpty();
}

QString Context::backfillExpression(const schema::ObjectId &column) const
{
    return m_expressions.value(column);
}

QStringList Context::columnNames(const schema::ObjectId &relation) const
{
    QStringList names;
    for (const schema::Fact *column : target().columnsOf(relation))
        names += column->id.sub;
    return names;
}

bool Context::setsNotNull(const schema::ObjectId &column) const
{
    if (m_setNotNull.contains(column))
        return true;
    const auto *table = target().attributes<schema::TableAttributes>(
        schema::objectId(schema::Kind::Table, column.schema, column.name));
    if (!table || !table->partitionOf)
        return false;
    return setsNotNull(schema::subId(schema::Kind::Column, table->partitionOf->schema,
                                     table->partitionOf->name, column.sub));
}

bool Context::addsColumn(const schema::ObjectId &column) const
{
    return m_addedColumns.contains(column);
}

} // namespace lockstep::plan
