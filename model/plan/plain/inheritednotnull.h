#pragma once

#include "nodes.h"

namespace lockstep::plan::plain {

/// How a column stops handing its NOT NULL down.
enum class NotNullLoss {
    Dropped, ///< Goes, and from all below that do not say it for themselves.
    NotInherited, ///< From PostgreSQL 18 on: NO INHERIT, so that children have it as their own.
};

/// What the columns below need when one begins or ceases to hand its NOT NULL down, which PostgreSQL does
/// to all of them at once: those that forbid NULL for themselves, on one side or both.
class InheritedNotNull
{
public:
    /// `back`: the way from target to current.
    InheritedNotNull(const NodeInput &input, bool back);

    /// Statements before the column at this index of target begins to. A name can be given only now.
    [[nodiscard]] QStringList beforeGain(int targetColumn) const;
    [[nodiscard]] QStringList afterLoss(int targetColumn, NotNullLoss loss) const;
    /// What a child says for itself it leaves to its parent: PostgreSQL has no statement for that, but the
    /// parent can hand its NOT NULL down anew. Empty where the parent has its own from further above.
    [[nodiscard]] QStringList leftToParent(int targetColumn) const;

private:
    struct Child
    {
        int index = -1; ///< Of target.
        const schema::Fact *from = nullptr;
        const schema::Fact *to = nullptr;
        bool isPartition = false;
    };
    [[nodiscard]] std::vector<Child> childrenOf(int targetColumn) const;
    [[nodiscard]] QStringList beforeGain(const Child &child) const;
    [[nodiscard]] QStringList afterLoss(const Child &child, NotNullLoss loss) const;

    const NodeInput &m_in;
    bool m_back;
    bool m_areConstraints;
};

/// True if children of the column have its NOT NULL.
[[nodiscard]] bool handsNotNullDown(const schema::Fact &column);

} // namespace lockstep::plan::plain
