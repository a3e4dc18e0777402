#include "onlinerenames.h"

#include "partitionedcolumns.h"
#include "plain/ddl.h"
#include "strategies/drafts.h"

#include <model/diff/renaming.h>

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace lockstep::plan {

namespace {

using schema::Kind;
using schema::ObjectId;

ObjectId tableId(const ObjectId &column)
{
    return schema::objectId(Kind::Table, column.schema, column.name);
}

bool hasInheritanceChildren(const schema::Catalog &catalog, const ObjectId &table)
{
    const auto tables = catalog.factsOf(Kind::Table);
    return std::any_of(tables.begin(), tables.end(), [&](const schema::Fact &fact) {
        return fact.as<schema::TableAttributes>()->inherits.contains(table);
    });
}

/// The names of the column are no words of the partition key.
bool isInPartitionKey(const QString &key, const QString &column)
{
    const QStringList words = key.split(QRegularExpression(QStringLiteral("[(), ]")), Qt::SkipEmptyParts);
    return words.contains(schema::quoteIdent(column));
}

/// PostgreSQL prints no "AS" before a name that the column has anyway.
void dropIdleAlias(QString *definition, const QString &column)
{
    const QString name = schema::quoteIdent(column);
    const QRegularExpression idle(
        QStringLiteral("(?<=[. ])%1 AS %1(?=[,;\\s]|$)").arg(QRegularExpression::escape(name)));
    definition->replace(idle, name);
}

/// The target with the given columns called as before. Null if a view's text would not come along.
schema::CatalogPtr withOldNames(const schema::CatalogPtr &target, const QVector<OnlineRename> &online)
{
    QVector<diff::RenameDecision> back;
    for (const OnlineRename &rename : online)
        back.append({ rename.to, rename.from });
    const diff::Renaming renaming(target, back);
    if (!renaming.gone().isEmpty())
        return nullptr;
    const schema::Catalog &renamed = *renaming.catalog();
    std::vector<schema::Fact> facts = renamed.facts();
    std::vector<schema::Dependency> edges;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        for (const int need : renamed.needs(int(i)))
            edges.push_back({ int(i), need });
        for (const OnlineRename &rename : online) {
            if (auto *view = std::get_if<schema::ViewAttributes>(&facts[i].attributes))
                dropIdleAlias(&view->query, rename.from.sub);
            else if (auto *filled = std::get_if<schema::MaterializedViewAttributes>(&facts[i].attributes))
                dropIdleAlias(&filled->query, rename.from.sub);
        }
    }
    return std::make_shared<schema::Catalog>(renamed.serverVersion(), std::move(facts), std::move(edges),
                                             renamed.unmodelled());
}

QVector<OnlineRename> onlineRenames(const diff::ChangeSet &changes, const Context &context)
{
    QVector<OnlineRename> online;
    for (const diff::Change &change : changes.changes) {
        const auto *renamed = std::get_if<diff::Renamed>(&change);
        if (!renamed || renamed->after.id.kind != Kind::Column)
            continue;
        const ObjectId &to = renamed->after.id;
        const ObjectId table = tableId(to);
        if (context.policyFor(table) == Policy::Window || context.isKnownEmpty(table)
            || !whyNotBothNames(renamed->before.id, to, *changes.current, *changes.target).isEmpty())
            continue;
        online.append({ schema::subId(Kind::Column, to.schema, to.name, renamed->before.id.sub), to });
    }
    return online;
}

/// The table, or in its place the partitions that hold its rows.
QVector<ObjectId> tablesWithRows(const schema::Catalog &catalog, const ObjectId &table)
{
    const auto *attributes = catalog.attributes<schema::TableAttributes>(table);
    if (!attributes || attributes->partitionKey.isEmpty())
        return { table };
    QVector<ObjectId> leaves;
    for (const schema::Fact &fact : catalog.factsOf(Kind::Table)) {
        const auto &parent = fact.as<schema::TableAttributes>()->partitionOf;
        if (parent && *parent == table)
            leaves += tablesWithRows(catalog, fact.id);
    }
    return leaves;
}

/// An index like the given one, for queries that use the new name before the column has it.
Action indexCopy(const ObjectId &original, const ObjectId &table, schema::IndexAttributes attributes)
{
    Action action;
    action.object = schema::objectId(Kind::Index, table.schema, ownName(original, QStringLiteral("copy")));
    attributes.partitionOf = {};
    action.title = QStringLiteral("Index the copy like %1").arg(schema::displayName(original));
    action.forward = { attributes.definition };
    // With the copy of the column it is gone already.
    action.backward = { QStringLiteral("DROP INDEX IF EXISTS %1")
                            .arg(schema::qualified(action.object.schema, action.object.name)) };
    action.relation = table;
    action.detail = CopyIndex{ action.object, original };
    return action;
}

std::optional<Action> copyOfPart(const schema::Fact &fact, const ObjectId &table)
{
    if (const auto *index = fact.as<schema::IndexAttributes>()) {
        const QString name = QLatin1Char(' ') + schema::quoteIdent(fact.id.name) + QStringLiteral(" ON ");
        schema::IndexAttributes copy = *index;
        const qsizetype at = copy.definition.indexOf(name);
        if (at < 0 || index->table != table || !index->valid)
            return std::nullopt;
        copy.definition.replace(at, name.size(),
                                QStringLiteral(" %1 ON ").arg(ownName(fact.id, QStringLiteral("copy"))));
        return indexCopy(fact.id, table, copy);
    }
    const auto *constraint = fact.as<schema::ConstraintAttributes>();
    if (!constraint || fact.id.schema != table.schema || fact.id.name != table.name)
        return std::nullopt;
    const auto key = keyByIndex(schema::qualified(table.schema, table.name), fact.id, *constraint,
                                ownName(fact.id, QStringLiteral("copy")));
    if (!key)
        return std::nullopt;
    schema::IndexAttributes copy;
    copy.table = table;
    copy.definition = QString(key->createIndex).remove(QStringLiteral("CONCURRENTLY "));
    return indexCopy(fact.id, table, copy);
}

/// Copies of all indexes that name the column, also of those behind keys.
std::vector<Action> indexCopies(const schema::Catalog &target, const ObjectId &column)
{
    std::vector<Action> copies;
    for (const ObjectId &table : tablesWithRows(target, tableId(column))) {
        const int at = target.indexOf(schema::subId(Kind::Column, table.schema, table.name, column.sub));
        if (at < 0)
            continue;
        for (const int user : target.neededBy(at)) {
            if (std::optional<Action> copy = copyOfPart(target.facts()[std::size_t(user)], table))
                copies.push_back(*std::move(copy));
        }
    }
    return copies;
}

Action mirrorAction(const OnlineRename &rename, const schema::Catalog &target)
{
    Action action;
    action.object = rename.to;
    action.relation = tableId(rename.to);
    action.title = QStringLiteral("Keep a copy of %1 as %2").arg(rename.from.sub, rename.to.sub);
    const auto *attributes = target.attributes<schema::ColumnAttributes>(rename.to);
    MirrorColumn mirror{ rename.from, rename.to, attributes->type, attributes->collation, {} };
    for (const schema::Fact &fact : target.factsOf(Kind::Grant)) {
        if (schema::targetOf(fact.id) == rename.to)
            mirror.grants += ddl::create(fact, target);
    }
    action.detail = mirror;
    return action;
}

template <typename Detail>
Action followUp(const Action &mirror, const QString &title)
{
    Action action;
    action.object = mirror.object;
    action.relation = mirror.relation;
    action.title = title;
    action.detail = Detail{ std::get<MirrorColumn>(mirror.detail) };
    return action;
}

/// What changes the column itself comes before its copy is made.
std::vector<int> actionsOn(const std::vector<Action> &actions, const ObjectId &column)
{
    std::vector<int> found;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        if (actions[i].object == column)
            found.push_back(int(i));
    }
    return found;
}

} // namespace

