#pragma once

#include "intents.h"

#include <model/diff/changeset.h>

namespace lockstep::plan {

/// Changes are named in `exclude` and `drop` as a person reads them ("column public.users.tier",
/// "index public.users_name_idx"); a dotted name alone will do where it names one thing.
[[nodiscard]] QString selectionName(const diff::Change &change);

/// What `exclude`, `drop` and `park` leave out and let in. Errors (Usage): a name that neither side has;
/// something to be dropped that the target has.
[[nodiscard]] base::Result<diff::Selection> selectionOf(const Intents &intents,
                                                        const schema::Catalog &current,
                                                        const schema::Catalog &target);

/// What the decisions leave out of the offer; names that it does not have say nothing.
[[nodiscard]] std::vector<diff::Tied> leftOutOf(const Intents &intents, const diff::Offer &offer);

/// The decisions with these changes, and what they take, in the plan. Numbers are those of the offer.
[[nodiscard]] Intents withSelected(Intents intents, const diff::Offer &offer,
                                   const std::vector<int> &changes);
/// The decisions with these changes out of the plan; what goes with them follows by itself.
[[nodiscard]] Intents withLeftOut(Intents intents, const diff::Offer &offer, const std::vector<int> &changes);
/// Moves what would be dropped to the graveyard instead.
[[nodiscard]] Intents withParked(Intents intents, const diff::Offer &offer, int change);

/// A decision about something that is not there any more.
struct StaleDecision
{
    QString list; ///< As the intents file calls it: "renames".
    QString name; ///< What the decision names.
    QString why; ///< A whole sentence.
    friend bool operator==(const StaleDecision &, const StaleDecision &) = default;
};

/// The decisions that can be followed; the others go to `stale`, in the order of the intents file.
[[nodiscard]] Intents usableIntents(const Intents &intents, const schema::Catalog &current,
                                    const schema::Catalog &target, QVector<StaleDecision> *stale);
[[nodiscard]] Intents withoutDecision(Intents intents, const StaleDecision &decision);

} // namespace lockstep::plan
