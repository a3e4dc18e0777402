#include "checkreader.h"

#include "catalogqueries.h"

#include <model/base/secrets.h>
#include <model/schema/objectid.h>

#include <QDir>
#include <QRegularExpression>

namespace lockstep::sources {

namespace {

using schema::CheckReading;

/// A table of its own: rows of literals with the names of its columns.
QString literalTable(const QStringList &rows, const char *empty, const char *name)
{
    const QString list = rows.isEmpty() ? QStringLiteral("SELECT %1 WHERE false").arg(QLatin1String(empty))
                                        : QStringLiteral("VALUES ") + rows.join(QStringLiteral(", "));
    return QStringLiteral("(%1) AS %2").arg(list, QLatin1String(name));
}

QString schemaList(const QStringList &schemas)
{
    QStringList rows;
    for (const QString &schema : schemas)
        rows.append(QStringLiteral("(%1)").arg(schema::quoteLiteral(schema)));
    return literalTable(rows, "''::text", "s(schema)");
}

QString objectList(const QVector<PlannedObject> &objects)
{
    QStringList rows;
    for (const PlannedObject &object : objects)
        rows.append(QStringLiteral("(%1, %2, %3)")
                        .arg(schema::quoteLiteral(object.kind), schema::quoteLiteral(object.schema),
                             schema::quoteLiteral(object.name)));
    return literalTable(rows, "''::text, ''::text, ''::text", "o(kind, schema, name)");
}

QString relationList(const QVector<PlannedRelation> &relations)
{
    QStringList rows;
    for (const PlannedRelation &relation : relations)
        rows.append(QStringLiteral("(%1, %2, %3, %4)")
                        .arg(schema::quoteLiteral(relation.schema), schema::quoteLiteral(relation.name),
                             schema::quoteLiteral(relation.display),
                             relation.isChanged ? QStringLiteral("true") : QStringLiteral("false")));
    return literalTable(rows, "''::text, ''::text, ''::text, false", "p(schema, name, display, changed)");
}

QString whyUnknown(const postgres::Session &session, const CheckQuery &query, const base::Error &error)
{
    if (error.sqlstate == QLatin1String("42501"))
        return QStringLiteral("Role %1 may not read this: %2").arg(session.server().user, error.message);
    if (error.sqlstate == QLatin1String("57014"))
        return QStringLiteral("There was no answer within %1 s.").arg(query.timeoutMs / 1000.0);
    if (error.sqlstate == QLatin1String("55P03"))
        return QStringLiteral("A relation is locked by another session, and a check does not wait for it.");
    return QStringLiteral("The server refused the query: %1").arg(error.message);
}

void take(const postgres::Rows &rows, CheckReading *reading)
{
    reading->columns = rows.columns();
    const int statement = reading->column(QStringLiteral("query"));
    for (int i = 0; i < rows.count(); ++i) {
        QStringList row;
        for (int k = 0; k < reading->columns.size(); ++k) {
            const QString text = rows.text(i, k);
            row.append(k == statement ? base::withoutSecrets(text) : text);
        }
        reading->rows.append(row);
    }
}

} // namespace

QVector<CheckQuery> serverChecks(const CheckSubjects &subjects, int serverVersion)
{
    static const QRegularExpression mark(QStringLiteral("\\s*-- (?:since|before) \\d+\\s*$"),
                                         QRegularExpression::MultilineOption);
    (void)catalogQuery(QStringLiteral("relations"), serverVersion); // The resource is there afterwards.
    const QString relations = relationList(subjects.relations);
    const QString schemas = schemaList(subjects.schemas);
    const QString objects = objectList(subjects.objects);
    QVector<CheckQuery> queries;
    const QDir directory(QStringLiteral(":/lockstep/sql/checks"));
    for (const QString &file :
         directory.entryList({ QStringLiteral("[0-9]*.sql") }, QDir::Files, QDir::Name)) {
        const QString name = file.section(QLatin1Char('-'), 1).chopped(4);
        QString sql = catalogQuery(QStringLiteral("checks/") + file.chopped(4), serverVersion).trimmed();
        sql.remove(mark)
            .replace(QLatin1String("{relations}"), relations)
            .replace(QLatin1String("{schemas}"), schemas)
            .replace(QLatin1String("{objects}"), objects);
        queries.append({ name, sql });
    }
    return queries;
}

base::Result<schema::CheckReadings> readChecks(postgres::Session &session, const QVector<CheckQuery> &queries,
                                               std::stop_token stop)
{
    const postgres::CancelOnStop canceler(session, stop);
    schema::CheckReadings readings;
    for (const CheckQuery &query : queries) {
        if (stop.stop_requested())
            return base::canceled();
        CheckReading reading{ query.name, query.sql };
        const QString path = query.usesOwnPath
                                 ? QString()
                                 : QStringLiteral("; SET LOCAL search_path = ''; SET LOCAL DateStyle = ISO");
        const auto begun = session.executeScript(
            QStringLiteral(
                "BEGIN READ ONLY; SET LOCAL statement_timeout = %1; SET LOCAL lock_timeout = 500%2")
                .arg(QString::number(query.timeoutMs), path));
        const auto rows =
            begun.has_value() ? session.query(query.sql) : base::Result<postgres::Rows>(begun.error());
        if (!session.isConnected())
            return rows.has_value() ? base::internalError(QStringLiteral("The connection is gone."))
                                    : rows.error();
        if (rows.has_value()) {
            take(*rows, &reading);
        } else {
            reading.unknown = whyUnknown(session, query, rows.error());
            reading.sqlstate = rows.error().sqlstate;
        }
        if (const auto ended = session.execute(QStringLiteral("ROLLBACK")); !ended.has_value())
            return ended.error();
        readings.insert(query.name, reading);
    }
    if (stop.stop_requested())
        return base::canceled();
    return readings;
}

} // namespace lockstep::sources
