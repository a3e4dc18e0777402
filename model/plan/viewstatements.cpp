#include "viewstatements.h"

#include "partitioncatalogs.h"
#include "plain/sides.h"
#include "strategies/drafts.h"

#include <model/diff/attributechange.h>
#include <model/diff/sqlnames.h>

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Fact;
using schema::Kind;
using schema::ObjectId;

/// Moves views into schemas of their own, where they can keep their names: PostgreSQL prints the name under
/// which a view was told to read a relation, also when that is called otherwise later.
class Mover
{
public:
    Mover(const QSet<ObjectId> &views, const QString &suffix)
        : m_views(views)
        , m_suffix(suffix)
        , m_about(*std::min_element(views.cbegin(), views.cend()))
    { }

    [[nodiscard]] QString schemaOf(const ObjectId &view) const
    {
        return ownName(schema::objectId(m_about.kind, view.schema, schema::dottedName(m_about)), m_suffix);
    }
    [[nodiscard]] QStringList schemas() const
    {
        QStringList names;
        for (const ObjectId &view : m_views)
            names += schemaOf(view);
        names.removeDuplicates();
        names.sort();
        return names;
    }
    /// A part of one of the views, or the view itself.
    void move(Fact *fact) const
    {
        const auto moved = [this](const ObjectId &id) {
            ObjectId result = id;
            result.schema = m_moving.value({ id.schema, id.name }, id.schema);
            return result;
        };
        const auto text = [this](const QString &sql) {
            QString result = sql;
            for (const ObjectId &view : m_views)
                result = diff::withQualifiedName(result, view.schema, view.name, schemaOf(view), view.name);
            return result;
        };
        fact->id = moved(fact->id);
        diff::changeAttributes(fact->attributes, { text, text, moved });
    }
    /// Of the views and of what has a name of its own in their schemas.
    void willMove(const ObjectId &relation, const QString &name)
    {
        m_moving.insert({ relation.schema, name }, schemaOf(relation));
    }

private:
    const QSet<ObjectId> &m_views;
    const QString m_suffix;
    const ObjectId m_about;
    QHash<QPair<QString, QString>, QString> m_moving; ///< Schema and name; the new schema.
};

