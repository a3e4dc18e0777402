#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

namespace lockstep::base {

/// One statement of a script as psql would cut it: backslash commands are left out, COPY … FROM
/// stdin keeps its data apart.
struct ScriptStatement
{
    QString sql;         ///< Without the semicolon and without leading blanks and comments.
    int line = 1;        ///< Where it starts in the text, from 1.
    qsizetype offset = 0; ///< The same in UTF-16 units from 0.
    QByteArray copyData; ///< UTF-8; set for COPY … FROM stdin.
    bool isCopy = false;
};

/// Cuts a script by PostgreSQL's lexical rules: strings, E'' strings, dollar quotes, quoted names,
/// nested comments, BEGIN ATOMIC … END bodies, parentheses (CREATE RULE … DO (a; b)). Never fails:
/// an unterminated quote ends at the end of the text and the server says so. Statements that are
/// only blanks and comments are left out.
[[nodiscard]] QVector<ScriptStatement> splitScript(const QString &text);

} // namespace lockstep::base
