#pragma once

#include "../rules/rule.h"
#include "script.h"

namespace lockstep::analysis::lint {

using LintedStatements = QVector<LintedStatement>;

/// Findings of the rules that look at a unit as a whole. The unit's statements are those of the list from
/// `first` on; the same holds below.
void addScriptFindings(const rules::ScriptInput &script, LintedStatements *statements, qsizetype first);

/// What psql puts into the statement, and rows of a COPY that are not ended.
void addUnknownText(const QStringList &variables, const base::ScriptStatement &statement,
                    QVector<plan::Finding> *findings);
/// True of psql commands that change what is run; the others only change what is printed.
[[nodiscard]] bool changesScript(const QString &command);
/// Names the psql commands that are not followed.
void addMetaCommands(const Unit &unit, LintedStatements *statements, qsizetype first);

/// Takes out what settings turn off or comments take back, names comments that take nothing back, sets
/// severities, and sorts: worst first within a line.
void finishFindings(const Unit &unit, const LintSettings &settings, LintedStatements *statements,
                    qsizetype first);

} // namespace lockstep::analysis::lint
