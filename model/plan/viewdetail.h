#pragma once

#include <model/schema/objectid.h>

#include <QStringList>
#include <QVector>

#include <memory>

/// Views and materialized views that are made anew beside the old ones (onlineviews.h).
namespace lockstep::plan {

struct ViewsBeside
{
    QVector<schema::ObjectId> views; ///< As they are made.
    QStringList build; ///< Makes the new ones in schemas of their own, with all that belongs to them.
    QStringList unbuild;
    QStringList swap; ///< The old ones move aside, the new ones take their places.
    QStringList swapBack;
    QStringList drop; ///< The old ones go.
    QStringList make; ///< Makes the old ones again where they were put aside.
    QStringList filled; ///< The new ones that hold rows, under the names they have until the swap.
    QString lost; ///< What releases may still read and find no longer, a part of a sentence; may be empty.
    bool isExchange = false; ///< What comes instead is not there until then.
};

struct BuildViews
{
    std::shared_ptr<const ViewsBeside> beside;
};
struct SwapViews
{
    std::shared_ptr<const ViewsBeside> beside;
};
struct DropOldViews
{
    std::shared_ptr<const ViewsBeside> beside;
};

} // namespace lockstep::plan
