#pragma once

#include "benchdatabase.h"

/// A column of a table filled in all the ways that are compared.
namespace lockstep::bench {

/// What filling a column took, however it was done.
struct Filling
{
    double ms = 0;
    double walBytes = 0;
    double bytesBefore = 0;
    double bytesAfter = 0;
    qint64 rows = 0;

    [[nodiscard]] double rowsPerSecond() const { return double(rows) * 1000 / ms; }
    [[nodiscard]] double walPerRow() const { return walBytes / double(rows); }
    [[nodiscard]] double growth() const { return bytesAfter / bytesBefore; }
};

enum class Way {
    OneUpdate,
    Batches,
    SmallLoop,
    LimitLoop,
    OrderedLoop,
    CursorLoop,
    RangesAlone,
    RangesJournaled
};

struct Setup
{
    qint64 rows = 0;
    int indexes = 0;
    Way way = Way::Batches;
    bool hasRandomKey = false;
    int workers = 1;
    int batchMs = 0; ///< 0: as it is usually.
    double shareBesideOthers = 0; ///< 0: as it is usually.
    bool isVacuumed = true; ///< A huge table, in between.
};

/// A table `users` with a column `tier` to fill.
void makeRows(postgres::Session &session, const Setup &setup);
/// Fills it as Lockstep does.
void runBatches(const postgres::ConnectionTarget &target, const Setup &setup, int serverVersion);
/// Ends the program if a row is not filled.
void requireFilled(postgres::Session &session);

/// A table of its own in a database of its own.
[[nodiscard]] Filling fillOnce(const scratch::ScratchServerPtr &server, const Setup &setup);
/// The faster of several.
[[nodiscard]] Filling best(const scratch::ScratchServerPtr &server, const Setup &setup, int repeats);

} // namespace lockstep::bench
