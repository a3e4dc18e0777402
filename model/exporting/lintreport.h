#pragma once

#include <model/analysis/lint/lint.h>

#include <QByteArray>

/// One writer a format; each makes the same bytes of the same report. UTF-8.
namespace lockstep::exporting {

/// {"statements": [{"file", "line", "sql", "transaction", "locks", "blocks", "effect", "estimate",
/// "findings", "suppressed", "fix"}], "notes": […]}, as `lockstep-cli lint --format json` promises.
[[nodiscard]] QByteArray lintJson(const analysis::lint::LintReport &report);

/// For people: findings by file and line with what the statement locks, and the safe way behind.
[[nodiscard]] QByteArray lintText(const analysis::lint::LintReport &report);

/// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as code hosts read it; with the
/// documentation of each rule that was broken. Suppressed findings are there as suppressed.
[[nodiscard]] QByteArray lintSarif(const analysis::lint::LintReport &report);

/// Workflow commands that GitHub shows beside the changed lines (::error file=…,line=…).
[[nodiscard]] QByteArray lintGithub(const analysis::lint::LintReport &report);

} // namespace lockstep::exporting
