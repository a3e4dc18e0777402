#pragma once

#include <model/base/result.h>
#include <model/exporting/planreport.h>

namespace lockstep::app {

/// Writes the report to a file, whole or not at all: PDF where the name ends in .pdf, else HTML. Needs a
/// QGuiApplication for the fonts; any thread. Error (Input): the file cannot be written.
[[nodiscard]] base::Result<void> writeReport(const exporting::ReportInput &input, const QString &path);

} // namespace lockstep::app
