-- fires: serial-column info
CREATE TABLE fresh (id bigserial PRIMARY KEY);
-- quiet: serial-column
CREATE TABLE fresh (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
