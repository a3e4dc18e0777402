#pragma once

#include "relationfacts.h"
#include "visitfields.h"

/// The fields of tables, sequences and columns.
namespace lockstep::schema {

template <typename V, MaybeConst<SequenceAttributes> S>
void visitFields(V &v, S &a)
{
    v("type", a.type), v("start", a.start), v("increment", a.increment), v("minimum", a.minimum);
    v("maximum", a.maximum), v("cache", a.cache), v("cycle", a.cycle), v("persistence", a.persistence);
    v("owned_by", a.ownedBy);
}

template <typename V, MaybeConst<TableAttributes> S>
void visitFields(V &v, S &a)
{
    v("persistence", a.persistence), v("partition_key", a.partitionKey), v("partition_of", a.partitionOf);
    v("partition_bound", a.partitionBound), v("inherits", a.inherits), v("of_type", a.ofType);
    v("options", a.options), v("access_method", a.accessMethod), v("tablespace", a.tablespace);
    v("replica_identity", a.replicaIdentity), v("replica_identity_index", a.replicaIdentityIndex);
    v("cluster_index", a.clusterIndex);
    v("row_security", a.rowSecurity), v("force_row_security", a.forceRowSecurity);
    v("foreign_server", a.foreignServer), v("foreign_options", a.foreignOptions);
}

template <typename V, MaybeConst<ColumnAttributes> S>
void visitFields(V &v, S &a)
{
    v.uncompared("position", a.position);
    v("type", a.type), v("collation", a.collation), v("not_null", a.notNull);
    v("not_null_name", a.notNullName), v("not_null_validated", a.notNullValidated);
    v("identity", a.identity), v("identity_sequence", a.identitySequence);
    v("identity_sequence_name", a.identitySequenceName), v("generated", a.generated);
    v("storage", a.storage), v("compression", a.compression), v("statistics", a.statistics);
    v("options", a.options), v("inherited", a.inherited), v("foreign_options", a.foreignOptions);
    v("not_null_no_inherit", a.notNullNoInherit), v("not_null_own", a.notNullOwn);
    v.uncompared("inherited_not_null_name", a.inheritedNotNullName);
}

template <typename V, MaybeConst<DefaultAttributes> S>
void visitFields(V &v, S &a)
{
    v("expression", a.expression), v("generated", a.isGenerated);
    v.uncompared("volatile", a.isVolatile);
}

} // namespace lockstep::schema
