#include "windowfixture.h"

#include "../support/owncluster.h"

#include <model/postgres/passwords.h>
#include <widgets/common/badge.h>
#include <widgets/compare/comparepage.h>
#include <widgets/connection/connectionform.h>
#include <widgets/connection/connectionspanel.h>
#include <widgets/connection/passwordstrip.h>
#include <widgets/connection/sourcepicker.h>
#include <widgets/home/homepage.h>
#include <widgets/run/runpage.h>

#include <tests/support/patience.h>

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <unistd.h>

using namespace lockstep;
using project::KeptConnection;

namespace {

constexpr int connectPatience = 30000;

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

/// Of this program alone, so that no port has to be looked for.
QString ownAddress()
{
    const int number = int(::getpid());
    return QStringLiteral("127.%1.%2.%3")
        .arg(1 + number % 200)
        .arg(number / 200 % 250)
        .arg(1 + number / 50000 % 250);
}

} // namespace

/// Connections in the whole window, against a server that lets in only whom it should.
class TestWindowConnections : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void explainsWhatFails_data();
    void explainsWhatFails();
    void testsAConnectionThatWorks();
    void asksForAPasswordInTheWindow();
    void marksProductionWhereItIsChosen();
    void marksProductionWhereItIsWrittenTo();
    void runsNothingOnAReadOnlyConnection();
    void cleanupTestCase();

private:
    void fill(const char *field, const QString &text);
    void keepProduction() const;
    [[nodiscard]] QString server(const QString &more) const
    {
        return l1("host=") + m_address + l1(" dbname=shop ") + more;
    }
    [[nodiscard]] QString file(const char *name, const QByteArray &content, bool isPrivate);

    std::unique_ptr<testing::OwnCluster> m_cluster;
    std::unique_ptr<testing::WindowFixture> m_fixture;
    QString m_address = ownAddress();
};

void TestWindowConnections::initTestCase()
{
    for (const char *name : { "PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGPASSWORD", "PGSERVICE" })
        qunsetenv(name);
    m_cluster = testing::OwnCluster::create({ QStringLiteral("listen_addresses = '%1'").arg(m_address),
                                              l1("password_encryption = 'scram-sha-256'") });
    QVERIFY2(m_cluster, "No server could be started.");
    m_cluster->exec(
        l1("CREATE ROLE app LOGIN PASSWORD 'right'; CREATE ROLE rejected LOGIN PASSWORD 'right'"));
    m_cluster->exec(l1("CREATE DATABASE shop OWNER app"));
    const QString hba = m_cluster->one(l1("SHOW hba_file"));
    m_cluster->exec(
        QStringLiteral("COPY (VALUES ('local all all trust'), ('host all rejected 0.0.0.0/0 reject'), "
                       "('host all all 0.0.0.0/0 scram-sha-256')) TO '%1'")
            .arg(hba));
    m_cluster->exec(l1("SELECT pg_reload_conf()"));
    QTest::qWait(200); // The server reads its files when it next looks.
}

void TestWindowConnections::init()
{
    postgres::forgetPassword({ server(l1("user=app")) });
    m_fixture = std::make_unique<testing::WindowFixture>();
    m_fixture->openWindow();
    m_fixture->window()->connections()->setPath(m_fixture->path(l1("connections.json")));
    m_fixture->window()->home()->begin();
}

void TestWindowConnections::cleanupTestCase()
{
    m_fixture.reset();
    m_cluster.reset();
}

