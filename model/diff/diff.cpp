#include "candidates.h"
#include "changeset.h"
#include "differences.h"
#include "renaming.h"
#include "statedroles.h"

#include <algorithm>
#include <tuple>

namespace lockstep::diff {

using namespace schema;

namespace {

bool isCompared(const Fact &fact, const DiffOptions &options)
{
    const Kind kind = fact.id.kind;
    if (kind == Kind::Comment)
        return options.compareComments;
    if (kind == Kind::Grant || kind == Kind::DefaultPrivilege)
        return options.compareGrants;
    return kind != Kind::Unmodelled;
}

/// A label is no fact: its change carries the enum's attributes.
Renamed renamedOf(const RenameDecision &rename, const Catalog &current, const Catalog &target)
{
    const auto factOf = [](const ObjectId &id, const Catalog &catalog) -> Fact {
        if (id.kind != Kind::EnumLabel)
            return *catalog.find(id);
        Fact label = *catalog.find(id.parent());
        label.id = id;
        return label;
    };
    return { factOf(rename.from, current), factOf(rename.to, target) };
}

QVector<Difference> comparedDifferences(const Fact &before, const Fact &after, const DiffOptions &options)
{
    QVector<Difference> found = differences(before, after);
    if (!options.compareOwners && ownersDiffer(before, after))
        found.removeLast();
    return found;
}

/// The merge walk over two sorted lists.
base::Result<void> walk(ChangeSet &set, const Catalog &current, const DiffOptions &options,
                        std::stop_token stop)
{
    const auto &before = current.facts();
    const Catalog &target = *set.target;
    const auto &after = target.facts();
    size_t i = 0;
    size_t j = 0;
    while (i < before.size() || j < after.size()) {
        if (stop.stop_requested())
            return base::canceled();
        if (i < before.size() && !isCompared(before[i], options)) {
            ++i;
        } else if (j < after.size() && !isCompared(after[j], options)) {
            ++j;
        } else if (j == after.size() || (i < before.size() && before[i].id < after[j].id)) {
            if (isGrantToOwner(before[i], current, target))
                ++set.implied;
            else
                set.changes.emplace_back(Dropped{ before[i] });
            ++i;
        } else if (i == before.size() || after[j].id < before[i].id) {
            if (isGrantToOwner(after[j], target, current))
                ++set.implied;
            else
                set.changes.emplace_back(Created{ after[j] });
            ++j;
        } else {
            if (auto found = comparedDifferences(before[i], after[j], options); found.isEmpty())
                ++set.identical;
            else
                set.changes.emplace_back(Altered{ before[i], after[j], std::move(found) });
            ++i;
            ++j;
        }
    }
    return {};
}

std::vector<Unmodelled> unmodelledOfEither(const Catalog &current, const Catalog &target)
{
    std::vector<Unmodelled> all = current.unmodelled();
    for (const Unmodelled &item : target.unmodelled()) {
        if (std::find(all.begin(), all.end(), item) == all.end())
            all.push_back(item);
    }
    std::sort(all.begin(), all.end(), [](const Unmodelled &a, const Unmodelled &b) {
        return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
    });
    return all;
}

} // namespace

const ObjectId &idOf(const Change &change)
{
    return std::visit(base::Overloaded{
                          [](const Created &c) -> const ObjectId & { return c.fact.id; },
                          [](const Dropped &c) -> const ObjectId & { return c.fact.id; },
                          [](const Altered &c) -> const ObjectId & { return c.after.id; },
                          [](const Renamed &c) -> const ObjectId & { return c.after.id; },
                      },
                      change);
}

base::Result<ChangeSetPtr> diff(const CatalogPtr &current, const CatalogPtr &target,
                                const DiffOptions &options, std::stop_token stop)
{
    if (auto checked = checkRenames(*current, *target, options.renames); !checked.has_value())
        return checked.error();
    auto set = std::make_shared<ChangeSet>();
    set->current = withStatedRoles(current, *target);
    set->target = withStatedRoles(target, *current);
    set->currentFingerprint = current->fingerprint();
    set->targetFingerprint = target->fingerprint();
    set->comparesOwners = options.compareOwners;
    const Renaming renaming(set->current, options.renames);
    for (const RenameDecision &rename : options.renames)
        set->changes.emplace_back(renamedOf(rename, *current, *target));
    if (auto walked = walk(*set, *renaming.catalog(), options, stop); !walked.has_value())
        return walked.error();
    std::stable_sort(set->changes.begin(), set->changes.end(),
                     [](const Change &a, const Change &b) { return idOf(a) < idOf(b); });
    set->renameCandidates = renameCandidates(set->changes, renaming, *set->target);
    set->unmodelled = unmodelledOfEither(*current, *target);
    return ChangeSetPtr(std::move(set));
}

} // namespace lockstep::diff
