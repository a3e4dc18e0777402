-- fires: object-exists error
-- says: public.users is there already
CREATE TABLE users (id int);
-- fires: object-exists error
-- says: The column name of public.users
ALTER TABLE users ADD name text;
-- fires: object-exists error
CREATE INDEX users_email ON users (name);
-- fires: object-exists error
CREATE VIEW order_names AS SELECT 1 AS a;
-- fires: object-exists error
ALTER TABLE users RENAME name TO email;
-- fires: object-exists error
ALTER TABLE users RENAME TO orders;
-- fires: object-exists error
ALTER TABLE users ADD CONSTRAINT adult CHECK (age > 17);
-- quiet: object-exists
CREATE TABLE IF NOT EXISTS users (id int); CREATE TEMP TABLE users (id int);
-- quiet: object-exists
CREATE OR REPLACE VIEW order_names AS SELECT 1 AS id; ALTER TABLE users ADD IF NOT EXISTS name text;
-- quiet: object-exists
ALTER TABLE users DROP COLUMN age, ADD age bigint;
-- quiet: object-exists
DROP TABLE tiny; CREATE TABLE tiny (id int);
-- quiet: object-exists
CREATE SCHEMA app; CREATE TABLE app.users (id int);
-- quiet: object-exists
DROP TABLE measures; CREATE TABLE measures_2024 (id int);
-- quiet: object-exists
ALTER TABLE orders DROP COLUMN note; CREATE INDEX orders_note ON orders (status);
-- quiet: object-exists
DROP TABLE users CASCADE; CREATE VIEW order_names AS SELECT 1 AS a;
-- quiet: object-exists
EXPLAIN CREATE TABLE fresh AS SELECT 1 AS a; CREATE TABLE fresh (a int);
-- quiet: object-exists
CREATE TEMP TABLE users AS SELECT 1 AS a; SELECT 1 AS a INTO TEMP orders;
