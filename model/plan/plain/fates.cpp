#include "fates.h"

#include "alterable.h"
#include "columnorder.h"
#include "ddl.h"
#include "operatorlinks.h"
#include "replacedviews.h"
#include "shelltypes.h"
#include "sqltext.h"

#include <algorithm>
#include <deque>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool stopsGenerating(const Fact &before, const Fact &after)
{
    const auto *a = before.as<ColumnAttributes>();
    const auto *b = after.as<ColumnAttributes>();
    return a && b && a->generated != Generated::None && b->generated == Generated::None;
}

bool isInPlaceOnly(Kind kind)
{
    return kind == Kind::Table || kind == Kind::Column || kind == Kind::Sequence || kind == Kind::Schema
           || kind == Kind::Extension;
}

class FateFinder
{
public:
    FateFinder(const Sides &sides, const QSet<ObjectId> &forced)
        : m_sides(sides)
        , m_forced(forced)
    {
        m_fates.current.assign(size_t(sides.current.size()), Fate::Keep);
        m_fates.target.assign(size_t(sides.target.size()), Fate::Keep);
        m_fates.swapped.assign(size_t(sides.current.size()), 0);
        m_fates.successor = sides.targetOf;
        m_fates.converted.assign(size_t(sides.current.size()), 0);
    }

    Fates find(const diff::ChangeSet &changes)
    {
        for (const diff::Change &change : changes.changes) {
            if (const auto *created = std::get_if<diff::Created>(&change))
                m_fates.target[size_t(m_sides.target.indexOf(created->fact.id))] = Fate::Create;
            else if (const auto *dropped = std::get_if<diff::Dropped>(&change))
                mark(m_sides.current.indexOf(dropped->fact.id), Fate::Drop);
            else if (const auto *altered = std::get_if<diff::Altered>(&change))
                startAlter(altered->before, altered->after);
        }
        // Views go before the renaming and come back after it where PostgreSQL would keep the old name
        // inside them.
        for (auto gone = m_sides.renaming->gone().cbegin(); gone != m_sides.renaming->gone().cend(); ++gone)
            recreate(m_sides.current.indexOf(gone.key()));
        recreateRootsOfDropped();
        for (const ObjectId &id : m_forced)
            recreate(m_sides.current.indexOf(id));
        for (const Indexes &made : { partitionedAnew(m_sides), keysInLoggingCircles(m_sides) })
            std::for_each(made.begin(), made.end(), [this](int index) { recreate(index); });
        moveTypedColumns();
        followAll();
        for (Indexes takers; !(takers = takersOfFreedNames(m_sides, m_fates)).empty(); followAll())
            std::for_each(takers.begin(), takers.end(), [this](int index) { recreate(index); });
        for (int view : m_replaced) {
            if (fate(view) == Fate::Alter && !canBeMadeAgain(m_sides, m_fates, view)) {
                recreate(view);
                followAll();
            }
        }
        swapWhatSwappedTypesNeed();
        return std::move(m_fates);
    }

private:
    [[nodiscard]] const Fact &fact(int index) const { return m_sides.current.fact(index); }
    [[nodiscard]] Fate fate(int index) const { return m_fates.current[size_t(index)]; }

    void followAll()
    {
        while (!m_queue.empty()) {
            const auto [index, typeOnly] = m_queue.front();
            m_queue.pop_front();
            if (!typeOnly)
                followShell(index);
            for (int dependant : m_sides.current.neededBy[size_t(index)])
                typeOnly ? followType(index, dependant) : follow(index, dependant);
        }
    }

    void mark(int index, Fate fate)
    {
        m_fates.current[size_t(index)] = fate;
        if (const int other = m_sides.targetOf[size_t(index)]; other >= 0)
            m_fates.target[size_t(other)] = fate;
        if (fate == Fate::Drop || fate == Fate::Recreate)
            m_queue.push_back({ index, false });
    }

    void recreate(int index)
    {
        if (index < 0 || m_fates.goes(index) || m_sides.targetOf[size_t(index)] < 0)
            return;
        mark(index, Fate::Recreate);
        recreateRoot(index);
        const auto *value = fact(index).as<DefaultAttributes>();
        if (value && value->isGenerated) {
            const ObjectId &id = fact(index).id;
            recreate(m_sides.current.indexOf(subId(Kind::Column, id.schema, id.name, id.sub)));
        }
    }

    /// An index that goes while its table stays where it is cannot go alone.
    void recreateRootsOfDropped()
    {
        for (int i = 0; i < m_sides.current.size(); ++i) {
            if (fate(i) != Fate::Drop)
                continue;
            const auto *part = fact(i).as<IndexAttributes>();
            const int table = m_sides.current.indexOf(part ? part->table : ddl::tableOf(fact(i).id));
            if (table >= 0 && !m_fates.goes(table))
                recreateRoot(i);
        }
    }

