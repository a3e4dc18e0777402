#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>
#include <model/schema/checkreading.h>

#include <stop_token>

namespace lockstep::sources {

/// A relation that a plan works on or locks.
struct PlannedRelation
{
    QString schema; ///< Raw.
    QString name;
    QString display; ///< As the plan writes it.
    bool isChanged = false; ///< Not only locked on the way.
};

/// Another object that the plan changes, drops or makes.
struct PlannedObject
{
    QString kind; ///< "type", "function", "schema", "extension"
    QString schema; ///< Raw; may be empty.
    QString name;
};

/// What a plan is about, as far as the queries ask for it.
struct CheckSubjects
{
    QVector<PlannedRelation> relations;
    QStringList schemas; ///< Where it makes something; raw.
    QVector<PlannedObject> objects;
};

struct CheckQuery
{
    QString name;
    QString sql;
    int timeoutMs = 5000;
    bool usesOwnPath = false; ///< Names are looked up where the role's search_path says.
};

/// The queries of resources/sql/checks/NN-*.sql in their order, ready for a person to run.
[[nodiscard]] QVector<CheckQuery> serverChecks(const CheckSubjects &subjects, int serverVersion);

/// Runs each in a read-only transaction of its own, so that it works through a pooler too, with a timeout and
/// without waiting for locks. One that fails says why; the others go on. Errors: Canceled, Connection.
[[nodiscard]] base::Result<schema::CheckReadings> readChecks(postgres::Session &session,
                                                             const QVector<CheckQuery> &queries,
                                                             std::stop_token stop = {});

} // namespace lockstep::sources
