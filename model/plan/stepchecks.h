#pragma once

#include "step.h"

namespace lockstep::plan {

/// Gives each DDL step that has no verification one query for every fact of the catalog that its statements
/// make true: an object that is there or gone, an index or constraint that is valid. What a later step
/// changes again is marked interim. What is said about objects (comments, privileges, owners, settings) is
/// left to the comparison with the target. Source of the columns: PostgreSQL's documentation, chapter "System
/// Catalogs".
void addStepChecks(QVector<Step> *steps);

} // namespace lockstep::plan
