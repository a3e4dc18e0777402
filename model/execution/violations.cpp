#include "violations.h"

#include <model/schema/objectid.h>
#include <model/sql/parser.h>

namespace lockstep::execution {

namespace {

/// One row a constraint: the query for the rows it does not hold for.
constexpr char violationSql[] =
    "SELECT CASE c.contype"
    " WHEN 'c' THEN format('SELECT * FROM %s WHERE NOT (%s) LIMIT 20', $3::text, pg_get_expr(c.conbin, "
    "c.conrelid))"
    " WHEN 'f' THEN format('SELECT * FROM %s c WHERE %s AND NOT EXISTS (SELECT FROM %s p WHERE %s) LIMIT 20',"
    "  $3::text,"
    "  (SELECT string_agg(format('c.%I IS NOT NULL', a.attname), ' AND ') FROM unnest(c.conkey) k"
    "   JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k),"
    "  (SELECT format('%I.%I', n.nspname, t.relname) FROM pg_class t JOIN pg_namespace n ON n.oid = "
    "t.relnamespace"
    "   WHERE t.oid = c.confrelid),"
    "  (SELECT string_agg(format('p.%I = c.%I', f.attname, a.attname), ' AND ')"
    "   FROM unnest(c.conkey, c.confkey) AS k(own, other)"
    "   JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own"
    "   JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.other)) END"
    " FROM pg_constraint c WHERE c.conrelid = to_regclass($1) AND c.conname = $2";

QString violationQuery(postgres::Session &session, const QString &statement)
{
    const auto read = sql::parse(statement);
    const auto *alter = read.has_value() ? read->as<sql::AlterTable>() : nullptr;
    if (!alter)
        return {};
    for (const sql::Subcommand &command : alter->commands) {
        const auto *validate = std::get_if<sql::ValidateConstraint>(&command.detail);
        if (!validate)
            continue;
        const QString table = schema::qualified(alter->relation.schema, alter->relation.name);
        const auto rows = session.query(QString::fromLatin1(violationSql), { table, validate->name, table });
        if (rows.has_value() && rows->count() == 1 && !rows->isNull(0, 0))
            return rows->text(0, 0);
    }
    return {};
}

} // namespace

base::Error withViolations(postgres::Session &session, const QStringList &statements, base::Error error)
{
    if (error.sqlstate != QLatin1String("23514") && error.sqlstate != QLatin1String("23503"))
        return error;
    for (const QString &statement : statements) {
        const QString query = violationQuery(session, statement);
        if (query.isEmpty())
            continue;
        error.hint =
            QStringLiteral("These rows are in the way: %1; correct them and resume the run, or roll it back. "
                           "The constraint stays as it is: checked for new rows only.")
                .arg(query);
        return error;
    }
    return error;
}

} // namespace lockstep::execution
