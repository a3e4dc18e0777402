#pragma once

#include <model/postgres/session.h>

namespace lockstep::scratch {

/// The settings that decide what a statement of a script means: who runs it, where its names are looked
/// up, how its literals are read. A statement that is tried again later is tried under the same ones.
struct ScriptContext
{
    QString sessionUser;
    QString role;
    QString searchPath;
    QString accessMethod;
    QString tablespace;
    QString conformingStrings;
    friend bool operator==(const ScriptContext &, const ScriptContext &) = default;
};

/// A script expects PostgreSQL's own defaults, whatever the server, database or role of the session says.
[[nodiscard]] base::Result<void> useDefaultSettings(postgres::Session &session);
[[nodiscard]] base::Result<ScriptContext> readScriptContext(postgres::Session &session);
[[nodiscard]] base::Result<void> restoreScriptContext(postgres::Session &session,
                                                      const ScriptContext &context);

} // namespace lockstep::scratch
