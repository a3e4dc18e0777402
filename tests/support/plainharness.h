#pragma once

#include "postgrestest.h"

#include <model/diff/changeset.h>
#include <model/plan/action.h>

#include <QStringList>

#include <memory>

namespace lockstep::testing {

/// Two schemas, the plan between them, and a database to run it on.
struct PlainRun
{
    schema::CatalogPtr current;
    schema::CatalogPtr target;
    diff::ChangeSetPtr changes;
    plan::PlainPlan plan;
    QStringList rowsAfter; ///< What the tables of public hold in the end, one a line, sorted.
    QString failure; ///< Empty: forward gave the target, backward the current schema.

    /// Forward statements in order, for assertions.
    [[nodiscard]] QStringList forward() const;
    /// Of the first forward statement that starts so; -1 for none.
    [[nodiscard]] int indexOf(const QString &start) const;
};

[[nodiscard]] QString describe(const diff::ChangeSet &changes);
[[nodiscard]] QString describe(const plan::PlainPlan &plan);

/// Runs the statements one by one, as autocommit; the first failure as text.
[[nodiscard]] QString runAll(postgres::Session &session, const QStringList &statements);
/// What our reader sees to differ; empty where all is well.
[[nodiscard]] QString compareWith(postgres::Session &session, const schema::CatalogPtr &expected,
                                  const QString &when);
/// A session in the database after the script was loaded into it; null with a failure.
[[nodiscard]] std::unique_ptr<postgres::Session> openLoaded(const scratch::ScratchDatabase &database,
                                                            const QString &sql, QString *failure);
/// What the tables of public hold, one a line, sorted.
[[nodiscard]] QStringList rowsOf(postgres::Session &session);

/// The second observer: pg_dump's text of a database.
class DumpObserver
{
public:
    /// Says what `expected` has and `actual` has not, and the other way round.
    [[nodiscard]] static QString compare(const scratch::ScratchDatabase &actual, const QString &expected,
                                         const QString &when);
    [[nodiscard]] static base::Result<QString> dumpOf(const scratch::ScratchDatabase &database);
};

/// Each runs one way and compares; what fails is in `run`.
void executeForward(postgres::Session &session, PlainRun &run);
void executeBackward(postgres::Session &session, PlainRun &run);

/// Loads both schemas, plans, runs forward and backward, compares after each.
/// With `byDumps` pg_dump's texts are compared too; `conditions` hold after each way.
[[nodiscard]] PlainRun runPlain(const QString &currentSql, const QString &targetSql,
                                const QVector<diff::RenameDecision> &renames = {},
                                const plan::Intents &intents = {}, bool byDumps = false,
                                const QStringList &conditions = {});

} // namespace lockstep::testing
