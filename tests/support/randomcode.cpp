#include "randomschema.h"

/// Routines, and the views over tables.
namespace lockstep::testing {

namespace {

QString routine(const QString &key, const QString &arguments, const QString &rest)
{
    return QStringLiteral("CREATE FUNCTION %1(%2) %3").arg(key, arguments, rest);
}

void addScalarFunctions(RandomSide &side)
{
    const QString first = QStringLiteral("s1.f1");
    Dice dice = side.dice(first);
    const QString s1 = QStringLiteral("s1");
    if (side.add(first,
                 routine(first, {},
                         QStringLiteral("RETURNS integer LANGUAGE sql %1 AS 'SELECT %2'")
                             .arg(dice.oneOf({ QStringLiteral("VOLATILE"), QStringLiteral("STABLE") }))
                             .arg(dice.roll(5))),
                 { s1 }))
        side.decorate(first, QStringLiteral("FUNCTION s1.f1()"), QStringLiteral("EXECUTE"));

    // Its signature changes under those who call it.
    const QString second = QStringLiteral("s1.f2");
    dice = side.dice(second);
    const QString signature = dice.oneOf({ QStringLiteral("bigint"), QStringLiteral("numeric"),
                                           QStringLiteral("bigint, b integer DEFAULT 1") });
    if (side.add(second,
                 routine(second, QStringLiteral("a ") + signature,
                         QStringLiteral("RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT %1::bigint'")
                             .arg(dice.roll(4))),
                 { s1 }))
        side.add(QStringLiteral("s1.f2 comment"),
                 QStringLiteral("COMMENT ON FUNCTION s1.f2 IS 'Second %1'").arg(dice.roll(3)), { second });

    const QString table = QStringLiteral("public.t2");
    dice = side.dice(QStringLiteral("s1.f3"));
    side.add(QStringLiteral("s1.f3"),
             routine(QStringLiteral("s1.f3"), QStringLiteral("r public.t2"),
                     QStringLiteral(
                         "RETURNS SETOF public.t2 LANGUAGE sql STABLE AS 'SELECT * FROM public.t2 LIMIT %1'")
                         .arg(dice.roll(4))),
             { s1, table });
    dice = side.dice(QStringLiteral("s1.f4"));
    side.add(QStringLiteral("s1.f4"),
             routine(QStringLiteral("s1.f4"), {},
                     QStringLiteral("RETURNS trigger LANGUAGE plpgsql AS $$BEGIN /* %1 */ RETURN NEW; END$$")
                         .arg(dice.roll(3))),
             { s1 });
    dice = side.dice(QStringLiteral("public.f5"));
    side.add(QStringLiteral("public.f5"),
             routine(QStringLiteral("public.f5"), QStringLiteral("e s1.e1"),
                     QStringLiteral("RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT e::text || ''%1'''")
                         .arg(dice.roll(3))),
             { QStringLiteral("s1.e1") });
    if (side.major() >= 14)
        side.add(QStringLiteral("public.f6"),
                 routine(QStringLiteral("public.f6"), {},
                         QStringLiteral(
                             "RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM s1.t1; END")),
                 { QStringLiteral("s1.t1") });
}

void addOtherRoutines(RandomSide &side)
{
    Dice dice = side.dice(QStringLiteral("s1.pr1"));
    const QString s1 = QStringLiteral("s1");
    if (side.add(
            QStringLiteral("s1.pr1"),
            QStringLiteral("CREATE PROCEDURE s1.pr1(a integer) LANGUAGE plpgsql AS $$BEGIN PERFORM %1; END$$")
                .arg(dice.roll(4)),
            { s1 }))
        side.decorate(QStringLiteral("s1.pr1"), QStringLiteral("PROCEDURE s1.pr1(integer)"),
                      QStringLiteral("EXECUTE"));
    dice = side.dice(QStringLiteral("s1.a1"));
    if (side.add(QStringLiteral("s1.a1"),
                 QStringLiteral(
                     "CREATE AGGREGATE s1.a1(integer) (sfunc = int4pl, stype = integer, initcond = '%1'%2)")
                     .arg(dice.roll(3))
                     .arg(dice.chance(40)
                              ? QStringLiteral(", msfunc = int4pl, minvfunc = int4mi, mstype = integer")
                              : QString()),
                 { s1 }))
        side.decorate(QStringLiteral("s1.a1"), QStringLiteral("AGGREGATE s1.a1(integer)"), {});
}

QString viewQuery(RandomSide &side, Dice &dice, const QString &table, QStringList &needs)
{
    QStringList columns{ QStringLiteral("id") };
    for (const QString &column : randomColumns(side, table)) {
        if (dice.chance(50)) {
            columns.append(column);
            needs.append(table + QLatin1Char('.') + column);
        }
    }
    QString query = QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QStringLiteral(", ")), table);
    if (side.has(QStringLiteral("s1.f2")) && dice.chance(30)) {
        query.replace(QStringLiteral(" FROM "), QStringLiteral(", s1.f2(id) AS called FROM "));
        needs.append(QStringLiteral("s1.f2"));
    }
    if (dice.chance(30))
        query += QStringLiteral(" WHERE id > %1").arg(dice.roll(5));
    return query;
}

void addView(RandomSide &side, const QString &key, const QString &table)
{
    Dice dice = side.dice(key);
    QStringList needs{ table, key.section(QLatin1Char('.'), 0, 0) };
    const QString query = viewQuery(side, dice, table, needs);
    QString options;
    if (dice.chance(25))
        options = QStringLiteral(" WITH (security_barrier=true)");
    else if (side.major() >= 15 && dice.chance(25))
        options = QStringLiteral(" WITH (security_invoker=true)");
    if (side.add(key, QStringLiteral("CREATE VIEW %1%2 AS %3").arg(key, options, query), needs))
        side.decorate(key, QStringLiteral("VIEW ") + key, {});
    side.add(key + QStringLiteral(" view grant"),
             QStringLiteral("GRANT SELECT ON %1 TO lockstep_reader").arg(key), { key });
}

void addMaterializedView(RandomSide &side)
{
    const QString key = QStringLiteral("public.m1");
    Dice dice = side.dice(key);
    QStringList needs{ QStringLiteral("public.t2") };
    const QString query = viewQuery(side, dice, QStringLiteral("public.t2"), needs);
    if (!side.add(key, QStringLiteral("CREATE MATERIALIZED VIEW public.m1 AS %1").arg(query), needs))
        return;
    side.decorate(key, QStringLiteral("MATERIALIZED VIEW public.m1"), {});
    side.add(QStringLiteral("public.m1_idx"), QStringLiteral("CREATE UNIQUE INDEX m1_idx ON public.m1 (id)"),
             { key });
}

} // namespace

void addRandomCode(RandomSide &side)
{
    addScalarFunctions(side);
    addOtherRoutines(side);
    addView(side, QStringLiteral("s1.v1"), QStringLiteral("s1.t1"));
    addView(side, QStringLiteral("public.\"View 2\""), QStringLiteral("public.t2"));
    addView(side, QStringLiteral("s1.v3"), QStringLiteral("s1.v1"));
    addMaterializedView(side);
    addView(side, QStringLiteral("s1.v4"), QStringLiteral("public.m1"));
}

} // namespace lockstep::testing
