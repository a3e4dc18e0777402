#include "onlineenums.h"

#include "enumswap.h"
#include "parttwins.h"
#include "strategies/drafts.h"
#include "typecopies.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace lockstep::plan {

namespace {

using schema::Kind;
using schema::ObjectId;

/// One exchange of types in the plain plan.
struct FoundSwap
{
    int begin = -1; ///< Renames the old type and makes the new one.
    int end = -1; ///< Drops the old type.
    std::vector<int> changes; ///< Of columns in use.
    EnumSwap swap;
};

QStringList labelsOf(const schema::Catalog &catalog, const ObjectId &type)
{
    const auto *attributes = catalog.attributes<schema::EnumAttributes>(type);
    return attributes ? attributes->labels : QStringList();
}

bool isMade(const Action &action)
{
    return std::any_of(action.forward.begin(), action.forward.end(),
                       [](const QString &sql) { return sql.startsWith(QLatin1String("CREATE TYPE ")); });
}

class SwapFinder
{
public:
    SwapFinder(PlainPlan *plan, const Context &context)
        : m_plan(plan)
        , m_context(context)
        , m_current(context.current())
    { }

    [[nodiscard]] std::vector<FoundSwap> find()
    {
        std::vector<FoundSwap> found;
        for (int begin = 0; begin < int(m_plan->actions.size()); ++begin) {
            const Action &action = m_plan->actions[std::size_t(begin)];
            if (action.object.kind != Kind::Enum || !action.isRebuild || !isMade(action)
                || action.forward.size() < 2 || labelsOf(m_current, action.object).isEmpty())
                continue;
            FoundSwap swap = swapOf(begin);
            if (swap.end < 0 || swap.changes.empty())
                continue;
            const QString why = whyNot(swap);
            if (why.isEmpty())
                found.push_back(swap);
            else
                refuse(swap, why);
        }
        refuseOthers(found);
        return found;
    }

private:
    [[nodiscard]] FoundSwap swapOf(int begin) const
    {
        FoundSwap found;
        found.begin = begin;
        const ObjectId &type = m_plan->actions[std::size_t(begin)].object;
        for (int i = begin + 1; i < int(m_plan->actions.size()); ++i) {
            const Action &action = m_plan->actions[std::size_t(i)];
            if (action.object == type && action.isRebuild)
                found.end = i;
            if (std::holds_alternative<ChangeType>(action.detail) && m_context.needsOnlineWay(action)
                && isOf(action.object, type))
                found.changes.push_back(i);
        }
        found.swap.type = type;
        found.swap.incoming = ownName(type, QStringLiteral("new"));
        found.swap.outgoing = outgoingOf(m_plan->actions[std::size_t(begin)]);
        found.swap.gone = labelsOf(m_current, type);
        for (const QString &label : labelsOf(m_context.target(), type))
            found.swap.gone.removeAll(label);
        return found;
    }

    /// "ALTER TYPE a.b RENAME TO c" is what it begins with.
    [[nodiscard]] static QString outgoingOf(const Action &begin)
    {
        const QString clause = QStringLiteral(" RENAME TO ");
        const QString &first = begin.forward.first();
        const qsizetype at = first.indexOf(clause);
        const QString name = at < 0 ? QString() : first.mid(at + clause.size());
        return schema::quoteIdent(name) == name ? name : QString();
    }

    [[nodiscard]] bool isOf(const ObjectId &column, const ObjectId &type) const
    {
        const int at = m_current.indexOf(column);
        const int wanted = m_current.indexOf(type);
        if (at < 0 || wanted < 0)
            return false;
        const auto needs = m_current.needs(at);
        return std::find(needs.begin(), needs.end(), wanted) != needs.end();
    }

    [[nodiscard]] QString whyNot(const FoundSwap &found)
    {
        if (found.swap.outgoing.isEmpty())
            return QStringLiteral("The old type's name needs quotes while it goes.");
        for (const int user : m_current.neededBy(m_current.indexOf(found.swap.type))) {
            const ObjectId &id = m_current.facts()[std::size_t(user)].id;
            if (id.kind == Kind::Domain || id.kind == Kind::CompositeType || id.kind == Kind::RangeType)
                return QStringLiteral(
                           "%1 is made of the type and would have to change beside the traffic as well.")
                    .arg(schema::displayName(id));
        }
        for (const Action &action : m_plan->actions) {
            if (std::find(action.needs.begin(), action.needs.end(), found.end) != action.needs.end())
                return QStringLiteral("\"%1\" waits until the old type has gone.").arg(action.title);
        }
        return whyNotColumns(found);
    }

