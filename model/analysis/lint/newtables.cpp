#include "newtables.h"

#include <algorithm>

namespace lockstep::analysis::lint {

namespace {

bool changesColumns(const sql::Subcommand &command)
{
    return std::holds_alternative<sql::AddColumn>(command.detail)
           || std::holds_alternative<sql::DropColumn>(command.detail)
           || std::holds_alternative<sql::AlterType>(command.detail);
}

/// Empty where the columns of no table are changed.
Key changedTable(const sql::Statement &statement, const SchemaState &state)
{
    if (const auto *alter = statement.as<sql::AlterTable>()) {
        const bool changes = std::any_of(alter->commands.begin(), alter->commands.end(), changesColumns);
        return changes ? state.resolve(alter->relation) : Key();
    }
    const auto *rename = statement.as<sql::Rename>();
    return rename && rename->kind == sql::ObjectKind::Column ? state.resolve(rename->relation) : Key();
}

} // namespace

bool NewTables::showsHistory(const sql::Statement &statement, const SchemaState &state) const
{
    const Key table = changedTable(statement, state);
    const auto mention = m_mentions.constFind(table);
    return mention != m_mentions.constEnd() && state.isNew(table)
           && (!mention->isUnbroken || mention->last != m_count);
}

void NewTables::mention(const Key &table)
{
    const auto known = m_mentions.find(table);
    if (known == m_mentions.end())
        return;
    known->isUnbroken &= known->last + 1 >= m_count;
    known->last = m_count;
}

void NewTables::follow(const StatementAssessment &assessment, const SchemaState &state)
{
    ++m_count;
    if (!assessment.statement)
        return;
    if (const auto *table = assessment.statement->as<sql::CreateTable>())
        m_mentions.insert(state.resolve(table->relation), { m_count, true });
    for (auto it = assessment.locks.cbegin(); it != assessment.locks.cend(); ++it)
        mention(it.key());
}

} // namespace lockstep::analysis::lint