QString TestWindowConnections::file(const char *name, const QByteArray &content, bool isPrivate)
{
    const QString path = m_fixture->write(QLatin1String(name), content);
    QFile::setPermissions(path, isPrivate ? QFile::ReadOwner | QFile::WriteOwner
                                          : QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    return path;
}

void TestWindowConnections::fill(const char *field, const QString &text)
{
    auto *form = m_fixture->pages()->home()->connections()->form();
    if (auto *choice = form->findChild<QComboBox *>(QLatin1String(field))) {
        choice->setCurrentIndex(choice->findData(text));
        return;
    }
    auto *edit = form->findChild<QLineEdit *>(QLatin1String(field));
    edit->clear();
    QTest::keyClicks(edit, text);
}

void TestWindowConnections::explainsWhatFails_data()
{
    using Fields = QVector<QPair<QByteArray, QString>>;
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
    const Fields app{ { "host", m_address }, { "database", l1("shop") }, { "user", l1("app") } };
    QTest::newRow("wrong-password") << app + Fields{ { "password", l1("wrong") } }
                                    << l1("password authentication failed") << l1("Check user and password");
    QTest::newRow("no-password") << app << l1("wants a password, and none is known")
                                 << l1("Check user and password");
    QTest::newRow("no-database") << Fields{ { "host", m_address },
                                            { "database", l1("nowhere") },
                                            { "user", l1("app") },
                                            { "password", l1("right") } }
                                 << l1("does not exist") << l1("existing database");
    QTest::newRow("refused-port") << app + Fields{ { "port", l1("1") } } << l1("Connection refused")
                                  << l1("check the port");
    QTest::newRow("unknown-host") << Fields{ { "host", l1("no.such.host.invalid") } }
                                  << l1("could not translate host name") << l1("spelled");
    QTest::newRow("no-tls") << app + Fields{ { "sslMode", l1("require") } } << l1("does not support SSL")
                            << l1("speaks no TLS");
    QTest::newRow("hba") << Fields{ { "host", m_address },
                                    { "database", l1("shop") },
                                    { "user", l1("rejected") },
                                    { "password", l1("right") } }
                         << l1("pg_hba.conf rejects") << l1("pg_hba.conf");
    QTest::newRow("no-service") << Fields{ { "service", l1("nobody_defined_it") } }
                                << l1("definition of service") << l1("pg_service.conf");
    QTest::newRow("open-passfile") << app + Fields{ { "passfile", l1("@open") } }
                                   << l1("no password supplied") << l1("chmod 600");
    QTest::newRow("no-ssh") << app + Fields{ { "ssh", l1("no.such.bastion.invalid") } }
                            << l1("Could not resolve hostname") << l1("~/.ssh/config");
}

void TestWindowConnections::explainsWhatFails()
{
    using Fields = QVector<QPair<QByteArray, QString>>;
    QFETCH(Fields, fields);
    auto *panel = m_fixture->pages()->home()->connections();
    m_fixture->find<QPushButton>("newConnection")->click();
    panel->form()->findChild<QToolButton *>(l1("more"))->click();
    for (const auto &[field, text] : fields)
        fill(field.constData(), text == l1("@open") ? file("pgpass", "*:*:*:*:right\n", false) : text);
    panel->form()->findChild<QPushButton *>(l1("test"))->click();
    auto *outcome = panel->form()->findChild<QLabel *>(l1("testOutcome"));
    QFETCH(QString, message);
    QTRY_VERIFY_WITH_TIMEOUT(outcome->text().contains(message), connectPatience);
    QFETCH(QString, hint);
    QVERIFY2(outcome->text().contains(hint), qPrintable(outcome->text()));
    m_fixture->shoot(l1("connection-") + QLatin1String(QTest::currentDataTag()));
    m_fixture->verifyNoStall();
}

void TestWindowConnections::testsAConnectionThatWorks()
{
    auto *panel = m_fixture->pages()->home()->connections();
    m_fixture->find<QPushButton>("newConnection")->click();
    auto *uri = panel->form()->findChild<QLineEdit *>(l1("uri"));
    QTest::keyClicks(uri, QStringLiteral("postgresql://app:right@%1/shop?read_only=on").arg(m_address));
    QTest::keyClick(uri, Qt::Key_Return);
    fill("name", l1("Shop"));
    panel->form()->findChild<QPushButton *>(l1("test"))->click();
    auto *outcome = panel->form()->findChild<QLabel *>(l1("testOutcome"));
    QTRY_VERIFY_WITH_TIMEOUT(outcome->text().contains(l1("It answers")), connectPatience);
    QVERIFY2(outcome->text().contains(l1("Read-only")), qPrintable(outcome->text()));
    panel->form()->findChild<QPushButton *>(l1("saveConnection"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(panel->list()->model()->rowCount(), 1, testing::longEnoughMs);
    QFile kept(m_fixture->path(l1("connections.json")));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(!kept.readAll().contains("right"));
    m_fixture->shoot(l1("connection-kept"));
    m_fixture->verifyNoStall();
}

void TestWindowConnections::asksForAPasswordInTheWindow()
{
    m_fixture->pages()->show(widgets::StageStrip::Compare);
    auto *picker = m_fixture->pages()->compare()->currentPicker();
    auto *box = picker->findChild<QComboBox *>(l1("source"));
    box->setFocus();
    QTest::keyClicks(box->lineEdit(), server(l1("user=app")));
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    auto *strip = m_fixture->find<widgets::PasswordStrip>("passwordStrip");
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), connectPatience);
    m_fixture->shoot(l1("connection-password"));
    auto *field = strip->findChild<QLineEdit *>(l1("passwordField"));
    QTest::keyClicks(field, l1("wrong"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(
        strip->isVisible()
            && strip->findChild<QLabel *>(l1("passwordQuestion"))->text().contains(l1("not right")),
        connectPatience);
    QTest::keyClicks(field, l1("right"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(picker->stateLine().contains(l1("PostgreSQL")), connectPatience);
    QVERIFY(!strip->isVisible());
    // The Run page reaches the same server without asking again.
    auto *runServer = m_fixture->find<QLabel>("runServer");
    QTRY_VERIFY_WITH_TIMEOUT(runServer->text().contains(l1("shop")), connectPatience);
    auto *status = m_fixture->find<QLabel>("statusConnection");
    QVERIFY2(status->text().contains(l1("app")) && status->text().contains(l1("PostgreSQL")),
             qPrintable(status->text()));
    QVERIFY(!m_fixture->window()->document()->source(project::Side::Current).contains(l1("right")));
    m_fixture->verifyNoStall();
}

/// A connection that is kept, whose password is known.
void TestWindowConnections::keepProduction() const
{
    postgres::rememberPassword({ server(l1("user=app")) }, l1("right"));
    KeptConnection shop = project::connectionFromText(server(l1("user=app")))->connection;
    shop.name = l1("Shop");
    shop.environment = project::Environment::Production;
    m_fixture->window()->connections()->service()->put(shop);
}

void TestWindowConnections::marksProductionWhereItIsChosen()
{
    keepProduction();
    auto *list = m_fixture->pages()->home()->connections()->list();
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, testing::longEnoughMs);
    m_fixture->shoot(l1("home-connection"));
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(m_fixture->pages()->compare()->isVisible());
    auto *picker = m_fixture->pages()->compare()->currentPicker();
    QTRY_VERIFY_WITH_TIMEOUT(picker->stateLine().contains(l1("PostgreSQL")), connectPatience);
    QCOMPARE(picker->environment(), widgets::Environment::Production);
    QVERIFY(m_fixture->find<QWidget>("windowEdge")->isVisible());
    for (const auto stage : { widgets::StageStrip::Compare, widgets::StageStrip::Run })
        QCOMPARE(m_fixture->pages()->strip()->tab(stage)->environment(), widgets::Environment::Production);
    auto *status = m_fixture->find<QLabel>("statusConnection");
    QVERIFY2(status->text().contains(l1("PRODUCTION")), qPrintable(status->text()));
    m_fixture->shoot(l1("connection-production"));
    // Another source is not production because the one before was.
    emit picker->sourceChosen(m_fixture->write(l1("a.sql"), "CREATE TABLE a (id int);\n"));
    QCOMPARE(picker->environment(), widgets::Environment::Unknown);
    QCOMPARE(m_fixture->pages()->strip()->tab(widgets::StageStrip::Compare)->environment(),
             widgets::Environment::Unknown);
    m_fixture->verifyNoStall();
}

void TestWindowConnections::marksProductionWhereItIsWrittenTo()
{
    keepProduction();
    m_fixture->pages()->show(widgets::StageStrip::Run);
    auto *target = m_fixture->find<QLineEdit>("runTarget");
    target->setFocus();
    QTest::keyClicks(target, server(l1("user=app")));
    const auto allAreProduction = [this] {
        const auto badges = m_fixture->pages()->run()->findChildren<widgets::Badge *>();
        return !badges.isEmpty()
               && std::all_of(badges.begin(), badges.end(), [](const widgets::Badge *badge) {
                      return badge->environment() == widgets::Environment::Production;
                  });
    };
    QTRY_VERIFY_WITH_TIMEOUT(allAreProduction(), connectPatience); // Once the server has answered.
    // What is compared meanwhile is for nothing that is known.
    emit m_fixture->pages()->compare()->currentPicker()->sourceChosen(
        m_fixture->write(l1("a.sql"), "CREATE TABLE a (id int);\n"));
    QVERIFY(allAreProduction());
    QCOMPARE(m_fixture->pages()->strip()->tab(widgets::StageStrip::Run)->environment(),
             widgets::Environment::Production);
    m_fixture->verifyNoStall();
}

void TestWindowConnections::runsNothingOnAReadOnlyConnection()
{
    postgres::rememberPassword({ server(l1("user=app")) }, l1("right"));
    m_fixture->pages()->show(widgets::StageStrip::Run);
    auto *target = m_fixture->find<QLineEdit>("runTarget");
    target->setFocus();
    QTest::keyClicks(target, server(l1("user=app read_only=on")));
    auto *said = m_fixture->find<QLabel>("runServer");
    QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(l1("marked read-only")), connectPatience);
    QVERIFY(!m_fixture->find<QPushButton>("runStart")->isEnabled());
    m_fixture->shoot(l1("connection-readonly-run"));
    m_fixture->verifyNoStall();
}

QTEST_MAIN(TestWindowConnections)
#include "tst_windowconnections.moc"
