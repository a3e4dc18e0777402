#include "tokens.h"

namespace lockstep::sql {

namespace {

bool isNameStart(QChar c)
{
    return c.isLetter() || c == QLatin1Char('_') || c.unicode() > 127;
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || c.isDigit() || c == QLatin1Char('$');
}

class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    { }

    QVector<Token> run()
    {
        while (skipBlanks(), m_pos < m_text.size())
            next();
        return m_tokens;
    }

private:
    [[nodiscard]] QChar at(qsizetype pos) const { return pos < m_text.size() ? m_text.at(pos) : QChar(); }

    void skipBlanks()
    {
        while (m_pos < m_text.size()) {
            if (at(m_pos).isSpace())
                ++m_pos;
            else if (at(m_pos) == QLatin1Char('-') && at(m_pos + 1) == QLatin1Char('-'))
                skipLineComment();
            else if (at(m_pos) == QLatin1Char('/') && at(m_pos + 1) == QLatin1Char('*'))
                skipBlockComment();
            else
                return;
        }
    }

    void skipLineComment()
    {
        const qsizetype end = m_text.indexOf(QLatin1Char('\n'), m_pos);
        m_pos = end < 0 ? m_text.size() : end + 1;
    }

    void skipBlockComment()
    {
        int depth = 0;
        while (m_pos < m_text.size()) {
            const QStringView two = QStringView(m_text).mid(m_pos, 2);
            if (two == QLatin1String("/*")) {
                ++depth;
                m_pos += 2;
            } else if (two == QLatin1String("*/")) {
                m_pos += 2;
                if (--depth == 0)
                    return;
            } else {
                ++m_pos;
            }
        }
    }

    void next()
    {
        const qsizetype begin = m_pos;
        const QChar c = at(begin);
        if (c == QLatin1Char('\'')) {
            add(TokenKind::Text, begin, quotedEnd(begin, c, false));
        } else if (c == QLatin1Char('"')) {
            add(TokenKind::QuotedName, begin, quotedEnd(begin, c, false));
        } else if (c == QLatin1Char('$') && dollarEnd(begin) > begin) {
            add(TokenKind::Text, begin, dollarEnd(begin));
        } else if (isNameStart(c)) {
            const bool escapes =
                at(begin + 1) == QLatin1Char('\'') && (c == QLatin1Char('E') || c == QLatin1Char('e'));
            if (escapes)
                add(TokenKind::Text, begin, quotedEnd(begin + 1, QLatin1Char('\''), true));
            else
                addWord(begin);
        } else if (c.isDigit()) {
            qsizetype end = begin;
            while (isNamePart(at(end)) || at(end) == QLatin1Char('.'))
                ++end;
            add(TokenKind::Number, begin, end);
        } else {
            add(TokenKind::Symbol, begin, begin + 1);
            m_tokens.last().word = c;
        }
    }

    void addWord(qsizetype begin)
    {
        qsizetype end = begin;
        while (isNamePart(at(end)))
            ++end;
        add(TokenKind::Word, begin, end);
        m_tokens.last().word = m_text.mid(begin, end - begin).toLower();
    }

    void add(TokenKind kind, qsizetype begin, qsizetype end)
    {
        m_tokens.append({ kind, begin, end, {} });
        m_pos = end;
    }

    [[nodiscard]] qsizetype quotedEnd(qsizetype begin, QChar quote, bool escapes) const
    {
        for (qsizetype pos = begin + 1; pos < m_text.size(); ++pos) {
            if (escapes && m_text.at(pos) == QLatin1Char('\\'))
                ++pos;
            else if (m_text.at(pos) == quote && at(pos + 1) == quote)
                ++pos;
            else if (m_text.at(pos) == quote)
                return pos + 1;
        }
        return m_text.size();
    }

    /// End of a dollar-quoted string, or `begin` where the dollar starts none.
    [[nodiscard]] qsizetype dollarEnd(qsizetype begin) const
    {
        qsizetype tagEnd = begin + 1;
        if (at(tagEnd).isDigit())
            return begin;
        while (isNamePart(at(tagEnd)) && at(tagEnd) != QLatin1Char('$'))
            ++tagEnd;
        if (at(tagEnd) != QLatin1Char('$'))
            return begin;
        const QString tag = m_text.mid(begin, tagEnd + 1 - begin);
        const qsizetype close = m_text.indexOf(tag, tagEnd + 1);
        return close < 0 ? m_text.size() : close + tag.size();
    }

    const QString &m_text;
    qsizetype m_pos = 0;
    QVector<Token> m_tokens;
};

} // namespace

QVector<Token> tokenize(const QString &sql)
{
    return Lexer(sql).run();
}

int lineAt(const QString &text, qsizetype offset)
{
    return 1
           + int(QStringView(text).left(qBound(qsizetype(0), offset, text.size())).count(QLatin1Char('\n')));
}

int columnAt(const QString &text, qsizetype offset)
{
    const qsizetype pos = qBound(qsizetype(0), offset, text.size());
    const qsizetype lineStart = pos == 0 ? 0 : text.lastIndexOf(QLatin1Char('\n'), pos - 1) + 1;
    return int(pos - lineStart) + 1;
}

} // namespace lockstep::sql