    /// A partition's index that is attached goes only with the index it is attached to.
    void recreateRoot(int index)
    {
        const auto *own = fact(index).as<IndexAttributes>();
        const int table = m_sides.current.indexOf(own ? own->table : ddl::tableOf(fact(index).id));
        if (table >= 0 && isRepartitioned(m_sides, table)) // They are its own by then.
            return;
        if (own && own->partitionOf)
            recreate(m_sides.current.indexOf(*own->partitionOf));
        const auto *key = fact(index).as<ConstraintAttributes>();
        if (key && key->inherited && hasOwnIndex(key->type))
            recreate(inheritedFrom(*m_sides.current.catalog, index));
    }

    void startAlter(const Fact &before, const Fact &after)
    {
        const int index = m_sides.current.indexOf(before.id);
        if (m_fates.goes(index) || before.attributes == after.attributes) // Only the owner is another.
            return;
        if (isAlteredByDetaching(m_sides, before, after)) {
            mark(index, Fate::Alter);
            return;
        }
        if (!isAlterable(withoutPartingLinks(before, m_sides.current, m_sides.target),
                         withoutPartingLinks(after, m_sides.target, m_sides.current),
                         *m_sides.target.catalog)) {
            startRecreate(before, after, index);
            return;
        }
        mark(index, Fate::Alter);
        if (ReplacedViews::isOne(before, after))
            m_replaced.push_back(index);
        if (changesType(before, after))
            m_queue.push_back({ index, true });
        if (stopsGenerating(before, after))
            m_queue.push_back({ index, !isCopiedToStop(before, m_sides.current.catalog->serverVersion()) });
    }

    void moveTypedColumns()
    {
        for (int i = 0; i < m_sides.current.size(); ++i) {
            for (int column : fact(i).id.kind == Kind::Table ? movedColumns(m_sides, i) : Indexes()) {
                if (fate(column) == Fate::Keep)
                    mark(column, Fate::Alter);
                m_queue.push_back({ column, false });
            }
        }
    }

    /// A plain default that becomes a generated one is the column's change, and the other way round.
    void startRecreate(const Fact &before, const Fact &after, int index)
    {
        const auto *was = before.as<DefaultAttributes>();
        const bool stopsGenerating = was && was->isGenerated && !after.as<DefaultAttributes>()->isGenerated;
        if (stopsGenerating)
            mark(index, Fate::Alter);
        else
            recreate(index);
    }

    /// A type that goes takes the functions along that it is made of.
    void followShell(int index)
    {
        for (int function : functionsOf(m_sides.current, index))
            recreate(function);
    }

    /// `index` goes (for good or for a while): what of it stays must be rebuilt.
    void follow(int index, int dependant)
    {
        const Kind kind = fact(dependant).id.kind;
        const bool isPart = fact(index).id.kind == Kind::Table
                            && fact(dependant).id.schema == fact(index).id.schema
                            && fact(dependant).id.name == fact(index).id.name && kind != Kind::Table;
        if (m_fates.goes(dependant) || isLeftToPartition(m_sides, index, dependant))
            return;
        // Expressions keep working without the cast they were written with.
        if (fact(index).id.kind == Kind::Cast && !isTargeting(kind))
            return;
        if (kind == Kind::Column && isUserType(fact(index).id.kind)) {
            convert(index, dependant);
            return;
        }
        // A foreign table holds no rows, so it can follow its server.
        const bool followsServer = kind == Kind::Table && fact(index).id.kind == Kind::ForeignServer;
        if (isInPlaceOnly(kind) && !isPart && !followsServer)
            return;
        // A column that goes on as a plain one: its expression is no default of its own.
        if (kind == Kind::Default && fate(index) == Fate::Alter)
            return;
        // An altered dependant loses its need by being altered, but only if the thing goes for good.
        if (fate(dependant) == Fate::Alter && fate(index) == Fate::Drop && isRewritten(kind))
            return;
        recreate(dependant);
    }

    /// A type that becomes one of another kind (an enum that becomes a domain) keeps its name.
    [[nodiscard]] int successorOf(int type) const
    {
        const ObjectId &id = fact(type).id;
        for (Kind kind : { Kind::Enum, Kind::Domain, Kind::CompositeType, Kind::RangeType }) {
            const int found = m_sides.target.indexOf(objectId(kind, id.schema, id.name));
            if (found >= 0)
                return found;
        }
        return -1;
    }

    /// While a swapped type is there under another name, so is what it is made of.
    void swapWhatSwappedTypesNeed()
    {
        std::vector<int> open;
        for (int i = 0; i < m_sides.current.size(); ++i) {
            if (m_fates.swapped[size_t(i)])
                open.push_back(i);
        }
        while (!open.empty()) {
            const int type = open.back();
            open.pop_back();
            for (int needed : m_sides.current.needs[size_t(type)]) {
                if (!isUserType(fact(needed).id.kind) || fate(needed) != Fate::Recreate
                    || m_fates.swapped[size_t(needed)])
                    continue;
                m_fates.swapped[size_t(needed)] = 1;
                open.push_back(needed);
            }
        }
        for (int i = 0; i < m_sides.current.size(); ++i) {
            if (m_fates.swapped[size_t(i)] && isUserType(fact(i).id.kind))
                m_fates.swaps.push_back(i);
        }
    }

