-- fires: data-change info
INSERT INTO tiny VALUES (1, 'a');
-- quiet: data-change
BEGIN;
CREATE TABLE fresh (a int);
INSERT INTO fresh VALUES (1);
COMMIT;
