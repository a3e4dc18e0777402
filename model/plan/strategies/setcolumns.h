#pragma once

#include "drafts.h"

#include <model/plan/columnsets.h>

/// Statements on columns of the action's relation that others take the place of.
namespace lockstep::plan {

/// "a = (…), b = (…)" of their expressions.
[[nodiscard]] QString setClause(const QVector<SetColumn> &columns);
[[nodiscard]] QString alterSetColumn(const Action &action, const SetColumn &column, const QString &what);
/// Empty, without its default and what may not hold while it is filled.
[[nodiscard]] QStringList addEmpty(const Action &action, const QVector<SetColumn> &columns);
[[nodiscard]] QStringList dropAll(const Action &action, const QVector<SetColumn> &columns);
[[nodiscard]] QStringList defaults(const Action &action, const QVector<SetColumn> &columns, bool isSet);
[[nodiscard]] QStringList notNulls(const QVector<SetColumn> &columns);
/// NOT NULL of the old columns without a scan under a strong lock, statement by statement.
[[nodiscard]] QStringList notNullsAgain(const Action &action, const Context &context,
                                        const QVector<SetColumn> &columns);

} // namespace lockstep::plan
