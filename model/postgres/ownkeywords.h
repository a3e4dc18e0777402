#pragma once

#include "conninfo.h"

/// What a connection text may say beside libpq's keywords: which role to take, that nothing may be written,
/// and through which SSH server the database is reached. Written like libpq's own, in pairs and in URIs.
namespace lockstep::postgres {

struct SplitConnection
{
    QString libpq; ///< The text without our keywords.
    ConnectionOptions own; ///< "role", "read_only" and "ssh", as far as they are there.
};
/// A text that cannot be taken apart stays whole: libpq says what is wrong with it.
[[nodiscard]] SplitConnection splitConnection(const QString &text);
[[nodiscard]] bool isOwnKeyword(const QString &key);

struct OwnSettings
{
    QString role; ///< Empty: as logged in.
    bool isReadOnly = false;
    QString ssh; ///< "user@bastion:2222", or a name of the user's ssh configuration; empty: directly.
};
/// Errors (Connection): a value that means nothing.
[[nodiscard]] base::Result<OwnSettings> ownSettings(const ConnectionOptions &options);

} // namespace lockstep::postgres
