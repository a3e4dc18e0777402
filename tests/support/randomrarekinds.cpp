#include "randomschema.h"

/// Kinds that few databases have. Security labels are missing: no module that ships with PostgreSQL
/// gives any.
namespace lockstep::testing {

namespace {

const QString rareSchema = QStringLiteral("s1");

/// One piece: a shell, its functions and the type. Internal functions of integer do the work.
void addBaseType(RandomSide &side)
{
    const QString key = QStringLiteral("s1.b1");
    Dice dice = side.dice(key);
    const QString sql =
        QStringLiteral("CREATE TYPE s1.b1;\n"
                       "CREATE FUNCTION s1.b1in(cstring) RETURNS s1.b1 LANGUAGE internal IMMUTABLE STRICT AS "
                       "'int4in';\n"
                       "CREATE FUNCTION s1.b1out(s1.b1) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT "
                       "AS 'int4out';\n"
                       "CREATE TYPE s1.b1 (INPUT = s1.b1in, OUTPUT = s1.b1out, INTERNALLENGTH = 4, "
                       "PASSEDBYVALUE, ALIGNMENT = int4%1)")
            .arg(dice.oneOf({ QString(), QStringLiteral(", CATEGORY = 'N'"),
                              QStringLiteral(", DEFAULT = '7'"), QStringLiteral(", DELIMITER = ';'") }));
    if (!side.add(key, sql, { rareSchema }))
        return;
    side.decorate(key, QStringLiteral("TYPE s1.b1"), QStringLiteral("USAGE"));
    side.add(QStringLiteral("public.t2.cb"), QStringLiteral("ALTER TABLE public.t2 ADD COLUMN cb s1.b1"),
             { key, QStringLiteral("public.t2") });
}

void addTextSearchParts(RandomSide &side)
{
    Dice dice = side.dice(QStringLiteral("parser"));
    if (side.add(QStringLiteral("parser"),
                 QStringLiteral("CREATE TEXT SEARCH PARSER s1.tokens (START = prsd_start, GETTOKEN = "
                                "prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype%1)")
                     .arg(dice.chance(50) ? QStringLiteral(", HEADLINE = prsd_headline") : QString()),
                 { rareSchema })) {
        side.decorate(QStringLiteral("parser"), QStringLiteral("TEXT SEARCH PARSER s1.tokens"), {}, false);
        side.add(QStringLiteral("parsed configuration"),
                 QStringLiteral("CREATE TEXT SEARCH CONFIGURATION s1.parsed (PARSER = s1.tokens)"),
                 { QStringLiteral("parser") });
    }
    dice = side.dice(QStringLiteral("template"));
    if (!side.add(QStringLiteral("template"),
                  QStringLiteral("CREATE TEXT SEARCH TEMPLATE s1.shape (%1LEXIZE = dsimple_lexize)")
                      .arg(dice.chance(70) ? QStringLiteral("INIT = dsimple_init, ") : QString()),
                  { rareSchema }))
        return;
    side.decorate(QStringLiteral("template"), QStringLiteral("TEXT SEARCH TEMPLATE s1.shape"), {}, false);
    side.add(QStringLiteral("shaped dictionary"),
             QStringLiteral("CREATE TEXT SEARCH DICTIONARY s1.shaped (TEMPLATE = s1.shape)"),
             { QStringLiteral("template") });
}

void addTransform(RandomSide &side)
{
    Dice dice = side.dice(QStringLiteral("transform"));
    const QString from = QStringLiteral("FROM SQL WITH FUNCTION prsd_lextype(internal)");
    const QString to = QStringLiteral("TO SQL WITH FUNCTION int4recv(internal)");
    if (side.add(QStringLiteral("transform"),
                 QStringLiteral("CREATE TRANSFORM FOR integer LANGUAGE plpgsql (%1)")
                     .arg(dice.oneOf({ from, to, from + QStringLiteral(", ") + to }))))
        side.decorate(QStringLiteral("transform"), QStringLiteral("TRANSFORM FOR integer LANGUAGE plpgsql"),
                      {}, false);
}

void addSubscription(RandomSide &side)
{
    Dice dice = side.dice(QStringLiteral("subscription"));
    if (side.add(QStringLiteral("subscription"),
                 QStringLiteral("CREATE SUBSCRIPTION \"Sub 1\" CONNECTION 'host=nowhere dbname=d%1' "
                                "PUBLICATION p%2 WITH (connect = false, slot_name = NONE%3)")
                     .arg(dice.roll(2))
                     .arg(dice.roll(2))
                     .arg(dice.chance(50) ? QStringLiteral(", synchronous_commit = local") : QString())))
        side.decorate(QStringLiteral("subscription"), QStringLiteral("SUBSCRIPTION \"Sub 1\""), {});
}

} // namespace

void addRandomRareKinds(RandomSide &side)
{
    addBaseType(side);
    addTextSearchParts(side);
    addTransform(side);
    addSubscription(side);
}

} // namespace lockstep::testing
