#include "contentcompare.h"

#include <model/schema/objectid.h>

#include <algorithm>

namespace lockstep::proof {

namespace {

using Value = std::optional<QString>;
using Row = QVector<Value>;

/// A column that is on both sides.
struct ColumnPair
{
    int before = -1;
    int after = -1;
};

QString shown(const Value &value)
{
    constexpr int maximumShown = 60;
    if (!value)
        return QStringLiteral("NULL");
    return value->size() > maximumShown ? QStringLiteral("'%1\u2026'").arg(value->left(maximumShown))
                                        : QStringLiteral("'%1'").arg(*value);
}

/// The columns of a row as one text; NULL and '' stay different.
QString projected(const Row &row, const QVector<int> &columns)
{
    QString text;
    for (const int column : columns)
        text += row[column] ? QStringLiteral("=%1:%2").arg(row[column]->size()).arg(*row[column])
                            : QStringLiteral("-");
    return text;
}

QStringList projections(const TableContent &table, const QVector<int> &columns)
{
    QStringList texts;
    for (const Row &row : table.rows)
        texts.append(projected(row, columns));
    texts.sort();
    return texts;
}

int nulls(const TableContent &table, int column)
{
    return int(std::count_if(table.rows.begin(), table.rows.end(),
                             [column](const Row &row) { return !row[column]; }));
}

/// One table in the beginning and now.
class TableComparison
{
public:
    TableComparison(const TableContent &before, const TableContent &after, const Expectation &expected,
                    Moment moment, int removed, ContentFindings *findings)
        : m_before(before)
        , m_after(after)
        , m_expected(expected)
        , m_moment(moment)
        , m_removed(removed)
        , m_findings(*findings)
    { }

    void run()
    {
        if (!compareCounts())
            return;
        for (int i = 0; i < m_before.columns.size(); ++i)
            sortColumn(i);
        compareValues();
    }

private:
    [[nodiscard]] QString when() const
    {
        return m_moment == Moment::AfterPlan ? QStringLiteral("after the plan")
                                             : QStringLiteral("after the rollback");
    }
    /// A loss, or a note where a step said that something of the table cannot come back.
    void lose(const QString &sentence)
    {
        const QString caution =
            m_moment == Moment::AfterRollback ? m_expected.cautionOf(m_before.sqlName()) : QString();
        if (caution.isEmpty())
            m_findings.lost.append(sentence);
        else
            m_findings.notes.append(sentence
                                    + QStringLiteral(" (%1 says what its way back loses.)").arg(caution));
    }
    bool compareCounts();
    void sortColumn(int index);
    /// `reason` as the end of a sentence, or empty.
    void compareConverted(int before, int after, const QString &reason);
    void compareValues();
    [[nodiscard]] bool isLost(const QStringList &before, const QStringList &after) const;

