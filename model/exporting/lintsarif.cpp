#include "lintreport.h"

#include <model/analysis/rules/documentation.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <set>

namespace lockstep::exporting {

namespace {

using analysis::lint::LintedStatement;

QString level(plan::Severity severity)
{
    switch (severity) {
    case plan::Severity::Error: return QStringLiteral("error");
    case plan::Severity::Warning: return QStringLiteral("warning");
    case plan::Severity::Info: return QStringLiteral("note");
    }
    return {};
}

QJsonObject text(const QString &value)
{
    return { { QStringLiteral("text"), value } };
}

QJsonArray location(const QString &file, int line)
{
    // A URI reference: what a path may hold besides is escaped. The standard input has no path.
    const QByteArray uri =
        QUrl::toPercentEncoding((file == QLatin1String("-") ? QStringLiteral("stdin") : QString(file))
                                    .replace(QLatin1Char('\\'), QLatin1Char('/')),
                                "/,:@+");
    const QJsonObject artifact{ { QStringLiteral("uri"), QString::fromLatin1(uri) } };
    const QJsonObject physical{ { QStringLiteral("artifactLocation"), artifact },
                                { QStringLiteral("region"),
                                  QJsonObject{ { QStringLiteral("startLine"), line } } } };
    return { QJsonObject{ { QStringLiteral("physicalLocation"), physical } } };
}

QJsonObject resultOf(const LintedStatement &statement, const plan::Finding &finding)
{
    QString message = finding.message;
    if (!statement.fix.isEmpty())
        message += QStringLiteral(" Instead: %1;").arg(statement.fix.join(QStringLiteral("; ")));
    return { { QStringLiteral("ruleId"), finding.rule },
             { QStringLiteral("level"), level(finding.severity) },
             { QStringLiteral("message"), text(message) },
             { QStringLiteral("locations"), location(statement.file, finding.line) } };
}

QJsonObject suppressedOf(const LintedStatement &statement, const analysis::lint::Suppressed &finding)
{
    QJsonObject suppression{ { QStringLiteral("kind"), QStringLiteral("inSource") } };
    if (!finding.reason.isEmpty())
        suppression.insert(QStringLiteral("justification"), finding.reason);
    return { { QStringLiteral("ruleId"), finding.rule },
             { QStringLiteral("level"), QStringLiteral("note") },
             { QStringLiteral("message"),
               text(QStringLiteral("A comment of the script takes this finding back.")) },
             { QStringLiteral("locations"), location(statement.file, statement.line) },
             { QStringLiteral("suppressions"), QJsonArray{ suppression } } };
}

QJsonArray rulesOf(const std::set<QString> &ids)
{
    QJsonArray rules;
    for (const QString &id : ids) {
        QJsonObject help = text(analysis::rules::documentation(id));
        help.insert(QStringLiteral("markdown"), analysis::rules::documentation(id));
        rules.append(QJsonObject{ { QStringLiteral("id"), id },
                                  { QStringLiteral("shortDescription"), text(analysis::rules::title(id)) },
                                  { QStringLiteral("help"), help } });
    }
    return rules;
}

} // namespace

QByteArray lintSarif(const analysis::lint::LintReport &report)
{
    QJsonArray results;
    std::set<QString> ids;
    for (const LintedStatement &statement : report.statements) {
        for (const plan::Finding &finding : statement.findings) {
            results.append(resultOf(statement, finding));
            ids.insert(finding.rule);
        }
        for (const analysis::lint::Suppressed &finding : statement.suppressed) {
            results.append(suppressedOf(statement, finding));
            ids.insert(finding.rule);
        }
    }
    const QJsonObject driver{ { QStringLiteral("name"), QStringLiteral("Lockstep") },
                              { QStringLiteral("version"), QStringLiteral(LOCKSTEP_VERSION) },
                              { QStringLiteral("rules"), rulesOf(ids) } };
    const QJsonObject run{ { QStringLiteral("tool"), QJsonObject{ { QStringLiteral("driver"), driver } } },
                           { QStringLiteral("columnKind"), QStringLiteral("utf16CodeUnits") },
                           { QStringLiteral("results"), results } };
    const QJsonObject sarif{
        { QStringLiteral("$schema"),
          QStringLiteral(
              "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json") },
        { QStringLiteral("version"), QStringLiteral("2.1.0") },
        { QStringLiteral("runs"), QJsonArray{ run } }
    };
    return QJsonDocument(sarif).toJson(QJsonDocument::Indented);
}

} // namespace lockstep::exporting
