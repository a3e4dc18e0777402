#include <model/schema/snapshot.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/pgdump.h>
#include <model/sources/source.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;
using namespace lockstep::sources;

namespace {

constexpr const char *shopSql =
    "CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);\n"
    "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT '\\restrict me' $$;\n";

base::Result<scratch::ScratchServerPtr> scratchServer()
{
    return testing::server();
}

base::Result<LoadedSourcePtr> loadText(const QString &text)
{
    const auto source = parseSource(text);
    if (!source.has_value())
        return source.error();
    return load(*source, scratchServer, {}, {});
}

} // namespace

/// Everything that can be named as current or target.
class SourceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsConnections_data();
    void knowsConnections();
    void knowsFilesByTheirContent_data();
    void knowsFilesByTheirContent();
    void refusesWhatIsNoSource_data();
    void refusesWhatIsNoSource();
    void everyKindOfSourceGivesTheSameCatalog();
    void displayHoldsNoSecrets();
    void loadErrorNamesFileAndLine();
    void textThatIsNotUtf8IsRefused();
    void brokenSnapshotNamesTheFile();
    void unreachableServerIsAConnectionError();
    void missingProgramIsAnEnvironmentError();
    void dumpsOfEqualSchemasAreEqual();
    void stopEndsADump();
    void progressIsReported();

private:
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_directory.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }
    QTemporaryDir m_directory;
    std::unique_ptr<scratch::ScratchDatabase> m_live;
};

void SourceTest::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("live"));
    QVERIFY(database.has_value());
    m_live = std::move(*database);
    const auto session = m_live->open();
    QVERIFY((*session)->executeScript(QString::fromUtf8(shopSql)).has_value());
    write(QStringLiteral("shop.sql"), shopSql);
}

void SourceTest::knowsConnections_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : { "postgresql://u@h/db", "postgres://h/db", "host=h dbname=db", "service=shop" })
        QTest::newRow(text) << QString::fromLatin1(text);
}

void SourceTest::knowsConnections()
{
    QFETCH(const QString, text);
    const auto source = parseSource(text);
    QVERIFY(source.has_value());
    QCOMPARE(std::get<LiveSource>(*source).target.text, text);
}

void SourceTest::knowsFilesByTheirContent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind");
    QTest::newRow("sql") << "a.txt" << QByteArray("CREATE TABLE t ();") << 1;
    QTest::newRow("empty") << "empty.sql" << QByteArray() << 1;
    QTest::newRow("custom archive") << "b.sql" << QByteArray("PGDMP\1\16\0", 8) << 2;
    QTest::newRow("tar archive") << "c.tar" << QByteArray("toc.dat\0\0\0", 10) << 2;
    QTest::newRow("snapshot") << "d.sql" << QByteArray("{\"format\":\"lockstep-snapshot/1\"}") << 3;
    QTest::newRow("name with equals sign") << "a=b.sql" << QByteArray("SELECT 1;") << 1;
}

void SourceTest::knowsFilesByTheirContent()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const int, kind);
    const auto source = parseSource(write(name, content));
    QVERIFY2(source.has_value(), source.has_value() ? "" : qPrintable(source.error().toText()));
    QCOMPARE(int(source->index()), kind);
    QCOMPARE(displayName(*source), name);
}

void SourceTest::refusesWhatIsNoSource_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QString() << QStringLiteral("No schema is named");
    QTest::newRow("no such file") << m_directory.filePath(QStringLiteral("missing.sql"))
                                  << QStringLiteral("There is no file");
    QTest::newRow("directory") << m_directory.path() << QStringLiteral("toc.dat");
    QTest::newRow("plan") << write(QStringLiteral("p.json"), "{\"format\":\"lockstep-plan/1\"}")
                          << QStringLiteral("is a plan");
    QTest::newRow("other JSON") << write(QStringLiteral("q.json"), "{}") << QStringLiteral("not a snapshot");
    QTest::newRow("UTF-16") << write(QStringLiteral("u.sql"), QByteArray("\xff\xfe-\0-\0\n\0", 8))
                            << QStringLiteral("UTF-16");
    QTest::newRow("binary") << write(QStringLiteral("r.sql"), QByteArray("\x7f"
                                                                         "ELF\0\1",
                                                                         6))
                            << QStringLiteral("neither");
}

void SourceTest::refusesWhatIsNoSource()
{
    QFETCH(const QString, text);
    QFETCH(const QString, says);
    const auto source = parseSource(text);
    QVERIFY(!source.has_value());
    QCOMPARE(source.error().kind, base::ErrorKind::Input);
    QVERIFY2(source.error().message.contains(says), qPrintable(source.error().message));
    QVERIFY(!source.error().hint.isEmpty());
}

