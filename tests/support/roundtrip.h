#pragma once

#include <model/scratch/scratchserver.h>

#include <QString>

namespace lockstep::testing {

/// What came of taking one schema to another and back: empty texts where all is well.
struct RoundTrip
{
    QString forward;
    QString back;
    QString scripts; ///< Both, for reading.
    bool isLoaded = false; ///< False if one of the two schemas is no valid SQL.

    [[nodiscard]] bool isGood() const { return forward.isEmpty() && back.isEmpty(); }
    [[nodiscard]] QString reason() const { return forward.isEmpty() ? back : forward; }
};

/// Loads both schemas, plans, runs the script by psql, compares by our reader and by pg_dump, runs the
/// rollback script, compares again.
[[nodiscard]] RoundTrip roundTrip(const scratch::ScratchServerPtr &server, const QString &currentSql,
                                  const QString &targetSql);

} // namespace lockstep::testing
