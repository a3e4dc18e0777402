-- Triggers users made, and their clones on partitions.
SELECT t.oid, t.tgrelid, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled, t.tgconstraint <> 0, t.tgfoid,
       t.tgparentid <> 0 -- since 13
       false -- before 13
FROM pg_trigger t
WHERE t.oid >= 16384
  AND (NOT t.tgisinternal
       OR t.tgparentid <> 0 AND NOT (SELECT p.tgisinternal FROM pg_trigger p WHERE p.oid = t.tgparentid) -- since 13
      )
