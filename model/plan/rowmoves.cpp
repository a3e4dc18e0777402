#include "rowmoves.h"

#include "dottedname.h"
#include "folding.h"
#include "moveobstacles.h"
#include "copiedvalues.h"

#include <model/sql/parser.h>

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Fact;
using schema::Kind;
using schema::ObjectId;

/// One intent, resolved.
class MoveFinder
{
public:
    MoveFinder(const PlainPlan &plan, const MoveIntent &intent, const QString &member)
        : m_plan(plan)
        , m_intent(intent)
        , m_member(member)
        , m_current(*plan.changes->current)
        , m_target(*plan.changes->target)
        , m_move(std::make_shared<RowMove>())
    {
        m_move->from = tableOf(intent.from);
        m_move->to = tableOf(intent.to);
        m_move->each = intent.each;
    }

    base::Result<void> find(const Intents &intents)
    {
        using Check = base::Result<void> (MoveFinder::*)();
        for (const Check check : { &MoveFinder::findTables, &MoveFinder::findOwner, &MoveFinder::findColumns,
                                   &MoveFinder::findLeaving, &MoveFinder::findKey, &MoveFinder::findCondition,
                                   &MoveFinder::findUsed }) {
            if (const auto found = (this->*check)(); !found.has_value())
                return found;
        }
        findConstraints();
        m_move->whyNotOnline = whyNotInStep(*m_move, m_current, m_target, intents);
        return {};
    }
    [[nodiscard]] const std::shared_ptr<RowMove> &move() const { return m_move; }
    [[nodiscard]] int create() const { return m_create; }
    [[nodiscard]] const std::vector<int> &drops() const { return m_drops; }
    /// Of an intent that takes what another one has.
    [[nodiscard]] base::Error twice(const ObjectId &id) const
    {
        return error(
            QStringLiteral("names %1, which another one moves already.").arg(schema::displayName(id)),
            QStringLiteral("A table is filled by one intent, and a column comes back by one."));
    }

private:
    [[nodiscard]] base::Error error(const QString &what, const QString &hint) const
    {
        base::Error error;
        error.kind = base::ErrorKind::Usage;
        error.message = QStringLiteral("The intent %1 %2").arg(m_member, what);
        error.hint = hint;
        return error;
    }
    [[nodiscard]] static ObjectId columnId(const ObjectId &table, const QString &column)
    {
        return schema::subId(Kind::Column, table.schema, table.name, column);
    }
    [[nodiscard]] QString ownerOf(const QString &column) const
    {
        for (const auto &[to, from] : std::as_const(m_move->owner)) {
            if (to == column)
                return from;
        }
        return {};
    }
    [[nodiscard]] QString fromName() const { return schema::dottedName(m_move->from); }
    [[nodiscard]] QString toName() const { return schema::dottedName(m_move->to); }
    [[nodiscard]] base::Result<sql::Expression> parsed(const QString &text, const QString &what) const
    {
        auto expression = sql::parseExpression(text);
        if (!expression.has_value())
            return error(QStringLiteral("gives %1 an expression that does not parse: %2")
                             .arg(what, expression.error().message),
                         QStringLiteral("It says \"%1\".").arg(text));
        return expression;
    }

