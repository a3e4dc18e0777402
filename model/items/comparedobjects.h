#pragma once

#include "words.h"

#include <memory>
#include <vector>

namespace lockstep::items {

/// One object of a comparison, to be found by its name.
struct ComparedObject
{
    schema::ObjectId id;
    QString name; ///< Dotted.
    QString key; ///< The same in lower case.
    ChangeStatus status = ChangeStatus::Created;
    int change = -1; ///< Number of the change, as ChangesModel has them; -1: identical.
};

using ComparedObjectsPtr = std::shared_ptr<const std::vector<ComparedObject>>;

/// Everything that differs, left out of the plan or not, and what is identical as far as it stands by
/// itself: not the columns and constraints of tables. Not for the GUI's thread.
[[nodiscard]] ComparedObjectsPtr comparedObjects(const diff::ChangeSet &changes);

/// Whether all letters of `typed` come in `text`, in their order; both in lower case.
[[nodiscard]] bool hasLetters(QStringView typed, QStringView text);

} // namespace lockstep::items
