#include "breakingrules.h"
#include "columnrules.h"
#include "constraintrules.h"
#include "destructionrules.h"
#include "enumrules.h"
#include "existencerules.h"
#include "foreignkeyrules.h"
#include "hygienerules.h"
#include "indexchoicerules.h"
#include "indexrules.h"
#include "keyrules.h"
#include "maintenancerules.h"
#include "partitionrules.h"
#include "relationrules.h"
#include "transactionrules.h"
#include "typerules.h"

namespace lockstep::analysis::rules {

namespace {

// clang-format off
constexpr Rule allRules[] = {
    // Indexes; behind each the numbers of resources/rules/README.md.
    { "create-index-blocking", Default::Everywhere, createIndexBlocking }, // 1
    { "drop-index-blocking", Default::Everywhere, dropIndexBlocking }, // 2
    { "drop-index-refused", Default::Everywhere, dropIndexRefused }, // 2
    { "concurrently-in-transaction", Default::Everywhere, concurrentlyInTransaction }, // 3
    { "reindex-blocking", Default::Everywhere, reindexBlocking }, // 4
    { "unnamed-concurrent-index", Default::Scripts, unnamedConcurrentIndex }, // 5
    { "index-exists-unchecked", Default::Scripts, indexExistsUnchecked }, // 6
    { "index-dropped-first", Default::Scripts, indexDroppedFirst }, // 7
    { "dropped-index-in-use", Default::Scripts, droppedIndexInUse }, // 8
    { "long-index-build", Default::Scripts, longIndexBuild }, // 9
    { "concurrently-corrupts", Default::Everywhere, concurrentlyCorrupts }, // 10
    { "wide-index", Default::OnRequest, wideIndex }, // 11
    { "redundant-index", Default::Scripts, redundantIndex }, // 12
    { "unique-may-fail", Default::Scripts, uniqueMayFail }, // 15
    { "concurrently-on-partitioned", Default::Everywhere, concurrentlyOnPartitioned }, // 16
    // Constraints
    { "add-foreign-key-validated", Default::Everywhere, addForeignKeyValidated }, // 17
    { "not-valid-on-partitioned", Default::Everywhere, notValidOnPartitioned }, // 17
    { "foreign-key-without-index", Default::Everywhere, foreignKeyWithoutIndex }, // 14
    { "foreign-key-without-index", Default::Scripts, foreignKeyWithoutIndexAtEnd }, // 14
    { "add-check-validated", Default::Everywhere, addCheckValidated }, // 18, 31
    { "add-column-inline-constraint", Default::Everywhere, addColumnInlineConstraint }, // 19, 20, 44
    { "add-column-references", Default::Scripts, addColumnReferences }, // 20
    { "create-table-references", Default::Scripts, createTableReferences }, // 21
    { "validate-in-same-transaction", Default::Everywhere, validateInSameTransaction }, // 22
    { "several-foreign-keys", Default::Scripts, severalForeignKeys }, // 23
    { "add-unique-blocking", Default::Everywhere, addUniqueBlocking }, // 24, 25
    { "add-primary-key-nullable", Default::Everywhere, addPrimaryKeyNullable }, // 26
    { "add-exclude-blocking", Default::Everywhere, addExcludeBlocking }, // 27
    { "set-not-null-scan", Default::Everywhere, setNotNullScan }, // 28, 47
    { "add-column-not-null-without-default", Default::Everywhere, addColumnNotNullWithoutDefault }, // 29
    { "drop-not-null", Default::Scripts, dropNotNull }, // 30
    { "drop-primary-key", Default::Scripts, dropPrimaryKey }, // 32
    { "drop-foreign-key", Default::Scripts, dropForeignKey }, // 33
    { "unnamed-constraint", Default::OnRequest, unnamedConstraint }, // 34
    { "foreign-key-type-mismatch", Default::Scripts, foreignKeyTypeMismatch }, // 35
    { "domain-with-constraint", Default::OnRequest, domainWithConstraint }, // 36
    { "domain-constraint-scan", Default::Everywhere, domainScan }, // 37
    { "disable-trigger", Default::Scripts, disableTrigger }, // 39
    // Columns and types
    { "add-column-rewrite", Default::Everywhere, addColumnRewrite }, // 40 to 45
    { "alter-type-rewrite", Default::Everywhere, alterTypeRewrite }, // 46
    { "alter-type-holds-lock", Default::Everywhere, alterTypeHoldsLock }, // 38, 46, 68
    { "type-change-refused", Default::Everywhere, typeChangeRefused }, // 46
    { "type-change-statistics", Default::Scripts, typeChangeStatistics }, // 48
    { "limited-text", Default::OnRequest, limitedText }, // 49
    { "padded-text", Default::OnRequest, paddedText }, // 50
    { "timestamp-without-zone", Default::OnRequest, timestampWithoutZone }, // 51
    { "rounded-timestamp", Default::OnRequest, roundedTimestamp }, // 52
    { "integer-column", Default::OnRequest, integerColumn }, // 53
    { "smallint-column", Default::OnRequest, smallintColumn }, // 54
    { "integer-primary-key", Default::Scripts, integerPrimaryKey }, // 55
    { "serial-column", Default::OnRequest, serialColumn }, // 56
    { "json-column", Default::Scripts, jsonColumn }, // 57
    { "money-column", Default::Scripts, moneyColumn }, // 58
    { "float-column", Default::OnRequest, floatColumn }, // 59
    { "enum-type", Default::OnRequest, enumType }, // 60
    { "enum-label-without-position", Default::OnRequest, enumLabelWithoutPosition }, // 61
    { "new-enum-label-used", Default::Scripts, newEnumLabelUsed }, // 62
    { "enum-label-renamed", Default::Scripts, enumLabelRenamed }, // 63
    { "duplicate-column", Default::Everywhere, duplicateColumn }, // 66
    { "column-order", Default::OnRequest, columnOrder }, // 67
    { "timestamp-zone-change", Default::Scripts, timestampZoneChange }, // 68

    { "drop-column", Default::Everywhere, dropColumn },
    { "drop-table", Default::Everywhere, dropTable },
    { "truncate", Default::Everywhere, truncate },
    { "rename-breaks-code", Default::Everywhere, renameBreaksCode },
    { "locks-referenced-table", Default::Everywhere, locksReferencedTable },
    { "partition-locks-parent", Default::Everywhere, partitionLocksParent },
    { "rewrite-under-lock", Default::Everywhere, rewritesUnderLock },
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
    { "refresh-refused", Default::Everywhere, refreshRefused }, // 97
    { "set-not-null-use-validate", Default::Scripts, setNotNullUseValidate },
    { "composite-change-locks-tables", Default::Everywhere, compositeChangeLocksTables },
    { "short-exclusive-lock", Default::Scripts, shortExclusiveLock },
    { "no-op-takes-lock", Default::Scripts, noOpTakesLock },
    { "delete-scans-referencing", Default::Scripts, deleteScansReferencing },
    { "large-table", Default::OnRequest, largeTable }, // 118
    { "busy-table", Default::Scripts, busyTable }, // 118
    // 99 to 107: timeouts and transactions
    { "lock-timeout-missing", Default::Scripts, lockTimeoutMissing }, // 99
    { "statement-timeout-missing", Default::OnRequest, statementTimeoutMissing }, // 100
    { "lock-timeout-long", Default::Scripts, lockTimeoutLong }, // 101
    { "idle-timeout-missing", Default::OnRequest, idleTimeoutMissing }, // 102
    { "application-name-missing", Default::OnRequest, applicationNameMissing }, // 102
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
    { "object-missing", Default::Scripts, objectMissing },
    { "object-exists", Default::Scripts, objectExists },
    { "drop-refused", Default::Scripts, dropRefused },
    { "syntax-error", Default::Everywhere, {} },
    { "not-parsed", Default::Everywhere, {} },
    { "psql-command", Default::Scripts, {} },
    { "unused-suppression", Default::Scripts, {} },
};
// clang-format on

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
