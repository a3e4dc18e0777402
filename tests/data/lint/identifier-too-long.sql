-- fires: identifier-too-long warning
-- says: 71 bytes
CREATE INDEX CONCURRENTLY an_index_on_the_column_of_orders_that_says_which_user_has_placed_orders ON orders (user_id);
-- quiet: identifier-too-long
CREATE INDEX CONCURRENTLY an_index_on_the_column_of_orders_that_says_which_user_has_place ON orders (user_id);
-- fires: identifier-too-long warning
-- says: 78 bytes
ALTER TABLE tiny ADD COLUMN "größe größe größe größe größe größe größe größe größe größ" int;
-- quiet: identifier-too-long
INSERT INTO tiny VALUES (1, 'a_text_that_is_much_longer_than_any_name_is_allowed_to_be_in_postgres_and_means_nothing');
