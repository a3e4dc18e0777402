#include "calibrationprobes.h"

namespace lockstep::proof {

namespace {

using analysis::Probe;

constexpr ProbeStatement statements[] = {
    { Probe::Statement, "Changing the catalog", "", "ALTER TABLE @.keys ADD COLUMN extra integer",
      "ALTER TABLE @.keys DROP COLUMN extra", 0, 5 },
    { Probe::Commit, "Committing", "", "UPDATE @.keys SET id = id WHERE id = 1", "", 0, 5 },
    { Probe::ScanNarrow, "Reading rows", "VACUUM FULL @.narrow",
      "ALTER TABLE @.narrow ALTER COLUMN n SET NOT NULL",
      "ALTER TABLE @.narrow ALTER COLUMN n DROP NOT NULL" },
    { Probe::Check, "Checking rows", "VACUUM FULL @.narrow",
      "ALTER TABLE @.narrow ADD CONSTRAINT checked CHECK (n >= 0)",
      "ALTER TABLE @.narrow DROP CONSTRAINT checked" },
    { Probe::ScanWide, "Reading rows", "VACUUM FULL @.wide", "ALTER TABLE @.wide ALTER COLUMN n SET NOT NULL",
      "ALTER TABLE @.wide ALTER COLUMN n DROP NOT NULL" },
    { Probe::ScanDeep, "Reading columns behind others", "VACUUM FULL @.narrow",
      "ALTER TABLE @.narrow ALTER COLUMN f SET NOT NULL",
      "ALTER TABLE @.narrow ALTER COLUMN f DROP NOT NULL" },
    { Probe::BuildNumber, "Building an index on numbers", "", "CREATE INDEX built ON @.narrow (n)",
      "DROP INDEX @.built" },
    { Probe::BuildOrdered, "Building an index on ordered numbers", "", "CREATE INDEX built ON @.narrow (id)",
      "DROP INDEX @.built" },
    { Probe::BuildShort, "Building an index on UUIDs", "", "CREATE INDEX built ON @.narrow (u)",
      "DROP INDEX @.built" },
    { Probe::BuildText, "Building an index on text", "", "CREATE INDEX built ON @.narrow (t)",
      "DROP INDEX @.built" },
    { Probe::BuildRepeated, "Building an index on text of a few values", "",
      "CREATE INDEX built ON @.narrow (s)", "DROP INDEX @.built" },
    { Probe::BuildMore, "Building an index on two columns", "", "CREATE INDEX built ON @.narrow (k, n)",
      "DROP INDEX @.built" },
    { Probe::BuildConcurrently, "Building an index concurrently", "",
      "CREATE INDEX CONCURRENTLY built ON @.narrow (n)", "DROP INDEX @.built" },
    { Probe::BuildBrin, "Building a BRIN index", "", "CREATE INDEX built ON @.narrow USING brin (id)",
      "DROP INDEX @.built" },
    { Probe::BuildHash, "Building a hash index", "", "CREATE INDEX built ON @.narrow USING hash (t)",
      "DROP INDEX @.built" },
    { Probe::BuildGin, "Building a GIN index", "", "CREATE INDEX built ON @.wide USING gin (j)",
      "DROP INDEX @.built" },
    { Probe::BuildGist, "Building a GiST index", "", "CREATE INDEX built ON @.wide USING gist (r)",
      "DROP INDEX @.built" },
    { Probe::ForeignKey, "Checking a foreign key", "",
      "ALTER TABLE @.narrow ADD CONSTRAINT referring FOREIGN KEY (k) REFERENCES @.keys",
      "ALTER TABLE @.narrow DROP CONSTRAINT referring" },
    { Probe::ForeignKeyFar, "Checking a foreign key to many rows",
      "CREATE UNIQUE INDEX built ON @.narrow (id); SET maintenance_work_mem = '1GB'",
      "ALTER TABLE @.narrow ADD CONSTRAINT referring FOREIGN KEY (f) REFERENCES @.narrow (id)",
      "ALTER TABLE @.narrow DROP CONSTRAINT referring" },
    { Probe::ForeignKeySpilled, "Checking a foreign key to more rows than fit into memory",
      "SET maintenance_work_mem = '4MB'",
      "ALTER TABLE @.narrow ADD CONSTRAINT referring FOREIGN KEY (f) REFERENCES @.narrow (id)",
      "ALTER TABLE @.narrow DROP CONSTRAINT referring; DROP INDEX @.built; RESET maintenance_work_mem" },
    { Probe::Query, "Grouping rows", "", "SELECT k, count(*), sum(n) FROM @.narrow GROUP BY k", "" },
    { Probe::Sample, "Sampling rows", "", "ANALYZE @.narrow", "" },
    { Probe::CopyNarrow, "Copying rows", "", "INSERT INTO @.bare SELECT * FROM @.narrow", "" },
    { Probe::ClusterFetched, "Putting rows into another order",
      "CREATE INDEX ordering ON @.bare (n); VACUUM (ANALYZE) @.bare; SET enable_sort = off",
      "CLUSTER @.bare USING ordering", "RESET enable_sort; DROP INDEX @.ordering" },
    { Probe::ClusterNarrow, "Putting rows into another order",
      "CREATE INDEX ordering ON @.bare (k); VACUUM (ANALYZE) @.bare; SET enable_indexscan = off;"
      " SET maintenance_work_mem = '16MB'",
      "CLUSTER @.bare USING ordering",
      "RESET maintenance_work_mem; RESET enable_indexscan; DROP INDEX @.ordering; TRUNCATE @.bare" },
    { Probe::CopyWide, "Copying rows", "", "INSERT INTO @.barewide SELECT * FROM @.wide", "" },
    { Probe::ClusterWide, "Putting rows into another order",
      "CREATE INDEX ordering ON @.barewide (n); VACUUM (ANALYZE) @.barewide; SET enable_indexscan = off;"
      " SET maintenance_work_mem = '16MB'",
      "CLUSTER @.barewide USING ordering",
      "RESET maintenance_work_mem; RESET enable_indexscan; DROP INDEX @.ordering; TRUNCATE @.barewide" },
    { Probe::CopyKeyed, "Copying rows into indexes", "", "INSERT INTO @.keyed SELECT * FROM @.narrow",
      "TRUNCATE @.keyed" },
    { Probe::RewriteNarrow, "Rewriting a table", "", "ALTER TABLE @.narrow ALTER COLUMN n TYPE bigint",
      "ALTER TABLE @.narrow ALTER COLUMN n TYPE integer" },
    { Probe::RewriteWide, "Rewriting a table", "", "ALTER TABLE @.wide ALTER COLUMN n TYPE bigint",
      "ALTER TABLE @.wide ALTER COLUMN n TYPE integer" },
    { Probe::Convert, "Rewriting a table with values that are computed", "",
      "ALTER TABLE @.narrow ALTER COLUMN n TYPE text",
      "ALTER TABLE @.narrow ALTER COLUMN n TYPE integer USING n::integer" },
    { Probe::Uuid, "Rewriting a table with random values", "",
      "ALTER TABLE @.narrow ADD COLUMN x uuid DEFAULT gen_random_uuid()",
      "ALTER TABLE @.narrow DROP COLUMN x", 130000 },
};

constexpr UpdateProbe updates[] = {
    { Probe::UpdateBare, "batched", "", "filled = n", 0 },
    { Probe::UpdateWide, "batchedwide", "", "filled = n", 0 },
    { Probe::UpdateOrdered, "batched", "CREATE INDEX ON @.batched (id, filled)", "filled = n", 1 },
    { Probe::UpdateIndexed, "batched", "CREATE INDEX ON @.batched (n)", "n = n + 1, filled = n", 1 },
    { Probe::UpdateText, "batched", "CREATE INDEX ON @.batched (n); CREATE INDEX ON @.batched (t)",
      "n = n + 1, filled = n", 2 },
};

const QString tableOptions = QStringLiteral(" WITH (autovacuum_enabled = false)");
const QString narrowColumns =
    QStringLiteral("id bigint, n integer, k integer, t text, u uuid, s text, f bigint");
const QString narrowRow = QStringLiteral(
    "g, (random() * 1000000)::integer, 1 + (random() * (%3 - 1))::integer, md5(g::text),"
    " md5('u' || g)::uuid, 'value ' || (random() * 6)::integer, 1 + (random() * (%1 - 1))::bigint");

} // namespace

std::span<const ProbeStatement> probeStatements()
{
    return statements;
}

std::span<const UpdateProbe> updateProbes()
{
    return updates;
}

QStringList probeTableStatements()
{
    return {
        QStringLiteral("CREATE TABLE @.keys (id integer PRIMARY KEY, v integer)") + tableOptions,
        QStringLiteral("INSERT INTO @.keys SELECT g, g FROM generate_series(1, %3) g"),
        QStringLiteral("CREATE TABLE @.narrow (%1)").arg(narrowColumns) + tableOptions,
        QStringLiteral("INSERT INTO @.narrow SELECT %1 FROM generate_series(1, %2) g")
            .arg(narrowRow, QStringLiteral("%1")),
        QStringLiteral("CREATE TABLE @.bare (%1)").arg(narrowColumns) + tableOptions,
        QStringLiteral("CREATE TABLE @.keyed (%1)").arg(narrowColumns) + tableOptions,
        QStringLiteral("CREATE INDEX ON @.keyed (id)"),
        QStringLiteral("CREATE INDEX ON @.keyed (n)"),
        QStringLiteral("CREATE TABLE @.wide (id bigint, n integer, j jsonb, r int4range, pad text)")
            + tableOptions,
        QStringLiteral("CREATE TABLE @.barewide (LIKE @.wide)") + tableOptions,
        QStringLiteral(
            "INSERT INTO @.wide SELECT g, (random() * 1000000)::integer, jsonb_build_object('a', g % 100,"
            " 'b', 'value ' || g % 200, 'c', g % 7), int4range((random() * 1000000)::integer,"
            " 1000100), repeat(md5(g::text), 18) FROM generate_series(1, %2) g"),
    };
}

QStringList updatedTableStatements(const UpdateProbe &probe)
{
    const QString table = QLatin1String(probe.table);
    const bool isWide = probe.probe == Probe::UpdateWide;
    const QString columns = isWide ? QStringLiteral("id bigint, n integer, pad text") : narrowColumns;
    const QString row = isWide ? QStringLiteral("g, g, repeat(md5(g::text), 18)") : narrowRow;
    QStringList statements{
        QStringLiteral("DROP TABLE IF EXISTS @.%1").arg(table),
        QStringLiteral("CREATE TABLE @.%1 (%2, filled integer, PRIMARY KEY (id))").arg(table, columns)
            + tableOptions,
        QStringLiteral("INSERT INTO @.%1 SELECT %2 FROM generate_series(1, %3) g")
            .arg(table, row, isWide ? QStringLiteral("%5") : QStringLiteral("%4")),
    };
    statements += QString::fromLatin1(probe.indexes).split(QStringLiteral("; "), Qt::SkipEmptyParts);
    statements += QStringLiteral("VACUUM (ANALYZE) @.%1").arg(table);
    return statements;
}

} // namespace lockstep::proof
