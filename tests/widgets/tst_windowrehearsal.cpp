#include "../support/postgrestest.h"
#include "windowfixture.h"

#include <model/items/roles.h>
#include <widgets/common/banner.h>
#include <widgets/plan/planpage.h>
#include <widgets/rehearsal/rehearsalpage.h>

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace lockstep;
using namespace lockstep::app;
using items::RehearsalModel;
using widgets::RehearsalPage;
using widgets::StageStrip;

namespace {

constexpr int patience = testing::windowPatience;

} // namespace

/// A rehearsal in the window: from the choice of the rows to the rates.
class TestWindowRehearsal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_fixture.verifyNoStall(); }
    void rehearsesOnMadeUpRows();
    void beginsAtOnceOnTheSameRows();
    void usesWhatWasLearned();
    void savesTheReport();
    void showsTheStepThatFailed();
    void asksForTheNameOfADatabase();
    void stopsWhenAsked();

private:
    template <typename Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return m_fixture.find<Control>(name);
    }
    [[nodiscard]] RehearsalPage *page() const { return window()->pages()->rehearsal(); }

    [[nodiscard]] MainWindow *window() const { return m_fixture.window(); }

    testing::WindowFixture m_fixture;
};

void TestWindowRehearsal::initTestCase()
{
    m_fixture.createDatabase(
        QStringLiteral("rehearsal"),
        QStringLiteral(
            "CREATE TABLE public.users (id bigint PRIMARY KEY, email text NOT NULL UNIQUE, old text);"
            "CREATE TABLE public.orders (id bigint PRIMARY KEY, user_id bigint REFERENCES "
            "public.users, note text);"
            "INSERT INTO public.users SELECT i, 'user' || i, 'o' FROM generate_series(1, 3000) i;"
            "INSERT INTO public.orders SELECT i, 1 + i % 3000, 'n' FROM generate_series(1, 9000) i; "
            "ANALYZE"));
    QVERIFY(!QTest::currentTestFailed());
    m_fixture.openWindow();
    QVERIFY(!find<QPushButton>("rehearsalStart")->isEnabled());
    m_fixture.openAndProve(m_fixture.writeProject(
        "CREATE TABLE public.users (id bigint PRIMARY KEY, email text NOT NULL UNIQUE,\n"
        "  token text NOT NULL DEFAULT clock_timestamp()::text);\n"
        "CREATE TABLE public.orders (id bigint PRIMARY KEY, user_id bigint REFERENCES public.users, note "
        "text\n"
        "  CHECK (length(note) < 500));\n"
        "CREATE INDEX orders_user_idx ON public.orders (user_id);\n",
        [](project::Project *project) {
            project->intents.drop = QStringList{ QStringLiteral("column public.users.old") };
        }));
}

void TestWindowRehearsal::rehearsesOnMadeUpRows()
{
    window()->pages()->show(StageStrip::Rehearse);
    QVERIFY(page()->isVisible());
    m_fixture.shoot(QStringLiteral("rehearsal-before"));
    find<QSpinBox>("rehearsalRows")->setValue(20000);
    QSignalSpy ready(window()->rehearsals()->service(), &project::RehearsalService::ready);
    QSignalSpy progress(window()->rehearsals()->service(), &project::RehearsalService::progress);
    QTest::mouseClick(find<QPushButton>("rehearsalStart"), Qt::LeftButton);
    QVERIFY(!find<QPushButton>("rehearsalStart")->isEnabled());
    const auto *steps = find<QTreeView>("rehearsalSteps");
    QTRY_VERIFY_WITH_TIMEOUT(!steps->model()->index(2, RehearsalModel::Took).data().toString().isEmpty(),
                             patience);
    m_fixture.shoot(QStringLiteral("rehearsal-during"));
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), patience);
    QVERIFY(progress.count() > 10);
    QVERIFY2(page()->rehearsal()->held(), qPrintable(find<QLabel>("rehearsalHeadline")->text()));
    QVERIFY(page()->stateLine().startsWith(QStringLiteral("went well")));
    const auto production =
        steps->model()->index(page()->rehearsal()->steps.size() - 1, RehearsalModel::Production);
    QVERIFY(!production.data().toString().isEmpty()); // The current side is live, so its sizes are known.
    m_fixture.shoot(QStringLiteral("rehearsal-done"));
}

void TestWindowRehearsal::beginsAtOnceOnTheSameRows()
{
    QSignalSpy ready(window()->rehearsals()->service(), &project::RehearsalService::ready);
    QSignalSpy progress(window()->rehearsals()->service(), &project::RehearsalService::progress);
    QTest::mouseClick(find<QPushButton>("rehearsalStart"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), patience);
    QVERIFY(page()->rehearsal()->held());
    QStringList said;
    for (const QList<QVariant> &one : std::as_const(progress))
        said.append(one.first().value<proof::RehearsalProgress>().text);
    QVERIFY2(said.contains(QStringLiteral("Using the rows of the last rehearsal.")),
             qPrintable(said.join(QLatin1Char('\n'))));
    QVERIFY(said.filter(QStringLiteral("Making rows")).isEmpty());
    QCOMPARE(page()->rehearsal()->material, QStringLiteral("120 000 made-up rows in 2 tables"));
}

