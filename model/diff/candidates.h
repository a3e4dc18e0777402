#pragma once

#include "renaming.h"

namespace lockstep::diff {

/// Pairs of a dropped and a created table, or column of a table both sides have, that look like
/// one that was renamed; best first.
[[nodiscard]] std::vector<RenameCandidate> renameCandidates(const std::vector<Change> &changes,
                                                            const Renaming &renaming,
                                                            const schema::Catalog &target);

} // namespace lockstep::diff
