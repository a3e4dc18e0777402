#include "parking.h"

#include "strategies/context.h"

#include <model/schema/graveyard.h>
#include <model/schema/kindtraits.h>

#include <algorithm>
#include <span>

namespace lockstep::plan {

namespace {

using schema::Fact;
using schema::Kind;
using schema::ObjectId;

base::Error parkError(const ObjectId &id, const QString &why, const QString &hint)
{
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.message = QStringLiteral("%1 cannot be parked: %2").arg(schema::displayName(id), why);
    error.hint = hint;
    error.object = schema::dottedName(id);
    return error;
}

bool canMove(Kind kind)
{
    switch (kind) {
    case Kind::Table:
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::Sequence:
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Aggregate:
    case Kind::Enum:
    case Kind::Domain:
    case Kind::CompositeType:
    case Kind::RangeType: return true;
    default: return false;
    }
}

/// Resolves the intents, one after the other.
class MoveFinder
{
public:
    MoveFinder(const schema::Catalog &current, const schema::Catalog &target)
        : m_current(current)
        , m_target(target)
    { }

    base::Result<void> add(const QString &member, const QString &name)
    {
        const auto id = findNamed(m_current, name, std::nullopt);
        if (!id)
            return base::internalError(QStringLiteral("The intent %1 was not checked.").arg(member));
        if (m_target.find(*id))
            return parkError(*id, QStringLiteral("the target schema has it as well."),
                             QStringLiteral("It stays where it is: remove the intent %1.").arg(member));
        if (const auto movable = checkKind(*id); !movable.has_value())
            return movable;
        take(*id);
        return {};
    }
    /// Partitions leave with their parent, or detached from it by a plan before.
    base::Result<QVector<ParkedMove>> moves() const
    {
        for (const ParkedMove &move : m_moves) {
            const auto *table = m_current.attributes<schema::TableAttributes>(move.from);
            if (!table)
                continue;
            QVector<ObjectId> parents = table->inherits;
            if (table->partitionOf)
                parents.append(*table->partitionOf);
            for (const ObjectId &parent : std::as_const(parents)) {
                if (!isTaken(parent))
                    return parkError(
                        move.from,
                        QStringLiteral("its rows belong to %1 as well.").arg(schema::displayName(parent)),
                        QStringLiteral("Detach it from %1 by a plan of its own first, or park that too.")
                            .arg(schema::dottedName(parent)));
            }
        }
        return m_moves;
    }

private:
    [[nodiscard]] base::Result<void> checkKind(const ObjectId &id) const
    {
        const QString keep = QStringLiteral(
            "Let it be dropped behind the gate, or keep it where it is with the intent \"keep\".");
        if (id.kind == Kind::Column)
            return parkError(
                id,
                QStringLiteral("PostgreSQL can rename a column but not take it out of its table. "
                               "Under any name it stays in every SELECT * and in every INSERT "
                               "without a list of columns, so it would differ from the target."),
                keep);
        if (!canMove(id.kind))
            return parkError(
                id,
                QStringLiteral("it is of kind %1, which cannot move to another schema by itself.")
                    .arg(schema::kindName(id.kind)),
                keep);
        const auto *sequence = m_current.attributes<schema::SequenceAttributes>(id);
        if (sequence && sequence->ownedBy)
            return parkError(id,
                             QStringLiteral("it belongs to %1 and moves only with its table.")
                                 .arg(schema::displayName(*sequence->ownedBy)),
                             keep);
        return {};
    }
    void take(const ObjectId &id)
    {
        if (isTaken(id))
            return;
        m_moves.append({ id, id });
        m_moves.last().to.schema = graveyardOf(id.schema);
        for (const Fact &fact : m_current.factsOf(Kind::Table)) {
            const auto &parent = fact.as<schema::TableAttributes>()->partitionOf;
            if (parent && *parent == id)
                take(fact.id);
        }
    }
    [[nodiscard]] bool isTaken(const ObjectId &id) const
    {
        return std::any_of(m_moves.begin(), m_moves.end(),
                           [&](const ParkedMove &move) { return move.from == id; });
    }
    /// One of this plan's own, so that names never meet those of earlier plans.
    [[nodiscard]] QString graveyardOf(const QString &home)
    {
        if (const QString known = m_graveyards.value(home); !known.isEmpty())
            return known;
        int number = 1;
        while (m_current.find(schema::schemaId(schema::graveyardName(home, number)))
               || m_graveyards.values().contains(schema::graveyardName(home, number)))
            ++number;
        m_graveyards.insert(home, schema::graveyardName(home, number));
        return m_graveyards.value(home);
    }

