#include "scratchserver.h"
#include "scriptrun.h"

#include <QRegularExpression>

namespace lockstep::scratch {

using base::ScriptStatement;

namespace {

QString quotedRole(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

/// Event triggers, foreign data wrappers and some others belong to superusers only, and "postgres" is
/// one nearly everywhere. Whoever the script shows to be a superuser is made one, but only in a
/// private cluster; from the start it would be wrong, because a superuser's grants count as the
/// owner's. Value: whether the statement is worth another try.
base::Result<bool> ScriptRun::raiseRole(const ScriptStatement &statement, const base::Error &error)
{
    static const QRegularExpression newOwner(
        QStringLiteral("\\bOWNER\\s+TO\\s+(?:\"((?:[^\"]|\"\")+)\"|([^\\s;\"]+))\\s*;?\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    if (error.sqlstate != QLatin1String("42501") || m_session.server().user != scratchRole())
        return false;
    const auto match = newOwner.match(statement.sql);
    const bool isActing = m_context.role != QLatin1String("none");
    QString role = isActing ? m_context.role : m_context.sessionUser;
    if (match.hasMatch())
        role = match.captured(1).isEmpty()
                   ? match.captured(2).toLower()
                   : match.captured(1).replace(QLatin1String("\"\""), QLatin1String("\""));
    else if (role != QLatin1String("postgres"))
        return false;
    if (role == scratchRole() || m_raisedRoles.contains(role))
        return false;
    m_raisedRoles.append(role);
    const auto raised = asOwnRole({ QStringLiteral("ALTER ROLE %1 SUPERUSER").arg(quotedRole(role)) });
    if (!raised.has_value())
        return raised.error();
    return true;
}

} // namespace lockstep::scratch
