#include "relationrules.h"

#include "together.h"

#include <model/plan/ownname.h>
#include <model/plan/plain/nodes.h>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

/// The old table of a plan that has copied its rows, or one of its partitions: no row is lost with it.
bool isOfOwnCopy(const RuleInput &in)
{
    const RelationState *table = in.state.find(in.occurrence.own);
    return plan::isOwnName(in.occurrence.own.second) || (table && plan::isOwnName(table->parent.second));
}

} // namespace

std::optional<Verdict> dropTable(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    if ((form != Form::DropTable && form != Form::DropPartition) || in.ownIsNew() || isOfOwnCopy(in))
        return std::nullopt;
    return Verdict{
        plan::Severity::Warning,
        QStringLiteral("%1 and %2 are gone for good.").arg(in.relation(), in.itsRows(in.occurrence.own))
    };
}

std::optional<Verdict> truncate(const RuleInput &in)
{
    if (in.occurrence.form != Form::Truncate || in.ownIsNew())
        return std::nullopt;
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral("All rows of %1 are gone for good.").arg(in.sized()) };
}

namespace {

/// No application says the names that plans give to copies; and a name that something else takes in the same
/// transaction is never missed.
bool isOwnOrTakenOver(const RuleInput &in, Form form)
{
    const bool isColumn = form == Form::RenameColumn;
    const QString name = isColumn ? in.occurrence.column : in.occurrence.own.second;
    if (plan::isOwnName(name))
        return true;
    const QString start = isColumn ? QStringLiteral("ALTER TABLE %1 RENAME COLUMN ").arg(in.relation())
                                   : QStringLiteral("ALTER ");
    const QString end =
        (isColumn ? QStringLiteral(" TO ") : QStringLiteral(" RENAME TO ")) + schema::quoteIdent(name);
    // An identity that moves to another column has a new sequence of the old name.
    const QString numbered =
        QStringLiteral("SELECT pg_catalog.setval(%1,").arg(schema::quoteLiteral(in.relation()));
    const auto &sql = in.scene.together;
    return std::any_of(sql.begin(), sql.end(), [&](const QString &other) {
        return (other.startsWith(start) && other.endsWith(end)) || (!isColumn && other.startsWith(numbered));
    });
}

} // namespace

std::optional<Verdict> renameBreaksCode(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const auto *rename = in.statement.as<sql::Rename>();
    if ((form != Form::RenameColumn && form != Form::RenameRelation) || !rename || in.ownIsNew())
        return std::nullopt;
    // Moved aside for what takes its name in the same transaction.
    if (rename->to == plan::plain::outgoingName(in.occurrence.own.second))
        return std::nullopt;
    // The old name goes on as a view.
    if (form == Form::RenameRelation && makesView(in, in.occurrence.own))
        return std::nullopt;
    if (isOwnOrTakenOver(in, form))
        return std::nullopt;
    const QString from = form == Form::RenameColumn
                             ? in.relation() + QLatin1Char('.') + schema::quoteIdent(in.occurrence.column)
                             : in.relation();
    return Verdict{
        plan::Severity::Warning,
        QStringLiteral("Running code that still says %1 fails from the moment this commits.").arg(from)
    };
}

std::optional<Verdict> writeWithoutWhere(const RuleInput &in)
{
    const auto *update = in.statement.as<sql::Update>();
    const auto *remove = in.statement.as<sql::Delete>();
    // A view has no rows of its own: the tables below it are looked at too.
    const RelationState *own = in.state.find(in.occurrence.own);
    if (own && own->kind == RelationKind::View)
        return std::nullopt;
    const bool everyRow = (update && !update->hasWhere) || (remove && !remove->hasWhere);
    if (!everyRow || in.occurrence.form != Form::Write || in.ownIsNew() || !in.scene.isDdl)
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "This writes every row of %1 in one transaction and keeps all of them locked until "
                        "it commits. A backfill does it in batches.")
                        .arg(in.sized()) };
}

std::optional<Verdict> unknownStatement(const RuleInput &in)
{
    if (in.occurrence.form != Form::Unknown)
        return std::nullopt;
    const QString assumed = in.scene.isScript
                                ? QStringLiteral("it may be ACCESS EXCLUSIVE on whatever it uses.")
                                : QStringLiteral("ACCESS EXCLUSIVE on the step's relations is assumed.");
    const QString why =
        in.occurrence.function.isEmpty()
            ? QString()
            : QStringLiteral("Not all that %1() runs can be read here. ").arg(in.occurrence.function);
    return Verdict{ plan::Severity::Warning,
                    why + QStringLiteral("What this statement locks is not known; ") + assumed };
}

} // namespace lockstep::analysis::rules
