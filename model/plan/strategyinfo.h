#pragma once

#include <QString>

#include <optional>

namespace lockstep::plan {

/// What an online way says of itself, for people; all but the name are whole sentences.
struct StrategyInfo
{
    QString name; ///< As Step::strategy has it: "change-type".
    QString applies; ///< To which change of which table.
    QString costs; ///< Of the server and of whoever works on it.
};

/// nullopt: a plan of another release, or one whose steps somebody wrote.
[[nodiscard]] std::optional<StrategyInfo> strategyInfo(const QString &name);

} // namespace lockstep::plan
