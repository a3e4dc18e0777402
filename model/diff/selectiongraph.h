#pragma once

#include "changeset.h"

namespace lockstep::diff {

/// Everything that differs, and what of it goes together. `current`: with the renames done.
[[nodiscard]] Offer makeOffer(const ChangeSet &all, const schema::Catalog &current);

/// The dotted name in lower case; what a person reads where there is none.
[[nodiscard]] QString searchKey(const schema::ObjectId &id);

/// What the selection leaves out of the offer: by the user first, then what goes with it.
[[nodiscard]] std::vector<Tied> leftOutBy(const Selection &selection, const Offer &offer);

} // namespace lockstep::diff
