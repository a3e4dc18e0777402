#include "dumpcompare.h"

#include <model/base/sqlscript.h>
#include <model/schema/storageparameters.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace lockstep::proof {

namespace {

/// Says nothing about the schema.
bool isNoise(const QString &statement)
{
    static const QRegularExpression noise(
        QStringLiteral("^(?:SET (?!SESSION AUTHORIZATION)|RESET (?!SESSION AUTHORIZATION)"
                       "|SELECT pg_catalog\\.set_config\\()"),
        QRegularExpression::DotMatchesEverythingOption);
    return noise.match(statement).hasMatch();
}

/// Where pg_dump puts what it creates next: it says so once, for all statements until it says otherwise.
class CreationPlace
{
public:
    /// True if the statement is about the place and nothing else.
    bool read(const QString &statement)
    {
        static const QRegularExpression setting(
            QStringLiteral("^SET (default_tablespace|default_table_access_method) = (.*)$"));
        const auto match = setting.match(statement);
        if (match.hasMatch())
            (match.captured(1) == QLatin1String("default_tablespace") ? m_tablespace : m_accessMethod) =
                match.captured(2);
        return match.hasMatch();
    }
    /// The statement, and where it puts what it makes if that is not the usual place.
    [[nodiscard]] QString placed(const QString &statement) const
    {
        static const QRegularExpression stored(
            QStringLiteral("^CREATE (?:UNLOGGED )?(?:TABLE|MATERIALIZED VIEW) "));
        static const QRegularExpression indexed(
            QStringLiteral("^(?:CREATE (?:UNIQUE )?INDEX |ALTER TABLE ONLY .*\\sADD CONSTRAINT "
                           "(?:\"(?:[^\"]|\"\")*\"|\\S+) (?:PRIMARY KEY|UNIQUE|EXCLUDE)\\b)"),
            QRegularExpression::DotMatchesEverythingOption);
        const bool isStored = stored.match(statement).hasMatch();
        const bool isUsualPlace = m_tablespace.isEmpty() || m_tablespace == QLatin1String("''");
        QString text = statement;
        if (!isUsualPlace && (isStored || indexed.match(statement).hasMatch()))
            text += QStringLiteral(" -- in tablespace ") + m_tablespace;
        // A partitioned table holds no rows: what is set then was meant for another.
        const bool isPartitioned = statement.contains(QLatin1String("\nPARTITION BY "));
        if (isStored && !isPartitioned && !m_accessMethod.isEmpty()
            && m_accessMethod != QLatin1String("heap"))
            text += QStringLiteral(" -- by access method ") + m_accessMethod;
        return text;
    }

private:
    QString m_tablespace;
    QString m_accessMethod;
};

/// The end of a quoted text or name that begins at `at`; doubled quotes are part of it.
qsizetype endOfQuotes(const QString &text, qsizetype at)
{
    const QChar quote = text[at];
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] != quote)
            continue;
        if (i + 1 < text.size() && text[i + 1] == quote)
            ++i;
        else
            return i;
    }
    return text.size() - 1;
}

/// Parts between the commas of the first parenthesis, and where it begins and ends.
struct ParenthesisedList
{
    QStringList items;
    qsizetype begin = -1;
    qsizetype end = -1;
};

ParenthesisedList firstList(const QString &text)
{
    ParenthesisedList list;
    int depth = 0;
    qsizetype itemBegin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == QLatin1Char('\'') || c == QLatin1Char('"')) {
            i = endOfQuotes(text, i);
        } else if (c == QLatin1Char('(')) {
            if (++depth == 1) {
                list.begin = i;
                itemBegin = i + 1;
            }
        } else if (depth == 1 && (c == QLatin1Char(',') || c == QLatin1Char(')'))) {
            list.items.append(text.mid(itemBegin, i - itemBegin).trimmed());
            itemBegin = i + 1;
        }
        if (c == QLatin1Char(')') && --depth == 0) {
            list.end = i;
            return list;
        }
    }
    return {};
}

/// The order of columns is no difference between schemas, and ALTER TABLE cannot change it.
QString withSortedColumns(const QString &statement)
{
    ParenthesisedList list = firstList(statement);
    if (list.end < 0)
        return statement;
    list.items.sort();
    return statement.left(list.begin + 1) + QStringLiteral("\n    ")
           + list.items.join(QStringLiteral(",\n    ")) + QLatin1Char('\n') + statement.mid(list.end);
}

/// Columns of tables and of publications, options of dictionaries: in whatever order they came.
bool hasUnorderedList(const QString &statement)
{
    return statement.startsWith(QLatin1String("CREATE TABLE "))
           || statement.startsWith(QLatin1String("CREATE UNLOGGED TABLE "))
           || statement.startsWith(QLatin1String("CREATE FOREIGN TABLE "))
           || statement.startsWith(QLatin1String("CREATE TEXT SEARCH DICTIONARY "))
           || (statement.startsWith(QLatin1String("ALTER PUBLICATION "))
               && statement.contains(QLatin1String(" ADD TABLE ONLY ")));
}

