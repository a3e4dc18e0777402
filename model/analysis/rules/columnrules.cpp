#include "columnrules.h"

#include <model/plan/ownname.h>

namespace lockstep::analysis::rules {

std::optional<Verdict> addColumnRewrite(const RuleInput &in)
{
    const auto *add = in.command<sql::AddColumn>();
    if (in.occurrence.form != Form::AddColumnRewrite || !add || in.ownIsNew())
        return std::nullopt;
    QString reason = QStringLiteral("its default is volatile or not known to be stable");
    if (add->column.type.isSerial || add->column.generated == sql::GeneratedKind::Identity)
        reason = QStringLiteral("every row gets a number");
    else if (add->column.generated == sql::GeneratedKind::Stored)
        reason = QStringLiteral("a stored generated column is computed for every row");
    else if (!add->column.hasDefault())
        reason = QStringLiteral("its type is a domain with a constraint");
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "Adding %1 rewrites %2 under ACCESS EXCLUSIVE because %3. Add it without, set "
                        "the default, and fill it in batches.")
                        .arg(schema::quoteIdent(add->column.name), in.relation(), reason) };
}

std::optional<Verdict> addColumnInlineConstraint(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const bool checks = form == Form::AddColumnScan || form == Form::AddColumnReferencesDefault;
    if (!checks || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "The constraint written with the new column makes PostgreSQL read all rows of %1 "
                        "under ACCESS EXCLUSIVE. Add the column first, the constraint NOT VALID after.")
                        .arg(in.relation()) };
}

std::optional<Verdict> addColumnNotNullWithoutDefault(const RuleInput &in)
{
    const auto *add = in.command<sql::AddColumn>();
    const Form form = in.occurrence.form;
    const bool isFirst = form == Form::AddColumn || form == Form::AddColumnRewrite;
    if (!add || !isFirst || in.ownIsNew() || !add->column.notNull || add->column.hasDefault()
        || add->column.generated != sql::GeneratedKind::None || add->column.type.isSerial)
        return std::nullopt;
    const Size size = in.sizes.of(in.occurrence.own, in.state);
    if (size.rows == 0)
        return std::nullopt;
    const bool certain = size.rows > 0;
    return Verdict{ certain ? plan::Severity::Error : plan::Severity::Warning,
                    QStringLiteral("%1 is NOT NULL and has no default: this fails as soon as %2 has a row.")
                        .arg(schema::quoteIdent(add->column.name), in.relation()) };
}

std::optional<Verdict> alterTypeRewrite(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    if ((form != Form::AlterTypeRewrite && form != Form::AlterTypeKey) || in.ownIsNew())
        return std::nullopt;
    const ColumnState *column = in.state.column(in.occurrence.own, in.occurrence.column);
    const auto *alter = in.command<sql::AlterType>();
    return Verdict{
        in.blocking(),
        QStringLiteral("Changing %1 from %2 to %3 rewrites %4 and all its indexes under ACCESS EXCLUSIVE.")
            .arg(schema::quoteIdent(in.occurrence.column),
                 column && !column->type.isEmpty() ? column->type : QStringLiteral("an unknown type"),
                 alter ? alter->type.text : QString(), in.relation())
    };
}

std::optional<Verdict> alterTypeHoldsLock(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    if ((form != Form::AlterTypeIndexBuild && form != Form::AlterTypeScan) || in.ownIsNew())
        return std::nullopt;
    const QString what = form == Form::AlterTypeScan
                             ? QStringLiteral("its CHECK constraints are verified again")
                             : QStringLiteral("the indexes on it are built anew");
    return Verdict{ in.blocking(),
                    QStringLiteral("The rows of %1 stay as they are, but %2 under ACCESS EXCLUSIVE.")
                        .arg(in.relation(), what) };
}

std::optional<Verdict> dropColumn(const RuleInput &in)
{
    const auto *drop = in.command<sql::DropColumn>();
    if (in.occurrence.form != Form::DropColumn || !drop || in.ownIsNew() || plan::isOwnName(drop->column))
        return std::nullopt;
    const ColumnState *state = in.state.column(in.occurrence.own, drop->column);
    if (state && state->isNew)
        return std::nullopt;
    const QString column = in.relation() + QLatin1Char('.') + schema::quoteIdent(drop->column);
    const schema::ObjectId id =
        schema::subId(schema::Kind::Column, in.occurrence.own.first, in.occurrence.own.second, drop->column);
    const QString home = in.scene.intents ? plan::movedTo(*in.scene.intents, id) : QString();
    if (!home.isEmpty())
        return Verdict{ plan::Severity::Info,
                        QStringLiteral(
                            "The values of %1 are in %2 by now; code that still names the column fails.")
                            .arg(column, home) };
    // Others have its values by then; what they do not tell the step names as its loss.
    if (in.scene.strategy == QLatin1String("fill-columns"))
        return Verdict{ plan::Severity::Warning,
                        QStringLiteral("Code that still names %1 fails.").arg(column) };
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral("The values of %1 are gone for good, and code that still names the "
                                   "column fails.")
                        .arg(column) };
}

} // namespace lockstep::analysis::rules
