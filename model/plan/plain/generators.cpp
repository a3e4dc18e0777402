#include "generators.h"

#include "ddl.h"
#include "sequenceends.h"
#include "tableddl.h"

#include <QRegularExpression>

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// The way of one column from one generator to the other.
struct GeneratorChange
{
    Generator before;
    Generator after;
};

std::optional<GeneratorChange> generatorChange(const NodeInput &input, int targetColumn)
{
    const int column = input.sides.currentOf[size_t(targetColumn)];
    const auto before = column < 0 ? std::nullopt : generatorOf(input.sides.current, column);
    const auto after = generatorOf(input.sides.target, targetColumn);
    return before && after ? std::optional(GeneratorChange{ *before, *after }) : std::nullopt;
}

const SequenceAttributes &attributesOf(const Side &side, int column, const Generator &generator)
{
    static const SequenceAttributes none;
    if (!generator.isIdentity)
        return *side.fact(generator.fact).as<SequenceAttributes>();
    const auto &identity = side.fact(column).as<ColumnAttributes>()->identitySequence;
    return identity ? *identity : none;
}

ObjectId asideOf(ObjectId sequence)
{
    sequence.name = outgoingName(sequence.name);
    return sequence;
}

QString moveAside(const ObjectId &sequence)
{
    return QStringLiteral("ALTER SEQUENCE %1 RENAME TO %2")
        .arg(sequenceName(sequence), quoteIdent(asideOf(sequence).name));
}

QString dropSequence(const ObjectId &sequence)
{
    return QStringLiteral("DROP SEQUENCE ") + sequenceName(sequence);
}

int defaultOn(const Side &side, const ObjectId &column)
{
    return side.indexOf(subId(Kind::Default, column.schema, column.name, column.sub));
}

/// Serial to identity or back: `identitySide` is where the column is an identity column.
class IdentityExchange
{
public:
    IdentityExchange(const NodeInput &input, int targetColumn, GeneratorChange change, Nodes &nodes)
        : m_in(input)
        , m_index(targetColumn)
        , m_column(input.sides.target.fact(targetColumn).id)
        , m_change(std::move(change))
        , m_nodes(nodes)
    { }

    void add()
    {
        const bool toIdentity = m_change.after.isIdentity;
        m_identity.id = toIdentity ? m_change.after.sequence : m_change.before.sequence;
        m_serial.id = toIdentity ? m_change.before.sequence : m_change.after.sequence;
        const Side &serialSide = toIdentity ? m_in.sides.current : m_in.sides.target;
        const Side &identitySide = toIdentity ? m_in.sides.target : m_in.sides.current;
        const int before = m_in.sides.currentOf[size_t(m_index)];
        m_serial.bounds = attributesOf(serialSide, toIdentity ? before : m_index,
                                       toIdentity ? m_change.before : m_change.after);
        m_identity.bounds = attributesOf(identitySide, toIdentity ? m_index : before,
                                         toIdentity ? m_change.after : m_change.before);
        int &owner = toIdentity ? m_nodes.dropOf[size_t(m_change.before.fact)]
                                : m_nodes.createOf[size_t(m_change.after.fact)];
        m_serial.isMade = owner >= 0;
        // Behind the gate, where other programs may ask the old one by its name until then.
        const bool isApart = toIdentity && m_identity.id.name != m_serial.id.name;
        const Fact &from = m_in.sides.current.fact(before);
        const Fact &to = m_in.sides.target.fact(m_index);
        m_forth = ddl::identityChange(from, to);
        m_back = ddl::identityChange(to, from);
        if (toIdentity && owner >= 0)
            takeOwnership(&m_nodes.nodes[size_t(owner)].action);
        const int node = owner >= 0 && !isApart ? absorb(owner, toIdentity) : addBeside(toIdentity);
        m_nodes.before.append({ node, isApart ? owner : -1 });
        chainAlter(m_nodes, m_index, node);
        join(node, toIdentity);
    }

private:
    /// Before PostgreSQL 13 an identity column that owns another sequence as well cannot be used.
    void takeOwnership(Action *drop)
    {
        Fact sequence = m_in.sides.current.fact(m_change.before.fact);
        m_own = QStringList{ ddl::ownSequence(sequence) };
        if (drop->backward.removeAll(m_own.first()) == 0)
            return m_own.clear();
        std::get<SequenceAttributes>(sequence.attributes).ownedBy = std::nullopt;
        m_disown = QStringList{ ddl::ownSequence(sequence) };
    }

