#include "script.h"

#include <QRegularExpression>

#include <algorithm>

namespace lockstep::analysis::lint {

namespace {

enum class Direction { Up, Down };

/// A comment by which a migration tool says where a migration, or its way back, starts.
struct Mark
{
    qsizetype offset = 0;
    Direction direction = Direction::Up;
};

std::optional<Direction> directionOf(const QString &comment)
{
    // goose, sql-migrate and dbmate; Liquibase says "changeset" of each and has its ways back in comments.
    static const QRegularExpression mark(
        QStringLiteral("^--\\s*(?:\\+goose\\s+(up|down)|\\+migrate\\s+(up|down)|migrate:(up|down)"
                       "|(changeset)\\s+\\S+:\\S+)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = mark.match(comment);
    if (!match.hasMatch())
        return std::nullopt;
    const QString word = match.captured(match.lastCapturedIndex());
    return word.compare(QLatin1String("down"), Qt::CaseInsensitive) == 0 ? Direction::Down : Direction::Up;
}

std::optional<Directive> directiveOf(const base::ScriptComment &comment)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "^(?:--|/\\*)\\s*lockstep:\\s*(ignore-file|ignore)\\b\\s*([a-z0-9-]+(?:\\s*,\\s*[a-z0-9-]+)*)?"
            "\\s*(?::\\s*(.*?))?\\s*(?:\\*/)?$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = pattern.match(comment.text);
    if (!match.hasMatch())
        return std::nullopt;
    Directive directive;
    for (const QString &rule : match.captured(2).split(QLatin1Char(','), Qt::SkipEmptyParts))
        directive.rules.append(rule.trimmed().toLower());
    directive.reason = match.captured(3).trimmed();
    directive.line = comment.line;
    directive.isForFile = match.captured(1).endsWith(QLatin1String("file"), Qt::CaseInsensitive);
    return directive;
}

int lastLine(const base::ScriptStatement &statement)
{
    return statement.line + int(statement.sql.count(QLatin1Char('\n')));
}

/// The statement a comment is in, or behind on the same line; else the one after it.
qsizetype statementOf(const base::ScriptComment &comment, const std::vector<UnitStatement> &statements)
{
    const auto around = std::find_if(statements.begin(), statements.end(), [&](const UnitStatement &s) {
        return s.text.offset <= comment.offset && comment.offset < s.text.offset + s.text.sql.size();
    });
    if (around != statements.end())
        return around - statements.begin();
    const auto after = std::find_if(statements.begin(), statements.end(), [&](const UnitStatement &s) {
        return s.text.offset + s.text.sql.size() > comment.offset || lastLine(s.text) >= comment.line;
    });
    return after == statements.end() ? -1 : after - statements.begin();
}

QString firstWord(const QString &sql)
{
    static const QRegularExpression word(QStringLiteral("^[a-z]+"),
                                         QRegularExpression::CaseInsensitiveOption);
    return word.match(sql).captured().toLower();
}

bool opensTransaction(const QString &sql)
{
    static const QRegularExpression start(QStringLiteral("^start\\s+transaction\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    return firstWord(sql) == QLatin1String("begin") || start.match(sql).hasMatch();
}

bool isRollback(const QString &sql)
{
    static const QRegularExpression toSavepoint(QStringLiteral("^rollback\\b.*\\bto\\b"),
                                                QRegularExpression::CaseInsensitiveOption);
    const QString word = firstWord(sql);
    return (word == QLatin1String("rollback") && !toSavepoint.match(sql).hasMatch())
           || word == QLatin1String("abort");
}

bool endsTransaction(const QString &sql)
{
    static const QRegularExpression prepared(QStringLiteral("^(?:commit|rollback)\\s+prepared\\b"),
                                             QRegularExpression::CaseInsensitiveOption);
    const QString word = firstWord(sql);
    return isRollback(sql)
           || ((word == QLatin1String("commit") || word == QLatin1String("end"))
               && !prepared.match(sql).hasMatch());
}

void findTransactions(Unit *unit, bool inTransaction)
{
    qsizetype open = inTransaction ? 0 : -1;
    const auto close = [&](qsizetype last, bool rolledBack) {
        for (qsizetype i = open; i <= last; ++i) {
            unit->statements[size_t(i)].firstOfTransaction = open;
            unit->statements[size_t(i)].lastOfTransaction = last;
            unit->statements[size_t(i)].isRolledBack = rolledBack;
        }
        open = -1;
    };
    const auto count = qsizetype(unit->statements.size());
    for (qsizetype i = 0; i < count; ++i) {
        UnitStatement &statement = unit->statements[size_t(i)];
        statement.firstOfTransaction = statement.lastOfTransaction = i;
        const QString &sql = statement.text.sql;
        if (open < 0 && opensTransaction(sql))
            open = i;
        else if (open >= 0 && endsTransaction(sql))
            close(i, isRollback(sql));
    }
    if (open >= 0 && open < count)
        close(count - 1, false);
}

void addDirectives(Unit *unit, const QVector<base::ScriptComment> &comments)
{
    for (const base::ScriptComment &comment : comments) {
        const std::optional<Directive> directive = directiveOf(comment);
        if (!directive)
            continue;
        if (!directive->isForFile) {
            const qsizetype statement = statementOf(comment, unit->statements);
            if (statement >= 0)
                unit->statements[size_t(statement)].directives.append(int(unit->directives.size()));
        }
        unit->directives.append(*directive);
    }
}

/// Items whose offset is in [from, to), in order.
template <typename Item, typename Add>
void between(const QVector<Item> &items, qsizetype from, qsizetype to, const Add &add)
{
    for (const Item &item : items) {
        if (item.offset >= from && item.offset < to)
            add(item);
    }
}

QVector<Mark> marksOf(const base::Script &script)
{
    QVector<Mark> marks = { { 0, Direction::Up } };
    for (const base::ScriptComment &comment : script.comments) {
        if (const std::optional<Direction> direction = directionOf(comment.text))
            marks.append({ comment.offset, *direction });
    }
    return marks;
}

} // namespace

bool isDownFile(const QString &fileName)
{
    static const QRegularExpression down(
        QStringLiteral(
            "(?:[._-](?:down|undo|rollback|revert)\\.sql|(?:^|[/\\\\])(?:down|undo|revert)\\.sql"
            "|(?:^|[/\\\\])U[0-9][0-9._]*__[^/\\\\]*\\.sql|(?:^|[/\\\\])revert[/\\\\][^/\\\\]*\\.sql)$"),
        QRegularExpression::CaseInsensitiveOption);
    return down.match(fileName).hasMatch();
}

std::vector<Unit> readUnits(const ScriptFile &file, bool inTransaction)
{
    const base::Script script = base::readScript(file.text);
    const QVector<Mark> marks = marksOf(script);
    std::vector<Unit> units;
    for (qsizetype i = 0; i < marks.size(); ++i) {
        const qsizetype from = marks.at(i).offset;
        const qsizetype to = i + 1 < marks.size() ? marks.at(i + 1).offset : file.text.size() + 1;
        Unit unit;
        unit.file = file.name;
        unit.isDown = marks.at(i).direction == Direction::Down || isDownFile(file.name);
        between(script.statements, from, to, [&](const base::ScriptStatement &statement) {
            unit.statements.emplace_back().text = statement;
        });
        QVector<base::ScriptComment> comments;
        between(script.comments, from, to, [&](const base::ScriptComment &c) { comments.append(c); });
        findTransactions(&unit, inTransaction);
        addDirectives(&unit, comments);
        units.push_back(std::move(unit));
    }
    units.front().metaCommands = script.metaCommands;
    return units;
}

} // namespace lockstep::analysis::lint
