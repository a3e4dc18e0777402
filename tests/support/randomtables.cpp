#include "randomschema.h"

/// Tables with their columns and partitions. Constraints, indexes and triggers come later.
namespace lockstep::testing {

namespace {

struct ColumnType
{
    QString sql;
    QString need; ///< Key of a type that must be there.
    QString value; ///< A default that fits.
};

ColumnType randomType(const RandomSide &side, Dice &dice)
{
    static const QVector<ColumnType> types{
        { QStringLiteral("integer"), {}, QStringLiteral("42") },
        { QStringLiteral("bigint"), {}, QStringLiteral("7 + 1") },
        { QStringLiteral("text"), {}, QStringLiteral("'it''s'") },
        { QStringLiteral("character varying(30)"), {}, QStringLiteral("'x'") },
        { QStringLiteral("numeric(10,2)"), {}, QStringLiteral("0.5") },
        { QStringLiteral("timestamp with time zone"), {}, QStringLiteral("now()") },
        { QStringLiteral("jsonb"), {}, QStringLiteral("'{}'") },
        { QStringLiteral("text[]"), {}, QStringLiteral("'{}'") },
        { QStringLiteral("boolean"), {}, QStringLiteral("true") },
        { QStringLiteral("uuid"), {}, {} },
        { QStringLiteral("s1.e1"), QStringLiteral("s1.e1"), QStringLiteral("'new'") },
        { QStringLiteral("s1.e1[]"), QStringLiteral("s1.e1"), {} },
        { QStringLiteral("public.\"E 2\""), QStringLiteral("public.\"E 2\""), QStringLiteral("'new'") },
        { QStringLiteral("s1.d1"), QStringLiteral("s1.d1"), {} },
        { QStringLiteral("\"S 2\".d2"), QStringLiteral("\"S 2\".d2"), {} },
        { QStringLiteral("s1.k1"), QStringLiteral("s1.k1"), {} },
        { QStringLiteral("s1.r1"), QStringLiteral("s1.r1"), {} },
        { QStringLiteral("public.citext"), QStringLiteral("citext"), QStringLiteral("'y'") },
    };
    const ColumnType type = types[dice.roll(int(types.size()))];
    return type.need.isEmpty() || side.has(type.need) ? type : types[2];
}

QStringList allColumns()
{
    return { QStringLiteral("c1"), QStringLiteral("c2"), QStringLiteral("c3"), QStringLiteral("c4"),
             QStringLiteral("\"C 5\"") };
}

void addColumnSettings(RandomSide &side, const QString &table, const QString &column, Dice &dice)
{
    const QString key = table + QLatin1Char('.') + column;
    const QString alter = QStringLiteral("ALTER TABLE %1 ALTER COLUMN %2 ").arg(table, column);
    if (dice.chance(20))
        side.add(key + QStringLiteral(" notnull"), alter + QStringLiteral("SET NOT NULL"), { key });
    if (dice.chance(15))
        side.add(key + QStringLiteral(" statistics"),
                 alter + QStringLiteral("SET STATISTICS %1").arg(100 + dice.roll(3)), { key });
    if (dice.chance(10))
        side.add(key + QStringLiteral(" distinct"), alter + QStringLiteral("SET (n_distinct = -0.5)"),
                 { key });
    if (dice.chance(20))
        side.add(
            key + QStringLiteral(" comment"),
            QStringLiteral("COMMENT ON COLUMN %1.%2 IS 'Column %3'").arg(table, column).arg(dice.roll(4)),
            { key });
    if (dice.chance(15))
        side.add(key + QStringLiteral(" grant"),
                 QStringLiteral("GRANT %1 (%2) ON %3 TO %4")
                     .arg(dice.oneOf({ QStringLiteral("SELECT"), QStringLiteral("UPDATE") }), column, table,
                          dice.oneOf(randomRoles())),
                 { key });
}

void addColumns(RandomSide &side, const QString &table)
{
    for (const QString &column : allColumns()) {
        const QString key = table + QLatin1Char('.') + column;
        Dice dice = side.dice(key);
        const ColumnType type = randomType(side, dice);
        QStringList needs{ table };
        if (!type.need.isEmpty() && side.has(type.need))
            needs.append(type.need);
        const QString add = QStringLiteral("ALTER TABLE %1 ADD COLUMN %2 ").arg(table, column);
        const int shape = dice.roll(100);
        if (shape < 8) {
            side.add(
                key,
                add + QStringLiteral("bigint GENERATED ALWAYS AS (id * %1) STORED").arg(2 + dice.roll(2)),
                needs);
            continue;
        }
        QString definition = type.sql;
        const bool isText = type.sql == QLatin1String("text");
        if (isText && dice.chance(20) && side.has(QStringLiteral("s1.l1"))) {
            definition += QStringLiteral(" COLLATE s1.l1");
            needs.append(QStringLiteral("s1.l1"));
        }
        if (!side.add(key, add + definition, needs))
            continue;
        if (isText && dice.chance(20))
            side.add(key + QStringLiteral(" storage"),
                     QStringLiteral("ALTER TABLE %1 ALTER COLUMN %2 SET STORAGE EXTERNAL").arg(table, column),
                     { key });
        if (!type.value.isEmpty() && dice.chance(45))
            side.add(key + QStringLiteral(" default"),
                     QStringLiteral("ALTER TABLE %1 ALTER COLUMN %2 SET DEFAULT %3")
                         .arg(table, column, type.value),
                     { key });
        addColumnSettings(side, table, column, dice);
    }
}

void addTable(RandomSide &side, const QString &key)
{
    Dice dice = side.dice(key);
    const QString identity =
        dice.oneOf({ QString(), QString(), QStringLiteral(" GENERATED ALWAYS AS IDENTITY"),
                     QStringLiteral(" GENERATED BY DEFAULT AS IDENTITY (START WITH 5)") });
    const QString options =
        dice.chance(20) ? QStringLiteral(" WITH (fillfactor=%1)").arg(70 + dice.roll(20)) : QString();
    const QString schema = key.section(QLatin1Char('.'), 0, 0);
    if (!side.add(key,
                  QStringLiteral("CREATE TABLE %1 (id bigint NOT NULL%2, ref bigint)%3")
                      .arg(key, identity, options),
                  { schema }))
        return;
    side.decorate(key, QStringLiteral("TABLE ") + key, QStringLiteral("SELECT,INSERT,UPDATE,ALL"),
                  key != QLatin1String("public.t2")); // Its sequence has no other owner.
    addColumns(side, key);
}

void addPartitions(RandomSide &side)
{
    const QString root = QStringLiteral("s1.p1");
    if (!side.add(root,
                  QStringLiteral("CREATE TABLE s1.p1 (id bigint NOT NULL, part integer NOT NULL, ref bigint) "
                                 "PARTITION BY RANGE (part)"),
                  { QStringLiteral("s1") }))
        return;
    side.decorate(root, QStringLiteral("TABLE s1.p1"), QStringLiteral("SELECT,INSERT"));
    for (int i = 0; i < 3; ++i) {
        const QString key = QStringLiteral("s1.p1_%1").arg(i);
        Dice dice = side.dice(key);
        side.add(key,
                 QStringLiteral("CREATE TABLE %1 PARTITION OF s1.p1 FOR VALUES FROM (%2) TO (%3)")
                     .arg(key)
                     .arg(i * 100)
                     .arg(i * 100 + 50 + 10 * dice.roll(5)),
                 { root });
        side.decorate(key, QStringLiteral("TABLE ") + key, QStringLiteral("SELECT"));
    }
    side.add(QStringLiteral("s1.p1_rest"),
             QStringLiteral("CREATE TABLE s1.p1_rest PARTITION OF s1.p1 DEFAULT"), { root });
    addColumns(side, root);
}

void addInheritance(RandomSide &side)
{
    const QString parent = QStringLiteral("s1.t1");
    if (side.add(QStringLiteral("s1.child"),
                 QStringLiteral("CREATE TABLE s1.child (extra text) INHERITS (s1.t1)"), { parent }))
        side.decorate(QStringLiteral("s1.child"), QStringLiteral("TABLE s1.child"), QStringLiteral("SELECT"));
    if (side.add(QStringLiteral("public.typed"), QStringLiteral("CREATE TABLE public.typed OF s1.k1"),
                 { QStringLiteral("s1.k1") }))
        side.decorate(QStringLiteral("public.typed"), QStringLiteral("TABLE public.typed"),
                      QStringLiteral("SELECT"));
    Dice dice = side.dice(QStringLiteral("public.u1"));
    side.add(QStringLiteral("public.u1"),
             QStringLiteral("CREATE %1TABLE public.u1 (id integer, c1 text)")
                 .arg(dice.chance(60) ? QStringLiteral("UNLOGGED ") : QString()));
}

} // namespace

void addRandomTables(RandomSide &side)
{
    addTable(side, QStringLiteral("s1.t1"));
    addTable(side, QStringLiteral("public.t2"));
    addTable(side, QStringLiteral("\"S 2\".\"T 3\""));
    addTable(side, QStringLiteral("s1.\"order\""));
    addPartitions(side);
    addInheritance(side);
}

QStringList randomColumns(const RandomSide &side, const QString &table)
{
    QStringList found;
    for (const QString &column : allColumns()) {
        if (side.has(table + QLatin1Char('.') + column))
            found.append(column);
    }
    return found;
}

} // namespace lockstep::testing
