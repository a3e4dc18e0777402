#include "enumswap.h"

#include <model/diff/sqlnames.h>

#include <algorithm>

namespace lockstep::plan {

namespace {

bool needsOtherRebuild(const EnumSwaps &swaps, const schema::Fact &fact, const PlainPlan &plan)
{
    const schema::Catalog &current = *plan.changes->current;
    for (const int need : current.needs(current.indexOf(fact.id))) {
        const schema::ObjectId &id = current.facts()[std::size_t(need)].id;
        const bool isRebuilt = std::any_of(plan.actions.begin(), plan.actions.end(), [&](const Action &one) {
            return one.object == id && one.isRebuild;
        });
        const bool isSwapped =
            std::any_of(swaps.begin(), swaps.end(), [&](const auto &swap) { return swap->type == id; });
        if (isRebuilt && !isSwapped)
            return true;
    }
    return false;
}

/// The condition that finds rows of labels that go.
QString holdsGone(const QString &column, const QString &list, bool isArray)
{
    return (isArray ? QStringLiteral("%1::text[] && ARRAY[%2]") : QStringLiteral("%1::text IN (%2)"))
        .arg(column, list);
}

} // namespace

QString withTypeNamed(const QString &sql, const EnumSwap &swap, const QString &name)
{
    return diff::withQualifiedName(sql, swap.type.schema, swap.type.name, swap.type.schema, name);
}

void describeSwap(const EnumSwap &swap, const ChangeType &change, const Intents &intents, CopiedColumn *copy)
{
    const QString column = schema::quoteIdent(change.column.sub);
    auto &before = std::get<schema::ColumnAttributes>(copy->before.attributes);
    auto &after = std::get<schema::ColumnAttributes>(copy->after.attributes);
    before.type = withTypeNamed(before.type, swap, swap.outgoing);
    after.type = withTypeNamed(after.type, swap, swap.incoming);
    const bool isArray = after.type.endsWith(QLatin1String("[]"));
    const QString text = isArray ? QStringLiteral("text[]") : QStringLiteral("text");
    const bool isGiven = std::any_of(
        intents.conversions.begin(), intents.conversions.end(),
        [&](const ConversionIntent &intent) { return intent.column == schema::dottedName(change.column); });
    // A person's expression says the type by a name that it has later, or had before.
    const QString cast = QStringLiteral("(%1)::%2::%3");
    copy->expression = cast.arg(isGiven ? change.usingExpression : column, text, after.type);
    copy->back = cast.arg(isGiven ? change.back : column, text, before.type);
    copy->isUniqueBack = !isGiven;
    copy->mayFail = isGiven || !swap.gone.isEmpty();
    if (isGiven || swap.gone.isEmpty())
        return;
    QStringList gone;
    for (const QString &label : swap.gone)
        gone << schema::quoteLiteral(label);
    const QString list = gone.join(QStringLiteral(", "));
    copy->misfits = holdsGone(column, list, isArray);
    copy->remedy =
        QStringLiteral("Rows that hold %1 have to get another label first, with an UPDATE or with a "
                       "conversion that says which.")
            .arg(list);
}

std::vector<int> rebuildsFor(const EnumSwaps &swaps, const schema::Fact &fact, const PlainPlan &plan)
{
    const schema::Fact *after = plan.changes->target->find(fact.id);
    if (swaps.empty() || !after || after->attributes != fact.attributes
        || needsOtherRebuild(swaps, fact, plan))
        return {};
    std::vector<int> rebuilds;
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        const Action &action = plan.actions[i];
        if (action.object != fact.id)
            continue;
        if (!action.isRebuild)
            return {};
        rebuilds.push_back(int(i));
    }
    return rebuilds;
}

} // namespace lockstep::plan
