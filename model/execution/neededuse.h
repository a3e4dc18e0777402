#pragma once

#include <model/plan/plan.h>

#include <QMap>

namespace lockstep::execution {

/// What the statements of a plan use without owning it, each with the first step that does.
struct NeededUse
{
    using Names = QMap<QString, QString>; ///< Name as SQL writes it, to the id of a step.
    Names schemas; ///< Something is made in them.
    Names types; ///< Columns are of them.
    Names references; ///< Foreign keys lead to them.
    Names functions; ///< Triggers, defaults, checks and backfills call them.
    Names filled; ///< Backfills write all of their rows.
    Names owners; ///< Roles that something is given to.
    QString schemaMaker; ///< The first step that makes a schema; empty: none does.
};

[[nodiscard]] NeededUse neededUse(const plan::Plan &plan);

} // namespace lockstep::execution
