#pragma once

#include "benchdatabase.h"

namespace lockstep::bench {

/// The longest time that any statement of an application took in each scenario of
/// tests/data/scenarios, with the plan and with its `naive` statements, as a table in this run.
/// Needs LOCKSTEP_SOURCE_DIR, and fewer than a million rows: releases number their own rows from there on.
/// `names`: what the names of the files start with; empty: all.
void measureWaits(qint64 rows, const QStringList &names);

inline constexpr qint64 waitsRows = 300'000;

} // namespace lockstep::bench
