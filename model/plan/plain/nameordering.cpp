#include "ordering.h"
#include "sqltext.h"
#include "takennames.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

/// A name is free before it is used again.
void Ordering::orderNames()
{
    QMultiHash<QString, int> freed;
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        if (m_nodes.dropOf[size_t(i)] < 0 || m_in.fates.swapped[size_t(i)])
            continue;
        for (const QString &name : takenNames(m_in.sides.current.fact(i)))
            freed.insert(name, m_nodes.dropOf[size_t(i)]);
    }
    for (int i = 0; i < m_in.sides.target.size(); ++i) {
        if (m_nodes.createOf[size_t(i)] < 0)
            continue;
        for (const QString &name : takenNames(m_in.sides.target.fact(i))) {
            for (auto found = freed.constFind(name); found != freed.constEnd() && found.key() == name;
                 ++found)
                addEdge(found.value(), m_nodes.createOf[size_t(i)]);
        }
    }
}

/// A rename sets a name free for a schema that others move into; it takes one that something else
/// gives up.
void Ordering::orderRenamedNames()
{
    const auto &steps = m_in.sides.renaming->steps();
    QMultiHash<QString, int> taken;
    for (int i = 0; i < steps.size(); ++i) {
        const int node = m_nodes.renames[size_t(i)];
        const auto &[from, to] = steps[i];
        const int home = m_in.sides.target.indexOf(schemaId(to.schema));
        if (from.schema != to.schema && home >= 0)
            addEdge(m_nodes.createOf[size_t(home)], node);
        const int reused = from.kind == Kind::Schema ? m_in.sides.target.indexOf(from) : -1;
        if (reused >= 0)
            addEdge(node, m_nodes.createOf[size_t(reused)]);
        Fact named;
        named.id = to;
        for (const QString &name : takenNames(named))
            taken.insert(name, node);
    }
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        const Fact &fact = m_in.sides.current.fact(i);
        const bool isChanged = m_in.sides.renaming->changed().contains(fact.id)
                               || m_in.sides.renaming->originalId(fact.id) != fact.id;
        if (m_nodes.dropOf[size_t(i)] < 0 || isChanged)
            continue;
        for (const QString &name : takenNames(fact)) {
            for (auto found = taken.constFind(name); found != taken.constEnd() && found.key() == name;
                 ++found)
                addEdge(m_nodes.dropOf[size_t(i)], found.value());
        }
    }
}

/// A serial column that becomes an identity column, or the other way round, keeps the name of its
/// sequence.
void Ordering::orderIdentityNames()
{
    const Sides &sides = m_in.sides;
    for (int i = 0; i < sides.target.size(); ++i) {
        const auto *column = sides.target.fact(i).as<ColumnAttributes>();
        if (!column || m_nodes.alterOf[size_t(i)].empty())
            continue;
        const auto *was = sides.current.fact(sides.currentOf[size_t(i)]).as<ColumnAttributes>();
        const QString &schema = sides.target.fact(i).id.schema;
        const int old = sides.current.indexOf(objectId(Kind::Sequence, schema, column->identitySequenceName));
        // Where the two change over in one action, that one minds the name (generators.h).
        const Indexes &alters = m_nodes.alterOf[size_t(i)];
        const auto isOneOfThem = [&alters](int node) {
            return std::find(alters.begin(), alters.end(), node) != alters.end();
        };
        if (old >= 0 && m_nodes.dropOf[size_t(old)] >= 0 && !isOneOfThem(m_nodes.dropOf[size_t(old)])) {
            for (int alter : alters)
                addEdge(m_nodes.dropOf[size_t(old)], alter);
        }
        const int fresh = sides.target.indexOf(objectId(Kind::Sequence, schema, was->identitySequenceName));
        if (fresh >= 0 && !isOneOfThem(m_nodes.createOf[size_t(fresh)]))
            addAll(alters, m_nodes.createOf[size_t(fresh)]);
    }
}

/// A child starts with the defaults its parent has at that moment.
void Ordering::orderInheritedDefaults()
{
    const Sides &sides = m_in.sides;
    for (int i = 0; i < sides.target.size(); ++i) {
        const auto *table = sides.target.fact(i).as<TableAttributes>();
        if (!table || table->inherits.isEmpty() || m_nodes.createOf[size_t(i)] < 0)
            continue;
        for (const ObjectId &parent : table->inherits) {
            for (int part : sides.current.catalog->partsOf(parent)) {
                if (sides.current.fact(part).id.kind == Kind::Default)
                    addEdge(m_nodes.dropOf[size_t(part)], m_nodes.createOf[size_t(i)]);
            }
            for (int part : sides.target.catalog->partsOf(parent)) {
                if (sides.target.fact(part).id.kind != Kind::Default)
                    continue;
                addEdge(m_nodes.createOf[size_t(part)], m_nodes.createOf[size_t(i)]);
                addAll(m_nodes.alterOf[size_t(part)], m_nodes.createOf[size_t(i)]);
            }
        }
    }
}

