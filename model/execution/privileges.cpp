#include "relationname.h"
#include "startgate.h"

#include <model/sql/parser.h>

#include <QSet>

namespace lockstep::execution {

namespace {

base::Result<void> missingOnSchemas(postgres::Session &session, QStringList *missing)
{
    const auto rows =
        session.query(QStringLiteral("SELECT has_database_privilege(current_database(), 'CREATE'),"
                                     " coalesce((SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace "
                                     "WHERE nspname = 'lockstep'), NULL)"));
    if (!rows.has_value())
        return rows.error();
    if (rows->isNull(0, 1)) {
        if (!rows->boolean(0, 0))
            missing->append(QStringLiteral("CREATE on database %1, for the journal (schema lockstep)")
                                .arg(session.server().database));
    } else if (!rows->boolean(0, 1)) {
        missing->append(QStringLiteral("ownership of schema lockstep, which another role made"));
    }
    return {};
}

/// Parsing is for the few statements that can name a role.
bool canNameRole(const QString &sql)
{
    for (const char *word : { "OWNER", "GRANT", "REVOKE", "POLICY", "ROLE", "MAPPING", "AUTHORIZATION" }) {
        if (sql.contains(QLatin1String(word), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

base::Result<QStringList> missingPrivileges(postgres::Session &session, const plan::Plan &plan)
{
    QStringList missing;
    if (const auto schemas = missingOnSchemas(session, &missing); !schemas.has_value())
        return schemas.error();
    QSet<QString> seen;
    for (const plan::Step &step : plan.steps) {
        if (step.kind == plan::StepKind::Gate || step.kind == plan::StepKind::Verify)
            continue;
        for (const QString &relation : step.relations) {
            if (seen.contains(relation) || !isRelationName(relation))
                continue;
            seen.insert(relation);
            // What does not exist yet is made by the plan and belongs to us then.
            const auto rows = session.query(
                QStringLiteral("SELECT pg_has_role(c.relowner, 'USAGE'), pg_get_userbyid(c.relowner)"
                               " FROM pg_class c WHERE c.oid = to_regclass($1)"),
                { relation });
            if (!rows.has_value())
                return rows.error();
            if (rows->count() == 1 && !rows->boolean(0, 0))
                missing.append(
                    QStringLiteral("ownership of %1, which belongs to %2").arg(relation, rows->text(0, 1)));
        }
    }
    return missing;
}

base::Result<QStringList> missingRoles(postgres::Session &session, const plan::Plan &plan)
{
    const auto rows = session.query(QStringLiteral("SELECT rolname FROM pg_catalog.pg_roles"));
    if (!rows.has_value())
        return rows.error();
    QSet<QString> known;
    for (int i = 0; i < rows->count(); ++i)
        known.insert(rows->text(i, 0));
    QStringList missing;
    for (const plan::Step &step : plan.steps) {
        for (const QString &sql : step.sql + step.rollback.sql) {
            if (!canNameRole(sql))
                continue;
            for (const QString &role : sql::rolesNamed(sql)) {
                if (known.contains(role))
                    continue;
                known.insert(role); // Once is enough.
                missing.append(QStringLiteral("%1 (%2: %3)").arg(role, step.id, step.title));
            }
        }
    }
    return missing;
}

} // namespace lockstep::execution
