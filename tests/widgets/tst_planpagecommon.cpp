#include <widgets/common/badge.h>
#include <widgets/common/banner.h>
#include <widgets/common/busybar.h>
#include <widgets/common/stagestrip.h>
#include <widgets/common/theme.h>

#include <tests/support/patience.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lockstep;
using namespace lockstep::widgets;

/// The small parts that all pages share.
class TestPlanPageCommon final : public QObject
{
    Q_OBJECT
private slots:
    void bannerNamesTheLineOfAFile();
    void bannerCopiesAllOfAnError();
    void bannerClosesAndSaysSo();
    void stripMovesByKeysAndClicks();
    void stripSaysEachStateInWords();
    void stripSaysTheEnvironmentOfEachStage();
    void busyBarWaitsBeforeItShowsItself();
    void badgeHidesWhatIsUnknown();
    void environmentsComeBackFromTheirNames();
    void everyColourOfABarDiffersFromItsGround();
};

namespace {

base::Error loadError()
{
    base::Error error = base::inputError(QStringLiteral("column \"tier\" does not exist"),
                                         QStringLiteral("Correct the file and load it again."));
    error.position = base::TextPosition{ QStringLiteral("shop.sql"), 12, 5 };
    error.sqlstate = QStringLiteral("42703");
    error.statement = QStringLiteral("CREATE INDEX ON users (tier)");
    return error;
}

} // namespace

void TestPlanPageCommon::bannerNamesTheLineOfAFile()
{
    Banner banner;
    QVERIFY(banner.isHidden());
    banner.showError(loadError());
    QVERIFY(!banner.isHidden());
    QCOMPARE(banner.title(), QStringLiteral("shop.sql, line 12: column \"tier\" does not exist"));
    const QString details = banner.findChild<QLabel *>(QStringLiteral("bannerDetails"))->text();
    QVERIFY(details.contains(QStringLiteral("SQLSTATE 42703")));
    QVERIFY(details.contains(QStringLiteral("CREATE INDEX")));
    QCOMPARE(banner.findChild<QLabel *>(QStringLiteral("bannerHint"))->text(),
             QStringLiteral("Correct the file and load it again."));
}

void TestPlanPageCommon::bannerCopiesAllOfAnError()
{
    Banner banner;
    banner.showError(loadError());
    QTest::mouseClick(banner.findChild<QToolButton *>(QStringLiteral("bannerCopy")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), loadError().toText());
}

void TestPlanPageCommon::bannerClosesAndSaysSo()
{
    Banner banner;
    QSignalSpy dismissed(&banner, &Banner::dismissed);
    banner.dismiss();
    QCOMPARE(dismissed.count(), 0);
    banner.showMessage(Banner::Kind::Info, QStringLiteral("Saved."));
    QTest::mouseClick(banner.findChild<QToolButton *>(QStringLiteral("bannerClose")), Qt::LeftButton);
    QCOMPARE(dismissed.count(), 1);
    QVERIFY(banner.isHidden());
}

void TestPlanPageCommon::stripMovesByKeysAndClicks()
{
    StageStrip strip;
    strip.resize(1200, 60);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    QSignalSpy changed(&strip, &StageStrip::currentChanged);
    QTest::mouseClick(strip.tab(StageStrip::Plan), Qt::LeftButton);
    QCOMPARE(strip.current(), int(StageStrip::Plan));
    QTest::mouseClick(strip.tab(StageStrip::Plan), Qt::LeftButton);
    QCOMPARE(changed.count(), 1);
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.current(), int(StageStrip::Check));
    QTest::keyClick(&strip, Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(strip.current(), int(StageStrip::Run));
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.current(), int(StageStrip::Run));
    QCOMPARE(changed.count(), 3);
}

void TestPlanPageCommon::stripSaysEachStateInWords()
{
    StageStrip strip;
    strip.setState(StageStrip::Compare, StageTone::Attention, QStringLiteral("14 changes, 1 decision open"));
    const StageTab *tab = strip.tab(StageStrip::Compare);
    QCOMPARE(tab->accessibleName(), QStringLiteral("1 Compare"));
    QCOMPARE(tab->accessibleDescription(), QStringLiteral("14 changes, 1 decision open"));
    QCOMPARE(tab->tone(), StageTone::Attention);
}

