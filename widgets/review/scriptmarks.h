#pragma once

#include <model/analysis/lint/lint.h>
#include <widgets/editor/sqleditor.h>

#include <QVector>

namespace lockstep::widgets {

/// Where a statement stands in its file. Lines and columns count from 1.
struct StatementExtent
{
    int statement; ///< Index into the report.
    int firstLine;
    int firstColumn;
    int lastLine;
};

/// A report as marks in the text of one of its files.
struct ScriptMarks
{
    QVector<StatementExtent> extents; ///< In the order of the text.
    QVector<EditorNote> notes;
    QVector<EditorBand> bands;

    /// The statement that holds a place, or begins behind the indentation there; null: none.
    [[nodiscard]] const StatementExtent *at(int line, int column) const;
    [[nodiscard]] const StatementExtent *of(int statement) const; ///< Null: in another file.
};

/// `text` is what the report was made of. Null has no marks.
[[nodiscard]] ScriptMarks marksOf(const analysis::lint::LintReportPtr &report, const QString &file,
                                  const QString &text);

} // namespace lockstep::widgets
