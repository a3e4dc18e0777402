#pragma once

#include <model/schema/catalog.h>

namespace lockstep::diff {

/// ALTER DEFAULT PRIVILEGES without FOR ROLE means whoever runs it. Gives such default privileges the
/// role that has them in the other catalog, so that a script can be compared with a database. The same
/// catalog where nothing is to be done.
[[nodiscard]] schema::CatalogPtr withStatedRoles(const schema::CatalogPtr &catalog,
                                                 const schema::Catalog &other);

/// What a privilege is on, or the relation of the column it is on; nullptr where there is none.
[[nodiscard]] const schema::Fact *grantedObject(const schema::ObjectId &grant,
                                                const schema::Catalog &catalog);

/// True for privileges granted to the role that owns the object in the other catalog, while this one
/// states no owner: there they are the owner's own.
[[nodiscard]] bool isGrantToOwner(const schema::Fact &grant, const schema::Catalog &own,
                                  const schema::Catalog &other);

} // namespace lockstep::diff
