#pragma once

#include "ownkeywords.h"
#include "sshtunnel.h"

/// What a session owes to role=, read_only= and ssh= of its text.
namespace lockstep::postgres {

/// The server has taken the role and lets nothing be written. Errors: Refused.
[[nodiscard]] base::Result<void> checkOwnSettings(const OwnSettings &own, const ServerInfo &info,
                                                  const QString &display);
/// A statement that would make a read-only session one that writes.
[[nodiscard]] bool wouldAllowWriting(const QString &sql);
[[nodiscard]] base::Error writingRefused(const QString &display, const QString &sql);
/// The error with what ssh says, where there is one between.
[[nodiscard]] base::Error throughTunnel(base::Error error, const SshTunnelPtr &tunnel);

} // namespace lockstep::postgres
