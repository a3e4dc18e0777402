#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QString>

#include <stop_token>

namespace lockstep::sources {

/// The text of resources/sql/<name>.sql for a server. Lines that end with `-- since 15` are left
/// out for older servers, those with `-- before 15` for that and newer ones.
[[nodiscard]] QString catalogQuery(const QString &name, int serverVersion);

/// Runs it. A failure names the query and the database.
[[nodiscard]] base::Result<postgres::Rows> runCatalogQuery(postgres::Session &session, const QString &name,
                                                           const std::stop_token &stop);

/// The same in batches; see Session::queryInBatches().
[[nodiscard]] base::Result<void> streamCatalogQuery(postgres::Session &session, const QString &name,
                                                    int keyColumns, const postgres::Session::TakeBatch &take,
                                                    const std::stop_token &stop);

} // namespace lockstep::sources
