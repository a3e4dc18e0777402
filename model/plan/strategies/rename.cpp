#include "drafts.h"

#include <model/plan/onlinerenames.h>

namespace lockstep::plan {

/// One RENAME. Instant for the database, a break for whoever uses the old name.
std::optional<Rewrite> renameInPlace(const Action &action, const Context &context)
{
    const auto *rename = std::get_if<Rename>(&action.detail);
    if (!rename || action.onNewRelation)
        return std::nullopt;
    Draft draft = plainDraft(action, Phase::Expand, {});
    if (context.policyFor(action.relation) == Policy::Window) {
        draft.step.why =
            QStringLiteral("In a maintenance window the release that uses %1 starts after the rename.")
                .arg(schema::dottedName(rename->to));
    } else {
        draft.step.why = QStringLiteral("The rename itself is instant, but from that moment on every "
                                        "statement that still says %1 fails: deploy the new release together "
                                        "with this step.")
                             .arg(schema::dottedName(rename->from));
        if (rename->from.kind == schema::Kind::Column && !context.isKnownEmpty(action.relation))
            draft.step.why += QStringLiteral(" Both names at once are not possible here. ")
                              + whyNotBothNames(context.currentId(rename->to), rename->to, context.current(),
                                                context.target());
    }
    return Rewrite{ { draft }, -1 };
}

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
