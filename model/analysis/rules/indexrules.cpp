#include "indexrules.h"

#include <model/sql/parser.h>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

/// From here on it is worth to say how long a build is.
constexpr qint64 longBuildRows = 10000000;

bool isPartitioned(const SchemaState &state, const Key &table)
{
    const RelationState *relation = state.find(table);
    return relation && relation->isPartitioned;
}

/// The table of an index; an empty name where it is not known.
Key tableOf(const SchemaState &state, const Key &index)
{
    const RelationState *relation = state.find(index);
    return relation && relation->kind == RelationKind::Index ? relation->table : Key();
}

/// The constraint that stands on an index; empty where none does.
QString constraintOn(const SchemaState &state, const Key &index)
{
    const RelationState *table = state.details(tableOf(state, index));
    if (!table)
        return {};
    for (auto it = table->constraints.cbegin(); it != table->constraints.cend(); ++it) {
        if (it->index == index)
            return it.key();
    }
    return {};
}

} // namespace

std::optional<Verdict> createIndexBlocking(const RuleInput &in)
{
    if (in.occurrence.form != Form::CreateIndex || in.ownIsNew())
        return std::nullopt;
    const QString other =
        isPartitioned(in.state, in.occurrence.own)
            ? QStringLiteral("Make it ON ONLY the parent, CONCURRENTLY on each partition, and attach those.")
            : QStringLiteral("CREATE INDEX CONCURRENTLY, outside a transaction, does not.");
    return Verdict{ in.blocking(),
                    QStringLiteral("Building this index keeps writes to %1 waiting %2. %3")
                        .arg(in.sized(), in.howLong(Work::IndexBuild, in.occurrence.own), other) };
}

std::optional<Verdict> dropIndexBlocking(const RuleInput &in)
{
    if (in.occurrence.form != Form::DropIndex || in.ownIsNew())
        return std::nullopt;
    const Key own = tableOf(in.state, in.occurrence.own);
    if (in.state.isNew(own))
        return std::nullopt;
    const QString table = own.second.isEmpty() ? QStringLiteral("its table") : in.StatementInput::sized(own);
    const QString other = isPartitioned(in.state, own)
                              ? QStringLiteral("An index of a partitioned table has no other way.")
                              : QStringLiteral("DROP INDEX CONCURRENTLY does not.");
    return Verdict{ in.blocking(),
                    QStringLiteral("Dropping %1 takes ACCESS EXCLUSIVE on %2: reads wait behind it as long "
                                   "as it waits itself. %3")
                        .arg(in.relation(), table, other) };
}

Verdicts dropIndexRefused(const StatementInput &in)
{
    const auto *drop = in.statement.as<sql::Drop>();
    if (!drop || drop->kind != sql::ObjectKind::Index)
        return {};
    Verdicts result;
    const auto refuse = [&](const QString &why) { result.append({ plan::Severity::Error, why }); };
    if (drop->concurrently && drop->cascade)
        refuse(QStringLiteral("PostgreSQL refuses DROP INDEX CONCURRENTLY with CASCADE."));
    if (drop->concurrently && drop->names.size() > 1)
        refuse(QStringLiteral("PostgreSQL drops only one index CONCURRENTLY in one statement."));
    for (const sql::QualifiedName &name : drop->names) {
        const Key index = in.state.resolve(name.schema, name.name);
        const QString constraint = constraintOn(in.state, index);
        if (!constraint.isEmpty() && !drop->cascade)
            refuse(QStringLiteral("PostgreSQL refuses to drop %1, on which constraint %2 stands. Drop the "
                                  "constraint instead.")
                       .arg(display(index), schema::quoteIdent(constraint)));
        else if (drop->concurrently && isPartitioned(in.state, tableOf(in.state, index)))
            refuse(QStringLiteral("PostgreSQL cannot drop %1 CONCURRENTLY, the index of a partitioned table.")
                       .arg(display(index)));
    }
    return result;
}

Verdicts concurrentlyInTransaction(const StatementInput &in)
{
    if (!in.scene.inTransaction || !sql::mustRunOutsideTransaction(in.statement, in.serverVersion))
        return {};
    const QString where = in.scene.isScript
                              ? QStringLiteral("it stands in one here. Move it out of the transaction")
                              : QStringLiteral("this step runs in one. It needs a step of its own");
    return {
        { plan::Severity::Error,
          QStringLiteral("PostgreSQL refuses this statement inside a transaction block, and %1.").arg(where) }
    };
}

