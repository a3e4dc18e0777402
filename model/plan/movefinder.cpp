#include "movefinder.h"

#include "copiedvalues.h"
#include "dottedname.h"
#include "moveobstacles.h"

#include <model/sql/parser.h>

#include <algorithm>

namespace lockstep::plan {

using schema::Fact;
using schema::Kind;
using schema::ObjectId;

namespace {

QStringList columnsIn(const ObjectId &table, const schema::Catalog &catalog)
{
    QStringList names;
    for (const Fact *column : catalog.columnsOf(table))
        names += column->id.sub;
    return names;
}

} // namespace

MoveFinder::MoveFinder(const PlainPlan &plan, const MoveIntent &intent, const QString &member)
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

base::Result<void> MoveFinder::find(const Intents &intents)
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

base::Error MoveFinder::twice(const ObjectId &id) const
{
    return error(QStringLiteral("names %1, which another one moves already.").arg(schema::displayName(id)),
                 QStringLiteral("A table is filled by one intent, and a column comes back by one."));
}

base::Error MoveFinder::error(const QString &what, const QString &hint) const
{
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.message = QStringLiteral("The intent %1 %2").arg(m_member, what);
    error.hint = hint;
    return error;
}

QString MoveFinder::ownerOf(const QString &column) const
{
    for (const auto &[to, from] : std::as_const(m_move->owner)) {
        if (to == column)
            return from;
    }
    return {};
}

QSet<QString> MoveFinder::movedColumns() const
{
    QSet<QString> moved;
    for (const MovedColumn &column : std::as_const(m_move->columns))
        moved.insert(column.column.id.sub);
    return moved;
}

base::Result<sql::Expression> MoveFinder::parsed(const QString &text, const QString &what) const
{
    auto expression = sql::parseExpression(text);
    if (!expression.has_value())
        return error(QStringLiteral("gives %1 an expression that does not parse: %2")
                         .arg(what, expression.error().message),
                     QStringLiteral("It says \"%1\".").arg(text));
    return expression;
}

base::Result<void> MoveFinder::findTables()
{
    if (m_current.find(m_move->to))
        return error(QStringLiteral("moves rows to %1, which is there already.").arg(toName()),
                     QStringLiteral("Rows move to a table that the plan creates; a plan cannot tell them "
                                    "from those that are in it."));
    if (!m_target.find(m_move->from))
        return error(QStringLiteral("moves rows of %1, which the target does not have.").arg(fromName()),
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

base::Result<void> MoveFinder::findOwner()
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

base::Result<void> MoveFinder::findColumns()
{
    QHash<QString, QString> expressions;
    for (const auto &[column, from] : std::as_const(m_move->owner))
        expressions.insert(column, QStringLiteral("%1.%2").arg(schema::quoteIdent(m_move->from.name),
                                                               schema::quoteIdent(from)));
    for (const auto &[column, expression] : m_intent.columns) {
        if (expressions.contains(column) && expression != ownerOf(column))
            return error(QStringLiteral("makes %1 of something other than what \"owner\" says.").arg(column),
                         QStringLiteral("Leave it out of \"columns\"."));
        if (!expressions.contains(column))
            expressions.insert(column, expression);
    }
    for (const Fact *column : m_target.columnsOf(m_move->to)) {
        if (const auto added = addColumn(*column, expressions.value(column->id.sub)); !added.has_value())
            return added;
    }
    return {};
}

base::Result<void> MoveFinder::addColumn(const Fact &column, const QString &expression)
{
    const auto &attributes = *column.as<schema::ColumnAttributes>();
    const bool isMade =
        attributes.generated != schema::Generated::None || attributes.identity != schema::Identity::None;
    const bool hasDefault =
        m_target.find(schema::subId(Kind::Default, column.id.schema, column.id.name, column.id.sub));
    const QString name = schema::displayName(column);
    if (!expression.isEmpty() && isMade)
        return error(QStringLiteral("names %1, whose values PostgreSQL makes itself.").arg(name),
                     QStringLiteral("Leave it out of the intent."));
    if (!expression.isEmpty())
        m_move->columns.append({ column, expression });
    else if (attributes.notNull && !isMade && !hasDefault)
        return error(QStringLiteral("gives no value for %1, which must have one.").arg(name),
                     QStringLiteral("Say in \"columns\" what it is made of."));
    return {};
}

int MoveFinder::dropOf(const ObjectId &column) const
{
    for (std::size_t i = 0; i < m_plan.actions.size(); ++i) {
        const auto *drop = std::get_if<DropColumn>(&m_plan.actions[i].detail);
        if (drop && drop->column == column)
            return int(i);
    }
    return -1;
}

base::Result<void> MoveFinder::findLeaving()
{
    if (m_intent.back.isEmpty())
        return error(
            QStringLiteral("does not say how the columns of %1 come back.").arg(fromName()),
            QStringLiteral("Without \"back\" nothing that the new release writes would reach "
                           "the old one, and there would be no way back: give each leaving column an "
                           "expression that reads %1.")
                .arg(toName()));
    for (const auto &[name, expression] : m_intent.back) {
        const ObjectId id = schema::subId(Kind::Column, m_move->from.schema, m_move->from.name, name);
        const int at = dropOf(id);
        if (at < 0)
            return error(
                QStringLiteral("brings back %1, which the plan does not drop.").arg(schema::displayName(id)),
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
    std::sort(m_move->leaving.begin(), m_move->leaving.end(), [](const SetColumn &a, const SetColumn &b) {
        return a.column.as<schema::ColumnAttributes>()->position
               < b.column.as<schema::ColumnAttributes>()->position;
    });
    return {};
}

base::Result<void> MoveFinder::findKey()
{
    const QSet<QString> moved = movedColumns();
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
        QStringLiteral("Give it a primary key or a unique constraint that begins with the columns of "
                       "\"owner\", and whose columns are NOT NULL and all moved, such as the owner and the "
                       "position. Without it no row could be found again, and every write would read "
                       "the whole table."));
}

/// Which rows have something to move.
base::Result<void> MoveFinder::findCondition()
{
    m_move->where = m_intent.where;
    if (!m_move->where.isEmpty() || !m_move->each.isEmpty())
        return {};
    QStringList given;
    for (const SetColumn &column : std::as_const(m_move->leaving)) {
        if (!column.defaultValue.isEmpty() || column.column.as<schema::ColumnAttributes>()->notNull)
            return error(
                QStringLiteral("does not say which rows of %1 have something to move.").arg(fromName()),
                QStringLiteral("%1 has a value in every row, also in one that a new release writes before "
                               "it writes to %2: say in \"where\" which values are worth a row, and let "
                               "\"back\" give the others where there is none.")
                    .arg(schema::displayName(column.column), toName()));
        given += QStringLiteral("%1.%2 IS NOT NULL")
                     .arg(schema::quoteIdent(m_move->from.name), schema::quoteIdent(column.column.id.sub));
    }
    m_move->where = given.join(QStringLiteral(" OR "));
    return {};
}

/// What decides which rows come of one, with where it stands.
QVector<QPair<QString, QString>> MoveFinder::readTexts() const
{
    QVector<QPair<QString, QString>> texts;
    for (const MovedColumn &column : std::as_const(m_move->columns)) {
        if (ownerOf(column.column.id.sub).isEmpty())
            texts.append({ column.expression, schema::displayName(column.column) });
    }
    if (!m_intent.where.isEmpty())
        texts.append({ m_intent.where, QStringLiteral("\"where\"") });
    if (!m_move->each.isEmpty())
        texts.append({ QStringLiteral("EXISTS (SELECT FROM (SELECT) AS o, LATERAL %1)").arg(m_move->each),
                       QStringLiteral("\"each\"") });
    return texts;
}

/// Also sees that all of them parse.
base::Result<void> MoveFinder::findUsed()
{
    QSet<QString> named;
    bool isWholeRow = false;
    for (const auto &[column, from] : std::as_const(m_move->owner))
        named.insert(from);
    for (const auto &[text, what] : readTexts()) {
        const auto expression = parsed(text, what);
        if (!expression.has_value())
            return expression.error();
        named += QSet<QString>(expression->columns.begin(), expression->columns.end());
        isWholeRow |= text.contains(QLatin1String(".*"));
    }
    for (const SetColumn &column : std::as_const(m_move->leaving)) {
        const auto expression = parsed(column.expression, schema::displayName(column.column));
        if (!expression.has_value())
            return expression.error();
        named.insert(column.column.id.sub);
    }
    // What is written "orders.items" is read as "orders".
    if (isWholeRow || named.contains(m_move->from.name))
        return {};
    for (const Fact *column : m_current.columnsOf(m_move->from)) {
        if (named.contains(column->id.sub))
            m_move->used += column->id.sub;
    }
    return {};
}

void MoveFinder::findConstraints()
{
    const QSet<QString> moved = movedColumns();
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

} // namespace lockstep::plan
