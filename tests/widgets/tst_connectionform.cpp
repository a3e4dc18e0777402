#include <model/items/connectionsmodel.h>
#include <widgets/connection/connectionform.h>
#include <widgets/connection/connectionmenu.h>
#include <widgets/connection/connectionspanel.h>
#include <widgets/connection/passwordstrip.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lockstep;
using namespace lockstep::widgets;
using project::KeptConnection;

namespace {

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

QVector<KeptConnection> someConnections()
{
    KeptConnection shop;
    shop.id = l1("1");
    shop.name = l1("Shop");
    shop.host = l1("db1");
    KeptConnection replica;
    replica.id = l1("2");
    replica.name = l1("Replica");
    replica.host = l1("db2");
    replica.isReadOnly = true;
    KeptConnection service;
    service.id = l1("service:dw");
    service.name = service.service = l1("dw");
    service.isService = true;
    return { shop, replica, service };
}

} // namespace

/// Connections as the user fills them in, keeps them and is asked for their passwords.
class TestConnectionForm : public QObject
{
    Q_OBJECT

private slots:
    void fillsItsFieldsFromAPastedUri();
    void hidesThePasswordOfAPastedUri();
    void saysWhatIsWrongWithAPastedText();
    void showsTheEnvironmentOfThePostgresVariables();
    void writesEveryFieldIntoTheText();
    void isKeptOnlyWithAName();
    void givesBackWhatItWasGiven();
    void listsConnectionsUnderTheModelTester();
    void editsByKeyboardAlone();
    void undoesADeletedConnection();
    void leavesServiceFilesAlone();
    void doesNotOfferReadOnlyOnesToRunOn();
    void asksForAPassword();

private:
    static QLineEdit *field(const QWidget &form, const char *name)
    {
        return form.findChild<QLineEdit *>(QLatin1String(name));
    }
};

void TestConnectionForm::fillsItsFieldsFromAPastedUri()
{
    ConnectionForm form;
    form.show();
    QApplication::clipboard()->setText(
        l1("postgresql://app@db1:5433/shop?sslmode=verify-full&role=owner&application_name=x"));
    field(form, "uri")->setFocus();
    QTest::keyClick(field(form, "uri"), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field(form, "host")->text(), l1("db1"));
    QCOMPARE(field(form, "port")->text(), l1("5433"));
    QCOMPARE(field(form, "role")->text(), l1("owner"));
    QCOMPARE(form.findChild<QComboBox *>(l1("sslMode"))->currentText(), l1("verify-full"));
    QVERIFY(field(form, "role")->isVisible());
    QCOMPARE(form.connectionText(),
             l1("host=db1 port=5433 dbname=shop user=app sslmode=verify-full role=owner "
                "application_name=x"));
}

void TestConnectionForm::hidesThePasswordOfAPastedUri()
{
    ConnectionForm form;
    form.show();
    QTest::keyClicks(field(form, "uri"), l1("postgresql://app:geheim@db1/shop"));
    QTest::keyClick(field(form, "uri"), Qt::Key_Return);
    QCOMPARE(field(form, "password")->text(), l1("geheim"));
    QCOMPARE(field(form, "password")->echoMode(), QLineEdit::Password);
    QVERIFY2(!field(form, "uri")->text().contains(l1("geheim")), qPrintable(field(form, "uri")->text()));
    QTest::keyClicks(field(form, "port"), l1("5433"));
    QTest::keyClick(field(form, "uri"), Qt::Key_Return);
    QVERIFY(form.connectionText().contains(l1("port=5433")));
    QVERIFY(form.connectionText().contains(l1("password=geheim")));
    QVERIFY(!project::connectionText(form.connection()).contains(l1("geheim")));
    // It follows what is changed in the fields since.
    field(form, "port")->setFocus();
    QTest::keyClick(field(form, "port"), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field(form, "port"), l1("6543"));
    QVERIFY2(field(form, "uri")->text().contains(l1("6543")), qPrintable(field(form, "uri")->text()));
    QTest::keyClick(field(form, "uri"), Qt::Key_Return);
    QCOMPARE(field(form, "port")->text(), l1("6543"));
}

