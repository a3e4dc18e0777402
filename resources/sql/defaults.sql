-- Only generated columns name other columns: without the table to look them up, printing is thrice as fast.
-- Built-in functions are pinned and leave no row in pg_depend, so the functions that an expression
-- calls are read from its stored tree, all at once.
SELECT d.oid, d.adrelid, d.adnum,
       pg_get_expr(d.adbin, CASE WHEN a.attgenerated <> '' THEN d.adrelid ELSE 0 END),
       d.oid IN (SELECT tree.oid
                 FROM pg_attrdef tree
                 CROSS JOIN LATERAL unnest(string_to_array(tree.adbin::text, 'funcid ')) WITH ORDINALITY call (text, nth)
                 JOIN pg_proc p ON p.oid::text = split_part(call.text, ' ', 1)
                 WHERE tree.adrelid >= 16384 AND call.nth > 1 AND p.provolatile = 'v')
FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
WHERE d.adrelid >= 16384
