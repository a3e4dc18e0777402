#pragma once

#include "likeness.h"

namespace lockstep::diff {

/// Pairs of what is dropped and what is created that look like one thing under another name, of
/// every kind that can be renamed and labels of enums; best first. `from` is called as in current.
/// Grows as n log n: only what shares a key is looked at, and of many that share one the nearest by name.
[[nodiscard]] std::vector<RenameCandidate> renameCandidates(const std::vector<Change> &changes,
                                                            const Renaming &renaming,
                                                            const LikenessSides &sides);

} // namespace lockstep::diff
