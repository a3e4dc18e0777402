#pragma once

#include <QString>

namespace lockstep::analysis {

/// True for functions of PostgreSQL itself that are stable or immutable in all their forms, by their name
/// alone. Not complete: what converts types, serves indexes or tells of the server is left out.
[[nodiscard]] bool isSteadyBuiltIn(const QString &function);

} // namespace lockstep::analysis
