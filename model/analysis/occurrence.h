#pragma once

#include "locktable.h"
#include "schemastate.h"

namespace lockstep::analysis {

/// One form met in a statement, with the relations that its rules may speak of.
struct Occurrence
{
    Form form = Form::Unknown;
    Key own; ///< Empty name: none.
    bool only = false; ///< ONLY: children are left alone.
    QString column; ///< TouchedIndexes, OwnedSequences.
    Key index; ///< NamedIndex.
    bool renamesIndex = false; ///< RenamedIndex is it, too.
    Keys rebuilt; ///< RebuiltIndexes.
    Keys sequences; ///< UsedSequences.
    QVector<NewIndex> newIndexes;
    Keys referenced; ///< Referenced.
    Keys checked; ///< Checked.
    Keys others; ///< Parent, NamedPartition, Sources: as the form has them.
    Keys dependents;
    Keys unproved; ///< Unproved.
    Keys cascaded; ///< Cascaded.
    Keys unindexed; ///< Unindexed.
    bool ownSequences = true; ///< False: OwnedSequences does not apply.
    QString function; ///< Form::Unknown: the routine of which nothing is known.
    bool isIdle = false; ///< Nothing is left to do, or it is only explained: it locks and does no work.
    bool onlyParsed = false; ///< Not planned: locks what it names, and no more.
    std::optional<plan::LockMode> mode; ///< LOCK TABLE's own mode.
    std::shared_ptr<const sql::Statement> routine; ///< Keeps the next alive where it is a routine's.
    const sql::Statement *statement = nullptr; ///< The nested one it is of; null: the whole.
    std::shared_ptr<const SchemaState> before; ///< What its nested one meets; null: what the whole meets.
    const sql::Subcommand *subcommand = nullptr;
    int line = 1;
};

/// The forms a statement consists of. `statement` must outlive the result.
[[nodiscard]] std::vector<Occurrence> classify(const sql::Statement &statement, const SchemaState &state,
                                               int serverVersion);
/// The same for one ALTER TABLE.
[[nodiscard]] std::vector<Occurrence> classifyAlter(const sql::AlterTable &alter, const SchemaState &state,
                                                    int serverVersion);

struct KeyLock
{
    Key key;
    plan::LockMode mode = plan::LockMode::AccessShare;
};
/// Every relation the occurrence locks, one entry each, strongest mode. TOAST goes with its table and is
/// not listed.
[[nodiscard]] std::vector<KeyLock> locksOf(const Occurrence &occurrence, const SchemaState &state,
                                           int serverVersion);

/// Work on one relation.
struct WorkOn
{
    Key relation; ///< A table, materialized view or sequence with rows of its own.
    Work work = Work::Metadata;
    Key index; ///< Where it is done to one of the relation's indexes.
};
/// What the occurrence does besides writing catalog rows, relation by relation: partitions one by one,
/// every index that is built.
[[nodiscard]] std::vector<WorkOn> effectsOf(const Occurrence &occurrence, const SchemaState &state);

} // namespace lockstep::analysis
