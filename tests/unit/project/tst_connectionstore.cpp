#include <model/project/connectionsservice.h>
#include <model/project/connectionstore.h>

#include <tests/support/patience.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;
using project::ConnectionStore;
using project::KeptConnection;

namespace {

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

KeptConnection shop()
{
    KeptConnection shop;
    shop.name = l1("Shop");
    shop.environment = project::Environment::Production;
    shop.host = l1("db1.example.net");
    shop.database = l1("my shop");
    shop.user = l1("app");
    shop.sslMode = l1("verify-full");
    shop.sslRootCert = l1("system");
    shop.ssh = l1("me@bastion:2222");
    shop.role = l1("migrator");
    shop.isReadOnly = true;
    shop.others = { { l1("connect_timeout"), l1("3") } };
    return shop;
}

} // namespace

/// Connections that the user keeps, as text and on disk.
class ConnectionStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatWasPut();
    void changesInPlaceAndRemoves();
    void keepsNoPassword();
    void leavesADamagedFileAlone();
    void saysWhyNothingCanBeKept();
    void readsTextsOfEveryForm_data();
    void readsTextsOfEveryForm();
    void comesBackFromItsText();
    void knowsTheSamePlace();
    void offersSectionsOfTheServiceFile();
    void worksInTheBackground();

private:
    [[nodiscard]] QString path(const char *name) const { return m_directory.filePath(l1(name)); }
    QTemporaryDir m_directory;
};

void ConnectionStoreTest::givesBackWhatWasPut()
{
    const ConnectionStore store(path("new/deep/connections.json"));
    QVERIFY(store.read()->isEmpty());
    const auto kept = store.put(shop());
    QVERIFY2(kept.has_value(), qPrintable(kept.has_value() ? QString() : kept.error().toText()));
    const auto read = store.read();
    QCOMPARE(read->size(), 1);
    KeptConnection expected = shop();
    expected.id = read->first().id;
    QVERIFY(!expected.id.isEmpty());
    QVERIFY(read->first() == expected);
}

void ConnectionStoreTest::changesInPlaceAndRemoves()
{
    const ConnectionStore store(path("changes.json"));
    QVERIFY(store.put(shop()).has_value());
    KeptConnection other;
    other.name = l1("Other");
    other.host = l1("db2");
    QVERIFY(store.put(other).has_value());
    KeptConnection changed = store.read()->first();
    changed.name = l1("Shop again");
    const auto kept = store.put(changed);
    QCOMPARE(kept->size(), 2);
    QCOMPARE(kept->first().name, l1("Shop again"));
    QCOMPARE(store.remove(changed.id)->size(), 1);
    QCOMPARE(store.remove(changed.id)->first().name, l1("Other"));
}

void ConnectionStoreTest::keepsNoPassword()
{
    const ConnectionStore store(path("secret.json"));
    const auto read = project::connectionFromText(l1("postgresql://app:geheim@db1/shop?sslpassword=geheim"));
    QCOMPARE(read->password, l1("geheim"));
    QVERIFY(store.put(read->connection).has_value());
    QFile file(path("secret.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("geheim"));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void ConnectionStoreTest::leavesADamagedFileAlone()
{
    QFile file(path("damaged.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ half");
    file.close();
    const ConnectionStore store(file.fileName());
    QCOMPARE(store.read().error().kind, base::ErrorKind::Input);
    QVERIFY(!store.put(shop()).has_value());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{ half"));
}

void ConnectionStoreTest::saysWhyNothingCanBeKept()
{
    QFile file(path("in the way"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto kept = ConnectionStore(path("in the way/connections.json")).put(shop());
    QVERIFY(!kept.has_value());
    QCOMPARE(kept.error().kind, base::ErrorKind::Environment);
}

void ConnectionStoreTest::readsTextsOfEveryForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again");
    QTest::newRow("uri") << l1("postgresql://app@db1:5433/shop?sslmode=require&role=own%20er")
                         << l1("host=db1 port=5433 dbname=shop user=app sslmode=require role='own er'");
    QTest::newRow("pairs") << l1("dbname='it\\'s' host=/run/pg") << l1("host=/run/pg dbname='it\\'s'");
    QTest::newRow("service") << l1("service=shop read_only=on") << l1("service=shop read_only=on");
    QTest::newRow("what we have no field for")
        << l1("host=h1,h2 dbname=shop target_session_attrs=read-write")
        << l1("host='h1,h2' dbname=shop target_session_attrs=read-write");
}

void ConnectionStoreTest::readsTextsOfEveryForm()
{
    QFETCH(QString, text);
    const auto read = project::connectionFromText(text);
    QVERIFY2(read.has_value(), qPrintable(read.has_value() ? QString() : read.error().toText()));
    QTEST(project::connectionText(read->connection), "again");
}

void ConnectionStoreTest::comesBackFromItsText()
{
    const auto read = project::connectionFromText(project::connectionText(shop(), l1("ge heim")));
    QCOMPARE(read->password, l1("ge heim"));
    KeptConnection expected = shop();
    expected.name.clear();
    expected.environment = project::Environment::Unknown;
    QVERIFY(read->connection == expected);
    QVERIFY(!project::connectionFromText(l1("host=x bogus")).has_value());
}

void ConnectionStoreTest::knowsTheSamePlace()
{
    KeptConnection plain;
    plain.host = l1("db1");
    plain.database = l1("shop");
    QVERIFY(project::isSamePlace(plain, l1("postgresql://db1/shop?sslmode=require")));
    QVERIFY(!project::isSamePlace(plain, l1("postgresql://db1/other")));
    QVERIFY(!project::isSamePlace(plain, l1("schema.sql")));
    QVERIFY(!project::isSamePlace(plain, l1("host=db1 dbname=shop ssh=bastion")));
}

void ConnectionStoreTest::offersSectionsOfTheServiceFile()
{
    QFile file(path("services.conf"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[warehouse]\nhost=dw\n");
    file.close();
    qputenv("PGSERVICEFILE", file.fileName().toUtf8());
    const auto services = project::serviceConnections();
    qunsetenv("PGSERVICEFILE");
    QVERIFY(!services.isEmpty());
    QVERIFY(services.first().isService);
    QCOMPARE(project::connectionText(services.first()), l1("service=warehouse"));
}

void ConnectionStoreTest::worksInTheBackground()
{
    project::ConnectionsService service;
    QSignalSpy changed(&service, &project::ConnectionsService::changed);
    QSignalSpy failed(&service, &project::ConnectionsService::failed);
    service.setPath(path("service.json"));
    service.put(shop());
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 2, testing::longEnoughMs);
    const KeptConnection *found =
        service.find(l1("host=db1.example.net dbname='my shop' user=app ssh=me@bastion:2222"));
    QVERIFY(found);
    QCOMPARE(found->environment, project::Environment::Production);
    service.remove(QString(found->id));
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 3, testing::longEnoughMs);
    QVERIFY(!service.find(l1("host=db1.example.net")));
    service.setPath(path("damaged.json"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, testing::longEnoughMs);
}

QTEST_GUILESS_MAIN(ConnectionStoreTest)
#include "tst_connectionstore.moc"
