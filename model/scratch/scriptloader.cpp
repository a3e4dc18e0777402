#include "scriptloader.h"

#include "scriptrun.h"

#include <QRegularExpression>

namespace lockstep::scratch {

namespace {

/// psql commands that change what the rest of the script means: leaving them out would load
/// another schema than the author's.
bool isNeeded(const QString &command)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\\\(i|ir|include|include_relative|if|elif|else|endif|gexec|gset)\\b"));
    return pattern.match(command).hasMatch();
}

base::Result<QStringList> metaCommandWarnings(const QVector<base::MetaCommand> &commands,
                                              const QString &fileName)
{
    QStringList warnings;
    for (const base::MetaCommand &command : commands) {
        const QString shown = command.text.left(80);
        if (isNeeded(command.text)) {
            base::Error error = base::inputError(
                QStringLiteral("The psql command \"%1\" cannot be followed.").arg(shown),
                QStringLiteral(
                    "Give a script that contains everything itself, for example pg_dump -s output."));
            error.position = base::TextPosition{ fileName, command.line, 1 };
            return error;
        }
        if (command.text.startsWith(QLatin1String("\\c")))
            warnings.append(
                QStringLiteral("Line %1: \"%2\" was left out; everything is loaded into one database.")
                    .arg(command.line)
                    .arg(shown));
    }
    return warnings;
}

/// Every statement commits by itself here, so BEGIN and COMMIT go, and so does what the script
/// itself rolls back.
QVector<base::ScriptStatement> withoutBlocks(const QVector<base::ScriptStatement> &statements)
{
    QVector<base::ScriptStatement> kept;
    qsizetype blockStart = -1;
    for (const base::ScriptStatement &statement : statements) {
        const StatementKind kind = kindOf(statement.sql);
        if (kind == StatementKind::Begin) {
            blockStart = kept.size();
        } else if (kind == StatementKind::Commit) {
            blockStart = -1;
        } else if (kind == StatementKind::Rollback) {
            if (blockStart >= 0)
                kept.resize(blockStart);
            blockStart = -1;
        } else {
            kept.append(statement);
        }
    }
    return kept;
}

} // namespace

base::Result<LoadReport> loadScript(postgres::Session &session, const QString &text, const QString &fileName,
                                    bool withRows, std::stop_token stop)
{
    const base::Script script = base::readScript(text);
    const auto warnings = metaCommandWarnings(script.metaCommands, fileName);
    if (!warnings.has_value())
        return warnings.error();
    const QVector<base::ScriptStatement> statements = withoutBlocks(script.statements);
    auto report = ScriptRun(session, text, fileName, statements, withRows, std::move(stop)).load();
    if (report.has_value())
        report->warnings = *warnings + report->warnings;
    return report;
}

base::Result<LoadReport> replayScript(postgres::Session &session, const QString &text,
                                      const QString &fileName, std::stop_token stop)
{
    const base::Script script = base::readScript(text);
    const auto warnings = metaCommandWarnings(script.metaCommands, fileName);
    if (!warnings.has_value())
        return warnings.error();
    auto report = ScriptRun(session, text, fileName, script.statements, false, std::move(stop)).replay();
    if (report.has_value())
        report->warnings = *warnings + report->warnings;
    return report;
}

} // namespace lockstep::scratch
