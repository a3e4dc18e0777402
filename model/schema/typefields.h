#pragma once

#include "typefacts.h"
#include "visitfields.h"

/// The fields of schemas, extensions, types and of what is made by one CREATE.
namespace lockstep::schema {

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
