#include "commandline.h"
#include "desktopwatch.h"
#include "language.h"
#include "logrelay.h"
#include "mainwindow.h"
#include "screenshot.h"
#include "settings.h"

#include <QApplication>
#include <QIcon>
#include <QStandardPaths>

#include <cstdio>

using namespace lockstep;

namespace {

int fail(const base::Error &error, int code)
{
    std::fprintf(stderr, "lockstep: %s\n", qPrintable(error.toText()));
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("lockstep"));
    QApplication::setApplicationDisplayName(QStringLiteral("Lockstep"));
    QApplication::setApplicationVersion(QStringLiteral(LOCKSTEP_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/lockstep/lockstep.svg")));
    app::Settings settings;
    app::useLanguage(settings.language());
    const auto parsed = app::parseCommandLine(QApplication::arguments());
    if (!parsed.has_value())
        return fail(parsed.error(), 2);
    const app::CommandLine &line = *parsed;
    if (!base::log::configure(line.logLevel, line.logFile))
        return fail(base::inputError(QStringLiteral("The log file %1 cannot be written.").arg(line.logFile)),
                    2);
    app::installQtMessageHandler();
    if (!line.language.isEmpty())
        app::useLanguage(line.language);

    widgets::Theme theme(widgets::Theme::Dressing::Later);
    theme.setMode(line.theme.value_or(settings.themeMode()));
    app::DesktopWatch desktop(&theme);
    if (const auto bus = app::DesktopWatch::sessionBus(); bus && line.screenshot.isEmpty())
        desktop.watch(*bus);
    scratch::ScratchOptions scratchOptions;
    scratchOptions.server = line.scratch;
    app::MainWindow window(scratchOptions, &settings, &theme);
    window.resize(line.size);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    window.calibration()->setDirectory(data + QStringLiteral("/rates"));
    window.home()->setDemoDirectory(data + QStringLiteral("/demo"));
    window.connections()->setPath(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
                                  + QStringLiteral("/connections.json"));
    if (line.screenshot.isEmpty()) {
        window.restoreGeometry(settings.geometry());
        window.document()->unsaved()->begin(data + QStringLiteral("/unsaved.lockstep"));
    }
    theme.dress();
    window.show();
    window.openFrom(line);
    if (!line.screenshot.isEmpty())
        new app::Screenshot(&window, line);
    return QApplication::exec();
}
