-- fires: duplicate-column error
UPDATE tiny SET name = 'a', name = 'b' WHERE id = 1;
-- fires: duplicate-column error
CREATE TABLE fresh (a int, b int, a int);
-- fires: duplicate-column error
INSERT INTO tiny (id, id) VALUES (1, 2);
-- fires: duplicate-column error
CREATE VIEW v AS SELECT 1 a, 2 a;
-- quiet: duplicate-column
UPDATE tiny SET name = 'a', id = 3 WHERE id = 1;
-- quiet: duplicate-column
CREATE VIEW v (a, b) AS SELECT 1 a, 2 a;
