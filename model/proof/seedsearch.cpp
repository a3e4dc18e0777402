#include "seedsearch.h"

#include <model/schema/objectid.h>

#include <QSet>

#include <algorithm>
#include <numeric>

namespace lockstep::proof {

namespace {

constexpr int keptChoices = 60;
constexpr int maximumTries = 400;
constexpr int maximumRows = 2000;

QString valueText(const SeedValue &value, const QString &type)
{
    return (value ? schema::quoteLiteral(*value) : QStringLiteral("NULL")) + QStringLiteral("::") + type;
}

/// Reorders so that each choice differs from those before it in as many columns as can be: rows
/// taken from the front are then different in unique columns.
void spread(Choices &choices)
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

/// Asks the server about some of the candidates at a time.
class ChoiceQuery
{
public:
    ChoiceQuery(postgres::Session &session, const QVector<SearchColumn> &columns, const QString &condition)
        : m_session(session)
        , m_columns(columns)
        , m_condition(condition.isEmpty() ? QStringLiteral("true") : condition)
    { }

    /// `wanted`: for each column, which of its candidates.
    [[nodiscard]] base::Result<Choices> run(const Choices &wanted) const;
    /// For conditions that fail with an error on some values (a division by zero): each choice
    /// alone. The error is returned only if nothing is found.
    [[nodiscard]] base::Result<Choices> oneByOne(const Choices &all) const;

private:
    postgres::Session &m_session;
    const QVector<SearchColumn> &m_columns;
    const QString m_condition;
};

base::Result<Choices> ChoiceQuery::run(const Choices &wanted) const
{
    QStringList sources;
    QStringList indexes;
    for (int c = 0; c < m_columns.size(); ++c) {
        const SearchColumn &column = m_columns[c];
        QStringList rows;
        for (const int i : wanted[c])
            rows.append(QStringLiteral("(%1, %2)")
                            .arg(QString::number(i), valueText(column.candidates[i], column.type)));
        // Names that no column of the table has, since the condition names columns bare.
        indexes.append(QStringLiteral("\"lockstep seed %1\"").arg(c));
        sources.append(QStringLiteral("(VALUES %1) AS \"lockstep %2\"(%3, %4)")
                           .arg(rows.join(QStringLiteral(", ")), QString::number(c), indexes.last(),
                                schema::quoteIdent(column.name)));
    }
    const QString all = indexes.join(QStringLiteral(", "));
    const QString order = indexes.size() == 1 ? all : QStringLiteral("md5(concat_ws(',', %1))").arg(all);
    const auto rows = m_session.query(QStringLiteral("SELECT %1 FROM %2 WHERE %3 ORDER BY %4 LIMIT %5")
                                          .arg(all, sources.join(QStringLiteral(" CROSS JOIN ")), m_condition,
                                               order, QString::number(maximumRows)));
    if (!rows.has_value())
        return rows.error();
    Choices found;
    for (int i = 0; i < rows->count(); ++i) {
        QVector<int> choice;
        for (int c = 0; c < m_columns.size(); ++c)
            choice.append(int(rows->integer(i, c)));
        found.append(choice);
    }
    return found;
}

base::Result<Choices> ChoiceQuery::oneByOne(const Choices &all) const
{
    qsizetype total = 1;
    for (const QVector<int> &list : all)
        total *= list.size();
    // An odd stride visits combinations of all columns instead of the first column's values only.
    const qsizetype stride = total > maximumTries ? total / maximumTries * 2 + 1 : 1;
    const qsizetype tries = std::min<qsizetype>(total, maximumTries);
    Choices found;
    base::Result<Choices> last = Choices();
    for (qsizetype tried = 0, at = 0; tried < tries && found.size() < keptChoices;
         ++tried, at = (at + stride) % total) {
        Choices one;
        qsizetype rest = at;
        for (const QVector<int> &list : all) {
            one.append(QVector<int>{ list[rest % list.size()] });
            rest /= list.size();
        }
        auto matched = run(one);
        if (matched.has_value())
            found += *matched;
        else
            last = std::move(matched);
    }
    if (found.isEmpty())
        return last;
    return found;
}

} // namespace

base::Result<Choices> findChoices(postgres::Session &session, const QVector<SearchColumn> &columns,
                                  const QString &condition)
{
    Choices all;
    for (const SearchColumn &column : columns) {
        QVector<int> numbers(column.candidates.size());
        std::iota(numbers.begin(), numbers.end(), 0);
        all.append(numbers);
    }
    const ChoiceQuery query(session, columns, condition);
    auto found = query.run(all);
    if (!found.has_value())
        found = query.oneByOne(all);
    if (found.has_value() && columns.size() > 1)
        spread(*found);
    return found;
}

} // namespace lockstep::proof
