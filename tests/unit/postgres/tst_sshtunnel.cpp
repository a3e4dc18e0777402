#include <model/postgres/passwords.h>
#include <model/postgres/session.h>
#include <model/postgres/sshtunnel.h>

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <tests/support/postgrestest.h>
#include <tests/support/sshserver.h>
#include <thread>

using namespace lockstep;

namespace {

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// Sessions through a real SSH server on this computer.
class SshTunnelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void callsSshSoThatItAsksNothing();
    void leadsASessionToASocketBehindTheServer();
    void isSharedBySessionsAndOutlivesThem();
    void cancelsThroughIt();
    void leadsProgramsToo();
    void isMadeAnewAfterItBroke();
    void saysWhatSshSays_data();
    void saysWhatSshSays();
    void saysThatThereIsNoSsh();
    void endsWhenItIsToldTo();
    void saysWhyTheFarEndRefuses();

private:
    [[nodiscard]] postgres::ConnectionTarget through(const QString &ssh = l1("bastion")) const;

    std::unique_ptr<testing::SshServer> m_server;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
};

void SshTunnelTest::initTestCase()
{
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    m_database = scratch::ScratchDatabase::create(server, l1("tunnel")).value();
}

void SshTunnelTest::init()
{
    QString why;
    m_server = testing::SshServer::start(&why);
    if (!m_server)
        QSKIP(qPrintable(why));
}

void SshTunnelTest::cleanup()
{
    postgres::closeTunnels();
    m_server.reset();
}

postgres::ConnectionTarget SshTunnelTest::through(const QString &ssh) const
{
    return { m_database->target().text + QStringLiteral(" ssh=") + ssh };
}

void SshTunnelTest::callsSshSoThatItAsksNothing()
{
    const QStringList arguments =
        postgres::tunnelArguments({ l1("me@bastion:2222"), l1("db1"), l1("5433") }, 40001);
    QVERIFY(arguments.contains(l1("BatchMode=yes")));
    QVERIFY(arguments.contains(l1("ExitOnForwardFailure=yes")));
    QCOMPARE(arguments.mid(arguments.indexOf(l1("-p")), 2), (QStringList{ l1("-p"), l1("2222") }));
    QCOMPARE(arguments.mid(arguments.indexOf(l1("-L")), 2),
             (QStringList{ l1("-L"), l1("127.0.0.1:40001:db1:5433") }));
    QCOMPARE(arguments.mid(arguments.size() - 2), (QStringList{ l1("--"), l1("me@bastion") }));
    const QStringList toAddress = postgres::tunnelArguments({ l1("bastion"), l1("fe80::1"), l1("5432") }, 1);
    QVERIFY(toAddress.contains(l1("127.0.0.1:1:[fe80::1]:5432")));
    QVERIFY(!toAddress.contains(l1("-p")));
}

void SshTunnelTest::leadsASessionToASocketBehindTheServer()
{
    const auto session = postgres::Session::open(through());
    QVERIFY2(session.has_value(), qPrintable(session.has_value() ? QString() : session.error().toText()));
    QCOMPARE((*session)->server().database, m_database->name());
    QCOMPARE((*session)->query(l1("SELECT 42"))->text(0, 0), l1("42"));
    QCOMPARE((*session)->server().host, l1("localhost"));
}

void SshTunnelTest::isSharedBySessionsAndOutlivesThem()
{
    {
        const auto one = postgres::Session::open(through()).value();
        const auto two = one->openAnother().value();
        QVERIFY(two->query(l1("SELECT 1")).has_value());
    }
    const auto three = postgres::Session::open(through()).value();
    QVERIFY(three->query(l1("SELECT 1")).has_value());
    QCOMPARE(m_server->calls().size(), 1);
}

void SshTunnelTest::cancelsThroughIt()
{
    const auto session = postgres::Session::open(through()).value();
    std::jthread canceler([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        session->cancel();
    });
    const auto slept = session->execute(l1("SELECT pg_sleep(60)"));
    QVERIFY(!slept.has_value());
    QCOMPARE(slept.error().kind, base::ErrorKind::Canceled);
}

