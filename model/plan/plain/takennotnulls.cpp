#include "takennotnulls.h"

#include <QSet>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

constexpr int kConstraintVersion = 170000; // Of domains; those of tables follow in 18.

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
        if (const auto *domain = fact.as<DomainAttributes>(); domain && !domain->notNullName.isEmpty())
            names.insert(qualified(fact.id, domain->notNullName));
        const auto *column = fact.as<ColumnAttributes>();
        if (!column || !column->notNull)
            continue;
        const QString &name =
            column->inheritedNotNullName.isEmpty() ? column->notNullName : column->inheritedNotNullName;
        if (!name.isEmpty() && name != defaultNotNullName(fact.id.name, fact.id.sub))
            names.insert(qualified(fact.id, name));
    }
}

/// The name that is to be said of a column or domain, if it has to be.
QString *unsaidName(Fact &fact, int serverVersion)
{
    if (auto *domain = std::get_if<DomainAttributes>(&fact.attributes))
        return domain->notNull && domain->notNullName.isEmpty() ? &domain->notNullName : nullptr;
    auto *column = std::get_if<ColumnAttributes>(&fact.attributes);
    const bool isUnsaid = column && serverVersion >= 180000 && column->notNull
                          && column->notNullName.isEmpty() && column->inheritedNotNullName.isEmpty();
    return isUnsaid ? &column->notNullName : nullptr;
}

CatalogPtr withNames(const CatalogPtr &catalog, const QSet<QString> &names)
{
    std::vector<Fact> facts = catalog->facts();
    bool isChanged = false;
    for (Fact &fact : facts) {
        QString *said = unsaidName(fact, catalog->serverVersion());
        if (!said)
            continue;
        const QString name = fact.id.kind == Kind::Domain ? defaultNotNullName(fact.id.name)
                                                          : defaultNotNullName(fact.id.name, fact.id.sub);
        if (!names.contains(qualified(fact.id, name)))
            continue;
        *said = name;
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
