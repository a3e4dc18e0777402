#include <model/postgres/ownkeywords.h>
#include <model/postgres/passfile.h>
#include <model/postgres/passwords.h>
#include <model/postgres/servicefile.h>
#include <model/postgres/session.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;

namespace {

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// What connection texts say beside libpq's keywords, and that it is in force on a real server.
class OwnKeywordsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void areTakenOutOfTheText_data();
    void areTakenOutOfTheText();
    void keepSecretsApartAsBefore();
    void takeTheRole();
    void tellWhyARoleIsNotTaken_data();
    void tellWhyARoleIsNotTaken();
    void letNothingBeWritten_data();
    void letNothingBeWritten();
    void goOnToPrograms();
    void refuseAValueThatMeansNothing();
    void readServicesAsLibpqDoes();
    void findThePasswordOfADirectConnection();
    void rememberPasswordsByServerAndUser();

private:
    [[nodiscard]] postgres::ConnectionTarget with(const QString &more) const;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    QTemporaryDir m_directory;
};

void OwnKeywordsTest::initTestCase()
{
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    m_database = scratch::ScratchDatabase::create(server, l1("keywords")).value();
    const auto session = m_database->open().value();
    QVERIFY(session
                ->executeScript(l1("CREATE TABLE t (id int); CREATE ROLE \"Own er\"; CREATE ROLE other; "
                                   "CREATE ROLE keyword_login LOGIN; GRANT \"Own er\" TO keyword_login"))
                .has_value());
}

postgres::ConnectionTarget OwnKeywordsTest::with(const QString &more) const
{
    return { m_database->target().text + QLatin1Char(' ') + more };
}

void OwnKeywordsTest::areTakenOutOfTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("libpq");
    QTest::addColumn<QString>("own");
    QTest::newRow("pairs") << l1("host=db1 role=owner dbname=shop") << l1("host=db1 dbname=shop")
                           << l1("role=owner");
    QTest::newRow("quoted") << l1("role = 'it\\'s' host='a b'") << l1("host='a b'") << l1("role=it's");
    QTest::newRow("uri") << l1("postgresql://u@h/db?role=own%20er&sslmode=require&read_only=on")
                         << l1("postgresql://u@h/db?sslmode=require") << l1("role=own er,read_only=on");
    QTest::newRow("uri, nothing left")
        << l1("postgresql://h/db?ssh=bastion:2222") << l1("postgresql://h/db") << l1("ssh=bastion:2222");
    QTest::newRow("none") << l1("host=db1   dbname=shop") << l1("host=db1   dbname=shop") << QString();
    QTest::newRow("no pairs") << l1("role owner") << l1("role owner") << QString();
    QTest::newRow("inside a value") << l1("options='-c role=x'") << l1("options='-c role=x'") << QString();
}

void OwnKeywordsTest::areTakenOutOfTheText()
{
    QFETCH(QString, text);
    const postgres::SplitConnection split = postgres::splitConnection(text);
    QTEST(split.libpq, "libpq");
    QStringList own;
    for (const auto &[key, value] : split.own)
        own << key + QLatin1Char('=') + value;
    QTEST(own.join(QLatin1Char(',')), "own");
}

void OwnKeywordsTest::keepSecretsApartAsBefore()
{
    const postgres::ConnectionTarget target{ l1("host=db1 dbname=shop password=geheim role=owner ssh=b") };
    QVERIFY(!target.withoutSecrets().contains(l1("geheim")));
    QVERIFY(target.withoutSecrets().contains(l1("role='owner'")));
    QCOMPARE(target.display(), l1("shop @ db1"));
    QCOMPARE(target.parameter(l1("ssh")), l1("b"));
    QCOMPARE(target.withDatabase(l1("x")).parameter(l1("role")), l1("owner"));
}

void OwnKeywordsTest::takeTheRole()
{
    const auto session = postgres::Session::open(with(l1("user=keyword_login role='Own er'")));
    QVERIFY2(session.has_value(), qPrintable(session.has_value() ? QString() : session.error().toText()));
    QCOMPARE((*session)->server().user, l1("Own er"));
    QCOMPARE((*session)->server().login, l1("keyword_login"));
    QVERIFY((*session)->execute(l1("RESET ROLE")).has_value());
    QVERIFY((*session)->execute(l1("RESET ALL")).has_value());
    QCOMPARE((*session)->query(l1("SELECT current_user"))->text(0, 0), l1("Own er"));
    QCOMPARE((*session)->openAnother().value()->server().user, l1("Own er"));
}

void OwnKeywordsTest::tellWhyARoleIsNotTaken_data()
{
    QTest::addColumn<QString>("role");
    QTest::newRow("not a member") << l1("other");
    QTest::newRow("not there") << l1("nobody_at_all");
}

void OwnKeywordsTest::tellWhyARoleIsNotTaken()
{
    QFETCH(QString, role);
    const auto session = postgres::Session::open(with(l1("user=keyword_login role=") + role));
    QVERIFY(!session.has_value());
    QVERIFY2(session.error().hint.contains(l1("member")), qPrintable(session.error().toText()));
}

