#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QStringList>

#include <stop_token>

namespace lockstep::sources {

/// All words of the server's grammar, in lower case; sorted.
[[nodiscard]] base::Result<QStringList> readKeywords(postgres::Session &session,
                                                     const std::stop_token &stop = {});

} // namespace lockstep::sources
