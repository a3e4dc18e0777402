#include "contentsums.h"

#include <model/schema/objectid.h>
#include <model/sources/catalogqueries.h>

#include <algorithm>

namespace lockstep::proof {

namespace {

QString whenText(Moment moment)
{
    return moment == Moment::AfterPlan ? QStringLiteral("after the plan")
                                       : QStringLiteral("after the rollback");
}

/// The same text for the same value, whatever the session's settings.
base::Result<void> fixFormats(postgres::Session &session)
{
    return session.executeScript(
        QStringLiteral("SET DateStyle = 'ISO, MDY'; SET TimeZone = 'UTC'; SET IntervalStyle = 'postgres'; "
                       "SET bytea_output = 'hex'; SET extra_float_digits = 1; SET search_path = ''"));
}

QString sumOf(const QString &expression)
{
    return QStringLiteral("coalesce(sum(hashtextextended((%1)::text COLLATE \"C\", 0)::numeric), 0)")
        .arg(expression);
}

base::Result<void> readSums(postgres::Session &session, const QString &from, TableSums *table)
{
    QStringList names;
    QStringList parts{ QStringLiteral("count(*)") };
    for (const ColumnSum &column : table->columns) {
        names.append(schema::quoteIdent(column.name));
        parts << QStringLiteral("count(%1)").arg(names.last()) << sumOf(names.last());
    }
    parts.append(sumOf(QStringLiteral("ROW(%1)").arg(names.join(QStringLiteral(", ")))));
    const auto rows =
        session.query(QStringLiteral("SELECT %1 FROM %2").arg(parts.join(QStringLiteral(", ")), from));
    if (!rows.has_value())
        return rows.error();
    table->rows = rows->integer(0, 0);
    for (int i = 0; i < table->columns.size(); ++i) {
        table->columns[i].values = rows->integer(0, 1 + 2 * i);
        table->columns[i].sum = rows->text(0, 2 + 2 * i);
    }
    table->sum = rows->text(0, 1 + 2 * int(table->columns.size()));
    return {};
}

/// One table in the beginning and now.
class SumComparison
{
public:
    SumComparison(const TableSums &before, const Expectation &expected, Moment moment,
                  ContentFindings *findings)
        : m_before(before)
        , m_expected(expected)
        , m_moment(moment)
        , m_findings(*findings)
        , m_content{ before.schema, before.name, {}, {}, {} }
    { }

    void missing()
    {
        tell(QStringLiteral("Table %1 with %2 rows is not there")
                 .arg(m_content.sqlName(), QString::number(m_before.rows)),
             m_expected.loserOf(m_content));
    }

    void compare(const TableSums &after)
    {
        if (after.rows != m_before.rows) {
            tell(QStringLiteral("Table %1 has %2 rows instead of %3")
                     .arg(m_content.sqlName(), QString::number(after.rows), QString::number(m_before.rows)),
                 m_expected.loserOf(m_content));
            return;
        }
        const auto found = m_findings.lost.size() + m_findings.notes.size();
        bool isWhole = true; // All of it could be compared.
        for (const ColumnSum &column : m_before.columns)
            isWhole = compareColumn(column, after) && isWhole;
        const bool isSilent = m_findings.lost.size() + m_findings.notes.size() == found;
        if (m_moment == Moment::AfterRollback && isWhole && isSilent && after.sum != m_before.sum)
            tell(QStringLiteral("Table %1 holds the same values in other rows").arg(m_content.sqlName()), {});
    }

private:
    /// A loss, or a note where a step said so.
    void tell(const QString &what, const QString &loser)
    {
        const QString sentence = QStringLiteral("%1 %2.").arg(what, whenText(m_moment));
        const QString caution =
            m_moment == Moment::AfterRollback ? m_expected.cautionOf(m_content.sqlName()) : QString();
        if (!loser.isEmpty())
            m_findings.notes.append(sentence + QStringLiteral(" %1 says so.").arg(loser));
        else if (!caution.isEmpty())
            m_findings.notes.append(sentence
                                    + QStringLiteral(" %1 says what its way back loses.").arg(caution));
        else
            m_findings.lost.append(sentence);
    }

