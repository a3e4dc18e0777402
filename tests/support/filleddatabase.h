#pragma once

#include <model/postgres/session.h>
#include <model/schema/catalog.h>
#include <model/scratch/scratchserver.h>

#include <QString>

#include <memory>

namespace lockstep::testing {

/// A database on the scratch server of the test program, and a session in it. The database goes with this.
struct FilledDatabase
{
    std::unique_ptr<scratch::ScratchDatabase> database;
    std::unique_ptr<postgres::Session> session;
    schema::CatalogPtr catalog; ///< What the script made.
};

/// Made by a script, which may have rows.
[[nodiscard]] base::Result<FilledDatabase> filledDatabase(const QString &purpose, const QString &script);

} // namespace lockstep::testing
