#pragma once

#include "valuetype.h"

#include <QStringList>

namespace lockstep::plan::plain {

/// What happens to the values of a column whose type changes by a cast of conversionFor(). Where
/// nothing is known of the cast, it is said to lose what the new type cannot hold.
struct CastOutcome
{
    bool mayFail = false; ///< The statement stops at some values.
    QStringList loses; ///< What is gone from those that pass: "the time of day". Empty: nothing.
};

/// Where the types of attributes are looked up.
struct CompositeTypes
{
    const schema::Catalog &from;
    const schema::Catalog &to;
    bool isInside = false; ///< The values are part of others, so that only their text can be converted.
};

[[nodiscard]] CastOutcome castOutcome(const ValueType &from, const ValueType &to,
                                      const CompositeTypes &types);

} // namespace lockstep::plan::plain
