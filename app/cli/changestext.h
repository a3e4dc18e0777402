#pragma once

#include <model/diff/changeset.h>

#include <QByteArray>
#include <QString>

namespace lockstep::cli {

/// What `compare` prints: one line a change, "+" only the target has it, "-" only the current side
/// has it, "~" both but not equally.
[[nodiscard]] QString changesText(const diff::ChangeSet &changes);
[[nodiscard]] QByteArray changesJson(const diff::ChangeSet &changes);

} // namespace lockstep::cli
