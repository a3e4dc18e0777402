-- fires: grant info
GRANT SELECT ON users TO PUBLIC;
-- quiet: grant
REVOKE SELECT ON users FROM PUBLIC;
