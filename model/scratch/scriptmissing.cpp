#include "scratchserver.h"
#include "scriptrun.h"

#include <QRegularExpression>

namespace lockstep::scratch {

using base::ScriptStatement;

namespace {

QString missingRole(const base::Error &error)
{
    static const QRegularExpression pattern(QStringLiteral("^role \"(.*)\" does not exist$"));
    return pattern.match(error.message).captured(1);
}

/// In the message, or in the detail where a setting names it.
QString missingTablespace(const base::Error &error)
{
    static const QRegularExpression pattern(QStringLiteral("tablespace \"(.*)\" does not exist"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch inMessage = pattern.match(error.message);
    return inMessage.hasMatch() ? inMessage.captured(1) : pattern.match(error.detail).captured(1);
}

QString quotedIdentifier(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

/// Roles and tablespaces belong to the whole server, so a script of one database does not make them.
base::Result<void> ScriptRun::createMissing(const base::Error &error)
{
    if (const QString role = missingRole(error); !role.isEmpty())
        return createRole(role);
    const QString tablespace = missingTablespace(error);
    return tablespace.isEmpty() || m_missingTablespaces.contains(tablespace) ? base::Result<void>(error)
                                                                             : createTablespace(tablespace);
}

base::Result<void> ScriptRun::createRole(const QString &name)
{
    QStringList statements{ QStringLiteral("CREATE ROLE %1").arg(quotedIdentifier(name)) };
    if (const QString mark = roleMark(name); !mark.isEmpty())
        statements.append(mark);
    const auto created = asOwnRole(statements);
    if (created.has_value())
        m_report.createdRoles.append(name);
    return created;
}

/// On a server that stays the role goes with the scratch database, which its comment names.
QString ScriptRun::roleMark(const QString &name) const
{
    if (m_session.server().user == scratchRole())
        return {};
    const auto database = m_session.query(QStringLiteral("SELECT pg_catalog.current_database()"));
    if (!database.has_value())
        return {};
    return QStringLiteral("COMMENT ON ROLE %1 IS %2")
        .arg(quotedIdentifier(name),
             QLatin1Char('\'') + scratchRoleMark() + database->text(0, 0) + QLatin1Char('\''));
}

/// The role that a statement of the script has made.
void ScriptRun::markOwnRole(const ScriptStatement &statement)
{
    static const QRegularExpression create(
        QStringLiteral("^\\s*CREATE\\s+(?:ROLE|USER|GROUP)\\s+(?:\"((?:[^\"]|\"\")+)\"|([^\\s;\"]+))"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = create.match(statement.sql);
    if (!match.hasMatch())
        return;
    const QString name = match.captured(1).isEmpty()
                             ? match.captured(2).toLower()
                             : match.captured(1).replace(QLatin1String("\"\""), QLatin1String("\""));
    const QString mark = roleMark(name);
    if (!mark.isEmpty() && !asOwnRole({ mark }).has_value())
        m_report.warnings.append(
            QStringLiteral("The role %1 stays on the scratch server: it could not be marked as ours.")
                .arg(name));
}

/// Only on a throw-away server: a directory in a server that stays would be left behind.
base::Result<void> ScriptRun::createTablespace(const QString &name)
{
    const auto isThrowAway =
        m_session.query(QStringLiteral("SELECT pg_catalog.current_setting('fsync') = 'off'"));
    if (isThrowAway.has_value() && isThrowAway->boolean(0, 0)) {
        const auto created =
            asOwnRole({ QStringLiteral("SET allow_in_place_tablespaces = on"),
                        QStringLiteral("CREATE TABLESPACE %1 LOCATION ''").arg(quotedIdentifier(name)) });
        if (created.has_value())
            return created;
    }
    m_missingTablespaces.append(name);
    m_report.warnings.append(
        QStringLiteral("The scratch server has no tablespace %1: what belongs there is in the default one.")
            .arg(name));
    return base::inputError(QStringLiteral("The scratch server has no tablespace %1.").arg(name));
}

/// The script may be acting as a role that must not create others. Two scripts may be loaded at once
/// into one scratch server, so what is there already is fine.
base::Result<void> ScriptRun::asOwnRole(const QStringList &statements)
{
    const ScriptContext before = m_context;
    const auto own = m_session.executeScript(QStringLiteral("RESET SESSION AUTHORIZATION; RESET ROLE"));
    if (!own.has_value())
        return own.error();
    base::Result<void> made;
    for (const QString &sql : statements) {
        made = runOne(sql);
        if (!made.has_value())
            break;
    }
    m_context.sessionUser.clear(); // Neither is what it was: restore() sets both.
    m_context.role.clear();
    const auto restored = restore(before);
    if (!made.has_value() && made.error().sqlstate != QLatin1String("42710")
        && made.error().sqlstate != QLatin1String("23505"))
        return made.error();
    return restored;
}

} // namespace lockstep::scratch
