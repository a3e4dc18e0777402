#pragma once

#include "constraintfacts.h"
#include "visitfields.h"

/// The fields of constraints and indexes.
namespace lockstep::schema {

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

} // namespace lockstep::schema
