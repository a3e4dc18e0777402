#include "commands.h"
#include "planning.h"

#include <model/proof/rehearsal.h>
#include <model/proof/rehearsalwriters.h>

#include <QElapsedTimer>

#include <cstdio>
#include <poll.h>
#include <unistd.h>

namespace lockstep::cli {

namespace {

constexpr qint64 usualRows = 10'000;
constexpr qint64 mostRows = 100'000'000;

base::Result<qint64> wholeNumber(const Arguments &arguments, const char *flag, qint64 otherwise, qint64 most)
{
    if (!arguments.has(flag))
        return otherwise;
    bool ok = false;
    const qint64 number = arguments.value(flag).toLongLong(&ok);
    if (ok && number >= 1 && number <= most)
        return number;
    return usageError(QStringLiteral("%1 cannot be \"%2\".").arg(QLatin1String(flag), arguments.value(flag)),
                      QStringLiteral("It is a whole number from 1 to %1.").arg(most));
}

/// Reads a line from the terminal; empty if it ends or the program is to stop.
QString typedLine(const QString &question, const std::stop_token &stop)
{
    std::fputs(qPrintable(question), stderr);
    pollfd input{ STDIN_FILENO, POLLIN, 0 };
    while (::poll(&input, 1, 200) == 0) {
        if (stop.stop_requested())
            return {};
    }
    char answer[512] = "";
    const ssize_t length = stop.stop_requested() ? 0 : ::read(STDIN_FILENO, answer, sizeof answer - 1);
    return QString::fromUtf8(answer, std::max<ssize_t>(length, 0)).trimmed();
}

/// What the way back cannot bring back; empty if that is nothing.
QString lossSentence(const plan::Plan &plan)
{
    QStringList lost;
    for (const plan::Step &step : plan.steps) {
        for (const plan::Loss &loss : step.loses)
            lost.append(plan::lostText(loss));
    }
    return lost.isEmpty() ? QString()
                          : QStringLiteral(" It loses for good: %1.").arg(lost.join(QStringLiteral(", ")));
}

/// What has to be typed before a named database is changed: its name, and the whole of "shop @ db1" where
/// the plan was made from it, since that is what production looks like.
base::Result<void> confirmDatabase(const Arguments &arguments, const plan::Plan &plan,
                                   const postgres::ConnectionTarget &target, const std::stop_token &stop)
{
    const auto session = postgres::Session::open(target, stop);
    if (!session.has_value())
        return session.error();
    const bool isOrigin = plan.current.display == target.display();
    const QString wanted = isOrigin ? target.display() : (*session)->server().database;
    const QString what =
        (isOrigin ? QStringLiteral("The plan was made from %1 itself: it may be production.").arg(wanted)
                  : QStringLiteral("The rehearsal changes the database %1 and takes it back.")
                        .arg(target.display()))
        + lossSentence(plan);
    QString typed = arguments.value("--confirm");
    const bool interactive = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0;
    if (typed.isEmpty() && interactive)
        typed = typedLine(QStringLiteral("%1 Type \"%2\" to go on: ").arg(what, wanted), stop);
    if (typed == wanted)
        return {};
    base::Error error;
    error.kind = stop.stop_requested() ? base::ErrorKind::Canceled : base::ErrorKind::Refused;
    error.message = QStringLiteral("Nothing was done. %1").arg(what);
    error.hint =
        QStringLiteral("If that is meant, give --confirm \"%1\"; a copy is better: --restore ARCHIVE.")
            .arg(wanted);
    return error;
}

base::Result<proof::RehearsalMaterial> material(const Arguments &arguments, const plan::Plan &plan,
                                                Context &context)
{
    QStringList given;
    for (const char *flag : { "--rows", "--restore", "--database" }) {
        if (arguments.has(flag))
            given.append(QLatin1String(flag));
    }
    if (given.size() > 1)
        return usageError(
            QStringLiteral("%1 do not go together.").arg(given.join(QStringLiteral(" and "))),
            QStringLiteral("The rows are made up, restored from a backup, or those of a database."));
    if (arguments.has("--database")) {
        const proof::DatabaseMaterial database{ { arguments.value("--database") } };
        const auto confirmed = confirmDatabase(arguments, plan, database.target, context.stop());
        if (!confirmed.has_value())
            return confirmed.error();
        return proof::RehearsalMaterial(database);
    }
    if (arguments.has("--restore"))
        return proof::RehearsalMaterial(proof::ArchiveMaterial{ arguments.value("--restore"), 0 });
    const auto rows = wholeNumber(arguments, "--rows", usualRows, mostRows);
    if (!rows.has_value())
        return rows.error();
    const auto seed = wholeNumber(arguments, "--seed", 1, 10'000);
    if (!seed.has_value())
        return seed.error();
    return proof::RehearsalMaterial(proof::SeededMaterial{ *rows, int(*seed) });
}

base::Result<schema::StatisticsPtr> productionStatistics(const Arguments &arguments, Context &context)
{
    if (!arguments.has("--stats"))
        return schema::StatisticsPtr();
    const auto source = context.source(arguments, "--stats");
    if (!source.has_value())
        return source.error();
    const auto loaded = context.load(*source);
    if (!loaded.has_value())
        return loaded.error();
    if (!(*loaded)->statistics)
        return base::inputError(QStringLiteral("%1 holds no statistics.").arg((*loaded)->display),
                                QStringLiteral("Give a live database, or a snapshot of one."));
    return (*loaded)->statistics;
}

/// A line for each thing that begins, and now and then one while it goes on.
class ProgressLines
{
public:
    void operator()(const proof::RehearsalProgress &now)
    {
        using State = execution::StepState;
        if (!now.step.isEmpty()) {
            if (now.state == State::Running || now.state == State::Intent)
                tell(QStringLiteral("%1 (%2 of %3)").arg(now.text).arg(now.done + 1).arg(now.total));
            return;
        }
        constexpr qint64 often = 1000;
        const bool isCounted = now.total > 0 && now.text.contains(QLatin1Char(':'));
        if (isCounted) {
            if (m_since.isValid() && m_since.elapsed() < often)
                return;
            m_since.start();
        }
        tell(isCounted ? QStringLiteral("%1 (%2 of %3)").arg(now.text).arg(now.done).arg(now.total)
                       : now.text);
    }

private:
    void tell(const QString &line)
    {
        if (line != m_last)
            complain(line);
        m_last = line;
    }
    QElapsedTimer m_since;
    QString m_last;
};

base::Result<void> writeRates(const Arguments &arguments, const proof::Rehearsal &rehearsal)
{
    const QString path = arguments.value("--write-rates");
    if (path.isEmpty())
        return {};
    if (!rehearsal.rates) {
        complain(
            QStringLiteral("%1 was not written: no step had enough work to learn rates from.").arg(path));
        return {};
    }
    return writeFile(path, analysis::toJson(*rehearsal.rates));
}

int exitOf(const proof::Rehearsal &rehearsal)
{
    switch (rehearsal.outcome) {
    case proof::RehearsalOutcome::Held: return exitWith(Exit::Done);
    case proof::RehearsalOutcome::StepFailed: return exitWith(Exit::Stopped);
    case proof::RehearsalOutcome::Differs: return exitWith(Exit::Proof);
    }
    Q_UNREACHABLE();
}

base::Result<proof::RehearsalPtr> rehearsed(const Arguments &arguments, const plan::PlanPtr &plan,
                                            Context &context)
{
    const auto rates = readRates(arguments);
    if (!rates.has_value())
        return rates.error();
    auto rows = material(arguments, *plan, context);
    if (!rows.has_value())
        return rows.error();
    context.preferMajor(plan->serverVersion / 10000);
    const auto production = productionStatistics(arguments, context);
    if (!production.has_value())
        return production.error();
    const auto server = context.scratch();
    if (!server.has_value())
        return server.error();
    proof::RehearsalOptions options;
    options.material = *rows;
    options.production = *production;
    options.rates = *rates;
    ProgressLines lines;
    return proof::rehearse(
        plan, *server, options, [&lines](const proof::RehearsalProgress &now) { lines(now); },
        context.stop());
}

int rehearsePlan(const Arguments &arguments, Context &context)
{
    const auto format = choice(arguments, "--format", "text",
                               { QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("html") });
    if (!format.has_value())
        return fail(format.error());
    const auto plan = readPlan(arguments);
    if (!plan.has_value())
        return fail(plan.error());
    const auto result = rehearsed(arguments, *plan, context);
    if (!result.has_value())
        return fail(result.error());
    const QByteArray report = *format == QLatin1String("json")   ? proof::rehearsalJson(**result)
                              : *format == QLatin1String("html") ? proof::rehearsalHtml(**result)
                                                                 : proof::rehearsalText(**result);
    if (const auto written = writeResult(arguments, report); !written.has_value())
        return fail(written.error());
    if (const auto written = writeRates(arguments, **result); !written.has_value())
        return fail(written.error());
    return exitOf(**result);
}

} // namespace

Command rehearseCommand()
{
    CommandSpec spec;
    spec.name = QStringLiteral("rehearse");
    spec.updatesInput = true;
    spec.positional = QStringLiteral("PLAN");
    spec.summary = QStringLiteral(
        "Runs a plan with rows and a clock, then its way back from the end and from each gate.\n"
        "Each step is timed, its locks are sampled, and the estimates are compared with what was measured.\n"
        "The current schema is the plan's own; its rows are made up unless --restore or --database says\n"
        "otherwise. Exit 5: it does not do what it says; 6: a step failed.");
    spec.flags = {
        { QStringLiteral("--rows"), QStringLiteral("N"),
          QStringLiteral(
              "Made-up rows in tables that refer to no other, five times N in those that do; 10000.") },
        { QStringLiteral("--seed"), QStringLiteral("N"),
          QStringLiteral("Other made-up rows; 1 if not given.") },
        { QStringLiteral("--restore"), QStringLiteral("ARCHIVE"),
          QStringLiteral("A backup by pg_dump (custom, directory, tar or SQL text) with its rows.") },
        { QStringLiteral("--database"), QStringLiteral("URI"),
          QStringLiteral("A database that may be changed; it is taken back afterwards.") },
        { QStringLiteral("--confirm"), QStringLiteral("NAME"),
          QStringLiteral("Its name, typed; asked for on a terminal.") },
        { QStringLiteral("--stats"), QStringLiteral("SRC"),
          QStringLiteral("Production, or its snapshot: sizes to estimate for, and how values are spread.") },
        { QStringLiteral("--rates"), QStringLiteral("FILE"),
          QStringLiteral("Rates that estimates go by; \"calibrate\" measures them.") },
        { QStringLiteral("--write-rates"), QStringLiteral("FILE"),
          QStringLiteral("Keep the rates as this rehearsal corrects them, for plan --rates.") },
        { QStringLiteral("--format"), QStringLiteral("text|json|html"),
          QStringLiteral("text if not given.") },
        { QStringLiteral("-o"), QStringLiteral("FILE"),
          QStringLiteral("Write to a file instead of the standard output.") },
    };
    spec.examples = {
        QStringLiteral("lockstep-cli rehearse change.lockplan"),
        QStringLiteral(
            "lockstep-cli rehearse change.lockplan --restore shop.dump --format html -o rehearsal.html"),
        QStringLiteral("lockstep-cli rehearse change.lockplan --rows 200000 --stats service=shop "
                       "--write-rates shop.rates.json"),
    };
    return { spec, &rehearsePlan };
}

} // namespace lockstep::cli
