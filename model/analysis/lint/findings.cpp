#include "findings.h"

#include <QSet>

#include <algorithm>

namespace lockstep::analysis::lint {

namespace {

QString firstWordOf(const QString &command)
{
    return command.section(QLatin1Char(' '), 0, 0);
}

/// Index of the directive that takes the finding back; -1: none.
int directiveFor(const plan::Finding &finding, const UnitStatement &statement, const Unit &unit)
{
    for (const int index : statement.directives) {
        if (unit.directives.at(index).covers(finding.rule))
            return index;
    }
    for (int i = 0; i < unit.directives.size(); ++i) {
        if (unit.directives.at(i).isForFile && unit.directives.at(i).covers(finding.rule))
            return i;
    }
    return -1;
}

void nameUnused(const Unit &unit, const QSet<int> &used, const LintSettings &settings,
                LintedStatements *statements, qsizetype first)
{
    for (int i = 0; i < unit.directives.size(); ++i) {
        const Directive &directive = unit.directives.at(i);
        const QString rule = QStringLiteral("unused-suppression");
        if (used.contains(i) || !settings.allows(rule) || first >= statements->size())
            continue;
        const auto owner = std::find_if(unit.statements.begin(), unit.statements.end(),
                                        [i](const UnitStatement &s) { return s.directives.contains(i); });
        const qsizetype index =
            owner == unit.statements.end() ? first : first + (owner - unit.statements.begin());
        (*statements)[index].findings.append(
            { rule, plan::Severity::Info,
              QStringLiteral("This comment takes back %1, which is not found here.")
                  .arg(directive.rules.isEmpty() ? QStringLiteral("findings")
                                                 : directive.rules.join(QStringLiteral(", "))),
              0, directive.line });
    }
}

} // namespace

bool changesScript(const QString &command)
{
    static const QSet<QString> words = {
        QStringLiteral("\\i"),       QStringLiteral("\\ir"),
        QStringLiteral("\\include"), QStringLiteral("\\include_relative"),
        QStringLiteral("\\c"),       QStringLiteral("\\connect"),
        QStringLiteral("\\gexec"),   QStringLiteral("\\copy"),
        QStringLiteral("\\if"),      QStringLiteral("\\elif"),
        QStringLiteral("\\else"),    QStringLiteral("\\!"),
    };
    return words.contains(firstWordOf(command));
}

void addScriptFindings(const rules::ScriptInput &script, LintedStatements *statements, qsizetype first)
{
    for (const rules::Rule &rule : rules::registry()) {
        const auto *check = std::get_if<rules::ScriptCheck>(&rule.check);
        if (!check)
            continue;
        for (const rules::ScriptVerdict &found : (*check)(script)) {
            LintedStatement &statement = (*statements)[first + found.statement];
            statement.findings.append({ QLatin1String(rule.id), found.verdict.severity, found.verdict.message,
                                        0, statement.line + found.verdict.line - 1 });
        }
    }
}

void addUnknownText(const QStringList &variables, const base::ScriptStatement &statement,
                    QVector<plan::Finding> *findings)
{
    const QString rule = QStringLiteral("psql-command");
    if (!variables.isEmpty())
        findings->append({ rule, plan::Severity::Info,
                           QStringLiteral("psql puts a value in place of %1, which is not known here: it is "
                                          "read as a name.")
                               .arg(variables.join(QStringLiteral(", "))),
                           0, 1 });
    if (statement.isCopyOpen)
        findings->append(
            { rule, plan::Severity::Warning,
              QStringLiteral("Everything behind this COPY is taken for its rows: no line says \\. "
                             "to end them."),
              0, 1 });
}

void addMetaCommands(const Unit &unit, LintedStatements *statements, qsizetype first)
{
    for (const base::MetaCommand &command : unit.metaCommands) {
        if (!changesScript(command.text) || first >= statements->size())
            continue;
        // Beside the statement that follows it, or the last one.
        const auto after = std::find_if(statements->begin() + first, statements->end(),
                                        [&](const LintedStatement &s) { return s.line >= command.line; });
        LintedStatement &statement = after == statements->end() ? statements->last() : *after;
        statement.findings.append(
            { QStringLiteral("psql-command"), plan::Severity::Info,
              QStringLiteral(
                  "%1 is a command of psql and not followed: what it brings or runs is not looked at.")
                  .arg(firstWordOf(command.text)),
              0, command.line });
    }
}

void finishFindings(const Unit &unit, const LintSettings &settings, LintedStatements *statements,
                    qsizetype first)
{
    QSet<int> used;
    for (qsizetype i = first; i < statements->size(); ++i) {
        LintedStatement &statement = (*statements)[i];
        const UnitStatement &source = unit.statements.at(size_t(i - first));
        QVector<plan::Finding> kept;
        for (plan::Finding finding : std::as_const(statement.findings)) {
            if (!settings.allows(finding.rule))
                continue;
            if (const int directive = directiveFor(finding, source, unit); directive >= 0) {
                used.insert(directive);
                statement.suppressed.append({ finding.rule, unit.directives.at(directive).reason });
                continue;
            }
            finding.severity = settings.severities.value(finding.rule, finding.severity);
            if (unit.isDown)
                finding.severity = plan::Severity::Info;
            kept.append(std::move(finding));
        }
        std::stable_sort(kept.begin(), kept.end(), [](const plan::Finding &a, const plan::Finding &b) {
            return a.line != b.line ? a.line < b.line : a.severity > b.severity;
        });
        statement.findings = std::move(kept);
    }
    nameUnused(unit, used, settings, statements, first);
}

} // namespace lockstep::analysis::lint
