#pragma once

#include <model/base/result.h>

#include <QString>
#include <QStringList>

namespace lockstep::scratch {

/// "15.18" of `postgres --version` in a directory; empty if it does not run.
[[nodiscard]] QString serverVersionText(const QString &directory);
[[nodiscard]] int majorOf(const QString &versionText);
/// Every directory that may hold PostgreSQL programs, most wanted first, existing ones only.
[[nodiscard]] QStringList binaryDirectories();
/// The directory whose pg_dump can read a server of `serverMajor`: the one LOCKSTEP_PG_DUMP names, else
/// `preferred`, else one of the same major, else the newest, which may be too old.
[[nodiscard]] QString findToolDirectory(const QString &preferred, int serverMajor);

} // namespace lockstep::scratch
