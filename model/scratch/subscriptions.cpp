#include "subscriptions.h"

#include <QRegularExpression>

namespace lockstep::scratch {

namespace {

/// Through JSON, because most columns are younger than PostgreSQL 12.
const char *const copies = R"(
SELECT format('CREATE SUBSCRIPTION %I CONNECTION %L PUBLICATION %s WITH (connect = false, slot_name = %s%s)',
              s.subname, s.subconninfo, (SELECT string_agg(quote_ident(p), ', ') FROM unnest(s.subpublications) p),
              coalesce(quote_literal(s.subslotname), 'NONE'),
              (SELECT string_agg(format(', %s = %L', o.name, o.value), '')
               FROM (VALUES ('synchronous_commit', j ->> 'subsynccommit'), ('binary', j ->> 'subbinary'),
                            ('streaming', CASE left(j ->> 'substream', 1) WHEN 'p' THEN 'parallel' WHEN 't' THEN 'true'
                                          WHEN 'f' THEN 'false' END),
                            ('two_phase', ((j ->> 'subtwophasestate') <> 'd')::text),
                            ('disable_on_error', j ->> 'subdisableonerr'), ('origin', j ->> 'suborigin'),
                            ('password_required', j ->> 'subpasswordrequired'),
                            ('run_as_owner', j ->> 'subrunasowner'), ('failover', j ->> 'subfailover')) o (name, value)
               WHERE o.value IS NOT NULL)),
       CASE WHEN pg_get_userbyid(s.subowner) <> current_user
            THEN format('ALTER SUBSCRIPTION %I OWNER TO %I', s.subname, pg_get_userbyid(s.subowner)) END,
       (SELECT format('COMMENT ON SUBSCRIPTION %I IS %L', s.subname, c.description) FROM pg_catalog.pg_description c
        WHERE c.classoid = 'pg_catalog.pg_subscription'::regclass AND c.objoid = s.oid)
FROM pg_catalog.pg_subscription s CROSS JOIN to_jsonb(s) j
WHERE s.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = $1))";

const char *const names = R"(
SELECT pg_catalog.quote_ident(s.subname) FROM pg_catalog.pg_subscription s
WHERE s.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))";

QStringList dropStatements(const QString &quotedName)
{
    const QString alter = QStringLiteral("ALTER SUBSCRIPTION %1 ").arg(quotedName);
    return { alter + QStringLiteral("DISABLE"), alter + QStringLiteral("SET (slot_name = NONE)"),
             QStringLiteral("DROP SUBSCRIPTION ") + quotedName };
}

QuietStatement quietCreate(const QString &sql)
{
    static const QRegularExpression parameters(QStringLiteral("\\bwith\\s*\\(([^()]*)\\)\\s*$"),
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression quiet(QStringLiteral("\\bconnect\\s*=\\s*'?(false|off|no|0)\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression loud(QStringLiteral("^(connect|enabled|create_slot|copy_data)\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = parameters.match(sql);
    if (!match.hasMatch())
        return { { sql + QStringLiteral(" WITH (connect = false)") }, true };
    if (quiet.match(match.captured(1)).hasMatch())
        return { { sql }, false };
    QStringList kept{ QStringLiteral("connect = false") };
    for (const QString &parameter : match.captured(1).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!loud.match(parameter.trimmed()).hasMatch())
            kept.append(parameter.trimmed());
    }
    return { { sql.left(match.capturedStart())
               + QStringLiteral("WITH (%1)").arg(kept.join(QStringLiteral(", "))) },
             true };
}

} // namespace

base::Result<void> copySubscriptions(postgres::Session &session, const QString &templateName)
{
    const auto rows = session.query(QLatin1String(copies), { templateName });
    if (!rows.has_value())
        return {}; // Only superusers see connection texts, and only they could have made them here.
    for (int row = 0; row < rows->count(); ++row) {
        for (int column = 0; column < 3; ++column) {
            if (rows->isNull(row, column))
                continue;
            const auto made = session.execute(rows->text(row, column));
            if (!made.has_value())
                return made.error();
        }
    }
    return {};
}

base::Result<void> dropSubscriptions(postgres::Session &session)
{
    const auto rows = session.query(QLatin1String(names));
    if (!rows.has_value())
        return rows.error();
    for (int row = 0; row < rows->count(); ++row) {
        for (const QString &sql : dropStatements(rows->text(row, 0))) {
            const auto done = session.execute(sql);
            if (!done.has_value())
                return done.error();
        }
    }
    return {};
}

QuietStatement withoutConnecting(const QString &sql)
{
    static const QRegularExpression statement(
        QStringLiteral("^(create|alter|drop)\\s+subscription\\s+(?:if\\s+exists\\s+)?"
                       "(\"(?:[^\"]|\"\")+\"|[^\\s;]+)\\s*(\\w*(?:\\s+publication)?)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = statement.match(sql);
    const QString verb = match.captured(1).toLower();
    const QString clause = match.captured(3).simplified().toLower();
    if (verb == QLatin1String("create"))
        return quietCreate(sql);
    if (verb == QLatin1String("drop"))
        return { dropStatements(match.captured(2)), true };
    if (clause == QLatin1String("enable") || clause == QLatin1String("refresh publication"))
        return { {}, true };
    const bool refreshes = clause.endsWith(QLatin1String(" publication"))
                           && !sql.contains(QLatin1String("refresh"), Qt::CaseInsensitive);
    if (refreshes)
        return { { sql + QStringLiteral(" WITH (refresh = false)") }, true };
    return { { sql }, false };
}

} // namespace lockstep::scratch
