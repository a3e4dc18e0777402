-- schema:
CREATE TABLE seats (hall int, place int, label text UNIQUE, UNIQUE (hall, place));
-- fires: drop-column-drops-constraint warning
-- says: the primary key users_pkey
ALTER TABLE users DROP COLUMN id CASCADE;
-- fires: drop-column-drops-constraint warning
-- says: the unique constraint seats_hall_place_key
ALTER TABLE seats DROP COLUMN place;
-- fires: drop-column-drops-constraint info
ALTER TABLE orders DROP COLUMN user_id;
-- quiet: drop-column-drops-constraint
ALTER TABLE orders DROP COLUMN status;