    /// The serial's sequence is there before and afterwards, or for a while.
    int addBeside(bool toIdentity)
    {
        const QStringList gain = m_disown + (toIdentity ? m_forth : m_back) + carryOver(m_serial, m_identity);
        const QStringList lose = carryOver(m_identity, m_serial) + (toIdentity ? m_back : m_forth) + m_own;
        return addNode(m_nodes,
                       makeAction(m_column, title(), toIdentity ? gain : lose, toIdentity ? lose : gain),
                       kColumnRank);
    }

    /// The node that drops or makes the serial's sequence becomes the one that exchanges the two.
    int absorb(int node, bool toIdentity)
    {
        Node &owner = m_nodes.nodes[size_t(node)];
        const bool isShared = m_identity.id == m_serial.id;
        SequenceEnd serialAside = m_serial;
        SequenceEnd identityAside = m_identity;
        if (isShared) {
            serialAside.id = asideOf(m_serial.id);
            identityAside.id = asideOf(m_identity.id);
        }
        QStringList gain = isShared ? QStringList{ moveAside(m_serial.id) } : QStringList();
        gain += toIdentity ? m_forth : m_back;
        gain += carryOver(serialAside, m_identity) << dropSequence(serialAside.id);
        QStringList lose = isShared ? QStringList{ moveAside(m_identity.id) } : QStringList();
        lose += toIdentity ? owner.action.backward : owner.action.forward;
        lose += carryOver(identityAside, m_serial);
        lose += (toIdentity ? m_back : m_forth) + m_own;
        owner.action = makeAction(m_column, title(), toIdentity ? gain : lose, toIdentity ? lose : gain);
        owner.rank = kColumnRank;
        return node;
    }

    /// Who leaves the column out in an INSERT finds the one generator or the other at every moment, and
    /// may use it.
    void join(int node, bool toIdentity)
    {
        const Sides &sides = m_in.sides;
        if (toIdentity)
            m_nodes.together.append(
                { m_nodes.dropOf[size_t(
                      defaultOn(sides.current, sides.current.fact(sides.currentOf[size_t(m_index)]).id))],
                  node });
        else
            m_nodes.together.append({ node, m_nodes.createOf[size_t(defaultOn(sides.target, m_column))] });
        // The sequence of an identity column is no fact: what is granted on it needs the column's table.
        const int sequence = m_change.after.fact;
        joinGrants(node, sequence >= 0 ? sequence : m_index);
        if (sequence < 0)
            joinGrants(node, sides.target.indexOf(ddl::tableOf(m_column)));
    }

    void joinGrants(int node, int needed)
    {
        const ObjectId &sequence = m_change.after.sequence;
        for (int user : m_in.sides.target.neededBy[size_t(needed)]) {
            const ObjectId &grant = m_in.sides.target.fact(user).id;
            if (grant.kind == Kind::Grant && grant.on == Kind::Sequence && grant.schema == sequence.schema
                && grant.name == sequence.name)
                m_nodes.together.append({ node, m_nodes.createOf[size_t(user)] });
        }
    }

    [[nodiscard]] QString title() const
    {
        return QStringLiteral("Change identity of ") + displayName(m_column);
    }

    const NodeInput &m_in;
    int m_index;
    const ObjectId &m_column;
    GeneratorChange m_change;
    Nodes &m_nodes;
    SequenceEnd m_identity;
    SequenceEnd m_serial;
    QStringList m_forth;
    QStringList m_back;
    QStringList m_disown; ///< Whose the sequence of a serial is while it and the identity are there,
    QStringList m_own; ///< and afterwards on the way back.
};

/// A column that had no generator gets one, which begins behind the numbers that are there.
QString noteOnFirst(const ObjectId &column, const ObjectId &sequence, bool isSet)
{
    if (isSet)
        return QStringLiteral(
                   "%1 begins behind the greatest %2 there is; finding that reads the whole table where "
                   "no index leads with the column.")
            .arg(sequenceName(sequence), quoteIdent(column.sub));
    return QStringLiteral("Rows that are there may hold numbers that %1 is going to give: set it behind them "
                          "before the next INSERT.")
        .arg(sequenceName(sequence));
}

