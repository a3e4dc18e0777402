#pragma once

#include "session.h"

namespace lockstep::postgres {

/// What a connection keeps between two statements. PgBouncer's pool modes; other poolers have the same three.
enum class Pooling {
    None, ///< The server itself.
    Session, ///< One backend for as long as the connection lasts: everything works.
    Transaction, ///< A backend for one transaction: settings, advisory locks and pids do not last.
    Statement, ///< A backend for one statement: there are no transactions.
};

/// Finds out by trying, with a second connection where the first one is pooled: which backends answer tells
/// session from transaction mode. A busy pool in transaction mode shows itself by the pid that changes, an
/// idle one by giving both connections the same backend. Leaves nothing behind on the server. Errors: those
/// of Session::open() and query().
[[nodiscard]] base::Result<Pooling> detectPooling(Session &session, const std::stop_token &stop);

} // namespace lockstep::postgres
