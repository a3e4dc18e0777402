#include "candidates.h"
#include "changeset.h"
#include "differences.h"

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

base::Error unknownRename(const ObjectId &id, const QString &side)
{
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.message =
        QStringLiteral("The rename names %1, which the %2 schema does not have.").arg(displayName(id), side);
    error.hint =
        QStringLiteral("Write the name as schema.table.column, as it is in the %1 schema.").arg(side);
    return error;
}

base::Result<void> checkRenames(const Catalog &current, const Catalog &target,
                                const QVector<RenameDecision> &renames)
{
    for (const RenameDecision &rename : renames) {
        if (!current.find(rename.from))
            return unknownRename(rename.from, QStringLiteral("current"));
        if (!target.find(rename.to))
            return unknownRename(rename.to, QStringLiteral("target"));
    }
    return {};
}

/// The merge walk over two sorted lists.
base::Result<void> walk(ChangeSet &set, const Catalog &current, const DiffOptions &options,
                        std::stop_token stop)
{
    const auto &before = current.facts();
    const auto &after = set.target->facts();
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
            set.changes.emplace_back(Dropped{ before[i++] });
        } else if (i == before.size() || after[j].id < before[i].id) {
            set.changes.emplace_back(Created{ after[j++] });
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

base::Result<ChangeSetPtr> diff(const CatalogPtr &current, const CatalogPtr &target,
                                const DiffOptions &options, std::stop_token stop)
{
    if (auto checked = checkRenames(*current, *target, options.renames); !checked.has_value())
        return checked.error();
    auto set = std::make_shared<ChangeSet>();
    set->current = current;
    set->target = target;
    const CatalogPtr renamed = renamedCatalog(current, options.renames);
    for (const RenameDecision &rename : options.renames)
        set->changes.emplace_back(Renamed{ *current->find(rename.from), *target->find(rename.to) });
    if (auto walked = walk(*set, *renamed, options, stop); !walked.has_value())
        return walked.error();
    std::stable_sort(set->changes.begin(), set->changes.end(),
                     [](const Change &a, const Change &b) { return idOf(a) < idOf(b); });
    set->renameCandidates = renameCandidates(set->changes, *renamed, *target);
    set->unmodelled = unmodelledOfEither(*current, *target);
    return ChangeSetPtr(std::move(set));
}

} // namespace lockstep::diff
