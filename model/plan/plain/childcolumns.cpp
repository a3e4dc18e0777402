#include "ddl.h"
#include "nodes.h"
#include "tableddl.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// Children that keep as their own a column that the parent loses.
Indexes keepingChildren(const NodeInput &input, int currentColumn)
{
    Indexes children;
    for (int child : input.sides.current.neededBy[size_t(currentColumn)]) {
        const bool inherits = input.sides.current.fact(child).id.kind == Kind::Column
                              && inheritedFrom(*input.sides.current.catalog, child) == currentColumn;
        if (inherits && !input.fates.goes(child))
            children.push_back(child);
    }
    return children;
}

bool isColumnUsed(const Side &side, int column)
{
    return !side.neededBy[size_t(column)].empty();
}

/// The child's column becomes an inherited one again only by being made again; its values move over.
QStringList giveBack(const Fact &child, const QString &addColumn)
{
    const QString name = quoteIdent(child.id.sub);
    const QString aside = quoteIdent(outgoingName(child.id.sub));
    const QString table = ddl::relationName(child.id);
    return { QStringLiteral("ALTER TABLE %1 RENAME COLUMN %2 TO %3").arg(table, name, aside), addColumn,
             QStringLiteral("UPDATE %1 SET %2 = %3").arg(table, name, aside),
             QStringLiteral("ALTER TABLE %1 DROP COLUMN %2").arg(table, aside) };
}

} // namespace

void keepInChildren(const NodeInput &input, int currentColumn, Action &drop)
{
    const Indexes children = keepingChildren(input, currentColumn);
    if (children.empty())
        return;
    const Fact &fact = input.sides.current.fact(currentColumn);
    drop.forward =
        QStringList{ ddl::alterTableOnly(fact.id, QStringLiteral("DROP COLUMN ") + quoteIdent(fact.id.sub)) };
    const Fact &child = input.sides.current.fact(children.front());
    if (children.size() == 1 && !isColumnUsed(input.sides.current, children.front())
        && !drop.backward.isEmpty()) {
        const QString add = drop.backward.takeFirst();
        drop.backward = giveBack(child, add) + drop.backward;
    }
}

bool takeFromChild(const NodeInput &input, int targetColumn, Action &create)
{
    const Sides &sides = input.sides;
    Indexes children;
    for (int child : sides.target.neededBy[size_t(targetColumn)]) {
        const int before = sides.currentOf[size_t(child)];
        const bool becomesInherited = sides.target.fact(child).id.kind == Kind::Column && before >= 0
                                      && inheritedFrom(*sides.target.catalog, child) == targetColumn
                                      && inheritedFrom(*sides.current.catalog, before) < 0;
        if (becomesInherited && !input.fates.comes(child))
            children.push_back(before);
    }
    if (children.size() != 1 || isColumnUsed(sides.current, children.front()) || create.forward.isEmpty())
        return false;
    const Fact &column = sides.target.fact(targetColumn);
    const QString add = create.forward.takeFirst();
    create.forward = giveBack(sides.current.fact(children.front()), add) + create.forward;
    create.backward = QStringList{ ddl::alterTableOnly(column.id, QStringLiteral("DROP COLUMN ")
                                                                      + quoteIdent(column.id.sub)) };
    return true;
}

namespace {

/// Children's (and their children's) checks that come from the one on `check`.
Indexes inheritingChecks(const Side &side, int check)
{
    Indexes found;
    Indexes open{ check };
    while (!open.empty()) {
        const int parent = open.back();
        open.pop_back();
        for (int user : side.neededBy[size_t(parent)]) {
            if (side.fact(user).id.kind == Kind::Constraint && inheritedFrom(*side.catalog, user) == parent) {
                found.push_back(user);
                open.push_back(user);
            }
        }
    }
    return found;
}

bool isCheck(const Fact &fact)
{
    return fact.as<ConstraintAttributes>()->type == ConstraintType::Check;
}

/// Children's checks of one side that are their own on the other one and stay.
Indexes ownOnTheOther(const NodeInput &input, const Side &side, const Side &other, int check)
{
    Indexes own;
    for (int child : inheritingChecks(side, check)) {
        const int there = other.indexOf(side.fact(child).id);
        const auto *constraint = there < 0 ? nullptr : other.fact(there).as<ConstraintAttributes>();
        const int currentChild = input.sides.current.indexOf(side.fact(child).id);
        if (constraint && !constraint->inherited && !input.fates.goes(currentChild))
            own.push_back(there);
    }
    return own;
}

QString dropOnly(const Fact &check)
{
    return ddl::alterTableOnly(check.id, QStringLiteral("DROP CONSTRAINT ") + quoteIdent(check.id.sub));
}

} // namespace

