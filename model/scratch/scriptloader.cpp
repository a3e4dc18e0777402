#include "scriptloader.h"

#include "scriptrun.h"

#include <QRegularExpression>

#include <array>

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
/// itself rolls back. A block without an end is what a file has that was cut off.
base::Result<QVector<base::ScriptStatement>> withoutBlocks(const QVector<base::ScriptStatement> &statements,
                                                           const QString &fileName)
{
    QVector<base::ScriptStatement> kept;
    const base::ScriptStatement *begin = nullptr;
    qsizetype blockStart = 0;
    for (const base::ScriptStatement &statement : statements) {
        const StatementKind kind = kindOf(statement.sql);
        if (kind == StatementKind::Begin) {
            // A second BEGIN only warns.
            if (!begin)
                blockStart = kept.size();
            begin = begin ? begin : &statement;
        } else if (kind == StatementKind::Commit) {
            begin = nullptr;
        } else if (kind == StatementKind::Rollback) {
            if (begin)
                kept.resize(blockStart);
            begin = nullptr;
        } else {
            kept.append(statement);
        }
    }
    if (begin)
        return neverCommitted(*begin, fileName);
    return kept;
}

/// Line of the last place where `line` stands alone; 0 if nowhere.
int lastLineOf(const QString &text, QLatin1String line)
{
    qsizetype at = text.lastIndexOf(line);
    for (; at >= 0; at = at > 0 ? text.lastIndexOf(line, at - 1) : -1) {
        const qsizetype end = at + line.size();
        const bool begins = at == 0 || text.at(at - 1) == QLatin1Char('\n');
        const bool ends =
            end == text.size() || text.at(end) == QLatin1Char('\n') || text.at(end) == QLatin1Char('\r');
        if (begins && ends)
            return int(QStringView(text).first(at).count(QLatin1Char('\n'))) + 1;
    }
    return 0;
}

/// A dump that was cut off between two statements loads as if it were whole, and what is missing
/// would be taken for dropped. pg_dump and pg_dumpall say where they end.
base::Result<void> checkDumpEnds(const QString &text, const QString &fileName)
{
    static const std::array<std::pair<QLatin1String, QLatin1String>, 2> edges{ {
        { QLatin1String("-- PostgreSQL database dump"),
          QLatin1String("-- PostgreSQL database dump complete") },
        { QLatin1String("-- PostgreSQL database cluster dump"),
          QLatin1String("-- PostgreSQL database cluster dump complete") },
    } };
    for (const auto &[head, end] : edges) {
        const int begins = lastLineOf(text, head);
        if (begins <= lastLineOf(text, end))
            continue;
        base::Error error = base::inputError(
            QStringLiteral("The dump that begins here was cut off: the line \"%1\" is missing.").arg(end),
            QStringLiteral("Dump or copy it again. If it is whole, add that line as its last."));
        error.position = base::TextPosition{ fileName, begins, 1 };
        return error;
    }
    return {};
}

} // namespace

base::Result<LoadReport> loadScript(postgres::Session &session, const QString &text, const QString &fileName,
                                    bool withRows, std::stop_token stop)
{
    const base::Script script = base::readScript(text);
    const auto warnings = metaCommandWarnings(script.metaCommands, fileName);
    if (!warnings.has_value())
        return warnings.error();
    const auto whole = checkDumpEnds(text, fileName);
    if (!whole.has_value())
        return whole.error();
    const auto statements = withoutBlocks(script.statements, fileName);
    if (!statements.has_value())
        return statements.error();
    auto report = ScriptRun(session, text, fileName, *statements, withRows, std::move(stop)).load();
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
