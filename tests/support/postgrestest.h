#pragma once

#include <model/scratch/scratchserver.h>

#include <QString>

namespace lockstep::testing {

/// The scratch server of a test program: started at first use, stopped at exit. Tests make their
/// own databases on it. Null (with QFAIL-able text in `why`) if it cannot start.
[[nodiscard]] scratch::ScratchServerPtr server(QString *why = nullptr);

/// The oldest major version that understands the script, by the words in it: 12 where none is newer.
[[nodiscard]] int majorFor(const QString &sql);

/// Where other people's test pairs are, or empty: LOCKSTEP_CORPORA, else ../shared/corpora beside
/// the source tree. Tests skip with a message where it is empty.
[[nodiscard]] QString corporaDirectory();

/// The source tree: LOCKSTEP_SOURCE_DIR.
[[nodiscard]] QString sourceDirectory();

} // namespace lockstep::testing
