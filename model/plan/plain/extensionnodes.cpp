#include "ddl.h"
#include "nodes.h"

#include <QVersionNumber>

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool isExtensionUsed(const Side &side, int extension)
{
    const std::span<const int> users = side.neededBy[size_t(extension)];
    return std::any_of(users.begin(), users.end(), [&](int user) {
        const Kind kind = side.fact(user).id.kind;
        return !isTargeting(kind);
    });
}

/// Dropped and created: an extension sets its own comment and the privileges of its members, which
/// may have been changed.
QStringList reinstall(const Fact &fact, const Catalog &catalog)
{
    const auto *comment = catalog.attributes<CommentAttributes>(commentId(fact.id));
    QStringList statements =
        ddl::drop(fact, catalog) + ddl::create(fact, catalog)
        << ddl::comment(commentId(fact.id), comment ? comment->text : QString(), catalog);
    for (int user : catalog.neededBy(catalog.indexOf(fact.id))) {
        const Fact &privileges = catalog.facts()[size_t(user)];
        if (privileges.id.kind == Kind::Grant)
            statements += ddl::create(privileges, catalog);
    }
    return statements;
}

} // namespace

void addExtensionNodes(const NodeInput &input, int targetIndex, Nodes &nodes)
{
    const int currentIndex = input.sides.currentOf[size_t(targetIndex)];
    const Fact &before = input.sides.current.fact(currentIndex);
    const Fact &after = input.sides.target.fact(targetIndex);
    const Catalog &current = *input.sides.current.catalog;
    const bool isUsed = isExtensionUsed(input.sides.current, currentIndex)
                        || isExtensionUsed(input.sides.target, targetIndex);
    const bool moves = before.as<ExtensionAttributes>()->schema != after.as<ExtensionAttributes>()->schema;
    const QString title = QStringLiteral("Change ") + displayName(after.id);
    const bool isOlder = QVersionNumber::fromString(after.as<ExtensionAttributes>()->version)
                         < QVersionNumber::fromString(before.as<ExtensionAttributes>()->version);
    // Many extensions can neither be moved nor go back to an older version; unused ones need not.
    if (!isUsed && (moves || isOlder)) {
        addAlter(nodes, targetIndex,
                 makeAction(after.id, title, reinstall(after, *input.sides.target.catalog),
                            reinstall(before, current)),
                 kLabelRank);
        return;
    }
    Action action =
        makeAction(after.id, title, ddl::alter(before, after, current).value_or(QStringList()), {});
    if (!isUsed)
        action.backward = reinstall(before, current);
    else if (before.as<ExtensionAttributes>()->version == after.as<ExtensionAttributes>()->version)
        action.backward = ddl::alter(after, before, current).value_or(QStringList());
    else
        action.irreversible =
            QStringLiteral("Extension %1 has no way back from version %2 to %3 while it is used.")
                .arg(after.id.name, after.as<ExtensionAttributes>()->version,
                     before.as<ExtensionAttributes>()->version);
    addAlter(nodes, targetIndex, std::move(action), kLabelRank + 10);
}

} // namespace lockstep::plan::plain
