#pragma once

#include "codefacts.h"
#include "visitfields.h"

/// The fields of views, routines, triggers, rules and policies.
namespace lockstep::schema {

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

} // namespace lockstep::schema
