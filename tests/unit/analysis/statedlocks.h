#pragma once

#include <model/analysis/occurrence.h>

#include <QMap>
#include <QSet>

/// What the analysis says of a statement, in the shape it is measured in.
namespace lockstep::testing {

using Locks = QMap<QString, plan::LockMode>;
using Names = QSet<QString>;

struct Effects
{
    Names rewritten; ///< Relations with a new file.
    Names built; ///< Indexes.
    Names scanned;
    Names maybeScanned; ///< Read by a query, which may use an index.
    bool joins = false; ///< A foreign key is checked.
};

struct Stated
{
    bool isParsed = false;
    bool isKnown = false;
    bool makesTable = false;
    Locks locks;
    Effects effects;
};

/// "AccessShareLock", as pg_locks says.
[[nodiscard]] std::optional<plan::LockMode> modeOf(const QString &text);
/// Without the schema where that is public.
[[nodiscard]] QString shortName(const analysis::Key &key);

/// `state` is what was there before; what the statement itself makes is left out.
[[nodiscard]] Stated stated(const QString &statement, const analysis::SchemaState &state, int version);

[[nodiscard]] QString text(const Locks &locks);
[[nodiscard]] QString text(const Names &names);
[[nodiscard]] QString text(const Effects &effects);

/// Compares after leaving out what both may differ in: an index may be built in its old place or made
/// anew, and a query may read a table by an index or not.
[[nodiscard]] bool sameEffects(const Stated &stated, const Effects &measured,
                               const analysis::SchemaState &state);

/// TOAST goes with its table, and is no part of what is stated.
[[nodiscard]] bool isToast(const QString &relation);

} // namespace lockstep::testing
