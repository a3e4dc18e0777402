#pragma once

#include "catalog.h"
#include "statistics.h"

#include <model/base/result.h>

#include <QByteArray>

/// The snapshot file (`snapshot.json`): a catalog, its statistics, and the `pg_dump -s` text that
/// makes it again. Deterministic: equal inputs give equal bytes.
namespace lockstep::schema {

struct Snapshot
{
    CatalogPtr catalog;
    StatisticsPtr statistics; ///< May be null.
    QString script; ///< SQL that creates the schema on an empty database.
    QString origin; ///< What it was taken from, without secrets.
};

[[nodiscard]] QByteArray toJson(const Snapshot &snapshot);
/// Errors (Input): not JSON, another format, a newer version, a kind that is not known.
[[nodiscard]] base::Result<Snapshot> fromJson(const QByteArray &json);

} // namespace lockstep::schema
