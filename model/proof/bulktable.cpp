#include "bulktable.h"

#include <model/schema/objectid.h>

#include <algorithm>

namespace lockstep::proof {

namespace {

/// Of the rows whose foreign key may be NULL.
constexpr int unrelatedPermille = 80;

QString parentAlias(int parent)
{
    return QStringLiteral("p%1").arg(parent);
}

QString parentTable(int parent)
{
    return QStringLiteral("pg_temp.lockstep_parent_%1").arg(parent);
}

/// Which row of the parent: every one in turn where the key must differ, else any.
QString parentNumber(const BulkParent &parent, int index, qint64 before, const BulkRound &round)
{
    constexpr int saltOfParents = 5000;
    if (!parent.isKey)
        return QStringLiteral("%1 % %2").arg(bulkRandom(round, saltOfParents + index)).arg(parent.rows);
    return before == 1 ? QStringLiteral("g.n % %1").arg(parent.rows)
                       : QStringLiteral("(g.n / %1 + g.n % %1) % %2").arg(before).arg(parent.rows);
}

} // namespace

BulkInsert::BulkInsert(SeedTable table, QVector<BulkColumn> columns, QVector<BulkParent> parents)
    : m_table(std::move(table))
    , m_columns(std::move(columns))
    , m_parents(std::move(parents))
{ }

bool BulkInsert::refersToItself() const
{
    return std::any_of(m_parents.begin(), m_parents.end(), [](const BulkParent &p) { return p.isSelf; });
}

bool BulkInsert::refersToOthers() const
{
    return std::any_of(m_table.foreignKeys.begin(), m_table.foreignKeys.end(),
                       [this](const SeedForeignKey &key) { return key.referenced != m_table.oid; });
}

QString BulkInsert::keepRows() const
{
    QStringList names{ QStringLiteral("row_number() OVER () - 1 AS lockstep_rn") };
    for (const BulkColumn &column : m_columns)
        names.append(schema::quoteIdent(column.column.name));
    return QStringLiteral("DROP TABLE IF EXISTS pg_temp.lockstep_rows; CREATE TEMP TABLE lockstep_rows AS "
                          "SELECT %1 FROM ONLY %2; "
                          "ANALYZE pg_temp.lockstep_rows")
        .arg(names.join(QStringLiteral(", ")), m_table.sqlName());
}

QString BulkInsert::keepParent(int parent) const
{
    const BulkParent &p = m_parents[parent];
    QStringList names{ QStringLiteral("row_number() OVER () - 1 AS lockstep_rn") };
    QStringList notNull;
    for (int i = 0; i < p.referenced.size(); ++i) {
        names.append(QStringLiteral("%1 AS c%2").arg(p.referenced[i], QString::number(i)));
        notNull.append(p.referenced[i] + QStringLiteral(" IS NOT NULL"));
    }
    return QStringLiteral("DROP TABLE IF EXISTS %1; CREATE TEMP TABLE lockstep_parent_%2 AS SELECT %3 FROM "
                          "%4 WHERE %5; ANALYZE %1")
        .arg(parentTable(parent), QString::number(parent), names.join(QStringLiteral(", ")), p.table,
             notNull.join(QStringLiteral(" AND ")));
}

int BulkInsert::parentOf(const BulkColumn &column) const
{
    for (int i = 0; i < m_parents.size(); ++i) {
        if (m_parents[i].rows > 0 && m_parents[i].key.columns.contains(column.column.number))
            return i;
    }
    return -1;
}

QString BulkInsert::parentValue(const BulkColumn &column, int parent, const BulkRound &round) const
{
    const BulkParent &p = m_parents[parent];
    const QString value =
        QStringLiteral("%1.c%2").arg(parentAlias(parent)).arg(p.key.columns.indexOf(column.column.number));
    const QString there = QStringLiteral("r.") + schema::quoteIdent(column.column.name);
    constexpr int saltOfNulls = 7000;
    QString text = QStringLiteral("CASE ");
    const auto mayBeNull = [this](int number) {
        const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                        [number](const BulkColumn &c) { return c.column.number == number; });
        return found != m_columns.end() && !found->column.notNull;
    };
    const bool all = std::all_of(p.key.columns.begin(), p.key.columns.end(), mayBeNull);
    if (!column.column.notNull && (all || !p.key.matchFull)) {
        const int permille =
            column.statistics ? int(column.statistics->nullFraction * 1000) : unrelatedPermille;
        text += QStringLiteral("WHEN %1 % 1000 < %2 THEN NULL ")
                    .arg(bulkRandom(round, saltOfNulls + parent))
                    .arg(permille);
    }
    const bool isTied = std::any_of(m_columns.begin(), m_columns.end(), [&](const BulkColumn &c) {
        return c.isTied && p.key.columns.contains(c.column.number);
    });
    if (isTied)
        text += QStringLiteral("WHEN %1 THEN %2 ").arg(bulkIsPlain(round), there);
    return text == QLatin1String("CASE ") ? value : text + QStringLiteral("ELSE %1 END").arg(value);
}

QString BulkInsert::values(const BulkRound &round) const
{
    QStringList texts;
    for (const BulkColumn &column : m_columns) {
        const int parent = parentOf(column);
        const QString value = parent < 0 ? bulkValue(column, round) : parentValue(column, parent, round);
        texts.append(QStringLiteral("%1 AS %2").arg(value, schema::quoteIdent(column.column.name)));
    }
    return texts.join(QStringLiteral(", "));
}

QString BulkInsert::parentJoins(const BulkRound &round) const
{
    QString joins;
    qint64 before = 1;
    for (int i = 0; i < m_parents.size(); ++i) {
        const BulkParent &parent = m_parents[i];
        if (parent.rows == 0)
            continue;
        joins += QStringLiteral(" JOIN %1 %2 ON %2.lockstep_rn = %3")
                     .arg(parentTable(i), parentAlias(i), parentNumber(parent, i, before, round));
        if (parent.isKey)
            before *= parent.rows;
    }
    return joins;
}

QString BulkInsert::insert(const BulkRound &round, qint64 from, qint64 to, qint64 limit, qint64 kept,
                           bool skipsConflicts) const
{
    QStringList names;
    QStringList conditions{ QStringLiteral("true") };
    for (const BulkColumn &column : m_columns) {
        names.append(schema::quoteIdent(column.column.name));
        if (column.column.notNull)
            conditions.append(names.last() + QStringLiteral(" IS NOT NULL"));
    }
    for (const SeedCheck &check : m_table.checks)
        conditions.append(QStringLiteral("(%1) IS NOT FALSE").arg(check.expression));
    constexpr int saltOfRows = 3;
    const QString rows =
        QStringLiteral("SELECT %1 FROM (SELECT n FROM generate_series(%2::bigint, %3::bigint) n) g "
                       "JOIN pg_temp.lockstep_rows r ON r.lockstep_rn = %4 % %5%6")
            .arg(values(round), QString::number(from), QString::number(to), bulkRandom(round, saltOfRows),
                 QString::number(kept), parentJoins(round));
    return QStringLiteral(
               "INSERT INTO %1 (%2) OVERRIDING SYSTEM VALUE SELECT %2 FROM (%3) AS %4 WHERE %5 LIMIT %6%7")
        .arg(m_table.sqlName(), names.join(QStringLiteral(", ")), rows, schema::quoteIdent(m_table.name),
             conditions.join(QStringLiteral(" AND ")), QString::number(limit),
             skipsConflicts ? QStringLiteral(" ON CONFLICT DO NOTHING") : QString());
}

} // namespace lockstep::proof
