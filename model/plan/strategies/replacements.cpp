#include "context.h"

namespace lockstep::plan {

namespace {

using schema::ConstraintType;

bool isKey(ConstraintType type)
{
    return type == ConstraintType::Unique || type == ConstraintType::PrimaryKey;
}

bool isSwappable(const DropIndex &drop, const CreateIndex &create, const Context &context)
{
    return !drop.attributes.partitionOf && !create.attributes.partitionOf
           && !context.isPartitioned(create.attributes.table);
}

bool isSwappable(const DropConstraint &drop, const AddConstraint &add, const Action &action,
                 const Context &context)
{
    const schema::ConstraintAttributes &before = drop.attributes;
    const schema::ConstraintAttributes &after = add.attributes;
    const bool isWhole = before.validated && before.enforced && after.validated && after.enforced;
    if (!isWhole || before.type != after.type || context.isPartitioned(action.relation))
        return false;
    if (after.type == ConstraintType::Check || after.type == ConstraintType::ForeignKey)
        return true;
    if (!isKey(after.type) || after.definition.contains(QLatin1String("WITHOUT OVERLAPS"))
        || before.definition.contains(QLatin1String("WITHOUT OVERLAPS")))
        return false;
    // A primary key over nullable columns has more to do first.
    const schema::ObjectId table = context.currentId(action.relation);
    for (const QString &column : after.type == ConstraintType::PrimaryKey ? after.columns : QStringList()) {
        const auto *attributes = context.current().attributes<schema::ColumnAttributes>(
            schema::subId(schema::Kind::Column, table.schema, table.name, column));
        if (!attributes || !attributes->notNull)
            return false;
    }
    return true;
}

bool isSwappable(const Action &first, const Action &second, const Context &context)
{
    // An invalid index is not built by the way back.
    const bool isKnown = !first.backward.isEmpty() || std::holds_alternative<DropIndex>(first.detail);
    if (first.forward.size() != 1 || !isKnown || second.forward.isEmpty() || !context.needsOnlineWay(second))
        return false;
    if (const auto *drop = std::get_if<DropIndex>(&first.detail)) {
        const auto *create = std::get_if<CreateIndex>(&second.detail);
        return create && isSwappable(*drop, *create, context);
    }
    const auto *drop = std::get_if<DropConstraint>(&first.detail);
    const auto *add = std::get_if<AddConstraint>(&second.detail);
    return drop && add && isSwappable(*drop, *add, second, context);
}

/// True if something else stands between the two, such as the type change they make room for. The two
/// actions of a replacement that is found already are done together (`partner`): what is between them and
/// another one counts too, or two replacements would wait for each other.
bool hasBetween(const PlainPlan &plan, int first, int second, const QHash<int, int> &partner)
{
    QSet<int> seen;
    std::vector<int> open;
    const auto visit = [&](int action) {
        if (!seen.contains(action)) {
            seen.insert(action);
            open.push_back(action);
        }
    };
    for (const int either : { first, second }) {
        for (const int need : plan.actions[std::size_t(either)].needs) {
            if (need != first)
                visit(need);
        }
    }
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (at == first || at == second)
            return true;
        if (const auto other = partner.constFind(at); other != partner.constEnd())
            visit(*other);
        for (const int need : plan.actions[std::size_t(at)].needs)
            visit(need);
    }
    return false;
}

} // namespace

void Context::findReplacements(const PlainPlan &plan)
{
    QHash<schema::ObjectId, int> drops;
    QHash<int, int> partner;
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        const Action &action = plan.actions[i];
        const auto drop = drops.constFind(action.object);
        if (drop != drops.constEnd() && isSwappable(plan.actions[std::size_t(*drop)], action, *this)
            && !hasBetween(plan, *drop, int(i), partner)) {
            m_replacements.insert(action.object, &action);
            partner.insert(*drop, int(i));
            partner.insert(int(i), *drop);
        }
        if (std::holds_alternative<DropIndex>(action.detail)
            || std::holds_alternative<DropConstraint>(action.detail))
            drops.insert(action.object, int(i));
    }
}

const Action *Context::replacementOf(const Action &drop) const
{
    const bool isDrop =
        std::holds_alternative<DropIndex>(drop.detail) || std::holds_alternative<DropConstraint>(drop.detail);
    return isDrop ? m_replacements.value(drop.object, nullptr) : nullptr;
}

bool Context::isReplacement(const Action &action) const
{
    return m_replacements.value(action.object, nullptr) == &action;
}

} // namespace lockstep::plan
