#include "strategycases.h"

#include <QTest>

namespace lockstep::plan::cases {

QStringList list(std::initializer_list<const char *> texts)
{
    QStringList result;
    for (const char *text : texts)
        result += QString::fromUtf8(text);
    return result;
}

QString users(const char *columns, const char *rest, bool hasRows)
{
    const QString rows =
        QStringLiteral("INSERT INTO public.users (id, name, email) SELECT g, 'n' || g, 'e' || g "
                       "FROM generate_series(1, 3000) g; ");
    return QStringLiteral("CREATE TABLE public.users (id bigint PRIMARY KEY, name text, email text%1); %2%3")
        .arg(QString::fromUtf8(columns), hasRows ? rows : QString(), QString::fromUtf8(rest));
}

namespace {

void addCase(const char *name, const char *current, const char *target, const QStringList &expected,
             const char *intents = "{}", bool isReversible = true)
{
    QTest::newRow(name) << QString::fromUtf8(current) << QString::fromUtf8(target) << expected
                        << QByteArray(intents) << isReversible;
}

void addUsersCase(const char *name, const char *currentColumns, const char *currentRest,
                  const char *targetColumns, const char *targetRest, const QStringList &expected,
                  const char *intents = "{}", bool isReversible = true)
{
    addCase(name, users(currentColumns, currentRest).toUtf8().constData(),
            users(targetColumns, targetRest, false).toUtf8().constData(), expected, intents, isReversible);
}

} // namespace

void addColumnCases()
{
    addUsersCase("S1 constant default", "", "", ", tier varchar(20) NOT NULL DEFAULT 'free'", "",
                 list({ "ALTER TABLE public.users ADD COLUMN tier character varying(20) DEFAULT 'free'" }));
    addUsersCase(
        "S2 volatile default", "", "", ", token uuid NOT NULL DEFAULT gen_random_uuid()", "",
        list({ "ADD COLUMN token uuid;", "SET DEFAULT gen_random_uuid()", "DO $lockstep$", "token IS NULL",
               "NOT VALID", "VALIDATE CONSTRAINT", "ALTER COLUMN token SET NOT NULL", "DROP CONSTRAINT" }));
    addUsersCase("S2 volatile default, nullable", "", "", ", at timestamptz DEFAULT clock_timestamp()", "",
                 list({ "ADD COLUMN at", "SET DEFAULT clock_timestamp()", "SET at = clock_timestamp()" }));
    addUsersCase("S2 expression of other columns", "", "", ", mail text NOT NULL", "",
                 list({ "ADD COLUMN mail text;", "CREATE TRIGGER zzz_lockstep_", "SET mail = lower(email)",
                        "SET NOT NULL", "DROP TRIGGER zzz_lockstep_" }),
                 R"j({"backfills":[{"column":"public.users.mail","expression":"lower(email)"}]})j");
    addUsersCase(
        "S8 link to another table", "",
        "CREATE TABLE public.orders (id int PRIMARY KEY); "
        "INSERT INTO public.orders SELECT generate_series(1, 500);",
        "",
        "CREATE TABLE public.orders (id int PRIMARY KEY, user_id bigint NOT NULL CONSTRAINT orders_user "
        "REFERENCES public.users); CREATE INDEX orders_user_idx ON public.orders (user_id);",
        list({ "ADD COLUMN user_id bigint;", "SET user_id = 1", "CREATE INDEX CONCURRENTLY orders_user_idx",
               "ADD CONSTRAINT orders_user FOREIGN KEY", "VALIDATE CONSTRAINT orders_user", "DROP DEFAULT" }),
        R"({"backfills":[{"column":"public.orders.user_id","expression":"1"}]})");
    addUsersCase("nullable column", "", "", ", note text", "", list({ "ADD COLUMN note text;" }));
    addUsersCase("identity column", "", "", ", n int GENERATED ALWAYS AS IDENTITY", "",
                 list({ "rewritten" }));
    addUsersCase("stored generated column", "", "", ", up text GENERATED ALWAYS AS (upper(name)) STORED", "",
                 list({ "rewritten", "GENERATED ALWAYS AS" }));
    addUsersCase("serial column", "", "", ", n serial", "",
                 list({ "CREATE SEQUENCE", "ADD COLUMN n integer;", "nextval" }));
    addUsersCase("drop column", ", old text DEFAULT 'x'", "", "", "",
                 list({ "GATE", "LOSES DATA", "DROP COLUMN old" }));
}

void addConstraintCases()
{
    addUsersCase("S9 check", "", "", "", "ALTER TABLE public.users ADD CONSTRAINT named CHECK (name <> '');",
                 list({ "Lockstep check failed", "ADD CONSTRAINT named CHECK", "NOT VALID;",
                        "VALIDATE CONSTRAINT named" }));
    addUsersCase("S9 unique", "", "", "",
                 "ALTER TABLE public.users ADD CONSTRAINT one_email UNIQUE (email) "
                 "INCLUDE (name) DEFERRABLE INITIALLY DEFERRED;",
                 list({ "HAVING count(*) > 1", "CREATE UNIQUE INDEX CONCURRENTLY one_email", "INCLUDE (name)",
                        "USING INDEX one_email DEFERRABLE INITIALLY DEFERRED" }));
    addUsersCase("S9 unique, nulls not distinct", "", "", "",
                 "ALTER TABLE public.users ADD CONSTRAINT one_email UNIQUE NULLS NOT DISTINCT (email);",
                 list({ "CONCURRENTLY one_email", "NULLS NOT DISTINCT", "USING INDEX one_email" }));
    addCase("S9 primary key of nullable columns",
            "CREATE TABLE public.t (a int, b int); INSERT INTO public.t SELECT g, g "
            "FROM generate_series(1, 100) g;",
            "CREATE TABLE public.t (a int, b int, CONSTRAINT t_pkey PRIMARY KEY (a, b))",
            list({ "CHECK (a IS NOT NULL) NOT VALID", "CREATE UNIQUE INDEX CONCURRENTLY t_pkey",
                   "ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey" }));
    addCase("S9 exclude",
            "CREATE TABLE public.t (r int4range); INSERT INTO public.t SELECT int4range(g, g + 1) "
            "FROM generate_series(1, 50) g;",
            "CREATE TABLE public.t (r int4range, CONSTRAINT no_overlap EXCLUDE USING "
            "gist (r WITH &&))",
            list({ "no online way", "EXCLUDE USING gist" }));
    addUsersCase("set not null", "", "", "", "ALTER TABLE public.users ALTER COLUMN name SET NOT NULL;",
                 list({ "name IS NULL", "CHECK (name IS NOT NULL) NOT VALID", "VALIDATE", "SET NOT NULL",
                        "DROP CONSTRAINT" }));
    addUsersCase(
        "set not null after a backfill", "", "UPDATE public.users SET name = NULL WHERE id % 3 = 0;", "",
        "ALTER TABLE public.users ALTER COLUMN name SET NOT NULL;",
        list({ "CREATE TRIGGER zzz_lockstep_", "SET name = 'nobody'", "SET NOT NULL", "DROP TRIGGER" }),
        R"({"backfills":[{"column":"public.users.name","expression":"'nobody'"}]})");
    addUsersCase("drop and add constraints", "",
                 "ALTER TABLE public.users ADD CONSTRAINT u UNIQUE (email), "
                 "ADD CONSTRAINT c CHECK (id > 0);",
                 "", "ALTER TABLE public.users ADD CONSTRAINT c CHECK (id > -1);",
                 list({ "DROP CONSTRAINT u", "CHECK ((id > '-1'::integer)) NOT VALID", "VALIDATE",
                        "DROP CONSTRAINT c;", "RENAME CONSTRAINT", "COMMIT" }));
    addUsersCase("change a unique key", "", "ALTER TABLE public.users ADD CONSTRAINT u UNIQUE (email);", "",
                 "ALTER TABLE public.users ADD CONSTRAINT u UNIQUE (email, name);",
                 list({ "CREATE UNIQUE INDEX CONCURRENTLY zzz_lockstep_", "BEGIN", "DROP CONSTRAINT u;",
                        "ADD CONSTRAINT u UNIQUE USING INDEX zzz_lockstep_", "COMMIT" }));
    addUsersCase("change a foreign key", ", boss bigint CONSTRAINT has_boss REFERENCES public.users", "",
                 ", boss bigint CONSTRAINT has_boss REFERENCES public.users ON DELETE CASCADE", "",
                 list({ "ON DELETE CASCADE NOT VALID", "VALIDATE", "DROP CONSTRAINT has_boss;",
                        "RENAME CONSTRAINT" }));
    addUsersCase("self-referencing key", ", boss bigint", "",
                 ", boss bigint CONSTRAINT has_boss REFERENCES public.users "
                 "ON DELETE SET NULL",
                 "", list({ "NOT EXISTS", "ADD CONSTRAINT has_boss", "VALIDATE CONSTRAINT has_boss" }));
}

void addIndexCases()
{
    addUsersCase("S3 index", "", "", "",
                 "CREATE INDEX by_name ON public.users (lower(name)) WHERE email IS NOT NULL;",
                 list({ "CREATE INDEX CONCURRENTLY by_name", "WHERE (email IS NOT NULL)" }));
    addUsersCase("S3 unique index", "", "", "", "CREATE UNIQUE INDEX by_email ON public.users (email);",
                 list({ "CREATE UNIQUE INDEX CONCURRENTLY by_email" }));
    addUsersCase("S10 drop index", "", "CREATE INDEX by_name ON public.users (name);", "", "",
                 list({ "DROP INDEX CONCURRENTLY public.by_name" }));
    addUsersCase(
        "change an index", "", "CREATE INDEX by_name ON public.users (name);", "",
        "CREATE INDEX by_name ON public.users (lower(name)); COMMENT ON INDEX public.by_name IS 'x';",
        list({ "CREATE INDEX CONCURRENTLY zzz_lockstep_", "DROP INDEX CONCURRENTLY public.by_name",
               "RENAME TO by_name" }));
    addUsersCase("index of a changed column", ", n int", "CREATE INDEX by_n ON public.users (n);",
                 ", n bigint", "CREATE INDEX by_n ON public.users (n);",
                 list({ "ADD COLUMN zzz_lockstep_", "CREATE INDEX CONCURRENTLY zzz_lockstep_",
                        "RENAME TO by_n", "GATE", "DROP INDEX CONCURRENTLY" }));
    const char *parts =
        "CREATE TABLE public.p (id int, at date) PARTITION BY RANGE (id); CREATE TABLE public.p1 PARTITION "
        "OF public.p FOR VALUES FROM (0) TO (500); CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES "
        "FROM (500) TO (2000); INSERT INTO public.p SELECT g, current_date FROM generate_series(1, 1000) g;";
    addCase("S3 partitioned index", parts,
            QByteArray(parts).append("CREATE INDEX p_at ON public.p (at);").constData(),
            list({ "CREATE INDEX p_at ON ONLY public.p", "CREATE INDEX CONCURRENTLY p1_at_idx",
                   "CREATE INDEX CONCURRENTLY p2_at_idx", "ATTACH PARTITION" }));
    addCase("partitioned primary key", parts,
            QByteArray(parts).append("ALTER TABLE public.p ADD PRIMARY KEY (id);").constData(),
            list({ "p_pkey" }));
    const QByteArray levels = QByteArray(parts).append("ALTER TABLE public.p ALTER id SET NOT NULL, ALTER at "
                                                       "SET NOT NULL; CREATE TABLE public.p3 PARTITION OF "
                                                       "public.p FOR VALUES FROM (2000) TO (9000) PARTITION "
                                                       "BY RANGE (at); CREATE TABLE public.p3a PARTITION "
                                                       "OF public.p3 DEFAULT; INSERT INTO public.p SELECT g, "
                                                       "current_date FROM generate_series(2000, 3000) g;");
    addCase("S3 index and key of two levels", levels.constData(),
            QByteArray(levels)
                .append("CREATE INDEX p_at ON public.p (at); ALTER TABLE public.p ADD PRIMARY KEY (id, at);")
                .constData(),
            list({ "CREATE INDEX p_at ON ONLY public.p", "CREATE INDEX CONCURRENTLY p3a_at_idx",
                   "CREATE UNIQUE INDEX CONCURRENTLY p3a_pkey",
                   "ALTER INDEX public.p3_at_idx ATTACH PARTITION public.p3a_at_idx",
                   "ALTER INDEX public.p_at ATTACH PARTITION public.p3_at_idx" }));
    addCase("materialized view index", "CREATE MATERIALIZED VIEW public.m AS SELECT 1 AS a",
            "CREATE MATERIALIZED VIEW public.m AS SELECT 1 AS a; CREATE UNIQUE INDEX m_a ON public.m (a)",
            list({ "CREATE UNIQUE INDEX CONCURRENTLY m_a" }));
}

void addPartitionCases()
{
    const QByteArray parts =
        "CREATE TABLE public.p (id int, at date) PARTITION BY RANGE (at); CREATE TABLE public.rest PARTITION "
        "OF public.p DEFAULT; INSERT INTO public.p SELECT g, '2019-01-01' FROM generate_series(1, 500) g;";
    const QByteArray lone = "CREATE TABLE public.q (id int, at date); INSERT INTO public.q SELECT g, "
                            "'2020-02-02' FROM generate_series(1, 500) g;";
    addCase("S14 partition beside a default one with rows", parts.constData(),
            QByteArray(parts)
                .append("CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM ('2020-01-01') TO "
                        "('2021-01-01');")
                .constData(),
            list({ "FROM public.rest WHERE", "refused",
                   "CHECK (NOT (at IS NOT NULL AND at >= '2020-01-01' AND at <", "NOT VALID",
                   "ALTER TABLE public.rest VALIDATE CONSTRAINT", "ATTACH PARTITION",
                   "ALTER TABLE public.rest DROP CONSTRAINT" }));
    addCase("S14 table with rows becomes a partition", QByteArray(parts + lone).constData(),
            QByteArray(parts)
                .append("CREATE TABLE public.q PARTITION OF public.p FOR VALUES FROM ('2020-01-01') TO "
                        "('2021-01-01');")
                .constData(),
            list({ "ALTER TABLE public.q ADD CONSTRAINT", "ALTER TABLE public.q VALIDATE CONSTRAINT",
                   "ALTER TABLE public.rest VALIDATE CONSTRAINT", "ATTACH PARTITION public.q",
                   "ALTER TABLE public.q DROP CONSTRAINT" }));
    const char *two = "CREATE TABLE public.a (k int) PARTITION BY LIST (k); CREATE TABLE public.b (k int) "
                      "PARTITION BY LIST (k);";
    addCase(
        "partitions change their parents",
        QByteArray(two)
            .append("CREATE TABLE public.x PARTITION OF public.a FOR VALUES IN (1); CREATE TABLE public.y "
                    "PARTITION OF public.b FOR VALUES IN (1); INSERT INTO public.a VALUES (1);")
            .constData(),
        QByteArray(two)
            .append("CREATE TABLE public.x PARTITION OF public.b FOR VALUES IN (1); CREATE TABLE public.y "
                    "PARTITION OF public.a FOR VALUES IN (1);")
            .constData(),
        list({ "GATE", "Nothing looks for the rows of table public.x in its parent any more.",
               "DETACH PARTITION public.x", "ATTACH PARTITION" }));
    const char *pair = "CREATE TABLE public.a (k int); CREATE TABLE public.b (k int);";
    addCase("child changes its parent",
            QByteArray(pair).append("CREATE TABLE public.c () INHERITS (public.a);").constData(),
            QByteArray(pair).append("CREATE TABLE public.c () INHERITS (public.b);").constData(),
            list({ "INHERIT public.b", "GATE", "NO INHERIT public.a" }));
}

void addOtherCases()
{
    addUsersCase(
        "view with more columns", "",
        "CREATE VIEW public.v AS SELECT id FROM public.users; CREATE VIEW public.w AS SELECT id FROM "
        "public.v; GRANT SELECT ON public.v TO PUBLIC;",
        "",
        "CREATE VIEW public.v AS SELECT id, name FROM public.users; CREATE VIEW public.w AS SELECT id "
        "FROM public.v; GRANT SELECT ON public.v TO PUBLIC;",
        list({ "CREATE OR REPLACE VIEW public.v" }));
    addCase("label goes from a type that rows have",
            "CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy'); CREATE TABLE public.t (m public.mood); "
            "INSERT INTO public.t VALUES ('happy');",
            "CREATE TYPE public.mood AS ENUM ('sad', 'happy'); CREATE TABLE public.t (m public.mood);",
            list({ "values of the old and of the new public.mood", "RENAME TO mood" }));
    addCase("table becomes unlogged", "CREATE TABLE public.t (m int); INSERT INTO public.t VALUES (1);",
            "CREATE UNLOGGED TABLE public.t (m int);", list({ "and has no other way", "SET UNLOGGED" }));
    addUsersCase("widen a type", ", code varchar(50)", "", ", code varchar(100)", "",
                 list({ "Instant", "TYPE character varying(100)" }));
    addUsersCase("rewrite a type", ", n int", "", ", n bigint", "",
                 list({ "ADD COLUMN zzz_lockstep_", "ENABLE ALWAYS TRIGGER", "UPDATE public.users SET",
                        "RENAME COLUMN n TO zzz_lockstep_", "GATE", "DROP COLUMN zzz_lockstep_" }));
    addUsersCase("rewrite a type in a window", ", n int", "", ", n bigint", "", list({ "TYPE bigint" }),
                 R"({"tolerance":{"public.users":"window"}})");
    addUsersCase("rewrite a type that a statistics object uses", ", n int",
                 "CREATE STATISTICS st ON id, n FROM users;", ", n bigint",
                 "CREATE STATISTICS st ON id, n FROM users;",
                 list({ "rewrites public.users", "There is no online way", "TYPE bigint" }));
    addUsersCase("rename a column", ", nick text", "", ", alias text", "",
                 list({ "RENAME COLUMN nick TO alias" }),
                 R"({"renames":[{"kind":"column","from":"public.users.nick","to":"public.users.alias"}]})");
    addUsersCase(
        "new table", "", "", "",
        "CREATE TABLE public.orders (id int PRIMARY KEY, user_id bigint REFERENCES "
        "public.users, note text DEFAULT 'x'); CREATE INDEX o ON public.orders (user_id); COMMENT ON TABLE "
        "public.orders IS 'all of them';",
        list({ "CREATE TABLE public.orders" }));
    addUsersCase("drop a table", "",
                 "CREATE TABLE public.old (a int); CREATE VIEW public.v AS SELECT a FROM public.old;", "", "",
                 list({ "GATE", "LOSES DATA: table public.old", "DROP TABLE public.old" }));
    addCase("enum label used at once",
            "CREATE TYPE public.mood AS ENUM ('sad', 'happy'); CREATE TABLE public.t (m "
            "public.mood DEFAULT 'sad');",
            "CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy'); CREATE TABLE public.t "
            "(m public.mood DEFAULT 'ok');",
            list({ "ADD VALUE", "SET DEFAULT" }), "{}", false);
    addUsersCase("view over a changed column", ", n int",
                 "CREATE VIEW public.v AS SELECT n FROM public.users;", ", n bigint",
                 "CREATE VIEW public.v AS SELECT n FROM public.users;",
                 list({ "DROP VIEW", "RENAME COLUMN n TO zzz_lockstep_", "CREATE VIEW" }));
}

} // namespace lockstep::plan::cases
