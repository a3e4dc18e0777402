#include "seedsolver.h"

#include "seedhints.h"

#include <model/schema/objectid.h>

#include <algorithm>
#include <cmath>

namespace lockstep::proof {

namespace {

constexpr int maximumCombinations = 40000;
constexpr int maximumHints = 60;

QString columnList(const SeedTable &table, const QVector<int> &columns)
{
    QStringList names;
    for (const int number : columns) {
        if (const SeedColumn *column = table.column(number))
            names.append(schema::quoteIdent(column->name));
    }
    return names.join(QStringLiteral(", "));
}

/// Columns that any condition ties together end in one group.
QVector<QVector<int>> groupsOf(const SeedTable &table, const QVector<QVector<int>> &ties)
{
    QHash<int, int> leader;
    for (const SeedColumn &column : table.columns)
        leader.insert(column.number, column.number);
    for (const QVector<int> &tie : ties) {
        for (const int column : tie) {
            const int from = leader.value(column);
            const int to = leader.value(tie.first());
            for (int &other : leader) {
                if (other == from)
                    other = to;
            }
        }
    }
    QVector<QVector<int>> groups;
    QHash<int, int> place;
    for (const SeedColumn &column : table.columns) {
        const int first = leader.value(column.number);
        if (!place.contains(first)) {
            place.insert(first, int(groups.size()));
            groups.append(QVector<int>());
        }
        groups[place.value(first)].append(column.number);
    }
    return groups;
}

/// Cuts the lists so that all their combinations can be tried; NULL stays among them.
void limitCombinations(QVector<SearchColumn> &columns)
{
    const auto size = double(std::max<qsizetype>(1, columns.size()));
    const auto most = std::max(2, int(std::pow(double(maximumCombinations), 1.0 / size)));
    for (SearchColumn &column : columns) {
        QVector<SeedValue> &list = column.candidates;
        if (columns.size() == 1 || list.size() <= most)
            continue;
        const bool hasNull = list.contains(std::nullopt);
        list.resize(most);
        if (hasNull && !list.contains(std::nullopt))
            list.last() = std::nullopt;
    }
}

base::Error noValue(const QString &what)
{
    return base::inputError(QStringLiteral("no value for %1 was found").arg(what));
}

} // namespace

base::Result<SeedSolver::Condition> SeedSolver::keyCondition(const SeedTable &table,
                                                             const SeedForeignKey &key)
{
    const SeedTable *parent = m_schema.find(key.referenced);
    const QString names = columnList(table, key.columns);
    const QString parentNames = columnList(*parent, key.referencedColumns);
    Condition condition{ QStringLiteral("foreign key ") + key.name, {}, key.columns };
    QStringList anyNull;
    for (const int number : key.columns)
        anyNull.append(columnList(table, { number }) + QStringLiteral(" IS NULL"));
    QString holds = QStringLiteral("%1 OR (%2) IN (SELECT %3 FROM %4)")
                        .arg(anyNull.join(key.matchFull ? QStringLiteral(" AND ") : QStringLiteral(" OR ")),
                             names, parentNames, parent->sqlName());
    if (key.matchFull)
        holds = QStringLiteral("num_nulls(%1) IN (0, %2) AND (%3)")
                    .arg(names, QString::number(key.columns.size()), holds);
    if (key.referenced == table.oid) {
        // A row may point at itself.
        holds += QStringLiteral(" OR (%1) = (%2)").arg(names, parentNames);
        condition.columns += key.referencedColumns;
    }
    condition.sql = holds;
    QStringList values;
    for (const int number : key.referencedColumns)
        values.append(columnList(*parent, { number }) + QStringLiteral("::text"));
    const auto rows = m_session.query(QStringLiteral("SELECT DISTINCT %1 FROM %2 LIMIT 30")
                                          .arg(values.join(QStringLiteral(", ")), parent->sqlName()));
    if (!rows.has_value())
        return rows.error();
    for (int c = 0; c < key.columns.size(); ++c) {
        QStringList &known = m_keyValues[key.columns[c]];
        for (int i = 0; i < rows->count(); ++i) {
            if (!rows->isNull(i, c) && !known.contains(rows->text(i, c)))
                known.append(rows->text(i, c));
        }
    }
    return condition;
}

base::Result<QVector<SeedSolver::Condition>> SeedSolver::conditions(const SeedTable &table,
                                                                    const QVector<Oid> &pending)
{
    QVector<Condition> found;
    for (const SeedCheck &check : table.checks)
        found.append({ check.name, check.expression, check.columns });
    for (const SeedForeignKey &key : table.foreignKeys) {
        const SeedTable *parent = m_schema.find(key.referenced);
        if (!parent || parent->columns.isEmpty() || pending.contains(key.referenced))
            continue;
        const auto condition = keyCondition(table, key);
        if (!condition.has_value())
            return condition.error();
        found.append(*condition);
    }
    return found;
}

QVector<SeedValue> SeedSolver::candidates(const SeedColumn &column, const QVector<Condition> &conditions)
{
    const ValuePool &pool = m_values.pool(column.typeOid, column.type);
    QStringList hints = m_keyValues.value(column.number);
    for (const Condition &condition : conditions) {
        if (condition.columns.contains(column.number) && hints.size() < maximumHints)
            hints += valueHints(condition.sql);
    }
    QStringList texts = m_values.accepted(column.type, hints.mid(0, maximumHints));
    const QStringList keys = m_keyValues.value(column.number);
    if (keys.isEmpty()) {
        texts += column.isKey ? pool.plain : pool.plain.mid(0, 2) + pool.extreme + pool.plain.mid(2);
        if (column.isKey && pool.plain.size() < 5)
            texts += pool.extreme;
    }
    texts.removeDuplicates();
    QVector<SeedValue> values;
    for (const QString &text : std::as_const(texts))
        values.append(text);
    if (!column.notNull && !column.isKey)
        values.insert(std::min<qsizetype>(values.size(), 1 + column.number % 4), std::nullopt);
    else if (!column.notNull)
        values.append(std::nullopt);
    return values;
}

base::Result<ColumnGroup> SeedSolver::solveGroup(const SeedTable &table, const QVector<int> &columns,
                                                 const QVector<Condition> &conditions)
{
    QVector<SearchColumn> search;
    for (const int number : columns) {
        const SeedColumn &column = *table.column(number);
        search.append({ column.name, column.type, candidates(column, conditions) });
        if (search.last().candidates.isEmpty())
            return noValue(QStringLiteral("column %1 of type %2").arg(column.name, column.type));
    }
    limitCombinations(search);
    Choices choices;
    if (columns.size() == 1 && conditions.isEmpty()) {
        for (int i = 0; i < search.first().candidates.size(); ++i)
            choices.append(QVector<int>{ i });
    } else {
        QStringList names;
        QStringList tests;
        for (const Condition &condition : conditions) {
            names.append(condition.name);
            tests.append(QStringLiteral("((%1) IS NOT FALSE)").arg(condition.sql));
        }
        const auto found = findChoices(m_session, search, tests.join(QStringLiteral(" AND ")));
        if (!found.has_value())
            return noValue(
                QStringLiteral("%1 (%2)").arg(names.join(QStringLiteral(", ")), found.error().message));
        if (found->isEmpty())
            return noValue(names.join(QStringLiteral(", ")));
        choices = *found;
    }
    ColumnGroup group{ columns, {} };
    for (const QVector<int> &choice : std::as_const(choices)) {
        QVector<SeedValue> values;
        for (int c = 0; c < columns.size(); ++c)
            values.append(search[c].candidates[choice[c]]);
        group.choices.append(values);
    }
    return group;
}

base::Result<QVector<ColumnGroup>> SeedSolver::solve(const SeedTable &table, const QVector<Oid> &pending)
{
    m_keyValues.clear();
    const auto all = conditions(table, pending);
    if (!all.has_value())
        return all.error();
    QVector<QVector<int>> ties;
    for (const Condition &condition : *all) {
        if (!condition.columns.isEmpty())
            ties.append(condition.columns);
    }
    QVector<ColumnGroup> groups;
    for (const QVector<int> &columns : groupsOf(table, ties)) {
        QVector<Condition> tied;
        for (const Condition &condition : *all) {
            if (!condition.columns.isEmpty() && columns.contains(condition.columns.first()))
                tied.append(condition);
        }
        const auto group = solveGroup(table, columns, tied);
        if (!group.has_value())
            return group.error();
        groups.append(*group);
    }
    return groups;
}

} // namespace lockstep::proof
