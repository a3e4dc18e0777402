#pragma once

#include "seedschema.h"

namespace lockstep::proof {

enum class OrphanCure { Repoint, Remove };

/// Rows were put in or taken out while foreign keys did not watch: makes every key hold again.
/// Repoint: gives an orphan the key of a row there is, else NULL, else removes it. Remove: removes
/// it, so that the rows that stay are as they were. The session must be one in which triggers do not
/// run; the tables' details must be read. Errors: Internal if keys still do not hold in the end.
[[nodiscard]] base::Result<void> repairForeignKeys(postgres::Session &session, const SeedSchema &schema,
                                                   const QVector<SeedForeignKey> &keys, OrphanCure cure);

/// Rows were given numbers of their own: makes the sequences that number the tables go on after them.
/// One that cannot be moved is told in `notes`.
[[nodiscard]] base::Result<void> moveSequencesPast(postgres::Session &session, const SeedSchema &schema,
                                                   const QVector<Oid> &tables, QStringList *notes);

} // namespace lockstep::proof
