#include "estimator.h"

#include <QRegularExpression>

#include <algorithm>

/// Statements about rows: how many they are is seldom known.
namespace lockstep::analysis {

void Estimator::addSample(const Key &key)
{
    Keys sampled = m_state.descendants(key);
    sampled.append(key);
    const int columns = m_shapes.columnCount(key);
    for (const Key &each : std::as_const(sampled)) {
        TableShape table = m_shapes.table(each);
        if (m_state.isNew(each)) {
            // What the plan has put into it meanwhile is not known: as much as is sampled at most.
            table.rows = sampledRows;
            table.bytes = sampledRows * pageBytes;
        }
        const double rows = std::min(table.rows, sampledRows);
        const QString amount = QStringLiteral("%1 sampled rows").arg(grouped(qint64(rows)));
        m_pieces.append(
            { m_model.sample(table, columns), amount, rows, QStringLiteral(" rows/s"), dataSpread, each });
    }
}

void Estimator::addBroughtRows(const Key &into)
{
    constexpr double spread = 100;
    const TableShape table = m_shapes.table(into);
    TableShape brought;
    brought.rows = double(assumedRows);
    brought.bytes = brought.rows * (table.rows > 0 ? table.rowBytes() : ShapeReader::widthOf({}));
    const QString amount = QStringLiteral("%1 rows, of which nothing is known,").arg(grouped(assumedRows));
    m_pieces.append({ m_model.copy(brought, table.indexes), amount, brought.rows, QStringLiteral(" rows/s"),
                      spread, into, true });
}

/// An UPDATE, DELETE or MERGE, of the rows that its condition lets in.
void Estimator::addWrite(const Occurrence &occurrence, bool hasWhere, const QString &text)
{
    static const QRegularExpression where(QStringLiteral("\\bWHERE\\b(.*)$"),
                                          QRegularExpression::CaseInsensitiveOption
                                              | QRegularExpression::DotMatchesEverythingOption);
    const Key &key = occurrence.own;
    const TableShape table = m_shapes.table(key);
    if (!hasWhere) {
        addByRows(m_model.backfill(table, {}), key, dataSpread);
        return;
    }
    const QString condition = where.match(text).captured(1);
    const QString column = ShapeReader::equalColumn(condition);
    TableShape written = table;
    const double share = m_shapes.shareOf(key, condition);
    written.rows *= share;
    written.bytes *= share;
    Cost cost = m_model.backfill(written, {});
    if (column.isEmpty() || !m_state.hasIndexOn(key, { column }))
        cost = cost + m_model.scan(table, 1);
    addByRows(cost, key, dataSpread);
    m_pieces.last().mayBeNone = true;
}

void Estimator::addData(const Occurrence &occurrence, const sql::Statement &statement, const QString &text)
{
    if (occurrence.own.second.isEmpty())
        return; // Rows that refer to those written are looked up, one by one.
    const Key source = occurrence.others.value(0);
    const auto *insert = statement.as<sql::Insert>();
    const auto *copied = statement.as<sql::Copy>();
    if (insert && insert->sources.size() == 1) {
        const TableShape from = m_shapes.table(source);
        addByBytes(m_model.copy(from, m_shapes.table(occurrence.own).indexes), source,
                   from.bytes + from.toastBytes, joinSpread);
        m_pieces.last().mayBeNone = text.contains(QLatin1String("WHERE"), Qt::CaseInsensitive);
        return;
    }
    if (insert || (copied && copied->isFrom)) {
        addBroughtRows(occurrence.own);
        return;
    }
    if (const auto *create = statement.as<sql::CreateTableAs>()) {
        if (!create->withData)
            return;
        for (const Key &each : occurrence.others) {
            const TableShape from = m_shapes.table(each);
            addByRows(create->materialized ? m_model.query(from) : m_model.copy(from, {}), each, dataSpread);
        }
        return;
    }
    if (statement.as<sql::CreateTable>())
        return; // LIKE takes no rows along.
    const auto *update = statement.as<sql::Update>();
    const auto *removal = statement.as<sql::Delete>();
    if (update || removal || statement.as<sql::Merge>()) {
        addWrite(occurrence, (update && update->hasWhere) || (removal && removal->hasWhere), text);
        return;
    }
    if (occurrence.form == Form::RefreshConcurrently) {
        addRefresh(occurrence);
        return;
    }
    if (m_read.contains(occurrence.own))
        return;
    m_read.insert(occurrence.own);
    const TableShape table = m_shapes.table(occurrence.own);
    addByBytes(m_model.scan(table, 1), occurrence.own, table.bytes, dataSpread);
}

} // namespace lockstep::analysis
