#pragma once

#include <model/schema/catalog.h>

#include <QHash>
#include <QPair>
#include <QVector>

/// What lock analysis knows of relations, their columns and constraints.
namespace lockstep::analysis {

/// A relation by schema and name, raw.
using Key = QPair<QString, QString>;
using Keys = QVector<Key>;

enum class RelationKind { Table, Index, View, MaterializedView, Sequence, Composite };

struct ColumnState
{
    int position = 0; ///< 1-based; 0: not known.
    QString type;
    QString collation;
    bool notNull = false;
    bool isIdentity = false;
    bool isVirtual = false; ///< GENERATED … VIRTUAL.
    bool hasDefault = false; ///< Or is made from others, or by a sequence.
    bool isNew = false; ///< Added by the plan: it holds nothing that was there before.
};

/// What a foreign key does to the referencing rows.
enum class RowAction { None, Delete, Update };

struct ConstraintState
{
    schema::ConstraintType type = schema::ConstraintType::Check;
    QStringList columns;
    QStringList referencedColumns; ///< FOREIGN KEY only; empty: not said, the primary key.
    RowAction onDelete = RowAction::None;
    RowAction onUpdate = RowAction::None;
    QStringList provesNotNull; ///< Columns that a CHECK proves to be not null.
    bool validated = true;
    bool inherited = false; ///< It is the parent's.
    bool compares = false; ///< A CHECK with a comparison in it.
    Key referenced; ///< FOREIGN KEY only.
    Key index; ///< PRIMARY KEY, UNIQUE, EXCLUDE only.
};

struct RelationState
{
    RelationKind kind = RelationKind::Table;
    bool isNew = false; ///< Made by the plan: nobody else can be waiting for it.
    bool isFromCatalog = false; ///< Not made by a statement: all of its columns are known.
    bool isPartitioned = false;
    bool isPartition = false;
    bool isDefaultPartition = false;
    bool isUnlogged = false;
    bool isForeign = false;
    Key measuredAs; ///< What statistics call it where it was renamed since; empty name: as it is called.
    Key parent; ///< Partition root or first inheritance parent; empty name: none.
    Keys parents; ///< All of them.
    Keys children;
    QString tablespace;
    QString accessMethod;
    QString owner;
    Keys indexes;
    Keys sequences;
    QStringList sequenceColumns; ///< The column each of them belongs to.
    Keys referencing; ///< Tables whose foreign keys point here.
    Keys sources; ///< Of views: the relations they read.
    // Indexes only:
    Key table;
    bool isUnique = false;
    bool isConstraint = false;
    QStringList keyColumns; ///< "" or an expression's text where it is no column.
    QStringList usedColumns; ///< Besides those.
    QString predicate;
    // Read when first asked for:
    bool detailed = false;
    QHash<QString, ColumnState> columns;
    QHash<QString, ConstraintState> constraints;
};

/// An index that a statement builds.
struct NewIndex
{
    Key table;
    Key index;
};

} // namespace lockstep::analysis