void OwnKeywordsTest::letNothingBeWritten_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("at once") << QString() << false;
    QTest::newRow("after RESET ALL") << l1("RESET ALL") << false;
    QTest::newRow("after SET") << l1("SET default_transaction_read_only = off") << true;
    QTest::newRow("in a transaction that says so") << l1("BEGIN READ WRITE") << true;
    QTest::newRow("by set_config") << l1("SELECT set_config('transaction_read_only', 'off', false)") << true;
}

void OwnKeywordsTest::letNothingBeWritten()
{
    QFETCH(QString, before);
    QFETCH(bool, isRefused);
    const auto session = postgres::Session::open(with(l1("read_only=on"))).value();
    QVERIFY(session->server().readOnly);
    if (!before.isEmpty()) {
        const auto done = session->execute(before);
        QCOMPARE(!done.has_value(), isRefused);
        if (isRefused)
            QCOMPARE(done.error().kind, base::ErrorKind::Refused);
    }
    const auto written = session->execute(l1("INSERT INTO t VALUES (1)"));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().sqlstate, l1("25006"));
}

void OwnKeywordsTest::goOnToPrograms()
{
    const auto process = postgres::forProcess(
        with(l1("user=keyword_login role='Own er' read_only=on options='-c work_mem=5MB'")));
    const auto session = postgres::Session::open({ process.conninfo });
    QVERIFY2(session.has_value(), qPrintable(session.has_value() ? QString() : session.error().toText()));
    QCOMPARE((*session)->server().user, l1("Own er"));
    QVERIFY((*session)->server().readOnly);
    QCOMPARE((*session)->query(l1("SHOW work_mem"))->text(0, 0), l1("5MB"));
}

void OwnKeywordsTest::refuseAValueThatMeansNothing()
{
    for (const char *text : { "read_only=onn", "ssh=-oProxyCommand=x", "ssh='a b'" }) {
        const auto session = postgres::Session::open(with(l1(text)));
        QVERIFY2(!session.has_value(), text);
        QCOMPARE(session.error().kind, base::ErrorKind::Connection);
    }
}

void OwnKeywordsTest::readServicesAsLibpqDoes()
{
    QFile user(m_directory.filePath(l1("services.conf")));
    QVERIFY(user.open(QIODevice::WriteOnly));
    user.write("# mine\n[shop]\nhost=db1\nport = 5433\npassword=geheim\n\n[other]\ndbname=x\n");
    user.close();
    QFile system(m_directory.filePath(l1("pg_service.conf")));
    QVERIFY(system.open(QIODevice::WriteOnly));
    system.write("[shop]\nhost=not this\n[everybody]\nhost=db9\n");
    system.close();
    qputenv("PGSERVICEFILE", user.fileName().toUtf8());
    qputenv("PGSYSCONFDIR", m_directory.path().toUtf8());
    const auto services = postgres::services();
    qunsetenv("PGSERVICEFILE");
    qunsetenv("PGSYSCONFDIR");
    QCOMPARE(services.size(), 3);
    QCOMPARE(services[0].name, l1("shop"));
    QCOMPARE(postgres::valueOf(services[0].options, l1("host")), l1("db1"));
    QCOMPARE(postgres::valueOf(services[0].options, l1("port")), l1("5433"));
    QVERIFY(postgres::valueOf(services[0].options, l1("password")).isEmpty());
    QCOMPARE(services[2].name, l1("everybody"));
}

void OwnKeywordsTest::findThePasswordOfADirectConnection()
{
    QFile file(m_directory.filePath(l1("pgpass")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# comment\ndb1:5432:*:app:a\\:b\n*:*:*:*:rest\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    const auto ask = [&](const char *host) {
        return postgres::passwordFromFile({ file.fileName(), l1(host), l1("5432"), l1("shop"), l1("app") });
    };
    QCOMPARE(ask("db1"), l1("a:b"));
    QCOMPARE(ask("db2"), l1("rest"));
    QVERIFY(postgres::ignoredPassfile(file.fileName()).isEmpty());
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    QVERIFY(ask("db1").isEmpty());
    QCOMPARE(postgres::ignoredPassfile(file.fileName()), file.fileName());
}

void OwnKeywordsTest::rememberPasswordsByServerAndUser()
{
    const postgres::ConnectionTarget shop{ l1("host=db1 user=app dbname=shop") };
    postgres::rememberPassword(shop, l1("geheim"));
    QCOMPARE(postgres::knownPassword({ l1("postgresql://app@db1/other") }), l1("geheim"));
    QVERIFY(postgres::knownPassword({ l1("host=db2 user=app") }).isEmpty());
    QVERIFY(postgres::knownPassword({ l1("host=db1 user=root") }).isEmpty());
    QVERIFY(!postgres::passwordKey(shop).contains(l1("geheim")));
    QCOMPARE(postgres::forProcess(shop).password, l1("geheim"));
    postgres::forgetPassword(shop);
    QVERIFY(postgres::knownPassword(shop).isEmpty());
}

QTEST_GUILESS_MAIN(OwnKeywordsTest)
#include "tst_ownkeywords.moc"
