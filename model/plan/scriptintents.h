#pragma once

#include "intents.h"

#include <QPair>

namespace lockstep::plan {

/// One statement of a script that a plan is to do in its own way.
struct ScriptedStatement
{
    QString file;
    int line = 1;
    QString sql;
};

/// What a script says that the schema it makes does not show.
struct ScriptIntents
{
    Intents intents; ///< Renames, backfills and conversions.
    /// What a plan towards that schema does not do, whole sentences that name each statement.
    QStringList beside;
};

/// `renames`: what the script has renamed, by old and new name. An UPDATE that sets new columns of all
/// rows becomes a backfill, the USING of a type change a conversion; other statements about rows, and
/// those about the server as a whole, are named.
[[nodiscard]] ScriptIntents scriptIntents(const QVector<ScriptedStatement> &statements,
                                          const QVector<QPair<schema::ObjectId, schema::ObjectId>> &renames,
                                          const schema::Catalog &current, const schema::Catalog &target);

/// What a new script takes the place of.
[[nodiscard]] Intents withoutIntents(Intents intents, const Intents &taken);
/// The user's own decisions stay before those of a script.
[[nodiscard]] Intents withIntents(Intents intents, const Intents &added);

} // namespace lockstep::plan
