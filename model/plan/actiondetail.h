#pragma once

#include "intentdetail.h"
#include "partitiondetail.h"
#include "typechangedetail.h"
#include "viewdetail.h"

#include <model/schema/facts.h>

#include <QStringList>

#include <memory>
#include <optional>
#include <variant>

namespace lockstep::plan {

/// What an action does, as far as a strategy decides on it. Everything else is Other.
struct CreateRelation
{ }; ///< A new table, view or sequence: nobody can wait for it.
struct AddColumn
{
    schema::ObjectId column;
    schema::ColumnAttributes attributes;
    std::optional<schema::DefaultAttributes> defaultValue;
};
struct DropColumn
{
    schema::ObjectId column;
};
struct SetNotNull
{
    schema::ObjectId column;
};
struct AddConstraint
{
    schema::ObjectId constraint;
    schema::ConstraintAttributes attributes;
};
struct DropConstraint
{
    schema::ObjectId constraint;
    schema::ConstraintAttributes attributes;
};
struct CreateIndex
{
    schema::ObjectId index;
    schema::IndexAttributes attributes;
};
struct DropIndex
{
    schema::ObjectId index;
    schema::IndexAttributes attributes;
};
struct DropRelation
{
    schema::ObjectId relation;
};
/// A partition is detached or a child inherits no longer: who asks the parent misses its rows.
struct LeaveParent
{
    schema::ObjectId table;
};
/// The partition gets a place in its parent, perhaps together with others.
struct AttachPartition
{
    schema::ObjectId partition;
};
struct AddEnumLabel
{
    schema::ObjectId type;
    QString label;
};
struct Rename
{
    schema::ObjectId from;
    schema::ObjectId to;
    QStringList view; ///< Makes a view under the old name (oldtablenames.h); empty: none is made.
    QString whyNoView; ///< Of a table that cannot have one, a whole sentence.
};
/// The view under a table's old name goes.
struct EndOldName
{
    schema::ObjectId from;
    schema::ObjectId to;
};
/// A column gets a second name that is kept in step until EndMirror (onlinerenames.h).
struct MirrorColumn
{
    schema::ObjectId from;
    schema::ObjectId to;
    QString type;
    QString collation;
    QStringList grants; ///< What the column's privileges are called on `to`.
};
/// An index on the second name like one on the first.
struct CopyIndex
{
    schema::ObjectId index;
    schema::ObjectId original;
};
/// What is written to the second name goes to the first: new releases may come.
struct OpenMirror
{
    MirrorColumn mirror;
};
/// The second name becomes the only one.
struct EndMirror
{
    MirrorColumn mirror;
};
struct PrimaryKeyChange;
/// The primary key goes over to other columns (primarykeychange.h).
struct ChangePrimaryKey
{
    std::shared_ptr<const PrimaryKeyChange> change;
};
struct Other
{ };
using ActionDetail =
    std::variant<CreateRelation, AddColumn, DropColumn, SetNotNull, ChangeType, AddConstraint, DropConstraint,
                 CreateIndex, DropIndex, DropRelation, LeaveParent, AttachPartition, AddEnumLabel, Rename,
                 MirrorColumn, CopyIndex, OpenMirror, EndMirror, EndOldName, CopyColumn, CopyReference,
                 DropOldColumn, Park, FillColumns, DropColumns, TestMove, MoveRows, DropMoved, CopyTable,
                 SwapTable, DropOldTable, MoveTable, BuildViews, SwapViews, DropOldViews, ChangePrimaryKey,
                 Other>;

} // namespace lockstep::plan
