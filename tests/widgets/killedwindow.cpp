#include "killedwindow.h"

#include "../support/postgrestest.h"

#include <app/language.h>
#include <widgets/plan/planpage.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cstdio>

namespace lockstep::testing {

namespace {

constexpr int patience = windowPatience / 2;
constexpr auto taskVariable = "LOCKSTEP_CHILD_TASK";
constexpr auto serverVariable = "LOCKSTEP_CHILD_SERVER";
constexpr auto directoryVariable = "LOCKSTEP_CHILD_DIRECTORY";
constexpr auto databaseVariable = "LOCKSTEP_CHILD_DATABASE";

/// The saved settings are the child's own.
QString settingsPath()
{
    app::useLanguage(QStringLiteral("en"));
    return qEnvironmentVariable(directoryVariable) + QStringLiteral("/child.ini");
}

} // namespace

QByteArray KilledWindow::task()
{
    return qgetenv(taskVariable);
}

void KilledWindow::killAfter(const WindowFixture &fixture, const QByteArray &task, const QByteArray &said)
{
    const QByteArray line = said + '\n';
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(taskVariable), QString::fromUtf8(task));
    {
        const StallWatch::Excuse excuse; // It may have to be started first.
        environment.insert(QLatin1String(serverVariable), testing::server()->maintenance().text);
    }
    environment.insert(QLatin1String(directoryVariable),
                       QFileInfo(fixture.path(QStringLiteral("child.ini"))).path());
    if (fixture.database())
        environment.insert(QLatin1String(databaseVariable), fixture.database()->name());
    QProcess child;
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    // All waiting is done in the event loop, which is watched.
    child.start(QCoreApplication::applicationFilePath(), {});
    QByteArray output;
    QTRY_VERIFY_WITH_TIMEOUT(
        (output += child.readAll()).contains(line) || child.state() == QProcess::NotRunning, 2 * patience);
    QVERIFY2(
        child.state() == QProcess::Running,
        qPrintable(QStringLiteral("It ended with %1: ").arg(child.exitCode()) + QString::fromUtf8(output)));
    child.kill();
    QTRY_COMPARE_WITH_TIMEOUT(child.state(), QProcess::NotRunning, patience);
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
}

KilledWindow::KilledWindow()
    : m_settings(settingsPath())
    , m_window({ qEnvironmentVariable(serverVariable), 0 }, &m_settings, &m_theme)
{
    m_window.document()->unsaved()->begin(path(QStringLiteral("unsaved.lockstep")));
    m_window.resize(1600, 1000);
    m_window.show();
}

QString KilledWindow::path(const QString &name) const
{
    return qEnvironmentVariable(directoryVariable) + QLatin1Char('/') + name;
}

QString KilledWindow::databaseName()
{
    return qEnvironmentVariable(databaseVariable);
}

bool KilledWindow::waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, patience);
}

bool KilledWindow::isProved()
{
    const plan::PlanPtr plan = m_window.pipeline()->plan();
    return plan && plan->isProved();
}

void KilledWindow::shoot(const char *name)
{
    const QString directory = QCoreApplication::applicationDirPath() + QStringLiteral("/shots");
    QDir().mkpath(directory);
    QTest::qWait(50); // Until what was changed last has its place.
    m_window.grab().save(directory + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
}

int KilledWindow::sayAndStay(const char *what)
{
    std::printf("%s\n", what);
    std::fflush(stdout);
    return QApplication::exec();
}

bool KilledWindow::editBackfill(const QString &words, const QString &file)
{
    m_window.pages()->show(widgets::StageStrip::Plan);
    const plan::PlanPtr plan = m_window.pipeline()->plan();
    const auto step = std::find_if(plan->steps.cbegin(), plan->steps.cend(),
                                   [](const auto &each) { return each.backfill.has_value(); });
    if (step == plan->steps.cend())
        return false;
    m_window.pages()->plan()->selectStep(step->id);
    shoot("story-plan");
    auto *editor = m_window.pages()->plan()->findChild<QWidget *>(QStringLiteral("sqlEditorText"));
    editor->setFocus();
    // Before the semicolon.
    QTest::keyClick(editor, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(editor, Qt::Key_Left);
    QTest::keyClicks(editor, words);
    return waitFor([this] { return !m_window.pipeline()->edits().isEmpty(); }) && waitFor([&] {
               QFile saved(file);
               return saved.open(QIODevice::ReadOnly) && saved.readAll().contains(words.trimmed().toUtf8());
           });
}

} // namespace lockstep::testing