    const TableContent &m_before;
    const TableContent &m_after;
    const Expectation &m_expected;
    const Moment m_moment;
    const int m_removed;
    ContentFindings &m_findings;
    QVector<ColumnPair> m_pairs;
};

bool TableComparison::compareCounts()
{
    const auto wanted = m_before.rows.size() - m_removed;
    if (m_after.rows.size() == wanted)
        return true;
    const QString loser = m_expected.loserOf(m_before);
    const QString sentence =
        QStringLiteral("Table %1 has %2 rows %3 instead of %4.")
            .arg(m_after.sqlName(), QString::number(m_after.rows.size()), when(), QString::number(wanted));
    // That a way back restores no values is no leave to lose rows.
    if (loser.isEmpty())
        m_findings.lost.append(sentence);
    else
        m_findings.notes.append(sentence + QStringLiteral(" (%1 says so.)").arg(loser));
    return false;
}

/// Decides how a column of the beginning is compared.
void TableComparison::sortColumn(int index)
{
    const ContentColumn &column = m_before.columns[index];
    const QString loser = m_expected.loserOf(m_before, column.name);
    if (!loser.isEmpty() || column.isGenerated)
        return; // Said, or calculated from others.
    const QString name = m_moment == Moment::AfterPlan
                             ? m_expected.columnAfter(m_before.schema, m_before.name, column.name)
                             : column.name;
    const int after = m_after.indexOf(name);
    if (after < 0) {
        const int held = int(m_before.rows.size()) - nulls(m_before, index);
        const QString home = m_expected.homeOf(m_before, column.name);
        if (held > 0 && m_moment == Moment::AfterPlan && !home.isEmpty())
            m_findings.notes.append(
                QStringLiteral("Column %1.%2 is now in %3, and a step of the plan checks that.")
                    .arg(m_before.sqlName(), schema::quoteIdent(column.name), home));
        else if (held > 0)
            lose(QStringLiteral("Column %1.%2 is gone %3 with %4 values, and no step says that it is lost.")
                     .arg(m_before.sqlName(), schema::quoteIdent(column.name), when())
                     .arg(held));
        return;
    }
    if (m_after.columns[after].isGenerated)
        return;
    if (m_expected.isWritten(m_after.sqlName(), name)
        || m_expected.isWritten(m_before.sqlName(), column.name)) {
        m_findings.notes.append(
            QStringLiteral("Column %1.%2 is written by a backfill, so its values were not compared.")
                .arg(m_after.sqlName(), schema::quoteIdent(name)));
        return;
    }
    if (const QString part = m_expected.partLoserOf(m_before, column.name); !part.isEmpty()) {
        compareConverted(index, after, QStringLiteral(", because %1 says what they lose").arg(part));
        return;
    }
    const bool isRelabelled =
        m_moment == Moment::AfterPlan && m_expected.hasRenamedLabels(m_after.columns[after].type);
    if (!m_after.columns[after].isWrittenLike(column) || isRelabelled)
        compareConverted(index, after, {});
    else
        m_pairs.append({ index, after });
}

void TableComparison::compareConverted(int before, int after, const QString &reason)
{
    const ContentColumn &column = m_before.columns[before];
    const int more = nulls(m_after, after) - nulls(m_before, before);
    const QString name =
        QStringLiteral("%1.%2").arg(m_after.sqlName(), schema::quoteIdent(m_after.columns[after].name));
    if (more > 0 && !m_expected.hasConversion(m_before.schema, m_before.name, column.name))
        lose(QStringLiteral("Column %1 became %2, and %3 of its values became NULL.")
                 .arg(name, m_after.columns[after].type)
                 .arg(more));
    const QString &now = m_after.columns[after].type;
    const QString change =
        now == column.type ? QString() : QStringLiteral(" became %1 from %2").arg(now, column.type);
    m_findings.notes.append(
        QStringLiteral("Column %1%2: its values were compared by number only%3.").arg(name, change, reason));
}

/// True if `after` holds something that `before` did not, or less of it than the removed rows explain.
bool TableComparison::isLost(const QStringList &before, const QStringList &after) const
{
    QStringList missing;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(missing));
    return missing.size() > m_removed;
}

void TableComparison::compareValues()
{
    QVector<int> before;
    QVector<int> after;
    for (const ColumnPair &pair : std::as_const(m_pairs)) {
        before.append(pair.before);
        after.append(pair.after);
    }
    if (!isLost(projections(m_before, before), projections(m_after, after)))
        return;
    bool isNamed = false;
    for (const ColumnPair &pair : std::as_const(m_pairs)) {
        const QStringList old = projections(m_before, { pair.before });
        const QStringList now = projections(m_after, { pair.after });
        if (!isLost(old, now))
            continue;
        isNamed = true;
        QString example;
        for (const Row &row : m_before.rows) {
            if (!now.contains(projected(row, { pair.before })))
                example = QStringLiteral(" For example, %1 is gone.").arg(shown(row[pair.before]));
        }
        lose(QStringLiteral("Column %1.%2 does not hold the same values %3.%4")
                 .arg(m_after.sqlName(), schema::quoteIdent(m_after.columns[pair.after].name), when(),
                      example));
    }
    if (!isNamed)
        lose(QStringLiteral("The values of table %1 are in other rows than before %2.")
                 .arg(m_after.sqlName(), when()));
}

ContentFindings comparedAlone(const QString &key, const TableContent &table, const Content &after,
                              const Expectation &expected, Moment moment, int removed)
{
    ContentFindings findings;
    const QString name = moment == Moment::AfterPlan ? expected.tableAfter(table.schema, table.name) : key;
    const auto found = after.constFind(name);
    if (found != after.constEnd()) {
        TableComparison(table, *found, expected, moment, removed, &findings).run();
        return findings;
    }
    const QString loser = expected.loserOf(table);
    const auto rows = table.rows.size() - removed;
    if (!loser.isEmpty())
        findings.notes.append(
            QStringLiteral("Table %1 is gone with its %2 rows, as %3 says.").arg(key).arg(rows).arg(loser));
    else if (rows > 0)
        findings.lost.append(
            QStringLiteral("Table %1 is gone with its %2 rows, and no step says that it is lost.")
                .arg(key)
                .arg(rows));
    return findings;
}

/// The partitions of one table, whose rows may be in others of them afterwards, or in the table itself.
struct PartitionGroup
{
    TableContent all; ///< What they hold together.
    int removed = 0;
    ContentFindings alone; ///< Of each by itself.
};

/// The name of a table that is there afterwards and that this one was a partition of; may be empty.
QString wholeOf(const TableContent &partition, const Content &after, const Expectation &expected,
                Moment moment)
{
    for (const auto &[schemaName, name] : partition.ancestors) {
        const QString key = moment == Moment::AfterPlan ? expected.tableAfter(schemaName, name)
                                                        : schema::qualified(schemaName, name);
        if (after.contains(key))
            return key;
    }
    return {};
}

void addTo(PartitionGroup *group, const TableContent &partition, int removed, const ContentFindings &alone)
{
    const auto &[schemaName, name] = partition.ancestors.first();
    group->all.schema = schemaName;
    group->all.name = name;
    group->all.columns = partition.columns; // Sorted by name, as those of its siblings.
    group->all.rows += partition.rows;
    group->removed += removed;
    group->alone.lost += alone.lost;
    group->alone.notes += alone.notes;
}

} // namespace

ContentFindings compareContent(const Content &before, const Content &after, const Expectation &expected,
                               Moment moment, const QHash<QString, int> &removed)
{
    ContentFindings findings;
    const auto add = [&](const ContentFindings &more) {
        findings.lost += more.lost;
        findings.notes += more.notes;
    };
    QMap<QString, PartitionGroup> groups;
    for (auto it = before.begin(); it != before.end(); ++it) {
        const int gone = removed.value(it.key());
        const ContentFindings alone = comparedAlone(it.key(), it.value(), after, expected, moment, gone);
        if (const QString whole = wholeOf(it.value(), after, expected, moment); !whole.isEmpty())
            addTo(&groups[whole], it.value(), gone, alone);
        else
            add(alone);
    }
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        ContentFindings together;
        if (!it->alone.lost.isEmpty())
            TableComparison(it->all, *after.constFind(it.key()), expected, moment, it->removed, &together)
                .run();
        add(it->alone.lost.isEmpty() || !together.lost.isEmpty() ? it->alone : together);
    }
    return findings;
}

} // namespace lockstep::proof
