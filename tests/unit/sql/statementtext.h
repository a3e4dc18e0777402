#pragma once

#include <model/sql/parser.h>

/// Parsed statements as one line of text, for comparing.
namespace lockstep::sql {

/// The first subcommand of an ALTER TABLE, or the statement itself, as one line.
[[nodiscard]] QString described(const Statement &statement);

} // namespace lockstep::sql
