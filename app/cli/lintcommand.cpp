#include "commands.h"
#include "planning.h"

#include <model/analysis/rules/rule.h>
#include <model/exporting/lintreport.h>
#include <model/project/projectfile.h>
#include <model/sources/scriptfiles.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace lockstep::cli {

namespace {

using analysis::lint::LintOptions;
using analysis::lint::LintSettings;
using analysis::lint::ScriptFile;

base::Result<void> addRuleFlag(const Arguments &arguments, const char *flag, QSet<QString> *rules)
{
    for (const QString &word : arguments.value(flag).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString rule = word.trimmed();
        if (const auto known = analysis::lint::checkRule(rule); !known.has_value())
            return usageError(QStringLiteral("%1: %2").arg(QLatin1String(flag), known.error().message),
                              known.error().hint);
        rules->insert(rule);
    }
    return {};
}

/// A file of settings, or the project file that has them.
base::Result<LintSettings> settingsOf(const QByteArray &bytes, const QString &path)
{
    if (!QJsonDocument::fromJson(bytes).object().contains(QLatin1String("format")))
        return analysis::lint::settingsFromJson(bytes, path);
    const auto project = project::readProject(path);
    if (!project.has_value())
        return project.error();
    return project->rules;
}

base::Result<LintSettings> readSettings(const Arguments &arguments)
{
    LintSettings settings;
    if (arguments.has("--settings")) {
        const QString path = arguments.value("--settings");
        const auto bytes = readFile(path);
        if (!bytes.has_value())
            return bytes.error();
        auto read = settingsOf(*bytes, path);
        if (!read.has_value())
            return read;
        settings = *std::move(read);
    }
    QSet<QString> asked;
    if (const auto ok = addRuleFlag(arguments, "--enable", &asked); !ok.has_value())
        return ok.error();
    // What is asked for now goes before what the file says.
    settings.enabled.unite(asked);
    settings.disabled.subtract(asked);
    if (const auto ok = addRuleFlag(arguments, "--disable", &settings.disabled); !ok.has_value())
        return ok.error();
    if (settings.disabled.contains(QStringLiteral("all")))
        return usageError(QStringLiteral("--disable: not all rules can be turned off at once."),
                          QStringLiteral("Name those that are not wanted, or use --fail-on none."));
    settings.enablesAll |= settings.enabled.contains(QStringLiteral("all"));
    settings.inTransaction |= arguments.has("--in-transaction");
    return settings;
}

base::Result<QVector<ScriptFile>> readScripts(const Arguments &arguments)
{
    if (arguments.positional().isEmpty())
        return usageError(QStringLiteral("No script is given."),
                          QStringLiteral("lockstep-cli lint FILE..., where - is the standard input."));
    const auto texts = sources::readScripts(arguments.positional());
    if (!texts.has_value())
        return texts.error();
    QVector<ScriptFile> scripts;
    for (const sources::ScriptText &script : *texts)
        scripts.append({ script.name, script.text });
    return scripts;
}

/// What the statements meet: catalog, sizes and version.
base::Result<schema::CatalogPtr> readSchema(const Arguments &arguments, Context &context,
                                            LintOptions *options)
{
    if (!arguments.has("--schema"))
        return schema::CatalogPtr();
    const auto source = context.source(arguments, "--schema");
    if (!source.has_value())
        return source.error();
    if (options->serverVersion > 0)
        context.preferMajor(options->serverVersion / 10000);
    const auto loaded = context.load(*source);
    if (!loaded.has_value())
        return loaded.error();
    options->knowsSchema = true;
    options->statistics = (*loaded)->statistics;
    return (*loaded)->catalog;
}

QByteArray formatted(const analysis::lint::LintReport &report, const QString &format)
{
    if (format == QLatin1String("json"))
        return exporting::lintJson(report);
    if (format == QLatin1String("sarif"))
        return exporting::lintSarif(report);
    if (format == QLatin1String("github"))
        return exporting::lintGithub(report);
    return exporting::lintText(report);
}

int listRules(const Arguments &arguments)
{
    QString text;
    for (const analysis::rules::Rule &rule : analysis::rules::registry()) {
        if (analysis::rules::findRule(QLatin1String(rule.id)) != &rule)
            continue; // Asked in two ways.
        const bool onRequest = rule.speaks == analysis::rules::Default::OnRequest;
        text += QLatin1String(rule.id) + (onRequest ? QLatin1String(" (with --enable)") : QLatin1String())
                + QLatin1Char('\n');
    }
    const auto written = writeResult(arguments, text.toUtf8());
    return written.has_value() ? exitWith(Exit::Done) : fail(written.error());
}

int lintScripts(const Arguments &arguments, Context &context)
{
    if (arguments.has("--rules"))
        return listRules(arguments);
    const auto format = choice(arguments, "--format", "text",
                               { QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("sarif"),
                                 QStringLiteral("github") });
    if (!format.has_value())
        return fail(format.error());
    const auto lowest = failOn(arguments);
    if (!lowest.has_value())
        return fail(lowest.error());
    auto settings = readSettings(arguments);
    if (!settings.has_value())
        return fail(settings.error());
    const auto version = serverVersion(arguments);
    if (!version.has_value())
        return fail(version.error());
    const auto scripts = readScripts(arguments);
    if (!scripts.has_value())
        return fail(scripts.error());
    LintOptions options;
    options.settings = *std::move(settings);
    options.serverVersion = *version;
    const auto rates = readRates(arguments);
    if (!rates.has_value())
        return fail(rates.error());
    options.rates = *rates;
    const auto schema = readSchema(arguments, context, &options);
    if (!schema.has_value())
        return fail(schema.error());
    const auto report = analysis::lint::lint(*scripts, *schema, options, context.stop());
    if (!report.has_value())
        return fail(report.error());
    const auto written = writeResult(arguments, formatted(*report, *format));
    if (!written.has_value())
        return fail(written.error());
    const bool fails = *lowest && report->hasFindingAtOrAbove(**lowest);
    return exitWith(fails ? Exit::Different : Exit::Done);
}

} // namespace

