#pragma once

#include <model/base/error.h>
#include <model/postgres/session.h>

namespace lockstep::execution {

/// The error of VALIDATE CONSTRAINT and its like with a query that finds the rows; as it is where none can
/// be made. Asks the server, outside the transaction that failed.
[[nodiscard]] base::Error withViolations(postgres::Session &session, const QStringList &statements,
                                         base::Error error);

} // namespace lockstep::execution
