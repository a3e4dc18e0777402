#include "reviewdesk.h"

#include <widgets/common/banner.h>
#include <widgets/plan/planpage.h>
#include <widgets/review/reviewheader.h>
#include <widgets/review/statementpanel.h>

#include <tests/support/patience.h>

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

using namespace lockstep;
using namespace lockstep::app;
using namespace lockstep::testing;
using widgets::StageStrip;

/// A script against the schema that it meets, up to the plan that does the same safely, by real events.
class TestReviewPlan : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsTheSchemaOfTheCurrentSide();
    void judgesForTheVersionThatIsChosen();
    void rewritesTheScriptAsAProvedPlan();
    void saysWhichStatementKeepsItFromAPlan();
};

void TestReviewPlan::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

void TestReviewPlan::knowsTheSchemaOfTheCurrentSide()
{
    ReviewDesk desk;
    auto *schema = desk.find<QComboBox>("schemaChoice");
    QVERIFY(!desk.page->header()->meetsSchema());
    QVERIFY(!desk.find<QPushButton>("rewriteSafely")->isEnabled());
    QVERIFY(desk.paste(text("ALTER TABLE orders ALTER COLUMN note SET NOT NULL;")));
    QSignalSpy ready(desk.window.pipeline(), &project::Pipeline::sourceReady);
    desk.window.files()->open(
        desk.write(text("current.sql"), "CREATE TABLE orders (note text CHECK (note IS NOT NULL));\n"));
    QVERIFY(ready.wait(patience));
    QVERIFY(desk.page->header()->meetsSchema());
    QCOMPARE(schema->currentText(), text("current.sql"));
    QVERIFY(desk.find<QPushButton>("rewriteSafely")->isEnabled());
    QVERIFY(desk.settled());
    // The check that is there saves the scan, which only the schema tells.
    desk.page->editor()->goTo(1, 3);
    QTRY_COMPARE_WITH_TIMEOUT(desk.page->selectedStatement(), 0, testing::longEnoughMs);
    QVERIFY2(!desk.page->panel()->plainText().contains(text("set-not-null-scan")),
             qPrintable(desk.page->panel()->plainText()));
    schema->setCurrentIndex(1);
    emit schema->activated(1);
    QVERIFY(desk.settled());
    desk.page->editor()->goTo(1, 4);
    QVERIFY2(desk.page->panel()->plainText().contains(text("set-not-null-scan")),
             qPrintable(desk.page->panel()->plainText()));
}

void TestReviewPlan::judgesForTheVersionThatIsChosen()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text("ALTER TABLE orders ADD COLUMN a int DEFAULT 1;\n")));
    auto *version = desk.find<QComboBox>("versionChoice");
    desk.page->editor()->goTo(1, 1);
    QVERIFY(!desk.page->panel()->plainText().contains(text("rewrites the table")));
    version->setCurrentIndex(version->findText(text("10")));
    emit version->activated(version->currentIndex());
    QVERIFY(desk.settled());
    QVERIFY2(desk.page->panel()->plainText().contains(text("rewrites the table")),
             qPrintable(desk.page->panel()->plainText()));
}

void TestReviewPlan::rewritesTheScriptAsAProvedPlan()
{
    ReviewDesk desk;
    QSignalSpy ready(desk.window.pipeline(), &project::Pipeline::sourceReady);
    QSignalSpy proved(desk.window.pipeline(), &project::Pipeline::proofReady);
    desk.window.files()->open(
        desk.write(text("current.sql"),
                   "CREATE TABLE orders (id bigint PRIMARY KEY, note text, created_at timestamptz);\n"));
    QVERIFY(ready.wait(patience));
    QVERIFY(desk.paste(text(script) + text("DELETE FROM orders WHERE note = '';\n")));
    desk.click("rewriteSafely");
    QVERIFY(proved.wait(patience));
    Pages *pages = desk.window.pages();
    QCOMPARE(pages->strip()->current(), int(StageStrip::Plan));
    QVERIFY(pages->plan()->isVisible());
    const plan::PlanPtr plan = pages->plan()->plan();
    QVERIFY(plan && plan->isProved());
    QVERIFY(std::any_of(plan->steps.begin(), plan->steps.end(), [](const plan::Step &step) {
        return step.sql.join(u' ').contains(text("CREATE INDEX CONCURRENTLY"));
    }));
    // What the plan does not do is said over it.
    auto *warnings = pages->plan()->findChild<widgets::Banner *>(text("planWarnings"));
    QVERIFY(warnings->isVisible());
    QVERIFY2(warnings->plainText().contains(text("Line 7 of pasted script changes rows")),
             qPrintable(warnings->plainText()));
}

void TestReviewPlan::saysWhichStatementKeepsItFromAPlan()
{
    ReviewDesk desk;
    QSignalSpy ready(desk.window.pipeline(), &project::Pipeline::sourceReady);
    QSignalSpy failed(desk.window.pipeline(), &project::Pipeline::stageFailed);
    desk.window.files()->open(desk.write(text("current.sql"), "CREATE TABLE orders (id bigint);\n"));
    QVERIFY(ready.wait(patience));
    QVERIFY(desk.paste(text("SELECT 1;\nALTER TABLE orders DROP COLUMN nothing;\n")));
    desk.click("rewriteSafely");
    QVERIFY(failed.wait(patience));
    QVERIFY(desk.page->isVisible());
    auto *banner = desk.find<widgets::Banner>("reviewBanner");
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->plainText().contains(text("nothing")), qPrintable(banner->plainText()));
    QCOMPARE(desk.page->editor()->caretLine(), 2);
}

QTEST_MAIN(TestReviewPlan)
#include "tst_reviewplan.moc"