/// A new child has its parent's checks as validated; those that are not are made once it is there.
void Ordering::orderInheritedChecks()
{
    const Side &target = m_in.sides.target;
    const auto isUnvalidated = [&](const ObjectId &check) {
        const auto *attributes = target.catalog->attributes<ConstraintAttributes>(check);
        return attributes && attributes->type == ConstraintType::Check && !attributes->validated;
    };
    for (int i = 0; i < target.size(); ++i) {
        const auto *child = target.fact(i).as<TableAttributes>();
        if (!child || m_nodes.createOf[size_t(i)] < 0)
            continue;
        for (const ObjectId &parent : child->inherits) {
            for (int part : target.catalog->partsOf(parent)) {
                const ObjectId &check = target.fact(part).id;
                const ObjectId own =
                    subId(Kind::Constraint, target.fact(i).id.schema, target.fact(i).id.name, check.sub);
                if (check.kind != Kind::Constraint || !isUnvalidated(check) || !isUnvalidated(own))
                    continue;
                addEdge(m_nodes.createOf[size_t(i)], m_nodes.createOf[size_t(part)]);
                for (const int alter : m_nodes.alterOf[size_t(part)])
                    addEdge(m_nodes.createOf[size_t(i)], alter);
            }
        }
    }
}

/// A foreign key binds to whichever fitting key of the other table is there: one that goes must be
/// gone before, and one that comes must not be there when the way back makes the old foreign key.
void Ordering::orderKeys()
{
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        if (m_nodes.dropOf[size_t(i)] >= 0)
            orderKeyUsers(m_in.sides.target, m_in.sides.current.fact(i), m_nodes.dropOf[size_t(i)], true);
    }
    for (int i = 0; i < m_in.sides.target.size(); ++i) {
        if (m_nodes.createOf[size_t(i)] >= 0)
            orderKeyUsers(m_in.sides.current, m_in.sides.target.fact(i), m_nodes.createOf[size_t(i)], false);
    }
}

void Ordering::orderKeyUsers(const Side &side, const Fact &key, int node, bool keyGoes)
{
    const auto *attributes = key.as<ConstraintAttributes>();
    const auto *index = key.as<IndexAttributes>();
    if (!(attributes && hasOwnIndex(attributes->type)) && !(index && index->unique))
        return;
    const int table = side.indexOf(index ? index->table : ddl::tableOf(key.id));
    if (table < 0)
        return;
    QStringList columns = index ? index->columns : attributes->columns;
    columns.sort();
    for (int user : side.neededBy[size_t(table)]) {
        const auto *foreign = side.fact(user).as<ConstraintAttributes>();
        if (!foreign || foreign->referencedTable != side.fact(table).id)
            continue;
        QStringList referenced = foreign->referencedColumns;
        referenced.sort();
        if (referenced != columns)
            continue;
        if (keyGoes)
            addEdge(node, m_nodes.createOf[size_t(user)]);
        else
            addEdge(m_nodes.dropOf[size_t(user)], node);
    }
}

/// A constraint goes when what takes its place under another name is there: no row slips in between.
void Ordering::orderReplacedConstraints()
{
    const auto keyOf = [](const Fact &fact, const ConstraintAttributes &constraint) {
        QStringList columns = constraint.columns;
        columns.sort();
        return qMakePair(ddl::tableOf(fact.id), columns);
    };
    const auto kindOf = [](const ConstraintAttributes &constraint) {
        return hasOwnIndex(constraint.type) ? ConstraintType::Unique : constraint.type;
    };
    QMultiHash<QPair<ObjectId, QStringList>, int> going;
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        const auto *constraint = m_in.sides.current.fact(i).as<ConstraintAttributes>();
        if (constraint && m_nodes.dropOf[size_t(i)] >= 0 && constraint->type != ConstraintType::PrimaryKey)
            going.insert(keyOf(m_in.sides.current.fact(i), *constraint), i);
    }
    for (int i = 0; i < (going.isEmpty() ? 0 : m_in.sides.target.size()); ++i) {
        const auto *constraint = m_in.sides.target.fact(i).as<ConstraintAttributes>();
        if (!constraint || m_nodes.createOf[size_t(i)] < 0)
            continue;
        for (int gone : going.values(keyOf(m_in.sides.target.fact(i), *constraint))) {
            if (kindOf(*m_in.sides.current.fact(gone).as<ConstraintAttributes>()) == kindOf(*constraint))
                prefer(m_nodes.createOf[size_t(i)], m_nodes.dropOf[size_t(gone)]);
        }
    }
}

/// A table has one primary key at a time, whatever the two are called.
void Ordering::orderPrimaryKeys()
{
    const auto isPrimary = [](const Fact &fact) {
        const auto *constraint = fact.as<ConstraintAttributes>();
        return constraint && constraint->type == ConstraintType::PrimaryKey;
    };
    QHash<ObjectId, int> going;
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        const Fact &fact = m_in.sides.current.fact(i);
        if (m_nodes.dropOf[size_t(i)] >= 0 && isPrimary(fact))
            going.insert(ddl::tableOf(fact.id), m_nodes.dropOf[size_t(i)]);
    }
    for (int i = 0; i < (going.isEmpty() ? 0 : m_in.sides.target.size()); ++i) {
        const Fact &fact = m_in.sides.target.fact(i);
        const int create = m_nodes.createOf[size_t(i)];
        if (create < 0 || !isPrimary(fact))
            continue;
        const int drop = going.value(ddl::tableOf(fact.id), -1);
        if (drop >= 0 && drop != create)
            addEdge(drop, create);
    }
}

} // namespace lockstep::plan::plain
