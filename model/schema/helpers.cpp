#include "helpers.h"

#include <algorithm>

namespace lockstep::schema {

namespace {

constexpr QLatin1String helperPrefix("zzz_lockstep_");

} // namespace

QString helperName(const QString &rest)
{
    return helperPrefix + rest;
}

bool isHelperName(const QString &name)
{
    return name.startsWith(helperPrefix);
}

bool isHelper(const ObjectId &id)
{
    return isHelperName(id.name) || isHelperName(id.sub);
}

CatalogPtr withoutHelpers(const CatalogPtr &catalog)
{
    const std::vector<Fact> &facts = catalog->facts();
    if (std::none_of(facts.begin(), facts.end(), [](const Fact &fact) { return isHelper(fact.id); }))
        return catalog;
    std::vector<Fact> kept;
    std::vector<int> place(facts.size(), -1);
    for (size_t i = 0; i < facts.size(); ++i) {
        if (isHelper(facts[i].id))
            continue;
        place[i] = int(kept.size());
        kept.push_back(facts[i]);
    }
    std::vector<Dependency> edges;
    for (size_t i = 0; i < facts.size(); ++i) {
        for (const int needed : catalog->needs(int(i))) {
            if (place[i] >= 0 && place[size_t(needed)] >= 0)
                edges.push_back({ place[i], place[size_t(needed)] });
        }
    }
    return std::make_shared<const Catalog>(catalog->serverVersion(), std::move(kept), std::move(edges),
                                           catalog->unmodelled());
}

} // namespace lockstep::schema
