#pragma once

#include <model/schema/catalog.h>

namespace lockstep::diff {

/// Current as it is once every extension lies in the schema where target has it: what is made of the
/// extension's types and functions (columns, indexes, arguments) names them there, because PostgreSQL changes
/// those names by itself. The extensions keep their own facts: moving them is a change. Without one that
/// moves it is the same catalog.
[[nodiscard]] schema::CatalogPtr withMovedExtensions(const schema::CatalogPtr &current,
                                                     const schema::Catalog &target);

} // namespace lockstep::diff
