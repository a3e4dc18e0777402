#include "loading.h"

#include <model/base/log.h>
#include <model/execution/runner.h>
#include <model/schema/helpers.h>

namespace lockstep::project {

namespace {

/// Its id; empty for none, and where the journal may not be read.
QString unfinishedRun(const postgres::ConnectionTarget &target)
{
    const auto status = execution::runStatus(target);
    if (!status.has_value())
        base::log::warning("project", status.error().message);
    return status.has_value() && isInTheMiddle(*status) ? status->runId : QString();
}

} // namespace

bool isInTheMiddle(const execution::RunStatus &status)
{
    return status.hasRun && status.state != execution::RunState::Done
           && status.state != execution::RunState::RolledBack;
}

base::Result<sources::LoadedSourcePtr> loadSource(const sources::Source &source,
                                                  const sources::ScratchProvider &scratch,
                                                  const sources::Progress &progress, std::stop_token stop)
{
    const auto loaded = sources::load(source, scratch, progress, std::move(stop));
    const auto *live = std::get_if<sources::LiveSource>(&source);
    if (!loaded.has_value() || !live)
        return loaded;
    const QString run = unfinishedRun(live->target);
    if (run.isEmpty())
        return loaded;
    auto inBetween = std::make_shared<sources::LoadedSource>(**loaded);
    inBetween->unfinishedRun = run;
    inBetween->catalog = schema::withoutHelpers(inBetween->catalog);
    inBetween->script.clear();
    inBetween->whyNoScript =
        QStringLiteral("The run %1 on %2 is not finished. Resume it or roll it back, then plan.")
            .arg(run.left(8), inBetween->display);
    inBetween->warnings.append(
        QStringLiteral("The run %1 is not finished: what it has put there for itself is left out, and a plan "
                       "made now cannot be proved. Resume it or roll it back first.")
            .arg(run.left(8)));
    return sources::LoadedSourcePtr(inBetween);
}

} // namespace lockstep::project
