#include "oldtablenames.h"

#include "plain/ddl.h"
#include "strategies/context.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Kind;
using schema::ObjectId;

bool isOnTable(const Action &action, const ObjectId &table)
{
    return action.relation.schema == table.schema && action.relation.name == table.name;
}

/// Types of columns that a view shows cannot change.
bool changesTypes(const PlainPlan &plan, const ObjectId &table)
{
    return std::any_of(plan.actions.begin(), plan.actions.end(), [&](const Action &action) {
        return isOnTable(action, table) && std::holds_alternative<ChangeType>(action.detail);
    });
}

bool isNamed(const schema::Catalog &catalog, const ObjectId &table)
{
    const auto kinds = { Kind::Table, Kind::View,     Kind::MaterializedView,
                         Kind::Index, Kind::Sequence, Kind::CompositeType };
    return std::any_of(kinds.begin(), kinds.end(), [&](Kind kind) {
        return catalog.indexOf(schema::objectId(kind, table.schema, table.name)) >= 0;
    });
}

bool isOn(const ObjectId &target, const ObjectId &table)
{
    return target.schema == table.schema && target.name == table.name;
}

bool hasColumnGrants(const schema::Catalog &catalog, const ObjectId &table)
{
    const auto grants = catalog.factsOf(Kind::Grant);
    return std::any_of(grants.begin(), grants.end(), [&](const schema::Fact &grant) {
        return grant.id.on == Kind::Column && isOn(schema::targetOf(grant.id), table);
    });
}

/// A view like the table, with its columns as they are called now, its owner and its privileges.
QStringList viewUnderOldName(const Rename &rename, const schema::Catalog &current)
{
    QStringList columns;
    for (const schema::Fact *column : current.columnsOf(rename.from))
        columns += schema::quoteIdent(column->id.sub);
    const schema::Fact *table = current.find(rename.from);
    // The owner's rights do for the rows, and the view's own privileges for who may see which column;
    // only row security asks who it is.
    const bool asksWho = table->as<schema::TableAttributes>()->rowSecurity;
    const QString invoker = asksWho ? QStringLiteral(" WITH (security_invoker = true)") : QString();
    QStringList sql{ QStringLiteral("CREATE VIEW %1%2 AS SELECT %3 FROM %4")
                         .arg(schema::qualified(rename.from.schema, rename.from.name), invoker,
                              columns.join(QStringLiteral(", ")),
                              schema::qualified(rename.to.schema, rename.to.name)) };
    sql += ddl::changeOwner(schema::objectId(Kind::View, rename.from.schema, rename.from.name), table->owner);
    for (const schema::Fact &grant : current.factsOf(Kind::Grant)) {
        const ObjectId on = schema::targetOf(grant.id);
        if (isOn(on, rename.from) && (on.kind == Kind::Table || on.kind == Kind::Column))
            sql += ddl::create(grant, current);
    }
    return sql;
}

Action endOfOldName(const Action &action, const Rename &rename)
{
    Action end;
    end.object = action.object;
    end.relation = schema::objectId(Kind::Table, rename.to.schema, rename.to.name);
    end.title = QStringLiteral("Drop the view %1").arg(schema::dottedName(rename.from));
    end.detail = EndOldName{ rename.from, rename.to };
    end.forward = {
        QStringLiteral("DROP VIEW %1").arg(schema::qualified(rename.from.schema, rename.from.name))
    };
    end.backward = rename.view;
    return end;
}

QString whyNoView(const Rename &rename, const PlainPlan &plan)
{
    const schema::Catalog &current = *plan.changes->current;
    const auto *table = current.attributes<schema::TableAttributes>(rename.from);
    if (!table || rename.from.kind != Kind::Table || rename.from.schema != rename.to.schema)
        return QStringLiteral("Only a table that stays in its schema can have two names for a while.");
    if (table->partitionOf)
        return QStringLiteral("It is a partition: statements name its parent.");
    if (isNamed(*plan.changes->target, rename.from))
        return QStringLiteral("Something else takes the old name.");
    if (table->rowSecurity && current.serverVersion() < 150000)
        return QStringLiteral("Before PostgreSQL 15 a view under the old name would pass by the row security "
                              "of the table.");
    if (table->rowSecurity && hasColumnGrants(current, rename.from))
        return QStringLiteral("Row security and privileges on single columns together do not pass through a "
                              "view.");
    if (changesTypes(plan, rename.to))
        return QStringLiteral("The types of columns change, which a view that shows them does not allow.");
    return {};
}

} // namespace

void keepOldTableNames(PlainPlan *plan, const schema::StatisticsPtr &statistics, const PlanOptions &options)
{
    const Context context(PlainPlan{ {}, plan->changes }, statistics, options);
    std::vector<Action> ends;
    for (std::size_t i = 0; i < plan->actions.size(); ++i) {
        Action &action = plan->actions[i];
        auto *rename = std::get_if<Rename>(&action.detail);
        if (!rename || rename->to.kind != Kind::Table || context.policyFor(rename->to) == Policy::Window
            || context.isKnownEmpty(rename->to))
            continue;
        rename->whyNoView = whyNoView(*rename, *plan);
        if (!rename->whyNoView.isEmpty())
            continue;
        rename->view = viewUnderOldName(*rename, *plan->changes->current);
        ends.push_back(endOfOldName(action, *rename));
        ends.back().needs = { int(i) };
    }
    for (Action &end : ends) {
        const int at = int(plan->actions.size());
        // A column cannot go while the view shows it.
        for (Action &other : plan->actions) {
            if (isOnTable(other, end.relation) && std::holds_alternative<DropColumn>(other.detail))
                other.needs.push_back(at);
        }
        plan->actions.push_back(std::move(end));
    }
}

} // namespace lockstep::plan
