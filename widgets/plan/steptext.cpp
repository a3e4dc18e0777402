#include "steptext.h"

#include <model/base/sqlscript.h>
#include <model/items/words.h>
#include <model/plan/edits/planedit.h>

#include <QCoreApplication>

#include <algorithm>

namespace lockstep::widgets {

namespace {

struct StepTextTr
{
    Q_DECLARE_TR_FUNCTIONS(lockstep::widgets::StepText)
};

QString joinedStatements(const QStringList &statements)
{
    QStringList ended;
    for (const QString &statement : statements)
        ended.append(statement + QLatin1Char(';'));
    return ended.join(QStringLiteral("\n\n"));
}

QString asComment(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n')))
        lines.append(QStringLiteral("-- ") + line);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString stepText(const plan::Step &step, plan::SqlPart part)
{
    switch (part) {
    case plan::SqlPart::Forward:
        if (step.kind == plan::StepKind::Gate && plan::isOwn(step))
            return step.gateText;
        if (step.kind == plan::StepKind::Gate)
            return asComment(step.gateText.isEmpty() ? step.title : step.gateText);
        return joinedStatements(step.sql);
    case plan::SqlPart::Rollback:
        if (!step.rollback.irreversible.isEmpty())
            return asComment(StepTextTr::tr("There is no way back: %1").arg(step.rollback.irreversible));
        return joinedStatements(step.rollback.sql);
    case plan::SqlPart::Verify: {
        QStringList parts;
        for (const plan::Verification &check : step.verify)
            parts.append(StepTextTr::tr("-- expects %1").arg(check.expect) + QLatin1Char('\n') + check.sql
                         + QLatin1Char(';'));
        return parts.join(QStringLiteral("\n\n"));
    }
    }
    return {};
}

bool isSameText(const plan::Step &step, const QString &a, const QString &b)
{
    // What a person reads is more than its statements.
    return step.kind == plan::StepKind::Gate ? a.trimmed() == b.trimmed() : isSameSql(a, b);
}

bool isSameSql(const QString &a, const QString &b)
{
    const auto left = base::readScript(a);
    const auto right = base::readScript(b);
    return std::equal(left.statements.begin(), left.statements.end(), right.statements.begin(),
                      right.statements.end(),
                      [](const auto &x, const auto &y) { return x.sql.trimmed() == y.sql.trimmed(); })
           && std::equal(left.comments.begin(), left.comments.end(), right.comments.begin(),
                         right.comments.end(), [](const auto &x, const auto &y) { return x.text == y.text; });
}

int lineInText(const QString &text, int statement, int line)
{
    const auto script = base::readScript(text);
    if (script.statements.isEmpty())
        return std::max(1, line);
    const auto at = std::clamp<qsizetype>(statement, 0, script.statements.size() - 1);
    const base::ScriptStatement &found = script.statements.at(at);
    // Its comments, which stand behind the line on which the one before it ends, are its first lines.
    int before = 0;
    if (at > 0) {
        const base::ScriptStatement &other = script.statements.at(at - 1);
        before = other.line + int(other.sql.count(QLatin1Char('\n')));
    }
    int first = found.line;
    for (const base::ScriptComment &comment : script.comments) {
        if (comment.offset < found.offset && comment.line > before)
            first = std::min(first, comment.line);
    }
    return first + std::max(1, line) - 1;
}

QString notEditableReason(const plan::Step &step, plan::SqlPart part)
{
    const bool isOwnText = plan::isOwn(step) && part == plan::SqlPart::Forward;
    if (step.kind == plan::StepKind::Gate && part != plan::SqlPart::Verify && !isOwnText)
        return StepTextTr::tr("a gate runs no SQL");
    if (step.kind == plan::StepKind::Verify && part == plan::SqlPart::Forward)
        return StepTextTr::tr("a verification runs only what is under Verify");
    return {};
}

} // namespace lockstep::widgets
