#pragma once

#include "sides.h"

namespace lockstep::plan::plain {

/// The fact without the links (COMMUTATOR, NEGATOR) to operators that `other` does not have and that
/// link back: making or dropping such a partner sets and takes the link by itself. `own` is the side
/// of the fact. Anything else comes back unchanged.
[[nodiscard]] schema::Fact withoutPartingLinks(const schema::Fact &fact, const Side &own, const Side &other);

/// first links to second, which does not link back. PostgreSQL would complete the link if second were
/// there first.
[[nodiscard]] QVector<QPair<int, int>> oneWayLinks(const schema::Catalog &catalog);

} // namespace lockstep::plan::plain
