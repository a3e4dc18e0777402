#pragma once

#include "lint.h"

#include <model/base/sqlscript.h>

namespace lockstep::analysis::lint {

/// A comment that takes findings back: `-- lockstep: ignore rule-a, rule-b: why`, of the statement it is in,
/// behind or before, or `-- lockstep: ignore-file …` of the whole file. Without a rule: all of them.
struct Directive
{
    QStringList rules;
    QString reason;
    int line = 1;
    bool isForFile = false;
    [[nodiscard]] bool covers(const QString &rule) const { return rules.isEmpty() || rules.contains(rule); }
};

struct UnitStatement
{
    base::ScriptStatement text;
    QVector<int> directives; ///< Indexes into Unit::directives.
    /// Which statements it shares a transaction with, as [first, last]; only itself where it has one of its
    /// own.
    qsizetype firstOfTransaction = 0;
    qsizetype lastOfTransaction = 0;
    bool isRolledBack = false; ///< That transaction ends with ROLLBACK.
};

/// What is run at once: a file, or one migration of those that were joined in one stream.
struct Unit
{
    QString file;
    bool isDown = false; ///< Takes a migration back: not part of the history.
    std::vector<UnitStatement> statements;
    QVector<Directive> directives;
    QVector<base::MetaCommand> metaCommands;
};

/// Cuts a file into units and finds their transactions and directives. Never fails.
[[nodiscard]] std::vector<Unit> readUnits(const ScriptFile &file, bool inTransaction);

/// True for names by which migration tools know files that take a migration back.
[[nodiscard]] bool isDownFile(const QString &fileName);

} // namespace lockstep::analysis::lint
