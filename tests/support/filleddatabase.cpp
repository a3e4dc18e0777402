#include "filleddatabase.h"

#include "postgrestest.h"

#include <model/sources/catalogreader.h>

namespace lockstep::testing {

base::Result<FilledDatabase> filledDatabase(const QString &purpose, const QString &script)
{
    QString why;
    const scratch::ScratchServerPtr started = server(&why);
    if (!started)
        return base::Error{ base::ErrorKind::Environment, why };
    auto database = scratch::ScratchDatabase::create(started, purpose);
    if (!database.has_value())
        return database.error();
    auto session = (*database)->open();
    if (!session.has_value())
        return session.error();
    const auto done = (*session)->executeScript(script);
    if (!done.has_value())
        return done.error();
    const auto catalog = sources::readLoadedCatalog(**session);
    if (!catalog.has_value())
        return catalog.error();
    return FilledDatabase{ std::move(*database), std::move(*session), *catalog };
}

} // namespace lockstep::testing
