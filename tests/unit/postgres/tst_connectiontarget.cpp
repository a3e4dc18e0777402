#include <model/postgres/session.h>

#include <QTest>

using namespace lockstep;

/// Connection texts: shown, stored and handed to programs without their secrets.
class ConnectionTargetTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isShownWithoutSecrets_data();
    void isShownWithoutSecrets();
    void keepsATextWithoutSecretsAsItIs();
    void givesProgramsThePasswordApart();
    void changesTheDatabase();
};

void ConnectionTargetTest::init()
{
    for (const char *name : { "PGHOST", "PGDATABASE", "PGSERVICE", "PGUSER" })
        qunsetenv(name);
}

void ConnectionTargetTest::isShownWithoutSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("display");

    QTest::newRow("uri") << QStringLiteral("postgresql://app:geheim@db1.example.net/shop")
                         << QStringLiteral("shop @ db1.example.net");
    QTest::newRow("port") << QStringLiteral("postgres://app:geheim@db1:5433/shop")
                          << QStringLiteral("shop @ db1:5433");
    QTest::newRow("pairs") << QStringLiteral("host=db1 dbname='my shop' password=geheim")
                           << QStringLiteral("my shop @ db1");
    QTest::newRow("service") << QStringLiteral("service=shop_prod") << QStringLiteral("service shop_prod");
    QTest::newRow("service and database")
        << QStringLiteral("service=prod dbname=shop") << QStringLiteral("shop @ service prod");
    QTest::newRow("socket") << QStringLiteral("host=/run/postgresql port=5433 dbname=shop")
                            << QStringLiteral("shop @ /run/postgresql");
    QTest::newRow("password in the query")
        << QStringLiteral("postgresql://db1/shop?password=geheim") << QStringLiteral("shop @ db1");
    QTest::newRow("quoted password") << QStringLiteral("host=db1 dbname=shop password='x geheim \\' y'")
                                     << QStringLiteral("shop @ db1");
    QTest::newRow("unreadable uri") << QStringLiteral("postgresql://app:ge%heim@db1/shop")
                                    << QStringLiteral("postgresql://app@db1/shop");
    QTest::newRow("unreadable pairs")
        << QStringLiteral("password='geheim host db1") << QStringLiteral("password=***");
}

void ConnectionTargetTest::isShownWithoutSecrets()
{
    QFETCH(QString, text);
    const postgres::ConnectionTarget target{ text };
    QTEST(target.display(), "display");
    QVERIFY2(!target.withoutSecrets().contains(QStringLiteral("heim")), qPrintable(target.withoutSecrets()));
    QVERIFY(!target.withoutSecrets().isEmpty());
}

void ConnectionTargetTest::keepsATextWithoutSecretsAsItIs()
{
    for (const QString &text : { QStringLiteral("postgresql://app@db1/shop?sslmode=require"),
                                 QStringLiteral("service=shop"), QStringLiteral("host=db1   dbname=shop") })
        QCOMPARE(postgres::ConnectionTarget{ text }.withoutSecrets(), text);
}

void ConnectionTargetTest::givesProgramsThePasswordApart()
{
    const auto process =
        postgres::forProcess({ QStringLiteral("postgresql://app:ge%20heim@db1/shop?sslmode=require") });
    QCOMPARE(process.password, QStringLiteral("ge heim"));
    QVERIFY(!process.conninfo.contains(QStringLiteral("heim")));
    QCOMPARE(postgres::ConnectionTarget{ process.conninfo }.parameter(QStringLiteral("sslmode")),
             QStringLiteral("require"));
    QCOMPARE(postgres::ConnectionTarget{ process.conninfo }.parameter(QStringLiteral("user")),
             QStringLiteral("app"));
}

void ConnectionTargetTest::changesTheDatabase()
{
    const postgres::ConnectionTarget target{ QStringLiteral("postgresql://app:a%27b@db1/shop") };
    const postgres::ConnectionTarget other = target.withDatabase(QStringLiteral("it's \\ other"));
    QCOMPARE(other.parameter(QStringLiteral("dbname")), QStringLiteral("it's \\ other"));
    QCOMPARE(other.parameter(QStringLiteral("password")), QStringLiteral("a'b"));
    QCOMPARE(other.parameter(QStringLiteral("host")), QStringLiteral("db1"));
}

QTEST_GUILESS_MAIN(ConnectionTargetTest)
#include "tst_connectiontarget.moc"
