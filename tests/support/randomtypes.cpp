#include "randomschema.h"

/// Schemas, extensions, types and sequences.
namespace lockstep::testing {

namespace {

QString label(int number)
{
    static const QStringList labels{ QStringLiteral("'new'"), QStringLiteral("'it''s'"),
                                     QStringLiteral("'done'"), QStringLiteral("'Ünï'"),
                                     QStringLiteral("'x y'") };
    return labels[number];
}

void addEnum(RandomSide &side, const QString &key)
{
    Dice dice = side.dice(key);
    QStringList labels;
    for (int i = 0; i < 5; ++i) {
        if (i == 0 || dice.chance(60))
            labels.append(label(i));
    }
    if (dice.chance(15))
        labels.append(labels.takeFirst());
    if (side.add(key,
                 QStringLiteral("CREATE TYPE %1 AS ENUM (%2)").arg(key, labels.join(QStringLiteral(", "))),
                 { key.section(QLatin1Char('.'), 0, 0) }))
        side.decorate(key, QStringLiteral("TYPE ") + key, QStringLiteral("USAGE"));
}

void addDomain(RandomSide &side, const QString &key)
{
    Dice dice = side.dice(key);
    const bool isText = dice.chance(50);
    QString sql =
        QStringLiteral("CREATE DOMAIN %1 AS %2")
            .arg(key, isText ? dice.oneOf({ QStringLiteral("text"), QStringLiteral("varchar(20)") })
                             : dice.oneOf({ QStringLiteral("integer"), QStringLiteral("numeric(8,2)") }));
    if (dice.chance(30))
        sql += isText ? QStringLiteral(" DEFAULT 'none'") : QStringLiteral(" DEFAULT 7");
    if (dice.chance(20))
        sql += QStringLiteral(" NOT NULL");
    if (!side.add(key, sql, { key.section(QLatin1Char('.'), 0, 0) }))
        return;
    side.decorate(key, QStringLiteral("DOMAIN ") + key, {});
    // Two domains: with and without a check that depends on the kind of its values.
    side.add(key + (isText ? QStringLiteral(" texts") : QStringLiteral(" numbers")),
             QStringLiteral("ALTER DOMAIN %1 ADD CONSTRAINT sane CHECK (%2)")
                 .arg(key, isText ? QStringLiteral("length(VALUE) < %1").arg(20 + dice.roll(3))
                                  : QStringLiteral("VALUE > %1").arg(dice.roll(3))),
             { key });
}

void addComposite(RandomSide &side, const QString &key)
{
    Dice dice = side.dice(key);
    QStringList fields{ QStringLiteral("a integer") };
    if (dice.chance(50))
        fields.append(QStringLiteral("b ")
                      + dice.oneOf({ QStringLiteral("text"), QStringLiteral("bigint") }));
    if (dice.chance(50))
        fields.append(QStringLiteral("\"Odd Name\" date"));
    if (side.add(key, QStringLiteral("CREATE TYPE %1 AS (%2)").arg(key, fields.join(QStringLiteral(", "))),
                 { key.section(QLatin1Char('.'), 0, 0) }))
        side.decorate(key, QStringLiteral("TYPE ") + key, QStringLiteral("USAGE"));
}

void addRange(RandomSide &side, const QString &key)
{
    Dice dice = side.dice(key);
    const QString subtype = dice.oneOf(
        { QStringLiteral("integer"), QStringLiteral("numeric"), QStringLiteral("double precision") });
    QString sql = QStringLiteral("CREATE TYPE %1 AS RANGE (subtype = %2").arg(key, subtype);
    if (subtype == QLatin1String("double precision") && dice.chance(60))
        sql += QStringLiteral(", subtype_diff = float8mi");
    if (side.add(key, sql + QLatin1Char(')'), { key.section(QLatin1Char('.'), 0, 0) }))
        side.decorate(key, QStringLiteral("TYPE ") + key, QStringLiteral("USAGE"));
}

void addSequence(RandomSide &side, const QString &key)
{
    Dice dice = side.dice(key);
    QString sql = QStringLiteral("CREATE SEQUENCE %1 AS %2 INCREMENT BY %3")
                      .arg(key, dice.oneOf({ QStringLiteral("bigint"), QStringLiteral("integer") }))
                      .arg(1 + dice.roll(3));
    if (dice.chance(30))
        sql += QStringLiteral(" CACHE 5 CYCLE");
    if (dice.chance(30))
        sql += QStringLiteral(" MINVALUE 10 START WITH 20");
    if (side.add(key, sql, { key.section(QLatin1Char('.'), 0, 0) }))
        side.decorate(key, QStringLiteral("SEQUENCE ") + key, QStringLiteral("USAGE,SELECT,ALL"), false);
}

} // namespace

void addRandomTypes(RandomSide &side)
{
    side.always(QStringLiteral("public"), QStringLiteral("CREATE SCHEMA IF NOT EXISTS public"));
    side.always(QStringLiteral("s1"), QStringLiteral("CREATE SCHEMA s1"));
    side.decorate(QStringLiteral("s1"), QStringLiteral("SCHEMA s1"), QStringLiteral("USAGE,CREATE"), false);
    side.add(QStringLiteral("\"S 2\""), QStringLiteral("CREATE SCHEMA \"S 2\""));
    side.decorate(QStringLiteral("\"S 2\""), QStringLiteral("SCHEMA \"S 2\""), QStringLiteral("USAGE"),
                  false);
    for (const char *extension : { "citext", "pg_trgm" })
        side.add(QLatin1String(extension),
                 QStringLiteral("CREATE EXTENSION %1 SCHEMA public").arg(QLatin1String(extension)));
    Dice dice = side.dice(QStringLiteral("s1.l1"));
    side.add(QStringLiteral("s1.l1"), QStringLiteral("CREATE COLLATION s1.l1 (locale = '%1')")
                                          .arg(dice.oneOf({ QStringLiteral("C"), QStringLiteral("POSIX") })));
    side.decorate(QStringLiteral("s1.l1"), QStringLiteral("COLLATION s1.l1"), {});
    addEnum(side, QStringLiteral("s1.e1"));
    addEnum(side, QStringLiteral("public.\"E 2\""));
    addDomain(side, QStringLiteral("s1.d1"));
    addDomain(side, QStringLiteral("\"S 2\".d2"));
    addComposite(side, QStringLiteral("s1.k1"));
    addRange(side, QStringLiteral("s1.r1"));
    addSequence(side, QStringLiteral("s1.q1"));
    addSequence(side, QStringLiteral("public.q2"));
}

} // namespace lockstep::testing
