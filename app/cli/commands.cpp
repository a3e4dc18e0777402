#include "commands.h"

#include <model/base/log.h>

namespace lockstep::cli {

namespace {

std::vector<Command> allCommands()
{
    return { compareCommand(),  calibrateCommand(), planCommand(), lintCommand(),    proveCommand(),
             rehearseCommand(), checkCommand(),     runCommand(),  snapshotCommand() };
}

QString overview(const std::vector<Command> &commands)
{
    QString text = QStringLiteral(
        "lockstep-cli: PostgreSQL schema changes that keep the application running, proved before "
        "they run.\n\nCommands:\n");
    for (const Command &command : commands)
        text += QStringLiteral("  ") + command.spec.name.leftJustified(10)
                + command.spec.summary.section(QLatin1Char('\n'), 0, 0) + QLatin1Char('\n');
    text += QStringLiteral("\nSRC is postgresql://..., key=value text, service=name, a .sql file, a pg_dump "
                           "archive or a snapshot.\n"
                           "lockstep-cli COMMAND --help shows the flags and examples of each.\n\n"
                           "Exit: 0 done, 1 differences or findings, 2 usage, 3 an input cannot be read or "
                           "loaded, 4 connection,\n"
                           "5 proof failed, 6 a step failed or the run was stopped, 7 interrupted.\n");
    return text;
}

int unknownCommand(const QString &name, const std::vector<Command> &commands)
{
    for (const char *later : { "export" }) {
        if (name == QLatin1String(later))
            return fail(
                usageError(QStringLiteral("%1 is not part of this version of Lockstep yet.").arg(name)));
    }
    QStringList names;
    for (const Command &command : commands)
        names.append(command.spec.name);
    const QString near = nearest(name, names);
    return fail(usageError(QStringLiteral("There is no command \"%1\".").arg(name),
                           near.isEmpty()
                               ? QStringLiteral("The commands are %1.").arg(names.join(QStringLiteral(", ")))
                               : QStringLiteral("Did you mean %1?").arg(near)));
}

base::Result<void> setUpLogging(const Arguments &arguments)
{
    base::log::Level level = base::log::Level::Warning;
    const QString wanted = arguments.value("--log-level", "warning");
    if (!base::log::parseLevel(wanted, &level))
        return usageError(QStringLiteral("--log-level cannot be \"%1\".").arg(wanted),
                          QStringLiteral("It is one of debug, info, warning, error."));
    const QString file = arguments.value("--log-file");
    if (!base::log::configure(level, file))
        return usageError(QStringLiteral("The log file %1 cannot be written.").arg(file));
    return {};
}

int show(const QString &text)
{
    const auto written = writeResult({}, text.toUtf8());
    return written.has_value() ? exitWith(Exit::Done) : fail(written.error());
}

} // namespace

int runCli(const QStringList &words, std::stop_token stop)
{
    const std::vector<Command> commands = allCommands();
    const QString name = words.value(0);
    if (name.isEmpty() || name == QLatin1String("--help") || name == QLatin1String("-h")
        || name == QLatin1String("help")) {
        if (!name.isEmpty())
            return show(overview(commands));
        complain(overview(commands));
        return exitWith(Exit::Usage);
    }
    const QString version = QStringLiteral("lockstep-cli %1\n").arg(QLatin1String(LOCKSTEP_VERSION));
    if (name == QLatin1String("--version"))
        return show(version);
    const auto command = std::find_if(commands.begin(), commands.end(), [&name](const Command &candidate) {
        return candidate.spec.name == name;
    });
    if (command == commands.end())
        return unknownCommand(name, commands);
    if (words.contains(QLatin1String("--help")))
        return show(helpText(command->spec));
    if (words.contains(QLatin1String("--version")))
        return show(version);
    const auto arguments = Arguments::parse(command->spec, words.mid(1));
    if (!arguments.has_value())
        return fail(arguments.error());
    const auto logging = setUpLogging(*arguments);
    if (!logging.has_value())
        return fail(logging.error());
    if (const auto output = checkOutput(*arguments); !output.has_value())
        return fail(output.error());
    Context context(arguments->value("--scratch", "auto"), stop);
    const int code = command->run(*arguments, context);
    return stop.stop_requested() && code != exitWith(Exit::Done) ? exitWith(Exit::Interrupted) : code;
}

} // namespace lockstep::cli
