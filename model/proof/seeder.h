#pragma once

#include "seedselection.h"

namespace lockstep::proof {

struct SeededTable
{
    QString schema;
    QString name;
    int rows = 0;
};

struct SeedReport
{
    QVector<SeededTable> tables; ///< Those with at least one row.
    QStringList missing; ///< One sentence for each table that got no row, with the reason.
    bool isComplete = true; ///< False if a table that the plan touches, or needs, is among them.
    QStringList notes; ///< What was chosen, what did not take part.

    [[nodiscard]] int rows() const;
};

/// Puts a few rows into the tables the plan touches (`touchedNames`), those around them and a
/// sample of the others. The rows meet all constraints of the schema as it is: what a condition
/// asks for is searched with the server as the judge. Values differ where they must and otherwise
/// hold NULLs, empty and longest texts, smallest and greatest numbers, duplicates.
/// Triggers and rules do not run meanwhile; foreign keys are checked by query.
/// Errors: Server, Canceled. A table that no row is found for is no error but named in the report.
[[nodiscard]] base::Result<SeedReport> seedRows(postgres::Session &session, const QSet<QString> &touchedNames,
                                                const std::stop_token &stop);

} // namespace lockstep::proof
