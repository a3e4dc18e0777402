#include "afterscript.h"

#include "catalogreader.h"
#include "pgdump.h"

#include <model/base/log.h>
#include <model/base/secrets.h>
#include <model/scratch/scriptloader.h>

#include <QFileInfo>

namespace lockstep::sources {

namespace {

QString displayOf(const LoadedSource &current, const QVector<ScriptText> &scripts)
{
    const QString first = QFileInfo(scripts.first().name).fileName();
    return scripts.size() == 1 ? QStringLiteral("%1 after %2").arg(current.display, first)
                               : QStringLiteral("%1 after %2 and %3 more")
                                     .arg(current.display, first)
                                     .arg(scripts.size() - 1);
}

base::Error noCopyError(const LoadedSource &current)
{
    return base::inputError(
        QStringLiteral("There is no copy of %1 to run the script on: %2")
            .arg(current.display, current.whyNoScript),
        QStringLiteral("Give a dump of it instead: pg_dump -s to a file, and the file as source."));
}

/// The text that makes this schema on an empty database. What the scripts say cannot simply be
/// appended: a loaded script's transactions and settings mean something else.
QString scriptOf(const scratch::ScratchServerPtr &server, const scratch::ScratchDatabase &database,
                 LoadedSource *target, const std::stop_token &stop)
{
    const auto script = dumpSchema(database.target(), server->toolDirectory(), {}, stop);
    if (!script.has_value()) {
        target->whyNoScript = QStringLiteral("pg_dump failed. ") + script.error().toText();
        return {};
    }
    return *script + leftoverIndexes(*target->catalog);
}

} // namespace

base::Result<AfterScripts> afterScripts(const LoadedSourcePtr &current, const QVector<ScriptText> &scripts,
                                        const ScratchOfMajor &scratch, const Progress &progress,
                                        std::stop_token stop)
{
    const auto report = [&progress](const QString &sentence) {
        base::log::info("sources", sentence);
        if (progress)
            progress(sentence);
    };
    if (!current->whyNoScript.isEmpty())
        return noCopyError(*current);
    if (scripts.isEmpty())
        return base::inputError(QStringLiteral("There is no script to run."));
    report(QStringLiteral("Making a copy of %1.").arg(current->display));
    const auto server = scratch(current->catalog->serverVersion() / 10000);
    if (!server.has_value())
        return server.error();
    const auto database = scratch::ScratchDatabase::create(*server, QStringLiteral("after"));
    if (!database.has_value())
        return database.error();
    const auto session = (*database)->open();
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, stop);
    const auto loaded = scratch::loadScript(**session, current->script, current->display, false, stop);
    if (!loaded.has_value())
        return loaded.error();
    const auto before = readObjectNames(**session, stop);
    if (!before.has_value())
        return before.error();
    auto target = std::make_shared<LoadedSource>();
    for (const ScriptText &script : scripts) {
        report(QStringLiteral("Running %1 on the copy.").arg(QFileInfo(script.name).fileName()));
        const auto replayed = scratch::replayScript(**session, script.text, script.name, stop);
        if (!replayed.has_value())
            return replayed.error();
        target->warnings += replayed->warnings;
    }
    const auto after = readObjectNames(**session, stop);
    if (!after.has_value())
        return after.error();
    const auto catalog = readLoadedCatalog(**session, stop);
    if (!catalog.has_value())
        return catalog.error();
    target->catalog = *catalog;
    target->display = displayOf(*current, scripts);
    target->script = scriptOf(*server, **database, target.get(), stop);
    if (stop.stop_requested())
        return base::canceled();
    return AfterScripts{ target, renamedBetween(*before, *after) };
}

} // namespace lockstep::sources