QString whyNoSecondColumn(const schema::TableAttributes &table, const ObjectId &id,
                          const schema::Catalog &catalog)
{
    if (!table.foreignServer.isEmpty())
        return QStringLiteral("The rows of a foreign table are elsewhere, and so would be a second column.");
    if (!table.ofType.isEmpty())
        return QStringLiteral(
            "A typed table has no columns of its own, so none can be added beside this one.");
    if (table.partitionOf || !table.inherits.isEmpty())
        return QStringLiteral("The column comes from a parent table.");
    if (hasInheritanceChildren(catalog, id))
        return QStringLiteral("Tables inherit the column, and a trigger does not reach their rows.");
    if (!table.partitionKey.isEmpty() && catalog.serverVersion() < 130000)
        return QStringLiteral("Before PostgreSQL 13 a partitioned table can have no trigger that keeps two "
                              "columns in step.");
    return {};
}

QString whyNotBothNames(const ObjectId &from, const ObjectId &to, const schema::Catalog &current,
                        const schema::Catalog &target)
{
    const ObjectId table = tableId(to);
    const auto *attributes = target.attributes<schema::TableAttributes>(table);
    const auto *before = current.attributes<schema::TableAttributes>(tableId(from));
    const auto *column = target.attributes<schema::ColumnAttributes>(to);
    if (!attributes || !before || !column)
        return QStringLiteral("Only a table's column can have two names for a while.");
    if (const QString why = whyNoSecondColumn(*attributes, table, target); !why.isEmpty())
        return why;
    if (const QString why = whyNoSecondColumn(*before, tableId(from), current); !why.isEmpty())
        return why;
    if (const QString why = whyNotBesidePartitions(tableId(from), table, current, target); !why.isEmpty())
        return why;
    if (column->generated != schema::Generated::None)
        return QStringLiteral(
            "A generated column cannot be written, so a new release could not write it under "
            "its new name.");
    if (isConstrainedDomain(target, column->type))
        return QStringLiteral("Its domain's constraints would be checked before both names agree.");
    if (isInPartitionKey(attributes->partitionKey, to.sub))
        return QStringLiteral(
            "A row finds its partition before a trigger could fill the column under its old "
            "name.");
    if (current.indexOf(schema::subId(Kind::Column, from.schema, from.name, to.sub)) >= 0)
        return QStringLiteral("The new name is that of a column that is there.");
    return {};
}

