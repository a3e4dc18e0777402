#include "drafts.h"

namespace lockstep::plan {

namespace {

QString dropIndexSql(const schema::ObjectId &index, bool isConcurrent, bool mayBeGone)
{
    return QStringLiteral("DROP INDEX %1%2%3")
        .arg(isConcurrent ? QStringLiteral("CONCURRENTLY ") : QString(),
             mayBeGone ? QStringLiteral("IF EXISTS ") : QString(),
             schema::qualified(index.schema, index.name));
}

/// The definition says ON ONLY; the partitions' indexes are actions of their own.
Rewrite onPartitioned(const Action &action, const CreateIndex &create)
{
    Draft draft = ddlDraft(
        action, Phase::Expand, action.title, action.forward, { dropIndexSql(create.index, false, true) },
        QStringLiteral(
            "The index of a partitioned table cannot be built concurrently: it is made ON ONLY, which "
            "builds nothing; each partition's is built concurrently and attached."));
    return Rewrite{ { draft }, -1 };
}

} // namespace

/// CREATE INDEX CONCURRENTLY, which lets reads and writes go on while it builds.
std::optional<Rewrite> createIndexOnline(const Action &action, const Context &context)
{
    const auto *create = std::get_if<CreateIndex>(&action.detail);
    if (!create || !context.needsOnlineWay(action) || action.forward.isEmpty())
        return std::nullopt;
    if (context.isPartitioned(create->attributes.table))
        return onPartitioned(action, *create);
    const QString sql = concurrently(action.forward.first());
    if (sql.isEmpty())
        return std::nullopt;
    Rewrite result;
    Draft build = concurrentDraft(
        action, Phase::Expand, QStringLiteral("Build index %1").arg(create->index.name), { sql },
        { dropIndexSql(create->index, true, create->attributes.partitionOf.has_value()) },
        QStringLiteral(
            "CONCURRENTLY lets reads and writes go on while the index is built; a plain CREATE INDEX would "
            "hold up every write until it is done."));
    build.step.verify = { indexIsValid(create->index.schema, create->index.name) };
    result.drafts.push_back(build);
    if (action.forward.size() > 1) {
        Draft rest =
            ddlDraft(action, Phase::Expand, QStringLiteral("Finish index %1").arg(create->index.name),
                     action.forward.mid(1), action.backward.mid(0, action.backward.size() - 1), {});
        result.drafts.push_back(rest);
    }
    return result;
}

/// DROP INDEX CONCURRENTLY, which does not queue for an ACCESS EXCLUSIVE lock on the table.
std::optional<Rewrite> dropIndexOnline(const Action &action, const Context &context)
{
    const auto *drop = std::get_if<DropIndex>(&action.detail);
    if (!drop || !context.needsOnlineWay(action))
        return std::nullopt;
    const bool isPartOfPartitioned =
        context.isPartitioned(drop->attributes.table) || drop->attributes.partitionOf;
    if (isPartOfPartitioned || action.forward.size() != 1) {
        Draft plain =
            plainDraft(action, Phase::Switch,
                       QStringLiteral("An index of a partitioned table cannot be dropped concurrently."));
        return Rewrite{ { plain }, -1 };
    }
    QStringList rebuild = action.backward; // Empty: it was invalid.
    if (const QString online = concurrently(rebuild.value(0)); !online.isEmpty())
        rebuild.first() = online;
    Draft draft = concurrentDraft(
        action, Phase::Switch, action.title, { dropIndexSql(drop->index, true, false) }, rebuild,
        QStringLiteral(
            "CONCURRENTLY drops the index without an ACCESS EXCLUSIVE lock on the table; it comes after "
            "new indexes are built, so that no query is left without one."));
    draft.step.rollback.caution = action.caution;
    if (action.isDestructive) {
        draft.step.phase = Phase::Contract;
        draft.confirm = nothingUsesItAnyMore(action, context);
        draft.step.why =
            QStringLiteral("CONCURRENTLY drops the index without an ACCESS EXCLUSIVE lock on the "
                           "table; until the gate a release may ask for its column.");
    }
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
