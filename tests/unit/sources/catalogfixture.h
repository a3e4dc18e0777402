#pragma once

#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>

#include <QRegularExpression>

#include <tests/support/postgrestest.h>

/// Databases made of a script, and what the reader makes of them.
namespace lockstep::testing {

/// Keeps the lines of a script that the server's version knows: see "since" and "before" at their ends.
inline QString forServer(const char *script)
{
    static const QRegularExpression mark(QStringLiteral(" -- (since|before) (\\d+)$"));
    const int major = server()->version() / 10000;
    QStringList lines;
    for (const QString &line : QString::fromUtf8(script).split(QLatin1Char('\n'))) {
        const QRegularExpressionMatch match = mark.match(line);
        const bool isSince = match.captured(1) == QLatin1String("since");
        if (!match.hasMatch() || (major >= match.captured(2).toInt()) == isSince)
            lines.append(line);
    }
    return lines.join(QLatin1Char('\n'));
}

/// One of nearly everything.
inline const char *const everything = R"(
CREATE ROLE ls_reader;
CREATE ROLE ls_writer;
CREATE SCHEMA app;
CREATE EXTENSION citext SCHEMA public;
CREATE COLLATION app.german (provider = libc, lc_collate = 'C', lc_ctype = 'C');
CREATE TYPE app.mood AS ENUM ('sad', 'ok', 'it''s great');
CREATE DOMAIN app.price AS numeric(10,2) DEFAULT 0 NOT NULL CONSTRAINT positive CHECK (VALUE >= 0);
CREATE TYPE app.address AS (street text COLLATE "C", zip varchar(10));
CREATE TYPE app.span AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE SEQUENCE app.counter AS integer START 5 INCREMENT 5 MINVALUE 5 MAXVALUE 500 CACHE 3 CYCLE;
CREATE FUNCTION app.tier_of(id bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'free' $$;
CREATE FUNCTION app.dice() RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT 4 $$;
CREATE TABLE app.users (
    id bigint GENERATED ALWAYS AS IDENTITY (START 100 CACHE 20) PRIMARY KEY,
    email citext NOT NULL UNIQUE NULLS NOT DISTINCT, -- since 15
    email citext NOT NULL UNIQUE, -- before 15
    name varchar(50) COLLATE "C" DEFAULT 'x''y',
    mood app.mood DEFAULT 'ok',
    home app.address,
    balance app.price,
    luck integer DEFAULT app.dice(),
    token uuid DEFAULT gen_random_uuid(),
    upper_name text GENERATED ALWAYS AS (upper(name)) STORED,
    CONSTRAINT name_length CHECK (length(name) > 1) NO INHERIT
) WITH (fillfactor = 80, toast.autovacuum_enabled = false);
ALTER TABLE app.users ALTER COLUMN name SET STATISTICS 500, ALTER COLUMN name SET STORAGE EXTERNAL,
    ALTER COLUMN name SET (n_distinct = -0.5);
ALTER TABLE app.users ALTER COLUMN upper_name SET COMPRESSION pglz; -- since 14
CREATE TABLE app.orders (
    id serial PRIMARY KEY,
    user_id bigint REFERENCES app.users ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    span app.span,
    note text,
    EXCLUDE USING gist (span WITH &&)
);
ALTER TABLE app.orders ADD CONSTRAINT note_given CHECK (note IS NOT NULL) NOT VALID;
CREATE INDEX orders_user_idx ON app.orders (user_id, lower(note) DESC) INCLUDE (id) WHERE note IS NOT NULL;
CREATE TABLE app.events (at timestamptz NOT NULL, body text, PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE app.events_1 PARTITION OF app.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE app.events_rest PARTITION OF app.events DEFAULT;
CREATE INDEX events_body_idx ON app.events (body);
CREATE TABLE app.parent (a int);
CREATE TABLE app.child (b int) INHERITS (app.parent);
CREATE VIEW app.user_orders WITH (security_barrier = true) AS
    SELECT u.id, u.email, count(o.id) AS orders FROM app.users u LEFT JOIN app.orders o ON o.user_id = u.id GROUP BY u.id;
CREATE MATERIALIZED VIEW app.totals AS SELECT count(*) AS n FROM app.user_orders WITH NO DATA;
CREATE UNIQUE INDEX totals_n ON app.totals (n);
CREATE FUNCTION app.orders_of(who bigint) RETURNS SETOF app.orders LANGUAGE sql STABLE
    AS $$ SELECT * FROM app.orders WHERE user_id = who $$;
CREATE PROCEDURE app.nothing(a int, INOUT b text) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE AGGREGATE app.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE OF note ON app.orders FOR EACH ROW EXECUTE FUNCTION app.touch();
ALTER TABLE app.orders DISABLE TRIGGER touch;
CREATE TRIGGER touch_event AFTER INSERT ON app.events FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE RULE keep AS ON DELETE TO app.parent DO INSTEAD NOTHING;
ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.orders FORCE ROW LEVEL SECURITY;
CREATE POLICY mine ON app.orders AS RESTRICTIVE FOR SELECT TO ls_reader, ls_writer USING (user_id > 0);
CREATE STATISTICS app.both (dependencies) ON id, user_id FROM app.orders;
CREATE PUBLICATION pub FOR TABLE app.orders (id, note) WHERE (id > 5) WITH (publish = 'insert'); -- since 15
CREATE PUBLICATION pub FOR TABLE app.orders WITH (publish = 'insert'); -- before 15
COMMENT ON TABLE app.users IS 'People';
COMMENT ON COLUMN app.users.name IS 'Name';
COMMENT ON CONSTRAINT positive ON DOMAIN app.price IS 'No debts';
COMMENT ON COLUMN app.user_orders.orders IS 'How many';
COMMENT ON INDEX app.users_pkey IS 'Key';
COMMENT ON FUNCTION app.dice() IS 'Fair';
GRANT SELECT, INSERT ON app.users TO ls_reader;
GRANT UPDATE (name) ON app.users TO ls_reader WITH GRANT OPTION;
GRANT USAGE ON SCHEMA app TO PUBLIC;
REVOKE EXECUTE ON FUNCTION app.dice() FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO ls_reader;
CREATE CAST (app.mood AS app.address) WITH INOUT;
CREATE OPERATOR app.<<< (FUNCTION = int4lt, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(app.>>>));
CREATE SCHEMA lockstep;
CREATE TABLE lockstep.run (id int);
CREATE TABLE "We""ird Schema.x" (id int);
CREATE TABLE app."Käse 🧀" ("Select" int, "user" text CHECK ("user" <> ''));
)";

struct Loaded
{
    std::unique_ptr<scratch::ScratchDatabase> database;
    schema::CatalogPtr catalog;
};

inline Loaded loadCatalog(const QString &sql)
{
    auto database = scratch::ScratchDatabase::create(server(), QStringLiteral("catalog"));
    if (!database.has_value())
        qFatal("%s", qPrintable(database.error().toText()));
    auto session = (*database)->open();
    if (!session.has_value())
        qFatal("%s", qPrintable(session.error().toText()));
    const auto report = scratch::loadScript(**session, sql, QStringLiteral("test.sql"), false);
    if (!report.has_value())
        qFatal("%s", qPrintable(report.error().toText()));
    const auto catalog = sources::readCatalog(**session);
    if (!catalog.has_value())
        qFatal("%s", qPrintable(catalog.error().toText()));
    return { std::move(*database), *catalog };
}

inline schema::ObjectId inApp(schema::Kind kind, const QString &name, const QString &sub = {})
{
    return schema::subId(kind, QStringLiteral("app"), name, sub);
}

} // namespace lockstep::testing
