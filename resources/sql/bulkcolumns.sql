-- What the types of the columns of the given tables are.
SELECT a.attrelid, a.attnum, t.typtype, coalesce(b.typname, t.typname), a.atttypmod,
       CASE WHEN t.typcategory = 'A' AND t.typtype = 'b' THEN e.typname END,
       CASE WHEN t.typcategory = 'A' AND t.typtype = 'b' THEN format_type(e.oid, NULL) END
FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_type b ON b.oid = t.typbasetype
LEFT JOIN pg_type e ON e.oid = t.typelem
WHERE a.attrelid = ANY ($1::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
