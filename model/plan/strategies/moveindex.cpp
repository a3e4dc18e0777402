#include "drafts.h"

namespace lockstep::plan {

namespace {

const QLatin1String alterIndex("ALTER INDEX ");
const QLatin1String setTablespace(" SET TABLESPACE ");

/// "REINDEX (TABLESPACE fast) INDEX CONCURRENTLY a.b" for "ALTER INDEX a.b SET TABLESPACE fast"; empty for
/// others.
QString builtElsewhere(const QStringList &statements)
{
    const QString sql = statements.value(0);
    const qsizetype at = sql.lastIndexOf(setTablespace);
    if (statements.size() != 1 || !sql.startsWith(alterIndex) || at < 0)
        return {};
    return QStringLiteral("REINDEX (TABLESPACE %1) INDEX CONCURRENTLY %2")
        .arg(sql.mid(at + setTablespace.size()), sql.mid(alterIndex.size(), at - alterIndex.size()));
}

bool isExclusion(const Action &action, const Context &context)
{
    const auto *constraint = context.target().attributes<schema::ConstraintAttributes>(action.object);
    return constraint && constraint->type == schema::ConstraintType::Exclude;
}

} // namespace

/// An index that moves to another tablespace is built there beside the one in use.
std::optional<Rewrite> moveIndex(const Action &action, const Context &context)
{
    const QString forward = builtElsewhere(action.forward);
    const QString back = builtElsewhere(action.backward);
    if (forward.isEmpty() || back.isEmpty() || context.major() < 14 || isExclusion(action, context)
        || context.isPartitioned(action.relation) || !context.needsOnlineWay(action))
        return std::nullopt;
    Draft draft = concurrentDraft(
        action, Phase::Expand, action.title, { forward }, { back },
        QStringLiteral(
            "The index is built in the other tablespace while reads and writes go on, and takes the "
            "place of the old one; ALTER INDEX would copy its files while they wait. What an "
            "interrupted build leaves is invalid and ends in _ccnew: drop it."));
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