    /// By itself or through other types.
    [[nodiscard]] bool needsInTarget(int index, int type) const
    {
        for (int needed : m_sides.target.needs[size_t(index)]) {
            if (needed == type
                || (isUserType(m_sides.target.fact(needed).id.kind) && needsInTarget(needed, type)))
                return true;
        }
        return false;
    }

    void convert(int type, int column)
    {
        if (fate(type) == Fate::Drop)
            m_fates.successor[size_t(type)] = successorOf(type);
        const bool isReplaced = fate(type) == Fate::Drop && m_fates.successor[size_t(type)] >= 0;
        if ((fate(type) != Fate::Recreate && !isReplaced) || m_fates.goes(column))
            return;
        const int after = m_sides.targetOf[size_t(column)];
        if (isReplaced
            && (after < 0
                || m_sides.target.fact(after).as<ColumnAttributes>()->type
                       != fact(column).as<ColumnAttributes>()->type))
            return;
        // A column that leaves the type does so while the type is still there under its own name.
        if (!isReplaced && after >= 0 && !needsInTarget(after, m_sides.targetOf[size_t(type)]))
            return;
        m_fates.swapped[size_t(type)] = 1;
        for (int function : functionsOf(m_sides.current, type))
            m_fates.swapped[size_t(function)] = 1;
        if (m_fates.converted[size_t(column)])
            return;
        m_fates.converted[size_t(column)] = 1;
        m_queue.push_back({ column, true });
    }

    /// The type of column `index` changes.
    void followType(int index, int dependant)
    {
        const ObjectId &id = fact(dependant).id;
        switch (id.kind) {
        case Kind::View:
        case Kind::MaterializedView:
        case Kind::Rule:
        case Kind::Policy:
        case Kind::Trigger:
        case Kind::PublicationMember:
        case Kind::Function:
        case Kind::Procedure: recreate(dependant); break;
        case Kind::StatisticsObject: // PostgreSQL makes them anew and forgets their target.
            if (!fact(dependant).as<DefinitionAttributes>()->settings.isEmpty())
                recreate(dependant);
            break;
        case Kind::Index: recreateComments(dependant); break;
        case Kind::Default:
            // A column that stops being generated does so before.
            if (fate(dependant) == Fate::Alter && fact(dependant).as<DefaultAttributes>()->isGenerated)
                break;
            // The column's own default is handled by the statement that changes the type, unless that is
            // one about its parent.
            if (id.sub != fact(index).id.sub || id.name != fact(index).id.name
                || (inheritedFrom(*m_sides.current.catalog, index) >= 0
                    && !fact(dependant).as<DefaultAttributes>()->isGenerated))
                recreate(dependant);
            break;
        case Kind::Constraint:
            if (fact(dependant).as<ConstraintAttributes>()->type == ConstraintType::ForeignKey)
                recreateForeignKey(index, dependant);
            break;
        default: break; // PostgreSQL rebuilds indexes and checks itself.
        }
    }

    /// PostgreSQL makes it anew with its comment, which it then gives to those of the partitions too.
    void recreateComments(int index)
    {
        const auto *table =
            m_sides.current.catalog->attributes<TableAttributes>(fact(index).as<IndexAttributes>()->table);
        for (int user : m_sides.current.neededBy[size_t(index)]) {
            if (table && !table->partitionKey.isEmpty() && fact(user).id.kind == Kind::Comment)
                recreate(user);
        }
    }

    /// Both ends change one after the other; between integers the key can stay.
    void recreateForeignKey(int column, int key)
    {
        static const QStringList integers{ QStringLiteral("smallint"), QStringLiteral("integer"),
                                           QStringLiteral("bigint") };
        const int after = m_sides.targetOf[size_t(column)];
        const bool stays = after >= 0 && !m_fates.converted[size_t(column)]
                           && integers.contains(fact(column).as<ColumnAttributes>()->type)
                           && integers.contains(m_sides.target.fact(after).as<ColumnAttributes>()->type);
        if (!stays)
            recreate(key);
    }

    struct Event
    {
        int index = -1;
        bool typeOnly = false;
    };
    const Sides &m_sides;
    const QSet<ObjectId> &m_forced;
    Fates m_fates;
    std::deque<Event> m_queue;
    Indexes m_replaced; ///< Views that get further columns.
};

} // namespace

bool changesType(const Fact &before, const Fact &after)
{
    const auto *a = before.as<ColumnAttributes>();
    const auto *b = after.as<ColumnAttributes>();
    return a && b && (a->type != b->type || a->collation != b->collation);
}

bool isCopiedToStop(const Fact &generatedColumn, int serverVersion)
{
    return serverVersion < 130000 || generatedColumn.as<ColumnAttributes>()->generated == Generated::Virtual;
}

bool isUserType(Kind kind)
{
    return kind == Kind::Enum || kind == Kind::Domain || kind == Kind::CompositeType
           || kind == Kind::RangeType || kind == Kind::BaseType || kind == Kind::Collation;
}

Fates decideFates(const Sides &sides, const diff::ChangeSet &changes, const QSet<ObjectId> &forced)
{
    return FateFinder(sides, forced).find(changes);
}

} // namespace lockstep::plan::plain
