-- What the scripts of this folder meet. orders has 50 million rows and 12 GB, tiny has 12 rows,
-- measures_2024 has 3 million; the size of the others is not known.
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE DOMAIN plain_text AS text;
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE DOMAIN wide AS int;
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), email text NOT NULL, tier text, feeling mood,
    age int, seen timestamp, CONSTRAINT age_known CHECK (age IS NOT NULL), CONSTRAINT adult CHECK (age > 17));
CREATE UNIQUE INDEX users_email ON users (email);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users, status text, total numeric(10,2),
    placed timestamp, note varchar(20), weight wide, size positive, price int);
CREATE INDEX orders_status ON orders (status);
CREATE INDEX orders_placed ON orders (placed);
CREATE UNIQUE INDEX orders_note ON orders (note);
CREATE TABLE tiny (id int PRIMARY KEY, name text);
CREATE TABLE measures (at date NOT NULL, value int, sensor int) PARTITION BY RANGE (at);
CREATE TABLE measures_2024 PARTITION OF measures FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE measures_other PARTITION OF measures DEFAULT;
CREATE INDEX measures_value ON measures (value);
CREATE TABLE loose (at date NOT NULL, value int, sensor int);
CREATE VIEW order_names AS SELECT orders.id, users.name FROM orders JOIN users ON users.id = orders.user_id;
CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(total) AS total FROM orders GROUP BY user_id;
CREATE SEQUENCE numbers;
CREATE FUNCTION stable_tier(int) RETURNS text LANGUAGE sql STABLE AS 'SELECT ''free''::text';
CREATE FUNCTION volatile_tier(int) RETURNS text LANGUAGE sql VOLATILE AS 'SELECT ''free''::text';
