#include <model/project/ratesstore.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;
using project::RatesStore;

namespace {

analysis::Rates measuredRates()
{
    analysis::Rates rates;
    rates.origin = analysis::RatesOrigin::Calibration;
    rates.server = QStringLiteral("PostgreSQL 15.18, shop @ db1");
    rates.measuredAt = QDateTime(QDate(2026, 11, 21), QTime(20, 15), Qt::UTC);
    rates.key = { QStringLiteral("7412345678901234567"), 15, QStringLiteral("db1") };
    rates.costs.page = 777;
    return rates;
}

} // namespace

/// What was measured is found again, and only where it was measured.
class TestRatesStore : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatItKeptInAnotherStart();
    void findsNothingOfAnotherServer_data();
    void findsNothingOfAnotherServer();
    void replacesWhatWasKept();
    void forgets();
    void refusesAServerThatDoesNotSayWhichOneItIs();
    void namesADamagedFile();
    void saysWhyItCannotWrite();
    void doesNotBelieveAFileThatWasMoved();
    void keepsNothingWithoutADirectory();
};

void TestRatesStore::findsWhatItKeptInAnotherStart()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("deep/rates"));
    QVERIFY(RatesStore(path).save(measuredRates()).has_value());
    const auto found = RatesStore(path).find(measuredRates().key);
    QVERIFY(found.has_value() && *found);
    QVERIFY(**found == measuredRates());
    QCOMPARE((*found)->measuredAt, measuredRates().measuredAt);
}

void TestRatesStore::findsNothingOfAnotherServer_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<int>("major");
    QTest::addColumn<QString>("host");
    const analysis::ServerKey key = measuredRates().key;
    QTest::newRow("another cluster") << QStringLiteral("7412345678901234568") << key.major << key.host;
    QTest::newRow("after an upgrade") << key.systemIdentifier << 16 << key.host;
    QTest::newRow("a copy on another host") << key.systemIdentifier << key.major << QStringLiteral("copy1");
    QTest::newRow("a server that does not say") << QString() << key.major << key.host;
}

void TestRatesStore::findsNothingOfAnotherServer()
{
    QFETCH(QString, identifier);
    QFETCH(int, major);
    QFETCH(QString, host);
    QTemporaryDir directory;
    const RatesStore store(directory.path());
    QVERIFY(store.save(measuredRates()).has_value());
    const auto found = store.find({ identifier, major, host });
    QVERIFY(found.has_value());
    QVERIFY(!*found);
}

void TestRatesStore::replacesWhatWasKept()
{
    QTemporaryDir directory;
    const RatesStore store(directory.path());
    QVERIFY(store.save(measuredRates()).has_value());
    analysis::Rates newer = measuredRates();
    newer.costs.page = 888;
    QVERIFY(store.save(newer).has_value());
    QCOMPARE((*store.find(newer.key))->costs.page, 888.0);
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), 1);
}

void TestRatesStore::forgets()
{
    QTemporaryDir directory;
    const RatesStore store(directory.path());
    QVERIFY(store.forget(measuredRates().key).has_value());
    QVERIFY(store.save(measuredRates()).has_value());
    QVERIFY(store.forget(measuredRates().key).has_value());
    QVERIFY(!*store.find(measuredRates().key));
}

void TestRatesStore::refusesAServerThatDoesNotSayWhichOneItIs()
{
    QTemporaryDir directory;
    analysis::Rates rates = measuredRates();
    rates.key.systemIdentifier.clear();
    const auto saved = RatesStore(directory.path()).save(rates);
    QVERIFY(!saved.has_value());
    QVERIFY(saved.error().hint.contains(QLatin1String("pg_control_system")));
    QVERIFY(QDir(directory.path()).entryList(QDir::Files).isEmpty());
}

void TestRatesStore::namesADamagedFile()
{
    QTemporaryDir directory;
    const RatesStore store(directory.path());
    QVERIFY(store.save(measuredRates()).has_value());
    const QString name = QDir(directory.path()).entryList(QDir::Files).constFirst();
    QFile file(directory.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\":\"lockstep-rates/1\"");
    file.close();
    const auto found = store.find(measuredRates().key);
    QVERIFY(!found.has_value());
    QVERIFY2(found.error().toText().contains(name), qPrintable(found.error().toText()));
}

void TestRatesStore::saysWhyItCannotWrite()
{
    QTemporaryDir directory;
    QFile inTheWay(directory.filePath(QStringLiteral("rates")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto saved = RatesStore(inTheWay.fileName()).save(measuredRates());
    QVERIFY(!saved.has_value());
    QVERIFY(saved.error().message.contains(QLatin1String("cannot be kept")));
}

void TestRatesStore::doesNotBelieveAFileThatWasMoved()
{
    QTemporaryDir directory;
    const RatesStore store(directory.path());
    QVERIFY(store.save(measuredRates()).has_value());
    analysis::Rates other = measuredRates();
    other.key.host = QStringLiteral("db2");
    const QString first = QDir(directory.path()).entryList(QDir::Files).constFirst();
    QVERIFY(store.save(other).has_value());
    QVERIFY(QFile::remove(directory.filePath(first)));
    const QString second = QDir(directory.path()).entryList(QDir::Files).constFirst();
    QVERIFY(QFile::copy(directory.filePath(second), directory.filePath(first)));
    QVERIFY(!*store.find(measuredRates().key));
    QVERIFY(*store.find(other.key));
}

void TestRatesStore::keepsNothingWithoutADirectory()
{
    const RatesStore store;
    QVERIFY(store.save(measuredRates()).has_value());
    QVERIFY(!*store.find(measuredRates().key));
}

QTEST_GUILESS_MAIN(TestRatesStore)
#include "tst_ratesstore.moc"
