#pragma once

// clang-format off

#include "names.h"

#include <variant>
#include <vector>

/// ALTER TABLE and its relatives (ALTER INDEX, VIEW, SEQUENCE, TYPE use the same subcommands).
namespace lockstep::sql {

struct AddColumn { ColumnClause column; bool ifNotExists = false; };
struct DropColumn { QString column; bool ifExists = false; };
struct SetNotNull { QString column; };
struct DropNotNull { QString column; };
struct AlterType { QString column; TypeName type; Expression usingExpression; QString collation; };
struct SetDefault { QString column; Expression expression; };
struct DropDefault { QString column; };
struct SetExpression { QString column; };
struct DropExpression { QString column; };
struct AddIdentity { QString column; };
struct SetIdentity { QString column; bool changesSequence = false; }; ///< Not only SET GENERATED.
struct DropIdentity { QString column; };
struct SetStatistics { QString column; };
struct SetColumnOptions { QString column; };
struct SetStorage { QString column; };
struct SetCompression { QString column; };
struct AddConstraint { ConstraintClause constraint; };
struct ValidateConstraint { QString name; };
struct DropConstraint { QString name; bool ifExists = false; };
struct AlterConstraint { QString name; bool changesEnforced = false; bool enforced = true; };
struct AttachPartition { RelationName partition; bool isDefault = false; bool isHash = false; };
struct DetachPartition { RelationName partition; bool concurrently = false; bool finalize = false; };
struct SwitchTrigger { QString name; bool enable = true; bool all = false; }; ///< Name empty: ALL or USER.
struct SwitchRule { QString name; bool enable = true; };
enum class RowSecurity { Enable, Disable, Force, NoForce };
struct SwitchRowSecurity { RowSecurity to = RowSecurity::Enable; };
struct SetOptions { QStringList names; }; ///< SET (…) and RESET (…).
struct SetLogged { bool logged = true; };
struct SetTablespace { QString tablespace; };
struct SetAccessMethod { QString method; };
struct ClusterOn { QString index; }; ///< Empty: SET WITHOUT CLUSTER.
struct Inherit { RelationName parent; bool add = true; };
struct OfType { RelationName type; }; ///< Name empty: NOT OF.
enum class ReplicaRows { Default, Nothing, Full, Index };
struct ReplicaIdentity { QString index; ReplicaRows rows = ReplicaRows::Default; };
struct OwnerTo { QString role; };
struct OtherSubcommand { QString tag; };

using SubcommandDetail = std::variant<
    AddColumn, DropColumn, SetNotNull, DropNotNull, AlterType, SetDefault, DropDefault, SetExpression, DropExpression,
    AddIdentity, SetIdentity, DropIdentity, SetStatistics, SetColumnOptions, SetStorage, SetCompression, AddConstraint,
    ValidateConstraint, DropConstraint, AlterConstraint, AttachPartition, DetachPartition, SwitchTrigger, SwitchRule,
    SwitchRowSecurity, SetOptions, SetLogged, SetTablespace, SetAccessMethod, ClusterOn, Inherit, OfType,
    ReplicaIdentity, OwnerTo, OtherSubcommand>;

struct Subcommand
{
    SubcommandDetail detail;
    bool cascade = false;
    int line = 1; ///< Where it starts within the statement.
};

struct AlterTable
{
    RelationName relation;
    ObjectKind kind = ObjectKind::Table; ///< Table, Index, View, MaterializedView, Sequence, ForeignTable, Type.
    bool ifExists = false;
    std::vector<Subcommand> commands;
};

} // namespace lockstep::sql
