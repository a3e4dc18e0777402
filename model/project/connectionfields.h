#pragma once

#include "keptconnection.h"

#include <array>

namespace lockstep::project {

/// Text fields of a connection by the keyword that the connection text and the file write.
struct ConnectionField
{
    const char *key;
    QString KeptConnection::*member;
};

[[nodiscard]] inline const std::array<ConnectionField, 13> &connectionFields()
{
    static const std::array<ConnectionField, 13> fields{ {
        { "service", &KeptConnection::service },
        { "host", &KeptConnection::host },
        { "port", &KeptConnection::port },
        { "dbname", &KeptConnection::database },
        { "user", &KeptConnection::user },
        { "passfile", &KeptConnection::passfile },
        { "sslmode", &KeptConnection::sslMode },
        { "sslrootcert", &KeptConnection::sslRootCert },
        { "sslcert", &KeptConnection::sslCert },
        { "sslkey", &KeptConnection::sslKey },
        { "channel_binding", &KeptConnection::channelBinding },
        { "ssh", &KeptConnection::ssh },
        { "role", &KeptConnection::role },
    } };
    return fields;
}

} // namespace lockstep::project
