#pragma once

#include <QString>

namespace lockstep::analysis {

/// True if the body of a DO does nothing but write a comment on a schema with the day on it, which COMMENT
/// itself has no way to say: it locks no relation.
[[nodiscard]] bool onlyComments(const QString &block);

} // namespace lockstep::analysis
