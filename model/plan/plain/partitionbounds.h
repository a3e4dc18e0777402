#pragma once

#include <QString>

namespace lockstep::plan::plain {

/// Whether two bounds of one partitioned table ("FOR VALUES …" or "DEFAULT", as pg_get_expr() prints them)
/// may claim the same rows, so that both partitions cannot be attached at once. False only where that is
/// certain from the text: lists and hash remainders, ranges over one column of integers or of dates and
/// times in ISO form.
[[nodiscard]] bool mayOverlap(const QString &bound, const QString &other);

} // namespace lockstep::plan::plain
