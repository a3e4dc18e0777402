#include "windowfixture.h"

#include <widgets/common/banner.h>
#include <widgets/review/findingslist.h>
#include <widgets/review/lintrulesdialog.h>
#include <widgets/review/reviewpage.h>

#include <tests/support/patience.h>

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using namespace lockstep;
using namespace lockstep::app;
using widgets::LintRulesDialog;

namespace {

constexpr int patience = testing::windowPatience;
const QString blocking = QStringLiteral("create-index-blocking");

} // namespace

/// Rules of the project: turned off at a finding, for the plan and for scripts, kept in the file.
class TestWindowLintRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_fixture.verifyNoStall(); }
    void turnsARuleOffAtItsFinding();
    void keepsItInTheProject();
    void opensAProjectWithRulesThatAreNotKnown();
    void findsRulesByTheirText();
    void cleanupTestCase() { m_fixture.closeWindow(); }

private:
    [[nodiscard]] LintRulesDialog *dialog() const
    {
        return m_fixture.find<LintRulesDialog>("lintRulesDialog");
    }
    [[nodiscard]] project::Pipeline *pipeline() const { return m_fixture.window()->pipeline(); }
    [[nodiscard]] bool planHas(const QString &rule) const;
    [[nodiscard]] int rowInReview(const QString &rule) const;
    void choose(items::RuleChoice choice);

    testing::WindowFixture m_fixture;
    QString m_path;
};

bool TestWindowLintRules::planHas(const QString &rule) const
{
    const plan::PlanPtr plan = pipeline()->plan();
    for (const plan::Step &step : plan ? plan->steps : QVector<plan::Step>()) {
        for (const plan::Finding &finding : step.assessment.findings) {
            if (finding.rule == rule)
                return true;
        }
    }
    return false;
}

int TestWindowLintRules::rowInReview(const QString &rule) const
{
    const items::FindingsModel *model = m_fixture.pages()->review()->findings()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->findingAt(row)->rule == rule)
            return row;
    }
    return -1;
}

/// With the keyboard, as far as the list.
void TestWindowLintRules::choose(items::RuleChoice choice)
{
    auto *box = dialog()->findChild<QComboBox *>(QStringLiteral("lintRuleChoice"));
    const int wanted = box->findData(int(choice));
    QVERIFY(wanted >= 0);
    box->setFocus();
    while (box->currentIndex() != wanted)
        QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
}

void TestWindowLintRules::initTestCase()
{
    m_fixture.createDatabase(
        QStringLiteral("ruled"),
        QStringLiteral("CREATE TABLE public.orders (id bigint PRIMARY KEY, note text);"
                       "INSERT INTO public.orders SELECT i, 'note ' || i FROM generate_series(1, 50000) i;"
                       "ANALYZE public.orders"));
    m_path =
        m_fixture.writeProject("CREATE TABLE public.orders (id bigint PRIMARY KEY, note text);\n"
                               "CREATE INDEX orders_note_idx ON public.orders (note);\n",
                               [](project::Project *project) { project->policy = plan::Policy::Window; });
}

void TestWindowLintRules::turnsARuleOffAtItsFinding()
{
    m_fixture.openWindow();
    m_fixture.openAndProve(m_path);
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(planHas(blocking));
    const QString script = m_fixture.write(QStringLiteral("0001.sql"),
                                           "SET lock_timeout = '1s';\nCREATE INDEX i ON orders (note);\n");
    m_fixture.window()->review()->open({ script });
    QTRY_VERIFY_WITH_TIMEOUT(rowInReview(blocking) >= 0, patience);
    auto *list = m_fixture.pages()->review()->findings();
    list->select(rowInReview(blocking));
    list->findChild<QAction *>(QStringLiteral("ruleOfFinding"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() && dialog()->isVisible(), testing::longEnoughMs);
    QCOMPARE(dialog()->selected(), blocking);
    m_fixture.shoot(QStringLiteral("lintrules"), dialog());
    choose(items::RuleChoice::Off);
    QTRY_COMPARE_WITH_TIMEOUT(rowInReview(blocking), -1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!planHas(blocking), patience);
    QVERIFY2(pipeline()->plan()->isProved(), "What a project says of findings does not touch the proof.");
}

void TestWindowLintRules::keepsItInTheProject()
{
    m_fixture.window()->document()->save(m_path);
    m_fixture.window()->document()->finishWriting();
    m_fixture.openWindow();
    m_fixture.openAndProve(m_path);
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(!planHas(blocking));
    // Nothing was changed by opening it.
    QTest::qWait(200);
    QVERIFY(!m_fixture.window()->document()->isChanged());
    QVERIFY(!m_fixture.window()->isWindowModified());
    const QString said = m_fixture.find<QTreeView>("planFindings")->accessibleDescription();
    QVERIFY2(said.contains(QStringLiteral("1 rule is switched off")), qPrintable(said));
    m_fixture.find<QAction>("lintRules")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() && dialog()->isVisible(), testing::longEnoughMs);
    QTest::mouseClick(dialog()->findChild<QWidget *>(QStringLiteral("lintRulesUsual")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(planHas(blocking), patience);
    QVERIFY(pipeline()->rules() == analysis::lint::LintSettings());
    QVERIFY(m_fixture.window()->document()->isChanged());
}

void TestWindowLintRules::opensAProjectWithRulesThatAreNotKnown()
{
    m_fixture.window()->document()->save(m_path);
    m_fixture.window()->document()->finishWriting();
    const auto content = [this] {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QJsonObject project = QJsonDocument::fromJson(content()).object();
    const QJsonObject rules{ { QStringLiteral("disable"), QJsonArray{ QStringLiteral("of-tomorrow") } } };
    project.insert(QStringLiteral("rules"), rules);
    const QString path = m_fixture.write(QStringLiteral("newer.lockstep"), QJsonDocument(project).toJson());
    m_fixture.window()->files()->open(path);
    QCOMPARE(m_fixture.window()->document()->path(), path);
    const QString said = m_fixture.find<widgets::Banner>("windowBanner")->plainText();
    QVERIFY2(said.contains(QStringLiteral("of-tomorrow")), qPrintable(said));
    m_fixture.window()->document()->save(m_path);
    m_fixture.window()->document()->finishWriting();
    QCOMPARE(QJsonDocument::fromJson(content()).object().value(QStringLiteral("rules")).toObject(), rules);
}

void TestWindowLintRules::findsRulesByTheirText()
{
    auto *view = dialog()->findChild<QTreeView *>(QStringLiteral("lintRules"));
    const int all = view->model()->rowCount();
    QTest::keyClicks(dialog()->findChild<QLineEdit *>(QStringLiteral("lintRulesSearch")),
                     QStringLiteral("drop table"));
    QVERIFY(view->model()->rowCount() > 0 && view->model()->rowCount() < all / 4);
    QVERIFY(!dialog()->selected().isEmpty());
    dialog()->select(blocking); // What is filtered away is shown again.
    QCOMPARE(dialog()->selected(), blocking);
    QCOMPARE(view->model()->rowCount(), all);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QVERIFY(!dialog()->isVisible());
}

QTEST_MAIN(TestWindowLintRules)
#include "tst_windowlintrules.moc"
