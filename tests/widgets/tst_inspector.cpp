#include <tests/items/sampleplan.h>
#include <tests/support/patience.h>
#include <widgets/common/theme.h>
#include <widgets/plan/inspector.h>

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace lockstep;
using namespace lockstep::widgets;

class TestInspector final : public QObject
{
    Q_OBJECT
private slots:
    void saysEverythingOfAStep();
    void saysWhatIsLostAndThatThereIsNoWayBack();
    void saysWhatAGateAsks();
    void saysWhoWouldWait();
    void leavesEmptyRowsOut();
    void escapesWhatComesFromASchema();
    void followsLinks();
    void takesTheColoursOfTheTheme();
};

void TestInspector::saysEverythingOfAStep()
{
    Inspector inspector;
    inspector.setStep(testing::samplePlan(), QStringLiteral("s05"));
    const QString text = inspector.toPlainText();
    for (const QString &part :
         { QStringLiteral("Fill users.subscription_tier"), QStringLiteral("public.users ROW EXCLUSIVE"),
           QStringLiteral("blocks nothing; held about 150 ms a batch"),
           QStringLiteral("4 min 12 s (3 min 10 s \u2013 5 min 30 s), in batches"),
           QStringLiteral("9 100 rows/s"), QStringLiteral("one ALTER would rewrite the table"),
           QStringLiteral("SET subscription_tier = NULL") })
        QVERIFY2(text.contains(part), qPrintable(part + QStringLiteral(" not in: ") + text));
}

void TestInspector::saysWhatIsLostAndThatThereIsNoWayBack()
{
    Inspector inspector;
    inspector.setStep(testing::samplePlan(), QStringLiteral("s14"));
    const QString text = inspector.toPlainText();
    const QRegularExpression loss(
        QStringLiteral("column public\\.orders\\.user_id: 2\\s300\\s000 rows, 18 MB"));
    QVERIFY2(text.contains(loss), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("No way back: the values of user_id are gone")));
}

void TestInspector::saysWhatAGateAsks()
{
    Inspector inspector;
    inspector.setStep(testing::samplePlan(), QStringLiteral("s13"));
    QVERIFY(inspector.toPlainText().contains(QStringLiteral("Confirm that the release")));
    QVERIFY(inspector.toPlainText().contains(QStringLiteral("as long as it takes")));
}

void TestInspector::saysWhoWouldWait()
{
    Inspector inspector;
    inspector.setStep(testing::samplePlan(), QStringLiteral("s01"));
    QVERIFY(!inspector.toPlainText().contains(QStringLiteral("Traffic")));
    auto list = std::make_shared<analysis::Checklist>();
    list->database = QStringLiteral("shop @ db1");
    analysis::Pressure pressure;
    pressure.step = QStringLiteral("s01");
    pressure.text = QStringLiteral("public.users gets 350 writes/s.");
    pressure.statements = { { QStringLiteral("UPDATE users SET a < $1"), QStringLiteral("web"), 12.5, 3,
                              true } };
    list->blast.pressures = { pressure };
    for (int i = 0; i < 5; ++i)
        list->blast.queues.append(
            { QStringLiteral("s01"), {}, {}, 0, QStringLiteral("pid %1 stands before it.").arg(i) });
    inspector.setChecklist(list);
    const QString text = inspector.toPlainText();
    for (const QString &part :
         { QStringLiteral("public.users gets 350 writes/s."), QStringLiteral("UPDATE users SET a < $1"),
           QStringLiteral("12.5/s"), QStringLiteral("pid 2 stands"), QStringLiteral("2 more transaction"),
           QStringLiteral("as shop @ db1 was seen") })
        QVERIFY2(text.contains(part), qPrintable(part + QStringLiteral(" not in: ") + text));
    QVERIFY(!text.contains(QStringLiteral("pid 3 stands")));
    inspector.setStep(testing::samplePlan(), QStringLiteral("s02"));
    QVERIFY(!inspector.toPlainText().contains(QStringLiteral("350 writes/s")));
}

void TestInspector::leavesEmptyRowsOut()
{
    Inspector inspector;
    inspector.setStep(testing::samplePlan(), QStringLiteral("s01"));
    QVERIFY(!inspector.toPlainText().contains(QStringLiteral("Loses")));
    QVERIFY(!inspector.toPlainText().contains(QStringLiteral("Why")));
    inspector.setStep(testing::samplePlan(), QString());
    QVERIFY(inspector.toPlainText().startsWith(QStringLiteral("Select a step")));
}

void TestInspector::escapesWhatComesFromASchema()
{
    auto plan = testing::samplePlan();
    plan->steps[0].title = QStringLiteral("Add <b>bold</b> & more");
    plan->steps[0].assessment.locks = { { QStringLiteral("public.\"<i>\""), plan::LockMode::Share } };
    Inspector inspector;
    inspector.setStep(plan, QStringLiteral("s01"));
    QVERIFY(inspector.toPlainText().contains(QStringLiteral("Add <b>bold</b> & more")));
    QVERIFY(inspector.toPlainText().contains(QStringLiteral("public.\"<i>\" SHARE")));
}

void TestInspector::followsLinks()
{
    Inspector inspector;
    inspector.setStep(testing::samplePlan(), QStringLiteral("s07"));
    QSignalSpy finding(&inspector, &Inspector::findingActivated);
    QSignalSpy step(&inspector, &Inspector::stepActivated);
    emit inspector.anchorClicked(QUrl(QStringLiteral("finding:0")));
    QCOMPARE(finding.count(), 1);
    QCOMPARE(finding.first().at(1).toInt(), 1);
    emit inspector.anchorClicked(QUrl(QStringLiteral("finding:9")));
    QCOMPARE(finding.count(), 1);
    emit inspector.anchorClicked(QUrl(QStringLiteral("step:s06")));
    QCOMPARE(step.first().first().toString(), QStringLiteral("s06"));
}

void TestInspector::takesTheColoursOfTheTheme()
{
    Theme theme;
    theme.setMode(ThemeMode::Light);
    Inspector inspector;
    inspector.setStep(testing::samplePlan(), QStringLiteral("s14"));
    inspector.show();
    QVERIFY(inspector.toHtml().contains(lightColors().error.name()));
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(changed.count(), 1);
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(changed.count(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(inspector.toHtml().contains(darkColors().error.name()), testing::longEnoughMs);
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
