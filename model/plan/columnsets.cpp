#include "columnsets.h"

#include "dottedname.h"
#include "folding.h"
#include "onlinerenames.h"
#include "partitionedcolumns.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Kind;
using schema::ObjectId;

/// An intent of either kind, resolved.
struct Wanted
{
    QString member; ///< "splits[0]"
    QVector<QPair<ObjectId, QString>> before; ///< With what brings each back.
    QVector<QPair<ObjectId, QString>> after;
};

base::Error setError(const QString &member, const QString &what, const QString &hint)
{
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.message = QStringLiteral("The intent %1 %2").arg(member, what);
    error.hint = hint;
    return error;
}

ObjectId beside(const ObjectId &column, const QString &name)
{
    return schema::subId(Kind::Column, column.schema, column.name, name);
}

QVector<Wanted> wantedSets(const Intents &intents)
{
    QVector<Wanted> all;
    for (qsizetype i = 0; i < intents.splits.size(); ++i) {
        const SplitIntent &split = intents.splits[i];
        Wanted wanted{ QStringLiteral("splits[%1]").arg(i), { { columnOf(split.from), split.back } }, {} };
        for (const auto &[name, expression] : split.to)
            wanted.after.append({ beside(wanted.before.first().first, name), expression });
        all.append(wanted);
    }
    for (qsizetype i = 0; i < intents.merges.size(); ++i) {
        const MergeIntent &merge = intents.merges[i];
        const ObjectId to = columnOf(merge.to);
        Wanted wanted{ QStringLiteral("merges[%1]").arg(i), {}, { { to, merge.expression } } };
        for (const QString &from : merge.from) {
            const ObjectId column = columnOf(from);
            const auto back = std::find_if(merge.back.begin(), merge.back.end(), [&](const auto &one) {
                return beside(column, one.first) == column;
            });
            wanted.before.append({ column, back == merge.back.end() ? QString() : back->second });
        }
        all.append(wanted);
    }
    return all;
}

/// Finds the actions of one intent.
class SetFinder
{
public:
    SetFinder(const PlainPlan &plan, const Wanted &wanted)
        : m_plan(plan)
        , m_wanted(wanted)
        , m_current(*plan.changes->current)
        , m_target(*plan.changes->target)
        , m_sets(std::make_shared<ColumnSets>())
    { }

    base::Result<void> find()
    {
        if (m_wanted.before.isEmpty() || m_wanted.after.isEmpty())
            return error(QStringLiteral("names no column on one of its sides."), {});
        const ObjectId first = m_wanted.before.first().first;
        m_sets->table = schema::objectId(Kind::Table, first.schema, first.name);
        for (const auto &[column, back] : m_wanted.before) {
            if (const auto found = findOld(column, back); !found.has_value())
                return found;
        }
        for (const auto &[column, expression] : m_wanted.after) {
            if (const auto found = findNew(column, expression); !found.has_value())
                return found;
        }
        m_sets->whyNotOnline = whyNotOnline();
        return {};
    }
    [[nodiscard]] const std::shared_ptr<ColumnSets> &sets() const { return m_sets; }
    [[nodiscard]] const std::vector<int> &adds() const { return m_adds; }
    [[nodiscard]] const std::vector<int> &drops() const { return m_drops; }

private:
    [[nodiscard]] base::Error error(const QString &what, const QString &hint) const
    {
        return setError(m_wanted.member, what, hint);
    }
    template <typename Detail>
    [[nodiscard]] int actionOn(const ObjectId &column) const
    {
        for (std::size_t i = 0; i < m_plan.actions.size(); ++i) {
            const auto *detail = std::get_if<Detail>(&m_plan.actions[i].detail);
            if (detail && detail->column == column)
                return int(i);
        }
        return -1;
    }
    [[nodiscard]] base::Result<void> checkColumn(const schema::Fact &column) const
    {
        const auto &attributes = *column.as<schema::ColumnAttributes>();
        const QString name = schema::displayName(column);
        if (column.id.schema != m_sets->table.schema || column.id.name != m_sets->table.name)
            return error(QStringLiteral("names %1, which is in another table.").arg(name),
                         QStringLiteral("All its columns are of one table."));
        if (attributes.generated != schema::Generated::None || attributes.identity != schema::Identity::None)
            return error(QStringLiteral("names %1, whose values PostgreSQL makes itself.").arg(name),
                         QStringLiteral("No expression is needed for it: take it out of the intent."));
        return {};
    }
    base::Result<void> findOld(const ObjectId &column, const QString &back)
    {
        const QString name = schema::displayName(column);
        const int at = actionOn<DropColumn>(column);
        if (at < 0)
            return error(QStringLiteral("names %1, which the plan does not drop.").arg(name),
                         QStringLiteral("If it stays, give the new columns backfill expressions instead."));
        if (back.isEmpty())
            return error(
                QStringLiteral("does not say how %1 comes back.").arg(name),
                QStringLiteral("Without \"back\" nothing that the new release writes would reach "
                               "the old one, and there would be no way back: give an expression of the "
                               "new columns."));
        const schema::Fact &fact = *m_current.find(column);
        m_drops.push_back(at);
        m_sets->before.append({ fact, {}, back, m_plan.actions[std::size_t(at)].backward.mid(1) });
        const auto *value = m_current.attributes<schema::DefaultAttributes>(
            schema::subId(Kind::Default, column.schema, column.name, column.sub));
        if (value)
            m_sets->before.last().defaultValue = value->expression;
        return checkColumn(fact);
    }
    base::Result<void> findNew(const ObjectId &column, const QString &expression)
    {
        const int at = actionOn<AddColumn>(column);
        if (at < 0)
            return error(
                QStringLiteral("names %1, which the plan does not add.").arg(schema::displayName(column)),
                QStringLiteral("A column that is there already takes a backfill expression instead."));
        const Action &action = m_plan.actions[std::size_t(at)];
        const schema::Fact &fact = *m_target.find(column);
        m_adds.push_back(at);
        const auto &value = std::get<AddColumn>(action.detail).defaultValue;
        m_sets->after.append(
            { fact, value ? value->expression : QString(), expression, action.forward.mid(1) });
        return checkColumn(fact);
    }
    [[nodiscard]] QString whyNotOnline() const
    {
        const auto *before = m_current.attributes<schema::TableAttributes>(m_sets->table);
        const auto *after = m_target.attributes<schema::TableAttributes>(m_sets->table);
        if (!before || !after)
            return QStringLiteral("The table gets another name at the same time.");
        if (const QString why = whyNoSecondColumn(*before, m_sets->table, m_current); !why.isEmpty())
            return why;
        if (const QString why = whyNoSecondColumn(*after, m_sets->table, m_target); !why.isEmpty())
            return why;
        if (const QString why = whyNotBesidePartitions(m_sets->table, m_sets->table, m_current, m_target);
            !why.isEmpty())
            return why;
        if (m_current.serverVersion() < 120000)
            return QStringLiteral("Before PostgreSQL 12 a new column could not become NOT NULL without a "
                                  "scan while reads and writes wait.");
        return {};
    }

