#pragma once

#include "lint.h"

#include <model/plan/scriptintents.h>

namespace lockstep::analysis::lint {

/// Scripts as a database meets them.
struct ReplayedScripts
{
    /// Without the parts that take migrations back; blanks stand there, so that positions stay.
    QVector<ScriptFile> files;
    QVector<plan::ScriptedStatement> statements; ///< Without those of a transaction that is rolled back.
};

[[nodiscard]] ReplayedScripts replayed(const QVector<ScriptFile> &files);

} // namespace lockstep::analysis::lint
