#include "copiedcolumns.h"

#include "actionneeds.h"
#include "enumswap.h"
#include "parttwins.h"
#include "plain/ddl.h"
#include "plain/defaultprivileges.h"
#include "plain/tableddl.h"
#include "typefamilies.h"

#include <algorithm>

namespace lockstep::plan {

using schema::Fact;
using schema::Kind;

namespace {

int identityAction(const PlainPlan &plan, const CopiedColumn &column, int change)
{
    const QStringList statements = ddl::identityChange(column.before, column.after);
    const bool isExchange = column.wasIdentity() != column.becomesIdentity();
    for (int i = 0; !statements.isEmpty() && i < int(plan.actions.size()); ++i) {
        const Action &action = plan.actions[std::size_t(i)];
        if (i == change || action.object != column.before.id)
            continue;
        if (action.forward == statements || (isExchange && action.forward.contains(statements.first())))
            return i;
    }
    return -1;
}

/// Those on the default that asks the sequence, and on whose the sequence is.
std::vector<int> serialActions(const PlainPlan &plan, const CopiedColumn &column)
{
    const schema::ObjectId &id = column.before.id;
    const schema::ObjectId value = schema::subId(Kind::Default, id.schema, id.name, id.sub);
    std::vector<int> found;
    bool hasDefault = false;
    for (int i = 0; i < int(plan.actions.size()); ++i) {
        const Action &action = plan.actions[std::size_t(i)];
        const auto *sequence = plan.changes->target->attributes<schema::SequenceAttributes>(action.object);
        const bool isOwned =
            sequence && sequence->ownedBy == id
            && action.forward.contains(ddl::ownSequence(*plan.changes->target->find(action.object)));
        if (action.object == value || isOwned)
            found.push_back(i);
        hasDefault = hasDefault || action.object == value;
    }
    return hasDefault ? found : std::vector<int>();
}

} // namespace

CopiedColumn copiedColumn(const Action &change, const Context &context)
{
    const schema::ObjectId &id = change.object;
    const auto &detail = std::get<ChangeType>(change.detail);
    const auto orColumn = [&](const QString &expression) {
        return expression.isEmpty() ? schema::quoteIdent(id.sub) : expression;
    };
    CopiedColumn column;
    column.before = *context.current().find(id);
    column.after = *context.target().find(id);
    column.copy = copyName(id);
    column.aside = asideName(id);
    column.expression = orColumn(detail.usingExpression);
    column.back = orColumn(detail.back);
    column.defaultBefore = detail.defaultBefore;
    column.defaultAfter = detail.defaultAfter;
    column.mayFail = !cannotFail(detail);
    column.isUniqueBack = isUniqueBack(detail);
    column.typeBefore = detail.fromType;
    column.typeAfter = detail.toType;
    if (detail.swap)
        describeSwap(*detail.swap, detail, context.intents(), &column);
    return column;
}

QString timeSettingsOf(const ChangeType &change)
{
    if (!isOfTime(change.fromType) && !isOfTime(change.toType))
        return {};
    return QStringLiteral(
        " SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT SET IntervalStyle FROM CURRENT");
}

std::optional<std::vector<int>> takeNumberActions(const PlainPlan &plan, int change, CopiedColumn *column)
{
    const int identity = identityAction(plan, *column, change);
    if (column->wasIdentity() == column->becomesIdentity())
        return identity < 0 ? std::vector<int>() : std::vector<int>{ identity };
    // One that comes or goes without the other gives no numbers on one of the two sides.
    const std::vector<int> serial = serialActions(plan, *column);
    if (identity < 0 || serial.empty() || (identity > change) != column->becomesIdentity())
        return std::nullopt;
    std::vector<int> taken{ identity };
    taken.insert(taken.end(), serial.begin(), serial.end());
    std::sort(taken.begin(), taken.end());
    for (const int at : taken) {
        const Action &action = plan.actions[std::size_t(at)];
        Exchange &numbers = at < change ? column->numbersBefore : column->numbersAfter;
        numbers.forward += action.forward;
        numbers.backward = action.backward + numbers.backward;
    }
    return taken;
}

QString takeNumbers(const PlainPlan &plan, const Fact &fact, CopiedColumn *column)
{
    const auto changesToo = [&] {
        return QStringLiteral("%1 changes at the same time.").arg(schema::displayName(fact));
    };
    if (fact.id.kind != Kind::Sequence) {
        if (column->wasIdentity() && !column->becomesIdentity())
            return {}; // The plan gives it to the sequence that it makes.
        if (!isKeptAsItIs(plan, fact))
            return changesToo();
        column->saidOfNumbers += ddl::create(fact, *plan.changes->current);
        return {};
    }
    const auto *before = fact.as<schema::SequenceAttributes>();
    const auto *after = plan.changes->target->attributes<schema::SequenceAttributes>(fact.id);
    if (column->becomesIdentity() && !column->wasIdentity() && !after) {
        // Made again on the way back, it is the new column's until the names have gone back.
        const QString own = ddl::ownSequence(fact);
        column->numbersAfter.backward.removeAll(own);
        column->numbersBefore.backward.append(own);
        return {};
    }
    if (!after || after->ownedBy != before->ownedBy)
        return changesToo();
    column->sequences.append(fact);
    return {};
}

QStringList correctedNumbers(const PlainPlan &plan, const CopiedColumn &column)
{
    return plain::correctedPrivileges(column.before, plain::makeSides(*plan.changes), *plan.changes->current);
}

} // namespace lockstep::plan
