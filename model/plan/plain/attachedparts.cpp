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

QString dropIfThere(const Fact &indexOrKey)
{
    const ObjectId &id = indexOrKey.id;
    return id.kind == Kind::Index
               ? QStringLiteral("DROP INDEX IF EXISTS ") + qualified(id.schema, id.name)
               : ddl::alterTable(id, QStringLiteral("DROP CONSTRAINT IF EXISTS ") + quoteIdent(id.sub));
}

Indexes withAttached(const Side &side, int indexOrKey)
{
    Indexes found{ indexOrKey };
    for (size_t at = 0; at < found.size(); ++at) {
        const Fact &parent = side.fact(found[at]);
        for (int user :
             isTargeting(parent.id.kind) ? std::span<const int>() : side.neededBy[size_t(found[at])]) {
            const Fact &fact = side.fact(user);
            const auto *index = fact.as<IndexAttributes>();
            const bool isAttached =
                index ? index->partitionOf == parent.id
                      : fact.id.kind == Kind::Constraint && inheritedFrom(*side.catalog, user) == found[at];
            if (isAttached || isTargeting(fact.id.kind))
                found.push_back(user);
        }
    }
    return found;
}

void undoAttaching(const NodeInput &input, int index, int parent, int attach, Nodes &nodes)
{
    const Sides &sides = input.sides;
    QStringList &back = nodes.nodes[size_t(attach)].action.backward;
    back = QStringList{ dropIfThere(sides.target.fact(parent)) };
    if (const int create = nodes.createOf[size_t(parent)]; create >= 0)
        nodes.nodes[size_t(create)].action.backward = back;
    if (const int create = nodes.createOf[size_t(index)]; create >= 0) {
        nodes.before.append({ nodes.createOf[size_t(parent)], create });
        nodes.nodes[size_t(create)].action.backward = { dropIfThere(sides.target.fact(index)) };
        return;
    }
    const int before = sides.currentOf[size_t(index)];
    back += rebuild(input, withAttached(sides.current, before));
    nodes.nodes[size_t(attach)].action.caution =
        QStringLiteral("The way back builds %1 again, because PostgreSQL cannot detach it.")
            .arg(displayName(sides.current.fact(before).id));
}

} // namespace lockstep::plan::plain
