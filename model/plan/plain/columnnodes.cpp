#include "ddl.h"
#include "generators.h"
#include "losses.h"
#include "nodes.h"
#include "rebuild.h"
#include "tableddl.h"
#include "typeconversion.h"
#include "valuetype.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// The steps from one column to the other, each one action.
class ColumnNodes
{
public:
    ColumnNodes(const NodeInput &input, int targetIndex, Nodes &nodes)
        : m_in(input)
        , m_index(targetIndex)
        , m_beforeIndex(input.sides.currentOf[size_t(targetIndex)])
        , m_after(input.sides.target.fact(targetIndex))
        , m_before(input.sides.current.fact(m_beforeIndex))
        , m_a(*m_before.as<ColumnAttributes>())
        , m_b(*m_after.as<ColumnAttributes>())
        , m_nodes(nodes)
    { }

    void add()
    {
        if (!followsParent(m_in, m_index)) {
            const bool isFirst = m_b.identity == Identity::None || narrowsIdentity();
            if (isFirst)
                addIdentity();
            addDropExpression();
            addType();
            addNotNullNodes(m_in, m_index, m_nodes);
            if (!isFirst)
                addIdentity();
        } else {
            addNotNullNodes(m_in, m_index, m_nodes);
        }
        addSettings();
    }

    void addSettings()
    {
        Fact before = m_before;
        Fact after = m_after;
        if (changesType(m_before, m_after)) { // The change of type sets these two itself.
            std::get<ColumnAttributes>(before.attributes).storage = m_b.storage;
            std::get<ColumnAttributes>(before.attributes).compression = m_b.compression;
            std::get<ColumnAttributes>(after.attributes).storage = m_a.storage;
            std::get<ColumnAttributes>(after.attributes).compression = m_a.compression;
        }
        addStep(QStringLiteral("Change settings of "), ddl::columnSettings(&before, m_after),
                ddl::columnSettings(&after, m_before));
    }

    /// A new type brings its own storage and compression, whatever the column had before.
    [[nodiscard]] static QStringList storageAgain(const Fact &column)
    {
        Fact fresh = column;
        std::get<ColumnAttributes>(fresh.attributes).storage.clear();
        std::get<ColumnAttributes>(fresh.attributes).compression.clear();
        return ddl::columnSettings(&fresh, column);
    }

    /// The new type reaches inherited columns, too, but for those that are not there then.
    template <typename IsAway>
    [[nodiscard]] static QStringList storageBelow(const Side &side, int column, const IsAway &isAway)
    {
        QStringList statements;
        for (int child : side.neededBy[size_t(column)]) {
            if (side.fact(child).id.kind == Kind::Column && !isAway(child)
                && inheritedFrom(*side.catalog, child) == column)
                statements += storageAgain(side.fact(child)) + storageBelow(side, child, isAway);
        }
        return statements;
    }

    void addType()
    {
        const bool isConverted = m_in.fates.converted[size_t(m_beforeIndex)];
        if (!changesType(m_before, m_after) && !isConverted)
            return;
        ColumnAttributes outset = m_a;
        if (isConverted && m_a.type != m_b.type)
            outset.type = outgoingType();
        Conversion conversion = conversionFor(m_before.id, outset, m_b, m_in.options.intents);
        if (isConverted && conversion.usingExpression.isEmpty())
            conversion =
                swapConversion(m_after.id, { outgoingType(), attributesOf(m_in.sides.current, m_a.type) },
                               { m_b.type, attributesOf(m_in.sides.target, m_b.type) });
        const int table = m_in.sides.target.indexOf(ddl::tableOf(m_after.id));
        const bool isForeign = table >= 0 && isForeignTable(m_in.sides.target.fact(table));
        if (isForeign)
            conversion = {}; // It holds no rows, and PostgreSQL refuses USING there.
        Fact outgoing = m_before;
        if (isConverted) {
            auto &attributes = std::get<ColumnAttributes>(outgoing.attributes);
            attributes.type = outgoingType();
            attributes.collation = withOutgoingTypes(attributes.collation);
        }
        const QString before = defaultOf(m_in.sides.current, m_in.fates.current);
        const QString after = defaultOf(m_in.sides.target, m_in.fates.target);
        Action action = makeAction(
            m_after.id, QStringLiteral("Change type of %1 to %2").arg(displayName(m_after.id), m_b.type),
            { ddl::changeType(m_after, conversion.usingExpression, !before.isEmpty(), after) },
            { ddl::changeType(outgoing, conversion.back, !after.isEmpty(),
                              isConverted ? withOutgoingTypes(before) : before) });
        action.forward += storageAgain(m_after) + storageBelow(m_in.sides.target, m_index, [this](int i) {
                              return m_in.fates.comes(i);
                          });
        if (!after.isEmpty())
            action.forward += noDefaultsBelow(m_in.sides.target, m_index);
        if (!before.isEmpty())
            action.backward += noDefaultsBelow(m_in.sides.current, m_beforeIndex);
        action.backward +=
            storageAgain(m_before)
            + storageBelow(m_in.sides.current, m_beforeIndex, [this](int i) { return m_in.fates.goes(i); });
        action.detail = ChangeType{ m_after.id,      m_a.type,
                                    m_b.type,        conversion.usingExpression,
                                    conversion.back, conversion.isOneWay,
                                    before,          after,
                                    nullptr,         {} };
        const bool isCast = !conversion.isGiven && m_a.generated == Generated::None && !isForeign;
        if (isCast)
            nameCastLosses(action, m_before, m_after, *m_in.sides.current.catalog,
                           *m_in.sides.target.catalog);
        addAlter(m_nodes, m_index, std::move(action), kColumnRank);
        changeWithoutIndexComments(m_nodes.alterOf[size_t(m_index)].back());
    }

private:
    /// The comments of the column's indexes are away, if they do not stay throughout, while those are made
    /// anew by PostgreSQL (fates.cpp) or by the way back.
    void changeWithoutIndexComments(int change)
    {
        forIndexComments(m_in.sides.current, m_beforeIndex, [&](int comment) {
            m_nodes.before.append({ m_nodes.dropOf[size_t(comment)], change });
        });
        forIndexComments(m_in.sides.target, m_index, [&](int comment) {
            m_nodes.before.append({ change, m_nodes.createOf[size_t(comment)] });
        });
    }

