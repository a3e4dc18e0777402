-- fires: padded-text info
CREATE TABLE fresh (a char(20));
-- quiet: padded-text
CREATE TABLE fresh (a varchar(20), b text, c "char");
