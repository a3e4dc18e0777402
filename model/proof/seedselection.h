#pragma once

#include "seedschema.h"

#include <QSet>

namespace lockstep::proof {

/// Which tables get rows: those the plan touches, what they refer to, what refers to them, and
/// some others that the plan must leave alone.
struct SeedSelection
{
    QVector<Oid> tables; ///< Referenced ones first, as far as there is no cycle.
    int touched = 0;
    int others = 0; ///< A sample of the tables that the plan does not touch.
    int left = 0; ///< Tables without rows by choice.
};

/// `touchedNames` are names as SQL writes them ("public.orders"); those of no table are ignored.
[[nodiscard]] SeedSelection selectTables(const SeedSchema &schema, const QSet<QString> &touchedNames);

/// Tables that hold the rows of a table: itself, or some leaf partitions.
[[nodiscard]] QVector<Oid> rowHolders(const SeedSchema &schema, Oid table);

} // namespace lockstep::proof
