#pragma once

#include "accessfacts.h"
#include "visitfields.h"

/// The fields of comments and grants.
namespace lockstep::schema {

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

} // namespace lockstep::schema
