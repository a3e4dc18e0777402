#include "catalogqueries.h"
#include "catalogreader.h"

#include <model/base/log.h>

namespace lockstep::sources {

using namespace schema;
using postgres::Rows;

namespace {

void addTableStatistics(const Rows &rows, Statistics *statistics)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Kind kind = rows.text(i, 2) == QLatin1String("m") ? Kind::MaterializedView : Kind::Table;
        RelationStatistics relation;
        relation.rows = qint64(rows.real(i, 3));
        // Before 14 a table that was never analysed says 0, like an empty one; the counters know better.
        if (relation.rows <= 0 && rows.integer(i, 9) > 0)
            relation.rows = rows.integer(i, 9);
        relation.pages = rows.integer(i, 4);
        relation.heapBytes = rows.integer(i, 5);
        relation.indexBytes = rows.integer(i, 6);
        relation.readsPerSecond = rows.real(i, 7);
        relation.writesPerSecond = rows.real(i, 8);
        statistics->relations.insert(objectId(kind, rows.text(i, 0), rows.text(i, 1)), relation);
    }
}

void addIndexStatistics(const Rows &rows, Statistics *statistics)
{
    for (int i = 0; i < rows.count(); ++i) {
        RelationStatistics index;
        index.rows = qint64(rows.real(i, 2));
        index.pages = rows.integer(i, 3);
        index.indexBytes = rows.integer(i, 4);
        statistics->relations.insert(objectId(Kind::Index, rows.text(i, 0), rows.text(i, 1)), index);
    }
}

void addColumnStatistics(const Rows &rows, Statistics *statistics)
{
    for (int i = 0; i < rows.count(); ++i) {
        for (const Kind kind : { Kind::Table, Kind::MaterializedView }) {
            const auto relation =
                statistics->relations.find(objectId(kind, rows.text(i, 0), rows.text(i, 1)));
            if (relation != statistics->relations.end())
                relation->columns.insert(rows.text(i, 2), { rows.real(i, 3), rows.real(i, 4),
                                                            int(rows.integer(i, 5)), rows.real(i, 6) });
        }
    }
}

void addDatabaseSize(const Rows &rows, Statistics *statistics)
{
    statistics->databaseBytes = rows.integer(0, 0);
}

/// For its lifetime names are looked up in pg_catalog alone, whatever the role has set.
class OwnNames
{
public:
    explicit OwnNames(postgres::Session &session)
        : m_session(session)
        , m_isSet(session.executeScript(QStringLiteral("BEGIN READ ONLY; SET LOCAL search_path = ''"))
                      .has_value())
    { }
    ~OwnNames()
    {
        if (m_isSet && !m_session.execute(QStringLiteral("ROLLBACK")).has_value())
            base::log::warning("sources", QStringLiteral("The reading transaction could not be ended."));
    }
    OwnNames(const OwnNames &) = delete;
    OwnNames &operator=(const OwnNames &) = delete;

private:
    postgres::Session &m_session;
    bool m_isSet = false;
};

} // namespace

base::Result<QStringList> hiddenStatistics(postgres::Session &session, std::stop_token stop)
{
    const OwnNames own(session);
    const auto rows = runCatalogQuery(session, QStringLiteral("unreadablestatistics"), stop);
    if (!rows.has_value())
        return rows.error();
    QStringList names;
    for (int i = 0; i < rows->count(); ++i)
        names.append(qualified(rows->text(i, 0), rows->text(i, 1)));
    return names;
}

base::Result<StatisticsPtr> readStatistics(postgres::Session &session, std::stop_token stop)
{
    const postgres::CancelOnStop canceler(session, stop);
    const OwnNames names(session);
    auto statistics = std::make_shared<Statistics>();
    const struct
    {
        QString query;
        void (*add)(const Rows &, Statistics *);
    } parts[] = { { QStringLiteral("tablestatistics"), addTableStatistics },
                  { QStringLiteral("indexstatistics"), addIndexStatistics },
                  { QStringLiteral("columnstatistics"), addColumnStatistics },
                  { QStringLiteral("databasesize"), addDatabaseSize } };
    for (const auto &part : parts) {
        const base::Result<Rows> rows = runCatalogQuery(session, part.query, stop);
        if (!rows.has_value())
            return rows.error();
        part.add(*rows, statistics.get());
    }
    statistics->takenAt = QDateTime::currentDateTimeUtc();
    return StatisticsPtr(statistics);
}

} // namespace lockstep::sources
