-- title: S13: a function, a materialized view, a trigger, a policy, grants and comments around a new column
-- current
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE FUNCTION label(u users) RETURNS text LANGUAGE sql STABLE AS $$SELECT u.email$$;
CREATE MATERIALIZED VIEW user_list AS SELECT id, email FROM users;
CREATE UNIQUE INDEX user_list_id ON user_list (id);
CREATE VIEW emails AS SELECT id, email FROM users;
CREATE FUNCTION tidy() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.email := trim(NEW.email); RETURN NEW; END$$;
CREATE TRIGGER tidy BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION tidy();
-- rows
INSERT INTO users SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE users (id bigint PRIMARY KEY, email text, active boolean DEFAULT true NOT NULL);
CREATE FUNCTION label(u users) RETURNS text LANGUAGE sql STABLE AS $$SELECT u.email || CASE WHEN u.active THEN '' ELSE ' (gone)' END$$;
CREATE MATERIALIZED VIEW user_list AS SELECT id, email, active FROM users;
CREATE UNIQUE INDEX user_list_id ON user_list (id);
CREATE VIEW emails AS SELECT id, email, active FROM users;
CREATE FUNCTION tidy() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.email := trim(NEW.email); RETURN NEW; END$$;
CREATE TRIGGER tidy BEFORE INSERT OR UPDATE OF email ON users FOR EACH ROW EXECUTE FUNCTION tidy();
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY active_only ON users USING (active);
COMMENT ON COLUMN users.active IS 'not gone';
GRANT SELECT ON emails TO PUBLIC;
-- intents
{"rows": {"public.users": 2300000}}
-- old insert
INSERT INTO users (id, email) VALUES (%1, %2)
-- old update
UPDATE users SET email = %2 WHERE id = %1
-- old read
SELECT e.email FROM emails AS e WHERE id = %1
-- new insert
INSERT INTO users (id, email, active) VALUES (%1, %2, true)
-- new update
UPDATE users SET email = %2, active = true WHERE id = %1
-- new read
SELECT e.email FROM emails AS e WHERE id = %1 AND active
