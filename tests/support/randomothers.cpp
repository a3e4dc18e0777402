#include "randomschema.h"

/// Operators, casts, text search, foreign data, replication and what belongs to the whole database.
namespace lockstep::testing {

namespace {

const QString s1 = QStringLiteral("s1");

void addOperators(RandomSide &side)
{
    Dice dice = side.dice(QStringLiteral("s1 operator"));
    if (side.add(QStringLiteral("s1 operator"),
                 QStringLiteral(
                     "CREATE OPERATOR s1.=== (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer%1)")
                     .arg(dice.oneOf({ QString(), QStringLiteral(", RESTRICT = eqsel, JOIN = eqjoinsel"),
                                       QStringLiteral(", COMMUTATOR = OPERATOR(s1.===)") })),
                 { s1 }))
        side.decorate(QStringLiteral("s1 operator"), QStringLiteral("OPERATOR s1.=== (integer, integer)"),
                      {});
    if (side.add(QStringLiteral("s1 family"), QStringLiteral("CREATE OPERATOR FAMILY s1.numbers USING btree"),
                 { s1 }))
        side.decorate(QStringLiteral("s1 family"), QStringLiteral("OPERATOR FAMILY s1.numbers USING btree"),
                      {});
    if (side.add(
            QStringLiteral("s1 class"),
            QStringLiteral("CREATE OPERATOR CLASS s1.down FOR TYPE integer USING btree FAMILY s1.numbers AS "
                           "OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, "
                           "FUNCTION 1 btint4cmp(integer, integer)"),
            { s1, QStringLiteral("s1 family") }))
        side.decorate(QStringLiteral("s1 class"), QStringLiteral("OPERATOR CLASS s1.down USING btree"), {});
    dice = side.dice(QStringLiteral("cast"));
    side.add(QStringLiteral("cast"),
             QStringLiteral("CREATE CAST (s1.e1 AS text) WITH FUNCTION public.f5(s1.e1)%1")
                 .arg(dice.oneOf({ QString(), QStringLiteral(" AS ASSIGNMENT") })),
             { QStringLiteral("public.f5"), QStringLiteral("s1.e1") });
    side.add(QStringLiteral("s1 conversion"),
             QStringLiteral("CREATE CONVERSION s1.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8"),
             { s1 });
    dice = side.dice(QStringLiteral("language"));
    if (side.add(QStringLiteral("language"),
                 QStringLiteral(
                     "CREATE %1LANGUAGE plother HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator")
                     .arg(dice.oneOf({ QString(), QStringLiteral("TRUSTED ") }))))
        side.decorate(QStringLiteral("language"), QStringLiteral("LANGUAGE plother"), {});
    side.add(QStringLiteral("method"),
             QStringLiteral("CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler"));
}

void addTextSearch(RandomSide &side)
{
    Dice dice = side.dice(QStringLiteral("dictionary"));
    if (side.add(QStringLiteral("dictionary"),
                 QStringLiteral(
                     "CREATE TEXT SEARCH DICTIONARY s1.words (TEMPLATE = pg_catalog.simple, accept = %1)")
                     .arg(dice.oneOf({ QStringLiteral("true"), QStringLiteral("false") })),
                 { s1 }))
        side.decorate(QStringLiteral("dictionary"), QStringLiteral("TEXT SEARCH DICTIONARY s1.words"), {});
    if (!side.add(
            QStringLiteral("configuration"),
            QStringLiteral("CREATE TEXT SEARCH CONFIGURATION s1.search (PARSER = pg_catalog.\"default\")"),
            { s1 }))
        return;
    side.decorate(QStringLiteral("configuration"), QStringLiteral("TEXT SEARCH CONFIGURATION s1.search"), {});
    dice = side.dice(QStringLiteral("mapping"));
    side.add(
        QStringLiteral("mapping"),
        QStringLiteral("ALTER TEXT SEARCH CONFIGURATION s1.search ADD MAPPING FOR %1 WITH pg_catalog.simple")
            .arg(dice.oneOf(
                { QStringLiteral("asciiword"), QStringLiteral("asciiword, word"), QStringLiteral("int") })),
        { QStringLiteral("configuration") });
    side.add(QStringLiteral("own mapping"),
             QStringLiteral("ALTER TEXT SEARCH CONFIGURATION s1.search ADD MAPPING FOR email WITH s1.words"),
             { QStringLiteral("configuration"), QStringLiteral("dictionary") });
}

void addForeignData(RandomSide &side)
{
    Dice dice = side.dice(QStringLiteral("wrapper"));
    if (side.add(QStringLiteral("wrapper"),
                 QStringLiteral("CREATE FOREIGN DATA WRAPPER wrap%1")
                     .arg(dice.oneOf({ QString(), QStringLiteral(" OPTIONS (mode 'a', \"Other\" 'b c')"),
                                       QStringLiteral(" OPTIONS (mode 'b')") }))))
        side.decorate(QStringLiteral("wrapper"), QStringLiteral("FOREIGN DATA WRAPPER wrap"),
                      QStringLiteral("USAGE"), false);
    dice = side.dice(QStringLiteral("server"));
    if (side.add(QStringLiteral("server"),
                 QStringLiteral("CREATE SERVER \"Far away\" TYPE 't' VERSION '%1' FOREIGN DATA WRAPPER wrap "
                                "OPTIONS (host 'h%2')")
                     .arg(dice.roll(3))
                     .arg(dice.roll(3)),
                 { QStringLiteral("wrapper") }))
        side.add(QStringLiteral("server comment"), QStringLiteral("COMMENT ON SERVER \"Far away\" IS 'Far'"),
                 { QStringLiteral("server") });
    dice = side.dice(QStringLiteral("user mapping"));
    side.add(QStringLiteral("user mapping"),
             QStringLiteral("CREATE USER MAPPING FOR %1 SERVER \"Far away\" OPTIONS (\"user\" 'u%2')")
                 .arg(dice.oneOf({ QStringLiteral("PUBLIC"), QStringLiteral("lockstep_reader") }))
                 .arg(dice.roll(2)),
             { QStringLiteral("server") });
    dice = side.dice(QStringLiteral("s1.ft1"));
    if (side.add(
            QStringLiteral("s1.ft1"),
            QStringLiteral(
                "CREATE FOREIGN TABLE s1.ft1 (id bigint%1, name text OPTIONS (column 'n%2')) SERVER \"Far "
                "away\" OPTIONS (\"table\" 't%3')")
                .arg(dice.chance(50) ? QStringLiteral(" NOT NULL") : QString())
                .arg(dice.roll(2))
                .arg(dice.roll(2)),
            { QStringLiteral("server"), s1 }))
        side.decorate(QStringLiteral("s1.ft1"), QStringLiteral("FOREIGN TABLE s1.ft1"), {});
}

void addReplication(RandomSide &side)
{
    Dice dice = side.dice(QStringLiteral("publication"));
    if (side.add(QStringLiteral("publication"),
                 QStringLiteral("CREATE PUBLICATION pub WITH (publish = '%1')")
                     .arg(dice.oneOf({ QStringLiteral("insert, update"),
                                       QStringLiteral("insert, update, delete, truncate") })))) {
        for (const char *table : { "s1.t1", "public.t2" })
            side.add(QStringLiteral("publication of ") + QLatin1String(table),
                     QStringLiteral("ALTER PUBLICATION pub ADD TABLE %1").arg(QLatin1String(table)),
                     { QStringLiteral("publication"), QLatin1String(table) });
        if (side.major() >= 15)
            side.add(QStringLiteral("publication with columns"),
                     QStringLiteral("ALTER PUBLICATION pub ADD TABLE s1.\"order\" (id, ref) WHERE (id > %1)")
                         .arg(dice.roll(3)),
                     { QStringLiteral("publication"), QStringLiteral("s1.\"order\"") });
    }
    side.add(
        QStringLiteral("default privileges"),
        QStringLiteral("ALTER DEFAULT PRIVILEGES IN SCHEMA s1 GRANT SELECT ON TABLES TO lockstep_reader"),
        { s1 });
    side.add(QStringLiteral("default execution"),
             QStringLiteral("ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"));
    side.add(QStringLiteral("event function"),
             QStringLiteral(
                 "CREATE FUNCTION public.watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'"));
    dice = side.dice(QStringLiteral("event trigger"));
    if (side.add(QStringLiteral("event trigger"),
                 QStringLiteral("CREATE EVENT TRIGGER watcher ON %1 EXECUTE FUNCTION public.watch()")
                     .arg(dice.oneOf({ QStringLiteral("ddl_command_end"),
                                       QStringLiteral("sql_drop WHEN TAG IN ('DROP TABLE')") })),
                 { QStringLiteral("event function") }))
        side.add(QStringLiteral("event trigger state"), QStringLiteral("ALTER EVENT TRIGGER watcher DISABLE"),
                 { QStringLiteral("event trigger") });
}

} // namespace

void addRandomOthers(RandomSide &side)
{
    addOperators(side);
    addTextSearch(side);
    addForeignData(side);
    addReplication(side);
}

} // namespace lockstep::testing
