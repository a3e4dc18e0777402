#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QStringList>

namespace lockstep::execution {

/// Triggers of a table and its partitions, and the table's columns, as JSON: what must not change while
/// the table is filled.
[[nodiscard]] base::Result<QString> guardOf(postgres::Session &session, const QString &table);

/// What has changed from one to the other, a sentence each, triggers that are gone or off first.
[[nodiscard]] QStringList guardChanges(const QString &before, const QString &now);

} // namespace lockstep::execution
