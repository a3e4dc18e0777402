#pragma once

#include <QString>
#include <QStringList>

/// Attributes of comments and privileges.
namespace lockstep::schema {

struct CommentAttributes
{
    QString text;
    friend bool operator==(const CommentAttributes &, const CommentAttributes &) = default;
};

/// Privileges of one grantee on one object, as the difference from what PostgreSQL grants by
/// itself: an untouched object has no Grant facts.
struct GrantAttributes
{
    QStringList granted; ///< Sorted privilege words, beyond the default ones.
    QStringList grantable; ///< WITH GRANT OPTION: some of the granted ones, or of the default ones.
    QStringList revoked; ///< Default privileges taken away (EXECUTE from PUBLIC).
    friend bool operator==(const GrantAttributes &, const GrantAttributes &) = default;
};

} // namespace lockstep::schema
