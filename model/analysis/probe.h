#pragma once

/// What a calibration times.
namespace lockstep::analysis {

/// Each on one of the tables that `ProbeTables` describes.
enum class Probe {
    Statement,
    Commit, // Nothing but themselves.
    ScanNarrow,
    ScanWide,
    ScanDeep,
    Check,
    RewriteNarrow,
    RewriteWide,
    Convert,
    Uuid,
    CopyNarrow,
    CopyWide,
    CopyKeyed,
    BuildNumber,
    BuildOrdered,
    BuildShort,
    BuildText,
    BuildRepeated,
    BuildMore,
    BuildHash,
    BuildBrin,
    BuildGin,
    BuildGist,
    BuildConcurrently,
    ForeignKey,
    ForeignKeyFar, // Of narrow's rows to each other.
    ForeignKeySpilled, // The same with `joinMemory`.
    Query,
    Sample,
    ClusterFetched, // Narrow's rows, as an index on a number leads to them.
    ClusterNarrow, // Sorted, with `clusterMemory`.
    ClusterWide,
    UpdateBare, // With the primary key alone.
    UpdateWide,
    UpdateOrdered, // And an index in the order of the rows, whose entries change.
    UpdateIndexed, // One on a number instead, in no order.
    UpdateText, // And one on text.
};

/// Place of the last column that the probe reads; of a join the referencing one.
[[nodiscard]] int depthOf(Probe probe);

} // namespace lockstep::analysis
