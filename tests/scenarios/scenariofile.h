#pragma once

#include "release.h"

#include <model/plan/plan.h>

#include <QByteArray>

#include <optional>
#include <vector>

/// Scenarios kept as text, so that one more needs no compiler. A file of tests/data/scenarios holds
/// sections, each begun by a line of its own; those without text may be left out:
///
///     -- title: what it is about
///     -- since: 14            PostgreSQL's oldest version that can do it
///     -- loses: why           the way back from the end does not bring the old values
///     -- old until gate: 1    before which gate the old release has ended, where not the last one
///     -- current              the schema as it is
///     -- rows                 what is in it
///     -- target               the schema as it should be
///     -- intents              JSON
///     -- both                 SQL that is true at each gate: both shapes say the same
///     -- both at gate 2       the same for one of several gates
///     -- naive                what somebody in a hurry would run instead
///     -- old insert, -- old update, -- old read, -- new insert, -- new update, -- new read
///                             one statement each: %1 is a key, %2 a value as a literal
namespace lockstep::testing {

struct ScenarioFile
{
    QString name; ///< The file's, without its ending.
    QString title;
    int since = 12;
    QString loses;
    int oldUntilGate = 0; ///< 0: the last one.
    QString current;
    QString rows;
    QString target;
    QByteArray intents;
    QHash<int, QString> both; ///< By gate; 0: at the others.
    QString naive;
    Release old;
    Release fresh;
};

/// All of them, by name. Empty with the reason in `fault` if one cannot be read.
[[nodiscard]] std::vector<ScenarioFile> scenarioFiles(QString *fault);

/// The plan as a person reads it, with its assessment, without what differs from one server to the
/// next of the same major version.
[[nodiscard]] QString reviewedText(const plan::PlanPtr &plan, const schema::CatalogPtr &current);

/// The reviewed text that is kept for a server's major version: its own where it has one, else that
/// of the nearest older version; null where none is kept.
[[nodiscard]] std::optional<QString> keptText(const ScenarioFile &file, int major);
/// Keeps it for this version, unless the text of an older one says the same.
[[nodiscard]] bool keepText(const ScenarioFile &file, int major, const QString &text);

} // namespace lockstep::testing
