#include "losses.h"

#include "castlosses.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

void loseParts(Action &action, const QString &what, const QStringList &parts)
{
    for (const QString &part : parts)
        action.loses.append(Loss{ what, -1, -1, part });
    action.isDestructive = action.isDestructive || !parts.isEmpty();
}

/// "column public.t.a" of each column of a table that holds values of the type, by itself or inside others.
QStringList columnsStoring(const NodeInput &input, int type)
{
    const Side &current = input.sides.current;
    QStringList columns;
    QSet<int> seen{ type };
    std::vector<int> open{ type };
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        for (int user : current.neededBy[size_t(at)]) {
            const Fact &fact = current.fact(user);
            if (seen.contains(user))
                continue;
            seen.insert(user);
            if (isUserType(fact.id.kind))
                open.push_back(user);
            else if (fact.id.kind == Kind::Column && !input.fates.goes(user)
                     && inheritedFrom(*current.catalog, user) < 0)
                columns.append(displayName(fact.id));
        }
    }
    columns.sort();
    return columns;
}

QStringList attributesMissing(const QVector<CompositeField> &fields, const QVector<CompositeField> &others)
{
    QStringList missing;
    for (const CompositeField &field : fields) {
        const bool isThere = std::any_of(others.begin(), others.end(), [&](const CompositeField &other) {
            return other.name == field.name;
        });
        if (!isThere)
            missing << QStringLiteral("attribute ") + quoteIdent(field.name);
    }
    return missing;
}

} // namespace

void nameCastLosses(Action &action, const Fact &before, const Fact &after, const Catalog &current,
                    const Catalog &target)
{
    const QString &from = before.as<ColumnAttributes>()->type;
    const QString &to = after.as<ColumnAttributes>()->type;
    const ValueType old = valueType(from, current);
    const ValueType fresh = valueType(to, target);
    const CastOutcome forward = castOutcome(old, fresh, { current, target });
    const CastOutcome back = castOutcome(fresh, old, { target, current });
    const QString column = displayName(after.id);
    loseParts(action, column, forward.loses);
    if (forward.mayFail)
        action.note = QStringLiteral("It stops at a value of %1 that %2 does not take.").arg(column, to);
    QStringList cautions;
    if (!forward.loses.isEmpty())
        cautions << QStringLiteral("The way back does not bring back %1 in %2.")
                        .arg(forward.loses.join(QStringLiteral(", ")), column);
    if (!back.loses.isEmpty())
        cautions << QStringLiteral("Of what is written after this step the way back loses %1 in %2.")
                        .arg(back.loses.join(QStringLiteral(", ")), column);
    if (back.mayFail)
        cautions
            << QStringLiteral("The way back stops at a value of %1 that %2 does not take.").arg(column, from);
    action.caution = cautions.join(QLatin1Char(' '));
}

void nameAttributeLosses(const NodeInput &input, int targetType, Action &action)
{
    const int type = input.sides.currentOf[size_t(targetType)];
    const auto *before = input.sides.current.fact(type).as<CompositeAttributes>();
    const auto *after = input.sides.target.fact(targetType).as<CompositeAttributes>();
    if (!before || !after)
        return;
    const QStringList dropped = attributesMissing(before->fields, after->fields);
    const QStringList added = attributesMissing(after->fields, before->fields);
    action.isDestructive = action.isDestructive || !dropped.isEmpty();
    const QStringList columns = columnsStoring(input, type);
    if (columns.isEmpty())
        return;
    for (const QString &column : columns)
        loseParts(action, column, dropped);
    QStringList cautions;
    if (!dropped.isEmpty())
        cautions << QStringLiteral("The way back adds %1 again, but not the values.")
                        .arg(dropped.join(QStringLiteral(", ")));
    if (!added.isEmpty())
        cautions << QStringLiteral("Of what is written after this step the way back loses %1 in %2.")
                        .arg(added.join(QStringLiteral(", ")), columns.join(QStringLiteral(", ")));
    action.caution = cautions.join(QLatin1Char(' '));
}

} // namespace lockstep::plan::plain
