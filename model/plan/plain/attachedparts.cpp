#include "ddl.h"
#include "nodes.h"
#include "rebuild.h"

namespace lockstep::plan::plain {

using namespace schema;

QStringList dropAttachedKeys(const NodeInput &input, int partition)
{
    const Side &target = input.sides.target;
    QStringList statements;
    for (int part : target.catalog->partsOf(target.fact(partition).id)) {
        const auto *key = target.fact(part).as<ConstraintAttributes>();
        if (key && key->type == ConstraintType::ForeignKey && input.fates.comes(part)
            && input.membership.createdWith(part) == Membership::withAttach)
            statements += ddl::drop(target.fact(part), *target.catalog);
    }
    return statements;
}

IsThere attachedThroughout(const NodeInput &input)
{
    return [&input](int table) { return !input.fates.goes(table) && !input.membership.isDetached(table); };
}

QStringList cloneStates(const Side &side, int trigger, const IsThere &isThere)
{
    QStringList statements;
    const TriggerState parentState = side.fact(trigger).as<TriggerAttributes>()->state;
    for (int user : side.neededBy[size_t(trigger)]) {
        const auto *clone = side.fact(user).as<TriggerAttributes>();
        if (!clone || inheritedFrom(*side.catalog, user) != trigger
            || !isThere(relationOf(*side.catalog, side.fact(user).id)))
            continue;
        // Before PostgreSQL 15 a partition does not take over the state that its parent has.
        if (clone->state != TriggerState::Enabled || parentState != TriggerState::Enabled)
            statements << ddl::triggerState(side.fact(user));
        statements += cloneStates(side, user, isThere);
    }
    return statements;
}

QStringList clonesAgain(const Side &side, const ObjectId &partition, const IsThere &isThere)
{
    QStringList statements;
    for (int part : side.catalog->partsOf(partition)) {
        const int trigger = inheritedFrom(*side.catalog, part);
        if (trigger < 0 || side.fact(part).id.kind != Kind::Trigger)
            continue;
        if (side.fact(part).as<TriggerAttributes>()->state != TriggerState::Enabled
            || side.fact(trigger).as<TriggerAttributes>()->state != TriggerState::Enabled)
            statements << ddl::triggerState(side.fact(part));
        statements += cloneStates(side, part, isThere);
    }
    return statements;
}

void undoWithParent(const NodeInput &input, int index, int parent, Nodes &nodes)
{
    const int child = nodes.createOf[size_t(index)];
    const int root = parent >= 0 ? nodes.createOf[size_t(parent)] : -1;
    if (root < 0)
        return;
    if (child < 0) {
        const int before = input.sides.currentOf[size_t(index)];
        Indexes members{ before };
        for (int user : input.sides.current.neededBy[size_t(before)]) {
            if (isTargeting(input.sides.current.fact(user).id.kind))
                members.push_back(user);
        }
        Action &action = nodes.nodes[size_t(root)].action;
        action.backward += rebuild(input, members);
        action.caution = QStringLiteral("The way back builds %1 again, because PostgreSQL cannot detach it.")
                             .arg(displayName(input.sides.current.fact(before).id));
        return;
    }
    nodes.before.append({ root, child });
    nodes.nodes[size_t(child)].action.backward.clear();
}

} // namespace lockstep::plan::plain
