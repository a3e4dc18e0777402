#pragma once

#include <model/diff/changeset.h>

#include <QString>

#include <vector>

namespace lockstep::testing {

/// public.NAME without columns.
[[nodiscard]] schema::Fact tableFact(const QString &name);
/// Of table users: a column of another type, one that is dropped, a new one; a new view and a renamed one.
[[nodiscard]] diff::ChangeSetPtr sampleChanges();
/// The same without the rename, as a comparison offers it.
[[nodiscard]] diff::ChangeSetPtr offeredChanges(const std::vector<diff::Tied> &leftOut = {});

} // namespace lockstep::testing
