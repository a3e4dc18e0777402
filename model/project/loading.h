#pragma once

#include <model/execution/runvalues.h>
#include <model/sources/source.h>

namespace lockstep::project {

/// What sources::load() gives. Of a live database with a run that is not finished, without what that run has
/// put there for itself: neither a plan nor a person should drop it. Such a side says so in its warnings,
/// names the run, and has no script, because what is made of it now cannot be proved.
[[nodiscard]] base::Result<sources::LoadedSourcePtr> loadSource(const sources::Source &source,
                                                                const sources::ScratchProvider &scratch,
                                                                const sources::Progress &progress,
                                                                std::stop_token stop);

/// Begun, and neither done nor taken back.
[[nodiscard]] bool isInTheMiddle(const execution::RunStatus &status);

} // namespace lockstep::project
