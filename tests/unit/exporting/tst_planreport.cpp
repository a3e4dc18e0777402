#include <model/exporting/planreport.h>
#include <model/exporting/timelinesvg.h>

#include <tests/items/sampleplan.h>

#include <QTest>
#include <QXmlStreamReader>

using namespace lockstep;
using namespace lockstep::exporting;

namespace {

QString report(const plan::PlanPtr &plan, const analysis::ChecklistPtr &list = nullptr,
               ReportMedium medium = ReportMedium::Browser)
{
    return QString::fromUtf8(planReport({ plan, list, {} }, medium));
}

/// Elements by name; empty if the picture is no XML.
QHash<QString, int> elements(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    QHash<QString, int> counts;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            ++counts[reader.name().toString()];
    }
    return reader.hasError() ? QHash<QString, int>() : counts;
}

analysis::ChecklistPtr checklist()
{
    analysis::Checklist list;
    list.database = QStringLiteral("shop @ db1");
    list.serverVersion = QStringLiteral("15.18");
    list.takenAt = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    analysis::CheckItem old;
    old.title = QStringLiteral("Long transactions");
    old.verdict = analysis::CheckVerdict::Attention;
    old.consequence = QStringLiteral("pid 4711 is open for 12 min.");
    analysis::CheckItem fine;
    fine.title = QStringLiteral("Invalid indexes");
    list.items = { old, fine };
    return std::make_shared<const analysis::Checklist>(list);
}

} // namespace

/// What a reviewer is handed.
class TestPlanReport : public QObject
{
    Q_OBJECT

private slots:
    void tellsEverythingOfEachStep();
    void saysFirstWhetherThePlanIsProved_data();
    void saysFirstWhetherThePlanIsProved();
    void namesWhatIsLostWithItsAmount();
    void showsWhatTheDatabaseAnswered();
    void letsNoNameBecomeMarkup();
    void isTheSameTwice();
    void drawsARowForEachStep();
    void cutsTheTimelineIntoSheetsForPaper();
};

void TestPlanReport::tellsEverythingOfEachStep()
{
    const auto plan = testing::samplePlan();
    const QString text = report(plan);
    for (const plan::Step &step : plan->steps) {
        QVERIFY2(text.contains(step.title.toHtmlEscaped()), qPrintable(step.title));
        for (const QString &sql : step.sql)
            QVERIFY2(text.contains(sql.trimmed().toHtmlEscaped()), qPrintable(sql));
        for (const plan::RelationLock &lock : step.assessment.locks)
            QVERIFY(text.contains(plan::name(lock.mode) + QStringLiteral(" on ")
                                  + lock.relation.toHtmlEscaped()));
    }
    QVERIFY(text.contains(QString::fromLatin1(plan->digest())));
    QVERIFY(text.contains(QStringLiteral("Approved by")));
}

void TestPlanReport::saysFirstWhetherThePlanIsProved_data()
{
    QTest::addColumn<plan::ProofStatus>("status");
    QTest::addColumn<bool>("isOfTheseSteps");
    QTest::addColumn<QString>("words");
    QTest::newRow("never") << plan::ProofStatus::None << false << QStringLiteral("Not proved");
    QTest::newRow("skipped") << plan::ProofStatus::Skipped << false
                             << QStringLiteral("The proof was skipped");
    QTest::newRow("failed") << plan::ProofStatus::Failed << true << QStringLiteral("The proof failed");
    QTest::newRow("proved") << plan::ProofStatus::Proved << true
                            << QStringLiteral("Proved, forward and back");
    QTest::newRow("edited since") << plan::ProofStatus::Proved << false
                                  << QStringLiteral("Changed since it was proved");
}

