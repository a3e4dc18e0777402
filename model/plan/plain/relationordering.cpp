#include "ordering.h"
#include "sqltext.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool hasDefaultArguments(const Fact &routine)
{
    const QString &arguments = routine.as<RoutineAttributes>()->arguments;
    return arguments.contains(QLatin1String(" DEFAULT ")) || arguments.contains(QLatin1String("VARIADIC "));
}

} // namespace

/// A logged table must not refer to an unlogged one, at no moment.
void Ordering::orderPersistence()
{
    const Sides &sides = m_in.sides;
    const auto changed = [&](const ObjectId &table) -> const TableAttributes * {
        const auto *a = sides.current.catalog->attributes<TableAttributes>(table);
        const auto *b = sides.target.catalog->attributes<TableAttributes>(table);
        return a && b && a->persistence != b->persistence ? b : nullptr;
    };
    const auto alters = [&](const ObjectId &table) -> const Indexes & {
        return m_nodes.alterOf[size_t(sides.target.indexOf(table))];
    };
    for (int i = 0; i < sides.current.size(); ++i) {
        const auto *key = sides.current.fact(i).as<ConstraintAttributes>();
        if (!key || !key->referencedTable)
            continue;
        const ObjectId from = ddl::tableOf(sides.current.fact(i).id);
        const auto *fromAfter = changed(from);
        const auto *toAfter = changed(*key->referencedTable);
        const int drop = m_nodes.dropOf[size_t(i)];
        if (drop >= 0) {
            for (const ObjectId &table : { from, *key->referencedTable }) {
                for (int alter : changed(table) ? alters(table) : Indexes())
                    addEdge(drop, alter);
            }
        } else if (fromAfter && toAfter && from != *key->referencedTable) {
            const bool becomesLogged = fromAfter->persistence == Persistence::Permanent;
            for (int alter : alters(becomesLogged ? from : *key->referencedTable))
                addAll(alters(becomesLogged ? *key->referencedTable : from), alter);
        }
    }
}

/// A column that is its table's own and its parent's as well comes before the parent's, and goes after it.
void Ordering::orderMergedColumns()
{
    const auto forMerged = [](const Side &side, const auto &isAlone, const auto &visit) {
        for (int i = 0; i < side.size(); ++i) {
            const ObjectId &id = side.fact(i).id;
            if (id.kind != Kind::Column || side.fact(i).as<ColumnAttributes>()->inherited || !isAlone(i))
                continue;
            const auto *table = side.catalog->attributes<TableAttributes>(ddl::tableOf(id));
            for (const ObjectId &parent : table ? table->inherits : QVector<ObjectId>()) {
                const int above = side.indexOf(subId(Kind::Column, parent.schema, parent.name, id.sub));
                if (above >= 0 && isAlone(above))
                    visit(i, above);
            }
        }
    };
    forMerged(
        m_in.sides.current,
        [&](int column) { return m_in.fates.goes(column) && m_in.membership.droppedWith(column) == column; },
        [&](int own, int above) { addEdge(m_nodes.dropOf[size_t(above)], m_nodes.dropOf[size_t(own)]); });
    forMerged(
        m_in.sides.target,
        [&](int column) { return m_in.fates.comes(column) && m_in.membership.createdWith(column) == column; },
        [&](int own, int above) { addEdge(m_nodes.createOf[size_t(own)], m_nodes.createOf[size_t(above)]); });
}

/// A call that leaves arguments to their defaults could mean the routine that goes as well as the
/// one that comes: while something that calls the one is made, the other is not there. What called the
/// old one is made on the way back.
void Ordering::orderOverloads()
{
    const Sides &sides = m_in.sides;
    QMultiHash<QString, int> going;
    const auto keyOf = [](const Fact &fact) { return qualified(fact.id.schema, fact.id.name); };
    for (int i = 0; i < sides.current.size(); ++i) {
        if (sides.current.fact(i).as<RoutineAttributes>() && m_nodes.dropOf[size_t(i)] >= 0)
            going.insert(keyOf(sides.current.fact(i)), i);
    }
    for (int i = 0; i < (going.isEmpty() ? 0 : sides.target.size()); ++i) {
        const Fact &comes = sides.target.fact(i);
        if (!comes.as<RoutineAttributes>() || m_nodes.createOf[size_t(i)] < 0)
            continue;
        for (int goes : going.values(keyOf(comes))) {
            if (!hasDefaultArguments(comes) && !hasDefaultArguments(sides.current.fact(goes)))
                continue;
            for (int user : sides.target.neededBy[size_t(i)])
                addEdge(m_nodes.dropOf[size_t(goes)], m_nodes.createOf[size_t(user)]);
            for (int user : sides.current.neededBy[size_t(goes)])
                addEdge(m_nodes.dropOf[size_t(user)], m_nodes.createOf[size_t(i)]);
        }
    }
}

