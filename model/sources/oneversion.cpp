#include "oneversion.h"

#include "catalogreader.h"

#include <model/scratch/scriptloader.h>

namespace lockstep::sources {

namespace {

int majorOf(const LoadedSource &side)
{
    return side.catalog->serverVersion() / 10000;
}

constexpr int kClosedPublic = 15; ///< From here on not everybody may create in the schema public.

/// What pg_dump writes so that a new server treats the schema public as an old one did by itself.
QString withoutOldDefaults(const LoadedSource &side, int major)
{
    QString script = side.script;
    if (majorOf(side) < kClosedPublic && major >= kClosedPublic)
        script.remove(QStringLiteral("\nREVOKE USAGE ON SCHEMA public FROM PUBLIC;"
                                     "\nGRANT ALL ON SCHEMA public TO PUBLIC;"));
    return script;
}

base::Result<schema::CatalogPtr> readAgain(const scratch::ScratchServerPtr &server, const LoadedSource &side,
                                           const QString &script, const std::stop_token &stop)
{
    const auto database = scratch::ScratchDatabase::create(server, QStringLiteral("version"));
    if (!database.has_value())
        return database.error();
    const auto session = (*database)->open();
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, stop);
    const auto loaded = scratch::loadScript(**session, script, side.display, false, stop);
    if (!loaded.has_value())
        return loaded.error();
    return readCatalog(**session, stop);
}

base::Error tooNew(base::Error error, const LoadedSource &side, int major)
{
    error.message = QStringLiteral("%1 is of PostgreSQL %2 and has what PostgreSQL %3 does not know: %4")
                        .arg(side.display)
                        .arg(majorOf(side))
                        .arg(major)
                        .arg(error.message);
    error.hint =
        QStringLiteral("A plan runs on the current side's server: take out of the target what its version "
                       "does not know, or upgrade the server first.");
    return error;
}

base::Result<LoadedSourcePtr> ofMajor(const LoadedSourcePtr &side, const scratch::ScratchServerPtr &server,
                                      const std::stop_token &stop)
{
    const int major = server->version() / 10000;
    if (majorOf(*side) == major)
        return side;
    if (side->script.isEmpty()) {
        return base::inputError(
            QStringLiteral(
                "%1 is of PostgreSQL %2 and its script is not known, so that it cannot be compared "
                "as PostgreSQL %3 prints it.")
                .arg(side->display)
                .arg(majorOf(*side))
                .arg(major),
            QStringLiteral("Give a dump of it instead: pg_dump -s to a file, and the file as source."));
    }
    const QString script = withoutOldDefaults(*side, major);
    const auto catalog = readAgain(server, *side, script, stop);
    if (!catalog.has_value()) {
        const bool isOfScript = catalog.error().kind == base::ErrorKind::Input;
        return isOfScript ? tooNew(catalog.error(), *side, major) : catalog.error();
    }
    auto again = std::make_shared<LoadedSource>(*side);
    again->catalog = *catalog;
    again->script = script;
    return LoadedSourcePtr(again);
}

QStringList notesOf(const LoadedSource &current, const LoadedSource &target, int scratchMajor)
{
    const int from = majorOf(current);
    const int to = majorOf(target);
    QStringList notes{ QStringLiteral(
                           "%1 is of PostgreSQL %2 and %3 of PostgreSQL %4: compared as PostgreSQL "
                           "%5 prints them.")
                           .arg(current.display)
                           .arg(from)
                           .arg(target.display)
                           .arg(to)
                           .arg(scratchMajor) };
    if (scratchMajor != from)
        notes.append(
            QStringLiteral("The programs of PostgreSQL %1 are not installed: a plan made from this "
                           "comparison will be refused by a run, because the schema reads differently "
                           "there. Name their directory in LOCKSTEP_PG_BINDIR.")
                .arg(from));
    if ((from < kClosedPublic) != (to < kClosedPublic))
        notes.append(
            QStringLiteral("Before PostgreSQL 15 everybody may create objects in the schema public of a new "
                           "database; that default is the version's own and no difference here."));
    return notes;
}

} // namespace

base::Result<SidesOfOneVersion> onOneVersion(const LoadedSourcePtr &current, const LoadedSourcePtr &target,
                                             const ScratchOfMajor &scratch, std::stop_token stop)
{
    if (majorOf(*current) == majorOf(*target))
        return SidesOfOneVersion{ current, target, {} };
    const auto server = scratch(majorOf(*current));
    if (!server.has_value())
        return server.error();
    const auto newCurrent = ofMajor(current, *server, stop);
    if (!newCurrent.has_value())
        return newCurrent.error();
    const auto newTarget = ofMajor(target, *server, stop);
    if (!newTarget.has_value())
        return newTarget.error();
    return SidesOfOneVersion{ *newCurrent, *newTarget,
                              notesOf(*current, *target, (*server)->version() / 10000) };
}

} // namespace lockstep::sources
