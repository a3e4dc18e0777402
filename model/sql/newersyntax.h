#pragma once

#include <QString>

#include <optional>

namespace lockstep::sql {

/// Rewrites what PostgreSQL 17 and 18 accept and the parser's grammar does not into forms it
/// knows, with marker functions the readers recognise. Locks and findings do not depend on the
/// text, so the rewritten statement is never shown or sent. Nothing where there is none of it.
[[nodiscard]] std::optional<QString> withoutNewerSyntax(const QString &sql);

} // namespace lockstep::sql