void TestWindowRehearsal::usesWhatWasLearned()
{
    QVERIFY(page()->rehearsal()->rates);
    QSignalSpy updated(window()->pipeline(), &project::Pipeline::planUpdated);
    QTest::mouseClick(find<QPushButton>("rehearsalRates"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!updated.isEmpty(), patience);
    QCOMPARE(window()->pipeline()->rates()->origin, analysis::RatesOrigin::Rehearsal);
    QVERIFY(page()->rehearsal()); // Other estimates are no other plan.
    QVERIFY(window()->pipeline()->plan()->isProved());
}

void TestWindowRehearsal::savesTheReport()
{
    for (const char *end : { "html", "json", "txt" }) {
        const QString path = m_fixture.path(QStringLiteral("report.") + QLatin1String(end));
        QSignalSpy saved(window()->rehearsals()->service(), &project::RehearsalService::saved);
        window()->rehearsals()->service()->save(page()->rehearsal(), path);
        QTRY_VERIFY_WITH_TIMEOUT(!saved.isEmpty(), patience);
        QVERIFY(QFile(path).size() > 500);
    }
    QSignalSpy failed(window()->rehearsals()->service(), &project::RehearsalService::saveFailed);
    window()->rehearsals()->service()->save(page()->rehearsal(),
                                            m_fixture.path(QStringLiteral("no/where.html")));
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), patience);
    QVERIFY(find<widgets::Banner>("rehearsalBanner")->isVisible());
}

void TestWindowRehearsal::showsTheStepThatFailed()
{
    const QString backup = m_fixture.write(
        QStringLiteral("backup.sql"),
        "CREATE TABLE public.users (id bigint PRIMARY KEY, email text NOT NULL UNIQUE, old text);\n"
        "CREATE TABLE public.orders (id bigint PRIMARY KEY, user_id bigint REFERENCES public.users, note "
        "text);\n"
        "INSERT INTO public.orders VALUES (42, NULL, repeat('x', 600));\n");
    const plan::PlanPtr plan = window()->pipeline()->plan();
    find<QRadioButton>("rehearsalBackup")->setChecked(true);
    QVERIFY(!find<QPushButton>("rehearsalStart")->isEnabled());
    page()->setup()->setBackup(backup);
    QSignalSpy ready(window()->rehearsals()->service(), &project::RehearsalService::ready);
    QSignalSpy failed(window()->rehearsals()->service(), &project::RehearsalService::failed);
    QTest::mouseClick(find<QPushButton>("rehearsalStart"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty() || !failed.isEmpty(), patience);
    QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).value<base::Error>().toText()));
    QCOMPARE(page()->tone(), widgets::StageTone::Bad);
    const auto *steps = find<QTreeView>("rehearsalSteps");
    QCOMPARE(steps->currentIndex().data(items::SeverityRole).toInt(), int(plan::Severity::Error));
    QVERIFY2(find<QTextBrowser>("rehearsalDetail")->toPlainText().contains(QStringLiteral("id = 42")),
             qPrintable(find<QTextBrowser>("rehearsalDetail")->toPlainText()));
    // By the number that the list shows, not by the id that the command line takes.
    QCOMPARE(find<QLabel>("rehearsalHeadline")->text(),
             QStringLiteral("Step %1 failed with these rows.").arg(steps->currentIndex().row() + 1));
    const QString detail = find<QTextBrowser>("rehearsalDetail")->toPlainText();
    QVERIFY2(!detail.contains(QRegularExpression(QStringLiteral("\\bs[0-9]{2}\\b"))), qPrintable(detail));
    m_fixture.shoot(QStringLiteral("rehearsal-failed"));
}

void TestWindowRehearsal::asksForTheNameOfADatabase()
{
    base::Result<std::unique_ptr<scratch::ScratchDatabase>> copy = [] {
        const testing::StallWatch::Excuse excuse;
        return scratch::ScratchDatabase::create(testing::server(), QStringLiteral("a copy"));
    }();
    QVERIFY(copy.has_value());
    find<QRadioButton>("rehearsalDatabase")->setChecked(true);
    auto *target = find<QLineEdit>("rehearsalTarget");
    auto *name = find<QLineEdit>("rehearsalName");
    target->setText({});
    QTest::keyClicks(target, m_fixture.database()->target().text);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("rehearsalTypeHere")->text().contains(QLatin1Char('@')), patience);
    name->setText(m_fixture.database()->name());
    QVERIFY(!find<QPushButton>("rehearsalStart")->isEnabled()); // The plan was made from it.
    target->clear();
    QTest::keyClicks(target, (*copy)->target().text);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("rehearsalTypeHere")->text().endsWith((*copy)->name()), patience);
    QVERIFY(!find<QPushButton>("rehearsalStart")->isEnabled());
    name->setText((*copy)->name());
    QVERIFY(find<QPushButton>("rehearsalStart")->isEnabled());
    m_fixture.shoot(QStringLiteral("rehearsal-database"));
}

void TestWindowRehearsal::stopsWhenAsked()
{
    find<QRadioButton>("rehearsalMadeUp")->setChecked(true);
    find<QSpinBox>("rehearsalRows")->setValue(1'000'000);
    QSignalSpy canceled(window()->rehearsals()->service(), &project::RehearsalService::canceled);
    QTest::mouseClick(find<QPushButton>("rehearsalStart"), Qt::LeftButton);
    QTest::qWait(1500);
    QVERIFY(window()->rehearsals()->isWorking());
    emit page()->cancelRequested();
    QTRY_VERIFY_WITH_TIMEOUT(!canceled.isEmpty(), patience);
    QVERIFY(!window()->rehearsals()->isWorking());
    QVERIFY(find<QPushButton>("rehearsalStart")->isEnabled());
}

QTEST_MAIN(TestWindowRehearsal)
#include "tst_windowrehearsal.moc"
