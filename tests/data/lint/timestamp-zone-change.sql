-- fires: timestamp-zone-change warning
ALTER TABLE orders ALTER placed TYPE timestamptz;
-- quiet: timestamp-zone-change
ALTER TABLE orders ALTER placed TYPE timestamptz USING placed AT TIME ZONE 'UTC';
-- quiet: timestamp-zone-change
ALTER TABLE orders ALTER placed TYPE timestamp(6);
