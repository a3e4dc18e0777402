#include "onlinepartitions.h"

#include "partitioncatalogs.h"
#include "partitionobstacles.h"
#include "strategies/boundcondition.h"
#include "strategies/drafts.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Fact;
using schema::Kind;
using schema::ObjectId;

/// Tables that stay under their names and are partitioned afterwards.
QVector<ObjectId> becomingPartitioned(const diff::ChangeSet &changes)
{
    QVector<ObjectId> tables;
    for (const diff::Change &change : changes.changes) {
        const auto *altered = std::get_if<diff::Altered>(&change);
        const auto *before = altered ? altered->before.as<schema::TableAttributes>() : nullptr;
        const auto *after = altered ? altered->after.as<schema::TableAttributes>() : nullptr;
        if (before && after && before->partitionKey.isEmpty() && !after->partitionKey.isEmpty())
            tables.append(altered->after.id);
    }
    return tables;
}

base::Result<diff::ChangeSetPtr> changesBetween(const schema::CatalogPtr &from, const schema::CatalogPtr &to,
                                                const diff::ChangeSet &all,
                                                const QVector<diff::RenameDecision> &renames,
                                                const std::stop_token &stop)
{
    diff::DiffOptions options;
    options.ignore = all.ignore;
    options.renames = renames;
    return diff::diff(from, to, options, stop);
}

/// A plan of changes of the catalog that fit into one transaction.
struct Flat
{
    QStringList forward;
    QStringList backward;
    QStringList notes;
    QString why; ///< Why they do not.
};

/// A key is called like its index, whose name has to be free: the old ones give theirs up first.
std::vector<Action> oldNamesFirst(std::vector<Action> actions, const ObjectId &aside)
{
    std::vector<std::size_t> places;
    std::vector<Action> renames;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const auto *rename = std::get_if<Rename>(&actions[i].detail);
        if (!rename || (rename->to.kind != Kind::Index && rename->to.kind != Kind::Constraint))
            continue;
        places.push_back(i);
        renames.push_back(actions[i]);
    }
    const QString suffix = QStringLiteral("_old");
    std::stable_partition(renames.begin(), renames.end(), [&](const Action &action) {
        const ObjectId &to = std::get<Rename>(action.detail).to;
        return to.kind == Kind::Index ? to.name.endsWith(suffix) : to.name == aside.name;
    });
    for (std::size_t i = 0; i < places.size(); ++i)
        actions[places[i]] = std::move(renames[i]);
    return actions;
}

base::Result<Flat> flattened(const diff::ChangeSetPtr &changes, const PlanOptions &options,
                             const ObjectId &aside, const std::stop_token &stop)
{
    PlanOptions own = options;
    own.intents = {};
    own.current = changes->current;
    const auto plan = makePlainPlan(changes, own, stop);
    if (!plan.has_value())
        return plan.error();
    Flat flat;
    for (const Action &action : oldNamesFirst(plan->actions, aside)) {
        const bool isTable = action.object.kind == Kind::Table && action.isRebuild;
        if (!action.irreversible.isEmpty() || action.outsideTransaction || action.commitBefore || isTable
            || action.object.kind == Kind::MaterializedView)
            flat.why = QStringLiteral("\"%1\" has no place in the transaction in which the tables exchange "
                                      "their names.")
                           .arg(action.title);
        flat.forward += action.forward;
        flat.backward = action.backward + flat.backward;
        if (!action.note.isEmpty())
            flat.notes += action.note;
    }
    return flat;
}

QStringList writtenColumns(const ObjectId &table, const schema::Catalog &catalog)
{
    QStringList names;
    for (const Fact *column : catalog.columnsOf(table)) {
        if (column->as<schema::ColumnAttributes>()->generated == schema::Generated::None)
            names += column->id.sub;
    }
    return names;
}

/// Partitions that hold rows themselves.
QVector<ObjectId> leavesOf(const ObjectId &table, const schema::Catalog &catalog)
{
    QVector<ObjectId> leaves;
    for (const ObjectId &part : withPartitions(table, catalog)) {
        if (catalog.attributes<schema::TableAttributes>(part)->partitionKey.isEmpty())
            leaves.append(part);
    }
    std::sort(leaves.begin(), leaves.end());
    return leaves;
}

