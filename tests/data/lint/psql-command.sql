-- fires: psql-command info
\i other.sql
SELECT 1;
-- quiet: psql-command
\echo done
SELECT 1;
