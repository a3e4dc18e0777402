#include <model/scratch/scratchserver.h>
#include <model/scratch/scriptloader.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <tests/support/patience.h>
#include <tests/support/postgrestest.h>
#include <thread>
#include <unistd.h>

using namespace lockstep;

/// Private clusters: started, shared, killed and cleaned up. The program runs itself a second time
/// (LOCKSTEP_TEST_HOLD) to have a process that can be killed.
class ScratchServerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void startsQuicklyOnceTheTemplateExists();
    void survivesAThreadThatEnds();
    void servesTwoAtOnce();
    void serversOfTwoProcessesDoNotMeet();
    void copiesADatabase();
    void removesWhatACrashLeft();
    void stopsWhenItGoes();
    void makesDatabasesOnANamedServer();
    void dropsWhatADeadProcessLeftOnANamedServer();
    void takesRolesAlongThatAScriptNeeded();
    void refusesANamedServerWithoutThePrivilege();
    void saysWhatItIsMissing();
    void saysWhyItDoesNotStart();
    void findsToolsThatAreNoWrapper();
    void replacesADamagedTemplate();

private:
    static QStringList locks();
    static QString socketDirectory(const scratch::ScratchServer &server);
    static bool holdInAnotherProcess(QProcess *process, QString *directory);
};

namespace {

/// The second process: holds a server until it is killed.
int holdServer()
{
    const auto server = scratch::ScratchServer::start({});
    if (!server.has_value())
        return 1;
    const QByteArray where = (*server)->maintenance().parameter(QStringLiteral("host")).toUtf8() + '\n';
    (void)!::write(STDOUT_FILENO, where.constData(), size_t(where.size()));
    ::pause();
    return 0;
}

} // namespace

QStringList ScratchServerTest::locks()
{
    QStringList found;
    for (const QString &root : { QStringLiteral("/dev/shm"), QDir::tempPath() }) {
        for (const QString &name :
             QDir(root).entryList({ QStringLiteral("lockstep-%1-*.lock").arg(::geteuid()) }, QDir::Files))
            found.append(root + QLatin1Char('/') + name);
    }
    return found;
}

QString ScratchServerTest::socketDirectory(const scratch::ScratchServer &server)
{
    return server.maintenance().parameter(QStringLiteral("host"));
}

bool ScratchServerTest::holdInAnotherProcess(QProcess *process, QString *directory)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LOCKSTEP_TEST_HOLD"), QStringLiteral("1"));
    process->setProcessEnvironment(environment);
    process->start(QCoreApplication::applicationFilePath(), QStringList());
    while (process->waitForReadyRead(30000) && !process->canReadLine()) { }
    *directory = QString::fromUtf8(process->readLine()).trimmed();
    return QFileInfo::exists(*directory);
}

void ScratchServerTest::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

void ScratchServerTest::startsQuicklyOnceTheTemplateExists()
{
    QElapsedTimer timer;
    timer.start();
    const auto server = scratch::ScratchServer::start({});
    QVERIFY(server.has_value());
    // The aim is two seconds; a busy machine gets much more before this counts as broken.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY((*server)->version() >= 120000);
    const auto session = postgres::Session::open((*server)->maintenance());
    QVERIFY(session.has_value());
    for (const char *setting : { "fsync", "listen_addresses" }) {
        const auto value = session.value()->query(QStringLiteral("SELECT current_setting($1)"),
                                                  { QString::fromLatin1(setting) });
        QVERIFY(value->text(0, 0) == QLatin1String("off") || value->text(0, 0).isEmpty());
    }
    QVERIFY(socketDirectory(**server).size() + int(qstrlen("/.s.PGSQL.5432")) < 107);
}

void ScratchServerTest::survivesAThreadThatEnds()
{
    scratch::ScratchServerPtr server;
    std::thread starter([&server] {
        if (auto started = scratch::ScratchServer::start({}); started.has_value())
            server = *started;
    });
    starter.join();
    QVERIFY(server);
    QTest::qWait(300);
    QVERIFY(scratch::ScratchDatabase::create(server, QStringLiteral("after thread")).has_value());
}

void ScratchServerTest::servesTwoAtOnce()
{
    const auto server = testing::server();
    std::vector<std::thread> threads;
    std::atomic<int> worked = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            const auto database = scratch::ScratchDatabase::create(server, QStringLiteral("parallel"));
            if (!database.has_value())
                return;
            const auto session = database.value()->open();
            worked += session.has_value() && session.value()->server().database == database.value()->name();
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(worked.load(), 4);
}

void ScratchServerTest::serversOfTwoProcessesDoNotMeet()
{
    QProcess other;
    QString directory;
    QVERIFY(holdInAnotherProcess(&other, &directory));
    const auto mine = scratch::ScratchServer::start({});
    QVERIFY(mine.has_value());
    QVERIFY(socketDirectory(**mine) != directory);
    QVERIFY2(QFileInfo::exists(directory), "the start removed a server that was in use");
    other.kill();
    other.waitForFinished();
}