    /// Tried as if the new type were there.
    [[nodiscard]] QString whyNotColumns(const FoundSwap &found)
    {
        const auto swap = std::make_shared<const EnumSwap>(found.swap);
        QVector<ObjectId> columns;
        QMap<ObjectId, std::vector<int>> tables;
        for (const int change : found.changes) {
            Action &action = m_plan->actions[std::size_t(change)];
            std::get<ChangeType>(action.detail).swap = swap;
            columns += action.object;
            tables[action.relation].push_back(change);
        }
        const ConvertedColumns converted = convertedColumns(m_plan->changes->current, columns);
        QString why;
        for (auto table = tables.cbegin(); table != tables.cend() && why.isEmpty(); ++table)
            why = typeCopy(*m_plan, *table, converted, m_context).why;
        for (const int change : found.changes)
            std::get<ChangeType>(m_plan->actions[std::size_t(change)].detail).swap = nullptr;
        return why;
    }

    void refuse(const FoundSwap &found, const QString &why)
    {
        for (const int change : found.changes)
            std::get<ChangeType>(m_plan->actions[std::size_t(change)].detail).whyNotOnline = why;
    }

    /// Domains and composite types are exchanged as well, in one statement a column.
    void refuseOthers(const std::vector<FoundSwap> &found)
    {
        for (int i = 0; i < int(m_plan->actions.size()); ++i) {
            auto *change = std::get_if<ChangeType>(&m_plan->actions[std::size_t(i)].detail);
            const bool isFound = std::any_of(found.begin(), found.end(), [&](const FoundSwap &one) {
                return std::find(one.changes.begin(), one.changes.end(), i) != one.changes.end();
            });
            if (change && !isFound && change->fromType == change->toType && change->whyNotOnline.isEmpty())
                change->whyNotOnline = QStringLiteral(
                    "Of the types that are made anew under their names only enums are converted beside the "
                    "traffic.");
        }
    }

