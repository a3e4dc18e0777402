#include "../support/postgrestest.h"

#include <app/mainwindow.h>
#include <model/items/roles.h>
#include <model/project/projectfile.h>
#include <widgets/common/banner.h>
#include <widgets/plan/planpage.h>
#include <widgets/rehearsal/rehearsalpage.h>

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
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

constexpr int patience = 120000;

} // namespace

/// A rehearsal in the window: from the choice of the rows to the rates. Leaves pictures in LOCKSTEP_SHOTS if
/// that is set.
class TestWindowRehearsal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rehearsesOnMadeUpRows();
    void beginsAtOnceOnTheSameRows();
    void usesWhatWasLearned();
    void savesTheReport();
    void showsTheStepThatFailed();
    void asksForTheNameOfADatabase();
    void stopsWhenAsked();

private:
    void shoot(const QString &name);
    template <typename Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return m_window->findChild<Control *>(QLatin1String(name));
    }
    [[nodiscard]] RehearsalPage *page() const { return m_window->pages()->rehearsal(); }

    QTemporaryDir m_directory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowRehearsal::initTestCase()
{
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    auto database = scratch::ScratchDatabase::create(server, QStringLiteral("rehearsal"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
    m_session = m_database->open().value();
    QVERIFY(m_session
                ->executeScript(QStringLiteral(
                    "CREATE TABLE public.users (id bigint PRIMARY KEY, email text NOT NULL UNIQUE, old text);"
                    "CREATE TABLE public.orders (id bigint PRIMARY KEY, user_id bigint REFERENCES "
                    "public.users, note text);"
                    "INSERT INTO public.users SELECT i, 'user' || i, 'o' FROM generate_series(1, 3000) i;"
                    "INSERT INTO public.orders SELECT i, 1 + i % 3000, 'n' FROM generate_series(1, 9000) i; "
                    "ANALYZE"))
                .has_value());
    QFile target(m_directory.filePath(QStringLiteral("target.sql")));
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write("CREATE TABLE public.users (id bigint PRIMARY KEY, email text NOT NULL UNIQUE,\n"
                 "  token text NOT NULL DEFAULT clock_timestamp()::text);\n"
                 "CREATE TABLE public.orders (id bigint PRIMARY KEY, user_id bigint REFERENCES public.users, "
                 "note text\n"
                 "  CHECK (length(note) < 500));\n"
                 "CREATE INDEX orders_user_idx ON public.orders (user_id);\n");
    target.close();
    project::Project project;
    project.current = m_database->target().text;
    project.target = target.fileName();
    const QString path = m_directory.filePath(QStringLiteral("shop.lockstep"));
    QVERIFY(project::writeProject(project, path).has_value());
    m_settings = std::make_unique<Settings>(m_directory.filePath(QStringLiteral("settings.ini")));
    m_theme = std::make_unique<widgets::Theme>();
    m_theme->setMode(widgets::ThemeMode::Light);
    m_window = std::make_unique<MainWindow>(scratch::ScratchOptions{ server->maintenance().text, 0 },
                                            m_settings.get(), m_theme.get());
    m_window->resize(1600, 1000);
    m_window->show();
    QVERIFY(!find<QPushButton>("rehearsalStart")->isEnabled());
    const QSignalSpy planned(m_window->pipeline(), &project::Pipeline::planReady);
    m_window->files()->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(!planned.isEmpty(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->pipeline()->plan()->isProved(), patience);
}

void TestWindowRehearsal::shoot(const QString &name)
{
    const QString directory = qEnvironmentVariable("LOCKSTEP_SHOTS");
    if (directory.isEmpty())
        return;
    for (const auto mode : { widgets::ThemeMode::Dark, widgets::ThemeMode::Light }) {
        m_theme->setMode(mode);
        QApplication::processEvents();
        const QString theme =
            mode == widgets::ThemeMode::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
        QVERIFY(m_window->grab().save(QDir(directory).filePath(name + theme)));
    }
}

void TestWindowRehearsal::rehearsesOnMadeUpRows()
{
    m_window->pages()->show(StageStrip::Rehearse);
    QVERIFY(page()->isVisible());
    shoot(QStringLiteral("rehearsal-before"));
    find<QSpinBox>("rehearsalRows")->setValue(20000);
    QSignalSpy ready(m_window->rehearsals()->service(), &project::RehearsalService::ready);
    QSignalSpy progress(m_window->rehearsals()->service(), &project::RehearsalService::progress);
    QTest::mouseClick(find<QPushButton>("rehearsalStart"), Qt::LeftButton);
    QVERIFY(!find<QPushButton>("rehearsalStart")->isEnabled());
    const auto *steps = find<QTreeView>("rehearsalSteps");
    QTRY_VERIFY_WITH_TIMEOUT(!steps->model()->index(2, RehearsalModel::Took).data().toString().isEmpty(),
                             patience);
    shoot(QStringLiteral("rehearsal-during"));
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), patience);
    QVERIFY(progress.count() > 10);
    QVERIFY2(page()->rehearsal()->held(), qPrintable(find<QLabel>("rehearsalHeadline")->text()));
    QVERIFY(page()->stateLine().startsWith(QStringLiteral("went well")));
    const auto production =
        steps->model()->index(page()->rehearsal()->steps.size() - 1, RehearsalModel::Production);
    QVERIFY(!production.data().toString().isEmpty()); // The current side is live, so its sizes are known.
    shoot(QStringLiteral("rehearsal-done"));
}

void TestWindowRehearsal::beginsAtOnceOnTheSameRows()
{
    QSignalSpy ready(m_window->rehearsals()->service(), &project::RehearsalService::ready);
    QSignalSpy progress(m_window->rehearsals()->service(), &project::RehearsalService::progress);
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
    QSignalSpy updated(m_window->pipeline(), &project::Pipeline::planUpdated);
    QTest::mouseClick(find<QPushButton>("rehearsalRates"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!updated.isEmpty(), patience);
    QCOMPARE(m_window->pipeline()->rates()->origin, analysis::RatesOrigin::Rehearsal);
    QVERIFY(page()->rehearsal()); // Other estimates are no other plan.
    QVERIFY(m_window->pipeline()->plan()->isProved());
}

void TestWindowRehearsal::savesTheReport()
{
    for (const char *end : { "html", "json", "txt" }) {
        const QString path = m_directory.filePath(QStringLiteral("report.") + QLatin1String(end));
        QSignalSpy saved(m_window->rehearsals()->service(), &project::RehearsalService::saved);
        m_window->rehearsals()->service()->save(page()->rehearsal(), path);
        QTRY_VERIFY_WITH_TIMEOUT(!saved.isEmpty(), patience);
        QVERIFY(QFile(path).size() > 500);
    }
    QSignalSpy failed(m_window->rehearsals()->service(), &project::RehearsalService::saveFailed);
    m_window->rehearsals()->service()->save(page()->rehearsal(),
                                            m_directory.filePath(QStringLiteral("no/where.html")));
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), patience);
    QVERIFY(find<widgets::Banner>("rehearsalBanner")->isVisible());
}

