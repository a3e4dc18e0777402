#include "copiedcolumns.h"

#include "actionneeds.h"
#include "enumswap.h"
#include "parttwins.h"
#include "plain/ddl.h"
#include "plain/defaultprivileges.h"
#include "plain/tableddl.h"
#include "typefamilies.h"

namespace lockstep::plan {

using schema::Fact;
using schema::Kind;

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

int identityAction(const PlainPlan &plan, const CopiedColumn &column, int change)
{
    const QStringList statements = ddl::identityChange(column.before, column.after);
    for (int i = 0; !statements.isEmpty() && i < int(plan.actions.size()); ++i) {
        const Action &action = plan.actions[std::size_t(i)];
        if (i != change && action.object == column.before.id && action.forward == statements)
            return i;
    }
    return -1;
}

QString takeNumbers(const PlainPlan &plan, const Fact &fact, CopiedColumn *column)
{
    const auto changesToo = [&] {
        return QStringLiteral("%1 changes at the same time.").arg(schema::displayName(fact));
    };
    if (fact.id.kind != Kind::Sequence) {
        if (!isKeptAsItIs(plan, fact))
            return changesToo();
        column->saidOfNumbers += ddl::create(fact, *plan.changes->current);
        return {};
    }
    const auto *before = fact.as<schema::SequenceAttributes>();
    const auto *after = plan.changes->target->attributes<schema::SequenceAttributes>(fact.id);
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
