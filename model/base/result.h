#pragma once

#include "error.h"

#include <QtGlobal>

#include <type_traits>
#include <utility>
#include <variant>

namespace lockstep::base {

/// A value or the reason why there is none. Shaped like std::expected<T, Error>, which clang 14
/// does not have. There is no conversion to bool on purpose: Result<bool> would read wrongly.
template <typename T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    template <typename U = T>
    requires(
        std::is_constructible_v<
            T,
            U &&> && !std::is_same_v<std::remove_cvref_t<U>, Result> && !std::is_same_v<std::remove_cvref_t<U>, Error>)
        Result(U &&value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_content(std::in_place_index<0>, std::forward<U>(value))
    { }
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_content(std::in_place_index<1>, std::move(error))
    { }

    [[nodiscard]] bool has_value() const { return m_content.index() == 0; }
    explicit operator bool() const = delete;

    [[nodiscard]] const T &value() const & { return checked(); }
    [[nodiscard]] T &value() & { return const_cast<T &>(std::as_const(*this).checked()); }
    [[nodiscard]] T value() && { return std::move(const_cast<T &>(checked())); }
    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T &operator*() & { return value(); }
    [[nodiscard]] const T *operator->() const { return &checked(); }
    [[nodiscard]] T *operator->() { return &value(); }

    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!has_value());
        return *std::get_if<1>(&m_content);
    }

private:
    const T &checked() const
    {
        Q_ASSERT_X(has_value(), "Result", "value() of a failed result");
        return *std::get_if<0>(&m_content);
    }
    std::variant<T, Error> m_content;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    using value_type = void;

    Result() = default;
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_error(std::move(error))
        , m_failed(true)
    { }

    [[nodiscard]] bool has_value() const { return !m_failed; }
    explicit operator bool() const = delete;
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(m_failed);
        return m_error;
    }

private:
    Error m_error;
    bool m_failed = false;
};

/// Builds the visitor of a closed std::variant from lambdas: std::visit(Overloaded{...}, v).
template <typename... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace lockstep::base
