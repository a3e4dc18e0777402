-- fires: enum-type info
CREATE TYPE colour AS ENUM ('red');
-- quiet: enum-type
CREATE TYPE pair AS (a int, b int);
