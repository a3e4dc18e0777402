#include "randomschema.h"

/// What hangs on tables: keys, checks, indexes, triggers, rules, policies, statistics.
namespace lockstep::testing {

namespace {

/// "s1.t1" -> "t1", without quotes and blanks: for names of parts.
QString stem(const QString &table)
{
    QString name = table.section(QLatin1Char('.'), 1);
    name.remove(QLatin1Char('"'));
    return name.replace(QLatin1Char(' '), QLatin1Char('_'));
}

QString alter(const QString &table)
{
    return QStringLiteral("ALTER TABLE %1 ").arg(table);
}

void addKeys(RandomSide &side, const QString &table)
{
    const QString pk = table + QStringLiteral(" pk");
    Dice dice = side.dice(pk);
    const bool isPartitioned = table == QLatin1String("s1.p1");
    const QString columns = isPartitioned ? QStringLiteral("id, part") : QStringLiteral("id");
    side.add(pk,
             alter(table)
                 + QStringLiteral("ADD CONSTRAINT %1_pkey PRIMARY KEY (%2)%3")
                       .arg(stem(table).toLower(), columns,
                            dice.chance(20) ? QStringLiteral(" WITH (fillfactor=80)") : QString()),
             { table });
    if (isPartitioned)
        return;
    const QStringList present = randomColumns(side, table);
    const QString unique = table + QStringLiteral(" unique");
    dice = side.dice(unique);
    if (!present.isEmpty()) {
        const QString column = dice.oneOf(present);
        QString nulls;
        if (side.major() >= 15 && dice.chance(40))
            nulls = QStringLiteral("NULLS NOT DISTINCT ");
        side.add(unique,
                 alter(table)
                     + QStringLiteral("ADD CONSTRAINT %1_uq UNIQUE %2(id, ref)%3")
                           .arg(stem(table).toLower(), nulls,
                                dice.chance(20) ? QStringLiteral(" INCLUDE (%1)").arg(column) : QString()),
                 { table, table + QLatin1Char('.') + column });
    }
    if (side.add(table + QStringLiteral(" exclude"),
                 alter(table)
                     + QStringLiteral("ADD CONSTRAINT %1_apart EXCLUDE USING btree (ref WITH =)")
                           .arg(stem(table).toLower()),
                 { table }))
        side.decorate(table + QStringLiteral(" exclude"),
                      QStringLiteral("CONSTRAINT %1_apart ON %2").arg(stem(table).toLower(), table), {},
                      false);
}

void addForeignKey(RandomSide &side, const QString &table, const QString &other)
{
    const QString key = table + QStringLiteral(" fk");
    Dice dice = side.dice(key);
    QString sql = alter(table)
                  + QStringLiteral("ADD CONSTRAINT \"%1 fk\" FOREIGN KEY (ref) REFERENCES %2 (id)")
                        .arg(stem(table), other);
    sql += dice.oneOf(
        { QString(), QStringLiteral(" ON DELETE CASCADE"), QStringLiteral(" ON UPDATE SET NULL") });
    sql += dice.oneOf({ QString(), QString(), QStringLiteral(" DEFERRABLE INITIALLY DEFERRED") });
    if (dice.chance(20) && table != QLatin1String("s1.p1"))
        sql += QStringLiteral(" NOT VALID");
    side.add(key, sql, { table, other, other + QStringLiteral(" pk") });
}

void addChecks(RandomSide &side, const QString &table)
{
    const QString key = table + QStringLiteral(" check");
    Dice dice = side.dice(key);
    QStringList needs{ table };
    QString expression = QStringLiteral("id > %1").arg(dice.roll(3));
    if (side.has(QStringLiteral("s1.f2")) && dice.chance(40)) {
        expression = QStringLiteral("s1.f2(id) >= 0");
        needs.append(QStringLiteral("s1.f2"));
    }
    const QString notValid = dice.chance(25) ? QStringLiteral(" NOT VALID") : QString();
    side.add(key, alter(table) + QStringLiteral("ADD CONSTRAINT sane CHECK (%1)%2").arg(expression, notValid),
             needs);
    const QString first = table + QStringLiteral(".c1");
    side.add(first + QStringLiteral(" calls"),
             alter(table) + QStringLiteral("ALTER COLUMN ref SET DEFAULT s1.f1()"),
             { table, QStringLiteral("s1.f1") });
    if (side.has(QStringLiteral("s1.f2")))
        side.add(table + QStringLiteral(".made"),
                 alter(table)
                     + QStringLiteral("ADD COLUMN made bigint GENERATED ALWAYS AS (s1.f2(id)) STORED"),
                 { table, QStringLiteral("s1.f2") });
}

void addIndexes(RandomSide &side, const QString &table)
{
    const QStringList present = randomColumns(side, table);
    QSet<QString> shapes;
    for (int i = 0; i < 3; ++i) {
        const QString key = QStringLiteral("%1 idx%2").arg(table).arg(i);
        Dice dice = side.dice(key);
        QStringList needs{ table };
        QString column = QStringLiteral("ref");
        if (!present.isEmpty() && dice.chance(60)) {
            column = dice.oneOf(present);
            needs.append(table + QLatin1Char('.') + column);
        }
        QString what = column;
        if (dice.chance(20) && side.has(QStringLiteral("s1.f2"))) {
            what = QStringLiteral("s1.f2(id)");
            needs = QStringList{ table, QStringLiteral("s1.f2") };
        } else if (dice.chance(30)) {
            what += QStringLiteral(" DESC NULLS LAST");
        }
        const QString tail =
            dice.oneOf({ QString(), QStringLiteral(" WHERE id > 3"), QStringLiteral(" WITH (fillfactor=80)"),
                         QStringLiteral(" INCLUDE (ref)") });
        // json, points and such have no order to index by: only hash of their text.
        if (what.startsWith(QLatin1Char('c')) || what.startsWith(QLatin1Char('"')))
            what = QStringLiteral("(%1 IS NULL)").arg(column);
        // ATTACH PARTITION does not tell indexes apart that differ in their order or options only.
        const QString shape = QString(what).remove(QLatin1String(" DESC NULLS LAST"))
                              + (tail.startsWith(QLatin1String(" WITH")) ? QString() : tail);
        if (shapes.contains(shape))
            what = QStringLiteral("(id + %1)").arg(i);
        shapes.insert(shape);
        const QString name = QStringLiteral("\"%1 i%2\"").arg(stem(table)).arg(i);
        if (side.add(key, QStringLiteral("CREATE INDEX %1 ON %2 (%3)%4").arg(name, table, what, tail), needs))
            side.decorate(key, QStringLiteral("INDEX %1.%2").arg(table.section(QLatin1Char('.'), 0, 0), name),
                          {}, false);
    }
}

void addTriggers(RandomSide &side, const QString &table)
{
    const QString key = table + QStringLiteral(" trigger");
    Dice dice = side.dice(key);
    QStringList needs{ table, QStringLiteral("s1.f4") };
    QString events = QStringLiteral("INSERT OR UPDATE");
    const QStringList present = randomColumns(side, table);
    if (!present.isEmpty() && dice.chance(40)) {
        const QString column = dice.oneOf(present);
        events = QStringLiteral("UPDATE OF ") + column;
        needs.append(table + QLatin1Char('.') + column);
    }
    const QString when = dice.oneOf({ QString(), QStringLiteral(" WHEN (NEW.id > 2)") });
    if (side.add(
            key,
            QStringLiteral("CREATE TRIGGER \"Watch it\" %1 %2 ON %3 FOR EACH ROW%4 EXECUTE FUNCTION s1.f4()")
                .arg(dice.oneOf({ QStringLiteral("BEFORE"), QStringLiteral("AFTER") }), events, table, when),
            needs)) {
        side.decorate(key, QStringLiteral("TRIGGER \"Watch it\" ON ") + table, {}, false);
        side.add(key + QStringLiteral(" state"),
                 alter(table)
                     + dice.oneOf({ QStringLiteral("DISABLE"), QStringLiteral("ENABLE ALWAYS"),
                                    QStringLiteral("ENABLE REPLICA") })
                     + QStringLiteral(" TRIGGER \"Watch it\""),
                 { key });
    }
    side.add(table + QStringLiteral(" late trigger"),
             QStringLiteral(
                 "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON %1 DEFERRABLE INITIALLY DEFERRED FOR EACH "
                 "ROW EXECUTE FUNCTION s1.f4()")
                 .arg(table),
             { table, QStringLiteral("s1.f4") });
}

void addRulesAndPolicies(RandomSide &side, const QString &table)
{
    side.add(table + QStringLiteral(" rls"), alter(table) + QStringLiteral("ENABLE ROW LEVEL SECURITY"),
             { table });
    side.add(table + QStringLiteral(" force"), alter(table) + QStringLiteral("FORCE ROW LEVEL SECURITY"),
             { table });
    const QString key = table + QStringLiteral(" policy");
    Dice dice = side.dice(key);
    QString sql =
        QStringLiteral("CREATE POLICY \"own rows\" ON %1 AS %2 FOR %3 TO %4 USING (id %5 1)")
            .arg(table, dice.oneOf({ QStringLiteral("PERMISSIVE"), QStringLiteral("RESTRICTIVE") }),
                 dice.oneOf({ QStringLiteral("ALL"), QStringLiteral("SELECT"), QStringLiteral("UPDATE") }),
                 dice.oneOf(randomRoles() << QStringLiteral("PUBLIC")),
                 dice.oneOf({ QStringLiteral(">"), QStringLiteral("<") }));
    if (side.add(key, sql, { table }))
        side.decorate(key, QStringLiteral("POLICY \"own rows\" ON ") + table, {}, false);
    const QString rule = table + QStringLiteral(" rule");
    dice = side.dice(rule);
    if (table != QLatin1String("s1.p1")
        && side.add(rule,
                    QStringLiteral("CREATE RULE quiet AS ON DELETE TO %1 WHERE OLD.id = %2 DO %3 NOTHING")
                        .arg(table)
                        .arg(dice.roll(4))
                        .arg(dice.oneOf({ QStringLiteral("INSTEAD"), QStringLiteral("ALSO") })),
                    { table }))
        side.decorate(rule, QStringLiteral("RULE quiet ON ") + table, {}, false);
}

void addStatistics(RandomSide &side, const QString &table)
{
    const QString key = table + QStringLiteral(" stats");
    Dice dice = side.dice(key);
    const QString name = QStringLiteral("public.%1_st").arg(stem(table).toLower());
    if (side.add(key,
                 QStringLiteral("CREATE STATISTICS %1 (%2) ON id, ref FROM %3")
                     .arg(name,
                          dice.oneOf({ QStringLiteral("ndistinct"), QStringLiteral("dependencies, mcv") }),
                          table),
                 { table })) {
        side.decorate(key, QStringLiteral("STATISTICS ") + name, {});
        if (side.major() >= 13)
            side.add(key + QStringLiteral(" target"),
                     QStringLiteral("ALTER STATISTICS %1 SET STATISTICS %2").arg(name).arg(10 + dice.roll(2)),
                     { key });
    }
}

/// Only the primary key lets it group by it and name other columns.
void addGroupingView(RandomSide &side)
{
    side.add(QStringLiteral("s1.grouped"),
             QStringLiteral("CREATE VIEW s1.grouped AS SELECT id, ref, count(*) AS n FROM s1.t1 GROUP BY id"),
             { QStringLiteral("s1.t1"), QStringLiteral("s1.t1 pk") });
    side.add(QStringLiteral("s1.t1 identity"), QStringLiteral("ALTER TABLE s1.t1 REPLICA IDENTITY FULL"),
             { QStringLiteral("s1.t1") });
    side.add(QStringLiteral("public.t2 cluster"), QStringLiteral("ALTER TABLE public.t2 CLUSTER ON t2_pkey"),
             { QStringLiteral("public.t2 pk") });
    side.add(QStringLiteral("q2 owner"), QStringLiteral("ALTER SEQUENCE public.q2 OWNED BY public.t2.ref"),
             { QStringLiteral("public.q2"), QStringLiteral("public.t2") });
    side.add(QStringLiteral("q1 default"),
             QStringLiteral("ALTER TABLE s1.child ALTER COLUMN extra SET DEFAULT nextval('s1.q1')"),
             { QStringLiteral("s1.q1"), QStringLiteral("s1.child") });
}

} // namespace

void addRandomTableParts(RandomSide &side)
{
    const QStringList tables{ QStringLiteral("s1.t1"), QStringLiteral("public.t2"),
                              QStringLiteral("\"S 2\".\"T 3\""), QStringLiteral("s1.\"order\""),
                              QStringLiteral("s1.p1") };
    for (const QString &table : tables)
        addKeys(side, table);
    for (int i = 0; i < tables.size(); ++i)
        addForeignKey(side, tables[i], tables[(i + 1) % 4]);
    for (const QString &table : tables) {
        addChecks(side, table);
        addIndexes(side, table);
        addTriggers(side, table);
        addRulesAndPolicies(side, table);
        addStatistics(side, table);
    }
    addGroupingView(side);
}

} // namespace lockstep::testing
