#pragma once

#include <model/analysis/lint/lint.h>

namespace lockstep::widgets {

class SqlEditor;

/// What a finding's buttons write into the script; one step of undo each. False, and nothing is
/// done, where the text is no longer what the report is about.
bool replaceWithFix(SqlEditor *editor, const analysis::lint::LintedStatement &statement);
/// A comment that takes the rule's finding back: on a line of its own over the statement, or
/// inside of it where it does not begin its line.
bool insertIgnore(SqlEditor *editor, const analysis::lint::LintedStatement &statement, const QString &rule);

} // namespace lockstep::widgets
