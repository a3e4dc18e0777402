#include "commandline.h"

#include "language.h"
#include "settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace lockstep::app {

namespace {

base::Error usageError(const QString &message)
{
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.message = message;
    error.hint = QStringLiteral("Call lockstep --help for what there is.");
    return error;
}

struct CommandLineTexts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void addOptions(QCommandLineParser *parser)
{
    parser->setApplicationDescription(
        CommandLineTexts::tr("PostgreSQL schema changes, proved before they run."));
    parser->addHelpOption();
    parser->addVersionOption();
    parser->addPositionalArgument(
        QStringLiteral("file"),
        CommandLineTexts::tr("A project (.lockstep), a plan (.lockplan) or a schema (.sql)."),
        QStringLiteral("[file]"));
    const auto option = [&](const char *name, const QString &what, const char *value) {
        parser->addOption({ QLatin1String(name), what, QLatin1String(value) });
    };
    option("current", CommandLineTexts::tr("What there is: file, archive, snapshot or connection."), "SRC");
    option("target", CommandLineTexts::tr("What is wanted."), "SRC");
    option("scratch", CommandLineTexts::tr("Where proofs are made: auto, or a connection."), "auto|URI");
    option("log-level", CommandLineTexts::tr("debug, info, warning or error."), "level");
    option("log-file", CommandLineTexts::tr("Appends the log to a file."), "file");
    option("screenshot",
           CommandLineTexts::tr("Waits until the plan is proved, writes the window as a PNG file and ends."),
           "file");
    option("script", CommandLineTexts::tr("A migration script, or a folder of them, to review."), "path");
    option("page",
           CommandLineTexts::tr("Page of the screenshot: compare, plan, check, rehearse, run, review or "
                                "home."),
           "page");
    option("step", CommandLineTexts::tr("Step that is selected, counted from 1."), "number");
    option("theme",
           CommandLineTexts::tr("light, dark, contrast-light or contrast-dark; otherwise as the system."),
           "theme");
    option("language",
           CommandLineTexts::tr("en, de, es, fr, ja or zh_CN; otherwise as set in the View menu."), "code");
    option("size", CommandLineTexts::tr("Size of the window, such as 1600x1000."), "WxH");
}

base::Result<void> readAppearance(const QCommandLineParser &parser, CommandLine *line)
{
    const QString theme = parser.value(QStringLiteral("theme"));
    line->theme = themeFromName(theme);
    if (!theme.isEmpty() && !line->theme)
        return usageError(QStringLiteral("--theme is one of %1, not \"%2\".")
                              .arg(themeNames().join(QStringLiteral(", ")), theme));
    if (parser.isSet(QStringLiteral("size"))) {
        const QStringList parts = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
        line->size = parts.size() == 2 ? QSize(parts.at(0).toInt(), parts.at(1).toInt()) : QSize();
        if (line->size.width() < 320 || line->size.height() < 240)
            return usageError(QStringLiteral("--size is a width and a height such as 1600x1000."));
    }
    if (parser.isSet(QStringLiteral("page")))
        line->page = parser.value(QStringLiteral("page"));
    const QStringList pages{ QStringLiteral("compare"),  QStringLiteral("plan"), QStringLiteral("check"),
                             QStringLiteral("rehearse"), QStringLiteral("run"),  QStringLiteral("review"),
                             QStringLiteral("home") };
    if (!pages.contains(line->page))
        return usageError(QStringLiteral("--page is one of %1.").arg(pages.join(QStringLiteral(", "))));
    line->step = parser.value(QStringLiteral("step")).toInt();
    return {};
}

} // namespace

base::Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(&parser);
    if (!parser.parse(arguments))
        return usageError(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp();
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    CommandLine line;
    if (parser.positionalArguments().size() > 1)
        return usageError(QStringLiteral("Only one file can be opened."));
    line.file = parser.positionalArguments().value(0);
    line.current = parser.value(QStringLiteral("current"));
    line.target = parser.value(QStringLiteral("target"));
    line.script = parser.value(QStringLiteral("script"));
    line.language = parser.value(QStringLiteral("language"));
    if (!line.language.isEmpty() && !languages().contains(line.language))
        return usageError(QStringLiteral("--language is one of %1, not \"%2\".")
                              .arg(languages().join(QStringLiteral(", ")), line.language));
    line.logFile = parser.value(QStringLiteral("log-file"));
    line.screenshot = parser.value(QStringLiteral("screenshot"));
    if (parser.isSet(QStringLiteral("scratch")))
        line.scratch = parser.value(QStringLiteral("scratch"));
    const QString level = parser.value(QStringLiteral("log-level"));
    if (!level.isEmpty() && !base::log::parseLevel(level, &line.logLevel))
        return usageError(
            QStringLiteral("--log-level is debug, info, warning or error, not \"%1\".").arg(level));
    const auto appearance = readAppearance(parser, &line);
    if (!appearance.has_value())
        return appearance.error();
    return line;
}

} // namespace lockstep::app
