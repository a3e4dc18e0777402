#include "catalogfixture.h"

#include <model/sources/pgdump.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::schema;
using namespace lockstep::testing;

namespace {

/// Names of facts that differ, for the message of a failed comparison.
QString differingFacts(const Catalog &a, const Catalog &b)
{
    QStringList names;
    for (const Catalog *one : { &a, &b }) {
        const Catalog &other = one == &a ? b : a;
        for (const Fact &fact : one->facts()) {
            const Fact *same = other.find(fact.id);
            if (!same || !(same->attributes == fact.attributes))
                names.append(displayName(fact.id));
        }
    }
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

QString differencesAfterReload(const Loaded &loaded)
{
    const auto dump = sources::dumpSchema(loaded.database->target(), server()->toolDirectory(), {});
    if (!dump.has_value())
        return dump.error().toText();
    const Loaded again = loadCatalog(*dump);
    return again.catalog->fingerprint() == loaded.catalog->fingerprint()
               ? QString()
               : differingFacts(*loaded.catalog, *again.catalog);
}

} // namespace

/// A dump that is loaded again must give the same catalog.
class CatalogDumpsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_loaded = {}; }
    void dumpLoadedAgainHasTheSameFingerprint();
    void dumpsOfTheCorpusLoadToTheSameFingerprint();

private:
    Loaded m_loaded;
};

void CatalogDumpsTest::initTestCase()
{
    QString why;
    QVERIFY2(server(&why), qPrintable(why));
    m_loaded = loadCatalog(forServer(everything));
}

void CatalogDumpsTest::dumpLoadedAgainHasTheSameFingerprint()
{
    QCOMPARE(differencesAfterReload(m_loaded), QString());
}

void CatalogDumpsTest::dumpsOfTheCorpusLoadToTheSameFingerprint()
{
    const QString root = corporaDirectory();
    if (root.isEmpty())
        QSKIP("No corpora: set LOCKSTEP_CORPORA.");
    QStringList failures;
    for (const QString &suite :
         qEnvironmentVariable("LOCKSTEP_SUITE", QStringLiteral("migra")).split(QLatin1Char(','))) {
        const QDir cases(root + QStringLiteral("/diff/") + suite);
        for (const QString &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(cases.filePath(name + QStringLiteral("/new.sql")));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString differing = differencesAfterReload(loadCatalog(QString::fromUtf8(file.readAll())));
            if (!differing.isEmpty())
                failures.append(name + QStringLiteral(": ") + differing);
        }
    }
    QCOMPARE(failures.join(QLatin1Char('\n')), QString());
}

QTEST_GUILESS_MAIN(CatalogDumpsTest)
#include "tst_catalogdumps.moc"
