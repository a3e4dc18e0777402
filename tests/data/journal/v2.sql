CREATE SCHEMA lockstep;
COMMENT ON SCHEMA lockstep IS 'Journal of Lockstep runs; lockstep-cli removes it on request';
CREATE TABLE lockstep.journal (
    version integer NOT NULL,
    created timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO lockstep.journal (version) VALUES (2);
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
    finished timestamptz
) WITH (fillfactor = 50);
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
    relfilenode oid,
    batcher text NOT NULL CHECK (batcher IN ('keyset', 'ctid')),
    key_cols jsonb NOT NULL,
    bound jsonb,
    stripe_k integer NOT NULL CHECK (stripe_k BETWEEN 1 AND 16),
    expr_sha text NOT NULL,
    est_rows bigint NOT NULL,
    PRIMARY KEY (run_id, step_id),
    FOREIGN KEY (run_id, step_id) REFERENCES lockstep.step ON DELETE CASCADE
);
CREATE TABLE lockstep.backfill_range (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id uuid NOT NULL,
    step_id text NOT NULL,
    state text NOT NULL CHECK (state IN ('running', 'done')),
    epoch bigint NOT NULL,
    pass integer NOT NULL DEFAULT 1,
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
    UNIQUE (run_id, step_id),
    FOREIGN KEY (run_id, step_id) REFERENCES lockstep.backfill ON DELETE CASCADE
) WITH (fillfactor = 10);
CREATE TABLE lockstep.backfill_reject (
    run_id uuid NOT NULL,
    step_id text NOT NULL,
    pk jsonb NOT NULL,
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
