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
/// The error of a connection with what ssh says, where there is one between, and with what is wrong with the
/// passfile that the text names.
[[nodiscard]] base::Error explained(base::Error error, const ConnectionTarget &target,
                                    const SshTunnelPtr &tunnel);

} // namespace lockstep::postgres
