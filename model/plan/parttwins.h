#pragma once

#include "columncopy.h"
#include "enumswap.h"
#include "strategies/context.h"

#include <optional>

namespace lockstep::plan {

/// Makes of what hangs on columns the same on their copies and on the columns that are put aside.
class PartTwins
{
public:
    /// `copies`: current with all columns that are converted beside the traffic under their copies' names;
    /// `own`: those of them that change in one table.
    PartTwins(schema::CatalogPtr copies, const schema::CatalogPtr &current,
              const QVector<schema::ObjectId> &own, EnumSwaps swaps);

    /// nullopt where the definition does not follow the columns.
    [[nodiscard]] std::optional<Twin> of(const schema::Fact &part) const;

private:
    schema::CatalogPtr m_copies;
    EnumSwaps m_swaps;
    schema::CatalogPtr m_asides; ///< Current with the own columns under the names they are put aside with.
};

[[nodiscard]] QString copyName(const schema::ObjectId &column);
[[nodiscard]] QString asideName(const schema::ObjectId &column);
[[nodiscard]] schema::CatalogPtr withCopyNames(const schema::CatalogPtr &current,
                                               const QVector<schema::ObjectId> &columns);

} // namespace lockstep::plan
