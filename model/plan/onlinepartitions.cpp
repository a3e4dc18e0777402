#include "onlinepartitions.h"

#include "copiedvalues.h"
#include "partitionobstacles.h"
#include "strategies/drafts.h"
#include "tableswap.h"

#include <model/diff/renaming.h>

#include <QRegularExpression>

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::ObjectId;

/// PostgreSQL changes no type of a column that decides on the partition: the table whose column it is, if
/// that is no partition itself.
std::optional<ObjectId> tableOfKeyColumn(const diff::Change &change, const schema::Catalog &current)
{
    static const QRegularExpression separators(QStringLiteral("[(), ]+"));
    const auto *altered = std::get_if<diff::Altered>(&change);
    const auto *before = altered ? altered->before.as<schema::ColumnAttributes>() : nullptr;
    const auto *after = altered ? altered->after.as<schema::ColumnAttributes>() : nullptr;
    if (!before || !after || before->type == after->type)
        return std::nullopt;
    const ObjectId table = altered->before.id.parent();
    const auto *attributes = current.attributes<schema::TableAttributes>(table);
    const bool isRoot = attributes && !attributes->partitionOf;
    const bool isKey =
        isRoot
        && attributes->partitionKey.split(separators).contains(schema::quoteIdent(altered->before.id.sub));
    return isKey ? std::optional(table) : std::nullopt;
}

/// Tables that stay under their names and become partitioned ones, or plain ones, or are partitioned
/// differently.
QVector<ObjectId> becomingOthers(const diff::ChangeSet &changes)
{
    QVector<ObjectId> tables;
    for (const diff::Change &change : changes.changes) {
        const auto *altered = std::get_if<diff::Altered>(&change);
        const auto *before = altered ? altered->before.as<schema::TableAttributes>() : nullptr;
        const auto *after = altered ? altered->after.as<schema::TableAttributes>() : nullptr;
        if (before && after && before->partitionKey != after->partitionKey)
            tables.append(altered->after.id);
        if (const auto table = tableOfKeyColumn(change, *changes.current))
            tables.append(*table);
    }
    std::sort(tables.begin(), tables.end());
    tables.erase(std::unique(tables.begin(), tables.end()), tables.end());
    return tables;
}

QString shapeOf(const ObjectId &table, const schema::Catalog &catalog)
{
    return catalog.attributes<schema::TableAttributes>(table)->partitionKey.isEmpty()
               ? QStringLiteral("plain")
               : QStringLiteral("partitioned");
}

QVector<diff::RenameDecision> renamesIn(const diff::ChangeSet &changes)
{
    QVector<diff::RenameDecision> renames;
    for (const diff::Change &change : changes.changes) {
        if (const auto *renamed = std::get_if<diff::Renamed>(&change))
            renames.append({ renamed->before.id, renamed->after.id });
    }
    return renames;
}

/// What is left to do once everything has its new name.
diff::ChangeSetPtr afterRenames(const diff::ChangeSetPtr &changes,
                                const QVector<diff::RenameDecision> &renames)
{
    if (renames.isEmpty())
        return changes;
    auto left = std::make_shared<diff::ChangeSet>(*changes);
    left->current = diff::Renaming(changes->current, renames).catalog();
    std::erase_if(left->changes,
                  [](const diff::Change &change) { return std::holds_alternative<diff::Renamed>(change); });
    return left;
}

/// Tries one table; null with a sentence, or with the changes that make the new one beside it.
class CopyMaker
{
public:
    CopyMaker(const diff::ChangeSetPtr &changes, const schema::StatisticsPtr &statistics,
              const PlanOptions &options, std::stop_token stop)
        : m_start(changes->current)
        , m_renames(renamesIn(*changes))
        , m_changes(afterRenames(changes, m_renames))
        , m_context(PlainPlan{ {}, m_changes }, statistics, options)
        , m_options(options)
        , m_stop(std::move(stop))
    { }

    /// A sentence, or a further copy.
    [[nodiscard]] base::Result<QString> make(const ObjectId &table, SplitPartitionings *split)
    {
        if (const QString why = whyNotMoved(table, m_context); !why.isEmpty())
            return why;
        const PartitionCatalogs states = partitionCatalogs(table, m_changes->current, m_changes->target);
        if (!states.why.isEmpty())
            return states.why;
        auto copy = std::make_shared<TableCopy>(copyOf(table));
        auto swap = tableSwap(table, states, *m_changes, false, m_options, m_stop);
        if (swap.has_value() && copy->whyLocked.isEmpty())
            copy->whyLocked = swap->whyNotShort;
        if (swap.has_value() && !copy->whyLocked.isEmpty())
            swap = tableSwap(table, states, *m_changes, true, m_options, m_stop);
        if (!swap.has_value())
            return swap.error();
        if (!swap->whyNever.isEmpty())
            return swap->whyNever;
        take(*swap, states, copy.get());
        const auto beside = changesBetween(m_start, states.beside, *m_changes, m_renames, m_stop);
        if (!beside.has_value())
            return beside.error();
        auto changes = std::make_shared<diff::ChangeSet>(**beside);
        changes->currentFingerprint = m_changes->currentFingerprint;
        changes->targetFingerprint = m_changes->targetFingerprint;
        changes->unmodelled = m_changes->unmodelled;
        changes->ignoreConflicts = m_changes->ignoreConflicts;
        split->changes = changes;
        split->copies.insert(split->copies.begin(), copy);
        return QString();
    }

private:
    [[nodiscard]] TableCopy copyOf(const ObjectId &table) const
    {
        const TableParts after(table, m_changes->target, m_changes->current);
        const TableParts before(table, m_changes->current, m_changes->target);
        const CopiedValues values = copiedValues(table, m_context);
        const TableKeys keys = keysOf(table, values.columns, m_context);
        TableCopy copy;
        copy.table = table;
        copy.beside = besideTable(table);
        copy.aside = asideTable(table);
        copy.shape = shapeOf(table, m_context.target());
        copy.oldShape = shapeOf(table, m_context.current());
        copy.partitions = after.leaves();
        copy.oldPartitions = before.leaves();
        copy.up = values.up;
        copy.down = values.down;
        copy.columns = values.columns;
        copy.numberedUp = values.numberedUp;
        copy.numberedDown = values.numberedDown;
        copy.loses = values.loses;
        copy.noWayBack = values.noWayBack;
        copy.breaking = values.breaking;
        copy.isBehindGate = isRenamed(before);
        copy.key = keys.key;
        copy.keyTypes = keys.types;
        copy.newKey = keys.newKey;
        copy.note = noteOnSubscribers(table, m_context);
        findMisfits(values.unfilled, m_context, &copy);
        copy.whyLocked = values.whyLocked.isEmpty() ? whyNotBesideTraffic(copy, m_context) : values.whyLocked;
        return copy;
    }