    template <typename Visit>
    static void forIndexComments(const Side &side, int column, const Visit &visit)
    {
        for (int index : side.neededBy[size_t(column)]) {
            if (side.fact(index).id.kind != Kind::Index)
                continue;
            for (int user : side.neededBy[size_t(index)]) {
                if (side.fact(user).id.kind == Kind::Comment)
                    visit(user);
            }
        }
    }

    /// Children may have no default where the parent has one, whose change goes over all of them. A default
    /// of their own comes back by itself.
    [[nodiscard]] static QStringList noDefaultsBelow(const Side &side, int column)
    {
        QStringList statements;
        for (int child : side.neededBy[size_t(column)]) {
            const ObjectId &id = side.fact(child).id;
            if (id.kind != Kind::Column || inheritedFrom(*side.catalog, child) != column)
                continue;
            if (side.indexOf(subId(Kind::Default, id.schema, id.name, id.sub)) < 0)
                statements << ddl::dropDefault(id);
            statements += noDefaultsBelow(side, child);
        }
        return statements;
    }

    void addStep(const QString &title, const QStringList &forward, const QStringList &backward)
    {
        if (!forward.isEmpty())
            addAlter(m_nodes, m_index,
                     makeAction(m_after.id, title + displayName(m_after.id), forward, backward), kColumnRank);
    }

    /// The new type of an identity column is its sequence's too, whose bounds must fit into the one of the
    /// two that is smaller, on both ways.
    [[nodiscard]] bool narrowsIdentity() const
    {
        return m_a.identitySequence && m_b.identitySequence
               && m_b.identitySequence->maximum < m_a.identitySequence->maximum;
    }

    void addIdentity()
    {
        if (addGeneratorNode(m_in, m_index, m_nodes))
            return;
        const size_t count = m_nodes.nodes.size();
        addStep(QStringLiteral("Change identity of "), ddl::identityChange(m_before, m_after),
                ddl::identityChange(m_after, m_before));
        if (m_nodes.nodes.size() == count)
            return;
        startFirstIdentity(m_in, m_index, &m_nodes.nodes[count].action);
        if (m_b.identity == Identity::None)
            m_nodes.nodes[count].action.backward += identityBehindRows(m_in, m_beforeIndex);
    }

    /// The column becomes a plain one and keeps its values; back, it is made again.
    void addDropExpression()
    {
        if (m_a.generated == Generated::None || m_b.generated != Generated::None)
            return;
        const bool isCopied = isCopiedToStop(m_before, m_in.sides.current.catalog->serverVersion());
        Indexes members{ m_beforeIndex };
        addGoingAlong(m_beforeIndex, members);
        const QString column =
            QStringLiteral("ALTER COLUMN %1 DROP EXPRESSION").arg(quoteIdent(m_after.id.sub));
        const size_t count = m_nodes.nodes.size();
        addStep(QStringLiteral("Stop generating "),
                isCopied ? copiedToPlain() : QStringList{ ddl::alterTable(m_after.id, column) },
                ddl::drop(m_before, *m_in.sides.current.catalog) + rebuild(m_in, members));
        m_nodes.nodes[count].stopsGenerating = true;
        changeWithoutIndexComments(m_nodes.alterOf[size_t(m_index)].back());
    }

