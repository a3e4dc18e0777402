#include <widgets/connection/connectionform.h>
#include <widgets/connection/sourcepicker.h>

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUrl>

#include <memory>

using namespace lockstep;
using namespace lockstep::widgets;

namespace {

project::KeptConnection connectionTo(const char *name, const char *host)
{
    project::KeptConnection connection;
    connection.name = QLatin1String(name);
    connection.host = QLatin1String(host);
    return connection;
}

std::unique_ptr<SourcePicker> shownPicker()
{
    auto picker = std::make_unique<SourcePicker>(QStringLiteral("Current"), QString());
    picker->show();
    return picker;
}

} // namespace

class TestSourcePicker : public QObject
{
    Q_OBJECT

private slots:
    void takesAFileThatIsDroppedOnIt();
    void refusesWhatIsNoFile();
    void saysOneChoiceOnce();
    void writesTheFormAsConninfo();
    void offersConnectionsByName();
    void opensItsFormWithWhatItNames();
    void showsTheLineOfAnError();
    void explainsAFailedTest();
};

void TestSourcePicker::takesAFileThatIsDroppedOnIt()
{
    const auto picker = shownPicker();
    QSignalSpy chosen(picker.get(), &SourcePicker::sourceChosen);
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(QStringLiteral("/tmp/shop.sql")) });
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(picker.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(picker.get(), &drop);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("/tmp/shop.sql"));
    QCOMPARE(picker->text(), QStringLiteral("/tmp/shop.sql"));
}

void TestSourcePicker::refusesWhatIsNoFile()
{
    SourcePicker picker(QStringLiteral("Current"), QString());
    QMimeData data;
    data.setText(QStringLiteral("SELECT 1"));
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&picker, &enter);
    QVERIFY(!enter.isAccepted());
}

void TestSourcePicker::saysOneChoiceOnce()
{
    const auto picker = shownPicker();
    QSignalSpy chosen(picker.get(), &SourcePicker::sourceChosen);
    auto *box = picker->findChild<QComboBox *>(QStringLiteral("source"));
    QTest::keyClicks(box->lineEdit(), QStringLiteral("a.sql"));
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("a.sql"));
}

void TestSourcePicker::writesTheFormAsConninfo()
{
    const auto picker = shownPicker();
    picker->findChild<QToolButton *>(QStringLiteral("server"))->click();
    QVERIFY(picker->form()->isVisible());
    const auto type = [&](const char *field, const QString &text) {
        QTest::keyClicks(picker->form()->findChild<QLineEdit *>(QLatin1String(field)), text);
    };
    type("host", QStringLiteral("db1"));
    type("database", QStringLiteral("my shop"));
    type("password", QStringLiteral("it's"));
    QSignalSpy chosen(picker.get(), &SourcePicker::sourceChosen);
    picker->form()->findChild<QPushButton *>(QStringLiteral("use"))->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(),
             QStringLiteral("host=db1 dbname='my shop' password='it\\'s'"));
    QVERIFY(!picker->form()->isVisible());
    QVERIFY(!picker->text().contains(QStringLiteral("it's")));
}

void TestSourcePicker::offersConnectionsByName()
{
    const auto picker = shownPicker();
    project::KeptConnection shop = connectionTo("Shop", "db1");
    shop.environment = Environment::Production;
    picker->setRecent({ QStringLiteral("a.sql") });
    picker->setConnections({ shop });
    QSignalSpy chosen(picker.get(), &SourcePicker::sourceChosen);
    auto *box = picker->findChild<QComboBox *>(QStringLiteral("source"));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("host=db1"));
    QCOMPARE(picker->text(), QStringLiteral("host=db1"));
    QVERIFY(box->itemText(0).contains(QStringLiteral("PRODUCTION")));
}

void TestSourcePicker::opensItsFormWithWhatItNames()
{
    const auto picker = shownPicker();
    project::KeptConnection shop = connectionTo("Shop", "db1");
    shop.role = QStringLiteral("owner");
    project::KeptConnection other = connectionTo("Other", "db2");
    other.role = shop.role;
    picker->setConnections({ other, shop });
    picker->setText(QStringLiteral("host=db1"));
    QSignalSpy environment(picker.get(), &SourcePicker::environmentChanged);
    auto *server = picker->findChild<QToolButton *>(QStringLiteral("server"));
    auto *known = picker->findChild<QComboBox *>(QStringLiteral("knownConnection"));
    QVERIFY(!known->isVisible());
    QTest::mouseClick(server, Qt::LeftButton);
    QVERIFY(known->isVisible());
    QCOMPARE(known->currentIndex(), 2);
    QCOMPARE(picker->form()->connection(), shop);
    // Another of those that are known.
    known->setFocus();
    QTest::keyClick(known, Qt::Key_Up);
    QCOMPARE(picker->form()->connection(), other);
    // One that was not kept.
    QTest::mouseClick(server, Qt::LeftButton);
    picker->setText(QStringLiteral("postgresql://app@db9:5433/shop"));
    QTest::mouseClick(server, Qt::LeftButton);
    QCOMPARE(known->currentIndex(), 0);
    QCOMPARE(picker->form()->connection().host, QStringLiteral("db9"));
    QCOMPARE(picker->form()->connection().port, QStringLiteral("5433"));
    // What is typed there is not lost by closing it.
    QTest::keyClicks(picker->form()->findChild<QLineEdit *>(QStringLiteral("role")), QStringLiteral("dba"));
    QTest::mouseClick(server, Qt::LeftButton);
    QTest::mouseClick(server, Qt::LeftButton);
    QCOMPARE(picker->form()->connection().role, QStringLiteral("dba"));
    QCOMPARE(environment.count(), 0);
}

void TestSourcePicker::showsTheLineOfAnError()
{
    SourcePicker picker(QStringLiteral("Target"), QString());
    base::Error error = base::inputError(QStringLiteral("syntax error at or near \"TABEL\""));
    error.position = base::TextPosition{ QStringLiteral("b.sql"), 3, 8 };
    picker.showError(error);
    QVERIFY2(picker.stateLine().contains(QStringLiteral("Line 3")), qPrintable(picker.stateLine()));
    picker.showReady(QStringLiteral("PostgreSQL 15.18"));
    QCOMPARE(picker.stateLine(), QStringLiteral("PostgreSQL 15.18"));
}

void TestSourcePicker::explainsAFailedTest()
{
    ConnectionForm form;
    QTest::keyClicks(form.findChild<QLineEdit *>(QStringLiteral("host")), QStringLiteral("nowhere"));
    QSignalSpy asked(&form, &ConnectionForm::testRequested);
    form.findChild<QPushButton *>(QStringLiteral("test"))->click();
    QCOMPARE(asked.count(), 1);
    base::Error error;
    error.message = QStringLiteral("The host nowhere is not known.");
    error.hint = QStringLiteral("Check its spelling.");
    form.showTestError(error);
    const QString outcome = form.findChild<QLabel *>(QStringLiteral("testOutcome"))->text();
    QVERIFY(outcome.contains(error.message) && outcome.contains(error.hint));
}

QTEST_MAIN(TestSourcePicker)
#include "tst_sourcepicker.moc"
