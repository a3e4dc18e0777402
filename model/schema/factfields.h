#pragma once

#include "facts.h"

#include <concepts>

/// The fields of every attribute struct, once, in a fixed order: the fingerprint and the snapshot
/// file are both made from this list. `visit(name, field)` is called for what the
/// fingerprint covers, `visit.uncompared(name, field)` for what is only kept.
namespace lockstep::schema {

template <typename S, typename T>
concept MaybeConst = std::same_as<std::remove_const_t<S>, T>;

template <typename V, MaybeConst<SchemaAttributes> S>
void visitFields(V &, S &)
{ }

template <typename V, MaybeConst<ExtensionAttributes> S>
void visitFields(V &v, S &a)
{
    v.uncompared("version", a.version);
    v("schema", a.schema);
}

template <typename V, MaybeConst<EnumAttributes> S>
void visitFields(V &v, S &a)
{
    v("labels", a.labels);
}

template <typename V, MaybeConst<DomainAttributes> S>
void visitFields(V &v, S &a)
{
    v("type", a.type), v("collation", a.collation), v("default", a.defaultExpression),
        v("not_null", a.notNull), v("not_null_name", a.notNullName);
}

template <typename V, MaybeConst<CompositeField> S>
void visitFields(V &v, S &a)
{
    v("name", a.name), v("type", a.type), v("collation", a.collation);
}

template <typename V, MaybeConst<CompositeAttributes> S>
void visitFields(V &v, S &a)
{
    v("fields", a.fields);
}

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

template <typename V, MaybeConst<ConstraintAttributes> S>
void visitFields(V &v, S &a)
{
    v("type", a.type), v("definition", a.definition), v("validated", a.validated), v("enforced", a.enforced);
    v("deferrable", a.deferrable), v("initially_deferred", a.initiallyDeferred), v("no_inherit", a.noInherit);
    v("inherited", a.inherited), v("columns", a.columns), v("expression", a.expression);
    v("referenced_table", a.referencedTable), v("referenced_columns", a.referencedColumns);
    v("index", a.indexName), v("index_options", a.indexOptions), v("index_tablespace", a.indexTablespace);
    v("nulls_not_distinct", a.nullsNotDistinct), v("included", a.includedColumns);
}

template <typename V, MaybeConst<IndexAttributes> S>
void visitFields(V &v, S &a)
{
    v("table", a.table), v("definition", a.definition), v("method", a.method), v("columns", a.columns);
    v("predicate", a.predicate), v("unique", a.unique), v("valid", a.valid), v("ready", a.ready);
    v("tablespace", a.tablespace), v("options", a.options), v("partition_of", a.partitionOf);
    v("clustered", a.clustered);
}

template <typename V, MaybeConst<ViewAttributes> S>
void visitFields(V &v, S &a)
{
    v("query", a.query), v("options", a.options), v("columns", a.columns);
}

template <typename V, MaybeConst<MaterializedViewAttributes> S>
void visitFields(V &v, S &a)
{
    v("query", a.query), v("options", a.options);
    v.uncompared("populated", a.populated);
    v("access_method", a.accessMethod), v("tablespace", a.tablespace), v("columns", a.columns);
}

template <typename V, MaybeConst<RoutineAttributes> S>
void visitFields(V &v, S &a)
{
    v("definition", a.definition), v("arguments", a.arguments), v("result", a.result);
    v("language", a.language), v("body", a.body), v("volatility", a.volatility);
}

template <typename V, MaybeConst<TriggerAttributes> S>
void visitFields(V &v, S &a)
{
    v("definition", a.definition), v("state", a.state), v("is_constraint", a.isConstraint);
    v("inherited", a.inherited), v("function", a.function);
}

template <typename V, MaybeConst<RuleAttributes> S>
void visitFields(V &v, S &a)
{
    v("definition", a.definition), v("state", a.state);
}

template <typename V, MaybeConst<PolicyAttributes> S>
void visitFields(V &v, S &a)
{
    v("command", a.command), v("permissive", a.permissive), v("roles", a.roles);
    v("using", a.usingExpression), v("check", a.checkExpression);
}

template <typename V, MaybeConst<CommentAttributes> S>
void visitFields(V &v, S &a)
{
    v("text", a.text);
}

template <typename V, MaybeConst<GrantAttributes> S>
void visitFields(V &v, S &a)
{
    v("granted", a.granted), v("grantable", a.grantable), v("revoked", a.revoked);
}

template <typename V, MaybeConst<Setting> S>
void visitFields(V &v, S &a)
{
    v("name", a.name), v("value", a.value);
}

template <typename V, MaybeConst<DefinitionAttributes> S>
void visitFields(V &v, S &a)
{
    v("definition", a.definition), v("settings", a.settings);
}

} // namespace lockstep::schema
