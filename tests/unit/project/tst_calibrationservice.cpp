#include "../../support/postgrestest.h"

#include <model/project/calibrationservice.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;
using project::CalibrationService;

namespace {

constexpr int patience = 120000;
constexpr double someRows = 0.02;

const QString schemasLeft =
    QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'lockstep%'");

} // namespace

/// Measuring in the background on a real server: kept, canceled, failed.
class TestCalibrationService : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsWhatItMeasuredOnADatabase();
    void keepsNothingOfAScratchServer();
    void leavesNothingWhenCanceled();
    void leavesNothingWhenItEndsFirst();
    void saysWhyAServerCannotBeReached();
    void saysWhyNothingWasKept();

private:
    QString schemas() const { return m_session->query(schemasLeft)->text(0, 0); }
    project::CalibrateDatabase place() const { return { m_database->target() }; }

    scratch::ScratchServerPtr m_server;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
};

void TestCalibrationService::initTestCase()
{
    QString why;
    m_server = testing::server(&why);
    QVERIFY2(m_server, qPrintable(why));
    auto database = scratch::ScratchDatabase::create(m_server, QStringLiteral("measured"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
    m_session = m_database->open().value();
}

void TestCalibrationService::keepsWhatItMeasuredOnADatabase()
{
    QTemporaryDir directory;
    CalibrationService service;
    service.setStore(project::RatesStore(directory.path()));
    service.setOptions({ someRows });
    QSignalSpy progress(&service, &CalibrationService::progress);
    QSignalSpy ready(&service, &CalibrationService::ready);
    service.start(place());
    service.start(place()); // One at a time.
    QVERIFY(service.isWorking());
    QVERIFY(ready.wait(patience));
    QVERIFY(!service.isWorking());
    QVERIFY(progress.size() > 10);
    const auto rates = ready.at(0).at(0).value<analysis::RatesPtr>();
    QCOMPARE(ready.at(0).at(1).toString(), QString());
    QCOMPARE(rates->key, proof::serverKey(m_session->server()));
    const auto kept = project::RatesStore(directory.path()).find(rates->key);
    QVERIFY(kept.has_value() && *kept && **kept == *rates);
    QCOMPARE(schemas(), QStringLiteral("0"));
    QTest::qWait(100);
    QCOMPARE(ready.size(), 1);
}

void TestCalibrationService::keepsNothingOfAScratchServer()
{
    QTemporaryDir directory;
    CalibrationService service;
    service.setStore(project::RatesStore(directory.path()));
    service.setOptions({ someRows });
    QSignalSpy ready(&service, &CalibrationService::ready);
    service.start(project::CalibrateScratch{ { m_server->maintenance().text, 0 } });
    QVERIFY(ready.wait(patience));
    const auto rates = ready.at(0).at(0).value<analysis::RatesPtr>();
    QVERIFY(rates->words().contains(QLatin1String("a scratch server")));
    QVERIFY(!rates->key.isKnown());
    QVERIFY(QDir(directory.path()).entryList(QDir::Files).isEmpty());
}

void TestCalibrationService::leavesNothingWhenCanceled()
{
    CalibrationService service;
    QSignalSpy progress(&service, &CalibrationService::progress);
    QSignalSpy canceled(&service, &CalibrationService::canceled);
    QSignalSpy ready(&service, &CalibrationService::ready);
    service.start(place());
    QTRY_VERIFY_WITH_TIMEOUT(progress.size() > 4, patience);
    QCOMPARE(schemas(), QStringLiteral("1"));
    service.cancel();
    QVERIFY(canceled.wait(patience));
    QCOMPARE(schemas(), QStringLiteral("0"));
    QVERIFY(ready.isEmpty());
}

void TestCalibrationService::leavesNothingWhenItEndsFirst()
{
    {
        CalibrationService service;
        QSignalSpy progress(&service, &CalibrationService::progress);
        service.start(place());
        QTRY_VERIFY_WITH_TIMEOUT(progress.size() > 4, patience);
    }
    QCOMPARE(schemas(), QStringLiteral("0"));
}

void TestCalibrationService::saysWhyAServerCannotBeReached()
{
    CalibrationService service;
    QSignalSpy failed(&service, &CalibrationService::failed);
    postgres::ConnectionTarget target;
    target.text = QStringLiteral("postgresql://nobody:secret@127.0.0.1:1/shop");
    service.start(project::CalibrateDatabase{ target });
    QVERIFY(failed.wait(patience));
    const auto error = failed.at(0).at(0).value<base::Error>();
    QCOMPARE(error.kind, base::ErrorKind::Connection);
    QVERIFY(!error.toText().contains(QLatin1String("secret")));
    QVERIFY(!service.isWorking());
}

void TestCalibrationService::saysWhyNothingWasKept()
{
    QTemporaryDir directory;
    QFile inTheWay(directory.filePath(QStringLiteral("rates")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    CalibrationService service;
    service.setStore(project::RatesStore(inTheWay.fileName()));
    service.setOptions({ someRows });
    QSignalSpy ready(&service, &CalibrationService::ready);
    service.start(place());
    QVERIFY(ready.wait(patience));
    QVERIFY(ready.at(0).at(1).toString().contains(QLatin1String("cannot be kept")));
}

QTEST_GUILESS_MAIN(TestCalibrationService)
#include "tst_calibrationservice.moc"
