#include <tests/items/sampleplan.h>

#include <app/language.h>
#include <widgets/common/banner.h>
#include <widgets/common/hinttext.h>
#include <widgets/run/foundrun.h>

#include <QPushButton>
#include <QTest>

using namespace lockstep;
using base::Remedy;

/// What to do about an error is said by what the window has, not by flags of the command line.
class TestHintText final : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { app::useLanguage(QStringLiteral("en")); }
    void namesNoFlags_data();
    void namesNoFlags();
    void givesAdviceWithoutFlags_data();
    void givesAdviceWithoutFlags();
    void keepsHintsThatFitEverywhere();
    void namesButtonsAsTheyAreCalled();
};

void TestHintText::namesNoFlags_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : app::languages())
        QTest::newRow(qPrintable(language)) << language;
}

void TestHintText::namesNoFlags()
{
    QFETCH(const QString, language);
    app::useLanguage(language);
    base::Error error;
    error.message = QStringLiteral("It stands.");
    error.hint = QStringLiteral("Call it with --resume.");
    for (int remedy = int(Remedy::None) + 1; remedy <= int(Remedy::PlanAnew); ++remedy) {
        error.remedy = Remedy(remedy);
        const QString hint = widgets::hintText(error);
        QVERIFY2(!hint.isEmpty() && !hint.contains(QStringLiteral("--")) && !hint.contains(QLatin1Char('%'))
                     && !hint.contains(QLatin1Char('&')),
                 qPrintable(hint));
        widgets::Banner banner;
        banner.showError(error);
        QVERIFY2(banner.plainText().contains(hint), qPrintable(banner.plainText()));
        QVERIFY(!banner.plainText().contains(QStringLiteral("--resume")));
    }
}

void TestHintText::givesAdviceWithoutFlags_data()
{
    QTest::addColumn<QString>("item");
    for (const QString &id : analysis::checkIds())
        QTest::newRow(qPrintable(id)) << id;
}

/// Of every item that has one: asked of a server with nothing in it.
void TestHintText::givesAdviceWithoutFlags()
{
    QFETCH(const QString, item);
    analysis::CheckItem asked;
    asked.id = item;
    QVERIFY(widgets::adviceText(asked).isEmpty());
    plan::Plan plan = *testing::samplePlan();
    plan.proof = {};
    const schema::CheckReadings nothing;
    const analysis::Checklist list = analysis::judge(analysis::CheckInput{ plan, nothing });
    const analysis::CheckItem *found = list.find(item);
    if (!found)
        return; // Not asked of such a plan.
    const QString advice = widgets::adviceText(*found);
    QVERIFY2(!advice.contains(QStringLiteral("--")) && !advice.contains(QStringLiteral("lockstep-cli")),
             qPrintable(advice));
}

void TestHintText::keepsHintsThatFitEverywhere()
{
    const base::Error error = base::inputError(QStringLiteral("No."), QStringLiteral("Look there."));
    QCOMPARE(widgets::hintText(error), QStringLiteral("Look there."));
}

void TestHintText::namesButtonsAsTheyAreCalled()
{
    app::useLanguage(QStringLiteral("de"));
    const plan::PlanPtr plan = testing::samplePlan();
    execution::RunStatus status;
    status.hasRun = true;
    status.state = execution::RunState::Failed;
    status.planDigest = plan->digest();
    widgets::FoundRun found;
    found.setPlan(plan);
    found.setStatus(status);
    base::Error error;
    error.remedy = Remedy::ResumeOrRollBack;
    const QString hint = widgets::hintText(error);
    int named = 0;
    for (const QPushButton *button : found.findChildren<QPushButton *>())
        named += !button->text().isEmpty() && hint.contains(button->text().remove(QLatin1Char('&')));
    QCOMPARE(named, 2);
}

QTEST_MAIN(TestHintText)
#include "tst_hinttext.moc"
