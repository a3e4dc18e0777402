#pragma once

#include <model/base/log.h>
#include <model/base/result.h>
#include <widgets/common/theme.h>

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace lockstep::app {

/// What the window was started with.
struct CommandLine
{
    QString file; ///< .lockstep, .lockplan or .sql
    QString current;
    QString target;
    QString scratch = QStringLiteral("auto");
    base::log::Level logLevel = base::log::Level::Warning;
    QString logFile;
    QString screenshot; ///< Empty: an ordinary window.
    QString page = QStringLiteral("plan");
    QString script; ///< A script, or a folder of them, to review.
    int step = 0; ///< Or finding, on the review page. Counted from 1; 0: none selected.
    QSize size{ 1600, 1000 };
    std::optional<widgets::ThemeMode> theme;
    QString language; ///< Empty: what the settings say.
};

/// Errors (Usage): a flag that does not exist or a value it cannot have. Handles --help and
/// --version itself.
[[nodiscard]] base::Result<CommandLine> parseCommandLine(const QStringList &arguments);

} // namespace lockstep::app