    const schema::Catalog &m_current;
    const schema::Catalog &m_target;
    QVector<ParkedMove> m_moves;
    QHash<QString, QString> m_graveyards;
};

/// What moves along with something: its parts, its indexes and the sequences of its columns.
bool belongsTo(const Fact &fact, const ObjectId &moved)
{
    if (fact.id == moved)
        return true;
    if (const auto *index = fact.as<schema::IndexAttributes>())
        return index->table == moved;
    if (const auto *sequence = fact.as<schema::SequenceAttributes>())
        return sequence->ownedBy && sequence->ownedBy->schema == moved.schema
               && sequence->ownedBy->name == moved.name;
    return !fact.id.sub.isEmpty() && !schema::isTargeting(fact.id.kind) && fact.id.schema == moved.schema
           && fact.id.name == moved.name && fact.id.kind != Kind::EnumLabel;
}

bool isForeignKey(const Fact &fact)
{
    const auto *constraint = fact.as<schema::ConstraintAttributes>();
    return constraint && constraint->type == schema::ConstraintType::ForeignKey;
}

QSet<ObjectId> droppedTables(const diff::ChangeSet &changes)
{
    QSet<ObjectId> dropped;
    for (const diff::Change &change : changes.changes) {
        const auto *one = std::get_if<diff::Dropped>(&change);
        if (one && one->fact.id.kind == Kind::Table)
            dropped.insert(one->fact.id);
    }
    return dropped;
}

/// Turns drops into moves.
class Parker
{
public:
    Parker(PlainPlan *plan, const QVector<ParkedMove> &moves)
        : m_plan(plan)
        , m_moves(moves)
        , m_current(*plan->changes->current)
    {
        for (const Fact &fact : m_current.facts()) {
            if (std::any_of(moves.begin(), moves.end(),
                            [&](const ParkedMove &move) { return belongsTo(fact, move.from); }))
                m_moved.insert(fact.id);
        }
    }

    base::Result<void> run()
    {
        QHash<QString, int> firstOf;
        for (int i = 0; i < int(m_plan->actions.size()); ++i) {
            Action &action = m_plan->actions[std::size_t(i)];
            const ParkedMove *move = moveOf(action);
            if (!move)
                continue;
            m_done.insert(move->from);
            const bool isFirst = !firstOf.contains(move->to.schema);
            if (isFirst)
                firstOf.insert(move->to.schema, i);
            else
                action.needs.push_back(firstOf.value(move->to.schema));
            rewriteDrop(&action, *move, isFirst);
        }
        return check();
    }

private:
    [[nodiscard]] const ParkedMove *moveOf(const Action &action) const
    {
        if (!action.isDestructive || action.isRebuild)
            return nullptr;
        const auto found = std::find_if(m_moves.begin(), m_moves.end(), [&](const ParkedMove &move) {
            return move.from == action.object && !std::holds_alternative<LeaveParent>(action.detail);
        });
        return found == m_moves.end() ? nullptr : &*found;
    }
    void rewriteDrop(Action *action, const ParkedMove &move, bool isFirst) const
    {
        const QString graveyard = schema::quoteIdent(move.to.schema);
        const QString form = QStringLiteral("ALTER %1 %2 SET SCHEMA %3");
        const QString word = schema::keyword(move.from.kind);
        action->title = QStringLiteral("Park %1 in %2").arg(schema::displayName(move.from), move.to.schema);
        action->detail = Park{ move.from, move.to };
        action->forward = { form.arg(word, schema::sqlName(move.from), graveyard) };
        action->backward = { form.arg(word, schema::sqlName(move.to), schema::quoteIdent(move.from.schema)) };
        action->loses.clear();
        action->caution.clear();
        action->irreversible.clear();
        action->note = QStringLiteral("To drop it for good when nobody has missed it: DROP %1 %2.")
                           .arg(word, schema::sqlName(move.to));
        if (!isFirst)
            return;
        // The day is that of the run: the plan says the same whenever it is made.
        const QString comment =
            QStringLiteral("DO $lockstep$BEGIN EXECUTE pg_catalog.format('COMMENT ON SCHEMA %1 IS %L', "
                           "'Parked by Lockstep on ' || current_date); END$lockstep$")
                .arg(graveyard);
        action->forward =
            QStringList{ QStringLiteral("CREATE SCHEMA ") + graveyard, comment } + action->forward;
        action->backward += QStringLiteral("DROP SCHEMA ") + graveyard;
    }

    [[nodiscard]] base::Result<void> check() const
    {
        for (const ParkedMove &move : m_moves) {
            if (!m_done.contains(move.from))
                return parkError(move.from, QStringLiteral("nothing drops it by itself."),
                                 QStringLiteral("Park what it belongs to."));
        }
        QHash<ObjectId, QString> going;
        for (const Action &action : m_plan->actions) {
            const bool changesType = std::holds_alternative<ChangeType>(action.detail);
            if (action.isRebuild || changesType)
                going.insert(action.object, QStringLiteral("changes or makes anew"));
        }
        for (const diff::Change &change : m_plan->changes->changes) {
            if (const auto *dropped = std::get_if<diff::Dropped>(&change))
                going.insert(dropped->fact.id, QStringLiteral("drops"));
        }
        for (int i = 0; i < int(m_current.facts().size()); ++i) {
            const Fact &fact = m_current.facts()[std::size_t(i)];
            if (!m_moved.contains(fact.id) || isForeignKey(fact))
                continue;
            for (const int need : m_current.needs(i)) {
                const ObjectId &needed = m_current.facts()[std::size_t(need)].id;
                if (needed.kind != Kind::Schema && !m_moved.contains(needed) && going.contains(needed))
                    return standsInTheWay(fact.id, needed, going.value(needed));
            }
        }
        return {};
    }
    static base::Error standsInTheWay(const ObjectId &id, const ObjectId &needed, const QString &what)
    {
        return parkError(id,
                         QStringLiteral("wherever it is, it needs %1, which the plan %2.")
                             .arg(schema::displayName(needed), what),
                         QStringLiteral("Park %1 as well, or let %2 be dropped.")
                             .arg(schema::dottedName(needed), schema::dottedName(id)));
    }

