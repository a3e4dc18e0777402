-- fires: rewrites-whole-database warning
VACUUM FULL;
-- fires: rewrites-whole-database warning
CLUSTER;
-- quiet: rewrites-whole-database
VACUUM FULL tiny;
-- quiet: rewrites-whole-database
VACUUM;