QStringList withoutParentsDefaults(const NodeInput &input, const Side &side, int table)
{
    const Sides &sides = input.sides;
    QStringList statements;
    for (int part : side.catalog->partsOf(side.fact(table).id)) {
        const ObjectId &id = side.fact(part).id;
        const int parent = id.kind == Kind::Column ? inheritedFrom(*side.catalog, part) : -1;
        if (parent < 0 || side.indexOf(subId(Kind::Default, id.schema, id.name, id.sub)) >= 0)
            continue;
        const ObjectId &from = side.fact(parent).id;
        const ObjectId value = subId(Kind::Default, from.schema, from.name, from.sub);
        for (const Side *either : { &sides.current, &sides.target }) {
            const auto *found = either->catalog->attributes<DefaultAttributes>(value);
            if (found && !found->isGenerated) {
                statements << ddl::dropDefault(id);
                break;
            }
        }
    }
    return statements;
}

std::optional<Fact> validatedMeanwhile(const NodeInput &input, int currentCheck)
{
    const Sides &sides = input.sides;
    const Fact &fact = sides.current.fact(currentCheck);
    const auto *check = fact.as<ConstraintAttributes>();
    if (!check || check->validated || !isCheck(fact))
        return std::nullopt;
    // A table that is detached before it goes comes back by itself and is attached later.
    const int table = sides.current.indexOf(ddl::tableOf(fact.id));
    if (table >= 0 && input.membership.isDetached(table))
        return std::nullopt;
    int root = currentCheck;
    for (int parent = root; parent >= 0; parent = inheritedFrom(*sides.current.catalog, parent))
        root = parent;
    const int after = sides.targetOf[size_t(root)];
    if (root == currentCheck || after < 0 || input.fates.goes(root)
        || !sides.target.fact(after).as<ConstraintAttributes>()->validated)
        return std::nullopt;
    Fact valid = fact;
    std::get<ConstraintAttributes>(valid.attributes).validated = true;
    return valid;
}

void validateBeforeLeaving(const NodeInput &input, Nodes &nodes)
{
    const Sides &sides = input.sides;
    for (int check = 0; check < sides.current.size(); ++check) {
        if (!validatedMeanwhile(input, check))
            continue;
        int root = check;
        for (int parent = check; parent >= 0; parent = inheritedFrom(*sides.current.catalog, parent))
            root = parent;
        const int table = sides.current.indexOf(ddl::tableOf(sides.current.fact(check).id));
        for (int validate : nodes.alterOf[size_t(sides.targetOf[size_t(root)])])
            nodes.before.append({ validate, table < 0 ? -1 : nodes.dropOf[size_t(table)] });
    }
}

QStringList unvalidatedAgain(const Side &side, int table, const IsThere &stays)
{
    QStringList statements;
    for (int part : side.catalog->partsOf(side.fact(table).id)) {
        const auto *check = side.fact(part).as<ConstraintAttributes>();
        if (!check || check->validated || !isCheck(side.fact(part)))
            continue;
        int root = part;
        for (int parent = part; parent >= 0; parent = inheritedFrom(*side.catalog, parent))
            root = parent;
        const Indexes below = inheritingChecks(side, root);
        const bool isAllUnvalidated = std::none_of(below.begin(), below.end(), [&](int child) {
            return side.fact(child).as<ConstraintAttributes>()->validated;
        });
        if (root != part && stays(root) && isAllUnvalidated)
            statements += ddl::drop(side.fact(root), *side.catalog)
                          + ddl::createConstraint(side.fact(root), *side.catalog);
    }
    return statements;
}

bool takeCheckFromChildren(const NodeInput &input, int targetCheck, Action &create)
{
    const Sides &sides = input.sides;
    if (!isCheck(sides.target.fact(targetCheck)))
        return false;
    const Indexes own = ownOnTheOther(input, sides.target, sides.current, targetCheck);
    for (int child : own)
        create.forward = ddl::drop(sides.current.fact(child), *sides.current.catalog) + create.forward;
    if (!own.empty())
        create.backward = QStringList{ dropOnly(sides.target.fact(targetCheck)) };
    return !own.empty();
}

bool keepCheckInChildren(const NodeInput &input, int currentCheck, Action &drop)
{
    const Sides &sides = input.sides;
    if (!isCheck(sides.current.fact(currentCheck)))
        return false;
    const Indexes own = ownOnTheOther(input, sides.current, sides.target, currentCheck);
    for (int child : own)
        drop.backward = ddl::drop(sides.target.fact(child), *sides.target.catalog) + drop.backward;
    if (!own.empty())
        drop.forward = QStringList{ dropOnly(sides.current.fact(currentCheck)) };
    return !own.empty();
}

} // namespace lockstep::plan::plain
