-- schema:
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
-- fires: row-security-change warning
ALTER TABLE users DISABLE ROW LEVEL SECURITY;
-- fires: row-security-change info
CREATE POLICY mine ON users USING (name = current_user);
-- quiet: row-security-change
BEGIN;
CREATE TABLE fresh (a int);
CREATE POLICY mine ON fresh USING (a = 1);
COMMIT;
