#pragma once

#include <model/base/result.h>

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>

namespace lockstep::analysis {

enum class RatesOrigin { Default, Calibration, Rehearsal };

/// What one unit of work costs, in nanoseconds of one server. Bulk work is a sum of these.
struct UnitCosts
{
    double statement = 8e6; ///< A statement that changes catalog rows only, with its commit.
    double commit = 2e6; ///< A transaction that writes.
    double page = 2000; ///< 8 KiB of a table that is read from memory.
    double diskPage = 20'000; ///< What it costs more where it comes from disk.
    double row = 40; ///< A row looked at, NOT NULL checked.
    double column = 10; ///< Each of its columns that is walked to reach the one asked for, which counts too.
    double check = 50; ///< A CHECK or a condition computed for a row, more than `row`.
    double writeRow = 600; ///< A row written to a new file by a rewrite.
    double writeByte = 4; ///< And each of its bytes, WAL included.
    double copyRow = 800; ///< A row written by INSERT ... SELECT.
    double copyByte = 5; ///< And each of its bytes.
    double fetchRow = 1500; ///< A row that an index leads to in no order, its page being in memory.
    double clusterRow = 1000; ///< A row that is sorted as a whole, of a million.
    double clusterByte = 4; ///< And each of its bytes, written to files and read again.
    double convert = 300; ///< A value computed for a row that is written: a cast, a default.
    double uuid = 1500; ///< The same for a random UUID.
    double sortNumber = 400; ///< A row of a B-tree build whose key is a number or a date, of a million rows.
    double sortOrdered = 220; ///< The same where the rows lie in that order.
    double sortShort = 600; ///< uuid, numeric, bytea and other keys that compare by their first bytes.
    double sortText = 1300; ///< Text.
    double sortRepeated = 1800; ///< Text of which there are few, so that most rows are compared by place.
    double sortMore = 150; ///< Each further column of the key.
    double hashRow = 1500; ///< A row of a hash index.
    double ginByte = 25; ///< A byte of the values that a GIN index is built from.
    double gistRow = 12'000; ///< A row of a GiST or SP-GiST index.
    double brinRow = 60; ///< A row of a BRIN index.
    double secondPass = 150; ///< A row that CREATE INDEX CONCURRENTLY compares with its index.
    double joinRow = 250; ///< A row whose foreign key is looked up.
    double joinKey = 250; ///< A row of the table that it refers to.
    double joinDoubling = 40; ///< What either costs more for each doubling of the keys beyond 100 000.
    double joinSpill = 250; ///< And if it goes through files, because the keys do not fit into memory.
    double queryRow = 600; ///< A row read by the query of a view, grouped or joined.
    double sampledValue = 1500; ///< A value of a column that ANALYZE sorts and counts.
    double updateRow = 2'000; ///< A row written by a batch of a backfill.
    double updateByte = 3; ///< And each of its bytes.
    double updateOrdered = 2'500; ///< An index entry that goes with it where the one before went.
    double updateIndex = 5'000; ///< Of a million rows in no order.
    double updateText = 12'000; ///< The same of text.
    double insertIndex = 1500; ///< An index entry of a row that is inserted.
};

/// Settings that decide how work is done.
struct ServerSettings
{
    double sharedBuffers = 128e6; ///< Bytes.
    double cache = 4e9; ///< effective_cache_size: what the server's owner says is kept in memory.
    double maintenanceMemory = 64e6;
    double walLimit = 1e9; ///< max_wal_size: half of it lies between two checkpoints of a busy server.
    bool hasPageImages = true; ///< full_page_writes: the first change after a checkpoint writes the page.
};

/// Which server it was, in a way that outlasts restarts and new names of databases. The host belongs to
/// it: a copy of a server's files has the same identifier on another machine.
struct ServerKey
{
    QString systemIdentifier;
    int major = 0;
    QString host; ///< As it was connected to; empty or a directory: a local socket.

    /// Not where the role may not read the identifier.
    [[nodiscard]] bool isKnown() const { return !systemIdentifier.isEmpty() && major > 0; }
    friend bool operator==(const ServerKey &, const ServerKey &) = default;
};

/// Speeds of a server, and where they come from. A value.
struct Rates
{
    RatesOrigin origin = RatesOrigin::Default;
    QDateTime measuredAt; ///< Invalid for the default rates.
    QString server; ///< "PostgreSQL 15.18, shop @ db1"; without secrets.
    ServerKey key; ///< Not known in files of people and of versions that did not write it.
    UnitCosts costs;
    ServerSettings settings;
    /// What several measurements of the same differed by, 1 or more: widens every range.
    double noise = 1;

    /// "measured on shop @ db1 on 2026-11-21"
    [[nodiscard]] QString words() const;
    friend bool operator==(const Rates &, const Rates &);
};
using RatesPtr = std::shared_ptr<const Rates>;

/// What is assumed until somebody has measured: a common server with its data in memory.
[[nodiscard]] const RatesPtr &defaultRates();

/// A rates file; deterministic.
[[nodiscard]] QByteArray toJson(const Rates &rates);
/// Errors (Input) name the file, the member and what is wrong with it.
[[nodiscard]] base::Result<RatesPtr> ratesFromJson(const QByteArray &json, const QString &fileName);

} // namespace lockstep::analysis
