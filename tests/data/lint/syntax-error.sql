-- fires: syntax-error error
ALTER TABLE {{ table }} ADD COLUMN a int;
-- quiet: syntax-error
ALTER TABLE orders ADD COLUMN a int;
-- fires: syntax-error error
-- says: unterminated /* comment
SELECT 1;
/* DROP TABLE users;
