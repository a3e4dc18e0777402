#pragma once

#include "changeset.h"

#include <QHash>
#include <QSet>

namespace lockstep::diff {

/// One RENAME or one SET SCHEMA as it is carried out, never both: the names are those of that moment.
struct RenameStep
{
    schema::ObjectId from;
    schema::ObjectId to;
};

/// Accepted renames, in the order in which they can be done: what holds others first, a name free
/// before it is taken (two objects that swap their names go through a third one), and what comes of
/// them for everything else in the catalog.
class Renaming
{
public:
    /// The decisions name objects of `current` (from) and of the target (to), checked before.
    Renaming(const schema::CatalogPtr &current, const QVector<RenameDecision> &decisions);

    [[nodiscard]] const QVector<RenameStep> &steps() const { return m_steps; }
    /// With the steps that PostgreSQL takes along, such as columns of partitions with their parents'.
    [[nodiscard]] const QVector<RenameStep> &allSteps() const { return m_allSteps; }
    /// Current as it is once the renames are done: ids and every definition that names a renamed
    /// object. Without renames it is the same catalog.
    [[nodiscard]] const schema::CatalogPtr &catalog() const { return m_catalog; }
    /// What an id of the renamed catalog is called in current.
    [[nodiscard]] schema::ObjectId originalId(const schema::ObjectId &renamed) const
    {
        return m_original.value(renamed, renamed);
    }
    /// Views and what is built on them, by their ids in the renamed catalog, that would keep an old
    /// name in their text: with the number of the step before which they have to go.
    [[nodiscard]] const QHash<schema::ObjectId, int> &gone() const { return m_gone; }
    /// Other facts whose id or text the steps change.
    [[nodiscard]] const QSet<schema::ObjectId> &changed() const { return m_changed; }

private:
    QVector<RenameStep> m_steps;
    QVector<RenameStep> m_allSteps;
    schema::CatalogPtr m_catalog;
    QHash<schema::ObjectId, schema::ObjectId> m_original;
    QHash<schema::ObjectId, int> m_gone;
    QSet<schema::ObjectId> m_changed;
};

/// What an id becomes by one step.
[[nodiscard]] schema::ObjectId changedId(const schema::ObjectId &id, const RenameStep &step);
/// The steps of some decisions. `current`: to see which names are taken.
[[nodiscard]] QVector<RenameStep> renameSteps(const schema::Catalog &current,
                                              const QVector<RenameDecision> &decisions);
/// Errors (Usage): a rename that names something that does not exist, a name that is taken, two
/// renames of one object, kinds that do not fit.
[[nodiscard]] base::Result<void> checkRenames(const schema::Catalog &current, const schema::Catalog &target,
                                              const QVector<RenameDecision> &renames);

/// ALTER … RENAME exists for it.
[[nodiscard]] bool isRenameable(schema::Kind kind);
[[nodiscard]] bool isRoutineKind(schema::Kind kind);
[[nodiscard]] bool isViewKind(schema::Kind kind);
/// Named by what it hangs on and a name of its own.
[[nodiscard]] bool hasSub(schema::Kind kind);

} // namespace lockstep::diff
