-- schema:
CREATE TYPE place AS (street text, town text);
CREATE TABLE places OF place;
-- fires: composite-change-locks-tables warning
-- says: public.places
ALTER TYPE place ADD ATTRIBUTE country text CASCADE;
-- quiet: composite-change-locks-tables
CREATE TYPE other AS (a int);
