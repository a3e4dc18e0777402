#include "tokentext.h"

#include <algorithm>

namespace lockstep::sql {

bool TokenText::is(int index, const char *word) const
{
    if (index < 0 || index >= size())
        return false;
    const Token &token = m_tokens.at(index);
    return (token.kind == TokenKind::Word || token.kind == TokenKind::Symbol)
           && token.word == QLatin1String(word);
}

bool TokenText::isAnyOf(int index, std::initializer_list<const char *> words) const
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return is(index, word); });
}

int TokenText::find(const char *word, int from, int to) const
{
    const int end = to < 0 ? size() : to;
    for (int i = from; i < end; ++i) {
        if (is(i, word))
            return i;
        if (is(i, "(") || is(i, "["))
            i = closing(i);
    }
    return -1;
}

int TokenText::closing(int open) const
{
    int depth = 0;
    for (int i = open; i < size(); ++i) {
        if (is(i, "(") || is(i, "["))
            ++depth;
        else if ((is(i, ")") || is(i, "]")) && --depth == 0)
            return i;
    }
    return size();
}

int TokenText::afterName(int from) const
{
    int i = from + 1;
    while (is(i, "."))
        i += 2;
    return std::min(i, size());
}

QString TokenText::name(int index) const
{
    const Token &token = m_tokens.at(index);
    if (token.kind != TokenKind::QuotedName)
        return token.word;
    return m_sql.mid(token.begin + 1, token.end - token.begin - 2)
        .replace(QLatin1String("\"\""), QLatin1String("\""));
}

QVector<QPair<int, int>> TokenText::split(int from, int to) const
{
    QVector<QPair<int, int>> parts;
    int start = from;
    for (int comma = find(",", from, to); comma >= 0; comma = find(",", start, to)) {
        parts.append({ start, comma });
        start = comma + 1;
    }
    parts.append({ start, to });
    return parts;
}

QString TokenText::text(int from, int to) const
{
    if (from >= to || from >= size())
        return {};
    const qsizetype begin = m_tokens.at(from).begin;
    return m_sql.mid(begin, m_tokens.at(std::min(to, size()) - 1).end - begin);
}

QString TokenText::withInserted(int behind, const QString &words) const
{
    const qsizetype at = m_tokens.at(behind).end;
    return m_sql.left(at) + QLatin1Char(' ') + words + m_sql.mid(at);
}

QString TokenText::withReplaced(int from, int to, const QString &words) const
{
    return m_sql.left(m_tokens.at(from).begin) + words + m_sql.mid(m_tokens.at(to - 1).end);
}

} // namespace lockstep::sql
