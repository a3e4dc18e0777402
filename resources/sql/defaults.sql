-- Built-in functions are pinned and leave no row in pg_depend, so the functions that an expression
-- calls are read from its stored tree.
SELECT d.oid, d.adrelid, d.adnum, pg_get_expr(d.adbin, d.adrelid),
       d.adbin::text LIKE '%funcid%'
       AND EXISTS (SELECT FROM regexp_matches(d.adbin::text, ':(?:op)?funcid (\d+)', 'g') f
                   JOIN pg_proc p ON p.oid = f[1]::oid WHERE p.provolatile = 'v')
FROM pg_attrdef d
WHERE d.adrelid >= 16384
