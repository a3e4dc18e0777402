#pragma once

#include <model/base/result.h>
#include <model/execution/runevents.h>

/// Events of a run as a file for others to read.
namespace lockstep::project {

enum class EventLogFormat { JsonLines, Csv };

/// ".csv" is CSV, everything else JSON lines.
[[nodiscard]] EventLogFormat eventLogFormat(const QString &path);
/// One line an event, oldest first, times in UTC; what looks like a password is hidden.
[[nodiscard]] QByteArray eventLogText(const QString &runId, const QVector<execution::LogLine> &events,
                                      EventLogFormat format);
/// Whole or not at all. Errors: Environment.
[[nodiscard]] base::Result<void> writeEventLog(const QString &path, const QString &runId,
                                               const QVector<execution::LogLine> &events);

} // namespace lockstep::project
