#pragma once

#include "seedschema.h"

#include <optional>

namespace lockstep::proof {

using SeedValue = std::optional<QString>; ///< Null is NULL.

/// A column and the values that it might get.
struct SearchColumn
{
    QString name;
    QString type; ///< With its modifier.
    QVector<SeedValue> candidates;
};

/// One index into the candidates of each column.
using Choices = QVector<QVector<int>>;

/// Combinations of candidates that the server finds the condition not to be false for: some tens,
/// those in front as different from each other as can be. The condition names the columns bare.
/// Errors: Server, if the condition fails on every combination that was tried.
[[nodiscard]] base::Result<Choices> findChoices(postgres::Session &session,
                                                const QVector<SearchColumn> &columns,
                                                const QString &condition);

} // namespace lockstep::proof
