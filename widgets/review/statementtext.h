#pragma once

#include <model/analysis/lint/lint.h>
#include <widgets/common/theme.h>

#include <QString>

/// What is known of one statement of a script as simple HTML; every text that comes from a script is
/// escaped.
namespace lockstep::widgets {

/// Pictures are "blocks:<int(plan::Blocks)>".
[[nodiscard]] QString lockLinesHtml(const analysis::lint::LintedStatement &statement, const Colors &colors);
[[nodiscard]] QString timeHtml(const analysis::lint::LintedStatement &statement, const Colors &colors);
[[nodiscard]] QString placeHtml(const analysis::lint::LintedStatement &statement);
/// Links are "finding:<index>"; the one that is chosen is set off.
[[nodiscard]] QString findingLinesHtml(const analysis::lint::LintedStatement &statement, int chosen,
                                       const Colors &colors);
[[nodiscard]] QString ignoredHtml(const analysis::lint::LintedStatement &statement, const Colors &colors);
/// Markdown as HTML to be put into a document, its heading as large as the text.
[[nodiscard]] QString documentationHtml(const QString &markdown, const Colors &colors);

} // namespace lockstep::widgets
