#pragma once

#include "session.h"

/// Passwords that the user typed or the system's keychain gave, until the program ends: every later session
/// to the same server as the same user has them. Memory only. Thread-safe.
namespace lockstep::postgres {

/// Host, port, user and service of a text, which a password belongs to. Holds no secret.
[[nodiscard]] QString passwordKey(const ConnectionTarget &target);
void rememberPassword(const ConnectionTarget &target, const QString &password);
void forgetPassword(const ConnectionTarget &target);
/// Empty: none is known.
[[nodiscard]] QString knownPassword(const ConnectionTarget &target);
/// The server wants a password that it did not get, or got a wrong one.
[[nodiscard]] bool wantsPassword(const base::Error &error);

} // namespace lockstep::postgres
