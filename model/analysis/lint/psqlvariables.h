#pragma once

#include <QString>
#include <QStringList>

namespace lockstep::analysis::lint {

/// A statement with names in place of psql's variables: _table for :table, 'text' and "name" for :'text' and
/// :"name". Of the same length, so that lines and columns stay.
struct WithoutVariables
{
    QString sql;
    QStringList variables; ///< As written, in the order they come, without repeats.
};
/// What is a cast (a::int), a slice (a[1:2]) or within quotes is none, as psql reads it.
[[nodiscard]] WithoutVariables withoutVariables(const QString &sql);

} // namespace lockstep::analysis::lint
