#pragma once

#include <QString>

namespace lockstep::analysis {

/// True for functions of PostgreSQL itself that are stable or immutable in all their forms, by their name
/// alone. Not complete: what converts types, serves indexes or tells of the server is left out.
[[nodiscard]] bool isSteadyBuiltIn(const QString &function);

/// True for a function of PostgreSQL itself that somebody may call by itself, steady or not: aggregates,
/// generate_series(), setval(), pg_sleep() and what else starts with pg_, or is said to be in pg_catalog.
[[nodiscard]] bool isBuiltInFunction(const QString &function);

} // namespace lockstep::analysis
