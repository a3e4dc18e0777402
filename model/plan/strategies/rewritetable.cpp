#include "drafts.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

bool says(const Action &action, QLatin1String clause)
{
    return std::any_of(action.forward.begin(), action.forward.end(),
                       [&](const QString &sql) { return sql.contains(clause); });
}

/// Empty where nothing is written anew.
QString whyRewritten(const Action &action, const Context &context)
{
    const schema::Kind kind = action.object.kind;
    if (kind != schema::Kind::Table && kind != schema::Kind::MaterializedView && kind != schema::Kind::Index
        && kind != schema::Kind::Constraint)
        return {};
    const QString name = schema::dottedName(action.relation);
    if (says(action, QLatin1String(" SET UNLOGGED")) || says(action, QLatin1String(" SET LOGGED")))
        return QStringLiteral(
                   "PostgreSQL writes all of %1 anew for this while reads and writes wait, and has no "
                   "other way; a new table that is kept in step and takes the name does without. Plan a "
                   "quiet moment for this step. %2")
            .arg(name, says(action, QLatin1String(" SET LOGGED"))
                           ? QStringLiteral("All of it goes to the WAL, and to the standbys.")
                           : QStringLiteral("An unlogged table is empty after a crash and on standbys."));
    if (says(action, QLatin1String(" SET ACCESS METHOD ")))
        return QStringLiteral(
                   "PostgreSQL writes all of %1 and its indexes anew for this while reads and writes "
                   "wait, and has no other way; a new table that is kept in step and takes the name "
                   "does without. Plan a quiet moment for this step.")
            .arg(name);
    if (!says(action, QLatin1String(" SET TABLESPACE ")))
        return {};
    const bool isIndex = kind == schema::Kind::Index || kind == schema::Kind::Constraint;
    if (isIndex && context.isPartitioned(action.relation)) // It has no file of its own.
        return {};
    return QStringLiteral(
               "PostgreSQL copies the files while reads and writes wait%1. The extension pg_repack does "
               "it beside the traffic, by hand; else plan a quiet moment for this step.")
        .arg(!isIndex ? QString()
             : context.major() < 14
                 ? QStringLiteral(", and before version 14 has no other way")
                 : QStringLiteral(
                     ": REINDEX CONCURRENTLY, which could build it there, does not take this index"));
}

} // namespace

/// What moves or writes a relation's files anew: honest where core PostgreSQL has no online way.
std::optional<Rewrite> rewriteTable(const Action &action, const Context &context)
{
    const QString why = whyRewritten(action, context);
    if (why.isEmpty() || action.isDestructive || !action.loses.isEmpty() || !context.needsOnlineWay(action))
        return std::nullopt;
    Draft draft = plainDraft(action, Phase::Expand, why);
    draft.step.timeouts = scanTimeouts;
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
