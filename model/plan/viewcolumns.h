#pragma once

#include <model/schema/catalog.h>

#include <QStringList>

namespace lockstep::plan {

/// What becomes of the columns that releases read of a view or a materialized view.
struct ViewColumns
{
    QStringList lost; ///< Gone, or of another type.
    QStringList gained; ///< New, or of another type.
};
[[nodiscard]] ViewColumns changedViewColumns(const schema::ObjectId &view, const schema::Catalog &current,
                                             const schema::Catalog &target);
/// "columns a, b of view public.v"; empty where none is lost.
[[nodiscard]] QString lostText(const schema::ObjectId &view, const ViewColumns &columns);

} // namespace lockstep::plan
