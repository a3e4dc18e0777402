#include "onlinetypes.h"

#include "parttwins.h"
#include "strategies/drafts.h"
#include "strategies/typechange.h"
#include "typesplitter.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::ObjectId;

bool rewrites(const ChangeType &change)
{
    const bool isInstant =
        change.usingExpression.isEmpty() && isInstantTypeChange(change.fromType, change.toType);
    // Where only the collation or the definition of the type changes, indexes are built again at most.
    return change.swap || (!isInstant && change.fromType != change.toType);
}

/// An index that both columns have: it is copied with the one, and would stay on what becomes of the other.
QString sharedIndex(const schema::Catalog &catalog, const ObjectId &one, const ObjectId &other)
{
    for (const int user : catalog.neededBy(catalog.indexOf(one))) {
        const schema::Fact &fact = catalog.facts()[std::size_t(user)];
        const auto *constraint = fact.as<schema::ConstraintAttributes>();
        const bool isIndex =
            constraint ? !constraint->indexName.isEmpty() : fact.id.kind == schema::Kind::Index;
        const auto needs = catalog.needs(user);
        if (isIndex && std::find(needs.begin(), needs.end(), catalog.indexOf(other)) != needs.end())
            return schema::displayName(fact);
    }
    return {};
}

/// Why a column cannot change its type while one of its table has two names. Empty where it can.
QString whyNotBeside(const OnlineRename &rename, const Action &action, const schema::Catalog &current)
{
    const ObjectId &column = action.object;
    if (rename.from.schema != column.schema || rename.from.name != column.name)
        return {};
    if (rename.from == column)
        return QStringLiteral(
            "The column gets another name at the same time; make a plan of its own for that.");
    const auto &change = std::get<ChangeType>(action.detail);
    const QString said = change.usingExpression + QLatin1Char(' ') + change.back;
    if (!canBeDefault(said, { rename.from.sub, rename.to.sub }))
        return QStringLiteral("Its expression reads %1, which gets another name at the same time.")
            .arg(schema::quoteIdent(rename.from.sub));
    const QString shared = sharedIndex(current, column, rename.from);
    return shared.isEmpty() ? QString()
                            : QStringLiteral("%1 also covers %2, which gets another name at the same time.")
                                  .arg(shared, schema::quoteIdent(rename.from.sub));
}

/// What works on the column under its name after the change has to wait for it.
void orderAfter(PlainPlan *plan, int change)
{
    const Action &action = plan->actions[std::size_t(change)];
    const schema::Catalog &target = *plan->changes->target;
    const int column = target.indexOf(action.object);
    const auto users = target.neededBy(column);
    for (std::size_t i = std::size_t(change) + 1; i < plan->actions.size(); ++i) {
        Action &later = plan->actions[i];
        const int at = target.indexOf(later.object);
        if (later.object == action.object || (at >= 0 && std::binary_search(users.begin(), users.end(), at)))
            later.needs.push_back(change);
    }
}

std::vector<TableChanges> changesByTable(const PlainPlan &plan, const Context &context)
{
    std::vector<TableChanges> tables;
    QHash<ObjectId, std::size_t> places;
    for (int i = 0; i < int(plan.actions.size()); ++i) {
        const Action &action = plan.actions[std::size_t(i)];
        const auto *change = std::get_if<ChangeType>(&action.detail);
        if (!change || !context.needsOnlineWay(action) || !rewrites(*change))
            continue;
        const auto known = places.constFind(action.relation);
        if (known == places.constEnd()) {
            places.insert(action.relation, tables.size());
            tables.push_back({ { i }, {} });
        } else {
            tables[*known].changes.push_back(i);
        }
    }
    return tables;
}

/// Says it in the change it is about, and in those of the same table that it keeps from an online way.
void refuse(PlainPlan *plan, const TableChanges &table)
{
    const ObjectId failed = plan->actions[std::size_t(table.found.failed)].object;
    for (const int i : table.changes) {
        std::get<ChangeType>(plan->actions[std::size_t(i)].detail).whyNotOnline =
            i == table.found.failed
                ? table.found.why
                : QStringLiteral("%1 changes its type at the same time and rewrites the table anyway.")
                      .arg(schema::displayName(failed));
    }
}

ConvertedColumns convertedNow(const PlainPlan &plan, const std::vector<TableChanges> &tables)
{
    QVector<ObjectId> columns;
    for (const TableChanges &table : tables) {
        for (const int change : table.changes) {
            const ObjectId &column = plan.actions[std::size_t(change)].object;
            if (plan.changes->current->indexOf(column) >= 0)
                columns += column;
        }
    }
    return convertedColumns(plan.changes->current, columns);
}

/// What one table can do may depend on what another one does.
void findCopies(PlainPlan *plan, const Context &context, std::vector<TableChanges> *tables)
{
    for (std::size_t before = 0; before != tables->size();) {
        before = tables->size();
        const ConvertedColumns converted = convertedNow(*plan, *tables);
        for (TableChanges &table : *tables) {
            table.found = typeCopy(*plan, table.changes, converted, context);
            if (!table.found.why.isEmpty())
                refuse(plan, table);
        }
        std::erase_if(*tables, [](const TableChanges &table) { return !table.found.why.isEmpty(); });
    }
}

void refuseRenamed(PlainPlan *plan, const QVector<OnlineRename> &renames, std::vector<TableChanges> *tables)
{
    for (TableChanges &table : *tables) {
        for (const int change : table.changes) {
            for (const OnlineRename &rename : renames) {
                const QString why =
                    whyNotBeside(rename, plan->actions[std::size_t(change)], *plan->changes->current);
                if (why.isEmpty() || !table.found.why.isEmpty())
                    continue;
                table.found = { nullptr, why, change, {} };
                refuse(plan, table);
            }
        }
    }
    std::erase_if(*tables, [](const TableChanges &table) { return !table.found.why.isEmpty(); });
}

} // namespace

void splitTypeChanges(PlainPlan *plan, const schema::StatisticsPtr &statistics, const PlanOptions &options,
                      const QVector<OnlineRename> &renames)
{
    const Context context(*plan, statistics, options);
    std::vector<TableChanges> tables = changesByTable(*plan, context);
    refuseRenamed(plan, renames, &tables);
    if (tables.empty())
        return;
    findCopies(plan, context, &tables);
    for (const TableChanges &table : tables) {
        for (const int change : table.changes)
            orderAfter(plan, change);
    }
    if (tables.empty() || splitChanges(plan, tables))
        return;
    for (TableChanges &table : tables) {
        table.found.why =
            QStringLiteral("Its steps and other changes of the plan would wait for each other.");
        table.found.failed = table.changes.front();
        refuse(plan, table);
    }
}

} // namespace lockstep::plan
