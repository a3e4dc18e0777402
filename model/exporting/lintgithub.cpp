#include "lintreport.h"

namespace lockstep::exporting {

namespace {

/// https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions: what has to be
/// escaped in a message, and further in a property.
QString escapedMessage(QString text)
{
    return text.replace(QLatin1Char('%'), QLatin1String("%25"))
        .replace(QLatin1Char('\r'), QLatin1String("%0D"))
        .replace(QLatin1Char('\n'), QLatin1String("%0A"));
}

QString escapedProperty(const QString &text)
{
    return escapedMessage(text)
        .replace(QLatin1Char(':'), QLatin1String("%3A"))
        .replace(QLatin1Char(','), QLatin1String("%2C"));
}

QString command(plan::Severity severity)
{
    switch (severity) {
    case plan::Severity::Error: return QStringLiteral("error");
    case plan::Severity::Warning: return QStringLiteral("warning");
    case plan::Severity::Info: return QStringLiteral("notice");
    }
    return {};
}

} // namespace

QByteArray lintGithub(const analysis::lint::LintReport &report)
{
    QString text;
    for (const analysis::lint::LintedStatement &statement : report.statements) {
        for (const plan::Finding &finding : statement.findings)
            text += QStringLiteral("::%1 file=%2,line=%3,title=%4::%5\n")
                        .arg(command(finding.severity), escapedProperty(statement.file),
                             QString::number(finding.line), escapedProperty(finding.rule),
                             escapedMessage(finding.message));
    }
    return text.toUtf8();
}

} // namespace lockstep::exporting
