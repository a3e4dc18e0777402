#include "drafts.h"

namespace lockstep::plan {

/// A label commits before anything may use it, and never goes away again.
std::optional<Rewrite> addEnumLabel(const Action &action, const Context &)
{
    const auto *add = std::get_if<AddEnumLabel>(&action.detail);
    if (!add)
        return std::nullopt;
    Draft draft = plainDraft(action, Phase::Expand,
                             QStringLiteral("A new label can be used only after its transaction has "
                                            "committed, so it has a step of its own. It locks no "
                                            "table."));
    if (draft.step.rollback.irreversible.isEmpty() && draft.step.rollback.sql.isEmpty()) {
        draft.step.rollback.irreversible =
            QStringLiteral("PostgreSQL cannot remove the label %1 from an enum; unused, it does no harm.")
                .arg(add->label);
    }
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
