SELECT current_setting('archive_mode') AS archive_mode, a.archived_count, a.last_archived_time, a.failed_count,
       a.last_failed_time, coalesce(a.last_failed_time > coalesce(a.last_archived_time, '-infinity'), false) AS failing
FROM pg_stat_archiver a
