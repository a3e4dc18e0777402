#include "format.h"

#include "tokens.h"

#include <model/base/sqlscript.h>

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace lockstep::sql {

namespace {

/// What is shorter stays on one line.
constexpr qsizetype longestLine = 80;
constexpr int indentWidth = 4;

QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(QLatin1Char(' '));
    return { list.begin(), list.end() };
}

/// Words of SQL that are hardly anybody's column. Unquoted names are folded, so that capitals change nothing.
bool isCapital(const QString &word)
{
    static const QSet<QString> words = wordSet(
        "add after all alter and any as asc attach before begin between by cascade case cast check collate "
        "column "
        "comment commit concurrently conflict constraint create cross database default deferrable deferred "
        "delete "
        "desc detach disable distinct do domain drop each else enable end enum except exclude execute exists "
        "extension false for foreign from full function generated grant group having identity if ilike "
        "immediate "
        "immutable in include index inherit initially inner insert intersect into is join key language "
        "lateral left "
        "like limit lock materialized natural no not nothing null nulls of offset on only or order outer "
        "over "
        "partition policy primary procedure publication references refresh reindex rename replace restrict "
        "returning returns revoke right rollback row schema select sequence set setof stable table "
        "tablespace temp "
        "temporary then to trigger true truncate union unique unlogged update using vacuum validate values "
        "view "
        "volatile when where window with without");
    return words.contains(word);
}

enum class Bracket { Plain, Query, Columns };

/// One statement, token by token: what stands between two of them is all that changes.
class Layout
{
public:
    explicit Layout(const QString &sql)
        : m_sql(sql)
        , m_tokens(tokenize(sql))
    { }

    QString run(bool isBroken)
    {
        m_isBroken = isBroken;
        m_brackets.clear();
        m_cases = 0;
        m_awaitsAnd = false;
        m_hasActions = false;
        m_isQuery = wordSet("select insert update delete with values").contains(word(0));
        QString text = m_sql.left(m_tokens.isEmpty() ? m_sql.size() : m_tokens.first().begin);
        for (qsizetype at = 0; at < m_tokens.size(); ++at) {
            leave(at);
            if (at > 0)
                text += between(at);
            text += written(at);
            enter(at);
        }
        return m_tokens.isEmpty() ? m_sql : text + m_sql.mid(m_tokens.last().end);
    }

    [[nodiscard]] bool isUntouchable() const
    {
        for (qsizetype at = 0; at + 1 < m_tokens.size(); ++at) {
            if (word(at) == QLatin1String("begin") && word(at + 1) == QLatin1String("atomic"))
                return true;
        }
        return m_tokens.isEmpty();
    }

private:
    [[nodiscard]] QString word(qsizetype at) const
    {
        return at >= 0 && at < m_tokens.size() ? m_tokens.at(at).word : QString();
    }
    [[nodiscard]] bool is(qsizetype at, const char *one) const { return word(at) == QLatin1String(one); }

    [[nodiscard]] QString written(qsizetype at) const
    {
        const Token &token = m_tokens.at(at);
        const bool isPart = is(at - 1, ".") || is(at + 1, ".");
        if (token.kind == TokenKind::Word && !isPart && isCapital(token.word))
            return token.word.toUpper();
        return m_sql.mid(token.begin, token.end - token.begin);
    }

    /// Before its own gap is decided: a closing bracket stands at the level around it.
    void leave(qsizetype at)
    {
        m_closed = Bracket::Plain;
        if (is(at, ")") && !m_brackets.isEmpty())
            m_closed = m_brackets.takeLast();
        if (is(at, "end") && m_cases > 0)
            --m_cases;
    }

    void enter(qsizetype at)
    {
        const bool isTable =
            is(0, "create") && m_brackets.isEmpty() && !m_isQuery && (is(1, "table") || is(2, "table"));
        if (is(at, "("))
            m_brackets.append(is(at + 1, "select") || is(at + 1, "with") ? Bracket::Query
                              : isTable                                  ? Bracket::Columns
                                                                         : Bracket::Plain);
        if (is(at, "case"))
            ++m_cases;
        if (is(at, "between"))
            m_awaitsAnd = true;
        else if (is(at, "and"))
            m_awaitsAnd = false;
        if (m_brackets.isEmpty() && is(at, "as") && (is(at + 1, "select") || is(at + 1, "with")))
            m_isQuery = true;
    }

    [[nodiscard]] bool isInQuery() const
    {
        return m_cases == 0 && (m_brackets.isEmpty() ? m_isQuery : m_brackets.last() == Bracket::Query);
    }

    [[nodiscard]] bool startsClause(qsizetype at) const
    {
        static const QSet<QString> plain =
            wordSet("where values returning having limit offset union except intersect window");
        static const QSet<QString> sides = wordSet("left right full inner cross natural");
        static const QSet<QString> afterSet = wordSet("union all except intersect as");
        const QString one = word(at);
        if (plain.contains(one))
            return true;
        if (one == QLatin1String("from"))
            return !is(at - 1, "delete") && !is(at - 1, "distinct");
        if (one == QLatin1String("set"))
            return is(0, "update");
        if (one == QLatin1String("order") || one == QLatin1String("group"))
            return is(at + 1, "by");
        if (sides.contains(one))
            return is(at + 1, "join") || is(at + 1, "outer");
        if (one == QLatin1String("join"))
            return !sides.contains(word(at - 1)) && !is(at - 1, "outer");
        if (one == QLatin1String("on"))
            return is(at + 1, "conflict");
        if (one == QLatin1String("select"))
            return afterSet.contains(word(at - 1)) || is(0, "insert");
        return false;
    }

    /// The first of several actions of an ALTER TABLE.
    [[nodiscard]] bool startsActions(qsizetype at)
    {
        static const QSet<QString> actions =
            wordSet("add alter drop validate set attach detach disable enable");
        if (m_hasActions || at < 3 || !is(0, "alter") || !is(1, "table") || !m_brackets.isEmpty()
            || !actions.contains(word(at)) || !hasSeveralActions())
            return false;
        m_hasActions = true;
        return true;
    }
    [[nodiscard]] bool hasSeveralActions() const
    {
        int depth = 0;
        for (qsizetype at = 0; at < m_tokens.size(); ++at) {
            depth += is(at, "(") ? 1 : is(at, ")") ? -1 : 0;
            if (depth == 0 && is(at, ","))
                return true;
        }
        return false;
    }

    [[nodiscard]] QString newLine(int more = 0) const
    {
        const auto levels = std::count_if(m_brackets.begin(), m_brackets.end(),
                                          [](Bracket one) { return one != Bracket::Plain; });
        return QLatin1Char('\n') + QString((int(levels) + more) * indentWidth, QLatin1Char(' '));
    }

    /// Empty: no line begins here.
    [[nodiscard]] QString lineBreak(qsizetype at)
    {
        if (!m_isBroken)
            return {};
        if (is(at, ")"))
            return m_closed == Bracket::Plain ? QString() : newLine();
        const bool isOpened = is(at - 1, "(");
        if (isOpened)
            return m_brackets.isEmpty() || m_brackets.last() == Bracket::Plain ? QString() : newLine();
        if (startsActions(at))
            return newLine(1);
        if (is(at - 1, ",")) {
            if (!m_brackets.isEmpty() && m_brackets.last() == Bracket::Columns)
                return newLine();
            return m_hasActions && m_brackets.isEmpty() ? newLine(1) : QString();
        }
        if (!isInQuery())
            return {};
        if ((is(at, "and") && !m_awaitsAnd) || is(at, "or"))
            return newLine(1);
        return startsClause(at) ? newLine() : QString();
    }

    [[nodiscard]] QString between(qsizetype at)
    {
        const Token &before = m_tokens.at(at - 1);
        const Token &token = m_tokens.at(at);
        const QString gap = m_sql.mid(before.end, token.begin - before.end);
        const QString wanted = lineBreak(at);
        // A comment stays where it is, and strings on two lines are one.
        if (!gap.trimmed().isEmpty() || (before.kind == TokenKind::Text && token.kind == TokenKind::Text))
            return gap;
        if (!wanted.isEmpty())
            return wanted;
        if (is(at, ")") || is(at, ",") || (is(at - 1, "(") && !gap.isEmpty()))
            return {};
        if (is(at - 1, ","))
            return QStringLiteral(" ");
        return gap.isEmpty() ? QString() : QStringLiteral(" ");
    }

    QString m_sql;
    QVector<Token> m_tokens;
    bool m_isBroken = true;
    bool m_isQuery = false; ///< Outside of all brackets.
    bool m_awaitsAnd = false; ///< Of a BETWEEN.
    bool m_hasActions = false;
    int m_cases = 0;
    QVector<Bracket> m_brackets;
    Bracket m_closed = Bracket::Plain; ///< What the token at hand closes.
};

bool isSameCode(const QString &a, const QString &b)
{
    const QVector<Token> left = tokenize(a);
    const QVector<Token> right = tokenize(b);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [&](const Token &x, const Token &y) {
                          return x.kind == y.kind && x.word == y.word
                                 && (!x.word.isEmpty()
                                     || QStringView(a).mid(x.begin, x.end - x.begin)
                                            == QStringView(b).mid(y.begin, y.end - y.begin));
                      });
}

QString formattedStatement(const QString &sql)
{
    Layout layout(sql);
    if (layout.isUntouchable())
        return sql;
    QString text = layout.run(false);
    if (text.size() > longestLine || text.contains(QLatin1Char('\n')))
        text = layout.run(true);
    return isSameCode(sql, text) ? text : sql;
}

} // namespace

QString formatted(const QString &script)
{
    QString text;
    qsizetype at = 0;
    for (const base::ScriptStatement &statement : base::splitScript(script)) {
        text += script.mid(at, statement.offset - at) + formattedStatement(statement.sql);
        at = statement.offset + statement.sql.size();
    }
    return text + script.mid(at);
}

} // namespace lockstep::sql
