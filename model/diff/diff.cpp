#include "candidates.h"
#include "changeset.h"
#include "differences.h"
#include "extensionmoves.h"
#include "ignoring.h"
#include "renaming.h"
#include "selectiongraph.h"
#include "statedroles.h"

#include <model/schema/graveyard.h>

#include <QSet>

#include <algorithm>
#include <tuple>

namespace lockstep::diff {

using namespace schema;

namespace {

bool isCompared(const Fact &fact)
{
    return fact.id.kind != Kind::Unmodelled;
}

/// What the role that read a catalog could only name. The other side may know more of it, but to say what
/// differs takes both.
class Unreadable
{
public:
    explicit Unreadable(const Catalog &catalog)
    {
        for (const Unmodelled &item : catalog.unmodelled()) {
            for (const Kind kind : { Kind::UserMapping, Kind::Subscription }) {
                if (item.kind.startsWith(kindName(kind) + QLatin1Char(' ')))
                    m_names.insert(key(kind, item.name));
            }
        }
    }
    [[nodiscard]] bool contains(const ObjectId &id) const
    {
        const ObjectId object = isTargeting(id.kind) ? targetOf(id) : id;
        return !m_names.isEmpty() && m_names.contains(key(object.kind, dottedName(object)));
    }

private:
    [[nodiscard]] static QString key(Kind kind, const QString &name)
    {
        return kindName(kind) + QLatin1Char(' ') + name;
    }
    QSet<QString> m_names;
};

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

/// A privilege on a column that target does not have: the way back makes both again.
bool goesWithColumn(const ObjectId &grant, const Catalog &target)
{
    const ObjectId column = targetOf(grant);
    return column.kind == Kind::Column && !target.find(column)
           && target.find(objectId(Kind::Table, column.schema, column.name));
}

/// The merge walk over two sorted lists.
base::Result<void> walk(ChangeSet &set, const Catalog &current, std::stop_token stop)
{
    const auto &before = current.facts();
    const Catalog &target = *set.target;
    const auto &after = target.facts();
    const Unreadable hiddenBefore(current);
    const Unreadable hiddenAfter(target);
    size_t i = 0;
    size_t j = 0;
    while (i < before.size() || j < after.size()) {
        if (stop.stop_requested())
            return base::canceled();
        if (i < before.size() && !isCompared(before[i])) {
            ++i;
        } else if (j < after.size() && !isCompared(after[j])) {
            ++j;
        } else if (j == after.size() || (i < before.size() && before[i].id < after[j].id)) {
            if (isGrantToOwner(before[i], current, target) && !goesWithColumn(before[i].id, target))
                ++set.implied;
            else if (!hiddenAfter.contains(before[i].id))
                set.changes.emplace_back(Dropped{ before[i] });
            ++i;
        } else if (i == before.size() || after[j].id < before[i].id) {
            if (isGrantToOwner(after[j], target, current))
                ++set.implied;
            else if (!hiddenBefore.contains(after[j].id))
                set.changes.emplace_back(Created{ after[j] });
            ++j;
        } else {
            if (auto found = differences(before[i], after[j]); found.isEmpty())
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

namespace {

/// What differs under these rules; no selection but what they leave out.
base::Result<std::shared_ptr<ChangeSet>> compared(const CatalogPtr &current, const CatalogPtr &target,
                                                  const DiffOptions &options, const IgnoreRules &rules,
                                                  const std::stop_token &stop)
{
    auto set = std::make_shared<ChangeSet>();
    set->current = withStatedRoles(current, *target);
    set->currentFingerprint = current->fingerprint();
    set->ignore = rules;
    const CatalogPtr wanted = withStatedRoles(target, *current);
    // Whether an extension moves is for the ignore rules to say.
    const CatalogPtr allowed =
        rules.isEmpty()
            ? wanted
            : effectiveTarget(Renaming(set->current, options.renames).catalog(), wanted, rules).catalog;
    const Renaming renaming(withMovedExtensions(set->current, *allowed), options.renames);
    EffectiveTarget effective = effectiveTarget(renaming.catalog(), wanted, rules);
    set->target = effective.catalog;
    set->targetFingerprint = rules.isEmpty() ? target->fingerprint() : effective.catalog->fingerprint();
    set->ignored = effective.ignored;
    set->parked = parkedNames(*current);
    for (const RenameDecision &rename : options.renames)
        set->changes.emplace_back(renamedOf(rename, *current, *target));
    if (auto walked = walk(*set, *renaming.catalog(), stop); !walked.has_value())
        return walked.error();
    std::stable_sort(set->changes.begin(), set->changes.end(),
                     [](const Change &a, const Change &b) { return idOf(a) < idOf(b); });
    set->renameCandidates =
        renameCandidates(set->changes, renaming,
                         { *renaming.catalog(), *set->target, options.currentStatistics.get(),
                           options.targetStatistics.get() });
    set->ignoreConflicts = effective.conflicts + ignoredNeighbours(set->changes, *renaming.catalog(), rules);
    set->unmodelled = unmodelledOfEither(*current, *target);
    if (options.offersAll || !options.selection.isEmpty()) {
        auto offer = std::make_shared<Offer>(makeOffer(*set, *renaming.catalog()));
        offer->leftOut = leftOutBy(options.selection, *offer);
        set->offer = offer;
    }
    return set;
}

} // namespace

base::Result<ChangeSetPtr> diff(const CatalogPtr &current, const CatalogPtr &target,
                                const DiffOptions &options, std::stop_token stop)
{
    if (auto checked = checkRenames(*current, *target, options.renames); !checked.has_value())
        return checked.error();
    if (auto checked = checkRules(options.ignore); !checked.has_value())
        return checked.error();
    const auto all = compared(current, target, options, options.ignore, stop);
    if (!all.has_value())
        return all.error();
    const auto offer = (*all)->offer;
    if (!offer || offer->leftOut.empty())
        return ChangeSetPtr(*all);
    IgnoreRules rules = options.ignore;
    for (const Tied &out : offer->leftOut)
        rules.leftOut.insert(idOf(offer->changes[size_t(out.change)]));
    DiffOptions rest = options;
    rest.selection = {};
    rest.offersAll = false;
    const auto selected = compared(current, target, rest, rules, stop);
    if (!selected.has_value())
        return selected.error();
    (*selected)->offer = offer;
    (*selected)->renameCandidates = (*all)->renameCandidates; // Also of what is left out for now.
    (*selected)->ignored = (*all)->ignored;
    return ChangeSetPtr(*selected);
}

} // namespace lockstep::diff
