SELECT p.oid, NULL, p.pubname, pg_get_userbyid(p.pubowner),
       format('CREATE PUBLICATION %I%s', p.pubname, CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE '' END),
       p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate,
       p.pubviaroot, -- since 13
       NULL, -- before 13
       CASE p.pubgencols::text WHEN 's' THEN 'stored' WHEN 'n' THEN 'none' ELSE 'none' END -- since 18
       NULL -- before 18
FROM pg_publication p
