#include "runfixture.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <unistd.h>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// A cluster in recovery: a data directory with standby.signal and nobody to follow.
class RunStandbyTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void refusesAStandby();

private:
    bool tool(const QString &program, const QStringList &arguments);
    QTemporaryDir m_directory{ QStringLiteral("/tmp/ls-standby-XXXXXX") };
    QString m_data;
    QString m_binaries;
    bool m_isStarted = false;
};

bool RunStandbyTest::tool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QStringList all = arguments;
    QString first = m_binaries + QLatin1Char('/') + program;
    if (::geteuid() == 0) {
        // PostgreSQL does not run as root.
        all = QStringList{ QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"),
                           QStringLiteral("--clear-groups"), first }
              + arguments;
        first = QStringLiteral("setpriv");
    }
    process.start(first, all);
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

void RunStandbyTest::initTestCase()
{
    const auto found = scratch::findServerBinaries(0);
    VERIFY_OK(found);
    m_binaries = *found;
    m_data = m_directory.filePath(QStringLiteral("data"));
    if (::geteuid() == 0)
        QCOMPARE(
            QProcess::execute(QStringLiteral("chown"), { QStringLiteral("postgres"), m_directory.path() }),
            0);
    QVERIFY(tool(QStringLiteral("initdb"),
                 { QStringLiteral("-D"), m_data, QStringLiteral("-U"), QStringLiteral("postgres"),
                   QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-N") }));
    QFile signal(m_data + QStringLiteral("/standby.signal"));
    QVERIFY(signal.open(QIODevice::WriteOnly));
    signal.close();
    const QString options =
        QStringLiteral("-c listen_addresses= -c unix_socket_directories=%1").arg(m_directory.path());
    m_isStarted =
        tool(QStringLiteral("pg_ctl"),
             { QStringLiteral("-D"), m_data, QStringLiteral("-o"), options, QStringLiteral("-l"),
               m_directory.filePath(QStringLiteral("log")), QStringLiteral("-w"), QStringLiteral("start") });
    QVERIFY(m_isStarted);
}

void RunStandbyTest::cleanupTestCase()
{
    if (m_isStarted)
        QVERIFY(tool(QStringLiteral("pg_ctl"), { QStringLiteral("-D"), m_data, QStringLiteral("-m"),
                                                 QStringLiteral("immediate"), QStringLiteral("stop") }));
}

void RunStandbyTest::refusesAStandby()
{
    postgres::ConnectionTarget target;
    target.text = QStringLiteral("host=%1 user=postgres dbname=postgres").arg(m_directory.path());
    RunControl control;
    const auto outcome = runPlan(tierPlan(), target, quickOptions(), control, {}, {});
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, base::ErrorKind::Refused);
    QVERIFY2(outcome.error().message.contains(QStringLiteral("standby")),
             qPrintable(outcome.error().toText()));
}

QTEST_GUILESS_MAIN(RunStandbyTest)
#include "tst_runstandby.moc"
