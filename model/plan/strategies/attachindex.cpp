#include "drafts.h"

#include <model/plan/dottedname.h>

#include <QRegularExpression>

namespace lockstep::plan {

namespace {

/// The statement that takes the parent's index away, and every attached one with it; as a
/// constraint where the target has one by that name.
QString dropParent(const QString &parentIndex, const Context &context)
{
    const QStringList parts = splitDottedName(parentIndex);
    for (const schema::Fact &fact : context.target().factsOf(schema::Kind::Constraint)) {
        const auto *key = fact.as<schema::ConstraintAttributes>();
        const bool isIt =
            key && parts.size() == 2 && fact.id.schema == parts[0] && key->indexName == parts[1];
        if (isIt) {
            return alterTable(
                schema::qualified(fact.id.schema, fact.id.name),
                QStringLiteral("DROP CONSTRAINT IF EXISTS %1").arg(schema::quoteIdent(fact.id.sub)));
        }
    }
    return QStringLiteral("DROP INDEX IF EXISTS %1").arg(parentIndex);
}

} // namespace

/// Attaching the index of a partition to its parent's: after all of them are built. An attached
/// index cannot be detached, so the first one taken back takes the parent's and with it all of
/// them; from there on there is nothing left to take back.
std::optional<Rewrite> attachIndexLast(const Action &action, const Context &context)
{
    static const QRegularExpression shape(QStringLiteral("^ALTER INDEX (.+) ATTACH PARTITION "));
    if (action.forward.size() != 1 || !context.needsOnlineWay(action))
        return std::nullopt;
    const QRegularExpressionMatch match = shape.match(action.forward.first());
    if (!match.hasMatch())
        return std::nullopt;
    Draft draft = ddlDraft(action, Phase::Switch, action.title, action.forward,
                           { dropParent(match.captured(1), context) },
                           QStringLiteral("With the last one attached the parent's index becomes valid."));
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
