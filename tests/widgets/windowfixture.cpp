#include "windowfixture.h"

#include "../support/postgrestest.h"

#include <app/language.h>
#include <widgets/run/runpage.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace lockstep::testing {

using widgets::ThemeMode;

WindowFixture::WindowFixture()
{
    app::useLanguage(QStringLiteral("en"));
    m_theme.setMode(ThemeMode::Light);
}

WindowFixture::~WindowFixture() = default;

void WindowFixture::createDatabase(const QString &name, const QString &script)
{
    const StallWatch::Excuse excuse;
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    auto database = scratch::ScratchDatabase::create(server, name);
    QVERIFY2(database.has_value(), database.has_value() ? "" : qPrintable(database.error().toText()));
    m_database = std::move(*database);
    auto session = m_database->open();
    QVERIFY2(session.has_value(), session.has_value() ? "" : qPrintable(session.error().toText()));
    m_session = std::move(*session);
    execute(script);
}

void WindowFixture::execute(const QString &sql)
{
    const StallWatch::Excuse excuse;
    const auto done = m_session->executeScript(sql);
    QVERIFY2(done.has_value(), done.has_value() ? "" : qPrintable(done.error().toText()));
}

QString WindowFixture::value(const QString &sql)
{
    const StallWatch::Excuse excuse;
    const auto rows = m_session->query(sql);
    return rows.has_value() && rows->count() > 0 ? rows->text(0, 0) : QString();
}

QString WindowFixture::write(const QString &name, const QByteArray &content)
{
    const QString path = m_directory.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
}

QString WindowFixture::writeProject(const QByteArray &target,
                                    const std::function<void(project::Project *)> &change)
{
    project::Project project;
    project.current = m_database->target().text;
    project.target = write(QStringLiteral("target.sql"), target);
    if (change)
        change(&project);
    const QString path = m_directory.filePath(QStringLiteral("shop.lockstep"));
    return project::writeProject(project, path).has_value() ? path : QString();
}

QString WindowFixture::openSmallProject(const std::function<void(project::Project *)> &change)
{
    project::Project project;
    project.current = write(QStringLiteral("a.sql"), "CREATE TABLE users (id bigint PRIMARY KEY);\n");
    project.intents.drop = QStringList();
    if (change)
        change(&project);
    const QString file = path(QStringLiteral("shop.lockstep"));
    if (!project::writeProject(project, file).has_value())
        return {};
    openWindow()->files()->open(file);
    return file;
}

app::MainWindow *WindowFixture::openWindow()
{
    closeWindow();
    m_window = openAnother();
    return m_window.get();
}

/// Taking a whole window apart is nothing that anybody waits for.
void WindowFixture::closeWindow()
{
    const StallWatch::Excuse excuse;
    m_window.reset();
}

std::unique_ptr<app::MainWindow> WindowFixture::openAnother()
{
    // How long a window takes to open is measured by tests/bench.
    const StallWatch::Excuse excuse;
    auto window = std::make_unique<app::MainWindow>(
        scratch::ScratchOptions{ testing::server()->maintenance().text, 0 }, &m_settings, &m_theme);
    window->resize(1600, 1000);
    window->show();
    QApplication::processEvents();
    return window;
}

void WindowFixture::openAndProve(const QString &path)
{
    const QSignalSpy proved(m_window->pipeline(), &project::Pipeline::proofReady);
    const QSignalSpy failed(m_window->pipeline(), &project::Pipeline::stageFailed);
    m_window->files()->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(!proved.isEmpty() || !failed.isEmpty(), windowPatience);
    QVERIFY2(failed.isEmpty(),
             failed.isEmpty() ? "" : qPrintable(failed.first().at(1).value<base::Error>().toText()));
    const plan::PlanPtr plan = m_window->pipeline()->plan();
    QVERIFY2(plan->isProved(),
             qPrintable((plan->proof.forward + plan->proof.rollback).join(QLatin1Char('\n'))));
}

void WindowFixture::confirmName(app::MainWindow *window)
{
    app::MainWindow *one = window ? window : m_window.get();
    one->pages()->show(widgets::StageStrip::Run);
    auto *start = one->findChild<QPushButton *>(QStringLiteral("runStart"));
    QVERIFY(!start->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(start->text().contains(m_database->name()), windowPatience);
    QTest::keyClicks(one->findChild<QLineEdit *>(QStringLiteral("runName")), m_database->name());
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), windowPatience);
}

QPushButton *WindowFixture::visibleButton(const char *name, const app::MainWindow *window) const
{
    for (QPushButton *button :
         (window ? window : m_window.get())->findChildren<QPushButton *>(QLatin1String(name))) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

void WindowFixture::shoot(const QString &name, QWidget *widget)
{
    const StallWatch::Excuse excuse;
    QWidget *shown = widget ? widget : m_window.get();
    const QString wanted = qEnvironmentVariable("LOCKSTEP_SHOTS");
    if (wanted.isEmpty()) {
        const QDir directory(QCoreApplication::applicationDirPath() + QStringLiteral("/shots"));
        QVERIFY(directory.mkpath(QStringLiteral(".")));
        QVERIFY(shown->grab().save(directory.filePath(name + QStringLiteral(".png"))));
        return;
    }
    const ThemeMode before = m_theme.mode();
    for (const auto &[mode, end] : { std::pair(ThemeMode::Dark, QStringLiteral("-dark.png")),
                                     std::pair(ThemeMode::Light, QStringLiteral("-light.png")) }) {
        m_theme.setMode(mode);
        QApplication::processEvents();
        QVERIFY(shown->grab().save(QDir(wanted).filePath(name + end)));
    }
    m_theme.setMode(before);
}

void WindowFixture::verifyNoStall()
{
    const QString report = m_watch.takeReport();
    QVERIFY2(report.isEmpty(), qPrintable(report));
}

} // namespace lockstep::testing