    static void take(const TableSwap &swap, const PartitionCatalogs &states, TableCopy *copy)
    {
        copy->swap = swap.swap;
        copy->swapBack = swap.swapBack;
        copy->drop = swap.drop;
        copy->make = swap.make;
        if (copy->whyLocked.isEmpty()) {
            for (const ObjectId &reference : states.references)
                copy->references.append({ reference });
        }
        for (const QString &note : swap.notes)
            copy->note += copy->note.isEmpty() ? note : QLatin1Char(' ') + note;
    }

    [[nodiscard]] bool isRenamed(const TableParts &parts) const
    {
        return std::any_of(m_renames.begin(), m_renames.end(), [&](const diff::RenameDecision &rename) {
            const schema::Fact *renamed = m_changes->current->find(rename.to);
            return renamed && parts.has(*renamed);
        });
    }

    const schema::CatalogPtr m_start;
    const QVector<diff::RenameDecision> m_renames;
    const diff::ChangeSetPtr m_changes; ///< Once these are done.
    const Context m_context;
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
                       || std::holds_alternative<DropOldTable>(action.detail)
                       || std::holds_alternative<DropMoved>(action.detail)
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

void appendCopy(const std::shared_ptr<const TableCopy> &copy, PlainPlan *plan)
{
    const QString name = schema::dottedName(copy->table);
    if (!copy->whyLocked.isEmpty()) {
        Action move = actionOf(*copy, copy->table,
                               QStringLiteral("Copy the rows of %1 into the %2 table that takes its name")
                                   .arg(name, copy->shape));
        move.detail = MoveTable{ copy };
        append(std::move(move), *copy, plan);
        return;
    }
    Action fill = actionOf(*copy, copy->table, QStringLiteral("Copy the rows of %1").arg(name));
    fill.detail = CopyTable{ copy };
    append(std::move(fill), *copy, plan);
    Action swap =
        actionOf(*copy, copy->table, QStringLiteral("Let the %2 %1 take its name").arg(name, copy->shape));
    swap.detail = SwapTable{ copy };
    append(std::move(swap), *copy, plan);
    Action end = actionOf(*copy, copy->aside, QStringLiteral("Drop the old %1").arg(name));
    end.detail = DropOldTable{ copy };
    append(std::move(end), *copy, plan);
}

} // namespace

base::Result<SplitPartitionings> splitPartitionings(const diff::ChangeSetPtr &changes,
                                                    const schema::StatisticsPtr &statistics,
                                                    const PlanOptions &options, std::stop_token stop)
{
    SplitPartitionings split{ changes, {}, {} };
    for (const ObjectId &table : becomingOthers(*changes)) {
        const auto why = CopyMaker(split.changes, statistics, options, stop).make(table, &split);
        if (!why.has_value())
            return why.error();
        if (!why->isEmpty())
            split.refused.insert(table, *why);
    }
    return split;
}

namespace {

/// People know the tables by the names that they take.
void nameForPeople(const std::vector<std::shared_ptr<const TableCopy>> &copies, PlainPlan *plan)
{
    for (const std::shared_ptr<const TableCopy> &copy : copies) {
        const QString beside = schema::dottedName(copy->beside);
        const QString name = QStringLiteral("the new ") + schema::dottedName(copy->table);
        for (Action &action : plan->actions)
            action.title.replace(QStringLiteral("table ") + beside, name).replace(beside, name);
    }
}

} // namespace

void appendPartitionings(const SplitPartitionings &split, PlainPlan *plan)
{
    nameForPeople(split.copies, plan);
    for (Action &action : plan->actions) {
        const QString why = split.refused.value(action.object);
        if (why.isEmpty() || !std::holds_alternative<DropRelation>(action.detail))
            continue;
        const QString said =
            QStringLiteral("Its rows are not taken over into the table that takes its name. %1").arg(why);
        action.note += action.note.isEmpty() ? said : QLatin1Char(' ') + said;
    }
    for (const std::shared_ptr<const TableCopy> &copy : split.copies)
        appendCopy(copy, plan);
}

} // namespace lockstep::plan