void TestConnectionForm::saysWhatIsWrongWithAPastedText()
{
    ConnectionForm form;
    form.show();
    QTest::keyClicks(field(form, "uri"), l1("host=db1 bogus=1"));
    QVERIFY(form.findChild<QLabel *>(l1("testOutcome"))->text().isEmpty());
    QTest::keyClick(field(form, "uri"), Qt::Key_Return);
    QVERIFY(form.findChild<QLabel *>(l1("testOutcome"))->text().contains(l1("cannot be read")));
}

void TestConnectionForm::showsTheEnvironmentOfThePostgresVariables()
{
    qputenv("PGHOST", "from.the.environment");
    const ConnectionForm form;
    qunsetenv("PGHOST");
    QCOMPARE(field(form, "host")->placeholderText(), l1("from.the.environment"));
    QVERIFY(field(form, "host")->text().isEmpty());
}

void TestConnectionForm::writesEveryFieldIntoTheText()
{
    ConnectionForm form;
    form.show();
    form.findChild<QToolButton *>(l1("more"))->click();
    for (const char *name : { "host", "ssh", "role", "passfile", "sslRootCert", "sslCert", "sslKey" })
        QTest::keyClicks(field(form, name), QLatin1String(name));
    form.findChild<QCheckBox *>(l1("readOnly"))->click();
    const auto read = project::connectionFromText(form.connectionText());
    QVERIFY(read.has_value());
    QCOMPARE(read->connection.ssh, l1("ssh"));
    QCOMPARE(read->connection.sslRootCert, l1("sslRootCert"));
    QCOMPARE(read->connection.passfile, l1("passfile"));
    QVERIFY(read->connection.isReadOnly);
}

void TestConnectionForm::isKeptOnlyWithAName()
{
    ConnectionForm form;
    form.show();
    auto *save = form.findChild<QPushButton *>(l1("saveConnection"));
    QTest::keyClicks(field(form, "host"), l1("db1"));
    QVERIFY(!save->isEnabled());
    QVERIFY(!save->toolTip().isEmpty());
    QTest::keyClicks(field(form, "name"), l1("Shop"));
    QVERIFY(save->isEnabled());
    QSignalSpy kept(&form, &ConnectionForm::saveRequested);
    save->click();
    QCOMPARE(kept.first().first().value<KeptConnection>().name, l1("Shop"));
}

void TestConnectionForm::givesBackWhatItWasGiven()
{
    ConnectionForm form;
    KeptConnection given = someConnections().first();
    given.channelBinding = l1("require");
    given.environment = Environment::Staging;
    given.others = { { l1("connect_timeout"), l1("3") } };
    form.setConnection(given);
    QVERIFY(form.connection() == given);
}

void TestConnectionForm::listsConnectionsUnderTheModelTester()
{
    items::ConnectionsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setConnections(someConnections());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowOf(l1("2")), 1);
    QVERIFY(!model.at(3));
    model.setConnections({});
    QCOMPARE(model.rowCount(), 0);
}

void TestConnectionForm::editsByKeyboardAlone()
{
    items::ConnectionsModel model;
    ConnectionsPanel panel;
    panel.setModel(&model);
    model.setConnections(someConnections());
    panel.resize(600, 500);
    panel.show();
    QSignalSpy used(&panel, &ConnectionsPanel::useRequested);
    QTest::keyClick(panel.list(), Qt::Key_Return);
    QCOMPARE(used.count(), 1);
    QTest::keyClick(panel.list(), Qt::Key_Down);
    QTest::keyClick(panel.list(), Qt::Key_F2);
    QVERIFY(panel.form()->isVisible());
    QSignalSpy kept(&panel, &ConnectionsPanel::saveRequested);
    QTest::keyClicks(field(*panel.form(), "name"), l1(" 2"));
    QTest::keyClick(field(*panel.form(), "name"), Qt::Key_Return);
    QCOMPARE(kept.count(), 1);
    const auto changed = kept.first().first().value<KeptConnection>();
    QCOMPARE(changed.name, l1("Replica 2"));
    QCOMPARE(changed.id, l1("2"));
    QVERIFY(!panel.form()->isVisible());
    panel.addNew();
    QTest::keyClick(field(*panel.form(), "host"), Qt::Key_Escape);
    QVERIFY(!panel.form()->isVisible());
}

