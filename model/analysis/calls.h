#pragma once

#include "occurrence.h"

namespace lockstep::analysis {

/// Appends what the routines run that a statement calls, and those that these call, each once; and an
/// occurrence of Form::Unknown where a statement that does nothing else calls one of which that is not known.
void appendCalled(const sql::Statement &statement, const SchemaState &state, int serverVersion,
                  std::vector<Occurrence> *result);

/// The forms of the statement itself, without those of what it calls.
[[nodiscard]] std::vector<Occurrence> classifyUncalled(const sql::Statement &statement,
                                                       const SchemaState &state, int serverVersion);

} // namespace lockstep::analysis
