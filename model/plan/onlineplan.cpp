#include "onlineplan.h"

#include "grouping.h"
#include "stepchecks.h"

namespace lockstep::plan {

namespace {

/// A kept column that must have a value is one that the new release does not know.
QString keptHazards(const diff::ChangeSet &changes, const schema::Catalog &current)
{
    QVector<schema::ObjectId> kept = changes.ignore.kept;
    if (changes.offer) {
        for (const diff::Tied &out : changes.offer->leftOut) {
            const diff::Change &change = changes.offer->changes[size_t(out.change)];
            if (std::holds_alternative<diff::Dropped>(change))
                kept += diff::idOf(change);
        }
    }
    QString text;
    for (const schema::ObjectId &id : std::as_const(kept)) {
        const auto *column = current.attributes<schema::ColumnAttributes>(id);
        const schema::ObjectId value = schema::subId(schema::Kind::Default, id.schema, id.name, id.sub);
        if (column && column->notNull && column->identity == schema::Identity::None && !current.find(value))
            text +=
                QStringLiteral(" %1 is NOT NULL and has no default: an INSERT that does not name it fails.")
                    .arg(schema::displayName(id));
    }
    return text;
}

/// A dump never fills a materialized view, so one read from a file looks as if it had no rows.
QStringList emptyViews(const PlainPlan &plain)
{
    QSet<schema::ObjectId> touched;
    for (const Action &action : plain.actions)
        touched.insert(action.object);
    for (const diff::Change &change : plain.changes->changes) {
        if (const auto *altered = std::get_if<diff::Altered>(&change))
            touched.insert(altered->after.id);
    }
    QStringList warnings;
    for (const schema::ObjectId &id : std::as_const(touched)) {
        const auto *before = plain.changes->current->attributes<schema::MaterializedViewAttributes>(id);
        if (before && !before->populated && plain.changes->target->find(id))
            warnings +=
                QStringLiteral("%1 has no rows in the current schema, as in every dump without data, and "
                               "the plan leaves it so: REFRESH it afterwards, or plan from the database.")
                    .arg(schema::displayName(id));
    }
    warnings.sort();
    return warnings;
}

} // namespace

base::Result<PlanPtr> onlinePlan(const PlainPlan &plain, const schema::StatisticsPtr &statistics,
                                 const PlanOptions &options)
{
    const Context context(plain, statistics, options);
    const schema::Catalog &current = *plain.changes->current;
    auto plan = std::make_shared<Plan>();
    plan->serverVersion = options.serverVersion > 0 ? options.serverVersion : current.serverVersion();
    plan->fingerprint = plain.changes->currentFingerprint;
    plan->targetFingerprint = plain.changes->targetFingerprint;
    plan->policy = options.policy;
    plan->intents = options.intents;
    plan->current = options.currentScript;
    plan->target = options.targetScript;
    for (const schema::Unmodelled &item : plain.changes->unmodelled)
        plan->unmodelled += qMakePair(item.kind, item.name);
    plan->intents.ignore = plain.changes->ignore;
    plan->intents.ignore.kept.clear();
    plan->intents.ignore.leftOut.clear();
    const QStringList staying{ diff::describeKept(plain.changes->ignore),
                               diff::describeLeftOut(plain.changes->ignore) };
    if (const QString said = staying.join(QLatin1Char(' ')).trimmed(); !said.isEmpty())
        plan->warnings << said + keptHazards(*plain.changes, current);
    for (const diff::IgnoreConflict &conflict : plain.changes->ignoreConflicts)
        plan->warnings << conflict.message;
    plan->warnings += emptyViews(plain);
    plan->warnings.removeDuplicates();
    const auto drafts = orderedDrafts(plain, context);
    if (!drafts.has_value())
        return drafts.error();
    plan->steps = finishedSteps(drafts.value(), plain);
    addStepChecks(&plan->steps);
    return PlanPtr(plan);
}

} // namespace lockstep::plan
