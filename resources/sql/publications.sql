SELECT p.oid, p.pubname, pg_get_userbyid(p.pubowner), p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete,
       p.pubtruncate,
       p.pubviaroot -- since 13
       false -- before 13
FROM pg_publication p