base::Result<SplitRenames> splitRenames(const diff::ChangeSetPtr &changes,
                                        const schema::StatisticsPtr &statistics, const PlanOptions &options,
                                        std::stop_token stop)
{
    SplitRenames split{ changes, {} };
    const Context context(PlainPlan{ {}, changes }, statistics, options);
    const QVector<OnlineRename> online = onlineRenames(*changes, context);
    if (online.isEmpty())
        return split;
    diff::DiffOptions diffOptions;
    diffOptions.ignore = changes->ignore;
    for (const diff::Change &change : changes->changes) {
        const auto *renamed = std::get_if<diff::Renamed>(&change);
        const auto isOnline = [&](const OnlineRename &rename) { return rename.to == renamed->after.id; };
        if (renamed && std::none_of(online.begin(), online.end(), isOnline))
            diffOptions.renames.append({ renamed->before.id, renamed->after.id });
    }
    const schema::CatalogPtr target = withOldNames(changes->target, online);
    if (!target)
        return split;
    auto others = diff::diff(changes->current, target, diffOptions, std::move(stop));
    if (!others.has_value())
        return others.error();
    auto result = std::make_shared<diff::ChangeSet>(**others);
    result->targetFingerprint = changes->targetFingerprint;
    result->offer = changes->offer;
    return SplitRenames{ result, online };
}

void appendOnlineRenames(const QVector<OnlineRename> &renames, const schema::CatalogPtr &target,
                         PlainPlan *plan)
{
    std::vector<Action> &actions = plan->actions;
    std::vector<Action> ends;
    for (const OnlineRename &rename : renames) {
        Action mirror = mirrorAction(rename, *target);
        mirror.needs = actionsOn(actions, rename.from);
        const QString from = schema::displayName(rename.from);
        Action open = followUp<OpenMirror>(
            mirror, QStringLiteral("Let %1 be written as %2 as well").arg(from, rename.to.sub));
        ends.push_back(followUp<EndMirror>(
            mirror, QStringLiteral("Rename %1 to %2").arg(from, schema::dottedName(rename.to))));
        const int at = int(actions.size());
        open.needs = { at };
        actions.push_back(std::move(mirror));
        for (Action &copy : indexCopies(*target, rename.to)) {
            copy.needs = { at };
            open.needs.push_back(int(actions.size()));
            actions.push_back(std::move(copy));
        }
        actions.push_back(std::move(open));
    }
    for (Action &end : ends) {
        end.needs.resize(actions.size());
        std::iota(end.needs.begin(), end.needs.end(), 0);
        actions.push_back(std::move(end));
    }
}

} // namespace lockstep::plan