    base::Result<void> findTables()
    {
        if (m_current.find(m_move->to))
            return error(QStringLiteral("moves rows to %1, which is there already.").arg(toName()),
                         QStringLiteral("Rows move to a table that the plan creates; a plan cannot tell them "
                                        "from those that are in it."));
        if (!m_target.find(m_move->from))
            return error(
                QStringLiteral("moves rows of %1, which the target does not have.").arg(fromName()),
                QStringLiteral("Move them in a plan that keeps the table, and drop it in the next."));
        for (std::size_t i = 0; i < m_plan.actions.size(); ++i) {
            const bool creates = std::holds_alternative<CreateRelation>(m_plan.actions[i].detail);
            if (creates && m_plan.actions[i].object == m_move->to)
                m_create = int(i);
        }
        if (m_create < 0)
            return error(QStringLiteral("moves rows to %1, which the plan does not create.").arg(toName()),
                         QStringLiteral("A table that gets another name is not a new one."));
        return {};
    }
    base::Result<void> findOwner()
    {
        QStringList named;
        for (const auto &[column, from] : m_intent.owner) {
            m_move->owner.append({ column, from });
            named += from;
        }
        const auto isNamed = [&](const QStringList &key) {
            return QSet<QString>(key.begin(), key.end()) == QSet<QString>(named.begin(), named.end());
        };
        for (const schema::Catalog *catalog : { &m_current, &m_target }) {
            const QVector<QStringList> keys = keysIn(m_move->from, columnsIn(m_move->from, *catalog), *catalog);
            if (std::any_of(keys.begin(), keys.end(), isNamed))
                continue;
            return error(
                QStringLiteral("lets %1 name the row of %2 that a row comes from, which is no key of it.")
                    .arg(named.isEmpty() ? QStringLiteral("nothing") : named.join(QStringLiteral(", ")),
                         fromName()),
                QStringLiteral("Give \"owner\" columns of %1 with a primary key or a unique constraint of %2 "
                               "whose columns are NOT NULL.")
                    .arg(toName(), fromName()));
        }
        return {};
    }
    base::Result<void> findColumns()
    {
        QHash<QString, QString> expressions;
        for (const auto &[column, from] : std::as_const(m_move->owner))
            expressions.insert(column, QStringLiteral("%1.%2").arg(schema::quoteIdent(m_move->from.name),
                                                                   schema::quoteIdent(from)));
        for (const auto &[column, expression] : m_intent.columns) {
            if (expressions.contains(column) && expression != ownerOf(column))
                return error(QStringLiteral("makes %1 of something else than \"owner\" says.").arg(column),
                             QStringLiteral("Leave it out of \"columns\"."));
            if (!expressions.contains(column))
                expressions.insert(column, expression);
        }
        for (const Fact *column : m_target.columnsOf(m_move->to)) {
            const auto &attributes = *column->as<schema::ColumnAttributes>();
            const bool isMade = attributes.generated != schema::Generated::None
                                || attributes.identity != schema::Identity::None;
            const bool hasDefault = m_target.find(
                schema::subId(Kind::Default, column->id.schema, column->id.name, column->id.sub));
            const QString name = schema::displayName(*column);
            if (expressions.contains(column->id.sub)) {
                if (isMade)
                    return error(QStringLiteral("names %1, whose values PostgreSQL makes itself.").arg(name),
                                 QStringLiteral("Leave it out of the intent."));
                m_move->columns.append({ *column, expressions.value(column->id.sub) });
            } else if (attributes.notNull && !isMade && !hasDefault) {
                return error(QStringLiteral("gives no value for %1, which must have one.").arg(name),
                             QStringLiteral("Say in \"columns\" what it is made of."));
            }
        }
        return {};
    }
    base::Result<void> findLeaving()
    {
        if (m_intent.back.isEmpty())
            return error(
                QStringLiteral("does not say how the columns of %1 come back.").arg(fromName()),
                QStringLiteral("Without \"back\" nothing that the new release writes would reach "
                               "the old one, and there were no way back: give each leaving column an "
                               "expression that reads %1.")
                    .arg(toName()));
        for (const auto &[name, expression] : m_intent.back) {
            const ObjectId id = columnId(m_move->from, name);
            int at = -1;
            for (std::size_t i = 0; i < m_plan.actions.size(); ++i) {
                const auto *drop = std::get_if<DropColumn>(&m_plan.actions[i].detail);
                at = drop && drop->column == id ? int(i) : at;
            }
            if (at < 0)
                return error(QStringLiteral("brings back %1, which the plan does not drop.")
                                 .arg(schema::displayName(id)),
                             QStringLiteral("Only columns that the target lacks leave their table."));
            const Fact &fact = *m_current.find(id);
            if (fact.as<schema::ColumnAttributes>()->generated != schema::Generated::None)
                return error(QStringLiteral("names %1, whose values PostgreSQL makes itself.")
                                 .arg(schema::displayName(id)),
                             QStringLiteral("No expression is needed for it: take it out of \"back\"."));
            m_drops.push_back(at);
            m_move->leaving.append({ fact, {}, expression, m_plan.actions[std::size_t(at)].backward.mid(1) });
            const auto *value = m_current.attributes<schema::DefaultAttributes>(
                schema::subId(Kind::Default, id.schema, id.name, id.sub));
            if (value)
                m_move->leaving.last().defaultValue = value->expression;
        }
        return {};
    }
    base::Result<void> findKey()
    {
        QSet<QString> moved;
        for (const MovedColumn &column : std::as_const(m_move->columns))
            moved.insert(column.column.id.sub);
        QSet<QString> owners;
        for (const auto &[column, from] : std::as_const(m_move->owner))
            owners.insert(column);
        for (const QStringList &key : keysIn(m_move->to, columnsIn(m_move->to, m_target), m_target)) {
            const QSet<QString> columns(key.begin(), key.end());
            const QStringList first = key.mid(0, owners.size());
            const bool isUsable = moved.contains(columns) && columns.contains(owners)
                                  && QSet<QString>(first.begin(), first.end()) == owners;
            if (isUsable && m_move->key.isEmpty())
                m_move->key = key;
        }
        if (!m_move->key.isEmpty())
            return {};
        return error(
            QStringLiteral("moves rows to %1, which has no key that tells the rows of one owner apart.")
                .arg(toName()),
            QStringLiteral(
                "Give it a primary key or a unique constraint that begins with the columns of "
                "\"owner\", and whose columns are NOT NULL and all moved, such as the owner and the "
                "position. Without it no row could be found again, and every write would read "
                "the whole table."));
    }
    /// Which rows have something to move.
    base::Result<void> findCondition()
    {
        m_move->where = m_intent.where;
        if (!m_move->where.isEmpty() || !m_move->each.isEmpty())
            return {};
        QStringList given;
        for (const SetColumn &column : std::as_const(m_move->leaving)) {
            if (!column.defaultValue.isEmpty() || column.column.as<schema::ColumnAttributes>()->notNull)
                return error(
                    QStringLiteral("does not say which rows of %1 have something to move.").arg(fromName()),
                    QStringLiteral(
                        "%1 has a value in every row, also in one that a new release writes before "
                        "it writes to %2: say in \"where\" which values are worth a row, and let "
                        "\"back\" give the others where there is none.")
                        .arg(schema::displayName(column.column), toName()));
            given +=
                QStringLiteral("%1.%2 IS NOT NULL")
                    .arg(schema::quoteIdent(m_move->from.name), schema::quoteIdent(column.column.id.sub));
        }
        m_move->where = given.join(QStringLiteral(" OR "));
        return {};
    }
    /// Also sees that all of them parse.
    base::Result<void> findUsed()
    {
        QSet<QString> named;
        bool isWholeRow = false;
        const auto add = [&](const QString &text, const QString &what) -> base::Result<void> {
            const auto expression = parsed(text, what);
            if (!expression.has_value())
                return expression.error();
            named += QSet<QString>(expression->columns.begin(), expression->columns.end());
            isWholeRow |= text.contains(QLatin1String(".*"));
            return {};
        };
        QVector<QPair<QString, QString>> texts;
        for (const auto &[column, from] : std::as_const(m_move->owner))
            named.insert(from);
        for (const MovedColumn &column : std::as_const(m_move->columns)) {
            if (ownerOf(column.column.id.sub).isEmpty())
                texts.append({ column.expression, schema::displayName(column.column) });
        }
        if (!m_intent.where.isEmpty())
            texts.append({ m_intent.where, QStringLiteral("\"where\"") });
        if (!m_move->each.isEmpty())
            texts.append({ QStringLiteral("EXISTS (SELECT FROM (SELECT) AS o, LATERAL %1)").arg(m_move->each),
                           QStringLiteral("\"each\"") });
        for (const auto &[text, what] : texts) {
            if (const auto added = add(text, what); !added.has_value())
                return added;
        }
        for (const SetColumn &column : std::as_const(m_move->leaving)) {
            const auto expression = parsed(column.expression, schema::displayName(column.column));
            if (!expression.has_value())
                return expression.error();
            named.insert(column.column.id.sub);
        }
        if (isWholeRow || named.contains(m_move->from.name))
            return {};
        for (const Fact *column : m_current.columnsOf(m_move->from)) {
            if (named.contains(column->id.sub))
                m_move->used += column->id.sub;
        }
        return {};
    }
    void findConstraints()
    {
        QSet<QString> moved;
        for (const MovedColumn &column : std::as_const(m_move->columns))
            moved.insert(column.column.id.sub);
        for (const int part : m_target.partsOf(m_move->to)) {
            const Fact &fact = m_target.facts()[std::size_t(part)];
            const auto *constraint = fact.as<schema::ConstraintAttributes>();
            if (!constraint
                || !moved.contains(QSet<QString>(constraint->columns.begin(), constraint->columns.end())))
                continue;
            const auto &referenced = constraint->referencedTable;
            if (!referenced || (*referenced != m_move->from && m_current.find(*referenced)))
                m_move->constraints.append(fact);
        }
    }

