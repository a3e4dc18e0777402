#include "sqlnames.h"

#include <model/schema/objectid.h>

#include <QVector>

#include <algorithm>

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

/// Quickly: quotes inside a name or label are doubled in SQL.
bool mayContain(const QString &sql, const QString &name)
{
    const bool hasQuote = name.contains(QLatin1Char('"')) || name.contains(QLatin1Char('\''));
    return hasQuote || sql.contains(name);
}

/// As PostgreSQL prints an identifier: without quotes it is a keyword if it is in capitals.
bool isPrintedName(const QVector<NameToken> &tokens, qsizetype at, const QString &name)
{
    return isIdentifier(tokens, at, name)
           && (tokens[at].text.startsWith(QLatin1Char('"')) || name == name.toLower());
}

/// The word before a token, blanks between them.
QString wordBefore(const QVector<NameToken> &tokens, qsizetype at)
{
    qsizetype i = at - 1;
    while (i >= 0 && tokens[i].text.trimmed().isEmpty())
        --i;
    return i >= 0 && i < at - 1 && tokens[i].type == TokenType::Identifier ? tokens[i].text : QString();
}

bool followsObjectKeyword(const QVector<NameToken> &tokens, qsizetype at)
{
    const QString word = wordBefore(tokens, at);
    return word == QLatin1String("INDEX") || word == QLatin1String("TRIGGER")
           || word == QLatin1String("RULE");
}

/// "public.mood" of 'sad'::public.mood; "public.mood[]" with array brackets; empty without a cast.
QString castType(const QVector<NameToken> &tokens, qsizetype at)
{
    if (!isSymbol(tokens, at + 1, ':') || !isSymbol(tokens, at + 2, ':'))
        return {};
    QString type;
    for (qsizetype i = at + 3; i < tokens.size(); ++i) {
        const bool belongs = tokens[i].type == TokenType::Identifier || isSymbol(tokens, i, '.')
                             || isSymbol(tokens, i, '[') || isSymbol(tokens, i, ']');
        if (!belongs)
            break;
        type += tokens[i].text;
    }
    return type;
}

/// One member of an array literal, "{sad,\"very sad\"}".
QString withArrayMember(const QString &literal, const QString &from, const QString &to)
{
    const auto quoted = [](QString label) -> QString {
        const bool isPlain = std::all_of(label.cbegin(), label.cend(),
                                         [](QChar c) { return continuesWord(c) || c == QLatin1Char('-'); });
        if (isPlain && !label.isEmpty() && label.compare(QLatin1String("null"), Qt::CaseInsensitive) != 0)
            return label;
        label.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
        return QLatin1Char('"') + label.replace(QLatin1Char('"'), QLatin1String("\\\"")) + QLatin1Char('"');
    };
    QString result;
    QString member;
    bool isQuoted = false;
    const auto flush = [&] {
        result += member == quoted(from) ? quoted(to) : member;
        member.clear();
    };
    for (qsizetype i = 0; i < literal.size(); ++i) {
        const QChar c = literal[i];
        const bool separates = !isQuoted && QStringLiteral("{},").contains(c);
        if (separates)
            flush();
        (separates ? result : member) += c;
        if (c == QLatin1Char('\\') && i + 1 < literal.size())
            member += literal[++i];
        else if (c == QLatin1Char('"'))
            isQuoted = !isQuoted;
    }
    flush();
    return result;
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
    if (!mayContain(sql, from))
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
    if (!mayContain(sql, from))
        return sql;
    QVector<NameToken> tokens = nameTokens(sql);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (isPrintedName(tokens, i, from) && !isSymbol(tokens, i + 1, '('))
            tokens[i].text = schema::quoteIdent(to);
    }
    return joined(tokens);
}

QString withColumnName(const QString &sql, const QString &schema, const QString &from, const QString &to)
{
    if (!mayContain(sql, from))
        return sql;
    QVector<NameToken> tokens = nameTokens(sql);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const bool isCall = isSymbol(tokens, i + 1, '(');
        const bool isAlias = isSymbol(tokens, i + 1, '.');
        const bool isType = isSymbol(tokens, i - 1, ':');
        const bool isRelation = isSymbol(tokens, i - 1, '.') && isIdentifier(tokens, i - 2, schema);
        if (isPrintedName(tokens, i, from) && !isCall && !isAlias && !isType && !isRelation
            && !followsObjectKeyword(tokens, i))
            tokens[i].text = schema::quoteIdent(to);
    }
    return joined(tokens);
}

QString withNameAfter(const QString &sql, const QString &keyword, const QString &from, const QString &to)
{
    QVector<NameToken> tokens = nameTokens(sql);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (isPrintedName(tokens, i, from) && wordBefore(tokens, i) == keyword) {
            tokens[i].text = schema::quoteIdent(to);
            break;
        }
    }
    return joined(tokens);
}

QString withSchemaName(const QString &sql, const QString &from, const QString &to)
{
    if (!mayContain(sql, from))
        return sql;
    QVector<NameToken> tokens = nameTokens(sql);
    const QString before = schema::quoteIdent(from) + QLatin1Char('.');
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const bool isQualification =
            isPrintedName(tokens, i, from) && isSymbol(tokens, i + 1, '.') && !isSymbol(tokens, i - 1, '.');
        if (isQualification)
            tokens[i].text = schema::quoteIdent(to);
        else if (tokens[i].type == TokenType::String && tokens[i].value.startsWith(before)
                 && castType(tokens, i).startsWith(QLatin1String("reg")))
            tokens[i].text = schema::quoteLiteral(schema::quoteIdent(to) + QLatin1Char('.')
                                                  + tokens[i].value.mid(before.size()));
    }
    return joined(tokens);
}

QString withMovedNames(const QString &sql, const QString &from, const QString &to,
                       const QSet<QString> &staying)
{
    if (!mayContain(sql, from))
        return sql;
    QVector<NameToken> tokens = nameTokens(sql);
    for (qsizetype i = 0; i + 2 < tokens.size(); ++i) {
        const bool isQualification =
            isPrintedName(tokens, i, from) && isSymbol(tokens, i + 1, '.') && !isSymbol(tokens, i - 1, '.');
        if (isQualification && !staying.contains(tokens[i + 2].value))
            tokens[i].text = schema::quoteIdent(to);
    }
    return joined(tokens);
}

QString withLabel(const QString &sql, const QString &type, const QString &from, const QString &to)
{
    if (!mayContain(sql, from))
        return sql;
    QVector<NameToken> tokens = nameTokens(sql);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens[i].type != TokenType::String)
            continue;
        const QString cast = castType(tokens, i);
        if (cast == type && tokens[i].value == from)
            tokens[i].text = schema::quoteLiteral(to);
        else if (cast == type + QLatin1String("[]"))
            tokens[i].text = schema::quoteLiteral(withArrayMember(tokens[i].value, from, to));
    }
    return joined(tokens);
}

} // namespace lockstep::diff
