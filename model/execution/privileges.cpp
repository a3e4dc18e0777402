#include "neededuse.h"
#include "relationname.h"
#include "startgate.h"

#include <model/sql/parser.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <iterator>

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

/// Names that are there and that this role may not use; what the plan makes itself is not there yet. $1: a
/// JSON array of names.
struct UseCheck
{
    const char *right; ///< With a place for the name.
    NeededUse::Names NeededUse::*names;
    const char *sql;
};

constexpr UseCheck useChecks[] = {
    { "CREATE on schema %1", &NeededUse::schemas,
      "SELECT w FROM jsonb_array_elements_text($1::jsonb) w JOIN pg_namespace n ON n.nspname = w"
      " WHERE NOT has_schema_privilege(n.oid, 'CREATE')" },
    { "USAGE on type %1", &NeededUse::types,
      "SELECT w FROM jsonb_array_elements_text($1::jsonb) w WHERE to_regtype(w) IS NOT NULL"
      " AND NOT has_type_privilege(to_regtype(w), 'USAGE')" },
    { "REFERENCES on %1", &NeededUse::references,
      "SELECT w FROM jsonb_array_elements_text($1::jsonb) w JOIN pg_class c ON c.oid = to_regclass(w)"
      " WHERE NOT has_any_column_privilege(c.oid, 'REFERENCES')" },
    { "EXECUTE on function %1", &NeededUse::functions,
      "SELECT w FROM jsonb_array_elements_text($1::jsonb) w JOIN pg_proc p"
      " ON p.proname = (parse_ident(w, false))[array_upper(parse_ident(w, false), 1)]"
      " JOIN pg_namespace n ON n.oid = p.pronamespace"
      " WHERE CASE WHEN array_length(parse_ident(w, false), 1) > 1 THEN n.nspname = (parse_ident(w, "
      "false))[1]"
      "  ELSE pg_function_is_visible(p.oid) END"
      " GROUP BY w HAVING NOT bool_or(has_function_privilege(p.oid, 'EXECUTE'))" },
    // The session has row_security off: the server raises an error, in the middle of the run, where a policy
    // would hide rows.
    { "BYPASSRLS, for row-level security may hide rows of %1", &NeededUse::filled,
      "SELECT w FROM jsonb_array_elements_text($1::jsonb) w WHERE to_regclass(w) IS NOT NULL"
      " AND row_security_active(to_regclass(w)::oid)" },
    { "membership in role %1", &NeededUse::owners,
      "SELECT w FROM jsonb_array_elements_text($1::jsonb) w JOIN pg_roles r ON r.rolname = w"
      " WHERE NOT pg_has_role(r.oid, 'MEMBER')" },
};

base::Result<void> appendMissing(postgres::Session &session, const UseCheck &check,
                                 const NeededUse::Names &names, QStringList *missing)
{
    if (names.isEmpty())
        return {};
    const QJsonArray all = QJsonArray::fromStringList(names.keys());
    const auto rows = session.query(QString::fromLatin1(check.sql),
                                    { QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)) });
    if (!rows.has_value())
        return rows.error();
    for (int i = 0; i < rows->count(); ++i) {
        const QString name = rows->text(i, 0);
        missing->append(QStringLiteral("%1 (step %2)")
                            .arg(QString::fromLatin1(check.right).arg(name), names.value(name)));
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

base::Result<QStringList> missingUse(postgres::Session &session, const plan::Plan &plan)
{
    const NeededUse needed = neededUse(plan);
    QStringList missing;
    for (const UseCheck &check : useChecks) {
        if (const auto read = appendMissing(session, check, needed.*check.names, &missing); !read.has_value())
            return read.error();
    }
    if (needed.schemaMaker.isEmpty())
        return missing;
    const auto rows =
        session.query(QStringLiteral("SELECT has_database_privilege(current_database(), 'CREATE')"));
    if (!rows.has_value())
        return rows.error();
    if (!rows->boolean(0, 0))
        missing.append(QStringLiteral("CREATE on database %1 (step %2)")
                           .arg(session.server().database, needed.schemaMaker));
    return missing;
}

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
    const auto use = missingUse(session, plan);
    if (!use.has_value())
        return use.error();
    return missing + *use;
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
