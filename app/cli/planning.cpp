#include "planning.h"

#include <model/analysis/analysis.h>
#include <model/base/result.h>
#include <model/plan/scriptintents.h>
#include <model/project/rewriting.h>
#include <model/sources/catalogreader.h>
#include <model/sources/oneversion.h>
#include <model/sources/scriptfiles.h>

namespace lockstep::cli {

namespace {

/// A scratch server of the same major as the live side prints definitions the same way.
int majorOfLiveSide(const sources::Source &source)
{
    const auto *live = std::get_if<sources::LiveSource>(&source);
    if (!live)
        return 0;
    const auto session = postgres::Session::open(live->target);
    return session.has_value() ? session.value()->server().version / 10000 : 0;
}

base::Result<schema::StatisticsPtr> readStatistics(const Arguments &arguments,
                                                   const sources::LoadedSource &current, Context &context)
{
    if (!arguments.has("--stats"))
        return current.statistics;
    const auto source = context.source(arguments, "--stats");
    if (!source.has_value())
        return source.error();
    if (const auto *live = std::get_if<sources::LiveSource>(&*source)) {
        auto session = postgres::Session::open(live->target);
        if (!session.has_value())
            return session.error();
        return sources::readStatistics(*session.value(), context.stop());
    }
    const auto loaded = context.load(*source);
    if (!loaded.has_value())
        return loaded.error();
    if (!(*loaded)->statistics)
        return base::inputError(QStringLiteral("%1 holds no statistics.").arg((*loaded)->display),
                                QStringLiteral("Give --stats a live database or a snapshot of one."));
    return (*loaded)->statistics;
}

base::Result<Sides> onOneVersion(Context &context, const sources::LoadedSourcePtr &current,
                                 const sources::LoadedSourcePtr &target)
{
    const auto sides = sources::onOneVersion(
        current, target, [&context](int wanted) { return context.scratchOfMajor(wanted); }, context.stop());
    if (!sides.has_value())
        return sides.error();
    for (const QString &note : sides->notes)
        complain(QStringLiteral("note: ") + note);
    return Sides{ sides->current, sides->target, {} };
}

base::Result<Sides> loadScripted(const Arguments &arguments, Context &context, const sources::Source &current,
                                 int preferredMajor)
{
    if (arguments.has("--target"))
        return usageError(
            QStringLiteral("--target and --script are given both."),
            QStringLiteral("The target is one schema: a source, or what scripts make of current."));
    const auto scripts = sources::readScripts(
        QStringList{ arguments.value("--script") } + arguments.positional(), context.stop());
    if (!scripts.has_value())
        return scripts.error();
    const int major = majorOfLiveSide(current);
    context.preferMajor(major > 0 ? major : preferredMajor);
    const auto loaded = context.load(current);
    if (!loaded.has_value())
        return loaded.error();
    const auto rewriting = project::rewriteScripts(
        *loaded, *scripts, [&context](int wanted) { return context.scratchOfMajor(wanted); },
        [](const QString &phase) { progress(phase); }, context.stop());
    if (!rewriting.has_value())
        return rewriting.error();
    for (const QString &warning : rewriting->target->warnings)
        complain(QStringLiteral("warning: ") + warning);
    auto sides = onOneVersion(context, *loaded, rewriting->target);
    if (sides.has_value())
        sides->scripted = rewriting->intents;
    return sides;
}

} // namespace

base::Result<plan::Intents> readIntents(const Arguments &arguments)
{
    plan::Intents intents;
    if (arguments.has("--intents")) {
        const QString path = arguments.value("--intents");
        const auto bytes = readFile(path);
        if (!bytes.has_value())
            return bytes.error();
        auto read = plan::intentsFromJson(*bytes, path);
        if (!read.has_value())
            return read;
        intents = std::move(*read);
    }
    if (const auto ruled = addIgnoreFlags(arguments, &intents.ignore); !ruled.has_value())
        return ruled.error();
    return intents;
}

base::Result<analysis::RatesPtr> readRates(const Arguments &arguments)
{
    if (!arguments.has("--rates"))
        return analysis::defaultRates();
    const QString path = arguments.value("--rates");
    const auto bytes = readFile(path);
    return bytes.has_value() ? analysis::ratesFromJson(*bytes, path)
                             : base::Result<analysis::RatesPtr>(bytes.error());
}

base::Result<std::optional<plan::Severity>> failOn(const Arguments &arguments)
{
    const auto word = choice(arguments, "--fail-on", "error",
                             { QStringLiteral("error"), QStringLiteral("warning"), QStringLiteral("info"),
                               QStringLiteral("none") });
    if (!word.has_value())
        return word.error();
    for (const plan::Severity severity :
         { plan::Severity::Error, plan::Severity::Warning, plan::Severity::Info }) {
        if (plan::name(severity) == *word)
            return std::optional(severity);
    }
    return std::optional<plan::Severity>();
}

base::Result<int> serverVersion(const Arguments &arguments)
{
    if (!arguments.has("--server-version"))
        return 0;
    const QString text = arguments.value("--server-version");
    const QStringList parts = text.split(QLatin1Char('.'));
    bool ok = false;
    bool minorOk = true;
    const int first = parts.value(0).toInt(&ok);
    const int minor = parts.size() > 1 ? parts[1].toInt(&minorOk) : 0;
    const int version = first >= 100000 ? first : first * 10000 + minor;
    if (!ok || !minorOk || parts.size() > 2 || version < 100000 || version >= 990000)
        return usageError(QStringLiteral("--server-version cannot be \"%1\".").arg(text),
                          QStringLiteral("It is a PostgreSQL version such as 14, 14.5 or 140005."));
    return version;
}

base::Result<Sides> loadSides(const Arguments &arguments, Context &context, int preferredMajor)
{
    const auto current = context.source(arguments, "--current");
    if (!current.has_value())
        return current.error();
    if (arguments.has("--script"))
        return loadScripted(arguments, context, *current, preferredMajor);
    if (!arguments.positional().isEmpty())
        return usageError(QStringLiteral("\"%1\" is not expected here.").arg(arguments.positional().first()),
                          QStringLiteral("Files follow --script FILE only."));
    const auto target = context.source(arguments, "--target");
    if (!target.has_value())
        return target.error();
    int major = majorOfLiveSide(*current);
    if (major == 0)
        major = majorOfLiveSide(*target);
    context.preferMajor(major > 0 ? major : preferredMajor);
    const auto loadedCurrent = context.load(*current);
    if (!loadedCurrent.has_value())
        return loadedCurrent.error();
    const auto loadedTarget = context.load(*target);
    if (!loadedTarget.has_value())
        return loadedTarget.error();
    return onOneVersion(context, *loadedCurrent, *loadedTarget);
}

base::Result<plan::PlanPtr> makeAnalysedPlan(const Arguments &arguments, Context &context)
{
    const auto policy = choice(arguments, "--policy", "zero-downtime",
                               { QStringLiteral("zero-downtime"), QStringLiteral("window") });
    if (!policy.has_value())
        return policy.error();
    const auto version = serverVersion(arguments);
    if (!version.has_value())
        return version.error();
    auto intents = readIntents(arguments);
    if (!intents.has_value())
        return intents.error();
    const auto rates = readRates(arguments);
    if (!rates.has_value())
        return rates.error();
    const auto sides = loadSides(arguments, context, *version / 10000);
    if (!sides.has_value())
        return sides.error();
    *intents = plan::withIntents(*intents, sides->scripted);
    const auto statistics = readStatistics(arguments, *sides->current, context);
    if (!statistics.has_value())
        return statistics.error();
    auto diffOptions = plan::diffOptions(*intents, *sides->current->catalog, *sides->target->catalog);
    if (!diffOptions.has_value())
        return diffOptions.error();
    diffOptions->currentStatistics = sides->current->statistics;
    diffOptions->targetStatistics = sides->target->statistics;
    progress(QStringLiteral("Comparing and planning"));
    const auto changes =
        diff::diff(sides->current->catalog, sides->target->catalog, *diffOptions, context.stop());
    if (!changes.has_value())
        return changes.error();
    plan::PlanOptions options;
    options.policy = *policy == QLatin1String("window") ? plan::Policy::Window : plan::Policy::ZeroDowntime;
    options.intents = *intents;
    options.serverVersion = *version;
    options.currentScript = { sides->current->display, sides->current->script, sides->current->whyNoScript };
    options.targetScript = { sides->target->display, sides->target->script, sides->target->whyNoScript };
    options.current = sides->current->catalog;
    const auto plan = plan::makePlan(*changes, *statistics, options, context.stop());
    if (!plan.has_value())
        return plan.error();
    return analysis::analyse(project::withBeside(*plan, *sides->target), sides->current->catalog,
                             { *statistics, intents->rows, *version, *rates }, context.stop());
}

base::Result<plan::PlanPtr> provePlan(const plan::PlanPtr &plan, Context &context)
{
    const auto server = context.scratch();
    if (!server.has_value())
        return server.error();
    QString last;
    const auto onProgress = [&last](const QString &phase, int done, int total) {
        const QString line =
            total > 0 ? QStringLiteral("%1 (%2 of %3)").arg(phase).arg(done).arg(total) : phase;
        if (phase != last)
            progress(line);
        last = phase;
    };
    return proof::prove(plan, *server, onProgress, context.stop());
}

} // namespace lockstep::cli
