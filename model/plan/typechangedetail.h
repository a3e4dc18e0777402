#pragma once

#include <model/schema/objectid.h>

#include <QString>

#include <memory>

namespace lockstep::plan {

struct ColumnCopy;
struct EnumSwap;
struct Reference;

/// A column gets another type.
struct ChangeType
{
    schema::ObjectId column;
    QString fromType;
    QString toType;
    QString usingExpression;
    QString back; ///< The same for the way back.
    bool isOneWay = false; ///< A person said how values are converted, but not how they come back.
    QString defaultBefore; ///< Those that are there on both sides, perhaps differently; else empty.
    QString defaultAfter;
    std::shared_ptr<const ColumnCopy> copy; ///< Of an online change; null: one statement.
    QString whyNotOnline; ///< A whole sentence where it could not be.
    std::shared_ptr<const EnumSwap> swap; ///< Of a type that is there beside the new one of its name.
};
/// The column of the new type is made, filled and kept in step (onlinetypes.h).
struct CopyColumn
{
    std::shared_ptr<const ColumnCopy> copy;
};
/// A foreign key of another table refers to the columns of the new types before the swap, for itself or with
/// the swap of its own columns.
struct CopyReference
{
    std::shared_ptr<const Reference> reference;
};
/// The column of the old type goes.
struct DropOldColumn
{
    std::shared_ptr<const ColumnCopy> copy;
};

} // namespace lockstep::plan
