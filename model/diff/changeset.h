#pragma once

#include "ignorerules.h"
#include "selection.h"

#include <model/base/result.h>
#include <model/schema/catalog.h>
#include <model/schema/statistics.h>

#include <QHash>
#include <QString>
#include <QVector>

#include <memory>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace lockstep::diff {

/// One property or line that differs, as a person reads it. Empty text means "not there".
struct Difference
{
    QString property; ///< "type", "default", "labels", "definition" …
    QString before;
    QString after;
};

/// A fact that only the target has.
struct Created
{
    schema::Fact fact;
};
/// A fact that only the current side has.
struct Dropped
{
    schema::Fact fact;
};
/// A fact both have, not equally.
struct Altered
{
    schema::Fact before;
    schema::Fact after;
    QVector<Difference> differences; ///< Never empty.
};
/// The user said that `before` is `after` under a new name. If it differs otherwise too, an
/// Altered (under the new name on both sides) follows.
struct Renamed
{
    schema::Fact before;
    schema::Fact after;
};
using Change = std::variant<Created, Dropped, Altered, Renamed>;

/// The id the change is listed under: the target's where there is one.
/// Both texts of a difference on one line each, cut to about `longest` characters around the place where
/// they begin to differ.
[[nodiscard]] std::pair<QString, QString> excerpts(const Difference &difference, int longest);
[[nodiscard]] const schema::ObjectId &idOf(const Change &change);

/// Two facts that could be one that was renamed: offered to the user, never assumed.
struct RenameCandidate
{
    schema::ObjectId from;
    schema::ObjectId to;
    double likeness = 0; ///< 0 to 1.
    QString reason; ///< "They have the same type and position; their names are 80 % alike."
    bool isBest = false; ///< The suggestion for both, one to one; others are alternatives.
};

/// A rename the user decided (from the intents).
struct RenameDecision
{
    schema::ObjectId from;
    schema::ObjectId to;
};

struct DiffOptions
{
    QVector<RenameDecision> renames;
    IgnoreRules ignore;
    schema::StatisticsPtr currentStatistics; ///< May be null; for rename candidates only.
    schema::StatisticsPtr targetStatistics;
    Selection selection;
    bool offersAll = false; ///< Fill ChangeSet::offer also where nothing is left out.
};

/// Something ignored that a change needs, or that needs what changes.
struct IgnoreConflict
{
    schema::ObjectId object;
    schema::ObjectId ignored;
    bool isBlocking = false; ///< No plan can work; else it is worth knowing.
    QString message; ///< A whole sentence.
};

/// Everything that differs before anything is left out of it, and what was.
struct Offer
{
    std::vector<Change> changes; ///< Sorted by id.
    std::vector<bool> isDropDecision; ///< By change: something is dropped that does not just go with another.
    SelectionGraph graph;
    std::vector<Tied> leftOut; ///< Sorted by change.
    QHash<QString, int> numbers; ///< By displayName().
    std::vector<QString> keys; ///< By change: the dotted name in lower case, to search in.
    int identical = 0;
};

/// Everything that differs, sorted by id: what current must become.
struct ChangeSet
{
    /// As they were compared: default privileges whose role one side does not state have that of the
    /// other side.
    schema::CatalogPtr current;
    schema::CatalogPtr target; ///< With what is ignored as it is in current (ignoring.h).
    QByteArray currentFingerprint; ///< Of current as it was given.
    QByteArray targetFingerprint; ///< Of target as it was given, or as the rules leave it.
    std::vector<Change> changes;
    std::vector<RenameCandidate> renameCandidates; ///< Best first.
    int identical = 0; ///< Facts found equal on both sides.
    int implied = 0; ///< Privileges one side names that follow on the other from who owns the object.
    int ignored = 0; ///< Facts that differ and were left aside by the rules.
    QStringList parked; ///< What earlier plans parked in current (graveyard.h): left aside without a rule.
    IgnoreRules ignore;
    QVector<IgnoreConflict> ignoreConflicts;
    /// Null where nothing is left out and nobody asked for it.
    std::shared_ptr<const Offer> offer;
    /// Union of what either side has and Lockstep does not compare.
    std::vector<schema::Unmodelled> unmodelled;
};
using ChangeSetPtr = std::shared_ptr<const ChangeSet>;

/// Compares two catalogs. Pure. Errors: Usage if a rename decision names something that does not
/// exist; Canceled.
[[nodiscard]] base::Result<ChangeSetPtr> diff(const schema::CatalogPtr &current,
                                              const schema::CatalogPtr &target, const DiffOptions &options,
                                              std::stop_token stop);

} // namespace lockstep::diff
