-- fires: money-column info
CREATE TABLE fresh (a money);
-- quiet: money-column
CREATE TABLE fresh (a numeric(10,2));
