#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QString>
#include <QStringList>

/// Subscriptions on a server that must never act as a subscriber: nothing here connects to a
/// publisher or touches its slots.
namespace lockstep::scratch {

/// CREATE DATABASE … TEMPLATE leaves subscriptions behind; makes those of `templateName` again in
/// the session's database.
[[nodiscard]] base::Result<void> copySubscriptions(postgres::Session &session, const QString &templateName);
/// A database with subscriptions cannot be dropped. Drops all of the session's database.
[[nodiscard]] base::Result<void> dropSubscriptions(postgres::Session &session);

/// A script's statement about a subscription as a scratch server may run it.
struct QuietStatement
{
    QStringList sql; ///< Empty: left out.
    bool isChanged = false;
};
[[nodiscard]] QuietStatement withoutConnecting(const QString &sql);

} // namespace lockstep::scratch
