#include "newersyntax.h"

#include "readers.h"
#include "tokens.h"

#include <algorithm>

namespace lockstep::sql {

namespace {

/// Text to put in place of a stretch of the statement.
struct Edit
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString text;
};

class Rewriter
{
public:
    explicit Rewriter(const QString &sql)
        : m_sql(sql)
        , m_tokens(tokenize(sql))
    { }

    std::optional<QString> run()
    {
        for (m_at = 0; m_at < m_tokens.size(); ++m_at) {
            rewriteNotNullConstraint();
            rewriteEnforced();
            rewriteInherit();
            rewriteVirtual();
            rewriteUnsaid();
            rewriteSetExpression();
        }
        if (m_edits.isEmpty())
            return std::nullopt;
        std::sort(m_edits.begin(), m_edits.end(),
                  [](const Edit &a, const Edit &b) { return a.begin > b.begin; });
        QString result = m_sql;
        for (const Edit &edit : std::as_const(m_edits))
            result.replace(edit.begin, edit.end - edit.begin, edit.text);
        return result;
    }

private:
    [[nodiscard]] bool is(qsizetype i, const char *word) const
    {
        return i >= 0 && i < m_tokens.size() && m_tokens.at(i).word == QLatin1String(word);
    }
    [[nodiscard]] QString textOf(qsizetype i) const
    {
        return m_sql.mid(m_tokens.at(i).begin, m_tokens.at(i).end - m_tokens.at(i).begin);
    }
    void replace(qsizetype first, qsizetype last, const QString &text)
    {
        m_edits.append({ m_tokens.at(first).begin, m_tokens.at(last).end, text });
    }

    /// ADD [CONSTRAINT n] NOT NULL c, and CONSTRAINT n NOT NULL c inside CREATE TABLE (…).
    void rewriteNotNullConstraint()
    {
        const bool named = is(m_at - 2, "constraint");
        const bool bare = is(m_at - 1, "add");
        const bool inTable = named && (is(m_at - 3, ",") || is(m_at - 3, "("));
        if (!is(m_at, "not") || !is(m_at + 1, "null") || m_at + 2 >= m_tokens.size())
            return;
        if (!bare && !inTable && !(named && is(m_at - 3, "add")))
            return;
        replace(
            m_at, m_at + 2,
            QStringLiteral("CHECK (%1(%2))").arg(QLatin1String(readers::notNullMarker), textOf(m_at + 2)));
    }

    /// NOT ENFORCED checks nothing, as NOT VALID does when the constraint is added.
    void rewriteEnforced()
    {
        if (!is(m_at, "enforced") || is(m_at - 1, "add"))
            return;
        const bool isNot = is(m_at - 1, "not");
        const qsizetype name = m_at - (isNot ? 2 : 1);
        if (is(name - 1, "constraint") && is(name - 2, "alter")) {
            const char *marker = isNot ? readers::notEnforcedMarker : readers::enforcedMarker;
            const QString bare = textOf(name).startsWith(QLatin1Char('"')) ? textOf(name).mid(1).chopped(1)
                                                                           : textOf(name).toLower();
            replace(name, m_at, QStringLiteral("\"%1%2\"").arg(QLatin1String(marker), bare));
            return;
        }
        if (is(m_at - 1, "not"))
            replace(m_at - 1, m_at, QStringLiteral("NOT VALID"));
        else
            replace(m_at, m_at, QString());
    }

    /// ALTER CONSTRAINT c [NO] INHERIT.
    void rewriteInherit()
    {
        const qsizetype name = m_at - (is(m_at - 1, "no") ? 2 : 1);
        if (is(m_at, "inherit") && is(name - 1, "constraint") && is(name - 2, "alter"))
            replace(name + 1, m_at, QString());
    }

    /// GENERATED ALWAYS AS (…), which is VIRTUAL from 18 on.
    void rewriteUnsaid()
    {
        if (!is(m_at, "always") || !is(m_at + 1, "as") || !is(m_at + 2, "("))
            return;
        int depth = 0;
        for (qsizetype close = m_at + 2; close < m_tokens.size(); ++close) {
            depth += is(close, "(") ? 1 : is(close, ")") ? -1 : 0;
            if (depth != 0)
                continue;
            if (!is(close + 1, "stored") && !is(close + 1, "virtual")) {
                const qsizetype after = m_tokens.at(m_at + 2).end;
                m_edits.append({ after, after, QLatin1String(readers::virtualMarker) + QLatin1Char('(') });
                replace(close, close, QStringLiteral(")) STORED"));
            }
            return;
        }
    }

    /// GENERATED ALWAYS AS (…) VIRTUAL.
    void rewriteVirtual()
    {
        if (!is(m_at, "virtual") || !is(m_at - 1, ")"))
            return;
        int depth = 0;
        for (qsizetype open = m_at - 1; open > 0; --open) {
            depth += is(open, ")") ? 1 : is(open, "(") ? -1 : 0;
            if (depth != 0)
                continue;
            if (is(open - 1, "as")) {
                const qsizetype after = m_tokens.at(open).end;
                m_edits.append({ after, after, QLatin1String(readers::virtualMarker) + QLatin1Char('(') });
                replace(m_at - 1, m_at, QStringLiteral(")) STORED"));
            }
            return;
        }
    }

    /// ALTER COLUMN c SET EXPRESSION AS (…).
    void rewriteSetExpression()
    {
        if (is(m_at, "set") && is(m_at + 1, "expression") && is(m_at + 2, "as"))
            replace(m_at, m_at + 2, QLatin1String("SET DEFAULT ") + QLatin1String(readers::expressionMarker));
    }

    const QString &m_sql;
    QVector<Token> m_tokens;
    qsizetype m_at = 0;
    QVector<Edit> m_edits;
};

} // namespace

std::optional<QString> withoutNewerSyntax(const QString &sql)
{
    return Rewriter(sql).run();
}

} // namespace lockstep::sql
