#pragma once

#include <QString>

namespace lockstep::app {

/// What else users call a command, in the language of the window, with blanks between; empty: nothing.
/// `name` is the object name of its action.
[[nodiscard]] QString searchWords(const QString &name);

} // namespace lockstep::app
