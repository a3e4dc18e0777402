#pragma once

#include "../occurrence.h"
#include "../sizes.h"

#include <QSet>

#include <span>

/// Findings: one small unit a rule, listed in one registry. A rule looks at one occurrence of a
/// statement form and says at most one thing.
namespace lockstep::analysis::rules {

struct RuleInput
{
    const plan::Plan &plan;
    const plan::Step &step;
    const sql::Statement &statement;
    const Occurrence &occurrence;
    const SchemaState &state; ///< Before the statement.
    const Sizes &sizes;
    int serverVersion = 0;
    const QSet<QString> &addedNotValid; ///< Constraints added NOT VALID earlier in this transaction.

    [[nodiscard]] QString relation() const { return display(occurrence.own); }
    [[nodiscard]] bool ownIsNew() const { return state.isNew(occurrence.own); }
    /// Warning, or information where nobody minds: a small table, a maintenance window.
    [[nodiscard]] plan::Severity blocking() const;
    /// Null if the occurrence is no such subcommand.
    template <typename T>
    [[nodiscard]] const T *command() const
    {
        return occurrence.subcommand ? std::get_if<T>(&occurrence.subcommand->detail) : nullptr;
    }
};

struct Verdict
{
    plan::Severity severity = plan::Severity::Info;
    QString message;
};
using Check = std::optional<Verdict> (*)(const RuleInput &);

struct Rule
{
    const char *id;
    Check check;
};

/// Every rule there is.
[[nodiscard]] std::span<const Rule> registry();

std::optional<Verdict> createIndexBlocking(const RuleInput &in);
std::optional<Verdict> dropIndexBlocking(const RuleInput &in);
std::optional<Verdict> addForeignKeyValidated(const RuleInput &in);
std::optional<Verdict> addCheckValidated(const RuleInput &in);
std::optional<Verdict> validateInSameTransaction(const RuleInput &in);
std::optional<Verdict> addUniqueBlocking(const RuleInput &in);
std::optional<Verdict> addPrimaryKeyNullable(const RuleInput &in);
std::optional<Verdict> addExcludeBlocking(const RuleInput &in);
std::optional<Verdict> foreignKeyWithoutIndex(const RuleInput &in);
std::optional<Verdict> setNotNullScan(const RuleInput &in);
std::optional<Verdict> addColumnRewrite(const RuleInput &in);
std::optional<Verdict> addColumnInlineConstraint(const RuleInput &in);
std::optional<Verdict> addColumnNotNullWithoutDefault(const RuleInput &in);
std::optional<Verdict> alterTypeRewrite(const RuleInput &in);
std::optional<Verdict> alterTypeHoldsLock(const RuleInput &in);
std::optional<Verdict> dropColumn(const RuleInput &in);
std::optional<Verdict> dropTable(const RuleInput &in);
std::optional<Verdict> truncate(const RuleInput &in);
std::optional<Verdict> renameBreaksCode(const RuleInput &in);
std::optional<Verdict> locksReferencedTable(const RuleInput &in);
std::optional<Verdict> concurrentlyInTransaction(const RuleInput &in);
std::optional<Verdict> partitionLocksParent(const RuleInput &in);
std::optional<Verdict> rewritesUnderLock(const RuleInput &in);
std::optional<Verdict> domainScan(const RuleInput &in);
std::optional<Verdict> writeWithoutWhere(const RuleInput &in);
std::optional<Verdict> unknownStatement(const RuleInput &in);

} // namespace lockstep::analysis::rules
