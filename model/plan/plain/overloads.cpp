#include "overloads.h"

#include <QRegularExpression>

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool isRoutine(const Fact &fact)
{
    return fact.id.kind == Kind::Function || fact.id.kind == Kind::Procedure;
}

QStringList inputTypes(const Fact &routine)
{
    return routine.id.signature.isEmpty() ? QStringList() : routine.id.signature.split(QStringLiteral(", "));
}

/// Literals of defaults may say anything.
qsizetype defaultCount(const Fact &routine)
{
    static const QRegularExpression literals(QStringLiteral("'(?:[^']|'')*'"));
    return QString(routine.as<RoutineAttributes>()->arguments)
        .remove(literals)
        .count(QLatin1String(" DEFAULT "));
}

struct Calls
{
    explicit Calls(const Fact &routine)
        : types(inputTypes(routine))
        , fewest(types.size() - defaultCount(routine))
    { }
    QStringList types;
    qsizetype fewest; ///< Arguments that a call has to have.
};

/// Some number of arguments fits both, and these are of the same types.
bool areAmbiguous(const Calls &a, const Calls &b)
{
    const qsizetype common = std::max(a.fewest, b.fewest);
    return common <= std::min(a.types.size(), b.types.size())
           && a.types.mid(0, common) == b.types.mid(0, common);
}

/// Every call of `a` is one of `b`.
bool takesOver(const Calls &a, const Calls &b)
{
    return b.fewest <= a.fewest && b.types.mid(0, a.types.size()) == a.types;
}

void addNote(Action &action, const QString &note)
{
    action.note += action.note.isEmpty() ? note : QLatin1Char(' ') + note;
}

class Overloads
{
public:
    Overloads(const NodeInput &input, Nodes &nodes)
        : m_in(input)
        , m_nodes(nodes)
        , m_current(input.sides.current)
        , m_target(input.sides.target)
    { }

    void exchange()
    {
        for (int i = 0; i < m_current.size(); ++i) {
            if (isRoutine(m_current.fact(i)) && m_in.fates.current[size_t(i)] == Fate::Drop
                && m_nodes.dropOf[size_t(i)] >= 0)
                exchangeWithNew(i);
        }
        for (int i = 0; i < m_target.size(); ++i) {
            if (isRoutine(m_target.fact(i)))
                sayWhatStays(i);
        }
    }

private:
    void exchangeWithNew(int leaving)
    {
        const Fact &old = m_current.fact(leaving);
        const Calls before(old);
        for (int i = 0; i < m_target.size(); ++i) {
            const Fact &fact = m_target.fact(i);
            const bool isOverload =
                fact.id.kind == old.id.kind && fact.id.schema == old.id.schema && fact.id.name == old.id.name;
            const int create = m_nodes.createOf[size_t(i)];
            if (!isOverload || create < 0 || m_in.sides.currentOf[size_t(i)] >= 0
                || !areAmbiguous(before, Calls(fact)))
                continue;
            Node &drop = m_nodes.nodes[size_t(m_nodes.dropOf[size_t(leaving)])];
            join(m_nodes, m_nodes.dropOf[size_t(leaving)], create);
            addNote(drop.action,
                    QStringLiteral("Both together would make calls ambiguous, so they change places "
                                   "in one transaction."));
            const bool isSame = old.as<RoutineAttributes>()->result == fact.as<RoutineAttributes>()->result;
            if (!isSame || !takesOver(before, Calls(fact)))
                continue;
            drop.action.isDestructive = false;
            drop.rank = kDropRank;
            addNote(drop.action,
                    QStringLiteral(
                        "Every call of the old one finds the new one, so no release has to come first."));
        }
    }

    /// Values that were computed with a routine's old body.
    void sayWhatStays(int routine)
    {
        const Indexes &alters = m_nodes.alterOf[size_t(routine)];
        const int before = m_in.sides.currentOf[size_t(routine)];
        if (alters.empty() || before < 0
            || m_current.fact(before).as<RoutineAttributes>()->body
                   == m_target.fact(routine).as<RoutineAttributes>()->body)
            return;
        QStringList stale;
        for (int user : m_target.neededBy[size_t(routine)]) {
            const Fact &fact = m_target.fact(user);
            const auto *value = fact.as<DefaultAttributes>();
            const bool isStored = fact.id.kind == Kind::Index || fact.id.kind == Kind::MaterializedView
                                  || (value && value->isGenerated) || fact.id.kind == Kind::Constraint;
            if (isStored && !m_in.fates.comes(user))
                stale << displayName(fact);
        }
        if (stale.isEmpty())
            return;
        stale.sort();
        addNote(m_nodes.nodes[size_t(alters.front())].action,
                QStringLiteral(
                    "What was computed or checked with it before does not follow: %1. Where results "
                    "differ, rebuild indexes (REINDEX CONCURRENTLY), update the rows of stored columns, "
                    "refresh materialized views, and check rows against constraints.")
                    .arg(stale.join(QStringLiteral(", "))));
    }

    const NodeInput &m_in;
    Nodes &m_nodes;
    const Side &m_current;
    const Side &m_target;
};

} // namespace

void exchangeOverloads(const NodeInput &input, Nodes &nodes)
{
    Overloads(input, nodes).exchange();
}

} // namespace lockstep::plan::plain
