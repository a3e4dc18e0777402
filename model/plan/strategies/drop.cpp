#include "drafts.h"

namespace lockstep::plan {

namespace {

Loss tableLoss(const schema::ObjectId &relation, const Context &context)
{
    Loss loss{ schema::displayName(relation), context.rows(relation), -1 };
    if (const schema::RelationStatistics *known = context.statistics(relation))
        loss.bytes = known->heapBytes;
    return loss;
}

/// What the application may still ask for by name. Nobody asks for an index or a constraint.
bool isAskedFor(schema::Kind kind)
{
    switch (kind) {
    case schema::Kind::Schema:
    case schema::Kind::Extension:
    case schema::Kind::Enum:
    case schema::Kind::Domain:
    case schema::Kind::CompositeType:
    case schema::Kind::RangeType:
    case schema::Kind::BaseType:
    case schema::Kind::Operator:
    case schema::Kind::Cast:
    case schema::Kind::Language:
    case schema::Kind::Sequence:
    case schema::Kind::View:
    case schema::Kind::MaterializedView:
    case schema::Kind::Function:
    case schema::Kind::Procedure:
    case schema::Kind::TextSearchDictionary:
    case schema::Kind::TextSearchConfiguration:
    case schema::Kind::ForeignServer:
    case schema::Kind::UserMapping:
    case schema::Kind::Trigger:
    case schema::Kind::Publication:
    case schema::Kind::PublicationMember:
    case schema::Kind::Subscription:
    case schema::Kind::Aggregate: return true;
    default: return false;
    }
}

} // namespace

/// What loses data waits for the gate, and says what it loses.
std::optional<Rewrite> dropWithData(const Action &action, const Context &context)
{
    if (!action.isDestructive)
        return std::nullopt;
    Draft draft = plainDraft(
        action, Phase::Contract,
        action.loses.isEmpty()
            ? QStringLiteral("Programs may still count on it: it comes last, behind the gate.")
            : QStringLiteral(
                "Dropping is instant, but nothing brings the rows back: it comes last, behind the gate."));
    if (losesParts(action)) {
        draft.step.why = QStringLiteral(
            "This is instant, but nothing brings the values back: it comes last, behind the gate.");
        keepPartLosses(draft, action, context);
        return Rewrite{ { draft }, -1 };
    }
    if (const auto *column = std::get_if<DropColumn>(&action.detail)) {
        draft.step.loses = { columnLoss(column->column, action, context) };
    } else if (const auto *relation = std::get_if<DropRelation>(&action.detail)) {
        const bool hasRows = relation->relation.kind == schema::Kind::Table
                             || relation->relation.kind == schema::Kind::MaterializedView;
        draft.step.loses = hasRows ? QVector<Loss>{ tableLoss(relation->relation, context) } : action.loses;
    }
    const bool hasNoCaution =
        draft.step.rollback.caution.isEmpty() && draft.step.rollback.irreversible.isEmpty();
    if (!draft.step.loses.isEmpty() && hasNoCaution)
        draft.step.rollback.caution = QStringLiteral("The structure comes back, the rows do not.");
    if (std::holds_alternative<LeaveParent>(action.detail))
        draft.confirm = QStringLiteral("Nothing looks for the rows of %1 in its parent any more.")
                            .arg(schema::displayName(action.object));
    else if (std::holds_alternative<DropConstraint>(action.detail)
             || std::holds_alternative<DropIndex>(action.detail))
        draft.confirm = nothingUsesItAnyMore(action, context);
    else if (!draft.step.loses.isEmpty() || isAskedFor(action.object.kind))
        draft.confirm = QStringLiteral("Nothing uses %1 any more.").arg(schema::displayName(action.object));
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
