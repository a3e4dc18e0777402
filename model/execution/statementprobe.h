#pragma once

#include <QString>
#include <QStringList>

namespace lockstep::execution {

/// What a statement outside a transaction leaves behind, so that it can be looked for after a crash.
struct ProbeTarget
{
    enum class Kind { CreateIndex, DropIndex, AddEnumLabel, DetachPartition, Reindex, Other };
    Kind kind = Kind::Other;
    QString name; ///< New index: raw name; else as SQL writes it.
    QString relation; ///< Table of a new index, parent of a partition, what is rebuilt; as SQL writes it.
    QString label; ///< New enum label, raw.
    bool concurrently = false;
};

/// Reads one statement as far as probing needs it; anything not recognised is Other.
[[nodiscard]] ProbeTarget probeTargetOf(const QString &statement);

/// CREATE INDEX text without what pg_get_indexdef() does not print, for comparing definitions.
[[nodiscard]] QString indexDefinitionKey(const QString &createIndex);

/// That a statement, run again after a crash, failed like this says that it was done before: what it makes
/// is there, or what it takes away is not.
[[nodiscard]] bool saysAlreadyDone(const QString &statement, const QString &sqlstate);

/// "email, lower(name)" out of `Key (email, lower(name))=(…) is duplicated.`; empty if not so.
[[nodiscard]] QString duplicateKeyColumns(const QString &detail);

} // namespace lockstep::execution
