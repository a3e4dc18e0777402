#include "seedsolver.h"

#include "seedhints.h"

#include <model/schema/objectid.h>

#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lockstep::proof {

namespace {

constexpr int maximumCombinations = 40000;
constexpr int maximumHints = 60;
constexpr int keptChoices = 60;

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

/// Reorders so that each choice differs from those before it in as many columns as can be: rows
/// taken from the front are then different in unique columns.
void spread(QVector<QVector<int>> &choices)
{
    QVector<QSet<int>> used(choices.isEmpty() ? 0 : choices.first().size());
    const int wanted = int(std::min<qsizetype>(choices.size(), keptChoices));
    for (int place = 0; place < wanted; ++place) {
        int best = place;
        int bestFresh = -1;
        for (int i = place; i < choices.size() && bestFresh < used.size(); ++i) {
            int fresh = 0;
            for (int c = 0; c < used.size(); ++c)
                fresh += used[c].contains(choices[i][c]) ? 0 : 1;
            if (fresh > bestFresh) {
                best = i;
                bestFresh = fresh;
            }
        }
        std::swap(choices[place], choices[best]);
        for (int c = 0; c < used.size(); ++c)
            used[c].insert(choices[place][c]);
    }
    choices.resize(wanted);
}

QString valueText(const SeedValue &value, const QString &type)
{
    return (value ? schema::quoteLiteral(*value) : QStringLiteral("NULL")) + QStringLiteral("::") + type;
}

using Choices = QVector<QVector<int>>;

/// For conditions that fail with an error on some values (a division by zero): each choice alone.
/// The error is returned only if nothing is found.
template <typename Matching>
base::Result<Choices> oneByOne(const Choices &all, const Matching &matching)
{
    constexpr int maximumTries = 400;
    qsizetype total = 1;
    for (const QVector<int> &list : all)
        total *= list.size();
    // Steps of a size that has no factor in common with most counts visit the choices in a mixed order.
    const qsizetype stride = total > maximumTries ? total / maximumTries * 2 + 1 : 1;
    Choices found;
    base::Result<Choices> last = Choices();
    for (qsizetype tried = 0, at = 0;
         tried < std::min<qsizetype>(total, maximumTries) && found.size() < keptChoices;
         ++tried, at = (at + stride) % total) {
        Choices one;
        qsizetype rest = at;
        for (const QVector<int> &list : all) {
            one.append({ list[rest % list.size()] });
            rest /= list.size();
        }
        auto matched = matching(one);
        if (matched.has_value())
            found += *matched;
        else
            last = std::move(matched);
    }
    if (found.isEmpty())
        return last;
    return found;
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
        holds =
            QStringLiteral("num_nulls(%1) IN (0, %2) AND (%3)").arg(names).arg(key.columns.size()).arg(holds);
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

base::Result<QVector<QVector<int>>> SeedSolver::combinations(const SeedTable &table,
                                                             const QVector<int> &columns,
                                                             const QVector<QVector<SeedValue>> &candidates,
                                                             const QVector<Condition> &conditions)
{
    QStringList tests;
    for (const Condition &condition : conditions)
        tests.append(QStringLiteral("((%1) IS NOT FALSE)").arg(condition.sql));
    const QString test = tests.isEmpty() ? QStringLiteral("true") : tests.join(QStringLiteral(" AND "));
    const auto matching = [&](const QVector<QVector<int>> &wanted) -> base::Result<QVector<QVector<int>>> {
        QStringList sources;
        QStringList indexes;
        for (int c = 0; c < columns.size(); ++c) {
            const SeedColumn *column = table.column(columns[c]);
            QStringList rows;
            for (const int i : wanted[c])
                rows.append(QStringLiteral("(%1, %2)").arg(i).arg(valueText(candidates[c][i], column->type)));
            // A name that no column of the table has, since the conditions name columns bare.
            indexes.append(QStringLiteral("\"lockstep seed %1\"").arg(c));
            sources.append(QStringLiteral("(VALUES %1) AS \"lockstep %2\"(%3, %4)")
                               .arg(rows.join(QStringLiteral(", ")))
                               .arg(c)
                               .arg(indexes.last(), schema::quoteIdent(column->name)));
        }
        const QString order =
            indexes.size() == 1
                ? indexes.first()
                : QStringLiteral("md5(concat_ws(',', %1))").arg(indexes.join(QStringLiteral(", ")));
        const auto rows =
            m_session.query(QStringLiteral("SELECT %1 FROM %2 WHERE %3 ORDER BY %4 LIMIT 2000")
                                .arg(indexes.join(QStringLiteral(", ")),
                                     sources.join(QStringLiteral(" CROSS JOIN ")), test, order));
        if (!rows.has_value())
            return rows.error();
        QVector<QVector<int>> found;
        for (int i = 0; i < rows->count(); ++i) {
            QVector<int> choice;
            for (int c = 0; c < columns.size(); ++c)
                choice.append(int(rows->integer(i, c)));
            found.append(choice);
        }
        return found;
    };
    QVector<QVector<int>> all;
    for (const QVector<SeedValue> &list : candidates) {
        QVector<int> numbers(list.size());
        std::iota(numbers.begin(), numbers.end(), 0);
        all.append(numbers);
    }
    auto found = matching(all);
    return found.has_value() ? found : oneByOne(all, matching);
}

base::Result<ColumnGroup> SeedSolver::solveGroup(const SeedTable &table, const QVector<int> &columns,
                                                 const QVector<Condition> &conditions)
{
    QVector<QVector<SeedValue>> lists;
    for (const int number : columns) {
        const SeedColumn &column = *table.column(number);
        lists.append(candidates(column, conditions));
        if (lists.last().isEmpty())
            return noValue(QStringLiteral("column %1 of type %2").arg(column.name, column.type));
    }
    const auto most = std::max(
        2, int(std::pow(double(maximumCombinations), 1.0 / double(std::max<qsizetype>(1, columns.size())))));
    for (QVector<SeedValue> &list : lists) {
        if (columns.size() > 1 && list.size() > most) {
            const bool hasNull = list.contains(std::nullopt);
            list.resize(most);
            if (hasNull && !list.contains(std::nullopt))
                list.last() = std::nullopt;
        }
    }
    QVector<QVector<int>> choices;
    if (columns.size() == 1 && conditions.isEmpty()) {
        for (int i = 0; i < lists.first().size(); ++i)
            choices.append({ i });
    } else {
        const auto found = combinations(table, columns, lists, conditions);
        QStringList names;
        for (const Condition &condition : conditions)
            names.append(condition.name);
        if (!found.has_value())
            return noValue(names.join(QStringLiteral(", "))
                           + QStringLiteral(" (%1)").arg(found.error().message));
        if (found->isEmpty())
            return noValue(names.join(QStringLiteral(", ")));
        choices = *found;
        if (columns.size() > 1)
            spread(choices);
    }
    ColumnGroup group{ columns, {} };
    for (const QVector<int> &choice : std::as_const(choices)) {
        QVector<SeedValue> values;
        for (int c = 0; c < columns.size(); ++c)
            values.append(lists[c][choice[c]]);
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
