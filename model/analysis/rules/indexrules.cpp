#include "indexrules.h"

#include <model/sql/parser.h>

namespace lockstep::analysis::rules {

std::optional<Verdict> createIndexBlocking(const RuleInput &in)
{
    if (in.occurrence.form != Form::CreateIndex || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral("Building this index keeps writes to %1 waiting until it is done. "
                                   "CREATE INDEX CONCURRENTLY, outside a transaction, does not.")
                        .arg(in.relation()) };
}

std::optional<Verdict> dropIndexBlocking(const RuleInput &in)
{
    if (in.occurrence.form != Form::DropIndex || in.ownIsNew())
        return std::nullopt;
    const RelationState *index = in.state.find(in.occurrence.own);
    if (index && in.state.isNew(index->table))
        return std::nullopt;
    const QString table = index ? display(index->table) : QStringLiteral("its table");
    const RelationState *owner = index ? in.state.find(index->table) : nullptr;
    const QString other = owner && owner->isPartitioned
                              ? QStringLiteral("An index of a partitioned table has no other way.")
                              : QStringLiteral("DROP INDEX CONCURRENTLY does not.");
    return Verdict{ in.blocking(),
                    QStringLiteral("Dropping %1 takes ACCESS EXCLUSIVE on %2: reads wait behind it as long "
                                   "as it waits itself. %3")
                        .arg(in.relation(), table, other) };
}

std::optional<Verdict> concurrentlyInTransaction(const RuleInput &in)
{
    const bool inTransaction = in.scene.inTransaction;
    if (!inTransaction || !sql::mustRunOutsideTransaction(in.statement, in.serverVersion))
        return std::nullopt;
    return Verdict{ plan::Severity::Error,
                    QStringLiteral("PostgreSQL refuses this statement inside a transaction block, and "
                                   "this step runs in one. It needs a step of its own.") };
}

std::optional<Verdict> addUniqueBlocking(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const bool builds =
        form == Form::AddUnique || form == Form::AddPrimaryKey || form == Form::AddColumnIndex;
    const RelationState *own = in.state.find(in.occurrence.own);
    const bool hasNoRows = in.occurrence.only && own && own->isPartitioned;
    if (!builds || hasNoRows || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "The index behind this constraint is built while %1 can neither be read nor "
                        "written. Build a unique index CONCURRENTLY first and add the constraint "
                        "with USING INDEX.")
                        .arg(in.relation()) };
}

std::optional<Verdict> addPrimaryKeyNullable(const RuleInput &in)
{
    if (in.occurrence.form != Form::AddPrimaryKeyUsingIndexScan || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "A key column of %1 is nullable, so the primary key also sets NOT NULL and "
                        "reads the whole table under ACCESS EXCLUSIVE. Prove NOT NULL with a "
                        "validated CHECK first.")
                        .arg(in.relation()) };
}

std::optional<Verdict> addExcludeBlocking(const RuleInput &in)
{
    if (in.occurrence.form != Form::AddExclude || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "An exclusion constraint has no online way: its index is built while %1 can "
                        "neither be read nor written.")
                        .arg(in.relation()) };
}

} // namespace lockstep::analysis::rules
