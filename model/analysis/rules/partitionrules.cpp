#include "partitionrules.h"

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

bool isAttach(Form form)
{
    return form == Form::AttachPartition || form == Form::AttachPartitionChecked;
}

/// The parent of what is attached or made.
Key parentOf(const RuleInput &in)
{
    return in.occurrence.form == Form::CreatePartition ? in.occurrence.others.value(0) : in.occurrence.own;
}

/// The more serious of what is found about several tables.
plan::Severity worst(const RuleInput &in, const Keys &tables)
{
    plan::Severity severity = plan::Severity::Info;
    for (const Key &table : tables)
        severity = std::max(severity, in.StatementInput::blocking(table));
    return severity;
}

} // namespace

std::optional<Verdict> detachBlocking(const RuleInput &in)
{
    if (in.occurrence.form != Form::DetachPartition || in.ownIsNew())
        return std::nullopt;
    const QString start =
        QStringLiteral("Detaching takes ACCESS EXCLUSIVE on %1 and all its queries wait behind it "
                       "as long as it waits itself.")
            .arg(in.sized());
    if (in.serverVersion < 140000)
        return Verdict{
            plan::Severity::Info,
            start + QStringLiteral(" PostgreSQL before 14 has no other way; keep lock_timeout short.")
        };
    if (!in.state.defaultPartition(in.occurrence.own).second.isEmpty())
        return Verdict{ plan::Severity::Info,
                        start
                            + QStringLiteral(
                                " With a DEFAULT partition there is no CONCURRENTLY; keep lock_timeout "
                                "short.") };
    return Verdict{ in.blocking(),
                    start
                        + QStringLiteral(
                            " DETACH PARTITION ... CONCURRENTLY, outside a transaction, takes SHARE "
                            "UPDATE EXCLUSIVE only.") };
}

std::optional<Verdict> detachScansReferencing(const RuleInput &in)
{
    const RelationState *parent = in.state.find(in.occurrence.own);
    if (in.occurrence.form != Form::DetachPartition || !parent || in.ownIsNew())
        return std::nullopt;
    Keys tables;
    QStringList names;
    for (const Key &table : parent->referencing) {
        if (in.state.isNew(table) || tables.contains(table))
            continue;
        tables.append(table);
        names.append(in.StatementInput::sized(table));
    }
    if (tables.isEmpty())
        return std::nullopt;
    return Verdict{ worst(in, tables),
                    QStringLiteral(
                        "Foreign keys refer to %1: %2 is read under ACCESS EXCLUSIVE to see that no row "
                        "refers to the partition. Drop the foreign key first and add it again NOT VALID "
                        "after, or keep the partition and delete its rows in batches.")
                        .arg(in.relation(), names.join(QLatin1String(", "))) };
}

std::optional<Verdict> attachPartitionScan(const RuleInput &in)
{
    const Key partition = in.occurrence.others.value(0);
    if (!isAttach(in.occurrence.form) || in.state.isNew(partition)
        || in.state.checksBound(partition, in.occurrence.own))
        return std::nullopt;
    const auto *attach = in.command<sql::AttachPartition>();
    if (attach && attach->isHash) {
        return Verdict{
            in.StatementInput::blocking(partition),
            QStringLiteral(
                "All rows of %1 are read while nobody else can read or write it, %2. Attach a HASH "
                "partition while it is empty, and let its rows come through %3.")
                .arg(in.StatementInput::sized(partition), in.howLong(Work::Scan, partition),
                     display(in.occurrence.own))
        };
    }
    const QString instead =
        attach && attach->isDefault
            ? QStringLiteral("A CHECK that excludes the bounds of all other partitions, added "
                             "NOT VALID and validated before, spares that.")
            : QStringLiteral("A CHECK that implies the bound, added NOT VALID and validated "
                             "before, with the key NOT NULL, spares that.");
    return Verdict{
        in.StatementInput::blocking(partition),
        QStringLiteral("All rows of %1 are read while nobody else can read or write it, %2, because no "
                       "CHECK proves that they fit. %3")
            .arg(in.StatementInput::sized(partition), in.howLong(Work::Scan, partition), instead)
    };
}

