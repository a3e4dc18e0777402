#include "constraintrules.h"

namespace lockstep::analysis::rules {

std::optional<Verdict> addForeignKeyValidated(const RuleInput &in)
{
    if (in.occurrence.form != Form::AddForeignKey || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "Every row of %1 is checked while writes to it and to %2 wait. Add the foreign "
                        "key NOT VALID and validate it in a transaction of its own.")
                        .arg(in.relation(), display(in.occurrence.referenced.value(0))) };
}

std::optional<Verdict> addCheckValidated(const RuleInput &in)
{
    if (in.occurrence.form != Form::AddCheck || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "Every row of %1 is checked while it can neither be read nor written. Add the "
                        "constraint NOT VALID and validate it in a transaction of its own.")
                        .arg(in.relation()) };
}

std::optional<Verdict> validateInSameTransaction(const RuleInput &in)
{
    const auto *validate = in.command<sql::ValidateConstraint>();
    if (!validate || !in.transaction.addedNotValid.contains(in.relation() + QLatin1Char(' ') + validate->name)
        || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "%1 was added NOT VALID in this same transaction, which still holds that lock: "
                        "%2 stays locked while all rows are checked. Validate in a step of its own.")
                        .arg(schema::quoteIdent(validate->name), in.relation()) };
}

std::optional<Verdict> foreignKeyWithoutIndex(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const auto *add = in.command<sql::AddConstraint>();
    const bool isForeign = form == Form::AddForeignKey || form == Form::AddForeignKeyNotValid;
    if (!isForeign || !add || in.state.hasIndexOn(in.occurrence.own, add->constraint.columns))
        return std::nullopt;
    const bool isSmall = in.blocking() == plan::Severity::Info;
    return Verdict{
        isSmall ? plan::Severity::Info : plan::Severity::Warning,
        QStringLiteral("No index of %1 starts with %2: every DELETE or key change in %3 will read all of %1.")
            .arg(in.relation(), add->constraint.columns.join(QLatin1String(", ")),
                 display(in.occurrence.referenced.value(0)))
    };
}

std::optional<Verdict> setNotNullScan(const RuleInput &in)
{
    if (in.occurrence.form != Form::SetNotNull || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "All rows of %1 are read while it can neither be read nor written by others. "
                        "A validated CHECK (%2 IS NOT NULL) makes this instant from PostgreSQL 12 on.")
                        .arg(in.relation(), schema::quoteIdent(in.occurrence.column)) };
}

std::optional<Verdict> locksReferencedTable(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const bool drops = form == Form::DropForeignKey || form == Form::DropTable || form == Form::DropPartition
                       || form == Form::DropColumn || form == Form::AlterTypeKey;
    QStringList names;
    for (const Key &key : in.occurrence.referenced) {
        if (key != in.occurrence.own && !in.state.isNew(key))
            names.append(display(key));
    }
    if (!drops || names.isEmpty())
        return std::nullopt;
    return Verdict{ plan::Severity::Info,
                    QStringLiteral("This also takes ACCESS EXCLUSIVE on %1, which the foreign key refers to.")
                        .arg(names.join(QLatin1String(", "))) };
}

std::optional<Verdict> domainScan(const RuleInput &in)
{
    if (in.occurrence.form != Form::AlterDomainScan || in.occurrence.dependents.isEmpty())
        return std::nullopt;
    QStringList tables;
    for (const Key &key : in.occurrence.dependents)
        tables.append(display(key));
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral("Every table that uses the domain is read while writes to it wait: %1.")
                        .arg(tables.join(QLatin1String(", "))) };
}

} // namespace lockstep::analysis::rules
