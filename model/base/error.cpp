#include "error.h"

namespace lockstep::base {

QString Error::toText() const
{
    QString text;
    // Readers of files that are not SQL say the place in words.
    if (position && !position->file.isEmpty() && !message.startsWith(position->file)) {
        text += position->file;
        if (position->line > 0)
            text += QStringLiteral(":%1").arg(position->line);
        if (position->line > 0 && position->column > 0)
            text += QStringLiteral(":%1").arg(position->column);
        text += QStringLiteral(": ");
    }
    text += message;
    if (!sqlstate.isEmpty())
        text += QStringLiteral(" (SQLSTATE %1)").arg(sqlstate);
    if (!detail.isEmpty())
        text += QStringLiteral("\n  Detail: ") + detail;
    if (!object.isEmpty())
        text += QStringLiteral("\n  Object: ") + object;
    if (!statement.isEmpty())
        text += QStringLiteral("\n  Statement: ") + statement.simplified().left(400);
    if (!hint.isEmpty())
        text += QStringLiteral("\n  Hint: ") + hint;
    return text;
}

Error canceled()
{
    Error error;
    error.kind = ErrorKind::Canceled;
    error.message = QStringLiteral("Canceled.");
    return error;
}

Error inputError(const QString &message, const QString &hint)
{
    Error error;
    error.kind = ErrorKind::Input;
    error.message = message;
    error.hint = hint;
    return error;
}

Error internalError(const QString &message)
{
    Error error;
    error.kind = ErrorKind::Internal;
    error.message = message;
    return error;
}

} // namespace lockstep::base
