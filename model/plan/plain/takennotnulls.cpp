#include "takennotnulls.h"

#include <QSet>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

constexpr int kConstraintVersion = 180000;

QString qualified(const ObjectId &object, const QString &name)
{
    return object.schema + QLatin1Char('.') + name;
}

/// Names that a NOT NULL could have by itself, but which something else has.
void collectNames(const Catalog &catalog, QSet<QString> &names)
{
    for (const Fact &fact : catalog.facts()) {
        const bool isConstraint = fact.id.kind == Kind::Constraint || fact.id.kind == Kind::DomainConstraint;
        if (isConstraint && fact.id.sub.contains(QLatin1String("_not_null")))
            names.insert(qualified(fact.id, fact.id.sub));
        const auto *column = fact.as<ColumnAttributes>();
        if (!column || !column->notNull)
            continue;
        const QString &name =
            column->inheritedNotNullName.isEmpty() ? column->notNullName : column->inheritedNotNullName;
        if (!name.isEmpty() && name != defaultNotNullName(fact.id.name, fact.id.sub))
            names.insert(qualified(fact.id, name));
    }
}

bool isTaken(const Fact &fact, const QSet<QString> &names)
{
    const auto *column = fact.as<ColumnAttributes>();
    return column && column->notNull && column->notNullName.isEmpty()
           && column->inheritedNotNullName.isEmpty()
           && names.contains(qualified(fact.id, defaultNotNullName(fact.id.name, fact.id.sub)));
}

CatalogPtr withNames(const CatalogPtr &catalog, const QSet<QString> &names)
{
    std::vector<Fact> facts = catalog->facts();
    bool isChanged = false;
    for (Fact &fact : facts) {
        if (!isTaken(fact, names))
            continue;
        std::get<ColumnAttributes>(fact.attributes).notNullName =
            defaultNotNullName(fact.id.name, fact.id.sub);
        isChanged = true;
    }
    if (!isChanged)
        return catalog;
    std::vector<Dependency> edges;
    for (int i = 0; i < int(facts.size()); ++i) {
        for (int needed : catalog->needs(i))
            edges.push_back({ i, needed });
    }
    return std::make_shared<const Catalog>(catalog->serverVersion(), std::move(facts), std::move(edges),
                                           catalog->unmodelled());
}

} // namespace

void spellTakenNotNulls(CatalogPtr &current, CatalogPtr &target)
{
    if (current->serverVersion() < kConstraintVersion || target->serverVersion() < kConstraintVersion)
        return;
    QSet<QString> names;
    collectNames(*current, names);
    collectNames(*target, names);
    if (names.isEmpty())
        return;
    current = withNames(current, names);
    target = withNames(target, names);
}

} // namespace lockstep::plan::plain