void ScratchServerTest::copiesADatabase()
{
    const auto server = testing::server();
    const auto first = scratch::ScratchDatabase::create(server, QStringLiteral("original"));
    QVERIFY(first.has_value());
    {
        const auto session = first.value()->open();
        QVERIFY(session.value()->execute(QStringLiteral("CREATE TABLE t AS SELECT 7 AS x")).has_value());
    }
    const auto copy = scratch::ScratchDatabase::create(server, QStringLiteral("copy"), first.value()->name());
    QVERIFY2(copy.has_value(), qPrintable(copy.has_value() ? QString() : copy.error().toText()));
    const auto session = copy.value()->open();
    QCOMPARE(session.value()->query(QStringLiteral("SELECT x FROM t"))->text(0, 0), QStringLiteral("7"));
}

void ScratchServerTest::removesWhatACrashLeft()
{
    QProcess other;
    QString directory;
    QVERIFY(holdInAnotherProcess(&other, &directory));
    QFile pidFile(directory + QStringLiteral("/data/postmaster.pid"));
    QVERIFY(pidFile.open(QIODevice::ReadOnly));
    const pid_t postmaster = pidFile.readLine().trimmed().toInt();
    QVERIFY(::kill(postmaster, 0) == 0);
    QVERIFY(QFileInfo::exists(directory));
    other.kill();
    other.waitForFinished();
    // From here on any start of a scratch server may clean up, also one of another test program.
    QTRY_VERIFY_WITH_TIMEOUT(::kill(postmaster, 0) != 0, testing::longEnoughMs);
    const auto next = scratch::ScratchServer::start({});
    QVERIFY(next.has_value());
    QVERIFY(!QFileInfo::exists(directory));
    QVERIFY(!QFileInfo::exists(directory + QStringLiteral(".lock")));
}

void ScratchServerTest::stopsWhenItGoes()
{
    QString directory;
    {
        const auto server = scratch::ScratchServer::start({});
        QVERIFY(server.has_value());
        directory = socketDirectory(**server);
        QVERIFY(QFileInfo::exists(directory));
        QVERIFY(locks().contains(directory + QStringLiteral(".lock")));
    }
    QVERIFY(!QFileInfo::exists(directory));
    QVERIFY(!locks().contains(directory + QStringLiteral(".lock")));
}

void ScratchServerTest::makesDatabasesOnANamedServer()
{
    const auto host = testing::server();
    const auto session = postgres::Session::open(host->maintenance());
    const auto count = [&session] {
        return session.value()
            ->query(QStringLiteral(
                "SELECT count(*) FROM pg_database WHERE datname LIKE 'lockstep\\_scratch\\_%'"))
            ->integer(0, 0);
    };
    {
        const auto named = scratch::ScratchServer::start({ host->maintenance().text, 0 });
        QVERIFY2(named.has_value(), qPrintable(named.has_value() ? QString() : named.error().toText()));
        const auto kept = named.value()->createDatabase(QStringLiteral("x"));
        QVERIFY(kept.has_value());
        QCOMPARE(scratch::ScratchServer::databaseName(*kept),
                 QStringLiteral("lockstep_scratch_%1_1").arg(::getpid()));
        QCOMPARE(count(), qint64(1));
    }
    QCOMPARE(count(), qint64(0));
}

void ScratchServerTest::dropsWhatADeadProcessLeftOnANamedServer()
{
    const auto host = testing::server();
    const auto session = postgres::Session::open(host->maintenance());
    QVERIFY(session.value()->execute(QStringLiteral("CREATE DATABASE lockstep_scratch_1_1")).has_value());
    QVERIFY(session.value()->execute(QStringLiteral("CREATE DATABASE lockstep_scratch_mine")).has_value());
    QVERIFY(session.value()
                ->execute(QStringLiteral(
                    "COMMENT ON DATABASE lockstep_scratch_1_1 IS 'lockstep scratch database of "
                    "backend 1 started 2020-01-01 00:00:00+00'"))
                .has_value());
    QVERIFY(scratch::ScratchServer::start({ host->maintenance().text, 0 }).has_value());
    const auto left = session.value()->query(
        QStringLiteral("SELECT datname FROM pg_database WHERE datname LIKE 'lockstep%'"));
    QCOMPARE(left->count(), 1);
    QCOMPARE(left->text(0, 0), QStringLiteral("lockstep_scratch_mine"));
    QVERIFY(session.value()->execute(QStringLiteral("DROP DATABASE lockstep_scratch_mine")).has_value());
}

