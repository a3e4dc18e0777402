#include "ddl.h"
#include "inheritednotnull.h"
#include "nodes.h"
#include "tableddl.h"

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// The steps from one column's NOT NULL to the other's, with what that does to the columns below.
class NotNullNodes
{
public:
    NotNullNodes(const NodeInput &input, int targetIndex, Nodes &nodes)
        : m_in(input)
        , m_index(targetIndex)
        , m_after(input.sides.target.fact(targetIndex))
        , m_before(input.sides.current.fact(input.sides.currentOf[size_t(targetIndex)]))
        , m_a(*m_before.as<ColumnAttributes>())
        , m_b(*m_after.as<ColumnAttributes>())
        , m_forth(input, false)
        , m_back(input, true)
        , m_nodes(nodes)
    { }

    void add()
    {
        const bool isInherited = inheritedFrom(*m_in.sides.target.catalog, m_index) >= 0;
        if (isInherited && followsParent(m_in, m_index) && changesAbove())
            return; // The parent's action has taken care of this one.
        if (m_a.notNull && m_b.notNull)
            addConstraintChange();
        else if (m_a.notNull)
            addAllowance();
        else if (m_b.notNull)
            addProhibition();
    }

private:
    [[nodiscard]] bool changesAbove() const
    {
        const int parent = inheritedFrom(*m_in.sides.target.catalog, m_index);
        const int before = m_in.sides.currentOf[size_t(parent)];
        return handsNotNullDown(m_in.sides.target.fact(parent))
               != (before >= 0 && handsNotNullDown(m_in.sides.current.fact(before)));
    }

    void addStep(const QString &title, const QStringList &forward, const QStringList &backward)
    {
        if (!forward.isEmpty())
            addAlter(m_nodes, m_index,
                     makeAction(m_after.id, title + displayName(m_after.id), forward, backward), kColumnRank);
    }

    void addProhibition()
    {
        QStringList forward{ ddl::setNotNull(m_after) };
        QStringList backward{ ddl::dropNotNull(m_after) };
        if (handsNotNullDown(m_after)) {
            forward = m_forth.beforeGain(m_index) + forward;
            backward += m_back.afterLoss(m_index, NotNullLoss::Dropped);
        }
        Action action = makeAction(m_after.id, QStringLiteral("Forbid NULL in ") + displayName(m_after.id),
                                   forward, backward);
        if (m_b.notNullValidated && !m_b.notNullNoInherit && forward.size() == 1)
            action.detail = SetNotNull{ m_after.id };
        addAlter(m_nodes, m_index, std::move(action), kColumnRank);
        m_nodes.nodes.back().forbidsNull = true;
    }

    void addAllowance()
    {
        QStringList forward{ ddl::dropNotNull(m_before) };
        QStringList backward{ ddl::setNotNull(m_before) };
        if (handsNotNullDown(m_before)) {
            forward += m_forth.afterLoss(m_index, NotNullLoss::Dropped);
            backward = m_back.beforeGain(m_index) + backward;
        }
        addStep(QStringLiteral("Allow NULL in "), forward, backward);
    }

    /// From PostgreSQL 18 on NOT NULL has a name, may be not valid and may be a table's own only.
    void addConstraintChange()
    {
        const QString before = ddl::notNullName(m_before);
        const QString after = ddl::notNullName(m_after);
        const auto rename = [&](const QString &from, const QString &to) {
            return ddl::alterTable(
                m_after.id,
                QStringLiteral("RENAME CONSTRAINT %1 TO %2").arg(quoteIdent(from), quoteIdent(to)));
        };
        const bool isOwn = m_a.inheritedNotNullName.isEmpty() && m_b.inheritedNotNullName.isEmpty();
        if (isOwn && before != after)
            addStep(QStringLiteral("Rename the NOT NULL of "), { rename(before, after) },
                    { rename(after, before) });
        addInheritance(after);
        addSaying();
        if (m_a.notNullValidated == m_b.notNullValidated)
            return;
        Fact loose = m_after;
        std::get<ColumnAttributes>(loose.attributes).notNullValidated = false;
        const QStringList validate{ ddl::alterTable(m_after.id, QStringLiteral("VALIDATE CONSTRAINT ")
                                                                    + quoteIdent(after)) };
        const QStringList loosen{ ddl::dropNotNull(loose), ddl::setNotNull(loose) };
        addStep(QStringLiteral("Change what is known of NULL in "), m_b.notNullValidated ? validate : loosen,
                m_b.notNullValidated ? loosen : validate);
    }

    void addInheritance(const QString &constraint)
    {
        const auto alter = [&](const QString &change) {
            return QStringList{ ddl::alterTable(
                m_after.id, QStringLiteral("ALTER CONSTRAINT %1 %2").arg(quoteIdent(constraint), change)) };
        };
        const QStringList keep = alter(QStringLiteral("NO INHERIT"));
        const QStringList share = alter(QStringLiteral("INHERIT"));
        const QString title = QStringLiteral("Change who inherits the NOT NULL of ");
        if (!m_a.notNullNoInherit && m_b.notNullNoInherit)
            addStep(title, keep + m_forth.afterLoss(m_index, NotNullLoss::NotInherited),
                    m_back.beforeGain(m_index) + share);
        else if (m_a.notNullNoInherit && !m_b.notNullNoInherit)
            addStep(title, m_forth.beforeGain(m_index) + share,
                    keep + m_back.afterLoss(m_index, NotNullLoss::NotInherited));
    }

    void addSaying()
    {
        if (!m_a.notNullOwn && m_b.notNullOwn)
            addStep(QStringLiteral("Say for itself the NOT NULL of "), { ddl::setNotNull(m_after) },
                    m_back.leftToParent(m_index));
        else if (m_a.notNullOwn && !m_b.notNullOwn)
            addStep(QStringLiteral("Leave to its parent the NOT NULL of "), m_forth.leftToParent(m_index),
                    { ddl::setNotNull(m_before) });
    }

    const NodeInput &m_in;
    int m_index;
    const Fact &m_after;
    const Fact &m_before;
    const ColumnAttributes &m_a;
    const ColumnAttributes &m_b;
    InheritedNotNull m_forth;
    InheritedNotNull m_back;
    Nodes &m_nodes;
};

} // namespace

void addNotNullNodes(const NodeInput &input, int targetColumn, Nodes &nodes)
{
    NotNullNodes(input, targetColumn, nodes).add();
}

} // namespace lockstep::plan::plain
