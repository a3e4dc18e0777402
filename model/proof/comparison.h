#pragma once

#include "dumpfilter.h"

#include <model/base/result.h>
#include <model/schema/catalog.h>
#include <model/scratch/scratchserver.h>

#include <QStringList>

#include <memory>
#include <stop_token>

namespace lockstep::proof {

/// A side of the plan in a scratch database, as both observers see it.
struct ProofSide
{
    std::unique_ptr<scratch::ScratchDatabase> database;
    schema::CatalogPtr catalog;
    QString dump;
};

/// Loads a side's script into a database of its own. `name` ("current", "target") is for messages.
[[nodiscard]] base::Result<ProofSide> loadSide(const scratch::ScratchServerPtr &server, const QString &name,
                                               const QString &script, const QString &display,
                                               const std::stop_token &stop);

/// What still differs between a database and the side it should equal, by our own reader and by
/// pg_dump. Empty: nothing. The dumps are compared by `filter`, which leaves out what rules ignore;
/// the catalogs exactly: what is ignored must be as `expected` has it.
[[nodiscard]] base::Result<QStringList> differencesFrom(const ProofSide &expected,
                                                        const postgres::ConnectionTarget &actual,
                                                        const QString &toolDirectory,
                                                        const DumpFilter &filter,
                                                        const std::stop_token &stop);

} // namespace lockstep::proof
