#include <app/reportfile.h>

#include <tests/items/sampleplan.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

exporting::ReportInput sampleInput()
{
    return { testing::samplePlan(), nullptr, QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC) };
}

} // namespace

/// The review report as a file.
class TestReportFile : public QObject
{
    Q_OBJECT

private slots:
    void writesTheFormatThatTheNameEndsIn_data();
    void writesTheFormatThatTheNameEndsIn();
    void leavesNothingBehindWhereItMayNotWrite();
};

void TestReportFile::writesTheFormatThatTheNameEndsIn_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("a web page") << QStringLiteral("plan.html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("a PDF") << QStringLiteral("plan.pdf") << QByteArray("%PDF-");
    QTest::newRow("a PDF in capitals") << QStringLiteral("PLAN.PDF") << QByteArray("%PDF-");
}

void TestReportFile::writesTheFormatThatTheNameEndsIn()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begin);
    QTemporaryDir directory;
    const QString path = directory.filePath(name);
    QVERIFY(app::writeReport(sampleInput(), path).has_value());
    const QByteArray bytes = readAll(path);
    QVERIFY2(bytes.startsWith(begin), bytes.left(20).constData());
    // A page of it alone is more than this: the pictures and the steps are there.
    QVERIFY(bytes.size() > 20'000);
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files), QStringList{ name });
}

void TestReportFile::leavesNothingBehindWhereItMayNotWrite()
{
    QTemporaryDir directory;
    QVERIFY(QDir(directory.path()).mkdir(QStringLiteral("plan.pdf")));
    const QString path = directory.filePath(QStringLiteral("plan.pdf"));
    const auto refused = app::writeReport(sampleInput(), path);
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().position.has_value());
    QCOMPARE(refused.error().position->file, path);
    QVERIFY(!refused.error().hint.isEmpty());
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), 0);
}

QTEST_MAIN(TestReportFile)
#include "tst_reportfile.moc"
