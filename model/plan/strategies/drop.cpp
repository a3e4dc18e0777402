#include "drafts.h"

#include <model/plan/plain/ddl.h>
#include <model/plan/plain/tableddl.h>

#include <algorithm>

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

/// Rows that are there have no value for the column any more: its way back must not fail on them.
void leaveNotNullOpen(Rollback *back, const schema::ObjectId &id, const Action &action,
                      const Context &context)
{
    const schema::Fact *fact = context.current().find(id);
    const auto *column = fact ? fact->as<schema::ColumnAttributes>() : nullptr;
    const bool hasValue =
        column
        && (column->identity != schema::Identity::None || column->generated != schema::Generated::None
            || context.current().find(schema::subId(schema::Kind::Default, id.schema, id.name, id.sub)));
    if (!column || !column->notNull || hasValue || context.isKnownEmpty(action.relation))
        return;
    const QString add =
        alterTable(relationSql(action), QStringLiteral("ADD COLUMN %1 ").arg(schema::quoteIdent(id.sub)));
    const auto isAdding = [&](const QString &sql) { return sql.startsWith(add); };
    const auto adding = std::find_if(back->sql.begin(), back->sql.end(), isAdding);
    if (adding == back->sql.end())
        return;
    schema::Fact nullable = *fact;
    std::get<schema::ColumnAttributes>(nullable.attributes).notNull = false;
    *adding =
        alterTable(relationSql(action), QStringLiteral("ADD COLUMN ") + ddl::columnClause(nullable, nullptr));
    back->sql += QStringLiteral("DO $lockstep$BEGIN %1; EXCEPTION WHEN not_null_violation THEN RAISE WARNING "
                                "'Lockstep: %', %2; END$lockstep$")
                     .arg(ddl::setNotNull(*fact),
                          schema::quoteLiteral(
                              QStringLiteral("%1 is without NOT NULL until its rows have values again.")
                                  .arg(schema::displayName(id))));
    back->caution +=
        QStringLiteral(" Where the table has rows it comes back without NOT NULL, until they have values.");
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
        leaveNotNullOpen(&draft.step.rollback, column->column, action, context);
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
