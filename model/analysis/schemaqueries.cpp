#include "schemastate.h"

#include <QSet>

#include <algorithm>

namespace lockstep::analysis {

using schema::Kind;

Keys SchemaState::descendants(const Key &key) const
{
    Keys result;
    Keys open{ key };
    while (!open.isEmpty()) {
        const RelationState *relation = find(open.takeFirst());
        if (!relation)
            continue;
        for (const Key &child : relation->children) {
            if (result.contains(child))
                continue;
            result.append(child);
            open.append(child);
        }
    }
    return result;
}

namespace {

bool hasWord(const QString &text, const QString &word)
{
    const auto isPart = [&text](qsizetype i) {
        return i >= 0 && i < text.size() && (text[i].isLetterOrNumber() || text[i] == QLatin1Char('_'));
    };
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (!isPart(at - 1) && !isPart(at + word.size()))
            return true;
    }
    return false;
}

bool isUsedBy(const RelationState &index, const QString &column)
{
    return index.usedColumns.contains(column) || hasWord(index.predicate, column)
           || std::any_of(index.keyColumns.begin(), index.keyColumns.end(),
                          [&column](const QString &key) { return hasWord(key, column); });
}

} // namespace

Keys SchemaState::indexesUsing(const Key &table, const QString &column) const
{
    Keys result;
    const RelationState *relation = find(table);
    if (!relation)
        return result;
    for (const Key &index : relation->indexes) {
        const RelationState *state = find(index);
        if (state && isUsedBy(*state, column))
            result.append(index);
    }
    return result;
}

Key SchemaState::defaultPartition(const Key &parent) const
{
    const RelationState *relation = find(parent);
    if (!relation)
        return {};
    for (const Key &child : relation->children) {
        const RelationState *state = find(child);
        if (state && state->isDefaultPartition)
            return child;
    }
    return {};
}

bool SchemaState::checksBound(const Key &partition, const Key &parent) const
{
    return checksKey(partition, parent, true);
}

bool SchemaState::excludesBound(const Key &partition, const Key &parent) const
{
    return checksKey(partition, parent, false);
}

bool SchemaState::checksKey(const Key &partition, const Key &parent, bool mustBeNotNull) const
{
    const auto *table = m_catalog->attributes<schema::TableAttributes>(
        schema::objectId(Kind::Table, parent.first, parent.second));
    const RelationState *child = details(partition);
    const bool isPlain = table && table->partitionKey.count(QLatin1Char('(')) == 1;
    if (!child || !isPlain)
        return false;
    const QString key = table->partitionKey.section(QLatin1Char('('), 1).section(QLatin1Char(')'), 0, 0);
    const QStringList columns = key.split(QLatin1Char(','));
    return std::all_of(columns.begin(), columns.end(), [&](const QString &text) {
        const QString name = text.trimmed().section(QLatin1Char(' '), 0, 0).remove(QLatin1Char('"'));
        const ColumnState *known = column(partition, name);
        const auto &all = child->constraints;
        const bool isCompared = std::any_of(all.cbegin(), all.cend(), [&](const ConstraintState &k) {
            return k.type == schema::ConstraintType::Check && k.validated && k.compares
                   && k.columns.contains(name);
        });
        return isCompared && (!mustBeNotNull || (known && known->notNull) || provesNotNull(partition, name));
    });
}

bool SchemaState::provesNotNull(const Key &table, const QString &column) const
{
    const RelationState *relation = details(table);
    if (!relation)
        return false;
    return std::any_of(
        relation->constraints.cbegin(), relation->constraints.cend(), [&](const ConstraintState &c) {
            return c.type == schema::ConstraintType::Check && c.validated && c.provesNotNull.contains(column);
        });
}

bool SchemaState::hasIndexOn(const Key &table, const QStringList &columns) const
{
    const RelationState *relation = find(table);
    if (!relation)
        return false;
    const QSet<QString> wanted(columns.begin(), columns.end());
    return std::any_of(relation->indexes.cbegin(), relation->indexes.cend(), [&](const Key &index) {
        const RelationState *state = find(index);
        if (!state || state->keyColumns.size() < wanted.size())
            return false;
        const QStringList leading = state->keyColumns.first(wanted.size());
        return QSet<QString>(leading.begin(), leading.end()) == wanted;
    });
}

Keys SchemaState::tablesUsingType(const QString &schemaName, const QString &name) const
{
    const Key type = resolve(schemaName, name);
    const QString written = display(schemaName.isEmpty() ? Key(type.first, name) : Key(schemaName, name));
    Keys result;
    for (const schema::Fact &fact : m_catalog->factsOf(schema::Kind::Column)) {
        const auto *column = fact.as<schema::ColumnAttributes>();
        if (!column || (column->type != written && column->type != written + QLatin1String("[]")))
            continue;
        const Key table = keyOf(fact.id);
        const RelationState *relation = find(table);
        if (relation && relation->kind == RelationKind::Table && !result.contains(table))
            result.append(table);
    }
    return result;
}

Keys SchemaState::dependents(const schema::ObjectId &object) const
{
    Keys result;
    const int start = m_catalog->indexOf(object);
    if (start < 0)
        return result;
    QSet<int> seen{ start };
    QVector<int> open{ start };
    while (!open.isEmpty()) {
        for (const int dependent : m_catalog->neededBy(open.takeLast())) {
            if (seen.contains(dependent))
                continue;
            seen.insert(dependent);
            open.append(dependent);
            const schema::ObjectId &id = m_catalog->facts()[size_t(dependent)].id;
            const bool isLabel = isTargeting(id.kind);
            const Key relation = keyOf(id);
            if (!isLabel && relation != keyOf(object) && m_relations.contains(relation)
                && !result.contains(relation))
                result.append(relation);
        }
    }
    return result;
}

schema::ObjectId SchemaState::domainId(const QString &type) const
{
    const qsizetype dot = type.lastIndexOf(QLatin1Char('.'));
    const QString name = type.mid(dot + 1).remove(QLatin1Char('"'));
    const QString schemaName = dot < 0 ? QStringLiteral("public") : type.left(dot).remove(QLatin1Char('"'));
    return schema::objectId(Kind::Domain, schemaName, name);
}

const schema::DomainAttributes *SchemaState::domain(const QString &type) const
{
    return m_catalog->attributes<schema::DomainAttributes>(domainId(type));
}

bool SchemaState::isConstrainedDomain(const QString &type) const
{
    const schema::ObjectId id = domainId(type);
    const auto *attributes = m_catalog->attributes<schema::DomainAttributes>(id);
    if (!attributes)
        return false;
    if (attributes->notNull)
        return true;
    const std::vector<int> parts = m_catalog->partsOf(id);
    return std::any_of(parts.begin(), parts.end(), [&](int part) {
        return m_catalog->facts()[size_t(part)].id.kind == Kind::DomainConstraint;
    });
}

std::optional<schema::Volatility> SchemaState::volatility(const QString &function) const
{
    const auto it = m_functions.constFind(function);
    return it == m_functions.constEnd() ? std::nullopt : std::optional(*it);
}

} // namespace lockstep::analysis
