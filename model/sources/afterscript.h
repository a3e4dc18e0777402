#pragma once

#include "objectnames.h"
#include "oneversion.h"
#include "scriptfiles.h"
#include "source.h"

namespace lockstep::sources {

/// A schema as scripts leave it.
struct AfterScripts
{
    LoadedSourcePtr target;
    /// What they rename, so that it is not taken for a drop and something new.
    QVector<RenamedObject> renames;
};

/// Replays the scripts, in this order, on a scratch copy of `current` and reads what comes of it, as a
/// target to plan towards. What they do to rows does not show there. The copy is made on a server of
/// current's major version, or of another where that is not installed.
/// Errors (Input): the first statement that fails, with file and line; current's script is not known.
[[nodiscard]] base::Result<AfterScripts> afterScripts(const LoadedSourcePtr &current,
                                                      const QVector<ScriptText> &scripts,
                                                      const ScratchOfMajor &scratch, const Progress &progress,
                                                      std::stop_token stop);

} // namespace lockstep::sources
