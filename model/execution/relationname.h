#pragma once

#include <QString>

namespace lockstep::execution {

/// Whether the text is a name as SQL writes it, with a schema or without. Steps are about other objects as
/// well ("p, public.users" of a publication), and to_regclass() does not answer NULL to those but fails.
[[nodiscard]] bool isRelationName(const QString &text);

} // namespace lockstep::execution
