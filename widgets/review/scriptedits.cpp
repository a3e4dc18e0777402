#include "scriptedits.h"

#include <widgets/editor/sqleditor.h>

namespace lockstep::widgets {

namespace {

bool isFresh(const QString &text, const analysis::lint::LintedStatement &statement)
{
    return QStringView(text).mid(statement.offset).startsWith(statement.sql);
}

/// Where a comment can stand inside of the statement: before it, it would be the one's before.
qsizetype firstWord(const QString &sql)
{
    qsizetype end = 0;
    while (end < sql.size() && (sql.at(end).isLetterOrNumber() || sql.at(end) == QLatin1Char('_')))
        ++end;
    return end;
}

} // namespace

bool replaceWithFix(SqlEditor *editor, const analysis::lint::LintedStatement &statement)
{
    if (statement.fix.isEmpty() || !isFresh(editor->sqlText(), statement))
        return false;
    // The semicolon behind the statement stays.
    editor->replaceText(statement.offset, statement.sql.size(), statement.fix.join(QStringLiteral(";\n\n")));
    editor->flush();
    return true;
}

bool insertIgnore(SqlEditor *editor, const analysis::lint::LintedStatement &statement, const QString &rule)
{
    const QString text = editor->sqlText();
    if (rule.isEmpty() || !isFresh(text, statement))
        return false;
    const qsizetype offset = statement.offset;
    const qsizetype lineStart = offset > 0 ? text.lastIndexOf(QLatin1Char('\n'), offset - 1) + 1 : 0;
    const QString before = text.mid(lineStart, offset - lineStart);
    if (before.trimmed().isEmpty())
        editor->replaceText(lineStart, 0, QStringLiteral("%1-- lockstep: ignore %2\n").arg(before, rule));
    else
        editor->replaceText(offset + firstWord(statement.sql), 0,
                            QStringLiteral(" /* lockstep: ignore %1 */").arg(rule));
    editor->flush();
    return true;
}

} // namespace lockstep::widgets