    PlainPlan *m_plan;
    const QVector<ParkedMove> &m_moves;
    const schema::Catalog &m_current;
    QSet<ObjectId> m_moved;
    QSet<ObjectId> m_done;
};

QSet<ObjectId> leavingTablesAndColumns(const diff::ChangeSet &changes)
{
    QSet<ObjectId> leaving;
    for (const diff::Change &change : changes.changes) {
        const auto *dropped = std::get_if<diff::Dropped>(&change);
        if (dropped && (dropped->fact.id.kind == Kind::Table || dropped->fact.id.kind == Kind::Column))
            leaving.insert(dropped->fact.id);
    }
    return leaving;
}

} // namespace

base::Result<QVector<ParkedMove>> parkedMoves(const Intents &intents, const schema::Catalog &current,
                                              const schema::Catalog &target)
{
    MoveFinder finder(current, target);
    for (qsizetype i = 0; i < intents.park.size(); ++i) {
        const auto added = finder.add(QStringLiteral("park[%1]").arg(i), intents.park[i]);
        if (!added.has_value())
            return added.error();
    }
    return finder.moves();
}

QSet<ObjectId> goingBefore(const diff::ChangeSetPtr &changes, const QVector<ParkedMove> &moves,
                           const schema::StatisticsPtr &statistics, const PlanOptions &options)
{
    const Context context(PlainPlan{ {}, changes }, statistics, options);
    const QSet<ObjectId> dropped = droppedTables(*changes);
    QSet<ObjectId> parked;
    for (const ParkedMove &move : moves)
        parked.insert(move.from);
    QSet<ObjectId> apart;
    const auto hasTraffic = [&](const ObjectId &table) {
        return parked.contains(table)
               || (dropped.contains(table) && context.policyFor(table) == Policy::ZeroDowntime
                   && !context.isKnownEmpty(table));
    };
    const schema::Catalog &current = *changes->current;
    for (int i = 0; i < int(current.facts().size()); ++i) {
        const Fact &fact = current.facts()[std::size_t(i)];
        if (isForeignKey(fact) && !fact.as<schema::ConstraintAttributes>()->inherited
            && hasTraffic(schema::objectId(Kind::Table, fact.id.schema, fact.id.name)))
            apart.insert(fact.id);
        if (fact.id.kind != Kind::PublicationMember || parked.isEmpty())
            continue;
        for (const int need : current.needs(i)) {
            if (parked.contains(current.facts()[std::size_t(need)].id))
                apart.insert(fact.id);
        }
    }
    return apart;
}

base::Result<void> parkInstead(PlainPlan *plan, const QVector<ParkedMove> &moves)
{
    if (moves.isEmpty())
        return {};
    return Parker(plan, moves).run();
}

void holdUntilGate(PlainPlan *plan, const QSet<ObjectId> &apart)
{
    const QSet<ObjectId> leaving = leavingTablesAndColumns(*plan->changes);
    const schema::Catalog &current = *plan->changes->current;
    std::vector<char> isAwaited(plan->actions.size(), 0);
    for (std::size_t i = plan->actions.size(); i-- > 0;) {
        Action &action = plan->actions[i];
        const bool isMember = action.object.kind == Kind::PublicationMember && apart.contains(action.object);
        const bool isGuard = !action.isRebuild && action.together.empty()
                             && (std::holds_alternative<DropConstraint>(action.detail)
                                 || std::holds_alternative<DropIndex>(action.detail));
        const int index = (isMember || isGuard) && !isAwaited[i] ? current.indexOf(action.object) : -1;
        const auto needs = index < 0 ? std::span<const int>() : current.needs(index);
        if (std::any_of(needs.begin(), needs.end(),
                        [&](int need) { return leaving.contains(current.facts()[std::size_t(need)].id); }))
            action.isDestructive = true;
        if (action.isDestructive)
            continue;
        // What comes before the gate cannot wait for what comes behind it.
        for (const std::vector<int> *others : { &action.needs, &action.together }) {
            for (const int other : *others)
                isAwaited[std::size_t(other)] = 1;
        }
    }
}

} // namespace lockstep::plan
