#pragma once

#include "action.h"
#include "columncopy.h"

namespace lockstep::plan {

/// An enum that gives its name to another one while its columns are in use.
struct EnumSwap
{
    schema::ObjectId type;
    QString incoming; ///< What the new one is called until the swap.
    QString outgoing; ///< What the old one is called after it.
    QStringList gone; ///< Labels that the new one has not.
};

using EnumSwaps = std::vector<std::shared_ptr<const EnumSwap>>;

[[nodiscard]] QString withTypeNamed(const QString &sql, const EnumSwap &swap, const QString &name);
/// How the column's values get from one type to the other and back while neither has its last name, and
/// which do not.
void describeSwap(const EnumSwap &swap, const ChangeType &change, const Intents &intents, CopiedColumn *copy);
/// The actions that take down and make again what can be made beside itself instead; none where it changes,
/// or where something but these types that it needs is made again.
[[nodiscard]] std::vector<int> rebuildsFor(const EnumSwaps &swaps, const schema::Fact &fact,
                                           const PlainPlan &plan);

} // namespace lockstep::plan
