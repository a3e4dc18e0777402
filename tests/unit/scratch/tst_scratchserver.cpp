#include <model/scratch/scratchserver.h>

#include <QElapsedTimer>
#include <QTest>

using namespace lockstep;

class ScratchServerTest : public QObject
{
    Q_OBJECT

private slots:
    void startsQuicklyOnceTheTemplateExists();
};

void ScratchServerTest::startsQuicklyOnceTheTemplateExists()
{
    {
        const auto first = scratch::ScratchServer::start({});
        QVERIFY2(first.has_value(), qPrintable(first.has_value() ? QString() : first.error().toText()));
    }
    QElapsedTimer timer;
    timer.start();
    const auto second = scratch::ScratchServer::start({});
    QVERIFY2(second.has_value(), qPrintable(second.has_value() ? QString() : second.error().toText()));
    qInfo() << "second start took" << timer.elapsed() << "ms";
    QVERIFY((*second)->version() >= 120000);
    auto database = scratch::ScratchDatabase::create(*second, QStringLiteral("first try"));
    QVERIFY2(database.has_value(), qPrintable(database.has_value() ? QString() : database.error().toText()));
    auto session = (*database)->open();
    QVERIFY2(session.has_value(), qPrintable(session.has_value() ? QString() : session.error().toText()));
    const auto rows = (*session)->query(QStringLiteral("SELECT current_database(), $1::int + 1"), {QStringLiteral("41")});
    QVERIFY(rows.has_value());
    QCOMPARE(rows->text(0, 1), QStringLiteral("42"));
    qInfo() << rows->text(0, 0) << "after" << timer.elapsed() << "ms; tools" << (*second)->toolDirectory();
}

QTEST_GUILESS_MAIN(ScratchServerTest)
#include "tst_scratchserver.moc"