void TestPlanReport::saysFirstWhetherThePlanIsProved()
{
    QFETCH(plan::ProofStatus, status);
    QFETCH(bool, isOfTheseSteps);
    QFETCH(QString, words);
    const auto plan = testing::samplePlan();
    plan->proof = {};
    plan->proof.status = status;
    plan->proof.planDigest = isOfTheseSteps ? plan->digest() : QByteArray("another");
    const QString text = report(plan);
    QVERIFY2(text.indexOf(words) >= 0 && text.indexOf(words) < text.indexOf(QStringLiteral("What is lost")),
             qPrintable(text.left(4000)));
}

void TestPlanReport::namesWhatIsLostWithItsAmount()
{
    const auto plan = testing::samplePlan();
    for (plan::Step &step : plan->steps)
        step.loses.clear();
    QVERIFY(report(plan).contains(QStringLiteral("no step of this plan loses data")));
    plan->steps.last().loses = { { QStringLiteral("column public.users.old"), 2'300'000, 91'000'000, {} } };
    const QString text = report(plan);
    QVERIFY(!text.contains(QStringLiteral("no step of this plan loses data")));
    QVERIFY(text.contains(QStringLiteral("about 2 300 000 rows, about 87 MB")));
}

void TestPlanReport::showsWhatTheDatabaseAnswered()
{
    const auto plan = testing::samplePlan();
    QVERIFY(report(plan).contains(QStringLiteral("Nobody asked the database yet")));
    const QString text = report(plan, checklist());
    QVERIFY(text.contains(QStringLiteral("pid 4711 is open for 12 min.")));
    QVERIFY(text.contains(QStringLiteral("2 questions, 1 need a look")));
    QVERIFY(!text.contains(QStringLiteral("Invalid indexes")));
}

void TestPlanReport::letsNoNameBecomeMarkup()
{
    const auto plan = testing::samplePlan();
    plan->steps.first().title = QStringLiteral("<script>alert(1)</script> & \"x\"");
    plan->steps.first().sql = { QStringLiteral("SELECT '</pre><b>'") };
    plan->current.display = QStringLiteral("a<b>.sql");
    for (const ReportMedium medium : { ReportMedium::Browser, ReportMedium::Paper }) {
        const QString text = report(plan, nullptr, medium);
        QVERIFY(!text.contains(QStringLiteral("<script")));
        QVERIFY(!text.contains(QStringLiteral("<b>")));
    }
    QVERIFY(!elements(timelineSvg(*plan)).isEmpty());
}

void TestPlanReport::isTheSameTwice()
{
    QCOMPARE(report(testing::samplePlan()), report(testing::samplePlan()));
}

void TestPlanReport::drawsARowForEachStep()
{
    const auto plan = testing::samplePlan();
    const auto counts = elements(timelineSvg(*plan));
    const auto gates = std::count_if(plan->steps.begin(), plan->steps.end(), [](const plan::Step &step) {
        return step.kind == plan::StepKind::Gate;
    });
    QCOMPARE(counts.value(QStringLiteral("polygon")), gates + 1); // and one in the legend
    // Number, name and lock of each row and the time of those that take some; 4 titles; 5 in the legend.
    QCOMPARE(counts.value(QStringLiteral("text")), plan->steps.size() * 4 - gates + 9);
    QVERIFY(elements(timelineSvg(plan::Plan())).value(QStringLiteral("svg")) == 1);
}

void TestPlanReport::cutsTheTimelineIntoSheetsForPaper()
{
    const auto plan = testing::samplePlan();
    const plan::Step step = plan->steps.first();
    plan->steps.fill(step, 100);
    const auto sheets = paperTimelines(*plan);
    QCOMPARE(sheets.size(), 3);
    const QString text = report(plan, nullptr, ReportMedium::Paper);
    for (const auto &[name, svg] : sheets) {
        QVERIFY(text.contains(name));
        QVERIFY(!elements(svg).isEmpty());
    }
    QVERIFY(!text.contains(QStringLiteral("<svg")));
}

QTEST_GUILESS_MAIN(TestPlanReport)
#include "tst_planreport.moc"