void TestWindowRehearsal::showsTheStepThatFailed()
{
    QFile backup(m_directory.filePath(QStringLiteral("backup.sql")));
    QVERIFY(backup.open(QIODevice::WriteOnly));
    backup.write("CREATE TABLE public.users (id bigint PRIMARY KEY, email text NOT NULL UNIQUE, old text);\n"
                 "CREATE TABLE public.orders (id bigint PRIMARY KEY, user_id bigint REFERENCES public.users, "
                 "note text);\n"
                 "INSERT INTO public.orders VALUES (42, NULL, repeat('x', 600));\n");
    backup.close();
    const plan::PlanPtr plan = m_window->pipeline()->plan();
    find<QRadioButton>("rehearsalBackup")->setChecked(true);
    QVERIFY(!find<QPushButton>("rehearsalStart")->isEnabled());
    page()->setup()->setBackup(backup.fileName());
    QSignalSpy ready(m_window->rehearsals()->service(), &project::RehearsalService::ready);
    QSignalSpy failed(m_window->rehearsals()->service(), &project::RehearsalService::failed);
    QTest::mouseClick(find<QPushButton>("rehearsalStart"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty() || !failed.isEmpty(), patience);
    QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).value<base::Error>().toText()));
    QCOMPARE(page()->tone(), widgets::StageTone::Bad);
    const auto *steps = find<QTreeView>("rehearsalSteps");
    QCOMPARE(steps->currentIndex().data(items::SeverityRole).toInt(), int(plan::Severity::Error));
    QVERIFY2(find<QTextBrowser>("rehearsalDetail")->toPlainText().contains(QStringLiteral("id = 42")),
             qPrintable(find<QTextBrowser>("rehearsalDetail")->toPlainText()));
    shoot(QStringLiteral("rehearsal-failed"));
}

void TestWindowRehearsal::asksForTheNameOfADatabase()
{
    auto copy = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("a copy"));
    QVERIFY(copy.has_value());
    find<QRadioButton>("rehearsalDatabase")->setChecked(true);
    auto *target = find<QLineEdit>("rehearsalTarget");
    auto *name = find<QLineEdit>("rehearsalName");
    target->setText({});
    QTest::keyClicks(target, m_database->target().text);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("rehearsalTypeHere")->text().contains(QLatin1Char('@')), patience);
    name->setText(m_database->name());
    QVERIFY(!find<QPushButton>("rehearsalStart")->isEnabled()); // The plan was made from it.
    target->clear();
    QTest::keyClicks(target, (*copy)->target().text);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("rehearsalTypeHere")->text().endsWith((*copy)->name()), patience);
    QVERIFY(!find<QPushButton>("rehearsalStart")->isEnabled());
    name->setText((*copy)->name());
    QVERIFY(find<QPushButton>("rehearsalStart")->isEnabled());
    shoot(QStringLiteral("rehearsal-database"));
}

void TestWindowRehearsal::stopsWhenAsked()
{
    find<QRadioButton>("rehearsalMadeUp")->setChecked(true);
    find<QSpinBox>("rehearsalRows")->setValue(1'000'000);
    QSignalSpy canceled(m_window->rehearsals()->service(), &project::RehearsalService::canceled);
    QTest::mouseClick(find<QPushButton>("rehearsalStart"), Qt::LeftButton);
    QTest::qWait(1500);
    QVERIFY(m_window->rehearsals()->isWorking());
    emit page()->cancelRequested();
    QTRY_VERIFY_WITH_TIMEOUT(!canceled.isEmpty(), patience);
    QVERIFY(!m_window->rehearsals()->isWorking());
    QVERIFY(find<QPushButton>("rehearsalStart")->isEnabled());
}

QTEST_MAIN(TestWindowRehearsal)
#include "tst_windowrehearsal.moc"
