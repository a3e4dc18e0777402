-- fires: identifier-too-long warning
-- says: 71 bytes
CREATE INDEX CONCURRENTLY an_index_on_the_column_of_orders_that_says_which_user_has_placed_orders ON orders (user_id);
-- quiet: identifier-too-long
CREATE INDEX CONCURRENTLY an_index_on_the_column_of_orders_that_says_which_user_has_place ON orders (user_id);
