#pragma once

#include <model/diff/renaming.h>

#include <span>
#include <vector>

namespace lockstep::plan::plain {

using Indexes = std::vector<int>;

/// Lists of facts by fact, all in one piece of memory: a big catalog has a million such lists.
class FactLists
{
public:
    FactLists() = default;
    FactLists(Indexes offsets, Indexes items)
        : m_offsets(std::move(offsets))
        , m_items(std::move(items))
    { }
    [[nodiscard]] std::span<const int> operator[](size_t fact) const
    {
        const size_t begin = size_t(m_offsets[fact]);
        return std::span(m_items).subspan(begin, size_t(m_offsets[fact + 1]) - begin);
    }

private:
    Indexes m_offsets; ///< One more than there are facts.
    Indexes m_items;
};

/// One catalog with the dependencies the plan needs: PostgreSQL's, plus what follows from the
/// facts themselves (a column needs its table, everything its schema …). That a sequence is owned
/// by a column is left out: it is a step of its own and would close a circle with the default.
struct Side
{
    schema::CatalogPtr catalog;
    FactLists needs;
    FactLists neededBy;
    /// By index: for a function that a type is made of and that names the type itself, that type;
    /// else -1. Such a function has no edge to its type: the type's creation makes both.
    Indexes shellOf;

    [[nodiscard]] const schema::Fact &fact(int index) const { return catalog->facts()[size_t(index)]; }
    [[nodiscard]] int indexOf(const schema::ObjectId &id) const { return catalog->indexOf(id); }
    [[nodiscard]] int size() const { return int(catalog->facts().size()); }
};

[[nodiscard]] Side makeSide(const schema::CatalogPtr &catalog);

/// The relation a part hangs on, whichever kind it is; -1 if there is none.
[[nodiscard]] int relationOf(const schema::Catalog &catalog, const schema::ObjectId &part);
/// The fact of a parent table (or partition root) that an inherited column, constraint or trigger
/// comes from; -1 for facts that are a table's own.
[[nodiscard]] int inheritedFrom(const schema::Catalog &catalog, int index);
/// The same for a column that its table has of its own as well, whose type is the parent's all the same.
[[nodiscard]] int columnAbove(const schema::Catalog &catalog, int column);
struct Sides;
/// True if a table stays that has the column or constraint of a parent it inherits from no longer.
[[nodiscard]] bool leavesParentOf(const Sides &sides, int currentPart);
/// The partitioned tables of current that stay but are made anew: their key becomes another, or is of
/// another type.
[[nodiscard]] Indexes partitionedAnew(const Sides &sides);
/// True if a partition stays and has another parent afterwards, one that is made anew, or none.
[[nodiscard]] bool isRepartitioned(const Sides &sides, int currentTable);
[[nodiscard]] bool hasOwnIndex(schema::ConstraintType type);

/// Current (with the renames done) and target, and which fact is which.
struct Sides
{
    Side current;
    Side target;
    Indexes targetOf; ///< By index of current; -1: not there.
    Indexes currentOf; ///< By index of target.
    QVector<schema::Fact> defaultPrivileges; ///< Of both sides.
    std::shared_ptr<const diff::Renaming> renaming; ///< Its catalog has the facts of `current`.
};

[[nodiscard]] Sides makeSides(const diff::ChangeSet &changes);
[[nodiscard]] QVector<diff::RenameDecision> renamesOf(const diff::ChangeSet &changes);

} // namespace lockstep::plan::plain
