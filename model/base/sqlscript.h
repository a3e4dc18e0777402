#pragma once

#include "error.h"

#include <QByteArray>
#include <QString>
#include <QVector>

namespace lockstep::base {

/// One statement of a script as psql would cut it: backslash commands are left out, COPY … FROM
/// stdin keeps its data apart.
struct ScriptStatement
{
    QString sql; ///< Without the semicolon and without leading blanks and comments.
    int line = 1; ///< Where it starts in the text, from 1.
    qsizetype offset = 0; ///< The same in UTF-16 units from 0.
    QByteArray copyData; ///< UTF-8; set for COPY … FROM stdin.
    bool isCopy = false;
    bool isCopyOpen = false; ///< Its rows go on to the end of the text: no line says "\.".
};

/// Cuts a script by PostgreSQL's lexical rules: strings, E'' strings, dollar quotes, quoted names,
/// nested comments, BEGIN ATOMIC … END bodies, parentheses (CREATE RULE … DO (a; b)). Never fails:
/// an unterminated quote or comment ends at the end of the text and the server says so. Statements that are
/// only blanks and comments are left out.
[[nodiscard]] QVector<ScriptStatement> splitScript(const QString &text);

/// A psql command such as \connect, as written, without its line end.
struct MetaCommand
{
    QString text;
    int line = 1;
};

/// A comment as written, with its dashes or slashes; comments inside statements are among them.
struct ScriptComment
{
    QString text;
    int line = 1;
    qsizetype offset = 0; ///< UTF-16 units from 0.
};

/// The same with psql's backslash commands, for callers that must refuse or mention some of them, and with
/// the comments.
struct Script
{
    QVector<ScriptStatement> statements;
    QVector<MetaCommand> metaCommands;
    QVector<ScriptComment> comments;
};
[[nodiscard]] Script readScript(const QString &text);

/// UTF-16 offset of the n-th character (from 1), which is how PostgreSQL counts error positions.
[[nodiscard]] qsizetype offsetOfCharacter(const QString &text, int character);
/// Line and column (characters, from 1) of a UTF-16 offset; `file` stays empty.
[[nodiscard]] TextPosition positionAt(const QString &text, qsizetype offset);

} // namespace lockstep::base
