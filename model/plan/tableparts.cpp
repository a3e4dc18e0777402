#include "tableparts.h"

#include "plain/sides.h"
#include "strategies/drafts.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Fact;
using schema::Kind;
using schema::ObjectId;

bool hasRelationName(const Fact &fact)
{
    switch (fact.id.kind) {
    case Kind::Table:
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::Index:
    case Kind::Sequence:
    case Kind::CompositeType: return true;
    default: return false; // All other kinds, on purpose: they have names of their own.
    }
}

bool isNamedKey(const Fact &fact)
{
    const auto *constraint = fact.as<schema::ConstraintAttributes>();
    return constraint && fact.id.kind == Kind::Constraint && plain::hasOwnIndex(constraint->type);
}

QString identitySequenceOf(const Fact &fact)
{
    const auto *column = fact.as<schema::ColumnAttributes>();
    return column ? column->identitySequenceName : QString();
}

} // namespace

TableParts::TableParts(const ObjectId &table, const schema::CatalogPtr &catalog,
                       const schema::CatalogPtr &other)
    : m_table(table)
    , m_catalog(catalog)
    , m_tables(withPartitions(table, *catalog))
{
    for (int i = 0; i < int(catalog->facts().size()); ++i) {
        const Fact &fact = catalog->facts()[std::size_t(i)];
        if (isOwnSequence(fact, *other) || isOwnStatistics(i))
            m_apart.insert(fact.id);
    }
}

/// Of this side alone, and owned by the table or in the way of the other side's identity.
bool TableParts::isOwnSequence(const Fact &fact, const schema::Catalog &other) const
{
    const auto *sequence = fact.as<schema::SequenceAttributes>();
    if (!sequence || other.indexOf(fact.id) >= 0)
        return false;
    if (sequence->ownedBy && m_tables.contains(sequence->ownedBy->parent()))
        return true;
    const auto columns = other.columnsOf(m_table);
    return fact.id.schema == m_table.schema
           && std::any_of(columns.begin(), columns.end(),
                          [&](const Fact *column) { return identitySequenceOf(*column) == fact.id.name; });
}

bool TableParts::isOwnStatistics(int statistics) const
{
    if (m_catalog->facts()[std::size_t(statistics)].id.kind != Kind::StatisticsObject)
        return false;
    const auto needs = m_catalog->needs(statistics);
    return std::any_of(needs.begin(), needs.end(), [&](int need) {
        return m_tables.contains(relationOfFact(m_catalog->facts()[std::size_t(need)], *m_catalog));
    });
}

QVector<ObjectId> TableParts::leaves() const
{
    QVector<ObjectId> leaves;
    for (const ObjectId &part : m_tables) {
        if (m_catalog->attributes<schema::TableAttributes>(part)->partitionKey.isEmpty())
            leaves.append(part);
    }
    std::sort(leaves.begin(), leaves.end());
    return leaves;
}

bool TableParts::has(const Fact &fact) const
{
    return m_apart.contains(schema::isTargeting(fact.id.kind) ? schema::targetOf(fact.id) : fact.id)
           || m_tables.contains(relationOfFact(fact, *m_catalog));
}

bool TableParts::isWithName(const Fact &fact) const
{
    const Kind kind = schema::isTargeting(fact.id.kind) ? schema::targetOf(fact.id).kind : fact.id.kind;
    return (kind == Kind::Trigger || kind == Kind::Rule || kind == Kind::StatisticsObject) && has(fact);
}

QVector<diff::RenameDecision> TableParts::ownNames(const ObjectId &to, const QSet<QString> &taken,
                                                   const QString &suffix) const
{
    QVector<diff::RenameDecision> decisions{ { m_table, to } };
    QHash<ObjectId, QString> names{ { m_table, to.name } };
    for (const ObjectId &part : m_tables) {
        if (part == m_table || !taken.contains(part.name))
            continue;
        ObjectId renamed = part;
        renamed.name = ownName(part, suffix);
        names.insert(part, renamed.name);
        decisions.append({ part, renamed });
    }
    for (const Fact &fact : m_catalog->facts()) {
        const bool isKey = isNamedKey(fact);
        const bool isNamed = isKey || fact.id.kind == Kind::Index || fact.id.kind == Kind::Sequence;
        if (!isNamed || !has(fact) || !taken.contains(isKey ? fact.id.sub : fact.id.name))
            continue;
        ObjectId renamed = fact.id;
        (isKey ? renamed.sub : renamed.name) = ownName(fact.id, suffix);
        if (isKey)
            renamed.name = names.value(fact.id.parent(), fact.id.name);
        decisions.append({ fact.id, renamed });
    }
    return decisions;
}

QString TableParts::identityName(const Fact &column, const QSet<QString> &taken, const QString &suffix) const
{
    const QString name = identitySequenceOf(column);
    return taken.contains(name) ? ownName(column.id, suffix) : name;
}

ObjectId besideTable(const ObjectId &table)
{
    return schema::objectId(Kind::Table, table.schema, ownName(table, QStringLiteral("new")));
}

ObjectId asideTable(const ObjectId &table)
{
    return schema::objectId(Kind::Table, table.schema, ownName(table, QStringLiteral("old")));
}

QSet<QString> relationNames(const schema::Catalog &catalog, const QString &inSchema)
{
    QSet<QString> names;
    for (const Fact &fact : catalog.facts()) {
        if (fact.id.schema != inSchema)
            continue;
        if (hasRelationName(fact))
            names.insert(fact.id.name);
        else if (isNamedKey(fact))
            names.insert(fact.id.sub);
        else if (const QString identity = identitySequenceOf(fact); !identity.isEmpty())
            names.insert(identity);
    }
    return names;
}

QSet<ObjectId> withPartitions(const ObjectId &table, const schema::Catalog &catalog)
{
    QSet<ObjectId> tables{ table };
    for (const Fact &fact : catalog.factsOf(Kind::Table)) {
        if (fact.as<schema::TableAttributes>()->partitionOf == table)
            tables += withPartitions(fact.id, catalog);
    }
    return tables;
}

ObjectId relationOfFact(const Fact &fact, const schema::Catalog &catalog)
{
    const ObjectId id = schema::isTargeting(fact.id.kind) ? schema::targetOf(fact.id) : fact.id;
    if (const auto *index = catalog.attributes<schema::IndexAttributes>(id))
        return index->table;
    const int relation = id.sub.isEmpty() ? -1 : plain::relationOf(catalog, id);
    return relation < 0 ? id : catalog.facts()[std::size_t(relation)].id;
}

} // namespace lockstep::plan