void SshTunnelTest::leadsProgramsToo()
{
    const postgres::ProcessConnection process = postgres::forProcess(through());
    QVERIFY(process.way);
    QProcess psql;
    psql.start(l1("psql"),
               { l1("-X"), l1("-At"), l1("-c"), l1("SELECT current_database()"), process.conninfo });
    QVERIFY(psql.waitForFinished());
    QCOMPARE(QString::fromUtf8(psql.readAllStandardOutput()).trimmed(), m_database->name());
}

void SshTunnelTest::isMadeAnewAfterItBroke()
{
    const auto session = postgres::Session::open(through()).value();
    m_server->stop();
    const auto lost = session->query(l1("SELECT 1"));
    QVERIFY(!lost.has_value());
    QCOMPARE(lost.error().kind, base::ErrorKind::Connection);
    m_server.reset();
    QString why;
    m_server = testing::SshServer::start(&why);
    QVERIFY2(m_server, qPrintable(why));
    const auto again = postgres::Session::open(through());
    QVERIFY2(again.has_value(), qPrintable(again.has_value() ? QString() : again.error().toText()));
}

void SshTunnelTest::saysWhatSshSays_data()
{
    QTest::addColumn<QString>("ssh");
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("hint");
    QTest::newRow("unknown host") << l1("no.such.host.invalid") << QString()
                                  << l1("Could not resolve hostname") << l1("Check the name");
    QTest::newRow("nothing listens") << l1("127.0.0.1:1") << QString() << l1("Connection refused")
                                     << l1("SSH server runs");
    QTest::newRow("key is not known")
        << l1("bastion") << l1("key") << l1("Permission denied") << l1("ssh-add");
    QTest::newRow("host is not known")
        << l1("bastion") << l1("host") << l1("Host key verification failed") << l1("terminal");
}

void SshTunnelTest::saysWhatSshSays()
{
    QFETCH(QString, ssh);
    QFETCH(QString, trouble);
    if (trouble == l1("key"))
        m_server->takeKeyAway();
    else if (trouble == l1("host"))
        m_server->forgetHostKey();
    const auto session = postgres::Session::open(through(ssh));
    QVERIFY(!session.has_value());
    const base::Error error = session.error();
    QCOMPARE(error.kind, base::ErrorKind::Connection);
    QFETCH(QString, words);
    QVERIFY2(error.message.contains(words), qPrintable(error.toText()));
    QVERIFY2(!error.toText().contains(l1("debug1")), qPrintable(error.toText()));
    QFETCH(QString, hint);
    QVERIFY2(error.hint.contains(hint), qPrintable(error.toText()));
}

void SshTunnelTest::saysThatThereIsNoSsh()
{
    qputenv("LOCKSTEP_SSH", "/nowhere/ssh");
    const auto session = postgres::Session::open(through());
    QVERIFY(!session.has_value());
    QCOMPARE(session.error().kind, base::ErrorKind::Environment);
}

void SshTunnelTest::endsWhenItIsToldTo()
{
    // An address that nobody answers from.
    std::stop_source stop;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        stop.request_stop();
    });
    QElapsedTimer clock;
    clock.start();
    const auto session = postgres::Session::open(through(l1("192.0.2.1")), stop.get_token());
    QVERIFY(!session.has_value());
    QVERIFY2(clock.elapsed() < 8000, qPrintable(QString::number(clock.elapsed())));
}

void SshTunnelTest::saysWhyTheFarEndRefuses()
{
    const auto session = postgres::Session::open({ l1("host=127.0.0.1 port=1 dbname=x user=x ssh=bastion") });
    QVERIFY(!session.has_value());
    QVERIFY2(session.error().detail.contains(l1("Connection refused")), qPrintable(session.error().toText()));
}

QTEST_GUILESS_MAIN(SshTunnelTest)
#include "tst_sshtunnel.moc"
