#include "watching.h"

#include "sessionsettings.h"

namespace lockstep::execution {

namespace {

/// The one that only looks, by a name that the user finds in pg_stat_activity.
base::Result<std::unique_ptr<postgres::Session>> openWatcher(const postgres::ConnectionTarget &target)
{
    auto session = postgres::Session::open(target);
    if (!session.has_value())
        return session;
    if (const auto prepared = prepareSession(**session); !prepared.has_value())
        return prepared.error();
    (void)(*session)->execute(QStringLiteral("SET application_name = 'lockstep:watch'"));
    return session;
}

} // namespace

std::unique_ptr<Monitor> startWatching(RunContext &context)
{
    auto watcher = openWatcher(context.target);
    if (!watcher.has_value()) {
        context.log(
            EventLevel::Warning, {},
            QStringLiteral("There is no connection left for watching (%1): blockers and load are not shown.")
                .arg(watcher.error().message));
        return std::make_unique<Monitor>(nullptr);
    }
    const auto reopen = [&context]() -> std::unique_ptr<postgres::Session> {
        auto again = openWatcher(context.target);
        if (!again.has_value())
            return nullptr;
        context.log(EventLevel::Warning, {},
                    QStringLiteral("The connection for watching was lost and is there again."));
        return std::move(again).value();
    };
    return std::make_unique<Monitor>(std::move(watcher).value(), reopen);
}

} // namespace lockstep::execution
