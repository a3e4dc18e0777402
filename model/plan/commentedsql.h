#pragma once

#include "intents.h"

#include <model/base/result.h>

#include <QString>
#include <QStringList>

namespace lockstep::plan {

/// Statements of a text that a person wrote, without their semicolons. Comments stay with the statement that
/// they are about, in front of it: those before it, those on its last line, and behind the last one whatever
/// follows. So no statement ends in a comment that would swallow what is put behind it. A text of nothing but
/// comments has no statements.
[[nodiscard]] QStringList statementsWithComments(const QString &text);

/// Errors: Input where a text is nothing but comments, which would be lost. `step` names its step in the
/// words of messages.
[[nodiscard]] base::Result<void> checkKeepsComments(const QString &text, const QString &step);

/// The text without the comment that ends in `reason`, which may have several lines: where a step has no way
/// back its text says so, and that is no comment of a person's. An empty reason takes nothing away.
[[nodiscard]] QString withoutReason(const QString &text, const QString &reason);

/// The statement without any comment, so that its parts can be put together anew: a comment to the end of a
/// line would swallow what follows it.
[[nodiscard]] QString withoutComments(const QString &statement);
/// The same for every expression of the decisions, which become parts of statements and functions.
[[nodiscard]] Intents withoutComments(Intents intents);

} // namespace lockstep::plan