    /// What the column takes along when it is dropped, here and below.
    void addGoingAlong(int column, Indexes &members) const
    {
        const Side &current = m_in.sides.current;
        for (int dependant : current.neededBy[size_t(column)]) {
            const Kind kind = current.fact(dependant).id.kind;
            const bool isPart = kind == Kind::Constraint || kind == Kind::Index || isTargeting(kind);
            if (kind == Kind::Default || (isPart && !m_in.fates.goes(dependant)))
                members.push_back(dependant);
            if (kind == Kind::Index && !m_in.fates.goes(dependant))
                addWhatIsSaidOf(dependant, members);
            if (kind == Kind::Column && inheritedFrom(*current.catalog, dependant) == column
                && !m_in.fates.goes(dependant)) {
                members.push_back(dependant);
                addGoingAlong(dependant, members);
            }
        }
        std::sort(members.begin(), members.end());
        members.erase(std::unique(members.begin(), members.end()), members.end());
    }

    void addWhatIsSaidOf(int index, Indexes &members) const
    {
        for (int user : m_in.sides.current.neededBy[size_t(index)]) {
            if (isTargeting(m_in.sides.current.fact(user).id.kind) && !m_in.fates.goes(user))
                members.push_back(user);
        }
    }

    /// The generated values move to a plain column that takes the place of this one.
    [[nodiscard]] QStringList copiedToPlain() const
    {
        Fact plain = m_before;
        std::get<ColumnAttributes>(plain.attributes).generated = Generated::None;
        std::get<ColumnAttributes>(plain.attributes).notNull = false;
        const QString name = quoteIdent(m_after.id.sub);
        const QString aside = quoteIdent(outgoingName(m_after.id.sub));
        QStringList statements{
            ddl::alterTable(m_after.id, QStringLiteral("RENAME COLUMN %1 TO %2").arg(name, aside)),
            ddl::alterTable(m_after.id, QStringLiteral("ADD COLUMN ") + ddl::columnClause(plain, nullptr))
        };
        statements += ddl::columnSettings(nullptr, plain);
        statements << QStringLiteral("UPDATE %1 SET %2 = %3").arg(ddl::relationName(m_after.id), name, aside)
                   << ddl::alterTable(m_after.id, QStringLiteral("DROP COLUMN ") + aside);
        if (m_a.notNull)
            statements << ddl::setNotNull(m_before);
        return statements;
    }

    /// The default that the type change takes off and puts on: not one that comes or goes by itself.
    [[nodiscard]] QString defaultOf(const Side &side, const std::vector<Fate> &fates) const
    {
        const int index =
            side.indexOf(subId(Kind::Default, m_after.id.schema, m_after.id.name, m_after.id.sub));
        if (index < 0)
            return {};
        const Fate fate = fates[size_t(index)];
        const auto &value = *side.fact(index).as<DefaultAttributes>();
        return value.isGenerated || (fate != Fate::Keep && fate != Fate::Alter) ? QString()
                                                                                : value.expression;
    }

    /// Of a composite type; those of current as they are called while the new types are there.
    [[nodiscard]] std::optional<CompositeAttributes> attributesOf(const Side &side, const QString &type) const
    {
        const Fact *fact = valueType(type, *side.catalog).fact;
        const auto *found = fact ? fact->as<CompositeAttributes>() : nullptr;
        if (!found || ddl::relationName(fact->id) != type) // A domain or an array.
            return std::nullopt;
        CompositeAttributes composite = *found;
        for (CompositeField &field : composite.fields)
            field.type = &side == &m_in.sides.current ? withOutgoingTypes(field.type) : field.type;
        return composite;
    }

    [[nodiscard]] QString withOutgoingTypes(const QString &text) const { return outgoingText(m_in, text); }
    [[nodiscard]] QString outgoingType() const { return withOutgoingTypes(m_a.type); }

    const NodeInput &m_in;
    int m_index;
    int m_beforeIndex;
    const Fact &m_after;
    const Fact &m_before;
    const ColumnAttributes &m_a;
    const ColumnAttributes &m_b;
    Nodes &m_nodes;
};

} // namespace

bool followsParent(const NodeInput &input, int targetColumn)
{
    const int parent = columnAbove(*input.sides.target.catalog, targetColumn);
    if (parent < 0)
        return false;
    const int before = input.sides.currentOf[size_t(targetColumn)];
    return input.fates.target[size_t(parent)] == Fate::Alter && before >= 0
           && columnAbove(*input.sides.current.catalog, before) >= 0;
}

void addColumnNodes(const NodeInput &input, int targetIndex, Nodes &nodes)
{
    ColumnNodes(input, targetIndex, nodes).add();
}

void addConversionNode(const NodeInput &input, int currentIndex, Nodes &nodes)
{
    const int target = input.sides.targetOf[size_t(currentIndex)];
    if (target < 0)
        return;
    const int table = input.sides.current.indexOf(ddl::tableOf(input.sides.current.fact(currentIndex).id));
    const bool isItsOwn = table >= 0 && isRepartitioned(input.sides, table); // By then.
    if (isItsOwn || inheritedFrom(*input.sides.target.catalog, target) < 0)
        ColumnNodes(input, target, nodes).addType();
}

} // namespace lockstep::plan::plain
