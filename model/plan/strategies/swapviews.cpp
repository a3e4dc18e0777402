#include "drafts.h"

namespace lockstep::plan {

namespace {

/// What releases read under their names changes with the swap, so a person says when it may.
void askBefore(Draft *draft, const ViewsBeside &beside)
{
    if (beside.lost.isEmpty())
        return;
    if (beside.isExchange) {
        draft->confirmAlone =
            QStringLiteral("No release needs %1 as it was, and every release can do with what it becomes.")
                .arg(beside.lost);
        return;
    }
    draft->confirm = QStringLiteral("No release reads %1 any more.").arg(beside.lost);
    draft->step.phase = Phase::Contract;
}

Verification areFilled(const QStringList &views)
{
    QStringList names;
    for (const QString &view : views)
        names += QStringLiteral("pg_catalog.to_regclass(%1)").arg(schema::quoteLiteral(view));
    return { QStringLiteral("SELECT count(*) FROM pg_catalog.pg_class WHERE oid IN (%1) AND relispopulated")
                 .arg(names.join(QStringLiteral(", "))),
             QString::number(views.size()), true };
}

} // namespace

/// Materialized views are filled where nobody reads them yet.
std::optional<Rewrite> buildViews(const Action &action, const Context &)
{
    const auto *detail = std::get_if<BuildViews>(&action.detail);
    if (!detail)
        return std::nullopt;
    const ViewsBeside &beside = *detail->beside;
    Draft draft = ddlDraft(
        action, Phase::Switch, action.title, beside.build, beside.unbuild,
        QStringLiteral(
            "The query of a materialized view takes its time, and so do its indexes: they run where nobody "
            "reads yet, in a schema of their own, while what is in use goes on being read. A REFRESH from "
            "here on does not reach the new rows: run it again after the next step."));
    if (!beside.filled.isEmpty())
        draft.step.verify = { areFilled(beside.filled) };
    draft.step.timeouts = scanTimeouts;
    draft.needsCommitBefore = true;
    askBefore(&draft, beside);
    return Rewrite{ { draft }, -1 };
}

/// The new ones take the names, with all that was made on them.
std::optional<Rewrite> swapViews(const Action &action, const Context &)
{
    const auto *detail = std::get_if<SwapViews>(&action.detail);
    if (!detail)
        return std::nullopt;
    const ViewsBeside &beside = *detail->beside;
    Draft draft =
        ddlDraft(action, Phase::Switch, action.title, beside.swap, beside.swapBack,
                 QStringLiteral(
                     "Changes of the catalog only: what is in use moves aside with its indexes and rows, and "
                     "the new takes the names. Readers wait for that, not for the query."));
    return Rewrite{ { draft }, -1 };
}

std::optional<Rewrite> dropOldViews(const Action &action, const Context &)
{
    const auto *detail = std::get_if<DropOldViews>(&action.detail);
    if (!detail)
        return std::nullopt;
    const ViewsBeside &beside = *detail->beside;
    Draft draft =
        ddlDraft(action, Phase::Switch, action.title, beside.drop, beside.make,
                 QStringLiteral("It is read no longer, and its rows can be had again from the tables "
                                "they came from."));
    draft.step.rollback.caution = QStringLiteral("The way back builds it again beside the new one, with the "
                                                 "rows of that moment, before the two change "
                                                 "places.");
    draft.step.timeouts = scanTimeouts;
    draft.needsCommitBefore = true;
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
