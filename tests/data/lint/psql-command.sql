-- fires: psql-command info
\i other.sql
SELECT 1;
-- quiet: psql-command
\echo done
SELECT 1;
-- quiet: syntax-error, object-missing
UPDATE :table SET name = :'name' WHERE id = :'name'::bigint;
-- fires: psql-command info
-- says: psql puts a value in place of :table, :'name'
UPDATE :table SET name = :'name' WHERE id = :'name'::bigint;
-- quiet: psql-command
SELECT array[1, 2][1:2], '1'::int, ':x' AS y;
-- fires: psql-command warning
-- says: no line says \. to end them
COPY tiny FROM stdin;
1	a
DROP TABLE users;
-- quiet: psql-command
COPY tiny FROM stdin;
1	a
\.
