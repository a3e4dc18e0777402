#pragma once

#include <QString>

namespace lockstep::widgets {

/// What the connection form holds. Empty fields are libpq's own defaults.
struct ConnectionFields
{
    QString host, port, database, user, password, service;
};

/// key=value text for libpq, values quoted where they need it.
[[nodiscard]] QString conninfoOf(const ConnectionFields &fields);

} // namespace lockstep::widgets
