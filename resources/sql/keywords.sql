-- The words of the server's grammar, as an editor colours them.
SELECT k.word FROM pg_get_keywords() k ORDER BY k.word COLLATE "C"