    const PlainPlan &m_plan;
    const Wanted &m_wanted;
    const schema::Catalog &m_current;
    const schema::Catalog &m_target;
    std::shared_ptr<ColumnSets> m_sets;
    std::vector<int> m_adds;
    std::vector<int> m_drops;
};

} // namespace

QStringList columnNames(const QVector<SetColumn> &columns)
{
    QStringList names;
    for (const SetColumn &column : columns)
        names += column.column.id.sub;
    return names;
}

QString columnList(const QVector<SetColumn> &columns, const QString &prefix)
{
    QStringList names;
    for (const SetColumn &column : columns)
        names += prefix + schema::quoteIdent(column.column.id.sub);
    return names.join(QStringLiteral(", "));
}

std::vector<int> holdTriggers(PlainPlan *plan, const ObjectId &table)
{
    std::vector<int> held;
    for (std::size_t i = 0; i < plan->actions.size(); ++i) {
        Action &action = plan->actions[i];
        const bool isOnTable = action.object.kind == Kind::Trigger && action.object.schema == table.schema
                               && action.object.name == table.name;
        if (!isOnTable || action.isRebuild || plan->changes->target->find(action.object))
            continue;
        action.isDestructive = true;
        held.push_back(int(i));
    }
    return held;
}

base::Result<void> replaceColumnSets(PlainPlan *plan, const PlanOptions &options)
{
    QVector<Fold> folds;
    QSet<ObjectId> named;
    const QVector<Wanted> all = wantedSets(options.intents);
    for (const Wanted &wanted : all) {
        for (const auto &[column, expression] : wanted.before + wanted.after) {
            if (named.contains(column))
                return setError(wanted.member,
                                QStringLiteral("names %1 a second time.").arg(schema::displayName(column)),
                                QStringLiteral("A column can be part of one split or merge."));
            named.insert(column);
        }
        SetFinder finder(*plan, wanted);
        if (const auto found = finder.find(); !found.has_value())
            return found;
        Fold add{ finder.adds(), {} };
        add.action = plan->actions[std::size_t(finder.adds().front())];
        add.action.detail = FillColumns{ finder.sets() };
        Fold drop{ finder.drops(), {} };
        drop.action = plan->actions[std::size_t(finder.drops().front())];
        drop.action.detail = DropColumns{ finder.sets() };
        drop.action.loses.clear();
        for (const int at : finder.drops())
            drop.action.loses += plan->actions[std::size_t(at)].loses;
        drop.needs = finder.adds();
        const std::vector<int> triggers = holdTriggers(plan, finder.sets()->table);
        drop.needs.insert(drop.needs.end(), triggers.begin(), triggers.end());
        folds += { add, drop };
    }
    return fold(plan, folds);
}

} // namespace lockstep::plan