Command lintCommand()
{
    CommandSpec spec;
    spec.name = QStringLiteral("lint");
    spec.positional = QStringLiteral("FILE...");
    spec.summary =
        QStringLiteral("Says what the statements of scripts lock, block and risk, and the safe way instead.\n"
                       "FILE is a script, a directory of migrations, or - for the standard input. Files are "
                       "replayed one after the\n"
                       "other. Exit 1: findings at or above --fail-on.");
    spec.flags = {
        { QStringLiteral("--schema"), QStringLiteral("SRC"),
          QStringLiteral("The schema that the statements meet; a live one tells sizes too.") },
        { QStringLiteral("--rates"), QStringLiteral("FILE"),
          QStringLiteral("What the server was measured to take, from calibrate.") },
        { QStringLiteral("--server-version"), QStringLiteral("N"),
          QStringLiteral("Version the scripts are for, e.g. 14 (if not given: the schema's, else 15).") },
        { QStringLiteral("--format"), QStringLiteral("FORMAT"),
          QStringLiteral("text (if not given), json, sarif, github.") },
        { QStringLiteral("--fail-on"), QStringLiteral("LEVEL"),
          QStringLiteral("error (if not given), warning, info or none.") },
        { QStringLiteral("--in-transaction"), QString(),
          QStringLiteral("The tool that runs the files puts each into a transaction.") },
        { QStringLiteral("--enable"), QStringLiteral("RULES"),
          QStringLiteral("Rules that only speak when asked, with commas; or all.") },
        { QStringLiteral("--disable"), QStringLiteral("RULES"),
          QStringLiteral("Rules to leave out, with commas.") },
        { QStringLiteral("--settings"), QStringLiteral("FILE"),
          QStringLiteral("The same for a project (JSON): disable, enable, severity, in_transaction; or a "
                         "project file.") },
        { QStringLiteral("--rules"), QString(), QStringLiteral("List the rules and do nothing else.") },
        { QStringLiteral("-o"), QStringLiteral("FILE"),
          QStringLiteral("Write to a file instead of the standard output.") },
    };
    spec.examples = { QStringLiteral("lockstep-cli lint --schema service=shop migrations/0042_orders.sql"),
                      QStringLiteral(
                          "git diff --name-only main -- '*.sql' | xargs lockstep-cli lint --format github"),
                      QStringLiteral("psql-script-maker | lockstep-cli lint -") };
    return { spec, &lintScripts };
}

} // namespace lockstep::cli
