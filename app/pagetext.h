#pragma once

#include <model/project/pipeline.h>

/// What the pages say of sides and of stages that are being worked at.
namespace lockstep::app {

/// "PostgreSQL 15.18 \u00b7 41 GB"
[[nodiscard]] QString sizeLine(const sources::LoadedSource &source);
/// The same with the number of objects, the time of reading and a count of warnings.
[[nodiscard]] QString loadedLine(const sources::LoadedSource &source);
[[nodiscard]] QString stageWords(project::Stage stage);
/// What to do about a plan that does not lead where it should; empty where nobody has edited it.
[[nodiscard]] QString editedHint(const plan::Plan &plan);

} // namespace lockstep::app
