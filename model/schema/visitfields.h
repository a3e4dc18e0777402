#pragma once

#include <concepts>
#include <type_traits>

/// How the fields of an attribute struct are listed: `visitFields(visit, struct)` calls
/// `visit(name, field)` for what the fingerprint covers and `visit.uncompared(name, field)` for
/// what is only kept. The struct may be const.
namespace lockstep::schema {

template <typename S, typename T>
concept MaybeConst = std::same_as<std::remove_const_t<S>, T>;

} // namespace lockstep::schema
