-- fires: integer-primary-key warning
CREATE TABLE fresh (id serial PRIMARY KEY);
-- fires: integer-primary-key warning
CREATE TABLE fresh (id int GENERATED ALWAYS AS IDENTITY, PRIMARY KEY (id));
-- fires: integer-primary-key info
CREATE TABLE fresh (id smallint PRIMARY KEY);
-- quiet: integer-primary-key
CREATE TABLE fresh (id bigint PRIMARY KEY, a int);
-- quiet: integer-primary-key
CREATE TABLE fresh (a int, b int, PRIMARY KEY (a, b));