/// Columns that must not be NULL any more, and rows that no partition takes where conditions can tell.
void findMisfits(const schema::Catalog &current, const schema::Catalog &target, TableCopy *copy)
{
    for (const Fact *column : target.columnsOf(copy->table)) {
        const auto *before = current.attributes<schema::ColumnAttributes>(column->id);
        if (column->as<schema::ColumnAttributes>()->notNull && before && !before->notNull)
            copy->misfits += QStringLiteral("%1 IS NULL").arg(schema::quoteIdent(column->id.sub));
    }
    QStringList bounds;
    for (const ObjectId &leaf : std::as_const(copy->partitions)) {
        const auto *attributes = target.attributes<schema::TableAttributes>(leaf);
        if (attributes->partitionBound == QLatin1String("DEFAULT")
            && *attributes->partitionOf == copy->table) {
            copy->isBoundChecked = true;
            return;
        }
        bounds += QStringLiteral("(%1)").arg(wholeCondition(leaf, target));
    }
    copy->isBoundChecked = !bounds.contains(QStringLiteral("()")) && !bounds.isEmpty();
    if (copy->isBoundChecked)
        copy->misfits += QStringLiteral("(%1) IS NOT TRUE").arg(bounds.join(QStringLiteral(" OR ")));
    if (bounds.isEmpty())
        copy->misfits += QStringLiteral("true");
}

/// Tries one table; null with a sentence, or with the changes that make the new one beside it.
class PartitioningMaker
{
public:
    PartitioningMaker(const diff::ChangeSetPtr &changes, const PlanOptions &options, std::stop_token stop)
        : m_changes(changes)
        , m_options(options)
        , m_stop(std::move(stop))
    { }

    [[nodiscard]] base::Result<QString> make(const ObjectId &table, const Context &context,
                                             SplitPartitionings *split)
    {
        const schema::Catalog &current = *m_changes->current;
        const schema::Catalog &target = *m_changes->target;
        if (const QString why = whyNotPartitioned(table, context); !why.isEmpty())
            return why;
        const PartitionCatalogs states = partitionCatalogs(table, m_changes->current, m_changes->target);
        if (!states.why.isEmpty())
            return states.why;
        const auto beside =
            changesBetween(m_changes->current, states.beside, *m_changes, renamesBefore(), m_stop);
        const auto swap = changesBetween(states.beside, states.swapped, *m_changes, states.renames, m_stop);
        const auto end = changesBetween(states.swapped, m_changes->target, *m_changes, {}, m_stop);
        for (const auto *each : { &beside, &swap, &end }) {
            if (!each->has_value())
                return each->error();
        }
        const auto swapping = flattened(*swap, m_options, asideTable(table), m_stop);
        if (!swapping.has_value())
            return swapping.error();
        const auto ending = flattened(*end, m_options, asideTable(table), m_stop);
        if (!ending.has_value())
            return ending.error();
        if (!swapping->why.isEmpty())
            return swapping->why;
        auto copy = std::make_shared<TableCopy>();
        copy->table = table;
        copy->beside = besideTable(table);
        copy->aside = asideTable(table);
        copy->partitions = leavesOf(table, target);
        copy->columns = writtenColumns(table, target);
        const TableKeys keys = keysOf(table, context);
        copy->key = keys.key;
        copy->keyTypes = keys.types;
        copy->newKey = keys.newKey;
        findMisfits(current, target, copy.get());
        copy->swap = swapping->forward;
        copy->swapBack = swapping->backward;
        copy->drop = ending->forward;
        copy->make = ending->backward;
        copy->note = swapping->notes.join(QLatin1Char(' '));
        auto changes = std::make_shared<diff::ChangeSet>(**beside);
        changes->currentFingerprint = m_changes->currentFingerprint;
        changes->targetFingerprint = m_changes->targetFingerprint;
        changes->unmodelled = m_changes->unmodelled;
        changes->ignoreConflicts = m_changes->ignoreConflicts;
        split->changes = changes;
        split->copy = copy;
        return QString();
    }

private:
    [[nodiscard]] QVector<diff::RenameDecision> renamesBefore() const
    {
        QVector<diff::RenameDecision> renames;
        for (const diff::Change &change : m_changes->changes) {
            if (const auto *renamed = std::get_if<diff::Renamed>(&change))
                renames.append({ renamed->before.id, renamed->after.id });
        }
        return renames;
    }

