#include "ownsettings.h"

#include "errors.h"
#include "passfile.h"
#include "passwords.h"

#include <QRegularExpression>

#include <chrono>
#include <thread>

namespace lockstep::postgres {

namespace {

base::Error refused(const QString &message, const QString &hint)
{
    base::Error error;
    error.kind = base::ErrorKind::Refused;
    error.message = message;
    error.hint = hint;
    return error;
}

} // namespace

base::Result<void> checkOwnSettings(const OwnSettings &own, const ServerInfo &info, const QString &display)
{
    if (own.role.isEmpty() && !own.isReadOnly)
        return {};
    if (info.isPooled())
        return refused(
            QStringLiteral("%1 is reached through a connection pooler, which does not keep a role or "
                           "read-only to this connection.")
                .arg(display),
            QStringLiteral("Connect to the server itself, or log in as a role that has these rights."));
    if (!own.role.isEmpty() && info.user != own.role)
        return refused(
            QStringLiteral("%1 did not take the role %2: it is %3.").arg(display, own.role, info.user),
            QStringLiteral("Leave the role of the connection empty, or ask the administrator."));
    if (own.isReadOnly && !info.readOnly)
        return refused(QStringLiteral("%1 does not keep this connection read-only.").arg(display),
                       QStringLiteral("Log in as a role that has no right to write."));
    return {};
}

bool wouldAllowWriting(const QString &sql)
{
    static const QRegularExpression lifting(
        QStringLiteral("\\btransaction_read_only\\b.*\\b(off|false|no|0|default)\\b|\\bREAD\\s+WRITE\\b|"
                       "\\bdefault_transaction_read_only\\b.*(=|\\bTO\\b)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return lifting.match(sql).hasMatch();
}

base::Error writingRefused(const QString &display, const QString &sql)
{
    base::Error error = refused(
        QStringLiteral("The connection to %1 is read-only; this statement would lift that.").arg(display),
        QStringLiteral("Use a connection that is not marked read-only."));
    error.statement = sql;
    return error;
}

namespace {

/// ssh writes why the far end refused when it has closed the connection already.
QString wordsOf(const SshTunnelPtr &tunnel, const base::Error &error)
{
    if (!tunnel)
        return {};
    constexpr int attempts = 25;
    QString words = tunnel->words();
    const bool isCut = error.toText().contains(QLatin1String("closed the connection unexpectedly"));
    for (int i = 0; isCut && words.isEmpty() && i < attempts; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        words = tunnel->words();
    }
    return words;
}

} // namespace

base::Error explained(base::Error error, const ConnectionTarget &target, const SshTunnelPtr &tunnel)
{
    const QString passfile = target.parameter(QStringLiteral("passfile"));
    if (!passfile.isEmpty() && wantsPassword(error) && !ignoredPassfile(passfile).isEmpty())
        error.hint = ignoredPassfileHint(passfile);
    const QString words = wordsOf(tunnel, error);
    if (!words.isEmpty())
        error.detail = QStringLiteral("ssh says: %1").arg(words);
    return error;
}

} // namespace lockstep::postgres
