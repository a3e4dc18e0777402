#pragma once

#include "sides.h"

#include <QSet>

namespace lockstep::plan::plain {

/// What becomes of a fact. Recreate: dropped and made again, because PostgreSQL cannot alter it or
/// because something it needs has to go for a while.
enum class Fate { Keep, Create, Drop, Alter, Recreate };

struct Fates
{
    std::vector<Fate> current; ///< By index of current: Keep, Drop, Alter or Recreate.
    std::vector<Fate> target; ///< By index of target: Keep, Create, Alter or Recreate.
    std::vector<char> swapped; ///< By index of current: a recreated type that columns use.
    std::vector<int> swaps; ///< The current facts that are swapped.
    std::vector<int> successor; ///< By index of current: the type that takes its name in target; -1.
    std::vector<char> converted; ///< By index of current: a column whose type is swapped below it.

    [[nodiscard]] bool goes(int currentIndex) const
    {
        const Fate fate = current[size_t(currentIndex)];
        return fate == Fate::Drop || fate == Fate::Recreate;
    }
    [[nodiscard]] bool comes(int targetIndex) const
    {
        const Fate fate = target[size_t(targetIndex)];
        return fate == Fate::Create || fate == Fate::Recreate;
    }
};

/// Follows every change to what must be taken down and rebuilt with it. Tables are never among it.
/// `forced`: facts that must be recreated though they could be altered (breaking a circle).
[[nodiscard]] Fates decideFates(const Sides &sides, const diff::ChangeSet &changes,
                                const QSet<schema::ObjectId> &forced);

/// A change after which PostgreSQL insists that dependants are taken down.
[[nodiscard]] bool changesType(const schema::Fact &before, const schema::Fact &after);
/// True if PostgreSQL has no DROP EXPRESSION for the column: its values move to a plain one.
[[nodiscard]] bool isCopiedToStop(const schema::Fact &generatedColumn, int serverVersion);
/// What a column is made of: types, and collations, which are exchanged below a column like types.
[[nodiscard]] bool isUserType(schema::Kind kind);

/// True for kinds whose ALTER gives another text altogether; of all others it changes only the state.
[[nodiscard]] inline bool isRewritten(schema::Kind kind)
{
    using schema::Kind;
    return kind != Kind::Constraint && kind != Kind::Index && kind != Kind::Trigger && kind != Kind::Rule
           && kind != Kind::StatisticsObject;
}

} // namespace lockstep::plan::plain
