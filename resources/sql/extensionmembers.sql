-- Who needs a member of an extension needs the extension.
SELECT classid, objid, refobjid FROM pg_depend
WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass
