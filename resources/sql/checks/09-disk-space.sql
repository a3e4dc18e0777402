-- The size of the database is asked for once; the functions look at files.
SELECT x.relation, x.table_bytes, x.index_bytes, x.tablespace, (SELECT pg_database_size(current_database())) AS database_bytes
FROM (SELECT p.display AS relation, pg_table_size(c.oid) AS table_bytes, pg_indexes_size(c.oid) AS index_bytes,
             coalesce(ts.spcname, dts.spcname) AS tablespace
      FROM {relations} JOIN pg_namespace n ON n.nspname = p.schema
      JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = p.name AND c.relkind IN ('r', 'm')
      LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
      JOIN pg_database d ON d.datname = current_database() JOIN pg_tablespace dts ON dts.oid = d.dattablespace) x
ORDER BY x.table_bytes + x.index_bytes DESC LIMIT 1000
