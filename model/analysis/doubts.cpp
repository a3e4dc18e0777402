#include "doubts.h"

#include <model/base/result.h>

#include <algorithm>

namespace lockstep::analysis {

namespace {

constexpr Doubts none{ false, false };
constexpr Doubts more{ true, false };
constexpr Doubts less{ false, true };
constexpr Doubts both{ true, true };

Doubts afterCommand(const sql::SubcommandDetail &detail)
{
    return std::visit(
        base::Overloaded{
            [](const sql::DropColumn &) { return less; },
            [](const sql::DropConstraint &) { return less; },
            [](const sql::DetachPartition &) { return less; },
            // The index gets the constraint's name.
            [](const sql::AddConstraint &c) { return c.constraint.usingIndex.isEmpty() ? none : both; },
            [](const auto &) { return none; },
        },
        detail);
}

Doubts afterAlter(const sql::AlterTable &alter)
{
    Doubts doubts;
    for (const sql::Subcommand &command : alter.commands)
        doubts |= command.cascade ? both : afterCommand(command.detail);
    return doubts;
}

bool isTemporary(const QString &schema)
{
    return schema.startsWith(QLatin1String("pg_temp"));
}

Doubts afterTable(const sql::CreateTable &table)
{
    if (table.isTemporary || isTemporary(table.relation.schema))
        return both;
    return table.like.isEmpty() ? none : more;
}

Doubts afterSet(const sql::Set &set)
{
    const bool namesUser = set.values.contains(QLatin1String("$user"));
    return set.isAll || (set.name.toLower() == QLatin1String("search_path") && namesUser) ? both : none;
}

Doubts afterTransaction(const sql::Transaction &transaction)
{
    const bool isFollowed = transaction.action == sql::TransactionAction::Begin
                            || transaction.action == sql::TransactionAction::Commit
                            || transaction.action == sql::TransactionAction::Rollback;
    return isFollowed ? none : both;
}

} // namespace

bool leavesSchema(const sql::Statement &statement)
{
    const bool isOfRows = statement.as<sql::Select>() || statement.as<sql::Insert>()
                          || statement.as<sql::Update>() || statement.as<sql::Delete>()
                          || statement.as<sql::Merge>() || statement.as<sql::Set>()
                          || statement.as<sql::Truncate>() || statement.as<sql::LockTable>()
                          || statement.as<sql::Copy>() || statement.as<sql::Do>();
    return isOfRows && std::all_of(statement.nested.begin(), statement.nested.end(), leavesSchema);
}

Doubts doubtsAfter(const sql::Statement &statement)
{
    if (statement.isExplained)
        return none;
    // A condition may leave it out, and an exception take it back.
    if (statement.as<sql::Do>())
        return leavesSchema(statement) ? none : both;
    return std::visit(
        base::Overloaded{
            [](const sql::AlterTable &s) { return afterAlter(s); },
            [](const sql::CreateTable &s) { return afterTable(s); },
            // It does not say whether it is temporary.
            [](const sql::CreateTableAs &s) { return s.materialized ? none : both; },
            [](const sql::CreateView &s) { return isTemporary(s.relation.schema) ? both : none; },
            [](const sql::CreateSchema &s) { return s.name.isEmpty() ? both : none; },
            [](const sql::Drop &s) { return s.cascade ? both : less; },
            [](const sql::Rename &s) {
                const bool isFollowed =
                    s.kind == sql::ObjectKind::Column || (!s.relation.name.isEmpty() && s.from.isEmpty());
                return isFollowed ? none : both;
            },
            [](const sql::SetSchema &) { return both; },
            [](const sql::OwnedBy &s) { return s.drops ? less : none; },
            [](const sql::CreateExtension &) { return both; },
            [](const sql::AlterExtension &) { return both; },
            [](const sql::Execute &) { return both; },
            [](const sql::Set &s) { return afterSet(s); },
            [](const sql::Transaction &s) { return afterTransaction(s); },
            [](const sql::Other &) { return both; },
            [](const auto &) { return none; },
        },
        statement.detail);
}

} // namespace lockstep::analysis
