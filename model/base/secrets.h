#pragma once

#include <QString>

/// Passwords and keys that SQL carries: they must reach neither a catalog, a plan, a log nor a report.
namespace lockstep::base {

/// Stands where a secret stood. Texts hidden twice stay as they are.
inline constexpr const char *kHiddenSecret = "********";

/// True for options whose values are nobody's business: password, sslkey, api_key and the like.
[[nodiscard]] bool isSecretOption(const QString &name);
/// libpq's connection text (pairs or URI) with its passwords hidden.
[[nodiscard]] QString withoutSecretParameters(const QString &conninfo);
/// A script with the secrets of its servers, user mappings, subscriptions and roles hidden, also
/// inside DO blocks. Everything else stays as it is written.
[[nodiscard]] QString withoutSecrets(const QString &script);

} // namespace lockstep::base
