#include "settingsreach.h"

namespace lockstep::plan {

namespace {

/// Statements that run a query or a script of somebody else's and may take their time.
bool mayTakeLong(const Action &action)
{
    return action.object.kind == schema::Kind::MaterializedView
           || action.object.kind == schema::Kind::Extension;
}

} // namespace

/// Everything that has no better way, or needs none.
std::optional<Rewrite> plainStep(const Action &action, const Context &context)
{
    Draft draft = plainDraft(action, action.isDestructive ? Phase::Contract : Phase::Expand, {});
    const bool isInWindow = context.policyFor(action.relation) == Policy::Window && !action.onNewRelation;
    if (isInWindow || mayTakeLong(action))
        draft.step.timeouts = scanTimeouts;
    // A constraint of a new table that points at an old one locks the old one: not for longer than
    // its own transaction.
    const auto *constraint = std::get_if<AddConstraint>(&action.detail);
    const bool locksAnother = constraint && constraint->attributes.referencedTable;
    const bool isPlainKind =
        action.irreversible.isEmpty() && action.loses.isEmpty() && !action.outsideTransaction;
    draft.isMergeable = isPlainKind && !locksAnother && !mayTakeLong(action);
    if (std::holds_alternative<AddColumn>(action.detail) || std::holds_alternative<SetNotNull>(action.detail)
        || std::holds_alternative<CreateIndex>(action.detail) || constraint)
        draft.step.why = context.whyPlain(action);
    if (std::holds_alternative<CreateRelation>(action.detail) && !action.isRebuild)
        draft.step.why = QStringLiteral("A new relation is nobody's yet: creating it makes no one wait.");
    if (const QString reach = settingsReach(action); !reach.isEmpty())
        draft.note += draft.note.isEmpty() ? reach : QLatin1Char(' ') + reach;
    draft.confirm = action.confirm;
    draft.confirmAlone = action.confirmAlone;
    if (!action.confirm.isEmpty())
        draft.step.phase = Phase::Contract;
    draft.isMergeable = draft.isMergeable && action.confirm.isEmpty() && action.confirmAlone.isEmpty();
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
