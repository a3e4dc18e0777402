#include "commentedsql.h"

#include <model/base/sqlscript.h>

#include <algorithm>
#include <utility>

namespace lockstep::plan {

namespace {

using base::ScriptComment;
using base::ScriptStatement;

qsizetype endOf(const ScriptStatement &statement)
{
    return statement.offset + statement.sql.size();
}

/// Which statement a comment outside of them is about; negative: it is inside one, and stays there.
qsizetype ownerOf(const ScriptComment &comment, const QVector<ScriptStatement> &statements)
{
    const auto next = std::find_if(statements.cbegin(), statements.cend(),
                                   [&](const ScriptStatement &one) { return endOf(one) > comment.offset; });
    const qsizetype at = next - statements.cbegin();
    if (next != statements.cend() && next->offset < comment.offset)
        return -1;
    const bool isBehind =
        at > 0 && statements[at - 1].line + statements[at - 1].sql.count(QLatin1Char('\n')) == comment.line;
    return isBehind || at == statements.size() ? at - 1 : at;
}

/// Comments that end the statement are taken out of it.
QStringList takeTrailing(ScriptStatement *statement, QVector<ScriptComment> *comments)
{
    QStringList taken;
    const auto endsIt = [&](const ScriptComment &comment) {
        return comment.offset > statement->offset
               && comment.offset + comment.text.size() == endOf(*statement);
    };
    for (qsizetype i = comments->size() - 1; i >= 0; --i) {
        if (!endsIt(comments->at(i)))
            continue;
        const ScriptComment comment = comments->takeAt(i);
        taken.prepend(comment.text);
        statement->sql = statement->sql.chopped(comment.text.size()).trimmed();
    }
    return taken;
}

} // namespace

QStringList statementsWithComments(const QString &text)
{
    base::Script script = base::readScript(text);
    QVector<ScriptStatement> &statements = script.statements;
    QVector<QStringList> parts(statements.size());
    for (qsizetype i = 0; i < statements.size(); ++i)
        parts[i] = takeTrailing(&statements[i], &script.comments);
    QVector<QStringList> around(statements.size());
    for (const ScriptComment &comment : std::as_const(script.comments)) {
        const qsizetype owner = ownerOf(comment, statements);
        if (owner >= 0)
            around[owner] += comment.text;
    }
    QStringList all;
    for (qsizetype i = 0; i < statements.size(); ++i)
        all += (around[i] + parts[i] + QStringList{ statements[i].sql }).join(QLatin1Char('\n'));
    return all;
}

base::Result<void> checkKeepsComments(const QString &text, const QString &step)
{
    const base::Script script = base::readScript(text);
    if (!script.statements.isEmpty() || script.comments.isEmpty())
        return {};
    return base::inputError(
        QStringLiteral("The text of %1, is nothing but comments, which would be lost.").arg(step),
        QStringLiteral("A comment is kept with a statement: write one below it. Leave the text empty if "
                       "nothing is to be done here."));
}

QString withoutReason(const QString &text, const QString &reason)
{
    const QStringList said = reason.split(QLatin1Char('\n'));
    QStringList lines = text.split(QLatin1Char('\n'));
    const auto sentence = std::find_if(lines.cbegin(), lines.cend(), [&](const QString &line) {
        return line.startsWith(QLatin1String("--")) && line.endsWith(said.first());
    });
    if (reason.isEmpty() || sentence == lines.cend())
        return text;
    const qsizetype at = sentence - lines.cbegin();
    lines.remove(at, std::min(said.size(), lines.size() - at));
    return lines.join(QLatin1Char('\n'));
}

QString withoutComments(const QString &statement)
{
    const QVector<ScriptComment> comments = base::readScript(statement).comments;
    QString bare = statement;
    for (auto comment = comments.crbegin(); comment != comments.crend(); ++comment)
        bare.replace(comment->offset, comment->text.size(), QLatin1Char(' '));
    return bare.trimmed();
}

Intents withoutComments(Intents intents)
{
    const auto strip = [](QString *expression) { *expression = withoutComments(*expression); };
    const auto stripEach = [&strip](QVector<QPair<QString, QString>> *named) {
        for (auto &one : *named)
            strip(&one.second);
    };
    for (BackfillIntent &backfill : intents.backfills)
        strip(&backfill.expression);
    for (ConversionIntent &conversion : intents.conversions) {
        strip(&conversion.usingExpression);
        strip(&conversion.back);
    }
    for (SplitIntent &split : intents.splits) {
        stripEach(&split.to);
        strip(&split.back);
    }
    for (MergeIntent &merge : intents.merges) {
        strip(&merge.expression);
        stripEach(&merge.back);
    }
    for (MoveIntent &move : intents.moves) {
        strip(&move.each);
        strip(&move.where);
        stripEach(&move.columns);
        stripEach(&move.back);
    }
    return intents;
}

} // namespace lockstep::plan
