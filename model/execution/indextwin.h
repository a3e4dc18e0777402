#pragma once

#include <model/postgres/session.h>

#include <QString>

namespace lockstep::execution {

/// Whether CREATE INDEX would make what the index is, whatever both are written like: made once more on an
/// empty copy of its table, which is gone afterwards. `relation` is the table as SQL writes it, `index` the
/// name of the one that is there. False also where the copy cannot be made. The session is in no transaction.
[[nodiscard]] bool isIndexBy(postgres::Session &session, const QString &createIndex, const QString &relation,
                             const QString &index);

/// What makes the copy and its index, pg_temp.lockstep_twin. Empty for anything but CREATE INDEX with a name.
[[nodiscard]] QString twinScript(const QString &createIndex, const QString &relation);

} // namespace lockstep::execution
