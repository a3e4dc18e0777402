#include "drafts.h"

namespace lockstep::plan {

namespace {

QString dropIndexSql(const schema::ObjectId &index, bool isConcurrent)
{
    return QStringLiteral("DROP INDEX %1%2")
        .arg(isConcurrent ? QStringLiteral("CONCURRENTLY ") : QString(), schema::qualified(index.schema, index.name));
}

/// The indexes the target attaches to a partitioned one, partition by partition.
std::vector<const schema::Fact *> attachedIndexes(const schema::ObjectId &parent, const Context &context)
{
    std::vector<const schema::Fact *> attached;
    for (const schema::Fact &fact : context.target().facts()) {
        const auto *index = fact.as<schema::IndexAttributes>();
        if (index && index->partitionOf == parent)
            attached.push_back(&fact);
    }
    return attached;
}

Rewrite onPartitioned(const Action &action, const CreateIndex &create, const Context &context)
{
    const QString &definition = action.forward.first();
    const QString only = definition.contains(QLatin1String(" ON ONLY "))
        ? definition : QString(definition).replace(QLatin1String(" ON "), QLatin1String(" ON ONLY "));
    const std::vector<const schema::Fact *> attached = attachedIndexes(create.index, context);
    const QString why = attached.empty()
        ? QStringLiteral("Indexes of a partitioned table cannot be built concurrently; ON ONLY makes the parent's "
                         "without building anything.")
        : QStringLiteral("Indexes of a partitioned table cannot be built concurrently: the parent's is made ON ONLY, "
                         "which builds nothing, and each partition's is built concurrently and attached.");
    Rewrite result;
    result.drafts.push_back(ddlDraft(action, Phase::Expand, action.title, {only}, {dropIndexSql(create.index, false)},
                                     why));
    return result;
}

} // namespace

/// CREATE INDEX CONCURRENTLY, which lets reads and writes go on while it builds.
std::optional<Rewrite> createIndexOnline(const Action &action, const Context &context)
{
    const auto *create = std::get_if<CreateIndex>(&action.detail);
    if (!create || !context.needsOnlineWay(action) || action.forward.isEmpty())
        return std::nullopt;
    if (context.isPartitioned(create->attributes.table))
        return onPartitioned(action, *create, context);
    const QString sql = concurrently(action.forward.first());
    if (sql.isEmpty())
        return std::nullopt;
    Rewrite result;
    Draft build = concurrentDraft(
        action, Phase::Expand, QStringLiteral("Build index %1").arg(create->index.name), {sql},
        {dropIndexSql(create->index, true)},
        QStringLiteral("CONCURRENTLY lets reads and writes go on while the index is built; a plain CREATE INDEX would "
                       "hold up every write until it is done."));
    build.step.verify = {indexIsValid(create->index.schema, create->index.name)};
    result.drafts.push_back(build);
    if (action.forward.size() > 1) {
        Draft rest = ddlDraft(action, Phase::Expand, QStringLiteral("Finish index %1").arg(create->index.name),
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
    const bool isPartOfPartitioned = context.isPartitioned(drop->attributes.table) || drop->attributes.partitionOf;
    if (isPartOfPartitioned || action.forward.size() != 1 || action.backward.isEmpty()) {
        Draft plain = plainDraft(action, Phase::Switch,
                                 QStringLiteral("An index of a partitioned table cannot be dropped concurrently."));
        return Rewrite{{plain}, -1};
    }
    const QString rebuild = concurrently(action.backward.first());
    Draft draft = concurrentDraft(
        action, Phase::Switch, action.title, {dropIndexSql(drop->index, true)},
        QStringList{rebuild.isEmpty() ? action.backward.first() : rebuild} + action.backward.mid(1),
        QStringLiteral("CONCURRENTLY drops the index without an ACCESS EXCLUSIVE lock on the table; it comes after "
                       "new indexes are built, so that no query is left without one."));
    draft.step.rollback.caution = action.caution;
    return Rewrite{{draft}, -1};
}

} // namespace lockstep::plan
