#pragma once

#include "ownkeywords.h"
#include "sshtunnel.h"

namespace lockstep::postgres {

/// How a connection is really made: what libpq gets, and the tunnel that must last as long.
struct Route
{
    ConnectionOptions options;
    OwnSettings own;
    SshTunnelPtr tunnel; ///< Null: directly.
};

/// Opens the tunnel if the text asks for one, which blocks. Role and read-only go as startup options, so
/// that no RESET takes them back. Errors: those of effectiveOptions() and openTunnel().
[[nodiscard]] base::Result<Route> routeTo(const ConnectionTarget &target, const std::stop_token &stop);

} // namespace lockstep::postgres
