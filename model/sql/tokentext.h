#pragma once

#include "tokens.h"

#include <QPair>
#include <QString>

namespace lockstep::sql {

/// A statement by its tokens: for cutting parts out of it and writing words into it where the parse tree has
/// no positions, so that what its author wrote stays as it is. Token indexes count from 0; ranges are [from,
/// to).
class TokenText
{
public:
    explicit TokenText(const QString &sql)
        : m_sql(sql)
        , m_tokens(tokenize(sql))
    { }

    [[nodiscard]] int size() const { return int(m_tokens.size()); }
    /// True if the token is that word, in any case, or that symbol; false behind the end.
    [[nodiscard]] bool is(int index, const char *word) const;
    [[nodiscard]] bool isAnyOf(int index, std::initializer_list<const char *> words) const;
    /// The first such token from `from` on that is in no brackets opened there; -1: none before `to` (-1: the
    /// end).
    [[nodiscard]] int find(const char *word, int from = 0, int to = -1) const;
    /// The bracket that closes the one at `open`; size() if none does.
    [[nodiscard]] int closing(int open) const;
    /// Behind the qualified name that starts at `from`.
    [[nodiscard]] int afterName(int from) const;
    /// What a name says: in lower case, or without its quotes.
    [[nodiscard]] QString name(int index) const;
    /// The parts between commas that are in no brackets.
    [[nodiscard]] QVector<QPair<int, int>> split(int from, int to) const;
    /// As its author wrote it, comments inside it too.
    [[nodiscard]] QString text(int from, int to) const;
    /// The whole statement with `words` behind the token.
    [[nodiscard]] QString withInserted(int behind, const QString &words) const;
    /// The whole statement with `words` in place of a range.
    [[nodiscard]] QString withReplaced(int from, int to, const QString &words) const;

private:
    QString m_sql;
    QVector<Token> m_tokens;
};

} // namespace lockstep::sql
