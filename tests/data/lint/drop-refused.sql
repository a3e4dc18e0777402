-- fires: drop-refused error
-- says: public.users is needed by public.order_names, public.orders
DROP TABLE users;
-- fires: drop-refused error
-- says: The column name of public.users is needed by public.order_names
ALTER TABLE users DROP name;
-- quiet: drop-refused
DROP TABLE users CASCADE;
-- quiet: drop-refused
DROP VIEW order_names; DROP MATERIALIZED VIEW totals; DROP TABLE users, orders;
-- quiet: drop-refused
DROP TABLE measures; DROP TABLE tiny;
-- quiet: drop-refused
ALTER TABLE users DROP tier, DROP age;
-- quiet: drop-refused
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey; DROP VIEW order_names; DROP TABLE users;
-- quiet: drop-refused
CREATE TEMP TABLE users (a int); DROP TABLE users;
