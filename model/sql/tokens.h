#pragma once

#include <QString>
#include <QVector>

namespace lockstep::sql {

enum class TokenKind { Word, QuotedName, Text, Number, Symbol };

/// A lexical token of a statement; blanks and comments are left out.
struct Token
{
    TokenKind kind = TokenKind::Symbol;
    qsizetype begin = 0; ///< UTF-16 units.
    qsizetype end = 0;
    QString word; ///< Words in lower case, symbols as they are, else empty.
};

/// Cuts by PostgreSQL's lexical rules. Never fails: what is not terminated ends with the text.
[[nodiscard]] QVector<Token> tokenize(const QString &sql);

/// One-based line of a UTF-16 offset.
[[nodiscard]] int lineAt(const QString &text, qsizetype offset);
[[nodiscard]] int columnAt(const QString &text, qsizetype offset);

} // namespace lockstep::sql