void ScratchServerTest::takesRolesAlongThatAScriptNeeded()
{
    const auto host = testing::server();
    const auto session = postgres::Session::open(host->maintenance());
    QVERIFY(session.value()
                ->executeScript(QStringLiteral("CREATE ROLE keeper SUPERUSER LOGIN; CREATE ROLE was_there"))
                .has_value());
    const auto roles = [&session] {
        return session.value()
            ->query(QStringLiteral("SELECT string_agg(rolname, ',' ORDER BY rolname) FROM pg_roles WHERE "
                                   "rolname IN ('was_there', 'by name', 'by_script')"))
            ->text(0, 0);
    };
    {
        const auto named =
            scratch::ScratchServer::start({ host->maintenance().text + QStringLiteral(" user=keeper"), 0 });
        QVERIFY2(named.has_value(), qPrintable(named.has_value() ? QString() : named.error().toText()));
        for (const char *side : { "current", "target" }) {
            const auto database = scratch::ScratchDatabase::create(*named, QLatin1String(side));
            QVERIFY(database.has_value());
            const auto inside = (*database)->open();
            QVERIFY(inside.has_value());
            const auto loaded = scratch::loadScript(
                **inside,
                QStringLiteral("CREATE ROLE by_script; CREATE TABLE t (a int); CREATE TABLE u (a int);"
                               "ALTER TABLE t OWNER TO \"by name\"; ALTER TABLE u OWNER TO was_there;"
                               "GRANT SELECT ON t TO by_script;"),
                QStringLiteral("side.sql"), false);
            QVERIFY2(loaded.has_value(),
                     qPrintable(loaded.has_value() ? QString() : loaded.error().toText()));
            QCOMPARE(roles(), QStringLiteral("by name,by_script,was_there"));
        }
    }
    QCOMPARE(roles(), QStringLiteral("was_there"));
}

void ScratchServerTest::refusesANamedServerWithoutThePrivilege()
{
    const auto host = testing::server();
    const auto session = postgres::Session::open(host->maintenance());
    QVERIFY(session.value()->execute(QStringLiteral("CREATE ROLE plain LOGIN")).has_value());
    const auto named =
        scratch::ScratchServer::start({ host->maintenance().text + QStringLiteral(" user=plain"), 0 });
    QVERIFY(!named.has_value());
    QCOMPARE(named.error().kind, base::ErrorKind::Environment);
    QVERIFY(named.error().hint.contains(QStringLiteral("CREATEDB")));
}

void ScratchServerTest::saysWhatItIsMissing()
{
    const QTemporaryDir empty;
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", empty.path().toLocal8Bit());
    const auto found = scratch::findServerBinaries(99);
    qputenv("PATH", path);
    // Other places than PATH may hold a server; then that one is right.
    if (!found.has_value()) {
        QCOMPARE(found.error().kind, base::ErrorKind::Environment);
        QVERIFY(found.error().hint.contains(QStringLiteral("LOCKSTEP_PG_BINDIR")));
    } else {
        QVERIFY(QFileInfo(*found + QStringLiteral("/initdb")).isExecutable());
    }
}

void ScratchServerTest::saysWhyItDoesNotStart()
{
    // Programs that look like PostgreSQL and fail: what they say must reach the user.
    QTemporaryDir fake;
    QVERIFY(QFile::setPermissions(fake.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                                   | QFile::ReadOther | QFile::ExeOther));
    for (const char *name : { "initdb", "postgres" }) {
        QFile program(fake.filePath(QString::fromLatin1(name)));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\n[ \"$1\" = --version ] && { echo 'postgres (PostgreSQL) 98.1'; exit 0; }\n"
                      "echo 'no space left on this planet' >&2\nexit 3\n");
        program.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    }
    qputenv("LOCKSTEP_PG_BINDIR", fake.path().toLocal8Bit());
    const auto server = scratch::ScratchServer::start({ QStringLiteral("auto"), 98 });
    qunsetenv("LOCKSTEP_PG_BINDIR");
    QVERIFY(!server.has_value());
    QCOMPARE(server.error().kind, base::ErrorKind::Environment);
    QVERIFY2(server.error().detail.contains(QStringLiteral("no space left on this planet")),
             qPrintable(server.error().toText()));
    QVERIFY(server.error().hint.contains(QStringLiteral("--scratch")));
}

void ScratchServerTest::findsToolsThatAreNoWrapper()
{
    const QString directory = testing::server()->toolDirectory();
    const QFileInfo tool(directory + QStringLiteral("/pg_dump"));
    QVERIFY2(tool.isExecutable(), qPrintable(directory));
    QVERIFY(!tool.canonicalFilePath().endsWith(QStringLiteral("pg_wrapper")));
}

void ScratchServerTest::replacesADamagedTemplate()
{
    QTemporaryDir cache;
    const QByteArray old = qgetenv("XDG_CACHE_HOME");
    qputenv("XDG_CACHE_HOME", cache.path().toLocal8Bit());
    QVERIFY(scratch::ScratchServer::start({}).has_value());
    const QDir templates(cache.filePath(QStringLiteral("lockstep")));
    const QStringList made = templates.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(made.size(), 1);
    QFile control(templates.filePath(made.first() + QStringLiteral("/global/pg_control")));
    QVERIFY(control.open(QIODevice::WriteOnly | QIODevice::Truncate));
    control.close();
    const auto server = scratch::ScratchServer::start({});
    old.isNull() ? qunsetenv("XDG_CACHE_HOME") : qputenv("XDG_CACHE_HOME", old);
    QVERIFY2(server.has_value(), qPrintable(server.has_value() ? QString() : server.error().toText()));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("LOCKSTEP_TEST_HOLD"))
        return holdServer();
    ScratchServerTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_scratchserver.moc"
