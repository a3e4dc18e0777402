#pragma once

#include "columncopy.h"
#include "enumswap.h"
#include "strategies/context.h"

#include <optional>

namespace lockstep::plan {

/// All columns that are converted beside the traffic, and current with them under their copies' names.
struct ConvertedColumns
{
    QVector<schema::ObjectId> columns;
    schema::CatalogPtr copies;
};
[[nodiscard]] ConvertedColumns convertedColumns(const schema::CatalogPtr &current,
                                                const QVector<schema::ObjectId> &columns);
/// True if the foreign key refers to one of them, or if one of its own columns is one of them.
[[nodiscard]] bool refersToConverted(const schema::Fact &foreignKey, const ConvertedColumns &converted);
[[nodiscard]] bool isOfConverted(const schema::Fact &foreignKey, const ConvertedColumns &converted);

/// Makes of what hangs on columns the same on their copies and on the columns that are put aside.
class PartTwins
{
public:
    /// `own`: those that change in one table.
    PartTwins(const ConvertedColumns &converted, const schema::CatalogPtr &current,
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

} // namespace lockstep::plan
