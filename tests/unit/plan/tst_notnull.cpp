#include <tests/support/plainharness.h>

#include <QTest>

using namespace lockstep;

/// NOT NULL as a constraint, which it is from PostgreSQL 18 on: both ways by our own reader.
class NotNullTest : public QObject
{
    Q_OBJECT

private slots:
    void convergesBothWays_data();
    void convergesBothWays();
    void namesFromParentsAreGiven_data();
    void namesFromParentsAreGiven();
};

void NotNullTest::convergesBothWays_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    const auto row = [](const char *name, const char *current, const char *target) {
        QTest::newRow(name) << QString::fromUtf8(current) << QString::fromUtf8(target);
    };
    row("a partition that leaves gets names of its own",
        "CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN "
        "(1)",
        "CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); CREATE TABLE q (a int NOT NULL)");
    row("a child that leaves gets names of its own",
        "CREATE TABLE p (a int NOT NULL); CREATE TABLE q (a int CONSTRAINT given NOT NULL) INHERITS (p)",
        "CREATE TABLE p (a int NOT NULL); CREATE TABLE q (a int NOT NULL)");
    row("a child says NOT NULL for itself", "CREATE SCHEMA s",
        "CREATE SCHEMA s; CREATE TABLE p (a int NOT NULL); CREATE TABLE q (PRIMARY KEY (a)) INHERITS (p)");
    row("a table becomes a partition",
        "CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); CREATE TABLE q (a int NOT NULL)",
        "CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN "
        "(1)");
    row("nobody inherits it any more", "CREATE TABLE p (a int NOT NULL)",
        "CREATE TABLE p (a int NOT NULL NO INHERIT)");
    const char *const family = "CREATE TABLE p (a int %1); CREATE TABLE q () INHERITS (p); "
                               "CREATE TABLE r () INHERITS (q)%2";
    const auto rows = [&](const char *name, const char *before, const char *below, const char *after,
                          const char *belowAfter) {
        const auto text = [&](const char *parent, const char *children) {
            return QString::fromUtf8(family).arg(QString::fromUtf8(parent), QString::fromUtf8(children));
        };
        QTest::addRow("%s", name) << text(before, below) << text(after, belowAfter);
        QTest::addRow("%s, the other way", name) << text(after, belowAfter) << text(before, below);
    };
    rows("grandchildren inherit it", "", "", "NOT NULL", "");
    rows("a child has had it before its parent", "", "; ALTER TABLE q ALTER a SET NOT NULL", "NOT NULL", "");
    rows("a child has it with its parent and without", "", "; ALTER TABLE q ALTER a SET NOT NULL", "NOT NULL",
         "; ALTER TABLE q ALTER a SET NOT NULL");
    rows("a grandchild has had it alone", "", "; ALTER TABLE r ALTER a SET NOT NULL", "NOT NULL", "");
    rows("a parent keeps it to itself", "CONSTRAINT n NOT NULL", "", "CONSTRAINT n NOT NULL NO INHERIT", "");
    rows("a parent keeps it to itself and a child does not lose it", "CONSTRAINT n NOT NULL", "",
         "CONSTRAINT n NOT NULL NO INHERIT", "; ALTER TABLE q ALTER a SET NOT NULL");
    rows("a child says what its parent says", "NOT NULL", "", "NOT NULL",
         "; ALTER TABLE q ADD CONSTRAINT p_a_not_null NOT NULL a");
    rows("a child keeps its own to itself", "", "; ALTER TABLE q ADD CONSTRAINT n NOT NULL a NO INHERIT",
         "NOT NULL", "");
    row("another table has the name",
        "CREATE TABLE p (a int NOT NULL); CREATE TABLE q (LIKE p INCLUDING ALL)",
        "CREATE TABLE q (a int CONSTRAINT p_a_not_null NOT NULL, b int)");
    row("a table that goes has the name", "CREATE TABLE q (a int CONSTRAINT p_a_not_null NOT NULL)",
        "CREATE TABLE p (a int NOT NULL)");
    row("a table is made with NO INHERIT", "CREATE SCHEMA s",
        "CREATE SCHEMA s; CREATE TABLE p (a int CONSTRAINT mine NOT NULL NO INHERIT)");
}

void NotNullTest::convergesBothWays()
{
    QFETCH(const QString, current);
    QFETCH(const QString, target);
    const auto server = testing::server();
    QVERIFY(server);
    if (server->version() < 180000)
        QSKIP("NOT NULL is a constraint from PostgreSQL 18 on.");
    const auto run = testing::runPlain(current, target);
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
}

void NotNullTest::namesFromParentsAreGiven_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("statement");
    const QString parent = QStringLiteral("CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); ");
    const QString partition = parent + QStringLiteral("CREATE TABLE q PARTITION OF p FOR VALUES IN (1)");
    const QString alone = parent + QStringLiteral("CREATE TABLE q (a int NOT NULL)");
    const QString attached = alone + QStringLiteral("; ALTER TABLE p ATTACH PARTITION q FOR VALUES IN (1)");
    QTest::newRow("a partition is made") << parent << partition << "CONSTRAINT p_a_not_null NOT NULL";
    QTest::newRow("a table is attached")
        << alone << partition << "RENAME CONSTRAINT q_a_not_null TO p_a_not_null";
    QTest::newRow("a partition is detached")
        << partition << alone << "RENAME CONSTRAINT p_a_not_null TO q_a_not_null";
    QTest::newRow("a partition leaves and comes back")
        << partition << QString(attached).replace(QStringLiteral("IN (1)"), QStringLiteral("IN (2)"))
        << "RENAME CONSTRAINT p_a_not_null TO q_a_not_null";
    QTest::newRow("the name alone makes no partition leave") << partition << attached << "";
}

void NotNullTest::namesFromParentsAreGiven()
{
    QFETCH(const QString, current);
    QFETCH(const QString, target);
    QFETCH(const QString, statement);
    const auto server = testing::server();
    QVERIFY(server);
    if (server->version() < 180000)
        QSKIP("NOT NULL is a constraint from PostgreSQL 18 on.");
    const auto run = testing::runPlain(current, target);
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    const QString script = run.forward().join(QLatin1Char('\n'));
    if (statement.isEmpty())
        QCOMPARE(script, QString());
    QVERIFY2(script.contains(statement), qPrintable(script));
}

QTEST_GUILESS_MAIN(NotNullTest)
#include "tst_notnull.moc"
