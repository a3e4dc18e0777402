#include "drafts.h"

#include <QRegularExpression>

namespace lockstep::plan {

/// Attaching the index of a partition to its parent's: after all of them are built.
std::optional<Rewrite> attachIndexLast(const Action &action, const Context &context)
{
    static const QRegularExpression shape(QStringLiteral("^ALTER INDEX .+ ATTACH PARTITION "));
    if (action.forward.size() != 1 || !context.needsOnlineWay(action)
        || !shape.match(action.forward.first()).hasMatch())
        return std::nullopt;
    return Rewrite{ { plainDraft(
                        action, Phase::Switch,
                        QStringLiteral("With the last one attached the parent's index becomes valid.")) },
                    -1 };
}

} // namespace lockstep::plan
