-- What can be renamed, by what stays then: kind, key, what it lives in by itself (empty: it goes with
-- something else), schema, name, name below it, signature.
SELECT 'schema', 'n' || n.oid, '', '', n.nspname, '', ''
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
UNION ALL
SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence'
                      WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' WHEN 'c' THEN 'composite type' ELSE 'table' END,
       'c' || c.oid,
       CASE WHEN c.relkind IN ('i', 'I') OR EXISTS (SELECT FROM pg_depend d
                 WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
                   AND d.refclassid = 'pg_class'::regclass AND c.relkind = 'S')
            THEN '' ELSE c.relnamespace::text END,
       n.nspname, c.relname, '', ''
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I', 'c') AND c.oid >= 16384 AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
UNION ALL
SELECT 'column', 'a' || a.attrelid || '.' || a.attnum, '', n.nspname, c.relname, a.attname, ''
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attinhcount = 0
  AND c.relkind IN ('r', 'p', 'f') AND c.oid >= 16384 AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
UNION ALL
SELECT CASE WHEN k.contypid <> 0 THEN 'domain constraint' ELSE 'constraint' END, 'k' || k.oid, '',
       n.nspname, coalesce(t.typname, c.relname), k.conname, ''
FROM pg_constraint k
LEFT JOIN pg_class c ON c.oid = k.conrelid AND k.conrelid <> 0
LEFT JOIN pg_type t ON t.oid = k.contypid AND k.contypid <> 0
JOIN pg_namespace n ON n.oid = coalesce(t.typnamespace, c.relnamespace)
WHERE k.contype IN ('c', 'f', 'p', 'u', 'x') AND k.coninhcount = 0 AND k.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
UNION ALL
SELECT CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' ELSE 'range type' END, 't' || t.oid,
       t.typnamespace::text, n.nspname, t.typname, '', ''
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype IN ('e', 'd', 'r') AND t.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
UNION ALL
SELECT 'enum label', 'e' || e.oid, '', n.nspname, t.typname, e.enumlabel, ''
FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
UNION ALL
SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END, 'f' || p.oid,
       p.pronamespace::text, n.nspname, p.proname, '',
       CASE WHEN p.prokind = 'a' THEN coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*')
            ELSE oidvectortypes(p.proargtypes) END
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE p.oid >= 16384 AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
UNION ALL
SELECT 'trigger', 'g' || t.oid, '', n.nspname, c.relname, t.tgname, ''
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal AND t.oid >= 16384
  AND t.tgparentid = 0 -- since 13
UNION ALL
SELECT 'policy', 'o' || p.oid, '', n.nspname, c.relname, p.polname, ''
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
