#pragma once

#include <model/schema/objectid.h>

#include <QSet>

#include <vector>

namespace lockstep::diff {

/// Which differences a plan is to make: what the user ticked. Ids as in the comparison, where renamed
/// objects have their new names.
struct Selection
{
    QSet<schema::ObjectId> leftOut; ///< By hand.
    bool dropsOnlyTicked = false; ///< Nothing is dropped but `drops`.
    QSet<schema::ObjectId> drops;

    [[nodiscard]] bool isEmpty() const { return leftOut.isEmpty() && !dropsOnlyTicked; }
};

/// Why leaving one change out leaves out another.
enum class Tie {
    Needs, ///< It needs what is not made; or what stays needs it, where it would be dropped.
    PartOf,
    SameName, ///< What stays has the name that it would have.
    OnePrimaryKey,
    Together, ///< Two halves of one change, such as a column and that of its partitions.
};

/// A change that goes the way of another. Numbers are those of Offer::changes.
struct Tied
{
    int change = -1;
    int because = -1; ///< -1: by itself.
    Tie tie = Tie::Needs;
};

/// What leaving changes out leaves out besides, and what making a change takes besides. Immutable once
/// it is built; questions cost what they answer.
class SelectionGraph
{
public:
    explicit SelectionGraph(int changes = 0)
        : m_after(size_t(changes))
        , m_before(size_t(changes))
    { }
    /// Leaving `from` out leaves `to` out.
    void add(int from, int to, Tie tie);

    /// Without the given ones; nearest first.
    [[nodiscard]] std::vector<Tied> leftOutWith(const std::vector<int> &changes) const
    {
        return reached(changes, m_after);
    }
    [[nodiscard]] std::vector<Tied> selectedWith(const std::vector<int> &changes) const
    {
        return reached(changes, m_before);
    }

private:
    struct Link
    {
        int other = -1;
        Tie tie = Tie::Needs;
    };
    using Links = std::vector<std::vector<Link>>;
    [[nodiscard]] static std::vector<Tied> reached(const std::vector<int> &roots, const Links &links);

    Links m_after;
    Links m_before;
};

} // namespace lockstep::diff
