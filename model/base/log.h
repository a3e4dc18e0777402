#pragma once

#include <QString>

#include <functional>

/// The logging façade: the rest of the model knows no spdlog. One channel per folder
/// ("lockstep.diff"), so that a user can quieten one without the others.
/// All functions may be called from any thread. Callers never pass secrets.
namespace lockstep::base::log {

enum class Level { Debug, Info, Warning, Error };

void debug(const char *channel, const QString &message);
void info(const char *channel, const QString &message);
void warning(const char *channel, const QString &message);
void error(const char *channel, const QString &message);

/// Where log lines go beside the sinks `configure` made: the window's log panel.
/// The sink is called in the thread that logs; it must post, not work.
using Sink = std::function<void(Level, const QString &channel, const QString &message)>;
void setSink(Sink sink);

/// Sets the lowest level that is kept and, if not empty, a file that lines are appended to.
/// stderr always gets them. Returns false if the file cannot be opened for writing.
[[nodiscard]] bool configure(Level lowest, const QString &file);

/// Parses "debug", "info", "warning" or "error"; false for anything else.
[[nodiscard]] bool parseLevel(const QString &text, Level *level);

} // namespace lockstep::base::log
