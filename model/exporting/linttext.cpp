#include "lintreport.h"

#include <QHash>

namespace lockstep::exporting {

namespace {

using analysis::lint::LintedStatement;

QString locksText(const LintedStatement &statement)
{
    QStringList parts;
    for (const plan::RelationLock &lock : statement.locks)
        parts.append(lock.relation + QLatin1Char(' ') + plan::name(lock.mode));
    return parts.join(QStringLiteral(", "));
}

QString blockedText(plan::Blocks blocks)
{
    switch (blocks) {
    case plan::Blocks::Nothing: return QStringLiteral("nobody waits");
    case plan::Blocks::Ddl: return QStringLiteral("other schema changes wait");
    case plan::Blocks::Writes: return QStringLiteral("writes wait");
    case plan::Blocks::ReadsAndWrites: return QStringLiteral("reads and writes wait");
    }
    return {};
}

/// The statement's first line, cut where it is long.
QString headline(const QString &sql)
{
    const QString line = sql.simplified();
    return line.size() > 100 ? line.left(97) + QStringLiteral("...") : line;
}

QString statementText(const LintedStatement &statement)
{
    QString text = QStringLiteral("%1:%2: %3\n")
                       .arg(statement.file, QString::number(statement.line), headline(statement.sql));
    if (!statement.locks.isEmpty())
        text +=
            QStringLiteral("    locks: %1 (%2)\n").arg(locksText(statement), blockedText(statement.blocks));
    for (const plan::Finding &finding : statement.findings)
        text += QStringLiteral("    %1 %2, line %3: %4\n")
                    .arg(plan::name(finding.severity), finding.rule, QString::number(finding.line),
                         finding.message);
    if (!statement.findings.isEmpty() && !statement.fix.isEmpty()) {
        const bool isInside = statement.place == analysis::lint::Place::Open;
        text += isInside ? QStringLiteral("    instead, outside the transaction:\n")
                         : QStringLiteral("    instead:\n");
        for (const QString &sql : statement.fix)
            text += QStringLiteral("        ")
                    + QString(sql).replace(QLatin1Char('\n'), QLatin1String("\n        "))
                    + QStringLiteral(";\n");
    }
    return text;
}

QString counted(int count, const QString &one, const QString &many)
{
    return QStringLiteral("%1 %2").arg(count).arg(count == 1 ? one : many);
}

} // namespace

QByteArray lintText(const analysis::lint::LintReport &report)
{
    QString text;
    QHash<plan::Severity, int> counts;
    int suppressed = 0;
    for (const LintedStatement &statement : report.statements) {
        suppressed += int(statement.suppressed.size());
        for (const plan::Finding &finding : statement.findings)
            ++counts[finding.severity];
        if (!statement.findings.isEmpty())
            text += statementText(statement) + QLatin1Char('\n');
    }
    for (const QString &note : report.notes)
        text += QStringLiteral("note: ") + note + QLatin1Char('\n');
    text += QStringLiteral("%1: %2, %3, %4 to know")
                .arg(counted(int(report.statements.size()), QStringLiteral("statement"),
                             QStringLiteral("statements")),
                     counted(counts.value(plan::Severity::Error), QStringLiteral("error"),
                             QStringLiteral("errors")),
                     counted(counts.value(plan::Severity::Warning), QStringLiteral("warning"),
                             QStringLiteral("warnings")),
                     counted(counts.value(plan::Severity::Info), QStringLiteral("thing"),
                             QStringLiteral("things")));
    if (suppressed > 0)
        text += QStringLiteral("; %1 taken back by comments").arg(suppressed);
    return (text + QStringLiteral(".\n")).toUtf8();
}

} // namespace lockstep::exporting
