SELECT pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS reads_all_stats,
       (SELECT count(*) FROM pg_stat_activity a
        WHERE a.datname = current_database() AND a.query = '<insufficient privilege>') AS hidden_sessions
