-- schema:
CREATE POLICY mine ON tiny USING (name = current_user);
-- fires: row-security-without-policy warning
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
-- quiet: row-security-without-policy
ALTER TABLE tiny ENABLE ROW LEVEL SECURITY;
-- quiet: row-security-without-policy
BEGIN;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON users USING (name = current_user);
COMMIT;
-- fires: row-security-without-policy info
CREATE TABLE fresh (a int PRIMARY KEY);
ALTER TABLE fresh ENABLE ROW LEVEL SECURITY;
