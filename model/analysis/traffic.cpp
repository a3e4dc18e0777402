#include "traffic.h"

#include <model/sql/parser.h>

#include <QSet>

namespace lockstep::analysis {

namespace {

struct NamedUse
{
    sql::RelationName relation;
    plan::LockMode mode = plan::LockMode::AccessShare;
};
using NamedUses = QVector<NamedUse>;

void addAll(const QVector<sql::RelationName> &relations, plan::LockMode mode, NamedUses *uses)
{
    for (const sql::RelationName &relation : relations)
        uses->append({ relation, mode });
}

template <typename T>
void addWrite(const sql::Statement &statement, NamedUses *uses)
{
    if (const T *write = statement.as<T>()) {
        uses->append({ write->relation, plan::LockMode::RowExclusive });
        addAll(write->sources, plan::LockMode::AccessShare, uses);
    }
}

NamedUses namedUses(const sql::Statement &statement)
{
    NamedUses uses;
    addWrite<sql::Insert>(statement, &uses);
    addWrite<sql::Update>(statement, &uses);
    addWrite<sql::Delete>(statement, &uses);
    addWrite<sql::Merge>(statement, &uses);
    if (const auto *select = statement.as<sql::Select>())
        addAll(select->relations, select->forUpdate ? plan::LockMode::RowShare : plan::LockMode::AccessShare,
               &uses);
    if (const auto *copy = statement.as<sql::Copy>())
        uses.append(
            { copy->relation, copy->isFrom ? plan::LockMode::RowExclusive : plan::LockMode::AccessShare });
    return uses;
}

} // namespace

Traffic::Traffic(const schema::Activity &activity)
    : m_activity(activity)
{
    for (int i = 0; i < activity.statements.size(); ++i)
        addStatement(i);
}

Key Traffic::resolve(const sql::RelationName &name, const QStringList &path) const
{
    if (!name.schema.isEmpty())
        return { name.schema, name.name };
    for (const QString &schema : path) {
        const Key key(schema, name.name);
        if (m_activity.relations.contains(key))
            return key;
    }
    return {};
}

void Traffic::addStatement(int index)
{
    const schema::StatementTraffic &traffic = m_activity.statements.at(index);
    const base::Result<sql::Statement> statement = sql::parse(traffic.text);
    if (!statement.has_value())
        return;
    for (const NamedUse &use : namedUses(*statement)) {
        QSet<Key> seen;
        addUse(resolve(use.relation, traffic.searchPath), index, use.mode, &seen);
    }
}

/// What reads a view reads its tables, and what uses a table uses its partitions unless they are pruned.
void Traffic::addUse(const Key &relation, int index, plan::LockMode mode, QSet<Key> *seen)
{
    if (relation.second.isEmpty() || seen->contains(relation))
        return;
    seen->insert(relation);
    QVector<Use> &uses = m_uses[relation];
    if (!uses.isEmpty() && uses.last().statement == index)
        uses.last().mode = std::max(uses.last().mode, mode);
    else
        uses.append({ index, mode });
    for (const Key &source : m_activity.readByView.value(relation))
        addUse(source, index, mode, seen);
    for (const Key &child : m_activity.children.value(relation))
        addUse(child, index, mode, seen);
}

schema::RelationTraffic Traffic::of(const Key &table) const
{
    schema::RelationTraffic sum = m_activity.relations.value(table);
    for (const Key &child : m_activity.children.value(table)) {
        const schema::RelationTraffic part = of(child);
        sum.readsPerSecond += part.readsPerSecond;
        sum.rowsReadPerSecond += part.rowsReadPerSecond;
        sum.writesPerSecond += part.writesPerSecond;
    }
    return sum;
}

bool Traffic::isPartOf(const Key &part, const Key &whole) const
{
    for (const Key &child : m_activity.children.value(whole)) {
        if (child == part || isPartOf(part, child))
            return true;
    }
    return false;
}

} // namespace lockstep::analysis
