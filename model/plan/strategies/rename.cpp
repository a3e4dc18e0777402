#include "drafts.h"

#include <model/plan/onlinerenames.h>

namespace lockstep::plan {

/// A table under its new name, and a view under the old one that old releases read and write.
std::optional<Rewrite> renameBesideView(const Action &action, const Context &)
{
    const auto *rename = std::get_if<Rename>(&action.detail);
    if (!rename || rename->view.isEmpty())
        return std::nullopt;
    const QString old = schema::qualified(rename->from.schema, rename->from.name);
    Draft draft = ddlDraft(
        action, Phase::Expand, QStringLiteral("%1, and keep a view under the old name").arg(action.title),
        action.forward + rename->view,
        QStringList{ QStringLiteral("DROP VIEW %1").arg(old) } + action.backward,
        QStringLiteral("Instant, and in one transaction: releases that say %1 go on reading and writing the "
                       "same rows through a view with the table's privileges. COPY to it, TRUNCATE, and ON "
                       "CONFLICT ON CONSTRAINT do not work through a view.")
            .arg(old));
    return Rewrite{ { draft }, -1 };
}

/// The view under the old name goes when no release says it any more.
std::optional<Rewrite> endOldName(const Action &action, const Context &)
{
    const auto *end = std::get_if<EndOldName>(&action.detail);
    if (!end)
        return std::nullopt;
    Draft draft = ddlDraft(
        action, Phase::Contract, action.title, action.forward, action.backward,
        QStringLiteral("The target has no such view; the rows stay in %1.").arg(schema::dottedName(end->to)));
    draft.confirm = QStringLiteral("Every release says %1; none says %2 any more.")
                        .arg(schema::dottedName(end->to), schema::dottedName(end->from));
    return Rewrite{ { draft }, -1 };
}

namespace {

/// The column itself may be in nobody's way.
QString bothNamesText(const QString &obstacle)
{
    return obstacle.isEmpty()
               ? QStringLiteral(" Both names at once are not possible here, because other changes "
                                "of the plan name the column as well.")
               : QStringLiteral(" Both names at once are not possible here. ") + obstacle;
}

} // namespace

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
        if (!rename->whyNoView.isEmpty())
            draft.step.why += QStringLiteral(" No view keeps the old name. ") + rename->whyNoView;
        if (rename->from.kind == schema::Kind::Column && !context.isKnownEmpty(action.relation))
            draft.step.why += bothNamesText(whyNotBothNames(context.currentId(rename->to), rename->to,
                                                            context.current(), context.target()));
    }
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
