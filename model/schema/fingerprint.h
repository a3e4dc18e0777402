#pragma once

#include "facts.h"

#include <QByteArray>

#include <vector>

namespace lockstep::schema {

/// "sha256:…" over ids and compared attributes of facts that are sorted by id. Independent of
/// server version, column positions and of the order facts were read in. Owners take no part: a
/// script that names none describes the same schema as the database it was run on, whoever ran it,
/// and the same schema may belong to one role in staging and to another in production. A plan that
/// changes an owner names that owner in its statement, so a drift of owners cannot mislead it.
[[nodiscard]] QByteArray fingerprintOf(const std::vector<Fact> &sortedFacts);

} // namespace lockstep::schema
