#pragma once

#include "locktable.h"
#include "schemastate.h"

namespace lockstep::analysis {

/// One form met in a statement, with the relations that its lock rules may speak of.
struct Occurrence
{
    Form form = Form::Unknown;
    Key own; ///< Empty name: none.
    bool only = false; ///< ONLY: children are left alone.
    QString column; ///< For TouchedIndexes.
    Key index; ///< NamedIndex.
    Keys referenced; ///< Referenced.
    Keys others; ///< Parent, NamedPartition, Sources, Dependents: as the form has them.
    Keys dependents;
    bool ownSequences = true; ///< False: OwnedSequences does not apply.
    std::optional<plan::LockMode> mode; ///< LOCK TABLE's own mode.
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
/// Every relation the occurrence locks, one entry each, strongest mode.
[[nodiscard]] std::vector<KeyLock> locksOf(const Occurrence &occurrence, const SchemaState &state,
                                           int serverVersion);

} // namespace lockstep::analysis
