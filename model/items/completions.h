#pragma once

#include <model/schema/catalog.h>

#include <QString>
#include <QVector>

namespace lockstep::items {

/// Where names come from while SQL is typed: both sides of a comparison, either may be null.
struct CompletionScope
{
    schema::CatalogPtr current;
    schema::CatalogPtr target;
};

struct Completion
{
    QString shown; ///< Begins as what is typed does: "users \u00b7 billing".
    QString written; ///< Qualified and quoted where that is needed: "billing.users".
    friend bool operator==(const Completion &, const Completion &) = default;
};

struct Completions
{
    QString prefix; ///< What is typed of the word already.
    QVector<Completion> words; ///< Best first; at most 200.
};

/// What could stand at `offset` (UTF-16 units) of a script. After "orders." or "o." the columns of that
/// table, after "billing." what that schema holds; elsewhere columns of the tables that the statement names,
/// then relations, routines, types and schemas, then SQL's own words. Nothing inside of a string or a
/// comment. Looks at the statement around the offset only, 20 000 characters at most.
[[nodiscard]] Completions completionsAt(const QString &sql, qsizetype offset, const CompletionScope &scope);

/// SQL laid out for reading, as sql::formatted() does.
[[nodiscard]] QString laidOut(const QString &sql);

} // namespace lockstep::items
