#include "rule.h"

namespace lockstep::analysis::rules {

namespace {

constexpr Rule allRules[] = {
    { "create-index-blocking", createIndexBlocking },
    { "drop-index-blocking", dropIndexBlocking },
    { "add-foreign-key-validated", addForeignKeyValidated },
    { "add-check-validated", addCheckValidated },
    { "validate-in-same-transaction", validateInSameTransaction },
    { "add-unique-blocking", addUniqueBlocking },
    { "add-primary-key-nullable", addPrimaryKeyNullable },
    { "add-exclude-blocking", addExcludeBlocking },
    { "foreign-key-without-index", foreignKeyWithoutIndex },
    { "set-not-null-scan", setNotNullScan },
    { "add-column-rewrite", addColumnRewrite },
    { "add-column-inline-constraint", addColumnInlineConstraint },
    { "add-column-not-null-without-default", addColumnNotNullWithoutDefault },
    { "alter-type-rewrite", alterTypeRewrite },
    { "alter-type-holds-lock", alterTypeHoldsLock },
    { "drop-column", dropColumn },
    { "drop-table", dropTable },
    { "truncate", truncate },
    { "rename-breaks-code", renameBreaksCode },
    { "locks-referenced-table", locksReferencedTable },
    { "concurrently-in-transaction", concurrentlyInTransaction },
    { "partition-locks-parent", partitionLocksParent },
    { "rewrite-under-lock", rewritesUnderLock },
    { "domain-constraint-scan", domainScan },
    { "write-without-where", writeWithoutWhere },
    { "unknown-statement", unknownStatement },
};

} // namespace

std::span<const Rule> registry()
{
    return allRules;
}

plan::Severity RuleInput::blocking() const
{
    const Size size = sizes.of(occurrence.own, state);
    const bool nobodyMinds =
        plan.policy == plan::Policy::Window || (size.isKnown() && size.rows < smallTableRows);
    return nobodyMinds ? plan::Severity::Info : plan::Severity::Warning;
}

} // namespace lockstep::analysis::rules
