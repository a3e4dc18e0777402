#include "columnrules.h"
#include "constraintrules.h"
#include "indexrules.h"
#include "relationrules.h"

namespace lockstep::analysis::rules {

namespace {

constexpr Rule allRules[] = {
    { "create-index-blocking", Default::Everywhere, createIndexBlocking },
    { "drop-index-blocking", Default::Everywhere, dropIndexBlocking },
    { "add-foreign-key-validated", Default::Everywhere, addForeignKeyValidated },
    { "add-check-validated", Default::Everywhere, addCheckValidated },
    { "validate-in-same-transaction", Default::Everywhere, validateInSameTransaction },
    { "add-unique-blocking", Default::Everywhere, addUniqueBlocking },
    { "add-primary-key-nullable", Default::Everywhere, addPrimaryKeyNullable },
    { "add-exclude-blocking", Default::Everywhere, addExcludeBlocking },
    { "foreign-key-without-index", Default::Everywhere, foreignKeyWithoutIndex },
    { "set-not-null-scan", Default::Everywhere, setNotNullScan },
    { "add-column-rewrite", Default::Everywhere, addColumnRewrite },
    { "add-column-inline-constraint", Default::Everywhere, addColumnInlineConstraint },
    { "add-column-not-null-without-default", Default::Everywhere, addColumnNotNullWithoutDefault },
    { "alter-type-rewrite", Default::Everywhere, alterTypeRewrite },
    { "alter-type-holds-lock", Default::Everywhere, alterTypeHoldsLock },
    { "drop-column", Default::Everywhere, dropColumn },
    { "drop-table", Default::Everywhere, dropTable },
    { "truncate", Default::Everywhere, truncate },
    { "rename-breaks-code", Default::Everywhere, renameBreaksCode },
    { "locks-referenced-table", Default::Everywhere, locksReferencedTable },
    { "concurrently-in-transaction", Default::Everywhere, concurrentlyInTransaction },
    { "partition-locks-parent", Default::Everywhere, partitionLocksParent },
    { "rewrite-under-lock", Default::Everywhere, rewritesUnderLock },
    { "domain-constraint-scan", Default::Everywhere, domainScan },
    { "write-without-where", Default::Everywhere, writeWithoutWhere },
    { "unknown-statement", Default::Everywhere, unknownStatement },
    { "syntax-error", Default::Everywhere, {} },
    { "not-parsed", Default::Everywhere, {} },
    { "psql-command", Default::Scripts, {} },
    { "unused-suppression", Default::Scripts, {} },
};

} // namespace

std::span<const Rule> registry()
{
    return allRules;
}

const Rule *findRule(const QString &id)
{
    for (const Rule &rule : allRules) {
        if (id == QLatin1String(rule.id))
            return &rule;
    }
    return nullptr;
}

} // namespace lockstep::analysis::rules
