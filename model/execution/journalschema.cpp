#include "journalschema.h"

namespace lockstep::execution {

namespace {

// backfill_range has a low fillfactor: its row is updated by every batch and should stay HOT.
constexpr char journalDdl[] = R"sql(
CREATE SCHEMA lockstep;
COMMENT ON SCHEMA lockstep IS 'Journal of Lockstep runs; lockstep-cli removes it on request';
CREATE TABLE lockstep.journal (
    version integer NOT NULL,
    created timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO lockstep.journal (version) VALUES (%1);
CREATE TABLE lockstep.run (
    id uuid PRIMARY KEY,
    plan_sha256 text NOT NULL,
    fingerprint text NOT NULL,
    target_fingerprint text NOT NULL,
    system_identifier text NOT NULL,
    db_oid oid NOT NULL,
    server_version integer NOT NULL,
    state text NOT NULL CHECK (state IN ('checking', 'running', 'waiting_lock', 'throttled', 'paused',
        'waiting_gate', 'stopping', 'stopped', 'failed', 'done', 'rolling_back', 'rolled_back')),
    reason text NOT NULL DEFAULT '',
    epoch bigint NOT NULL DEFAULT 1,
    owner text NOT NULL,
    request text CHECK (request IN ('pause', 'continue', 'cancel')),
    heartbeat timestamptz NOT NULL DEFAULT clock_timestamp(),
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished timestamptz,
    timeline bigint,
    fence_pid integer,
    fence_started timestamptz,
    work_pid integer,
    work_started timestamptz
) WITH (fillfactor = 50);
CREATE TABLE lockstep.run_plan (
    run_id uuid PRIMARY KEY REFERENCES lockstep.run ON DELETE CASCADE,
    plan text NOT NULL
);
CREATE TABLE lockstep.run_objects (
    run_id uuid PRIMARY KEY REFERENCES lockstep.run ON DELETE CASCADE,
    state jsonb NOT NULL
);
CREATE UNIQUE INDEX run_one_unfinished ON lockstep.run ((true)) WHERE state NOT IN ('done', 'rolled_back');
CREATE TABLE lockstep.step (
    run_id uuid NOT NULL REFERENCES lockstep.run ON DELETE CASCADE,
    ord integer NOT NULL,
    step_id text NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    phase text NOT NULL,
    txn boolean NOT NULL,
    sql_sha text NOT NULL,
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'intent', 'running', 'waiting_lock',
        'paused', 'waiting_gate', 'done', 'failed', 'undone', 'skipped')),
    statements_done integer NOT NULL DEFAULT 0 CHECK (statements_done >= 0),
    statements_undone integer NOT NULL DEFAULT 0 CHECK (statements_undone >= 0),
    attempts integer NOT NULL DEFAULT 0,
    started timestamptz,
    finished timestamptz,
    took_ms double precision NOT NULL DEFAULT 0,
    error_sqlstate text,
    error text,
    PRIMARY KEY (run_id, step_id),
    UNIQUE (run_id, ord)
);
CREATE TABLE lockstep.step_attempt (
    run_id uuid NOT NULL,
    step_id text NOT NULL,
    n integer NOT NULL,
    started timestamptz NOT NULL,
    ended timestamptz NOT NULL DEFAULT clock_timestamp(),
    lock_timeout_ms integer NOT NULL,
    outcome text NOT NULL,
    blockers jsonb NOT NULL DEFAULT '[]',
    FOREIGN KEY (run_id, step_id) REFERENCES lockstep.step ON DELETE CASCADE
);
CREATE TABLE lockstep.backfill (
    run_id uuid NOT NULL,
    step_id text NOT NULL,
    table_oid oid NOT NULL,
    key_cols jsonb NOT NULL,
    expr_sha text NOT NULL,
    est_rows bigint NOT NULL,
    guard jsonb,
    PRIMARY KEY (run_id, step_id),
    FOREIGN KEY (run_id, step_id) REFERENCES lockstep.step ON DELETE CASCADE
);
CREATE TABLE lockstep.backfill_range (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id uuid NOT NULL,
    step_id text NOT NULL,
    ord integer NOT NULL DEFAULT 1,
    state text NOT NULL CHECK (state IN ('pending', 'running', 'done')),
    epoch bigint NOT NULL,
    pass integer NOT NULL DEFAULT 1,
    relation oid,
    relfilenode oid,
    batcher text CHECK (batcher IN ('keyset', 'ctid')),
    stripe_k integer NOT NULL DEFAULT 1 CHECK (stripe_k BETWEEN 1 AND 16),
    est_rows bigint NOT NULL DEFAULT 0,
    lo jsonb,
    bound jsonb,
    cursor jsonb,
    hi jsonb,
    range_rows bigint NOT NULL DEFAULT 0,
    stripe integer NOT NULL DEFAULT 0,
    rows_done bigint NOT NULL DEFAULT 0,
    rows_seen bigint NOT NULL DEFAULT 0,
    batches bigint NOT NULL DEFAULT 0,
    ms_active double precision NOT NULL DEFAULT 0,
    ms_throttled double precision NOT NULL DEFAULT 0,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (run_id, step_id, ord),
    FOREIGN KEY (run_id, step_id) REFERENCES lockstep.backfill ON DELETE CASCADE
) WITH (fillfactor = 10);
CREATE TABLE lockstep.backfill_reject (
    run_id uuid NOT NULL,
    step_id text NOT NULL,
    relation oid,
    pk jsonb NOT NULL,
    parked boolean NOT NULL DEFAULT false,
    sqlstate text NOT NULL,
    msg text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (run_id, step_id) REFERENCES lockstep.step ON DELETE CASCADE
);
CREATE TABLE lockstep.owned_object (
    run_id uuid NOT NULL REFERENCES lockstep.run ON DELETE CASCADE,
    kind text NOT NULL,
    name text NOT NULL,
    purpose text NOT NULL,
    created_step text NOT NULL,
    dropped_step text
);
CREATE TABLE lockstep.event (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id uuid NOT NULL REFERENCES lockstep.run ON DELETE CASCADE,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    level text NOT NULL,
    step_id text NOT NULL,
    msg text NOT NULL
);
)sql";