/// The actions that set a column's default to what it is afterwards, and on the way back before.
QPair<int, int> defaultSetters(const NodeInput &input, int targetColumn, const Nodes &nodes)
{
    const ObjectId &id = input.sides.target.fact(targetColumn).id;
    const int after = defaultOn(input.sides.target, id);
    const int before = defaultOn(input.sides.current, id);
    if (const int create = nodes.createOf[size_t(after)]; create >= 0)
        return { create, before < 0 ? -1 : nodes.dropOf[size_t(before)] };
    if (const Indexes &alters = nodes.alterOf[size_t(after)]; !alters.empty())
        return { alters.back(), alters.back() };
    for (int alter : nodes.alterOf[size_t(targetColumn)]) {
        if (std::holds_alternative<ChangeType>(nodes.nodes[size_t(alter)].action.detail))
            return { alter, alter };
    }
    return { -1, -1 };
}

/// A default that asked a sequence goes with it: what brings it back.
void restoreBehindRows(const NodeInput &input, int currentColumn, int back, Nodes &nodes)
{
    const Side &current = input.sides.current;
    const auto before = generatorOf(current, currentColumn);
    if (back < 0 || !before || before->isIdentity || nodes.dropOf[size_t(before->fact)] < 0)
        return;
    nodes.nodes[size_t(back)].action.backward += behindRows(
        current.fact(currentColumn), { before->sequence, attributesOf(current, currentColumn, *before) });
    nodes.before.append({ back, nodes.dropOf[size_t(before->fact)] });
}

bool ownerChanges(const Sides &sides, const ObjectId &table)
{
    const int target = sides.target.indexOf(table);
    const int current = target < 0 ? -1 : sides.currentOf[size_t(target)];
    return current >= 0 && ownersDiffer(sides.current.fact(current), sides.target.fact(target));
}

/// A table and its sequences have one owner, so that where the owner changes the old sequence is
/// gone before the new one comes, and cannot be asked.
void beginBehindRows(const NodeInput &input, int targetColumn, const Generator &before,
                     const Generator &after, Nodes &nodes)
{
    const Sides &sides = input.sides;
    const int currentColumn = sides.currentOf[size_t(targetColumn)];
    const auto [forth, back] = defaultSetters(input, targetColumn, nodes);
    nodes.nodes[size_t(forth)].action.forward += behindRows(
        sides.target.fact(targetColumn), { after.sequence, attributesOf(sides.target, targetColumn, after) });
    nodes.nodes[size_t(back)].action.backward +=
        behindRows(sides.current.fact(currentColumn),
                   { before.sequence, attributesOf(sides.current, currentColumn, before) });
}

/// Whether the default's change or the column's sets the default, the sequence goes on where the other is.
void carryOverSequence(const NodeInput &input, int targetColumn, Nodes &nodes)
{
    const Sides &sides = input.sides;
    const auto before = generatorOf(sides.current, sides.currentOf[size_t(targetColumn)]);
    const auto after = generatorOf(sides.target, targetColumn);
    if (!after && before && !before->isIdentity)
        restoreBehindRows(input, sides.currentOf[size_t(targetColumn)],
                          defaultSetters(input, targetColumn, nodes).second, nodes);
    if (!after || after->isIdentity
        || (before && (before->isIdentity || before->sequence == after->sequence)))
        return;
    const auto [forth, back] = defaultSetters(input, targetColumn, nodes);
    if (!before && forth >= 0) {
        Action &action = nodes.nodes[size_t(forth)].action;
        const QStringList set =
            behindRows(sides.target.fact(targetColumn),
                       { after->sequence, attributesOf(sides.target, targetColumn, *after) });
        action.forward += set;
        action.note = noteOnFirst(sides.target.fact(targetColumn).id, after->sequence, !set.isEmpty());
    }
    if (!before || forth < 0 || back < 0)
        return;
    if (ownerChanges(sides, ddl::tableOf(sides.target.fact(targetColumn).id)))
        return beginBehindRows(input, targetColumn, *before, *after, nodes);
    const SequenceEnd old{ before->sequence,
                           attributesOf(sides.current, sides.currentOf[size_t(targetColumn)], *before),
                           nodes.dropOf[size_t(before->fact)] >= 0 };
    const SequenceEnd fresh{ after->sequence, attributesOf(sides.target, targetColumn, *after),
                             nodes.createOf[size_t(after->fact)] >= 0 };
    nodes.nodes[size_t(forth)].action.forward += carryOver(old, fresh);
    nodes.nodes[size_t(back)].action.backward += carryOver(fresh, old);
    nodes.before.append({ forth, nodes.dropOf[size_t(before->fact)] });
    nodes.before.append({ nodes.createOf[size_t(after->fact)], back });
}

} // namespace

