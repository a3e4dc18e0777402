#include "rowtriggers.h"

namespace lockstep::plan {

QString differs(const QString &a, const QString &b)
{
    return QStringLiteral("ROW(%1)::record OPERATOR(pg_catalog.*<>) ROW(%2)::record").arg(a, b);
}

QStringList createRowTrigger(const Action &action, const QString &name, const QString &body,
                             const QString &settings)
{
    const QString relation = relationSql(action);
    const QString function = schema::qualified(action.relation.schema, name);
    const QString quoted = schema::quoteIdent(name);
    return {
        QStringLiteral("CREATE FUNCTION %1() RETURNS trigger LANGUAGE plpgsql%2 AS "
                       "$lockstep$\n#variable_conflict use_column\n%3\n$lockstep$")
            .arg(function, settings, body),
        QStringLiteral("CREATE TRIGGER %1 BEFORE INSERT OR UPDATE ON %2 FOR EACH ROW EXECUTE FUNCTION %3()")
            .arg(quoted, relation, function),
        alterTable(relation, QStringLiteral("ENABLE ALWAYS TRIGGER %1").arg(quoted)),
    };
}

QStringList dropRowTrigger(const Action &action, const QString &name)
{
    return {
        QStringLiteral("DROP TRIGGER %1 ON %2").arg(schema::quoteIdent(name), relationSql(action)),
        QStringLiteral("DROP FUNCTION %1()").arg(schema::qualified(action.relation.schema, name)),
    };
}

} // namespace lockstep::plan