    const diff::ChangeSetPtr m_changes;
    const PlanOptions &m_options;
    const std::stop_token m_stop;
};

Action actionOf(const TableCopy &copy, const ObjectId &object, const QString &title)
{
    Action action;
    action.object = object;
    action.relation = copy.table;
    action.title = title;
    return action;
}

/// What waits for the gate, and has nothing to do with this table: neither the rows nor the new name need
/// wait for it.
bool isEndOfAnother(const Action &action, const TableCopy &copy)
{
    const bool isEnd = action.isDestructive || std::holds_alternative<EndMirror>(action.detail)
                       || std::holds_alternative<EndOldName>(action.detail)
                       || std::holds_alternative<DropOldColumn>(action.detail)
                       || std::holds_alternative<DropColumns>(action.detail)
                       || std::holds_alternative<Park>(action.detail);
    return isEnd && action.relation != copy.table;
}

/// After all that the plan has so far.
void append(Action action, const TableCopy &copy, PlainPlan *plan)
{
    const bool isLast = std::holds_alternative<DropOldTable>(action.detail);
    for (std::size_t i = 0; i < plan->actions.size(); ++i) {
        if (isLast || !isEndOfAnother(plan->actions[i], copy))
            action.needs.push_back(int(i));
    }
    plan->actions.push_back(std::move(action));
}

} // namespace

base::Result<SplitPartitionings> splitPartitionings(const diff::ChangeSetPtr &changes,
                                                    const schema::StatisticsPtr &statistics,
                                                    const PlanOptions &options, std::stop_token stop)
{
    SplitPartitionings split{ changes, nullptr, {} };
    const QVector<ObjectId> tables = becomingPartitioned(*changes);
    if (tables.isEmpty())
        return split;
    const Context context(PlainPlan{ {}, changes }, statistics, options);
    for (const ObjectId &table : tables) {
        if (context.isKnownEmpty(table))
            continue;
        if (split.copy) {
            split.refused.insert(
                table, QStringLiteral("Another table is partitioned by this plan; make a plan of its "
                                      "own for this one."));
            continue;
        }
        const auto why = PartitioningMaker(changes, options, stop).make(table, context, &split);
        if (!why.has_value())
            return why.error();
        if (!why->isEmpty())
            split.refused.insert(table, *why);
    }
    return split;
}

void appendPartitionings(const SplitPartitionings &split, PlainPlan *plan)
{
    for (Action &action : plan->actions) {
        const QString why = split.refused.value(action.object);
        if (why.isEmpty() || !std::holds_alternative<DropRelation>(action.detail))
            continue;
        const QString said =
            QStringLiteral("Its rows are not taken over into the partitioned table. %1").arg(why);
        action.note += action.note.isEmpty() ? said : QLatin1Char(' ') + said;
    }
    if (!split.copy)
        return;
    const TableCopy &copy = *split.copy;
    const QString name = schema::dottedName(copy.table);
    Action fill = actionOf(copy, copy.table, QStringLiteral("Copy the rows of %1").arg(name));
    fill.detail = CopyTable{ split.copy };
    append(std::move(fill), copy, plan);
    Action swap =
        actionOf(copy, copy.table, QStringLiteral("Let the partitioned %1 take its name").arg(name));
    swap.detail = SwapTable{ split.copy };
    append(std::move(swap), copy, plan);
    Action end = actionOf(copy, copy.aside, QStringLiteral("Drop the old %1").arg(name));
    end.detail = DropOldTable{ split.copy };
    append(std::move(end), copy, plan);
}

} // namespace lockstep::plan