std::optional<Generator> generatorOf(const Side &side, int column)
{
    const Fact &fact = side.fact(column);
    const auto *attributes = fact.as<ColumnAttributes>();
    if (attributes && attributes->identity != Identity::None)
        return Generator{ objectId(Kind::Sequence, fact.id.schema, attributes->identitySequenceName), true,
                          -1 };
    const int value = attributes ? defaultOn(side, fact.id) : -1;
    static const QRegularExpression next(QStringLiteral("^nextval\\('(?:[^']|'')*'::regclass\\)$"));
    if (value < 0 || !next.match(side.fact(value).as<DefaultAttributes>()->expression).hasMatch())
        return std::nullopt;
    for (int needed : side.needs[size_t(value)]) {
        if (side.fact(needed).id.kind == Kind::Sequence)
            return Generator{ side.fact(needed).id, false, needed };
    }
    return std::nullopt;
}

bool addGeneratorNode(const NodeInput &input, int targetColumn, Nodes &nodes)
{
    const auto change = generatorChange(input, targetColumn);
    if (!change || change->before.isIdentity == change->after.isIdentity)
        return false;
    IdentityExchange(input, targetColumn, *change, nodes).add();
    return true;
}

void startFirstIdentity(const NodeInput &input, int targetColumn, Action *action)
{
    const Side &target = input.sides.target;
    const auto after = generatorOf(target, targetColumn);
    if (!after || !after->isIdentity
        || generatorOf(input.sides.current, input.sides.currentOf[size_t(targetColumn)]))
        return;
    const QStringList set = behindRows(target.fact(targetColumn),
                                       { after->sequence, attributesOf(target, targetColumn, *after) });
    action->forward += set;
    action->note = noteOnFirst(target.fact(targetColumn).id, after->sequence, !set.isEmpty());
}

QStringList identityBehindRows(const NodeInput &input, int currentColumn)
{
    const Side &current = input.sides.current;
    const auto before = generatorOf(current, currentColumn);
    return before && before->isIdentity
               ? behindRows(current.fact(currentColumn),
                            { before->sequence, attributesOf(current, currentColumn, *before) })
               : QStringList();
}

void carryOverSequences(const NodeInput &input, Nodes &nodes)
{
    const Sides &sides = input.sides;
    for (int i = 0; i < sides.current.size(); ++i) {
        const ObjectId &id = sides.current.fact(i).id;
        if (id.kind != Kind::Default || input.fates.current[size_t(i)] != Fate::Drop)
            continue;
        const int column = sides.current.indexOf(subId(Kind::Column, id.schema, id.name, id.sub));
        const int after = column < 0 || input.fates.goes(column) ? -1 : sides.targetOf[size_t(column)];
        if (after >= 0 && !generatorOf(sides.target, after))
            restoreBehindRows(input, column, nodes.dropOf[size_t(i)], nodes);
    }
    for (int i = 0; i < sides.target.size(); ++i) {
        const Fate fate = input.fates.target[size_t(i)];
        const ObjectId &id = sides.target.fact(i).id;
        if (id.kind != Kind::Default || fate == Fate::Keep)
            continue;
        const int column = sides.target.indexOf(subId(Kind::Column, id.schema, id.name, id.sub));
        if (column >= 0 && !input.fates.comes(column))
            carryOverSequence(input, column, nodes);
    }
}

} // namespace lockstep::plan::plain
