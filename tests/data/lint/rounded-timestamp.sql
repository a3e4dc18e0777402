-- fires: rounded-timestamp info
CREATE TABLE fresh (a timestamptz(0));
-- quiet: rounded-timestamp
CREATE TABLE fresh (a timestamptz(3), b time(0));