namespace {

/// True if the partition has an index that can be attached to the parent's.
bool hasMatch(const SchemaState &state, const RelationState &partition, const RelationState &wanted)
{
    return std::any_of(partition.indexes.begin(), partition.indexes.end(), [&](const Key &key) {
        const RelationState *index = state.find(key);
        return index && index->keyColumns == wanted.keyColumns
               && index->predicate.isEmpty() == wanted.predicate.isEmpty();
    });
}

} // namespace

std::optional<Verdict> attachBuildsIndexes(const RuleInput &in)
{
    const Key key = in.occurrence.others.value(0);
    const RelationState *parent = in.state.find(in.occurrence.own);
    const RelationState *partition = in.state.find(key);
    if (!isAttach(in.occurrence.form) || !parent || !partition || partition->isNew)
        return std::nullopt;
    QStringList missing;
    for (const Key &name : parent->indexes) {
        const RelationState *index = in.state.find(name);
        if (index && !hasMatch(in.state, *partition, *index))
            missing.append(
                QStringLiteral("%1 (%2)").arg(display(name), index->keyColumns.join(QLatin1String(", "))));
    }
    if (missing.isEmpty())
        return std::nullopt;
    missing.sort();
    return Verdict{ in.StatementInput::blocking(key),
                    QStringLiteral(
                        "%1 has no index like %2: it is built while nobody else can read or write the "
                        "partition, %3. Build it with CREATE INDEX CONCURRENTLY before.")
                        .arg(in.StatementInput::sized(key), missing.join(QLatin1String(" and like ")),
                             in.howLong(Work::IndexBuild, key)) };
}

std::optional<Verdict> defaultPartitionScan(const RuleInput &in)
{
    const bool adds = isAttach(in.occurrence.form) || in.occurrence.form == Form::CreatePartition;
    const Key parent = parentOf(in);
    const Key fallback = adds ? in.state.defaultPartition(parent) : Key();
    const auto *attach = in.command<sql::AttachPartition>();
    const bool isItself = (attach && attach->isDefault) || fallback == in.occurrence.own;
    if (fallback.second.isEmpty() || isItself || in.state.isNew(fallback)
        || in.state.excludesBound(fallback, parent))
        return std::nullopt;
    return Verdict{ in.StatementInput::blocking(fallback),
                    QStringLiteral(
                        "All rows of the DEFAULT partition %1 are read under ACCESS EXCLUSIVE, %2, to see "
                        "that none belongs into the new one. A CHECK on it that excludes the new bound, "
                        "added NOT VALID and validated before, spares that.")
                        .arg(in.StatementInput::sized(fallback), in.howLong(Work::Scan, fallback)) };
}

std::optional<Verdict> partitionLocksParent(const RuleInput &in)
{
    if (in.occurrence.form != Form::CreatePartition || in.state.isNew(in.occurrence.others.value(0)))
        return std::nullopt;
    return Verdict{ plan::Severity::Info,
                    QStringLiteral(
                        "Creating the partition in place takes ACCESS EXCLUSIVE on %1. CREATE TABLE "
                        "... LIKE and ATTACH PARTITION take SHARE UPDATE EXCLUSIVE only.")
                        .arg(display(in.occurrence.others.value(0))) };
}

std::optional<Verdict> dropPartitionLocksParent(const RuleInput &in)
{
    const Key parent = in.occurrence.others.value(0);
    const RelationState *table = in.state.find(parent);
    if (in.occurrence.form != Form::DropPartition || !table || !table->isPartitioned || in.ownIsNew()
        || in.state.isNew(parent))
        return std::nullopt;
    const bool canDetach = in.serverVersion >= 140000 && in.state.defaultPartition(parent).second.isEmpty();
    const QString instead =
        canDetach ? QStringLiteral("DETACH PARTITION ... CONCURRENTLY first, outside a transaction, "
                                   "spares that.")
                  : QStringLiteral("There is no other way here; keep lock_timeout short.");
    return Verdict{ canDetach ? in.StatementInput::blocking(parent) : plan::Severity::Info,
                    QStringLiteral(
                        "Dropping the partition %1 also takes ACCESS EXCLUSIVE on %2, and all its queries "
                        "wait behind it as long as it waits itself. %3")
                        .arg(in.relation(), in.StatementInput::sized(parent), instead) };
}

} // namespace lockstep::analysis::rules
