#pragma once

#include "sides.h"

namespace lockstep::plan::plain {

/// ALTER DEFAULT PRIVILEGES fires whenever something is made, also when it is only made again.
/// Statements that take away what the default privileges of either side may have given a new object
/// (or the sequence of a new identity column) beyond what `expected` says; usually none. They do
/// nothing where nothing was given.
[[nodiscard]] QStringList correctedPrivileges(const schema::Fact &created, const Sides &sides,
                                              const schema::Catalog &expected);
/// The same for one that has another name for a while: `expected` knows it as `known`.
[[nodiscard]] QStringList correctedPrivileges(const schema::Fact &created, const Sides &sides,
                                              const schema::Catalog &expected, const schema::ObjectId &known);

/// `statements` as if the default privileges of `side` were not there: an extension's objects have the
/// privileges its script gives them. Those of the schema it is made in, and those of all schemas.
[[nodiscard]] QStringList besidesDefaults(const schema::Fact &extension, const Side &side,
                                          const QStringList &statements);

} // namespace lockstep::plan::plain
