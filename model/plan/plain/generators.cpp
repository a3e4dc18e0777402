#include "generators.h"

#include "ddl.h"
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

QString sequenceName(const ObjectId &id)
{
    return qualified(id.schema, id.name);
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

/// Lets `to` go on where `from` is, unless it is further already.
QString carryOver(const ObjectId &from, const ObjectId &to, const SequenceAttributes &bounds)
{
    const bool isRising = bounds.increment > 0;
    const qint64 bound = isRising ? bounds.maximum : bounds.minimum;
    return QStringLiteral("SELECT pg_catalog.setval(%1, %2(o.last_value, %3), o.is_called OR n.is_called) "
                          "FROM %4 AS o, %5 AS n WHERE o.last_value %6 n.last_value")
        .arg(quoteLiteral(sequenceName(to)), isRising ? QStringLiteral("LEAST") : QStringLiteral("GREATEST"))
        .arg(bound)
        .arg(sequenceName(from), sequenceName(to), isRising ? QStringLiteral(">=") : QStringLiteral("<="));
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
        m_identity = toIdentity ? m_change.after.sequence : m_change.before.sequence;
        m_serial = toIdentity ? m_change.before.sequence : m_change.after.sequence;
        const Side &serialSide = toIdentity ? m_in.sides.current : m_in.sides.target;
        const Side &identitySide = toIdentity ? m_in.sides.target : m_in.sides.current;
        const int before = m_in.sides.currentOf[size_t(m_index)];
        m_serialBounds = attributesOf(serialSide, toIdentity ? before : m_index,
                                      toIdentity ? m_change.before : m_change.after);
        m_identityBounds = attributesOf(identitySide, toIdentity ? m_index : before,
                                        toIdentity ? m_change.after : m_change.before);
        int &owner = toIdentity ? m_nodes.dropOf[size_t(m_change.before.fact)]
                                : m_nodes.createOf[size_t(m_change.after.fact)];
        // Behind the gate, where other programs may ask the old one by its name until then.
        const bool isApart = toIdentity && m_identity.name != m_serial.name;
        const Fact &from = m_in.sides.current.fact(before);
        const Fact &to = m_in.sides.target.fact(m_index);
        m_forth = ddl::identityChange(from, to);
        m_back = ddl::identityChange(to, from);
        const int node = owner >= 0 && !isApart ? absorb(owner, toIdentity) : addBeside(toIdentity);
        m_nodes.before.append({ node, isApart ? owner : -1 });
        chainAlter(m_nodes, m_index, node);
        join(node, toIdentity);
    }

private:
    /// The serial's sequence is there before and afterwards, or for a while.
    int addBeside(bool toIdentity)
    {
        const QStringList gain = (toIdentity ? m_forth : m_back)
                                 + QStringList{ carryOver(m_serial, m_identity, m_identityBounds) };
        const QStringList lose =
            QStringList{ carryOver(m_identity, m_serial, m_serialBounds) } + (toIdentity ? m_back : m_forth);
        return addNode(m_nodes,
                       makeAction(m_column, title(), toIdentity ? gain : lose, toIdentity ? lose : gain),
                       kColumnRank);
    }

    /// The node that drops or makes the serial's sequence becomes the one that exchanges the two.
    int absorb(int node, bool toIdentity)
    {
        Node &owner = m_nodes.nodes[size_t(node)];
        const bool isShared = m_identity.name == m_serial.name && m_identity.schema == m_serial.schema;
        const ObjectId serialAside = isShared ? asideOf(m_serial) : m_serial;
        const ObjectId identityAside = isShared ? asideOf(m_identity) : m_identity;
        QStringList gain = isShared ? QStringList{ moveAside(m_serial) } : QStringList();
        gain += toIdentity ? m_forth : m_back;
        gain << carryOver(serialAside, m_identity, m_identityBounds) << dropSequence(serialAside);
        QStringList lose = isShared ? QStringList{ moveAside(m_identity) } : QStringList();
        lose += toIdentity ? owner.action.backward : owner.action.forward;
        lose << carryOver(identityAside, m_serial, m_serialBounds);
        lose += toIdentity ? m_back : m_forth;
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
    ObjectId m_identity;
    ObjectId m_serial;
    SequenceAttributes m_identityBounds;
    SequenceAttributes m_serialBounds;
    QStringList m_forth;
    QStringList m_back;
};

/// The actions that set a column's default to what it is afterwards, and on the way back before.
QPair<int, int> defaultSetters(const NodeInput &input, int targetColumn, const Nodes &nodes)
{
    const ObjectId &id = input.sides.target.fact(targetColumn).id;
    const int after = defaultOn(input.sides.target, id);
    const int before = defaultOn(input.sides.current, id);
    if (const int create = nodes.createOf[size_t(after)]; create >= 0)
        return { create, nodes.dropOf[size_t(before)] };
    if (const Indexes &alters = nodes.alterOf[size_t(after)]; !alters.empty())
        return { alters.back(), alters.back() };
    for (int alter : nodes.alterOf[size_t(targetColumn)]) {
        if (std::holds_alternative<ChangeType>(nodes.nodes[size_t(alter)].action.detail))
            return { alter, alter };
    }
    return { -1, -1 };
}

/// Whether the default's change or the column's sets the default, the sequence goes on where the other is.
void carryOverSequence(const NodeInput &input, int targetColumn, Nodes &nodes)
{
    const Sides &sides = input.sides;
    const auto change = generatorChange(input, targetColumn);
    if (!change || change->before.isIdentity || change->after.isIdentity
        || change->before.sequence == change->after.sequence)
        return;
    const auto [forth, back] = defaultSetters(input, targetColumn, nodes);
    if (forth < 0 || back < 0)
        return;
    const int before = sides.currentOf[size_t(targetColumn)];
    nodes.nodes[size_t(forth)].action.forward
        << carryOver(change->before.sequence, change->after.sequence,
                     attributesOf(sides.target, targetColumn, change->after));
    nodes.nodes[size_t(back)].action.backward << carryOver(
        change->after.sequence, change->before.sequence, attributesOf(sides.current, before, change->before));
    nodes.before.append({ forth, nodes.dropOf[size_t(change->before.fact)] });
    nodes.before.append({ nodes.createOf[size_t(change->after.fact)], back });
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

void carryOverSequences(const NodeInput &input, Nodes &nodes)
{
    const Sides &sides = input.sides;
    for (int i = 0; i < sides.target.size(); ++i) {
        const Fate fate = input.fates.target[size_t(i)];
        const ObjectId &id = sides.target.fact(i).id;
        if (id.kind != Kind::Default || (fate != Fate::Alter && fate != Fate::Recreate))
            continue;
        const int column = sides.target.indexOf(subId(Kind::Column, id.schema, id.name, id.sub));
        if (column >= 0 && !input.fates.comes(column))
            carryOverSequence(input, column, nodes);
    }
}

} // namespace lockstep::plan::plain
