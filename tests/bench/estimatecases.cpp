#include "benchestimates.h"

namespace lockstep::bench {

namespace {

constexpr EstimateCase cases[] = {
    { "ADD COLUMN with a constant default", "",
      "ALTER TABLE public.orders ADD COLUMN tier text NOT NULL DEFAULT 'free'",
      "ALTER TABLE public.orders DROP COLUMN tier" },
    { "ADD CHECK NOT VALID", "", "ALTER TABLE public.orders ADD CONSTRAINT c CHECK (n >= 0) NOT VALID",
      "ALTER TABLE public.orders DROP CONSTRAINT c" },
    { "SET NOT NULL", "", "ALTER TABLE public.orders ALTER COLUMN n SET NOT NULL",
      "ALTER TABLE public.orders ALTER COLUMN n DROP NOT NULL" },
    { "SET NOT NULL, wide rows", "", "ALTER TABLE public.documents ALTER COLUMN n SET NOT NULL",
      "ALTER TABLE public.documents ALTER COLUMN n DROP NOT NULL" },
    { "ADD CHECK", "", "ALTER TABLE public.orders ADD CONSTRAINT c CHECK (amount >= 0)",
      "ALTER TABLE public.orders DROP CONSTRAINT c" },
    { "VALIDATE CHECK", "ALTER TABLE public.documents ADD CONSTRAINT c CHECK (n >= 0) NOT VALID",
      "ALTER TABLE public.documents VALIDATE CONSTRAINT c",
      "ALTER TABLE public.documents DROP CONSTRAINT c" },
    { "CREATE INDEX on integer", "", "CREATE INDEX built ON public.orders (n)", "DROP INDEX public.built" },
    { "CREATE INDEX on ordered timestamptz", "", "CREATE INDEX built ON public.orders (created_at)",
      "DROP INDEX public.built" },
    { "CREATE INDEX on text", "", "CREATE INDEX built ON public.orders (note)", "DROP INDEX public.built" },
    { "CREATE INDEX on text with five values", "", "CREATE INDEX built ON public.orders (status)",
      "DROP INDEX public.built" },
    { "CREATE UNIQUE INDEX on uuid", "", "CREATE UNIQUE INDEX built ON public.orders (code)",
      "DROP INDEX public.built" },
    { "CREATE INDEX on two columns", "", "CREATE INDEX built ON public.orders (customer_id, created_at)",
      "DROP INDEX public.built" },
    { "CREATE INDEX on an expression", "", "CREATE INDEX built ON public.orders (lower(note))",
      "DROP INDEX public.built" },
    { "CREATE INDEX, partial", "", "CREATE INDEX built ON public.orders (note) WHERE shipped_at IS NULL",
      "DROP INDEX public.built" },
    { "CREATE INDEX USING gin on jsonb", "", "CREATE INDEX built ON public.orders USING gin (attributes)",
      "DROP INDEX public.built" },
    { "CREATE INDEX USING hash", "", "CREATE INDEX built ON public.orders USING hash (code)",
      "DROP INDEX public.built" },
    { "CREATE INDEX USING brin", "", "CREATE INDEX built ON public.orders USING brin (created_at)",
      "DROP INDEX public.built" },
    { "CREATE INDEX CONCURRENTLY on integer", "", "CREATE INDEX CONCURRENTLY built ON public.orders (n)",
      "DROP INDEX public.built" },
    { "CREATE INDEX CONCURRENTLY on text, wide rows", "",
      "CREATE INDEX CONCURRENTLY built ON public.documents (title)", "DROP INDEX public.built" },
    { "ADD UNIQUE", "", "ALTER TABLE public.events ADD CONSTRAINT u UNIQUE (id)",
      "ALTER TABLE public.events DROP CONSTRAINT u" },
    { "REINDEX INDEX", "", "REINDEX INDEX public.orders_customer_id_idx", "SELECT 1" },
    { "ADD FOREIGN KEY", "",
      "ALTER TABLE public.orders ADD CONSTRAINT f FOREIGN KEY (customer_id) REFERENCES public.customers",
      "ALTER TABLE public.orders DROP CONSTRAINT f" },
    { "VALIDATE FOREIGN KEY to a big table",
      "ALTER TABLE public.events ADD CONSTRAINT f FOREIGN KEY (order_id) REFERENCES public.orders NOT VALID",
      "ALTER TABLE public.events VALIDATE CONSTRAINT f", "ALTER TABLE public.events DROP CONSTRAINT f" },
    { "ATTACH PARTITION with a scan", "",
      "ALTER TABLE public.log ATTACH PARTITION public.events FOR VALUES FROM (1) TO (1000000000)",
      "ALTER TABLE public.log DETACH PARTITION public.events" },
    { "ALTER TYPE that rebuilds an index", "",
      "ALTER TABLE public.users ALTER COLUMN name TYPE text COLLATE \"C\"",
      "ALTER TABLE public.users ALTER COLUMN name TYPE text" },
    { "ANALYZE", "", "ANALYZE public.orders", "SELECT 1" },
    { "INSERT ... SELECT", "", "INSERT INTO public.archive SELECT * FROM public.documents",
      "TRUNCATE public.archive" },
    { "INSERT ... SELECT into two indexes", "", "INSERT INTO public.history SELECT * FROM public.events",
      "TRUNCATE public.history" },
    { "REFRESH MATERIALIZED VIEW", "", "REFRESH MATERIALIZED VIEW public.totals", "SELECT 1" },
    { "Backfill, two indexes", "", "fill|users|id|tier = 'tier ' || n % 3|tier IS NULL", "" },
    { "Backfill, four indexes", "", "fill|members|id|tier = 'tier ' || n % 3|tier IS NULL", "" },
    { "Backfill of an indexed column", "", "fill|places|id|n = n + 1, done = 1|done IS NULL", "" },
    { "ADD COLUMN with a volatile default, two indexes", "",
      "ALTER TABLE public.orders ADD COLUMN token uuid DEFAULT gen_random_uuid()", "" },
    { "ALTER TYPE int to bigint, two indexes", "", "ALTER TABLE public.orders ALTER COLUMN n TYPE bigint",
      "" },
    { "ALTER TYPE int to text, wide rows", "", "ALTER TABLE public.documents ALTER COLUMN n TYPE text", "" },
    { "SET UNLOGGED", "", "ALTER TABLE public.events SET UNLOGGED", "" },
    { "SET LOGGED", "", "ALTER TABLE public.events SET LOGGED", "" },
    { "VACUUM FULL", "", "VACUUM FULL public.members", "" },
    { "CLUSTER", "", "CLUSTER public.orders USING orders_customer_id_idx", "" },
    { "REINDEX TABLE", "", "REINDEX TABLE public.members", "SELECT 1" },
};

} // namespace

std::span<const EstimateCase> estimateCases()
{
    return cases;
}

QStringList estimateTables()
{
    const QString person =
        QStringLiteral("(id bigint PRIMARY KEY, n integer, name text, email text, seen timestamp,"
                       " tier text, done integer)");
    const QString persons = QStringLiteral(
        " SELECT g, (random() * 1000000)::integer, 'person number ' || g, md5(g::text) || '@example.com',"
        " timestamp '2024-01-01' + g * interval '7 s' FROM generate_series(1, %1) g");
    return {
        QStringLiteral("CREATE TABLE public.customers (id bigint PRIMARY KEY, name text)"),
        QStringLiteral(
            "INSERT INTO public.customers SELECT g, 'customer ' || g FROM generate_series(1, %2) g"),
        QStringLiteral("CREATE TABLE public.orders (id bigint PRIMARY KEY, customer_id bigint, status text,"
                       " amount numeric(12,2), n integer, note text, code uuid, attributes jsonb, created_at "
                       "timestamptz,"
                       " shipped_at timestamptz)"),
        QStringLiteral(
            "INSERT INTO public.orders SELECT g, 1 + (random() * (%2 - 1))::bigint,"
            " (array['new', 'paid', 'shipped', 'cancelled', 'returned'])[1 + g % 5], (random() * "
            "1000)::numeric(12,2),"
            " (random() * 1000000)::integer, 'note ' || md5((g / 2)::text), md5(g::text)::uuid,"
            " jsonb_build_object('colour', g % 12, 'size', 'size ' || g % 40, 'gift', g % 3 = 0),"
            " timestamptz '2024-01-01' + g * interval '5 s',"
            " CASE WHEN g % 10 = 0 THEN NULL ELSE timestamptz '2024-02-01' + g * interval '5 s' END"
            " FROM generate_series(1, %1) g"),
        QStringLiteral("CREATE INDEX ON public.orders (customer_id)"),
        QStringLiteral("CREATE TABLE public.documents (id bigint, n integer, title text, body text)"),
        QStringLiteral("INSERT INTO public.documents SELECT g, g % 1000, 'document ' || md5(g::text),"
                       " repeat(md5(g::text), 9) FROM generate_series(1, %1) g"),
        QStringLiteral("CREATE TABLE public.archive (LIKE public.documents)"),
        QStringLiteral(
            "CREATE TABLE public.events (id bigint NOT NULL, order_id bigint NOT NULL, kind integer)"),
        QStringLiteral("INSERT INTO public.events SELECT g, 1 + (random() * (%1 - 1))::bigint, g % 7"
                       " FROM generate_series(1, %1 * 3 / 2) g"),
        QStringLiteral("CREATE TABLE public.history (LIKE public.events)"),
        QStringLiteral("CREATE INDEX ON public.history (id)"),
        QStringLiteral("CREATE INDEX ON public.history (order_id)"),
        QStringLiteral("CREATE TABLE public.log (id bigint NOT NULL, order_id bigint NOT NULL, kind integer)"
                       " PARTITION BY RANGE (id)"),
        QStringLiteral("CREATE TABLE public.users ") + person,
        QStringLiteral("INSERT INTO public.users") + persons,
        QStringLiteral("CREATE INDEX ON public.users (name)"),
        QStringLiteral("CREATE TABLE public.members ") + person,
        QStringLiteral("INSERT INTO public.members") + persons,
        QStringLiteral("CREATE INDEX ON public.members (n)"),
        QStringLiteral("CREATE INDEX ON public.members (name)"),
        QStringLiteral("CREATE INDEX ON public.members (email)"),
        QStringLiteral("CREATE TABLE public.places ") + person,
        QStringLiteral("INSERT INTO public.places") + persons,
        QStringLiteral("CREATE INDEX ON public.places (n)"),
        QStringLiteral(
            "CREATE MATERIALIZED VIEW public.totals AS SELECT customer_id, count(*) AS orders,"
            " sum(amount) AS amount, max(created_at) AS last FROM public.orders GROUP BY customer_id"),
        QStringLiteral("CREATE UNIQUE INDEX ON public.totals (customer_id)"),
        QStringLiteral("VACUUM (ANALYZE)"),
    };
}

} // namespace lockstep::bench