// From every older version; version 2 counts statements on the way back, 3 knows backends and the
// timeline, 4 gives every relation of a backfill a range of its own and parks rows,
// 7 cuts relations into slices.
constexpr char journalUpgrade[] = R"sql(
ALTER TABLE lockstep.step
    ADD COLUMN IF NOT EXISTS statements_undone integer NOT NULL DEFAULT 0 CHECK (statements_undone >= 0);
ALTER TABLE lockstep.run
    ADD COLUMN IF NOT EXISTS timeline bigint,
    ADD COLUMN IF NOT EXISTS fence_pid integer,
    ADD COLUMN IF NOT EXISTS fence_started timestamptz,
    ADD COLUMN IF NOT EXISTS work_pid integer,
    ADD COLUMN IF NOT EXISTS work_started timestamptz;
CREATE TABLE IF NOT EXISTS lockstep.run_plan (
    run_id uuid PRIMARY KEY REFERENCES lockstep.run ON DELETE CASCADE,
    plan text NOT NULL
);
CREATE TABLE IF NOT EXISTS lockstep.run_objects (
    run_id uuid PRIMARY KEY REFERENCES lockstep.run ON DELETE CASCADE,
    state jsonb NOT NULL
);
DO $upgrade$
BEGIN
    ALTER TABLE lockstep.backfill_range ADD COLUMN IF NOT EXISTS lo jsonb;
    IF (SELECT max(version) FROM lockstep.journal) >= 4 THEN
        RETURN;
    END IF;
    ALTER TABLE lockstep.backfill ADD COLUMN guard jsonb;
    ALTER TABLE lockstep.backfill_range
        ADD COLUMN ord integer NOT NULL DEFAULT 1,
        ADD COLUMN relation oid,
        ADD COLUMN relfilenode oid,
        ADD COLUMN batcher text CHECK (batcher IN ('keyset', 'ctid')),
        ADD COLUMN stripe_k integer NOT NULL DEFAULT 1 CHECK (stripe_k BETWEEN 1 AND 16),
        ADD COLUMN est_rows bigint NOT NULL DEFAULT 0,
        ADD COLUMN bound jsonb,
        DROP CONSTRAINT backfill_range_state_check,
        ADD CHECK (state IN ('pending', 'running', 'done')),
        DROP CONSTRAINT backfill_range_run_id_step_id_key,
        ADD UNIQUE (run_id, step_id, ord);
    UPDATE lockstep.backfill_range r
        SET relation = b.table_oid, relfilenode = b.relfilenode, batcher = b.batcher, stripe_k = b.stripe_k,
            est_rows = b.est_rows, bound = b.bound
        FROM lockstep.backfill b WHERE (b.run_id, b.step_id) = (r.run_id, r.step_id);
    ALTER TABLE lockstep.backfill
        DROP COLUMN relfilenode, DROP COLUMN batcher, DROP COLUMN bound, DROP COLUMN stripe_k;
    ALTER TABLE lockstep.backfill_reject
        ADD COLUMN relation oid,
        ADD COLUMN parked boolean NOT NULL DEFAULT false;
END
$upgrade$;
INSERT INTO lockstep.journal (version) VALUES (%1);
)sql";

} // namespace

QString journalSchemaSql()
{
    return QString::fromLatin1(journalDdl).arg(journalVersion);
}

QString journalUpgradeSql()
{
    return QString::fromLatin1(journalUpgrade).arg(journalVersion);
}

} // namespace lockstep::execution