/// Extensions are made under the default privileges of current, and go under those of target: the
/// statements around them rely on it (defaultprivileges.h).
void Ordering::orderExtensions()
{
    const Sides &sides = m_in.sides;
    Indexes privileges;
    const auto note = [&privileges](int node) {
        if (node >= 0)
            privileges.push_back(node);
    };
    for (int i = 0; i < sides.current.size(); ++i) {
        if (sides.current.fact(i).id.kind == Kind::DefaultPrivilege)
            note(m_nodes.dropOf[size_t(i)]);
    }
    for (int i = 0; i < sides.target.size(); ++i) {
        if (sides.target.fact(i).id.kind != Kind::DefaultPrivilege)
            continue;
        note(m_nodes.createOf[size_t(i)]);
        for (int alter : m_nodes.alterOf[size_t(i)])
            note(alter);
    }
    for (int i = 0; i < sides.target.size(); ++i) {
        if (sides.target.fact(i).id.kind == Kind::Extension && m_nodes.createOf[size_t(i)] >= 0) {
            for (int node : privileges)
                addEdge(m_nodes.createOf[size_t(i)], node);
        }
    }
    for (int i = 0; i < sides.current.size(); ++i) {
        if (sides.current.fact(i).id.kind == Kind::Extension)
            addAll(privileges, m_nodes.dropOf[size_t(i)]);
    }
}

/// A routine that is made while there is a transform for its language and a type of its arguments depends
/// on it from then on (before PostgreSQL 18 even if it does not use it), and DROP TRANSFORM fails. So
/// transforms go before routines come or change, and come after, on both ways.
void Ordering::orderTransforms()
{
    const Sides &sides = m_in.sides;
    QMultiHash<QString, int> going;
    QMultiHash<QString, int> coming;
    for (int i = 0; i < sides.current.size(); ++i) {
        if (sides.current.fact(i).id.kind == Kind::Transform && m_nodes.dropOf[size_t(i)] >= 0)
            going.insert(sides.current.fact(i).id.name, m_nodes.dropOf[size_t(i)]);
    }
    for (int i = 0; i < sides.target.size(); ++i) {
        if (sides.target.fact(i).id.kind == Kind::Transform && m_nodes.createOf[size_t(i)] >= 0)
            coming.insert(sides.target.fact(i).id.name, i);
    }
    for (int i = 0; i < (going.isEmpty() ? 0 : sides.target.size()); ++i) {
        const auto *routine = sides.target.fact(i).as<RoutineAttributes>();
        for (int drop : routine ? going.values(routine->language) : QList<int>()) {
            addEdge(drop, m_nodes.createOf[size_t(i)]);
            for (int alter : m_nodes.alterOf[size_t(i)])
                addEdge(drop, alter);
        }
    }
    for (int i = 0; i < (coming.isEmpty() ? 0 : sides.current.size()); ++i) {
        const auto *routine = sides.current.fact(i).as<RoutineAttributes>();
        const int after = sides.targetOf[size_t(i)];
        for (int transform : routine ? coming.values(routine->language) : QList<int>()) {
            const auto &needs = sides.target.needs[size_t(after < 0 ? transform : after)];
            if (std::find(needs.begin(), needs.end(), transform) != needs.end())
                continue; // It is made to use it.
            addEdge(m_nodes.dropOf[size_t(i)], m_nodes.createOf[size_t(transform)]);
            for (int alter : after < 0 ? Indexes() : m_nodes.alterOf[size_t(after)])
                addEdge(alter, m_nodes.createOf[size_t(transform)]);
        }
    }
}

} // namespace lockstep::plan::plain
