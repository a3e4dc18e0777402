#include "ordering.h"
#include "sqltext.h"

#include <model/schema/bodynames.h>
#include <model/schema/kindtraits.h>

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool isNamedInBodies(Kind kind)
{
    return has(kind, KindTrait::NamedInBodies) || kind == Kind::Column;
}

/// What a routine's body may mean by a name. PostgreSQL records none of it, and a body may be wrong: it
/// gives an order, never a need.
class BodyReader
{
public:
    explicit BodyReader(const Side &side)
        : m_side(side)
    { }

    void note(int fact)
    {
        if (isNamedInBodies(m_side.fact(fact).id.kind)) {
            const ObjectId &id = m_side.fact(fact).id;
            m_byName.insert(id.kind == Kind::Column ? id.sub : id.name, fact);
        }
    }
    [[nodiscard]] bool isEmpty() const { return m_byName.isEmpty(); }

    /// The noted facts that the routine's body names. A column is one of a table that the body names, too,
    /// or whose trigger calls the routine.
    [[nodiscard]] Indexes namedBy(int routine) const
    {
        const Fact &fact = m_side.fact(routine);
        const auto names = namesInBodyAndStrings(fact.as<RoutineAttributes>()->body);
        QSet<QString> words;
        for (const auto &[schema, name] : names)
            words << schema << name;
        QSet<ObjectId> triggered;
        for (int user : m_side.neededBy[size_t(routine)]) {
            if (m_side.fact(user).id.kind == Kind::Trigger)
                triggered.insert(ddl::tableOf(m_side.fact(user).id));
        }
        Indexes found;
        for (const auto &[schema, name] : names) {
            const auto [first, last] = m_byName.equal_range(name);
            for (auto it = first; it != last; ++it) {
                const ObjectId &id = m_side.fact(*it).id;
                const bool isMeant = id.kind == Kind::Column
                                         ? words.contains(id.name) || triggered.contains(ddl::tableOf(id))
                                         : isOf(id, schema, fact.id);
                if (isMeant && *it != routine)
                    found.push_back(*it);
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    /// An unqualified name most likely means one of the routine's own schema, or of public.
    [[nodiscard]] static bool isOf(const ObjectId &id, const QString &schema, const ObjectId &routine)
    {
        return schema.isEmpty() ? id.schema == routine.schema || id.schema == QLatin1String("public")
                                : id.schema == schema;
    }

    const Side &m_side;
    QMultiHash<QString, int> m_byName;
};

} // namespace

/// A routine comes, or is replaced, when what its new body names is there.
void Ordering::orderBodies()
{
    const Side &target = m_in.sides.target;
    BodyReader reader(target);
    for (int i = 0; i < target.size(); ++i) {
        if (m_nodes.createOf[size_t(i)] >= 0)
            reader.note(i);
    }
    for (int i = 0; i < (reader.isEmpty() ? 0 : target.size()); ++i) {
        const int create = m_nodes.createOf[size_t(i)];
        const Indexes &alters = m_nodes.alterOf[size_t(i)];
        if (!target.fact(i).as<RoutineAttributes>() || (create < 0 && alters.empty()))
            continue;
        for (int named : reader.namedBy(i)) {
            prefer(m_nodes.createOf[size_t(named)], create);
            for (int alter : alters)
                prefer(m_nodes.createOf[size_t(named)], alter);
        }
    }
}

/// It goes, or is replaced, before what its old body names goes.
void Ordering::orderOldBodies()
{
    const Sides &sides = m_in.sides;
    BodyReader reader(sides.current);
    for (int i = 0; i < sides.current.size(); ++i) {
        if (m_nodes.dropOf[size_t(i)] >= 0)
            reader.note(i);
    }
    for (int i = 0; i < (reader.isEmpty() ? 0 : sides.current.size()); ++i) {
        const int drop = m_nodes.dropOf[size_t(i)];
        const int after = sides.targetOf[size_t(i)];
        const Indexes alters = after < 0 ? Indexes() : m_nodes.alterOf[size_t(after)];
        if (!sides.current.fact(i).as<RoutineAttributes>() || (drop < 0 && alters.empty()))
            continue;
        for (int named : reader.namedBy(i)) {
            prefer(drop, m_nodes.dropOf[size_t(named)]);
            for (int alter : alters)
                prefer(alter, m_nodes.dropOf[size_t(named)]);
        }
    }
}

} // namespace lockstep::plan::plain