void TestConnectionForm::undoesADeletedConnection()
{
    items::ConnectionsModel model;
    ConnectionsPanel panel;
    panel.setModel(&model);
    model.setConnections(someConnections());
    panel.show();
    QSignalSpy removed(&panel, &ConnectionsPanel::removeRequested);
    QTest::keyClick(panel.list(), Qt::Key_Delete);
    QCOMPARE(removed.first().first().toString(), l1("1"));
    QSignalSpy kept(&panel, &ConnectionsPanel::saveRequested);
    panel.findChild<QPushButton *>(l1("undoDeleteConnection"))->click();
    QVERIFY(kept.first().first().value<KeptConnection>() == someConnections().first());
}

void TestConnectionForm::leavesServiceFilesAlone()
{
    items::ConnectionsModel model;
    ConnectionsPanel panel;
    panel.setModel(&model);
    model.setConnections(someConnections());
    panel.show();
    panel.list()->setCurrentIndex(model.index(2));
    QVERIFY(!panel.findChild<QPushButton *>(l1("editConnection"))->isEnabled());
    QSignalSpy removed(&panel, &ConnectionsPanel::removeRequested);
    QTest::keyClick(panel.list(), Qt::Key_Delete);
    QVERIFY(removed.isEmpty());
    panel.findChild<QPushButton *>(l1("duplicateConnection"))->click();
    QVERIFY(!panel.form()->connection().isService);
    QVERIFY(panel.form()->connection().id.isEmpty());
}

void TestConnectionForm::doesNotOfferReadOnlyOnesToRunOn()
{
    items::ConnectionsModel model;
    model.setConnections(someConnections());
    QLineEdit edit;
    offerConnections(&edit, &model, ConnectionUse::Write);
    edit.show();
    edit.setFocus();
    QSignalSpy typed(&edit, &QLineEdit::textEdited);
    edit.findChild<QAction *>(l1("offerConnections"))->trigger();
    auto *menu = edit.findChild<QMenu *>(l1("connectionsMenu"));
    QVERIFY(menu);
    QVERIFY(menu->actions().at(0)->isEnabled());
    QVERIFY(!menu->actions().at(1)->isEnabled());
    QVERIFY(menu->actions().at(1)->text().contains(l1("read-only")));
    menu->actions().at(0)->trigger();
    QCOMPARE(edit.text(), l1("host=db1"));
    QCOMPARE(typed.count(), 1);
}

void TestConnectionForm::asksForAPassword()
{
    PasswordStrip strip;
    strip.ask(l1("app on shop @ db1"), true);
    QVERIFY(strip.isVisible());
    QVERIFY(strip.findChild<QLabel *>(l1("passwordQuestion"))->text().contains(l1("not right")));
    QVERIFY(strip.findChild<QCheckBox *>(l1("passwordKeep"))->isHidden());
    QVERIFY(!strip.findChild<QPushButton *>(l1("passwordConnect"))->isEnabled());
    QSignalSpy given(&strip, &PasswordStrip::given);
    QTest::keyClicks(field(strip, "passwordField"), l1("geheim"));
    QTest::keyClick(field(strip, "passwordField"), Qt::Key_Return);
    QCOMPARE(given.first().at(0).toString(), l1("geheim"));
    QVERIFY(!given.first().at(1).toBool());
    QVERIFY(!strip.isVisible());
    QVERIFY(field(strip, "passwordField")->text().isEmpty());
    strip.ask(l1("x"), false);
    QSignalSpy canceled(&strip, &PasswordStrip::canceled);
    QTest::keyClick(field(strip, "passwordField"), Qt::Key_Escape);
    QCOMPARE(canceled.count(), 1);
}

QTEST_MAIN(TestConnectionForm)
#include "tst_connectionform.moc"
