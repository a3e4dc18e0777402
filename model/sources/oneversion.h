#pragma once

#include "source.h"

namespace lockstep::sources {

/// Gives a scratch server of the major version, or of another one where that is not installed.
using ScratchOfMajor = std::function<base::Result<scratch::ScratchServerPtr>(int major)>;

struct SidesOfOneVersion
{
    LoadedSourcePtr current;
    LoadedSourcePtr target;
    QStringList notes; ///< Whole sentences: what was read again, and what depends on the version itself.
};

/// Servers of different majors print views, expressions and functions differently. So that only real
/// differences are left, the target's script is loaded into a scratch server of the current side's
/// major, whose server the plan will run on, and read again there. Where that major is not installed,
/// both sides are read again on what there is; the notes say that a plan made so cannot be run.
/// Sides of one major come back as they are.
/// Errors (Input): the target has what the other major does not know; the statement is named.
[[nodiscard]] base::Result<SidesOfOneVersion> onOneVersion(const LoadedSourcePtr &current,
                                                           const LoadedSourcePtr &target,
                                                           const ScratchOfMajor &scratch,
                                                           std::stop_token stop = {});

} // namespace lockstep::sources
