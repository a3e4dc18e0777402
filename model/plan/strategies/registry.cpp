#include "strategy.h"

#include <array>

namespace lockstep::plan {

std::span<const Strategy> strategies()
{
    static constexpr std::array all{
        replaceIndex,
        replaceConstraint,
        addColumnOnline,
        addColumnInWindow,
        setNotNullOnline,
        copyColumn,
        swapColumn,
        copyReference,
        dropOldColumn,
        fillColumns,
        dropColumns,
        changeType,
        copyTable,
        swapTable,
        dropOldTable,
        createIndexOnline,
        attachIndexLast,
        dropIndexOnline,
        addCheckOrForeignKeyOnline,
        addKeyOnline,
        addExclusion,
        dropConstraint,
        mirrorColumn,
        copyIndex,
        openMirror,
        endMirror,
        renameBesideView,
        endOldName,
        renameInPlace,
        addEnumLabel,
        detachPartitionOnline,
        park,
        dropWithData,
        attachPartitionOnline,
        rewriteTable,
        plainStep,
    };
    return all;
}

Rewrite rewrite(const Action &action, const Context &context)
{
    for (const Strategy strategy : strategies()) {
        if (std::optional<Rewrite> result = strategy(action, context))
            return *std::move(result);
    }
    Q_UNREACHABLE();
}

} // namespace lockstep::plan