    PlainPlan *m_plan;
    const Context &m_context;
    const schema::Catalog &m_current;
};

QString renameType(const EnumSwap &swap, const QString &from, const QString &to)
{
    return QStringLiteral("ALTER TYPE %1 RENAME TO %2")
        .arg(schema::qualified(swap.type.schema, from), schema::quoteIdent(to));
}

/// The new type, before anything else.
Action typeBeside(const Action &begin, const EnumSwap &swap)
{
    Action action;
    action.object = schema::objectId(Kind::Enum, swap.type.schema, swap.incoming);
    action.relation = action.object;
    action.detail = Other{};
    action.title = QStringLiteral("Make the new %1 beside the old one").arg(schema::dottedName(swap.type));
    bool isMaking = false;
    for (const QString &sql : begin.forward) {
        isMaking = isMaking || sql.startsWith(QLatin1String("CREATE TYPE "));
        if (isMaking)
            action.forward += withTypeNamed(sql, swap, swap.incoming);
    }
    action.backward = { QStringLiteral("DROP TYPE ") + schema::qualified(swap.type.schema, swap.incoming) };
    action.note = QStringLiteral(
        "PostgreSQL takes no label out of a type and moves none, so there has to be another one; it gets the "
        "name when columns of it are filled.");
    return action;
}

/// A session that has run a PL/pgSQL function keeps the types of its variables, under whatever name, until
/// the function is made again.
QStringList compiledAnew(const EnumSwap &swap, const PlainPlan &plan)
{
    const QRegularExpression name(
        QStringLiteral("(?<![\\w$])%1(?![\\w$])").arg(QRegularExpression::escape(swap.type.name)));
    const schema::Catalog &current = *plan.changes->current;
    QStringList statements;
    for (const schema::Fact &fact : current.facts()) {
        const auto *routine = fact.as<schema::RoutineAttributes>();
        const bool mayDeclare =
            routine && routine->language == QLatin1String("plpgsql") && routine->body.contains(name);
        const bool isChanged = std::any_of(plan.actions.begin(), plan.actions.end(),
                                           [&](const Action &action) { return action.object == fact.id; });
        if (mayDeclare && !isChanged)
            statements += routine->definition;
    }
    return statements;
}

void exchangeNames(Action *begin, const EnumSwap &swap, const QStringList &routines)
{
    begin->title = QStringLiteral("Give the new %1 its name").arg(schema::dottedName(swap.type));
    begin->forward = { renameType(swap, swap.type.name, swap.outgoing),
                       renameType(swap, swap.incoming, swap.type.name) };
    begin->forward += routines;
    begin->backward = { renameType(swap, swap.type.name, swap.incoming),
                        renameType(swap, swap.outgoing, swap.type.name) };
    begin->backward += routines;
}

/// Names change whatever hangs on the type; what the swap makes beside itself stays until then.
void keepUntilSwap(const PlainPlan &plan, Action *begin)
{
    std::erase_if(begin->needs, [&](int need) {
        const Action &action = plan.actions[std::size_t(need)];
        return action.isRebuild
               && (std::holds_alternative<DropIndex>(action.detail)
                   || std::holds_alternative<DropConstraint>(action.detail));
    });
}

/// The plan with the new types in front and without the drops of the old ones.
std::vector<Action> withoutEnds(PlainPlan *plan, const std::vector<FoundSwap> &swaps)
{
    std::vector<Action> actions;
    std::vector<Action> ends;
    std::vector<QStringList> routines;
    for (const FoundSwap &found : swaps)
        routines.push_back(compiledAnew(found.swap, *plan));
    for (const FoundSwap &found : swaps)
        actions.push_back(typeBeside(plan->actions[std::size_t(found.begin)], found.swap));
    for (const FoundSwap &found : swaps)
        keepUntilSwap(*plan, &plan->actions[std::size_t(found.begin)]);
    std::vector<int> place(plan->actions.size(), -1);
    for (int i = 0; i < int(plan->actions.size()); ++i) {
        Action action = std::move(plan->actions[std::size_t(i)]);
        for (std::vector<int> *others : { &action.needs, &action.together }) {
            for (int &other : *others)
                other = place[std::size_t(other)];
            std::erase(*others, -1);
        }
        bool isEnd = false;
        for (std::size_t s = 0; s < swaps.size(); ++s) {
            const FoundSwap &found = swaps[s];
            isEnd = isEnd || i == found.end;
            const bool isChange =
                std::find(found.changes.begin(), found.changes.end(), i) != found.changes.end();
            if (i == found.begin)
                exchangeNames(&action, found.swap, routines[s]);
            if (isChange)
                std::get<ChangeType>(action.detail).swap = std::make_shared<const EnumSwap>(found.swap);
            if (i == found.begin || isChange)
                action.needs.insert(action.needs.begin(), int(s));
        }
        if (isEnd) {
            ends.push_back(std::move(action));
            continue;
        }
        place[std::size_t(i)] = int(actions.size());
        actions.push_back(std::move(action));
    }
    plan->actions = std::move(actions);
    return ends;
}

} // namespace

std::vector<Action> beginEnumSwaps(PlainPlan *plan, const schema::StatisticsPtr &statistics,
                                   const PlanOptions &options)
{
    const Context context(*plan, statistics, options);
    const std::vector<FoundSwap> swaps = SwapFinder(plan, context).find();
    return swaps.empty() ? std::vector<Action>() : withoutEnds(plan, swaps);
}

void endEnumSwaps(std::vector<Action> ends, PlainPlan *plan)
{
    for (Action &end : ends) {
        end.isRebuild = false; // Its name is that of the new type, which was not taken down for it.
        end.together.clear();
        end.note = QStringLiteral("No column is of the old type any more.");
        end.needs.resize(plan->actions.size());
        std::iota(end.needs.begin(), end.needs.end(), 0);
        plan->actions.push_back(std::move(end));
    }
}

} // namespace lockstep::plan