/// What can have storage parameters; a routine's body may only look like it.
bool hasParameters(const QString &statement)
{
    static const QRegularExpression kinds(
        QStringLiteral("^(?:CREATE (?:UNLOGGED )?TABLE|CREATE (?:UNIQUE )?INDEX|CREATE (?:MATERIALIZED )?VIEW"
                       "|ALTER TABLE) "));
    return kinds.match(statement).hasMatch();
}

/// "schema.partition" of "ALTER TABLE ONLY schema.table ATTACH PARTITION schema.partition FOR …".
QString attachedPartition(const QString &statement)
{
    static const QRegularExpression attach(
        QStringLiteral("^ALTER TABLE .* ATTACH PARTITION (.*?) (?:FOR VALUES |DEFAULT$)"));
    return attach.match(statement).captured(1);
}

/// From PostgreSQL 18 on each NOT NULL has a name. A partition that was there before and stays where it
/// is has the name it came with: only leaving its parent, and a scan on the way back, would change it. No
/// plan does that for a name, so it is no difference.
QString withoutNotNullNames(QString createTable)
{
    static const QRegularExpression named(
        QStringLiteral(" CONSTRAINT (?:\"(?:[^\"]|\"\")*\"|[^\\s\"]+) NOT NULL\\b"));
    return createTable.replace(named, QStringLiteral(" NOT NULL"));
}

QString normalisedList(const QString &statement, const QSet<QString> &partitions)
{
    const QString name = statement.section(QStringLiteral("TABLE "), 1).section(QStringLiteral(" ("), 0, 0);
    return withSortedColumns(partitions.contains(name) ? withoutNotNullNames(statement) : statement);
}

/// Pairs default privileges whose role one side does not state with those of any role.
void joinUnstatedRoles(QStringList &some, QStringList &others)
{
    for (qsizetype i = some.size() - 1; i >= 0; --i) {
        if (!isOfAnyRole(some[i]))
            continue;
        const auto same = std::find_if(others.begin(), others.end(), [&](const QString &statement) {
            return withAnyRole(statement) == some[i];
        });
        if (same == others.end())
            continue;
        others.erase(same);
        some.removeAt(i);
    }
}

QStringList ownerDifferences(const DumpedSchema &have, const DumpedSchema &want)
{
    QStringList differences;
    for (auto it = have.owners.cbegin(); it != have.owners.cend(); ++it) {
        const auto other = want.owners.constFind(it.key());
        if (other == want.owners.cend() || *other == *it)
            continue;
        differences.append(QStringLiteral("- ALTER %1 OWNER TO %2").arg(it.key(), it.value()));
        differences.append(QStringLiteral("+ ALTER %1 OWNER TO %2").arg(it.key(), *other));
    }
    return differences;
}

} // namespace

QString withoutColumns(const QString &createTable, const std::function<bool(const QString &)> &isOut)
{
    ParenthesisedList list = firstList(createTable);
    if (list.end < 0 || !hasUnorderedList(createTable))
        return createTable;
    list.items.erase(std::remove_if(list.items.begin(), list.items.end(), isOut), list.items.end());
    return createTable.left(list.begin + 1) + list.items.join(QStringLiteral(",\n    "))
           + createTable.mid(list.end);
}

QStringList normalisedDump(const QString &dump)
{
    QStringList statements;
    QSet<QString> partitions;
    CreationPlace place;
    for (const base::ScriptStatement &statement : base::splitScript(dump)) {
        if (place.read(statement.sql) || isNoise(statement.sql))
            continue;
        statements.append(place.placed(statement.sql));
        if (const QString partition = attachedPartition(statement.sql); !partition.isEmpty())
            partitions.insert(partition);
    }
    for (QString &statement : statements) {
        if (hasUnorderedList(statement))
            statement = normalisedList(statement, partitions);
        if (hasParameters(statement))
            statement = schema::withSortedParameters(statement);
    }
    return statements;
}

QStringList compareDumps(const QString &actual, const QString &expected, const QString &unstatedRole)
{
    return compareStatements(normalisedDump(actual), normalisedDump(expected), { unstatedRole, true });
}

QStringList compareStatements(const QStringList &actual, const QStringList &expected,
                              const OwnerComparison &owners)
{
    const DumpedSchema actualSide = readDump(actual, owners.unstatedRole);
    const DumpedSchema expectedSide = readDump(expected, owners.unstatedRole);
    const QStringList have = relativeStatements(actualSide, expectedSide, owners);
    const QStringList want = relativeStatements(expectedSide, actualSide, owners);
    QStringList surplus;
    QStringList missing;
    std::set_difference(have.begin(), have.end(), want.begin(), want.end(), std::back_inserter(surplus));
    std::set_difference(want.begin(), want.end(), have.begin(), have.end(), std::back_inserter(missing));
    joinUnstatedRoles(surplus, missing);
    joinUnstatedRoles(missing, surplus);
    QStringList differences;
    for (const QString &statement : surplus)
        differences.append(QStringLiteral("- ") + statement);
    for (const QString &statement : missing)
        differences.append(QStringLiteral("+ ") + statement);
    if (owners.areCompared)
        differences += ownerDifferences(actualSide, expectedSide);
    return differences;
}

} // namespace lockstep::proof
