#include "breakingrules.h"
#include "columnrules.h"
#include "constraintrules.h"
#include "destructionrules.h"
#include "hygienerules.h"
#include "indexrules.h"
#include "maintenancerules.h"
#include "partitionrules.h"
#include "relationrules.h"
#include "transactionrules.h"

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
    // 70 to 81, 92: what is gone
    { "drop-column-drops-constraint", Default::Scripts, dropColumnDropsConstraint }, // 70, 71, 72
    { "drop-column-drops-index", Default::Scripts, dropColumnDropsIndex }, // 73
    { "drop-cascade", Default::Scripts, dropCascade }, // 75
    { "drop-table-several-foreign-keys", Default::Scripts, dropTableSeveralForeignKeys }, // 76
    { "truncate-cascade", Default::Scripts, truncateCascade }, // 78
    { "drop-schema", Default::Scripts, dropSchema }, // 79
    { "drop-database", Default::Scripts, dropDatabase }, // 80
    { "drop-sequence", Default::Scripts, dropSequence }, // 81
    { "unlogged-table", Default::Scripts, unloggedTable }, // 92
    // 82 to 91: what breaks
    { "rename-schema", Default::Scripts, renameSchema }, // 84
    { "set-schema-breaks-code", Default::Scripts, setSchemaBreaksCode },
    { "create-table-exists", Default::Scripts, createIfNotExistsExisting }, // 86
    { "row-security-change", Default::Scripts, rowSecurityChange }, // 87
    { "row-security-without-policy", Default::Scripts, rowSecurityWithoutPolicy }, // 87
    { "grant", Default::OnRequest, grantPrivileges }, // 88
    { "revoke", Default::Scripts, revokePrivileges }, // 88
    { "replica-identity", Default::Scripts, replicaIdentityChange }, // 89
    { "create-extension", Default::OnRequest, createExtension }, // 90
    { "extension-change", Default::Scripts, extensionChange }, // 90
    { "function-body-names-it", Default::Scripts, functionBodyNamesIt }, // 91
    // 93 to 98: partitions, maintenance, and locks that surprise
    { "detach-blocking", Default::Everywhere, detachBlocking }, // 93
    { "detach-scans-referencing", Default::Everywhere, detachScansReferencing },
    { "attach-partition-scan", Default::Everywhere, attachPartitionScan }, // 94
    { "attach-builds-index", Default::Everywhere, attachBuildsIndexes }, // 94
    { "default-partition-scan", Default::Everywhere, defaultPartitionScan }, // 94
    { "drop-partition-locks-parent", Default::Scripts, dropPartitionLocksParent },
    { "rewrites-whole-database", Default::Scripts, rewritesWholeDatabase }, // 95, 96
    { "refresh-blocking", Default::Everywhere, refreshBlocking }, // 97
    { "set-not-null-use-validate", Default::Scripts, setNotNullUseValidate },
    { "composite-change-locks-tables", Default::Everywhere, compositeChangeLocksTables },
    { "short-exclusive-lock", Default::Scripts, shortExclusiveLock },
    { "no-op-takes-lock", Default::Scripts, noOpTakesLock },
    { "delete-scans-referencing", Default::Scripts, deleteScansReferencing },
    { "large-table", Default::OnRequest, largeTable }, // 118
    // 99 to 107: timeouts and transactions
    { "lock-timeout-missing", Default::Scripts, lockTimeoutMissing }, // 99
    { "statement-timeout-missing", Default::OnRequest, statementTimeoutMissing }, // 100
    { "lock-timeout-long", Default::Scripts, lockTimeoutLong }, // 101
    { "idle-timeout-missing", Default::OnRequest, idleTimeoutMissing }, // 102
    { "set-local-ignored", Default::Scripts, setLocalIgnored },
    { "transaction-timeout-ignored", Default::Scripts, transactionTimeoutIgnored }, // 103
    { "work-under-lock", Default::Scripts, workUnderLock }, // 104
    { "combine-alter-table", Default::OnRequest, combineAlterTable }, // 105
    { "transaction-nesting", Default::Scripts, transactionNesting }, // 106
    { "transaction-never-committed", Default::Scripts, transactionNeverCommitted }, // 107
    // 108 to 117: what makes scripts hard to keep
    { "not-rerunnable", Default::OnRequest, notRerunnable }, // 108
    { "data-change", Default::OnRequest, dataChange }, // 110
    { "unqualified-name", Default::OnRequest, unqualifiedName }, // 112
    { "identifier-too-long", Default::Scripts, identifierTooLong }, // 113
    { "identifier-needs-quotes", Default::OnRequest, identifierNeedsQuotes }, // 114
    { "table-without-primary-key", Default::Scripts, tableWithoutPrimaryKey }, // 116
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
