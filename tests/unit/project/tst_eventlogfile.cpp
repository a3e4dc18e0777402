#include <model/project/eventlogfile.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;
using namespace lockstep::project;

namespace {

QVector<execution::LogLine> someEvents()
{
    const QDateTime at(QDate(2026, 11, 22), QTime(0, 10, 1, 250), Qt::UTC);
    return { { at, execution::EventLevel::Info, {}, QStringLiteral("Run 7f3c started by dba.") },
             { at.addSecs(3), execution::EventLevel::Slowed, QStringLiteral("s02"),
               QStringLiteral("replica \"db2\" is 1.3 s behind,\nand more") },
             { at.addSecs(4), execution::EventLevel::Error, QStringLiteral("s03"),
               QStringLiteral(
                   "Failed: ALTER ROLE app PASSWORD 'hunter''2' at postgresql://dba:hunter2@db1/shop") } };
}

} // namespace

/// Events of a run as others read them.
class TestEventLogFile : public QObject
{
    Q_OBJECT

private slots:
    void writesOneJsonObjectALine();
    void writesTableRowsThatSurviveQuotesAndLines();
    void hidesPasswords_data();
    void hidesPasswords();
    void followsTheName();
    void replacesAFileWholeOrNotAtAll();
};

void TestEventLogFile::writesOneJsonObjectALine()
{
    const QByteArray text = eventLogText(QStringLiteral("7f3c"), someEvents(), EventLogFormat::JsonLines);
    const QList<QByteArray> lines = text.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    const QJsonObject second = QJsonDocument::fromJson(lines.at(1)).object();
    QCOMPARE(second.value(QLatin1String("run")).toString(), QStringLiteral("7f3c"));
    QCOMPARE(second.value(QLatin1String("at")).toString(), QStringLiteral("2026-11-22T00:10:04.250Z"));
    QCOMPARE(second.value(QLatin1String("level")).toString(), QStringLiteral("slowed"));
    QCOMPARE(second.value(QLatin1String("step")).toString(), QStringLiteral("s02"));
    QCOMPARE(second.value(QLatin1String("text")).toString(), someEvents().at(1).text);
}

void TestEventLogFile::writesTableRowsThatSurviveQuotesAndLines()
{
    const QByteArray text = eventLogText(QStringLiteral("7f3c"), someEvents(), EventLogFormat::Csv);
    QVERIFY(text.startsWith("run,at,level,step,text\r\n"));
    QVERIFY(text.contains(
        "\"7f3c\",\"2026-11-22T00:10:04.250Z\",\"slowed\",\"s02\",\"replica \"\"db2\"\" is 1.3 s "
        "behind,\nand more\"\r\n"));
}

void TestEventLogFile::hidesPasswords_data()
{
    QTest::addColumn<EventLogFormat>("format");
    QTest::newRow("JSON lines") << EventLogFormat::JsonLines;
    QTest::newRow("CSV") << EventLogFormat::Csv;
}

void TestEventLogFile::hidesPasswords()
{
    QFETCH(EventLogFormat, format);
    const QByteArray text = eventLogText(QStringLiteral("7f3c"), someEvents(), format);
    QVERIFY2(!text.contains("hunter"), text.constData());
    QVERIFY(text.contains("ALTER ROLE app PASSWORD"));
    QVERIFY(text.contains("@db1/shop"));
}

void TestEventLogFile::followsTheName()
{
    QCOMPARE(eventLogFormat(QStringLiteral("/tmp/run.CSV")), EventLogFormat::Csv);
    QCOMPARE(eventLogFormat(QStringLiteral("/tmp/run.jsonl")), EventLogFormat::JsonLines);
    QCOMPARE(eventLogFormat(QStringLiteral("/tmp/csv")), EventLogFormat::JsonLines);
}

void TestEventLogFile::replacesAFileWholeOrNotAtAll()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("run.jsonl"));
    QVERIFY(writeEventLog(path, QStringLiteral("7f3c"), someEvents()).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), eventLogText(QStringLiteral("7f3c"), someEvents(), EventLogFormat::JsonLines));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), 1);
    const auto failed =
        writeEventLog(directory.filePath(QStringLiteral("no/such/run.csv")), {}, someEvents());
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().kind, base::ErrorKind::Environment);
    QVERIFY(failed.error().message.contains(QLatin1String("no/such/run.csv")));
}

QTEST_GUILESS_MAIN(TestEventLogFile)
#include "tst_eventlogfile.moc"
