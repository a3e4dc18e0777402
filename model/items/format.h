#pragma once

#include <model/plan/plan.h>

#include <QDateTime>
#include <QString>

/// Numbers as people read them: units always, digits grouped by narrow spaces, durations in at
/// most two units. Models and widgets share these, so that a number reads the same everywhere.
namespace lockstep::items {

/// "0.4 ms", "9 ms", "1.3 s", "12 s", "4 min 12 s", "1 h 05 min", "2 d 3 h". Negative: "unknown".
[[nodiscard]] QString durationText(double milliseconds);
/// The same, shorter where the range's ends share a unit: "3 ms \u2013 40 ms".
[[nodiscard]] QString rangeText(qint64 lowMs, qint64 highMs);
[[nodiscard]] QString rangeText(const plan::Estimate &estimate);
/// "2 300 000" with narrow no-break spaces.
[[nodiscard]] QString numberText(qint64 number);
/// "1.1 GB": powers of 1000 named as PostgreSQL's users expect, 1024 based. Negative: "unknown".
[[nodiscard]] QString bytesText(double bytes);
/// "8 940 rows/s"
[[nodiscard]] QString rateText(double rowsPerSecond);
/// "2026-11-22 21:04:10", local: the same in every language, and it sorts.
[[nodiscard]] QString momentText(const QDateTime &moment);
/// "2026-11-22", as in momentText().
[[nodiscard]] QString dateText(const QDateTime &moment);
/// "21:04" today and "2026-11-22 21:04" of another day, local.
[[nodiscard]] QString clockText(const QDateTime &moment);
/// "58 %" from 0.58.
[[nodiscard]] QString percentText(double fraction);

} // namespace lockstep::items
