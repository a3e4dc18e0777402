#include "scriptmarks.h"

#include <widgets/common/uitext.h>

#include <algorithm>

namespace lockstep::widgets {

const StatementExtent *ScriptMarks::at(int line, int column) const
{
    auto after = std::upper_bound(extents.begin(), extents.end(), std::pair(line, column),
                                  [](const auto &caret, const StatementExtent &extent) {
                                      return caret < std::pair(extent.firstLine, extent.firstColumn);
                                  });
    if (after != extents.end() && after->firstLine == line
        && (after == extents.begin() || (after - 1)->lastLine < line))
        ++after;
    if (after == extents.begin() || (after - 1)->lastLine < line)
        return nullptr;
    return &*(after - 1);
}

const StatementExtent *ScriptMarks::of(int statement) const
{
    const auto found =
        std::find_if(extents.begin(), extents.end(),
                     [statement](const StatementExtent &extent) { return extent.statement == statement; });
    return found == extents.end() ? nullptr : &*found;
}

ScriptMarks marksOf(const analysis::lint::LintReportPtr &report, const QString &file, const QString &text)
{
    ScriptMarks marks;
    if (!report)
        return marks;
    qsizetype lineStart = 0;
    int line = 1;
    for (int i = 0; i < report->statements.size(); ++i) {
        const auto &statement = report->statements.at(i);
        if (statement.file != file)
            continue;
        for (; line < statement.line; ++line)
            lineStart = text.indexOf(QLatin1Char('\n'), lineStart) + 1;
        const int last = statement.line + int(statement.sql.count(QLatin1Char('\n')));
        marks.extents.append({ i, statement.line, int(statement.offset - lineStart) + 1, last });
        for (const plan::Finding &finding : statement.findings)
            marks.notes.append({ finding.line, 0, finding.severity, finding.message });
        // SET and the like take no locks: nothing to see.
        if (!statement.locks.isEmpty())
            marks.bands.append({ statement.line, last, statement.blocks, blocksSentence(statement.blocks) });
    }
    return marks;
}

} // namespace lockstep::widgets
