#pragma once

#include <model/plan/plan.h>
#include <model/postgres/session.h>

namespace lockstep::execution {

/// For a run without its journal: what in the database contradicts that everything before step `firstOpen`
/// is done and nothing of it and what follows, one sentence each. Tables, indexes, columns, constraints and
/// NOT NULL are looked up; what a backfill wrote is not.
[[nodiscard]] base::Result<QStringList> contradictions(postgres::Session &session, const plan::Plan &plan,
                                                       const QString &firstOpen);

} // namespace lockstep::execution
