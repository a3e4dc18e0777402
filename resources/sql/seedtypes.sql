-- What values of the given types are made of.
SELECT t.oid, t.typtype, t.typcategory, t.typname, format_type(t.oid, NULL),
       t.typbasetype, format_type(t.typbasetype, t.typtypmod),
       CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END,
       (SELECT array_to_json(array_agg(e.enumlabel ORDER BY e.enumsortorder)) FROM pg_enum e WHERE e.enumtypid = t.oid),
       (SELECT array_to_json(array_agg(ARRAY[a.atttypid::text, format_type(a.atttypid, a.atttypmod)] ORDER BY a.attnum))
        FROM pg_attribute a WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
       coalesce((SELECT r.rngsubtype FROM pg_range r WHERE r.rngtypid = t.oid), 0),
       coalesce((SELECT r.rngtypid FROM pg_range r WHERE r.rngmultitypid = t.oid), 0), -- since 14
       0, -- before 14
       (SELECT string_agg(pg_get_constraintdef(k.oid), ' AND ') FROM pg_constraint k WHERE k.contypid = t.oid)
FROM pg_type t WHERE t.oid = ANY ($1::oid[])