void TestPlanPageCommon::stripSaysTheEnvironmentOfEachStage()
{
    StageStrip strip;
    strip.resize(1400, 60);
    strip.show();
    StageTab *tab = strip.tab(StageStrip::Run);
    const auto hasEdge = [tab] {
        const QImage picture = tab->grab().toImage();
        return picture.pixelColor(tab->width() / 2, tab->height() - 2)
               == environmentColor(Environment::Production, tab->palette());
    };
    QVERIFY(!hasEdge());
    const QImage before = tab->grab().toImage();
    strip.setEnvironment(StageStrip::Run, Environment::Production);
    QVERIFY(hasEdge());
    QVERIFY(tab->grab().toImage().copy(0, 0, tab->width(), tab->height() / 2)
            != before.copy(0, 0, tab->width(), tab->height() / 2)); // The badge.
    QVERIFY(tab->accessibleDescription().contains(QStringLiteral("PRODUCTION")));
    QVERIFY(tab->toolTip().contains(QStringLiteral("PRODUCTION")));
    QCOMPARE(strip.tab(StageStrip::Plan)->environment(), Environment::Unknown);
    strip.setEnvironment(StageStrip::Run, Environment::Unknown);
    QVERIFY(!hasEdge());
}

void TestPlanPageCommon::busyBarWaitsBeforeItShowsItself()
{
    BusyBar bar;
    QSignalSpy cancel(&bar, &BusyBar::cancelRequested);
    bar.setProgress(QStringLiteral("Reading the catalog"), 3, 10);
    QVERIFY(bar.isBusy());
    QVERIFY(bar.isHidden());
    QTRY_VERIFY_WITH_TIMEOUT(!bar.isHidden(), testing::longEnoughMs);
    QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("busyWhat"))->text(),
             QStringLiteral("Reading the catalog (3 of 10)"));
    QTest::mouseClick(bar.findChild<QToolButton *>(QStringLiteral("busyCancel")), Qt::LeftButton);
    QCOMPARE(cancel.count(), 1);
    bar.setIdle();
    QVERIFY(bar.isHidden());
    QVERIFY(!bar.isBusy());
}

void TestPlanPageCommon::badgeHidesWhatIsUnknown()
{
    Badge badge;
    QVERIFY(badge.isHidden());
    badge.setEnvironment(Environment::Production);
    QVERIFY(!badge.isHidden());
    QCOMPARE(badge.text(), QStringLiteral("PRODUCTION"));
    badge.setEnvironment(Environment::Unknown);
    QVERIFY(badge.isHidden());
}

void TestPlanPageCommon::environmentsComeBackFromTheirNames()
{
    for (const Environment each :
         { Environment::Development, Environment::Test, Environment::Staging, Environment::Production })
        QCOMPARE(environmentFromName(environmentName(each)), each);
    QCOMPARE(environmentFromName(QStringLiteral("PRODUCTION")), Environment::Production);
    QCOMPARE(environmentFromName(QStringLiteral("elsewhere")), Environment::Unknown);
}

void TestPlanPageCommon::everyColourOfABarDiffersFromItsGround()
{
    for (const Colors *colors : { &lightColors(), &darkColors() }) {
        for (const QColor &bar : colors->blocks) {
            const int distance = std::abs(qGray(bar.rgb()) - qGray(colors->base.rgb()));
            QVERIFY2(distance > 60, qPrintable(bar.name()));
        }
        QVERIFY(std::abs(qGray(colors->text.rgb()) - qGray(colors->base.rgb())) > 150);
        QVERIFY(std::abs(qGray(colors->muted.rgb()) - qGray(colors->base.rgb())) > 80);
    }
}

QTEST_MAIN(TestPlanPageCommon)
#include "tst_planpagecommon.moc"
