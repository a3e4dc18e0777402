-- fires: revoke info
-- says: public.users
REVOKE SELECT ON users FROM PUBLIC;
-- quiet: revoke
GRANT SELECT ON users TO PUBLIC;
