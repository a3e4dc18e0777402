#pragma once

#include "facts.h"

#include <QByteArray>

#include <vector>

namespace lockstep::schema {

/// "sha256:…" over ids and compared attributes of facts that are sorted by id. Independent of
/// server version, owners, column positions and of the order facts were read in.
[[nodiscard]] QByteArray fingerprintOf(const std::vector<Fact> &sortedFacts);

} // namespace lockstep::schema
