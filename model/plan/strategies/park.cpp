#include "drafts.h"

namespace lockstep::plan {

/// Out of sight and out of the target, with all its rows.
std::optional<Rewrite> park(const Action &action, const Context &)
{
    const auto *move = std::get_if<Park>(&action.detail);
    if (!move)
        return std::nullopt;
    Draft draft = plainDraft(
        action, Phase::Contract,
        QStringLiteral("Instant: it moves to a schema that nobody else may look into instead of being "
                       "dropped, with all that is in it and on it. The way back moves it home as it is."));
    draft.confirm = QStringLiteral("Nothing uses %1 any more.").arg(schema::displayName(move->from));
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