    const PlainPlan &m_plan;
    const MoveIntent &m_intent;
    const QString m_member;
    const schema::Catalog &m_current;
    const schema::Catalog &m_target;
    std::shared_ptr<RowMove> m_move;
    int m_create = -1;
    std::vector<int> m_drops;
};

/// Puts the actions of one intent into the plan.
class MovePlacer
{
public:
    MovePlacer(PlainPlan *plan, const MoveFinder &finder)
        : m_plan(plan)
        , m_finder(finder)
        , m_move(finder.move())
    { }

    [[nodiscard]] base::Result<void> place()
    {
        const int test = append(QStringLiteral("Test the rows of %1"), TestMove{ m_move });
        const int fill = append(QStringLiteral("Move rows of %1"), MoveRows{ m_move });
        std::vector<int> needed;
        QSet<int> late;
        QVector<Fold> folds{ alone(m_finder.create(), { test }) };
        for (int i = 0; i < test; ++i) {
            const Action &action = m_plan->actions[std::size_t(i)];
            const bool isOfNew = action.relation == m_move->to || action.object == m_move->to;
            const bool isBehind = std::any_of(action.needs.begin(), action.needs.end(),
                                              [&](int need) { return late.contains(need); });
            if (isBehind || (isOfNew && isLate(action)))
                late.insert(i);
            else if (isOfNew && isPart(action))
                needed.push_back(i);
            if (isOfNew && isLate(action))
                folds.append(afterwards(i, fill));
            if (isOfNew && refersToOld(action))
                folds.append(noted(i));
        }
        m_plan->actions[std::size_t(fill)].needs = needed;
        m_plan->actions[std::size_t(fill)].needs.push_back(test);
        m_plan->actions[std::size_t(test)].needs = m_plan->actions[std::size_t(m_finder.create())].needs;
        Fold drop{ m_finder.drops(), m_plan->actions[std::size_t(m_finder.drops().front())], {} };
        drop.action.detail = DropMoved{ m_move };
        // They are in the new table.
        drop.action.loses.clear();
        drop.needs = holdTriggers(m_plan, m_move->from);
        drop.needs.push_back(fill);
        folds.append(drop);
        return fold(m_plan, folds);
    }

private:
    int append(const QString &title, const ActionDetail &detail)
    {
        Action action;
        action.object = m_move->to;
        action.relation = m_move->from;
        action.title = title.arg(schema::dottedName(m_move->from));
        action.detail = detail;
        m_plan->actions.push_back(action);
        return int(m_plan->actions.size()) - 1;
    }
    [[nodiscard]] Fold alone(int action, const std::vector<int> &needs) const
    {
        return { { action }, m_plan->actions[std::size_t(action)], needs };
    }
    /// Is built beside the traffic when the rows are there.
    [[nodiscard]] Fold afterwards(int action, int fill) const
    {
        Fold fold = alone(action, { fill });
        fold.action.onNewRelation = false;
        return fold;
    }
    [[nodiscard]] bool refersToOld(const Action &action) const
    {
        const auto *add = std::get_if<AddConstraint>(&action.detail);
        return add && add->attributes.referencedTable && *add->attributes.referencedTable == m_move->from;
    }
    /// On the empty table it reads no row, and a trigger will answer for the rows of those that go.
    [[nodiscard]] Fold noted(int action) const
    {
        Fold fold = alone(action, {});
        fold.action.note =
            QStringLiteral(
                "While the table is empty the key reads no row, but it waits for a moment when nobody "
                "writes to %1. From here on TRUNCATE of %1 needs CASCADE, which empties %2 as well.")
                .arg(schema::dottedName(m_move->from), schema::dottedName(m_move->to));
        return fold;
    }
    [[nodiscard]] static bool isLate(const Action &action)
    {
        const auto *create = std::get_if<CreateIndex>(&action.detail);
        return create && !create->attributes.unique;
    }
    /// What rows have to find: the table itself, its keys, checks, defaults, privileges and triggers.
    [[nodiscard]] static bool isPart(const Action &action)
    {
        return action.object.kind != Kind::View && action.object.kind != Kind::MaterializedView
               && action.object.kind != Kind::PublicationMember;
    }

    PlainPlan *m_plan;
    const MoveFinder &m_finder;
    const std::shared_ptr<RowMove> m_move;
};

} // namespace

base::Result<void> moveRows(PlainPlan *plan, const PlanOptions &options)
{
    QSet<ObjectId> taken;
    const QVector<MoveIntent> &moves = options.intents.moves;
    for (qsizetype i = 0; i < moves.size(); ++i) {
        MoveFinder finder(*plan, moves[i], QStringLiteral("moves[%1]").arg(i));
        if (const auto found = finder.find(options.intents); !found.has_value())
            return found;
        QVector<ObjectId> takes{ finder.move()->to };
        for (const SetColumn &column : finder.move()->leaving)
            takes += column.column.id;
        for (const ObjectId &id : takes) {
            if (taken.contains(id))
                return finder.twice(id);
            taken.insert(id);
        }
        if (const auto placed = MovePlacer(plan, finder).place(); !placed.has_value())
            return placed;
    }
    return {};
}

} // namespace lockstep::plan
