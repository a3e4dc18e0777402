#include "sqlnames.h"

#include <model/schema/objectid.h>

#include <QVector>

namespace lockstep::diff {

namespace {

enum class TokenType { Identifier, String, Other };

struct NameToken
{
    TokenType type = TokenType::Other;
    QString text; ///< As written.
    QString value; ///< Identifier or string content without quotes.
};

bool startsWord(QChar c)
{
    return c.isLetter() || c == QLatin1Char('_');
}

bool continuesWord(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('$');
}

/// End of a text quoted by `quote` that starts at `from`; doubled quotes belong to it.
qsizetype quotedEnd(const QString &sql, qsizetype from, QChar quote)
{
    qsizetype at = from + 1;
    while (at < sql.size()) {
        if (sql[at] == quote) {
            if (at + 1 >= sql.size() || sql[at + 1] != quote)
                return at + 1;
            ++at;
        }
        ++at;
    }
    return sql.size();
}

NameToken quotedToken(const QString &sql, qsizetype from, QChar quote, TokenType type)
{
    const QString text = sql.mid(from, quotedEnd(sql, from, quote) - from);
    QString value = text.mid(1, qMax<qsizetype>(0, text.size() - 2));
    value.replace(QString(2, quote), QString(quote));
    return { type, text, value };
}

/// Dollar-quoted text is one token: bodies are compared as they are.
NameToken dollarToken(const QString &sql, qsizetype from)
{
    qsizetype tagEnd = from + 1;
    while (tagEnd < sql.size() && continuesWord(sql[tagEnd]) && sql[tagEnd] != QLatin1Char('$'))
        ++tagEnd;
    if (tagEnd >= sql.size() || sql[tagEnd] != QLatin1Char('$'))
        return { TokenType::Other, sql.mid(from, 1), {} };
    const QString tag = sql.mid(from, tagEnd + 1 - from);
    const qsizetype end = sql.indexOf(tag, tagEnd + 1);
    return { TokenType::Other, end < 0 ? sql.mid(from) : sql.mid(from, end + tag.size() - from), {} };
}

NameToken tokenAt(const QString &sql, qsizetype at)
{
    const QChar c = sql[at];
    if (c == QLatin1Char('\''))
        return quotedToken(sql, at, c, TokenType::String);
    if (c == QLatin1Char('"'))
        return quotedToken(sql, at, c, TokenType::Identifier);
    if (c == QLatin1Char('$'))
        return dollarToken(sql, at);
    if (!startsWord(c))
        return { TokenType::Other, sql.mid(at, 1), {} };
    qsizetype end = at;
    while (end < sql.size() && continuesWord(sql[end]))
        ++end;
    const QString text = sql.mid(at, end - at);
    return { TokenType::Identifier, text, text };
}

QVector<NameToken> nameTokens(const QString &sql)
{
    QVector<NameToken> tokens;
    for (qsizetype at = 0; at < sql.size();) {
        tokens.append(tokenAt(sql, at));
        at += tokens.last().text.size();
    }
    return tokens;
}

bool isIdentifier(const QVector<NameToken> &tokens, qsizetype at, const QString &name)
{
    return at >= 0 && at < tokens.size() && tokens[at].type == TokenType::Identifier
           && tokens[at].value == name;
}

bool isSymbol(const QVector<NameToken> &tokens, qsizetype at, char symbol)
{
    return at >= 0 && at < tokens.size() && tokens[at].text == QString(QLatin1Char(symbol));
}

QString joined(const QVector<NameToken> &tokens)
{
    QString sql;
    for (const NameToken &token : tokens)
        sql += token.text;
    return sql;
}

} // namespace

QString withQualifiedName(const QString &sql, const QString &schema, const QString &from,
                          const QString &toSchema, const QString &to)
{
    if (!sql.contains(from))
        return sql;
    QVector<NameToken> tokens = nameTokens(sql);
    const QString before = schema::qualified(schema, from);
    const QString after = schema::qualified(toSchema, to);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens[i].type == TokenType::String && tokens[i].value == before) {
            tokens[i].text = schema::quoteLiteral(after);
        } else if (isIdentifier(tokens, i, schema) && isSymbol(tokens, i + 1, '.')
                   && isIdentifier(tokens, i + 2, from) && !isSymbol(tokens, i - 1, '.')) {
            tokens[i].text = schema::quoteIdent(toSchema);
            tokens[i + 2].text = schema::quoteIdent(to);
        }
    }
    return joined(tokens);
}

QString withIdentifier(const QString &sql, const QString &from, const QString &to)
{
    if (!sql.contains(from))
        return sql;
    QVector<NameToken> tokens = nameTokens(sql);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (isIdentifier(tokens, i, from) && !isSymbol(tokens, i + 1, '('))
            tokens[i].text = schema::quoteIdent(to);
    }
    return joined(tokens);
}

QString withSchemaName(const QString &sql, const QString &from, const QString &to)
{
    if (!sql.contains(from))
        return sql;
    QVector<NameToken> tokens = nameTokens(sql);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (isIdentifier(tokens, i, from) && isSymbol(tokens, i + 1, '.') && !isSymbol(tokens, i - 1, '.'))
            tokens[i].text = schema::quoteIdent(to);
    }
    return joined(tokens);
}

} // namespace lockstep::diff
