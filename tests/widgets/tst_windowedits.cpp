#include "windowfixture.h"

#include "../support/postgrestest.h"

#include <widgets/common/banner.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/plan/planpage.h>
#include <widgets/plan/stepeditor.h>

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using widgets::StageStrip;

/// Typing, deciding and undoing on the Plan page without waiting for the plan in between.
class TestWindowEdits final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void keepsWhatIsTypedBesideADecision();

private:
    QString sqlOf(const QString &step) { return plan()->find(step)->sql.join(QString()); }
    /// As it is shown.
    plan::PlanPtr plan() { return m_fixture->pages()->plan()->plan(); }
    QString stepWith(const char *text);
    void type(const QString &text);
    void press(int key);

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestWindowEdits::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->createDatabase(
        QStringLiteral("edits"),
        QStringLiteral("CREATE TABLE users (id bigint PRIMARY KEY, name text, old text);\n"));
}

QString TestWindowEdits::stepWith(const char *text)
{
    for (const plan::Step &step : plan()->steps) {
        if (step.sql.join(QLatin1Char(' ')).contains(QLatin1String(text)))
            return step.id;
    }
    return {};
}

void TestWindowEdits::type(const QString &text)
{
    auto *editor =
        m_fixture->pages()->plan()->stepEditor()->findChild<QWidget *>(QStringLiteral("sqlEditorText"));
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClicks(editor, text);
}

void TestWindowEdits::press(int key)
{
    QTest::keyClick(m_fixture->window(), Qt::Key(key), Qt::ControlModifier | Qt::AltModifier);
}

void TestWindowEdits::keepsWhatIsTypedBesideADecision()
{
    m_fixture->openWindow();
    m_fixture->openAndProve(m_fixture->writeProject(
        "CREATE TABLE users (id bigint PRIMARY KEY, name text, tier text);\n"
        "CREATE INDEX users_name_idx ON users (name);\n",
        [](project::Project *project) {
            project->intents.drop = QStringList{ QStringLiteral("column public.users.old") };
        }));
    if (QTest::currentTestFailed())
        return;
    widgets::PlanPage *page = m_fixture->pages()->plan();
    m_fixture->pages()->show(StageStrip::Plan);
    QApplication::processEvents();
    const QString drop = stepWith("DROP COLUMN");
    QVERIFY(!drop.isEmpty());
    page->selectStep(stepWith("users_name_idx"));
    type(QStringLiteral("SELECT 1; "));
    QSignalSpy ready(m_fixture->window()->pipeline(), &project::Pipeline::planReady);
    // Not a moment later: what is typed is neither said nor made yet.
    page->selectStep(drop);
    QApplication::processEvents(); // Nobody does all of this between two events.
    QAction *keep = nullptr;
    for (QAction *action : page->stepMenu()->actions()) {
        if (action->text().startsWith(QLatin1String("Keep ")))
            keep = action;
    }
    QVERIFY(keep);
    keep->trigger();
    page->selectStep(stepWith("users_name_idx"));
    type(QStringLiteral("SELECT 2; "));
    auto *notice = page->findChild<widgets::Banner *>(QStringLiteral("planNotice"));
    page->flush();
    QVERIFY(ready.isEmpty());
    QVERIFY2(notice->plainText().contains(QStringLiteral("applied as soon as it is there")),
             qPrintable(notice->plainText()));
    QVERIFY(ready.wait(windowPatience));
    QVERIFY(notice->isHidden());
    QVERIFY(stepWith("DROP COLUMN").isEmpty());
    const QString index = stepWith("users_name_idx");
    QVERIFY2(sqlOf(index).startsWith(QStringLiteral("SELECT 2SELECT 1")), qPrintable(sqlOf(index)));
    QVERIFY(page->stepEditor()->editor()->sqlText().startsWith(QStringLiteral("SELECT 2; SELECT 1;")));

    // Backwards and forwards through all of it, by keys.
    press(Qt::Key_Z);
    QVERIFY(sqlOf(index).startsWith(QStringLiteral("SELECT 1")));
    ready.clear();
    press(Qt::Key_Z);
    QVERIFY(ready.wait(windowPatience));
    QVERIFY(!stepWith("DROP COLUMN").isEmpty());
    press(Qt::Key_Z);
    QVERIFY(!plan()->find(stepWith("users_name_idx"))->edited);
    press(Qt::Key_Y);
    ready.clear();
    press(Qt::Key_Y);
    QVERIFY(ready.wait(windowPatience));
    QVERIFY(stepWith("DROP COLUMN").isEmpty());
    press(Qt::Key_Y);
    QVERIFY2(sqlOf(stepWith("users_name_idx")).startsWith(QStringLiteral("SELECT 2SELECT 1")),
             qPrintable(sqlOf(stepWith("users_name_idx"))));
    QVERIFY(!m_fixture->window()->pipeline()->canRedo());
    m_fixture->verifyNoStall();
    m_fixture.reset();
}

QTEST_MAIN(TestWindowEdits)
#include "tst_windowedits.moc"
