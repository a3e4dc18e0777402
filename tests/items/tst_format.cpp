#include <model/items/format.h>

#include <QTest>

using namespace lockstep;

class TestFormat final : public QObject
{
    Q_OBJECT
private slots:
    void saysDurations_data();
    void saysDurations();
    void saysRanges_data();
    void saysRanges();
    void groupsDigitsByNarrowSpaces_data();
    void groupsDigitsByNarrowSpaces();
    void saysBytes_data();
    void saysBytes();
    void saysRatesAndShares();
    void saysMomentsInOneForm();
};

void TestFormat::saysDurations_data()
{
    QTest::addColumn<double>("ms");
    QTest::addColumn<QString>("text");
    const QVector<QPair<double, const char *>> cases = {
        { 0, "0 ms" },
        { 0.4, "0.4 ms" },
        { 9, "9 ms" },
        { 999.4, "999 ms" },
        { 999.6, "1 s" },
        { 1300, "1.3 s" },
        { 9949, "9.9 s" },
        { 9951, "10 s" },
        { 12000, "12 s" },
        { 59499, "59 s" },
        { 59500, "1 min 00 s" },
        { 252000, "4 min 12 s" },
        { 422000, "7 min 02 s" },
        { 3599400, "59 min 59 s" },
        { 3599600, "1 h 00 min" },
        { 3900000, "1 h 05 min" },
        { 86400000, "1 d 0 h" },
        { 183600000, "2 d 3 h" },
        { -1, "unknown" },
    };
    for (const auto &[ms, text] : cases)
        QTest::addRow("%f", ms) << ms << QString::fromLatin1(text);
}

void TestFormat::saysDurations()
{
    QFETCH(double, ms);
    QTEST(items::durationText(ms), "text");
}

void TestFormat::saysRanges_data()
{
    QTest::addColumn<qint64>("low");
    QTest::addColumn<qint64>("high");
    QTest::addColumn<QString>("text");
    QTest::newRow("apart") << qint64(3) << qint64(40) << QStringLiteral("3 ms \u2013 40 ms");
    QTest::newRow("other units") << qint64(52000) << qint64(101000)
                                 << QStringLiteral("52 s \u2013 1 min 41 s");
    QTest::newRow("one value") << qint64(7) << qint64(7) << QStringLiteral("7 ms");
}

void TestFormat::saysRanges()
{
    QFETCH(qint64, low);
    QFETCH(qint64, high);
    QTEST(items::rangeText(low, high), "text");
}

void TestFormat::groupsDigitsByNarrowSpaces_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << QStringLiteral("0");
    QTest::newRow("three digits") << qint64(999) << QStringLiteral("999");
    QTest::newRow("four digits") << qint64(1000) << QStringLiteral("1\u202f000");
    QTest::newRow("seven digits") << qint64(2300000) << QStringLiteral("2\u202f300\u202f000");
    QTest::newRow("negative") << qint64(-1234) << QStringLiteral("\u22121\u202f234");
}

void TestFormat::groupsDigitsByNarrowSpaces()
{
    QFETCH(qint64, number);
    QTEST(items::numberText(number), "text");
}

void TestFormat::saysBytes_data()
{
    QTest::addColumn<double>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("bytes") << 512.0 << QStringLiteral("512 B");
    QTest::newRow("kilobytes") << 1536.0 << QStringLiteral("1.5 kB");
    QTest::newRow("next unit before four digits") << 1024.0 * 999.9 << QStringLiteral("1 MB");
    QTest::newRow("gigabytes") << 1024.0 * 1024 * 1024 * 41 << QStringLiteral("41 GB");
    QTest::newRow("unknown") << -1.0 << QStringLiteral("unknown");
}

void TestFormat::saysBytes()
{
    QFETCH(double, bytes);
    QTEST(items::bytesText(bytes), "text");
}

void TestFormat::saysRatesAndShares()
{
    QCOMPARE(items::rateText(8940.3), QStringLiteral("8\u202f940 rows/s"));
    QCOMPARE(items::rateText(0.5), QStringLiteral("0.5 rows/s"));
    QCOMPARE(items::percentText(0.58), QStringLiteral("58 %"));
}

void TestFormat::saysMomentsInOneForm()
{
    const QDateTime then(QDate(2024, 3, 9), QTime(7, 5, 2));
    QCOMPARE(items::momentText(then), QStringLiteral("2024-03-09 07:05:02"));
    QCOMPARE(items::momentText(then.toUTC()), QStringLiteral("2024-03-09 07:05:02"));
    QCOMPARE(items::dateText(then.toUTC()), QStringLiteral("2024-03-09"));
    QCOMPARE(items::clockText(then.toUTC()), QStringLiteral("2024-03-09 07:05"));
    const QDateTime now = QDateTime::currentDateTime();
    QCOMPARE(items::clockText(now.toUTC()), now.toString(QStringLiteral("HH:mm")));
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
