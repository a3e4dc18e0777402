#pragma once

#include "nodes.h"

#include <memory>

namespace lockstep::plan::plain {

/// True if a view of current can be dropped and made again with all that hangs on it, as the way back of
/// CREATE OR REPLACE VIEW with more columns has to: none of that changes otherwise.
[[nodiscard]] bool canBeMadeAgain(const Sides &sides, const Fates &fates, int currentView);

/// Views that get further columns at their end, which PostgreSQL cannot take off again.
class ReplacedViews
{
public:
    explicit ReplacedViews(const NodeInput &input);

    [[nodiscard]] static bool isOne(const schema::Fact &before, const schema::Fact &after);
    [[nodiscard]] Action replacement(int targetView, const QStringList &forward) const;

private:
    /// Drops the view of current and what hangs on it, and makes all of it again.
    [[nodiscard]] QStringList wayBack(int currentView) const;

    const NodeInput &m_in;
    Fates m_fates; ///< As if all of them were made anew.
    QSet<schema::ObjectId> m_apart;
    std::unique_ptr<Membership> m_membership;
};

} // namespace lockstep::plan::plain
