#pragma once

#include <QString>

namespace lockstep::execution {

/// What this program writes into lockstep.journal; a newer number than this is refused.
inline constexpr int journalVersion = 7;
/// Creates schema lockstep with all its tables. Run as one script: all or nothing.
[[nodiscard]] QString journalSchemaSql();
/// Brings the tables of an older version up to it.
[[nodiscard]] QString journalUpgradeSql();

} // namespace lockstep::execution
