-- fires: domain-with-constraint info
CREATE DOMAIN age AS int CHECK (VALUE >= 0);
-- quiet: domain-with-constraint
CREATE DOMAIN age AS int;
