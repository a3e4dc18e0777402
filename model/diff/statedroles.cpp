#include "statedroles.h"

#include <algorithm>

namespace lockstep::diff {

using namespace schema;

namespace {

bool isUnstated(const Fact &fact)
{
    return fact.id.kind == Kind::DefaultPrivilege && fact.id.name.isEmpty();
}

/// The role in `other` that fits best: one that grants the same to the same grantee, else one with
/// default privileges in the same place, else the only one there is.
QString fittingRole(const ObjectId &unstated, const std::vector<const Fact *> &others)
{
    QString samePlace;
    bool isOnly = true;
    for (const Fact *fact : others) {
        const ObjectId &id = fact->id;
        isOnly = isOnly && id.name == others.front()->id.name;
        if (id.schema != unstated.schema || id.sub != unstated.sub)
            continue;
        if (id.grantee == unstated.grantee)
            return id.name;
        if (samePlace.isEmpty())
            samePlace = id.name;
    }
    if (!samePlace.isEmpty() || others.empty() || !isOnly)
        return samePlace;
    return others.front()->id.name;
}

} // namespace

CatalogPtr withStatedRoles(const CatalogPtr &catalog, const Catalog &other)
{
    if (std::none_of(catalog->facts().begin(), catalog->facts().end(), isUnstated))
        return catalog;
    std::vector<const Fact *> others;
    for (const Fact &fact : other.facts()) {
        if (fact.id.kind == Kind::DefaultPrivilege && !isUnstated(fact))
            others.push_back(&fact);
    }
    std::vector<Fact> facts = catalog->facts();
    std::vector<Dependency> edges;
    for (int i = 0; i < int(facts.size()); ++i) {
        for (int needed : catalog->needs(i))
            edges.push_back({ i, needed });
        if (!isUnstated(facts[size_t(i)]))
            continue;
        ObjectId id = facts[size_t(i)].id;
        id.name = fittingRole(id, others);
        if (catalog->indexOf(id) < 0) // Else the script says both, and means two roles.
            facts[size_t(i)].id = id;
    }
    return std::make_shared<const Catalog>(catalog->serverVersion(), std::move(facts), std::move(edges),
                                           catalog->unmodelled());
}

const Fact *grantedObject(const ObjectId &grant, const Catalog &catalog)
{
    ObjectId target = targetOf(grant);
    if (target.kind != Kind::Column)
        return catalog.find(target);
    target.sub.clear();
    for (Kind kind : { Kind::Table, Kind::View, Kind::MaterializedView }) {
        target.kind = kind;
        if (const Fact *relation = catalog.find(target))
            return relation;
    }
    return nullptr;
}

bool isGrantToOwner(const Fact &grant, const Catalog &own, const Catalog &other)
{
    if (grant.id.kind != Kind::Grant || grant.id.grantee.isEmpty())
        return false;
    const Fact *here = grantedObject(grant.id, own);
    const Fact *there = grantedObject(grant.id, other);
    return here && there && here->owner.isEmpty() && there->owner == grant.id.grantee;
}

} // namespace lockstep::diff
