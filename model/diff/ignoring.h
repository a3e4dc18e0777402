#pragma once

#include "changeset.h"

namespace lockstep::diff {

/// What the target really asks for under the rules: the target, with everything that is ignored as it
/// is in current (where current has it) or left out. So a plan neither touches what is ignored nor
/// loses it when it has to take something down for a while.
struct EffectiveTarget
{
    schema::CatalogPtr catalog;
    int ignored = 0; ///< Facts that differ and are left aside.
    QVector<IgnoreConflict> conflicts; ///< That no plan can respect.
};
/// `current`: with the renames done. Without rules the target itself.
[[nodiscard]] EffectiveTarget effectiveTarget(const schema::CatalogPtr &current,
                                              const schema::CatalogPtr &target, const IgnoreRules &rules);

/// Ignored objects that hang on what the changes touch: named, so that nobody is surprised.
[[nodiscard]] QVector<IgnoreConflict> ignoredNeighbours(const std::vector<Change> &changes,
                                                        const schema::Catalog &current,
                                                        const IgnoreRules &rules);

} // namespace lockstep::diff
