#pragma once

#include <QString>

namespace lockstep::project {

/// What a database is for, as the user says.
enum class Environment { Unknown, Development, Test, Staging, Production };

/// "production" and the like, as files write it; anything else is Unknown.
[[nodiscard]] Environment environmentFromName(const QString &name);
[[nodiscard]] QString environmentName(Environment environment); ///< "production"; "" for Unknown.

} // namespace lockstep::project
