#pragma once

#include <QString>

#include <libpq-fe.h>
#include <memory>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <pqxx/connection>
#pragma GCC diagnostic pop

/// How libpqxx and libpq share one connection. For session.cpp only.
namespace lockstep::postgres {

/// Thrown by CapturingPolicy, caught in Session::open().
struct ConnectFailure
{
    QString message;
    bool needsPassword = false;
};

/// Lets libpqxx own the connection while we keep the handle: libpqxx 6.4 has no way to the
/// SQLSTATE, position, constraint and hint of an error. Connecting by hand makes libpq's message
/// verbose, so that a refusal carries its SQLSTATE whatever language the server speaks.
class CapturingPolicy : public pqxx::connectionpolicy
{
public:
    explicit CapturingPolicy(const std::string &options)
        : pqxx::connectionpolicy(options)
    { }

    handle do_startconnect(handle existing) override;

    /// The connection that this thread opened last.
    static PGconn *&captured();
};

struct FreeResult
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, FreeResult>;

struct FreeCancel
{
    void operator()(PGcancel *handle) const { PQfreeCancel(handle); }
};

} // namespace lockstep::postgres