    /// False if the column could not be compared.
    bool compareColumn(const ColumnSum &column, const TableSums &after)
    {
        const bool isBack = m_moment == Moment::AfterRollback;
        const QString name =
            isBack ? column.name : m_expected.columnAfter(m_before.schema, m_before.name, column.name);
        const ColumnSum *now = after.find(name);
        const QString what =
            QStringLiteral("column %1 of table %2").arg(schema::quoteIdent(column.name), m_content.sqlName());
        QString loser = m_expected.loserOf(m_content, column.name);
        if (!now) {
            if (loser.isEmpty())
                loser = m_expected.homeOf(m_content, column.name);
            tell(QStringLiteral("The values of %1 are gone").arg(what), loser);
            return false;
        }
        const bool isChanged =
            !isBack
            && (now->type != column.type || m_expected.isWritten(m_content.sqlName(), column.name)
                || m_expected.hasConversion(m_before.schema, m_before.name, column.name)
                || m_expected.hasRenamedLabels(column.type));
        if (isChanged || (now->values == column.values && now->sum == column.sum))
            return !isChanged;
        if (loser.isEmpty())
            loser = m_expected.partLoserOf(m_content, column.name);
        const QString how =
            now->values == column.values
                ? QString()
                : QStringLiteral(" (%1 of them are NULL that were not)").arg(column.values - now->values);
        tell(QStringLiteral("Values of %1 differ%2").arg(what, now->values < column.values ? how : QString()),
             loser);
        return true;
    }

    const TableSums &m_before;
    const Expectation &m_expected;
    const Moment m_moment;
    ContentFindings &m_findings;
    const TableContent m_content; ///< Its name alone, for what the plan says of it.
};

/// True if every partition with rows is there, as it was: perhaps as a table of its own now.
bool arePartitionsKept(const QString &table, const ContentSums &before, const ContentSums &after)
{
    bool isAny = false;
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (it->partitionOf != table || it->rows == 0)
            continue;
        isAny = true;
        const auto now = after.constFind(it.key());
        if (now == after.constEnd() || now->rows != it->rows || now->sum != it->sum)
            return false;
    }
    return isAny;
}

} // namespace

const ColumnSum *TableSums::find(const QString &column) const
{
    const auto it = std::find_if(columns.begin(), columns.end(),
                                 [&column](const ColumnSum &c) { return c.name == column; });
    return it == columns.end() ? nullptr : &*it;
}

base::Result<ContentSums> readContentSums(postgres::Session &session, const std::stop_token &stop)
{
    if (const auto fixed = fixFormats(session); !fixed.has_value())
        return fixed.error();
    const auto columns = sources::runCatalogQuery(session, QStringLiteral("contentcolumns"), stop);
    if (!columns.has_value())
        return columns.error();
    ContentSums sums;
    QHash<QString, QString> from;
    for (int i = 0; i < columns->count(); ++i) {
        const QString name = schema::qualified(columns->text(i, 0), columns->text(i, 1));
        TableSums &table = sums[name];
        table.schema = columns->text(i, 0);
        table.name = columns->text(i, 1);
        table.partitionOf = columns->text(i, 5);
        table.columns.append({ columns->text(i, 3), columns->text(i, 4), 0, {} });
        from.insert(name, columns->text(i, 2) == QLatin1String("p") ? name : QStringLiteral("ONLY ") + name);
    }
    const auto path = searchEverySchema(session);
    if (!path.has_value())
        return path.error();
    for (auto it = sums.begin(); it != sums.end(); ++it) {
        const auto read = readSums(session, from.value(it.key()), &*it);
        if (stop.stop_requested())
            return base::canceled();
        if (!read.has_value())
            return read.error();
    }
    return sums;
}

ContentFindings compareSums(const ContentSums &before, const ContentSums &after, const Expectation &expected,
                            Moment moment)
{
    ContentFindings findings;
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (it->rows == 0 || !it->partitionOf.isEmpty() || arePartitionsKept(it.key(), before, after))
            continue;
        SumComparison comparison(*it, expected, moment, &findings);
        const QString name =
            moment == Moment::AfterPlan ? expected.tableAfter(it->schema, it->name) : it.key();
        const auto now = after.constFind(name);
        if (now == after.constEnd())
            comparison.missing();
        else
            comparison.compare(*now);
    }
    return findings;
}

} // namespace lockstep::proof
