#include "lintreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lockstep::exporting {

namespace {

using analysis::lint::LintedStatement;

QJsonArray jsonLocks(const LintedStatement &statement)
{
    QJsonArray locks;
    for (const plan::RelationLock &lock : statement.locks)
        locks.append(QJsonObject{ { QStringLiteral("relation"), lock.relation },
                                  { QStringLiteral("mode"), plan::name(lock.mode) } });
    return locks;
}

QJsonArray jsonFindings(const LintedStatement &statement)
{
    QJsonArray findings;
    for (const plan::Finding &finding : statement.findings)
        findings.append(QJsonObject{ { QStringLiteral("rule"), finding.rule },
                                     { QStringLiteral("severity"), plan::name(finding.severity) },
                                     { QStringLiteral("message"), finding.message },
                                     { QStringLiteral("line"), finding.line } });
    return findings;
}

QJsonArray jsonSuppressed(const LintedStatement &statement)
{
    QJsonArray suppressed;
    for (const analysis::lint::Suppressed &finding : statement.suppressed)
        suppressed.append(QJsonObject{ { QStringLiteral("rule"), finding.rule },
                                       { QStringLiteral("reason"), finding.reason } });
    return suppressed;
}

QJsonObject jsonEstimate(const plan::Estimate &estimate)
{
    return { { QStringLiteral("low_ms"), estimate.lowMs },
             { QStringLiteral("likely_ms"), estimate.likelyMs },
             { QStringLiteral("high_ms"), estimate.highMs },
             { QStringLiteral("basis"), estimate.basis } };
}

QJsonObject jsonStatement(const LintedStatement &statement)
{
    QJsonObject object{ { QStringLiteral("file"), statement.file },
                        { QStringLiteral("line"), statement.line },
                        { QStringLiteral("sql"), statement.sql },
                        { QStringLiteral("transaction"), analysis::lint::name(statement.place) },
                        { QStringLiteral("locks"), jsonLocks(statement) },
                        { QStringLiteral("blocks"), plan::name(statement.blocks) },
                        { QStringLiteral("effect"), plan::name(statement.effect) },
                        { QStringLiteral("estimate"), jsonEstimate(statement.estimate) },
                        { QStringLiteral("findings"), jsonFindings(statement) },
                        { QStringLiteral("fix"), QJsonArray::fromStringList(statement.fix) } };
    if (!statement.suppressed.isEmpty())
        object.insert(QStringLiteral("suppressed"), jsonSuppressed(statement));
    return object;
}

} // namespace

QByteArray lintJson(const analysis::lint::LintReport &report)
{
    QJsonArray statements;
    for (const LintedStatement &statement : report.statements)
        statements.append(jsonStatement(statement));
    QJsonObject object{ { QStringLiteral("statements"), statements } };
    if (!report.notes.isEmpty())
        object.insert(QStringLiteral("notes"), QJsonArray::fromStringList(report.notes));
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace lockstep::exporting
