#include "secrets.h"

#include "sqlscript.h"

#include <QRegularExpression>

namespace lockstep::base {

namespace {

const QString &hidden()
{
    static const QString text = QLatin1String(kHiddenSecret);
    return text;
}

QString quoted(QString text)
{
    const QLatin1String prefix(text.contains(QLatin1Char('\\')) ? "E" : "");
    text.replace(QLatin1String("\\"), QLatin1String("\\\\")).replace(QLatin1String("'"), QLatin1String("''"));
    return prefix + QLatin1Char('\'') + text + QLatin1Char('\'');
}

/// A string literal: what it says, and how much of the text it takes.
struct Literal
{
    QString value;
    QString dollarTag; ///< "$body$"; empty for quotes.
    qsizetype end = 0;
};

Literal quotedLiteral(const QString &sql, qsizetype begin, bool hasEscapes)
{
    Literal literal;
    qsizetype i = begin + 1;
    for (; i < sql.size(); ++i) {
        const bool isDoubled = sql[i] == QLatin1Char('\'') && i + 1 < sql.size() && sql[i + 1] == sql[i];
        const bool isEscape = hasEscapes && sql[i] == QLatin1Char('\\') && i + 1 < sql.size();
        if (isDoubled || isEscape)
            ++i;
        else if (sql[i] == QLatin1Char('\''))
            break;
        literal.value += sql[i];
    }
    literal.end = qMin(i + 1, sql.size());
    return literal;
}

Literal dollarLiteral(const QString &sql, qsizetype begin)
{
    static const QRegularExpression tag(QStringLiteral(R"(\$(?:[^\W\d]\w*)?\$)"));
    Literal literal;
    const QRegularExpressionMatch match =
        tag.match(sql, begin, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch()) {
        literal.end = begin + 1;
        return literal;
    }
    literal.dollarTag = match.captured(0);
    const qsizetype content = begin + literal.dollarTag.size();
    const qsizetype close = sql.indexOf(literal.dollarTag, content);
    literal.value = sql.mid(content, close < 0 ? -1 : close - content);
    literal.end = close < 0 ? sql.size() : close + literal.dollarTag.size();
    return literal;
}

/// Copies a statement, hiding the values of options by the name before them. `isCode`: string
/// literals may hold statements themselves.
class Hider
{
public:
    Hider(const QString &sql, bool isCode)
        : m_sql(sql)
        , m_isCode(isCode)
    { }

    QString result()
    {
        static const QRegularExpression token(
            QStringLiteral(R"(--[^\n]*|/\*.*?\*/|"(?:[^"]|"")*"|[Ee]'|[^\W\d][\w$]*|'|\$|\s+|.)"),
            QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DotMatchesEverythingOption);
        while (m_at < m_sql.size()) {
            const QRegularExpressionMatch match = token.match(m_sql, m_at, QRegularExpression::NormalMatch,
                                                              QRegularExpression::AnchorAtOffsetMatchOption);
            take(match.hasMatch() ? match.captured(0) : m_sql.mid(m_at, 1));
        }
        return m_result;
    }

private:
    void take(const QString &token)
    {
        const qsizetype begin = m_at;
        m_at += token.size();
        if (token.endsWith(QLatin1Char('\'')) && token.size() <= 2) {
            takeLiteral(quotedLiteral(m_sql, m_at - 1, token.size() == 2), begin);
        } else if (token == QLatin1String("$")) {
            takeLiteral(dollarLiteral(m_sql, begin), begin);
        } else {
            m_result += token;
            if (token.startsWith(QLatin1Char('"')))
                m_name = token.mid(1, token.size() - 2).toLower();
            else if (token.front().isLetter() || token.front() == QLatin1Char('_'))
                m_name = token.toLower();
            else if (!isBlank(token) && token != QLatin1String("="))
                m_name.clear();
        }
    }

    static bool isBlank(const QString &token)
    {
        return token.front().isSpace() || token.startsWith(QLatin1String("--"))
               || token.startsWith(QLatin1String("/*"));
    }

    void takeLiteral(const Literal &literal, qsizetype begin)
    {
        m_at = literal.end;
        const QString written = m_sql.mid(begin, m_at - begin);
        QString value = literal.value;
        if (isSecretOption(m_name))
            value = hidden();
        else if (m_name == QLatin1String("connection"))
            value = withoutSecretParameters(value);
        else if (m_isCode)
            value = Hider(value, true).result();
        m_name.clear();
        if (value == literal.value)
            m_result += written;
        else
            m_result +=
                literal.dollarTag.isEmpty() ? quoted(value) : literal.dollarTag + value + literal.dollarTag;
    }

    const QString &m_sql;
    const bool m_isCode;
    QString m_result;
    QString m_name; ///< The last word, if only blanks came after it.
    qsizetype m_at = 0;
};

} // namespace

bool isSecretOption(const QString &name)
{
    static const QRegularExpression secret(
        QStringLiteral("^(?:\\w+[_.-])?(?:ssl)?(?:pass|passw(?:or)?d|pwd|passcode|passphrase|secret|token|"
                       "credentials?|sslkey|(?:api|access|secret|private|sa|auth|account|encryption|shared|"
                       "signing)_?key)$"),
        QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch();
}

QString withoutSecretParameters(const QString &conninfo)
{
    static const QRegularExpression inUri(QStringLiteral("(://[^:/@?]*):[^@/]*@"));
    static const QRegularExpression inPairs(
        QStringLiteral("((?:^|[\\s?&])(?:\\w*password|passcode|\\w*secret|scram_\\w+_key)\\s*=\\s*)"
                       "('(?:[^'\\\\]|\\\\.)*'?|[^\\s&]*)"),
        QRegularExpression::CaseInsensitiveOption);
    QString text = conninfo;
    return text.replace(inUri, QStringLiteral("\\1:") + hidden() + QLatin1Char('@'))
        .replace(inPairs, QStringLiteral("\\1") + hidden());
}

QString withoutSecrets(const QString &script)
{
    static const QRegularExpression worthReading(
        QStringLiteral("pass|pwd|secret|token|credential|key|subscription"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression carrier(
        QStringLiteral("^(?:(?:create|alter)\\s+(?:server|user|role|group|foreign|subscription)|do)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QString text;
    qsizetype at = 0;
    for (const ScriptStatement &statement : splitScript(script)) {
        const QRegularExpressionMatch match = carrier.match(statement.sql);
        if (!match.hasMatch() || !worthReading.match(statement.sql).hasMatch()
            || script.mid(statement.offset, statement.sql.size()) != statement.sql)
            continue;
        const bool isCode = match.captured(0).size() == 2;
        text += script.mid(at, statement.offset - at) + Hider(statement.sql, isCode).result();
        at = statement.offset + statement.sql.size();
    }
    return text + script.mid(at);
}

} // namespace lockstep::base
