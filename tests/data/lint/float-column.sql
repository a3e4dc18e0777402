-- fires: float-column info
CREATE TABLE fresh (a float);
-- fires: float-column info
CREATE TABLE fresh (a real);
-- quiet: float-column
CREATE TABLE fresh (a numeric);