/// All that some facts need, and they themselves.
std::vector<int> withNeeds(const plain::Side &side, std::vector<int> open)
{
    std::vector<char> seen(std::size_t(side.size()), 0);
    std::vector<int> all;
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (std::exchange(seen[std::size_t(at)], 1))
            continue;
        all.push_back(at);
        const auto needs = side.needs[std::size_t(at)];
        open.insert(open.end(), needs.begin(), needs.end());
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// One side's views, made where nothing of the name is.
class Making
{
public:
    Making(const plain::Side &side, const plain::Sides &sides, const QSet<ObjectId> &views, Mover *mover)
        : m_side(side)
        , m_sides(sides)
        , m_views(views)
        , m_mover(mover)
    { }

    [[nodiscard]] base::Result<PlainPlan> plan(const PlanOptions &options, const std::stop_token &stop)
    {
        PlanOptions own = options;
        own.intents = {};
        const auto without = catalog(false);
        const auto with = catalog(true);
        const auto changes = diff::diff(without, with, {}, stop);
        if (!changes.has_value())
            return changes.error();
        own.current = changes.value()->current;
        return makePlainPlan(changes.value(), own, stop);
    }

private:
    [[nodiscard]] bool isMade(const Fact &fact) const
    {
        return m_views.contains(relationOfFact(fact, *m_side.catalog));
    }
    [[nodiscard]] schema::CatalogPtr catalog(bool withViews) const
    {
        std::vector<int> roots;
        for (int i = 0; i < m_side.size(); ++i) {
            const Fact &fact = m_side.fact(i);
            if (fact.id.kind == Kind::DefaultPrivilege || isMade(fact))
                roots.push_back(i);
            if (fact.id.kind == Kind::Index && isMade(fact))
                m_mover->willMove(fact.as<schema::IndexAttributes>()->table, fact.id.name);
        }
        for (const ObjectId &view : m_views)
            m_mover->willMove(view, view.name);
        std::vector<Fact> facts;
        std::vector<schema::Dependency> edges;
        std::vector<int> places(std::size_t(m_side.size()), -1);
        const std::vector<int> wanted = withNeeds(m_side, std::move(roots));
        for (const int index : wanted) {
            Fact fact = m_side.fact(index);
            if (isMade(fact)) {
                if (!withViews)
                    continue;
                keepState(&fact);
                m_mover->move(&fact);
            }
            places[std::size_t(index)] = int(facts.size());
            facts.push_back(std::move(fact));
        }
        for (const int index : wanted) {
            for (const int need : m_side.catalog->needs(index)) {
                if (places[std::size_t(index)] >= 0 && places[std::size_t(need)] >= 0)
                    edges.push_back({ places[std::size_t(index)], places[std::size_t(need)] });
            }
        }
        return std::make_shared<const schema::Catalog>(m_side.catalog->serverVersion(), std::move(facts),
                                                       std::move(edges));
    }

    /// Whose it is where this side does not say so, and whether it is filled.
    void keepState(Fact *fact) const
    {
        const Fact *before = m_sides.current.catalog->find(fact->id);
        if (before && fact->owner.isEmpty())
            fact->owner = before->owner;
        auto *view = std::get_if<schema::MaterializedViewAttributes>(&fact->attributes);
        if (const auto *was = before ? before->as<schema::MaterializedViewAttributes>() : nullptr;
            was && view)
            view->populated = was->populated;
    }

    const plain::Side &m_side;
    const plain::Sides &m_sides;
    const QSet<ObjectId> &m_views;
    Mover *m_mover;
};

QString alterKind(const ObjectId &view)
{
    return view.kind == Kind::View ? QStringLiteral("ALTER VIEW ")
                                   : QStringLiteral("ALTER MATERIALIZED VIEW ");
}

QString moveView(const ObjectId &view, const QString &from, const QString &to)
{
    return QStringLiteral("%1%2 SET SCHEMA %3")
        .arg(alterKind(view), schema::qualified(from, view.name), schema::quoteIdent(to));
}

/// With all that was made on it.
QString dropView(const ObjectId &view, const QString &from)
{
    const QString verb =
        view.kind == Kind::View ? QStringLiteral("DROP VIEW ") : QStringLiteral("DROP MATERIALIZED VIEW ");
    return verb + schema::qualified(from, view.name);
}

QStringList inEach(const QString &verb, const QStringList &schemas)
{
    QStringList statements;
    for (const QString &name : schemas)
        statements += verb + schema::quoteIdent(name);
    return statements;
}

const QString createSchema = QStringLiteral("CREATE SCHEMA ");
const QString dropSchema = QStringLiteral("DROP SCHEMA ");

/// Whoever becomes a view's owner needs a place to have it in.
QStringList letOwnersIn(const QStringList &schemas, const QStringList &statements)
{
    const QString clause = QStringLiteral(" OWNER TO ");
    QStringList owners;
    for (const QString &sql : statements) {
        if (const qsizetype at = sql.indexOf(clause); sql.startsWith(QLatin1String("ALTER ")) && at > 0)
            owners += sql.mid(at + clause.size());
    }
    owners.removeDuplicates();
    owners.sort();
    QStringList grants;
    for (const QString &name : owners.isEmpty() ? QStringList() : schemas)
        grants += QStringLiteral("GRANT USAGE, CREATE ON SCHEMA %1 TO %2")
                      .arg(schema::quoteIdent(name), owners.join(QStringLiteral(", ")));
    return grants;
}

struct MadeAndGone
{
    QVector<ObjectId> views; ///< In the order in which they are made.
    QStringList make;
    QStringList drop;
    QStringList filled;
};

base::Result<MadeAndGone> makeAndDrop(const plain::Side &side, const plain::Sides &sides,
                                      const QSet<ObjectId> &views, const QString &suffix,
                                      const PlanOptions &options, const std::stop_token &stop)
{
    Mover mover(views, suffix);
    const auto plan = Making(side, sides, views, &mover).plan(options, stop);
    if (!plan.has_value())
        return plan.error();
    const QStringList schemas = mover.schemas();
    MadeAndGone result;
    QStringList made;
    QStringList analyze; ///< Statistics are there when the first reader comes.
    for (const Action &action : plan->actions) {
        made += action.forward;
        const auto view = std::find_if(views.begin(), views.end(), [&](const ObjectId &one) {
            return one.kind == action.object.kind && one.name == action.object.name
                   && mover.schemaOf(one) == action.object.schema;
        });
        if (view == views.end())
            continue;
        result.views += *view;
        result.drop.prepend(dropView(*view, action.object.schema));
        const auto *filled = sides.current.catalog->attributes<schema::MaterializedViewAttributes>(*view);
        if (!filled || !filled->populated)
            continue;
        result.filled += schema::qualified(action.object.schema, action.object.name);
        analyze += QStringLiteral("ANALYZE ") + result.filled.last();
    }
    result.make = inEach(createSchema, schemas) + letOwnersIn(schemas, made) + made + analyze;
    result.drop += inEach(dropSchema, schemas);
    return result;
}

} // namespace

base::Result<std::shared_ptr<ViewsBeside>> viewStatements(const QSet<ObjectId> &views,
                                                          const diff::ChangeSet &changes,
                                                          const PlanOptions &options, std::stop_token stop)
{
    const plain::Sides sides = plain::makeSides(changes);
    const QString newSuffix = QStringLiteral("new");
    const QString oldSuffix = QStringLiteral("old");
    const auto fresh = makeAndDrop(sides.target, sides, views, newSuffix, options, stop);
    if (!fresh.has_value())
        return fresh.error();
    const auto old = makeAndDrop(sides.current, sides, views, oldSuffix, options, stop);
    if (!old.has_value())
        return old.error();
    auto result = std::make_shared<ViewsBeside>();
    result->views = fresh->views;
    result->build = fresh->make;
    result->unbuild = fresh->drop;
    result->filled = fresh->filled;
    result->make = old->make;
    result->drop = old->drop;
    const Mover toNew(views, newSuffix);
    const Mover toOld(views, oldSuffix);
    QStringList leave, come, goBack, comeBack;
    for (const ObjectId &view : std::as_const(result->views)) {
        leave += moveView(view, view.schema, toOld.schemaOf(view));
        come += moveView(view, toNew.schemaOf(view), view.schema);
        goBack += moveView(view, view.schema, toNew.schemaOf(view));
        comeBack += moveView(view, toOld.schemaOf(view), view.schema);
    }
    result->swap = inEach(createSchema, toOld.schemas()) + leave + come + inEach(dropSchema, toNew.schemas());
    result->swapBack =
        inEach(createSchema, toNew.schemas()) + goBack + comeBack + inEach(dropSchema, toOld.schemas());
    return result;
}

} // namespace lockstep::plan
