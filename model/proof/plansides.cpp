#include "plansides.h"

#include <model/plan/parking.h>
#include <model/plan/planner.h>

namespace lockstep::proof {

namespace {

/// Servers of different majors print some expressions differently; between equal ones a difference
/// means that another schema is being proved.
void checkFingerprint(const QString &side, const QByteArray &planned, const schema::Catalog &loaded,
                      const plan::Plan &plan, PlanSides *sides)
{
    if (planned.isEmpty() || planned == loaded.fingerprint())
        return;
    const int plannedMajor = plan.serverVersion / 10000;
    const int scratchMajor = loaded.serverVersion() / 10000;
    if (plannedMajor == scratchMajor) {
        sides->differences.append(
            QStringLiteral("The scratch copy of the %1 schema is not the schema that the plan was made for; "
                           "make the plan again.")
                .arg(side));
    } else {
        sides->notes.append(
            QStringLiteral("Proved on PostgreSQL %1, the plan is for PostgreSQL %2: the %3 schema "
                           "reads slightly differently there.")
                .arg(scratchMajor)
                .arg(plannedMajor)
                .arg(side));
    }
}

/// What is ignored shall be as it is in current: that is what the target is compared as.
base::Result<void> applyRules(const plan::Plan &plan, PlanSides *sides, const std::stop_token &stop)
{
    const plan::Intents &intents = plan.intents;
    if (intents.ignore.isEmpty() && intents.keep.isEmpty() && intents.exclude.isEmpty() && !intents.drop)
        return {};
    const auto options = plan::diffOptions(plan.intents, *sides->current.catalog, *sides->target.catalog);
    if (!options.has_value())
        return options.error();
    const auto changes = diff::diff(sides->current.catalog, sides->target.catalog, *options, stop);
    if (!changes.has_value())
        return changes.error();
    const diff::IgnoreRules &rules = (*changes)->ignore; // With what the selection leaves out.
    if (rules.isEmpty())
        return {};
    sides->filter = DumpFilter(rules, *sides->current.catalog, *sides->target.catalog);
    sides->target.catalog = (*changes)->target;
    QStringList what{ diff::describe(rules), diff::describeKept(rules), diff::describeLeftOut(rules) };
    what.removeAll(QString());
    sides->notes.append(what.join(QLatin1Char(' '))
                        + QStringLiteral(" Our reader checked that these stay as they are in the current "
                                         "schema (%1); pg_dump was compared without them.")
                              .arg(diff::describeLeftAside((*changes)->ignored + int(rules.leftOut.size()))));
    return {};
}

QVector<diff::RenameStep> renamesOf(const plan::Plan &plan, const PlanSides &sides)
{
    QVector<diff::RenameStep> renames;
    const auto options = plan::diffOptions(plan.intents, *sides.current.catalog, *sides.target.catalog);
    if (options.has_value())
        renames = diff::Renaming(sides.current.catalog, options->renames).allSteps();
    const auto moves = plan::parkedMoves(plan.intents, *sides.current.catalog, *sides.target.catalog);
    if (moves.has_value()) {
        for (const plan::ParkedMove &move : *moves)
            renames.append({ move.from, move.to });
    }
    return renames;
}

} // namespace

base::Result<PlanSides> loadPlanSides(const plan::Plan &plan, const scratch::ScratchServerPtr &scratch,
                                      const std::function<void(const QString &)> &report,
                                      const std::stop_token &stop)
{
    PlanSides sides;
    report(QStringLiteral("Loading the current schema."));
    auto current = loadSide(scratch, QStringLiteral("current"), plan.current.sql, plan.current.display, stop);
    if (!current.has_value())
        return current.error();
    sides.current = std::move(*current);
    report(QStringLiteral("Loading the target schema."));
    auto target = loadSide(scratch, QStringLiteral("target"), plan.target.sql, plan.target.display, stop);
    if (!target.has_value())
        return target.error();
    sides.target = std::move(*target);
    if (const auto ruled = applyRules(plan, &sides, stop); !ruled.has_value())
        return ruled.error();
    checkFingerprint(QStringLiteral("current"), plan.fingerprint, *sides.current.catalog, plan, &sides);
    checkFingerprint(QStringLiteral("target"), plan.targetFingerprint, *sides.target.catalog, plan, &sides);
    sides.renames = renamesOf(plan, sides);
    return sides;
}

} // namespace lockstep::proof