Verdicts concurrentlyOnPartitioned(const StatementInput &in)
{
    const auto *create = in.statement.as<sql::CreateIndex>();
    if (!create || !create->concurrently)
        return {};
    const Key table = in.state.resolve(create->relation);
    if (!isPartitioned(in.state, table))
        return {};
    return { { plan::Severity::Error,
               QStringLiteral(
                   "PostgreSQL cannot build an index of %1 CONCURRENTLY because it is partitioned. "
                   "Make the index ON ONLY it, CONCURRENTLY on each partition, and attach those.")
                   .arg(display(table)) } };
}

Verdicts reindexBlocking(const StatementInput &in)
{
    const auto *reindex = in.statement.as<sql::Reindex>();
    const bool isSystem = reindex && reindex->kind == sql::ObjectKind::Other; // Has no other way.
    if (!reindex || reindex->concurrently || isSystem)
        return {};
    const bool isWide =
        reindex->kind == sql::ObjectKind::Schema || reindex->kind == sql::ObjectKind::Database;
    if (isWide)
        return { { plan::Severity::Warning,
                   QStringLiteral("One table after the other, writes wait until its indexes are built anew, "
                                  "and so do queries. REINDEX ... CONCURRENTLY does not hold them up.") } };
    const Key own = in.state.resolve(reindex->relation);
    const Key table = reindex->kind == sql::ObjectKind::Index ? tableOf(in.state, own) : own;
    if (in.state.isNew(own) || in.state.isNew(table))
        return {};
    const QString name = table.second.isEmpty() ? QStringLiteral("its table") : in.sized(table);
    return { { in.blocking(own),
               QStringLiteral(
                   "Building %1 anew keeps writes to %2 waiting %3, and queries too: planning them "
                   "needs the index, which is in ACCESS EXCLUSIVE. REINDEX ... CONCURRENTLY, outside "
                   "a transaction, does not.")
                   .arg(display(own), name, in.howLong(Work::IndexBuild, own)) } };
}

Verdicts unnamedConcurrentIndex(const StatementInput &in)
{
    const auto *create = in.statement.as<sql::CreateIndex>();
    if (!create || !create->concurrently || !create->name.isEmpty())
        return {};
    return { { plan::Severity::Info,
               QStringLiteral(
                   "If this build fails it leaves an INVALID index of a name that nobody chose, and "
                   "the next try makes another one. Name the index, so that what is left of it can "
                   "be found and dropped.") } };
}

Verdicts indexExistsUnchecked(const StatementInput &in)
{
    const auto *create = in.statement.as<sql::CreateIndex>();
    if (!create || !create->concurrently || !create->ifNotExists || create->name.isEmpty())
        return {};
    const Key table = in.state.resolve(create->relation);
    const auto *known = in.state.catalog()->attributes<schema::IndexAttributes>(
        schema::objectId(schema::Kind::Index, table.first, create->name));
    const QString name = schema::quoteIdent(create->name);
    if (known && !known->valid)
        return { { plan::Severity::Warning,
                   QStringLiteral(
                       "%1 is there and INVALID, so this does nothing and says it succeeded. Drop it "
                       "CONCURRENTLY first.")
                       .arg(name) } };
    return { { plan::Severity::Info,
               QStringLiteral(
                   "If an earlier build of %1 has failed, its INVALID index counts as existing: this "
                   "does nothing and says it succeeded. Look at pg_index.indisvalid, and drop such an "
                   "index first.")
                   .arg(name) } };
}

std::optional<Verdict> longIndexBuild(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const bool builds = form == Form::CreateIndexConcurrently || form == Form::ReindexConcurrently
                        || form == Form::ReindexTableConcurrently;
    if (!builds || in.sizes.of(in.occurrence.own, in.state).rows < longBuildRows)
        return std::nullopt;
    return Verdict{ plan::Severity::Info,
                    QStringLiteral("This reads %1 twice and writes the index and its WAL, %2. Choose a quiet "
                                   "hour; a larger maintenance_work_mem makes it shorter.")
                        .arg(in.sized(), in.howLong(Work::ConcurrentBuild, in.occurrence.own)) };
}

std::optional<Verdict> concurrentlyCorrupts(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const bool builds = form == Form::CreateIndexConcurrently || form == Form::ReindexConcurrently
                        || form == Form::ReindexTableConcurrently;
    // "14" may be any of them: only what is more exact is warned of.
    if (!builds || in.serverVersion <= 140000 || in.serverVersion > 140003)
        return std::nullopt;
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral("PostgreSQL 14.0 to 14.3 can leave rows out of an index that is built "
                                   "CONCURRENTLY while others write. Upgrade to 14.4 or later first.") };
}

} // namespace lockstep::analysis::rules
