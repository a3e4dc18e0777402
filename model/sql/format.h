#pragma once

#include <QString>

namespace lockstep::sql {

/// The same statements laid out for reading: words of SQL in capitals, a line for each clause, a line for
/// each column of a CREATE TABLE, each condition and each action of an ALTER TABLE, four spaces a level.
/// Names, strings, dollar-quoted bodies and comments stay as they are. A statement whose tokens would not
/// stay the same is left alone: laying out never changes what runs.
[[nodiscard]] QString formatted(const QString &script);

} // namespace lockstep::sql
