#pragma once

#include "session.h"

#include <QPair>
#include <QString>
#include <QVector>

/// Connection texts taken apart and put together again by libpq's own rules.
namespace lockstep::postgres {

/// Options in libpq's order, only those that the text names.
using ConnectionOptions = QVector<QPair<QString, QString>>;

/// Errors (Connection): neither a URI nor key=value text.
[[nodiscard]] base::Result<ConnectionOptions> parseConnection(const QString &text);
[[nodiscard]] QString joinConnection(const ConnectionOptions &options);
[[nodiscard]] QString valueOf(const ConnectionOptions &options, const QString &key);
/// What a Session connects with: keepalives, application name and UTF-8 where nothing else is said.
[[nodiscard]] base::Result<ConnectionOptions> effectiveOptions(const ConnectionTarget &target);

} // namespace lockstep::postgres
