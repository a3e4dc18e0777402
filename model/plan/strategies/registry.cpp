#include "strategy.h"

#include <model/plan/strategyinfo.h>

#include <array>

namespace lockstep::plan {

namespace {

constexpr std::array<Rewriter, 2> replacing{ replaceIndex, replaceConstraint };
constexpr std::array<Rewriter, 2> addingColumn{ addColumnOnline, addColumnInWindow };
constexpr std::array<Rewriter, 1> settingNotNull{ setNotNullOnline };
constexpr std::array<Rewriter, 4> copyingColumn{ copyColumn, swapColumn, copyReference, dropOldColumn };
constexpr std::array<Rewriter, 2> fillingColumns{ fillColumns, dropColumns };
constexpr std::array<Rewriter, 3> movingRows{ testMove, fillMoved, dropMoved };
constexpr std::array<Rewriter, 1> changingType{ changeType };
constexpr std::array<Rewriter, 3> partitioning{ copyTable, swapTable, dropOldTable };
constexpr std::array<Rewriter, 1> moving{ moveTable };
constexpr std::array<Rewriter, 3> buildingViews{ buildViews, swapViews, dropOldViews };
constexpr std::array<Rewriter, 3> buildingIndex{ createIndexOnline, attachIndexLast, dropIndexOnline };
constexpr std::array<Rewriter, 1> validating{ addCheckOrForeignKeyOnline };
constexpr std::array<Rewriter, 1> addingKey{ addKeyOnline };
constexpr std::array<Rewriter, 1> changingKey{ changePrimaryKey };
constexpr std::array<Rewriter, 1> excluding{ addExclusion };
constexpr std::array<Rewriter, 1> droppingConstraint{ dropConstraint };
constexpr std::array<Rewriter, 4> mirroring{ mirrorColumn, copyIndex, openMirror, endMirror };
constexpr std::array<Rewriter, 2> renamingTable{ renameBesideView, endOldName };
constexpr std::array<Rewriter, 1> renaming{ renameInPlace };
constexpr std::array<Rewriter, 1> addingLabel{ addEnumLabel };
constexpr std::array<Rewriter, 1> detaching{ detachPartitionOnline };
constexpr std::array<Rewriter, 1> parking{ park };
constexpr std::array<Rewriter, 1> dropping{ dropWithData };
constexpr std::array<Rewriter, 1> attaching{ attachPartitionOnline };
constexpr std::array<Rewriter, 1> movingIndex{ moveIndex };
constexpr std::array<Rewriter, 1> rewriting{ rewriteTable };
constexpr std::array<Rewriter, 1> plain{ plainStep };

constexpr std::array all{
    Strategy{ "replace",
              "An index or a constraint of a table in use changes, and nothing else has to happen between "
              "the old one and the new one.",
              "For a while both are there: disk for the second index, and more work for each write. A "
              "constraint's rows are scanned once.",
              replacing },
    Strategy{ "add-column", "A table in use gains a column.",
              "Where the column must be filled, every row is written once, in batches: dead rows for "
              "autovacuum, and about the table's size of WAL. NOT NULL reads the table once.",
              addingColumn },
    Strategy{ "set-not-null", "A column of a table in use must have a value.",
              "The table is read once, while reads and writes go on.", settingNotNull },
    Strategy{ "change-type",
              "A column of a table in use gets a type whose values are stored differently, and has a key to "
              "walk the rows by.",
              "Every row is written once, in batches, and by a trigger while both columns live; the column's "
              "indexes are there twice until the old column goes.",
              copyingColumn },
    Strategy{ "fill-columns", "An intent says how columns of a table in use are made of others, and back.",
              "Every row is written once, in batches, and by a trigger until the old columns go.",
              fillingColumns },
    Strategy{ "move-rows",
              "An intent says how values of a table in use become rows of a new one, and back; the new table "
              "has a key that begins with the one of the old.",
              "The values are there twice, and each write is done twice, until the old columns go; both "
              "sides are read to compare them.",
              movingRows },
    Strategy{ "change-type-in-place",
              "A column's type changes and the values stay as they are stored, or no online way exists.",
              "Nothing where values stay as they are; else the table and its indexes are written anew while "
              "reads and writes wait.",
              changingType },
    Strategy{ "partition-table",
              "A table in use becomes partitioned, or partitioned differently, or plain again, and has a key "
              "to walk the rows by.",
              "The table's size once more on disk, and each write done twice, until the old table goes; both "
              "are read to compare them.",
              partitioning },
    Strategy{ "move-table",
              "A table becomes partitioned, or partitioned differently, or plain again, and something keeps "
              "its rows from being copied beside the traffic.",
              "Reads and writes wait while all rows are written once more, in one transaction.", moving },
    Strategy{ "rebuild-view",
              "A materialized view that holds rows is made anew, and nothing else has to happen between the "
              "old one and the new one.",
              "Its query runs once and its indexes are built once, beside the traffic; its size once more on "
              "disk, until the old one goes.",
              buildingViews },
    Strategy{ "build-index", "An index of a table in use comes or goes.",
              "The table is read twice, beside reads and writes, and the build waits for transactions that "
              "are older than it; disk for the index and its sort.",
              buildingIndex },
    Strategy{ "validate-constraint",
              "A CHECK or FOREIGN KEY is added to a table in use, or to one that refers to such a table.",
              "It holds for new rows at once; the rows there are read once, while reads and writes go on.",
              validating },
    Strategy{ "add-key", "A PRIMARY KEY or UNIQUE constraint is added to a table in use.",
              "Its index is built beside reads and writes: the table is read twice.", addingKey },
    Strategy{ "change-primary-key",
              "The primary key of a table in use goes over to other columns, and nothing else has to happen "
              "between the old one and the new one.",
              "For a while both keys' indexes are there: disk for the second one, and more work for each "
              "write. A foreign key that referred to the old one is validated anew: its rows are read once.",
              changingKey },
    Strategy{ "add-exclusion", "An EXCLUDE constraint is added to a table in use.",
              "Its index is built while writes wait: PostgreSQL has no other way.", excluding },
    Strategy{ "drop-constraint", "A constraint of a table in use goes.",
              "A moment's lock on the table, and on the one that a foreign key refers to.",
              droppingConstraint },
    Strategy{ "rename-column",
              "An intent renames a column of a table in use, which has a key to walk the rows by.",
              "Every row is written once, in batches, and by a trigger while both names live; what hangs on "
              "the column is there twice until the old name goes.",
              mirroring },
    Strategy{ "rename-table", "An intent renames a table in use that a view can stand in for.",
              "A view under the old name until every release uses the new one.", renamingTable },
    Strategy{ "rename-in-place",
              "Something is renamed that nobody waits for, or that no view can stand in for.",
              "What uses the old name fails from that moment on.", renaming },
    Strategy{ "add-enum-label", "An enum gains a label.",
              "Committed by itself: PostgreSQL lets nobody use a label in the transaction that adds it.",
              addingLabel },
    Strategy{ "detach-partition", "A partition of a table in use becomes a table of its own.",
              "From PostgreSQL 14 on a wait for queries that are older; before, a moment's lock on the whole "
              "partitioned table.",
              detaching },
    Strategy{ "park", "An intent keeps what leaves, in a schema of its own.",
              "Its disk, until it is dropped for good.", parking },
    Strategy{ "drop", "A table or a column leaves with its rows.",
              "The rows are gone for good, so it waits for a person behind the gate.", dropping },
    Strategy{ "attach-partition", "A table in use becomes a partition.",
              "Its rows are read once, before it joins, while reads and writes go on.", attaching },
    Strategy{ "move-index", "An index of a table in use moves to another tablespace, from PostgreSQL 14 on.",
              "The table is read twice, beside reads and writes; disk for the index in both places, and the "
              "build waits for transactions that are older than it.",
              movingIndex },
    Strategy{ "rewrite-table",
              "A table moves to another tablespace or access method, or changes its logging.",
              "The table is written anew while reads and writes wait: core PostgreSQL has no online way.",
              rewriting },
    Strategy{ "plain", "Nobody waits for it, or there is no other way, which the step then says.",
              "What the step's locks and estimate say.", plain },
};

} // namespace

std::span<const Strategy> strategies()
{
    return all;
}

Rewrite rewrite(const Action &action, const Context &context)
{
    for (const Strategy &strategy : strategies()) {
        for (const Rewriter rewriter : strategy.rewriters) {
            std::optional<Rewrite> result = rewriter(action, context);
            if (!result)
                continue;
            for (Draft &draft : result->drafts)
                draft.step.strategy = QLatin1String(strategy.name);
            return *std::move(result);
        }
    }
    Q_UNREACHABLE();
}

std::optional<StrategyInfo> strategyInfo(const QString &name)
{
    for (const Strategy &strategy : strategies()) {
        if (name == QLatin1String(strategy.name))
            return StrategyInfo{ name, QString::fromLatin1(strategy.applies),
                                 QString::fromLatin1(strategy.costs) };
    }
    return std::nullopt;
}

} // namespace lockstep::plan
