#pragma once

#include <QHashFunctions>

#include <compare>
#include <cstdint>

namespace lockstep::base {

/// A number that cannot be mistaken for another kind of number.
template <typename Tag>
class StrongId
{
public:
    constexpr StrongId() = default;
    explicit constexpr StrongId(std::int64_t value)
        : m_value(value)
    { }
    [[nodiscard]] constexpr std::int64_t value() const { return m_value; }
    [[nodiscard]] constexpr bool isValid() const { return m_value >= 0; }
    auto operator<=>(const StrongId &) const = default;

private:
    std::int64_t m_value = -1;
};

template <typename Tag>
[[nodiscard]] size_t qHash(StrongId<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value(), seed);
}

struct GenerationTag;
using Generation = StrongId<GenerationTag>;
static_assert(sizeof(Generation) == sizeof(std::int64_t));

} // namespace lockstep::base
