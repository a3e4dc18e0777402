#include "schemastate.h"

#include <model/sql/parser.h>

#include <QSet>

#include <algorithm>

namespace lockstep::analysis {

using schema::Kind;

/// The index of a key is not listed among the children of the one it came with.
Keys SchemaState::keyIndexesBelow(const Key &index) const
{
    Keys result;
    const RelationState *root = find(index);
    if (!root)
        return result;
    for (const Key &table : descendants(root->table)) {
        const RelationState *partition = find(table);
        for (const Key &other : partition ? partition->indexes : Keys()) {
            const RelationState *state = find(other);
            if (state && partition->isPartition && state->isConstraint && state->isUnique == root->isUnique
                && state->keyColumns == root->keyColumns)
                result.append(other);
        }
    }
    return result;
}

Keys SchemaState::descendants(const Key &key) const
{
    if (const RelationState *relation = find(key); relation && relation->isConstraint)
        return keyIndexesBelow(key);
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

bool SchemaState::hasExpression(const Key &index) const
{
    const RelationState *state = find(index);
    const RelationState *table = state ? details(state->table) : nullptr;
    if (!table)
        return false;
    const QStringList keys = state->keyColumns;
    return !state->predicate.isEmpty() || std::any_of(keys.begin(), keys.end(), [&](const QString &key) {
        return !table->columns.contains(keyFromText(key).second);
    });
}

Keys SchemaState::sequencesFilling(const Key &table, const QStringList &except) const
{
    Keys result;
    const RelationState *relation = find(table);
    for (qsizetype i = 0; relation && i < relation->sequences.size(); ++i) {
        const QString filled = relation->sequenceColumns.value(i);
        const ColumnState *known = column(table, filled);
        if (!except.contains(filled) && known && known->hasDefault)
            result.append(find(table)->sequences.at(i));
    }
    return result;
}

bool SchemaState::hasPart(Kind kind, const Key &table, const QString &name) const
{
    const schema::ObjectId id = schema::subId(kind, table.first, table.second, name);
    return m_newParts.contains(id) || m_catalog->indexOf(id) >= 0;
}

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

Keys SchemaState::referencing(const Key &table, const QString &column) const
{
    const RelationState *relation = find(table);
    if (!relation || column.isEmpty())
        return relation ? relation->referencing : Keys();
    const Keys all = relation->referencing;
    Keys result;
    for (const Key &other : all) {
        const RelationState *state = details(other);
        const auto pointsAtColumn = [&](const ConstraintState &c) {
            return c.type == schema::ConstraintType::ForeignKey && c.referenced == table
                   && c.referencedColumns.contains(column);
        };
        if (state && !result.contains(other)
            && std::any_of(state->constraints.cbegin(), state->constraints.cend(), pointsAtColumn))
            result.append(other);
    }
    return result;
}

Keys SchemaState::relationsWhere(const std::function<bool(const Key &, const RelationState &)> &isMeant) const
{
    Keys result;
    for (auto it = m_relations.cbegin(); it != m_relations.cend(); ++it) {
        if (isMeant(it.key(), *it))
            result.append(it.key());
    }
    std::sort(result.begin(), result.end());
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

Keys SchemaState::typedTables(const Key &type) const
{
    Keys result;
    for (const schema::Fact &fact : m_catalog->factsOf(Kind::Table)) {
        const auto *table = fact.as<schema::TableAttributes>();
        if (table && !table->ofType.isEmpty() && keyFromText(table->ofType) == type)
            result += Keys{ keyOf(fact.id) } + descendants(keyOf(fact.id));
    }
    return result;
}

Key SchemaState::keyFromText(const QString &text)
{
    QStringList parts{ QString() };
    bool isQuoted = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('"'))
            isQuoted = !isQuoted;
        else if (c == QLatin1Char('.') && !isQuoted)
            parts.append(QString());
        else
            parts.last().append(c);
    }
    return parts.size() > 1 ? Key(parts.at(parts.size() - 2), parts.last())
                            : Key(QStringLiteral("public"), parts.last());
}

const sql::Statement *SchemaState::prepared(const QString &name) const
{
    return m_prepared.value(name).get();
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

Key SchemaState::measuredAs(const Key &key) const
{
    const RelationState *relation = find(key);
    return relation && !relation->measuredAs.second.isEmpty() ? relation->measuredAs : key;
}

void SchemaState::addRoutine(const QString &schema, const QString &name, const QString &definition)
{
    const QString qualified = schema + QLatin1Char('.') + name;
    QStringList &definitions = m_routines[qualified];
    if (definitions.isEmpty())
        m_routineNames[name].append(qualified);
    definitions.append(definition);
}

std::shared_ptr<const sql::Statement> SchemaState::routine(const QString &function) const
{
    QStringList names = { function };
    if (!function.contains(QLatin1Char('.'))) {
        names = m_routineNames.value(function);
        for (const QString &schema : m_searchPath) {
            const QString first = schema + QLatin1Char('.') + function;
            if (m_routines.contains(first))
                names = QStringList(first);
        }
    }
    auto result = std::make_shared<sql::Statement>();
    result->detail = sql::Do{};
    bool isKnown = false;
    for (const QString &name : std::as_const(names)) {
        for (const QString &definition : m_routines.value(name)) {
            sql::Statement one = sql::parseRoutine(definition);
            std::move(one.nested.begin(), one.nested.end(), std::back_inserter(result->nested));
            result->isPartlyRead |= one.isPartlyRead;
            isKnown = true;
        }
    }
    return isKnown ? result : nullptr;
}

} // namespace lockstep::analysis