void SourceTest::everyKindOfSourceGivesTheSameCatalog()
{
    const QString dumpProgram = testing::server()->toolDirectory() + QStringLiteral("/pg_dump");
    const QString conninfo = postgres::forProcess(m_live->target()).conninfo;
    const QString custom = m_directory.filePath(QStringLiteral("shop.dump"));
    const QString directory = m_directory.filePath(QStringLiteral("shop.dir"));
    QCOMPARE(
        QProcess::execute(dumpProgram, { QStringLiteral("-Fc"), QStringLiteral("-f"), custom, conninfo }), 0);
    QCOMPARE(
        QProcess::execute(dumpProgram, { QStringLiteral("-Fd"), QStringLiteral("-f"), directory, conninfo }),
        0);
    const auto live = loadText(m_live->target().text);
    QVERIFY2(live.has_value(), live.has_value() ? "" : qPrintable(live.error().toText()));
    QVERIFY((*live)->isLive && (*live)->statistics);
    QVERIFY((*live)->keywords.size() > 400 && (*live)->keywords.contains(QStringLiteral("concurrently")));
    const QString snapshot =
        write(QStringLiteral("shop.json"),
              schema::toJson({ (*live)->catalog, (*live)->statistics, (*live)->script, (*live)->display }));
    for (const QString &path :
         { m_directory.filePath(QStringLiteral("shop.sql")), custom, directory, snapshot }) {
        const auto loaded = loadText(path);
        QVERIFY2(loaded.has_value(), loaded.has_value() ? "" : qPrintable(loaded.error().toText()));
        QVERIFY2((*loaded)->catalog->fingerprint() == (*live)->catalog->fingerprint(), qPrintable(path));
        QVERIFY(!(*loaded)->isLive && !(*loaded)->script.isEmpty());
        QCOMPARE((*loaded)->warnings, QStringList());
    }
    QCOMPARE((*live)->warnings, QStringList());
}

void SourceTest::displayHoldsNoSecrets()
{
    const auto source = parseSource(QStringLiteral("postgresql://bob:geheim@db1.example.net/shop"));
    QVERIFY(source.has_value());
    QVERIFY(!displayName(*source).contains(QLatin1String("geheim")));
    QVERIFY(displayName(*source).contains(QLatin1String("shop")));
}

void SourceTest::loadErrorNamesFileAndLine()
{
    const QString path =
        write(QStringLiteral("broken.sql"), "CREATE TABLE a (id int);\n\nCREATE TABEL b (id int);\n");
    const auto loaded = loadText(path);
    QVERIFY(!loaded.has_value());
    QCOMPARE(loaded.error().kind, base::ErrorKind::Input);
    QCOMPARE(loaded.error().position->file, path);
    QCOMPARE(loaded.error().position->line, 3);
    QCOMPARE(loaded.error().sqlstate, QStringLiteral("42601"));
}

void SourceTest::textThatIsNotUtf8IsRefused()
{
    const auto loaded =
        loadText(write(QStringLiteral("latin1.sql"), "-- K\xe4se\nCREATE TABLE t (id int);\n"));
    QVERIFY(!loaded.has_value());
    QVERIFY(loaded.error().message.contains(QLatin1String("not UTF-8")));
}

void SourceTest::brokenSnapshotNamesTheFile()
{
    const QString path = write(QStringLiteral("cut.json"), "{\"format\":\"lockstep-snapshot/1\",\"facts\":[");
    const auto loaded = loadText(path);
    QVERIFY(!loaded.has_value());
    QCOMPARE(loaded.error().position->file, path);
}

void SourceTest::unreachableServerIsAConnectionError()
{
    const auto loaded = loadText(QStringLiteral("host=/nonexistent/lockstep dbname=shop"));
    QVERIFY(!loaded.has_value());
    QCOMPARE(loaded.error().kind, base::ErrorKind::Connection);
}

void SourceTest::missingProgramIsAnEnvironmentError()
{
    const auto dump = dumpSchema(m_live->target(), m_directory.path(), {});
    QVERIFY(!dump.has_value());
    QCOMPARE(dump.error().kind, base::ErrorKind::Environment);
    QVERIFY(!dump.error().hint.isEmpty());
}

void SourceTest::dumpsOfEqualSchemasAreEqual()
{
    const QString tools = testing::server()->toolDirectory();
    const auto first = dumpSchema(m_live->target(), tools, {});
    const auto second = dumpSchema(m_live->target(), tools, {});
    QVERIFY(first.has_value() && second.has_value());
    QCOMPARE(*first, *second);
    QVERIFY(first->contains(QLatin1String("'\\restrict me'")));
    QVERIFY(!first->contains(QLatin1String("\n\\restrict")));
    QVERIFY(!first->contains(QLatin1String("Dumped")));
}

void SourceTest::stopEndsADump()
{
    std::stop_source source;
    source.request_stop();
    const auto loaded = load(LiveSource{ m_live->target() }, scratchServer, {}, source.get_token());
    QVERIFY(!loaded.has_value());
    QVERIFY(loaded.error().isCanceled());
}

void SourceTest::progressIsReported()
{
    QStringList sentences;
    const auto loaded = load(SqlFileSource{ m_directory.filePath(QStringLiteral("shop.sql")) }, scratchServer,
                             [&sentences](const QString &sentence) { sentences.append(sentence); }, {});
    QVERIFY(loaded.has_value());
    QCOMPARE(sentences, QStringList({ QStringLiteral("Starting a scratch server."),
                                      QStringLiteral("Loading shop.sql.") }));
}

QTEST_GUILESS_MAIN(SourceTest)
#include "tst_source.moc"
