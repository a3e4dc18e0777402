#pragma once

#include "plan.h"

namespace lockstep::plan {

/// The inverse of name() for the enums of the plan file; nullopt if the text names no value.
template <typename Enum>
[[nodiscard]] std::optional<Enum> enumFromName(const QString &text, Enum last)
{
    for (int i = 0; i <= int(last); ++i) {
        if (name(Enum(i)) == text)
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace lockstep::plan
