#include "catalogqueries.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

/// Resources of a static library register only when asked, and only from the global namespace.
static void initCatalogSqlResource()
{
    Q_INIT_RESOURCE(catalogsql);
}

namespace lockstep::sources {

namespace {

bool isForVersion(const QString &line, int major)
{
    static const QRegularExpression mark(QStringLiteral("-- (?:since (\\d+))? ?(?:before (\\d+))?\\s*$"));
    const QRegularExpressionMatch match = mark.match(line);
    if (!match.hasMatch())
        return true;
    const bool isOldEnough = match.captured(2).isEmpty() || major < match.captured(2).toInt();
    return isOldEnough && (match.captured(1).isEmpty() || major >= match.captured(1).toInt());
}

/// The server does not say which text it cannot send as UTF-8. Asked for the bytes as they are, it sends
/// them, and the session finds and names the first that are none.
base::Error withStrangeText(postgres::Session &session, const QString &query, const base::Error &error)
{
    const auto begun = session.executeScript(QStringLiteral(
        "ROLLBACK; BEGIN READ ONLY; SET LOCAL search_path = ''; SET LOCAL client_encoding = 'SQL_ASCII'"));
    if (!begun.has_value())
        return error;
    const auto rows = session.query(query);
    (void)session.execute(QStringLiteral("ROLLBACK"));
    return rows.has_value() ? error : rows.error();
}

base::Error readingError(postgres::Session &session, const QString &name, base::Error error,
                         const std::stop_token &stop)
{
    if (stop.stop_requested())
        return base::canceled();
    if (error.sqlstate == QLatin1String("22021"))
        error = withStrangeText(session, catalogQuery(name, session.server().version), error);
    error.message = QStringLiteral("The catalog of \"%1\" could not be read (%2): %3")
                        .arg(session.server().database, name, error.message);
    return error;
}

} // namespace

QString catalogQuery(const QString &name, int serverVersion)
{
    initCatalogSqlResource();
    QFile file(QStringLiteral(":/lockstep/sql/%1.sql").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList kept;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        // The server need not convert them to an encoding that may lack their letters.
        const bool isComment = line.trimmed().startsWith(QLatin1String("--"));
        if (!isComment && isForVersion(line, serverVersion / 10000))
            kept.append(line);
    }
    return kept.join(QLatin1Char('\n'));
}

base::Result<postgres::Rows> runCatalogQuery(postgres::Session &session, const QString &name,
                                             const std::stop_token &stop)
{
    if (stop.stop_requested())
        return base::canceled();
    base::Result<postgres::Rows> rows = session.query(catalogQuery(name, session.server().version));
    if (rows.has_value())
        return rows;
    return readingError(session, name, rows.error(), stop);
}

base::Result<void> streamCatalogQuery(postgres::Session &session, const QString &name, int keyColumns,
                                      const postgres::Session::TakeBatch &take, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return base::canceled();
    base::Result<void> taken =
        session.queryInBatches(catalogQuery(name, session.server().version), keyColumns, take);
    if (taken.has_value())
        return taken;
    return readingError(session, name, taken.error(), stop);
}

} // namespace lockstep::sources
