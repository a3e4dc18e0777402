#include "constraintrules.h"

#include <algorithm>

namespace lockstep::analysis::rules {

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

std::optional<Verdict> addCheckValidated(const RuleInput &in)
{
    if (in.occurrence.form != Form::AddCheck || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "Every row of %1 is checked while it can neither be read nor written, %2. Add "
                        "the constraint NOT VALID and validate it in a transaction of its own.")
                        .arg(in.sized(), in.howLong(Work::Scan, in.occurrence.own)) };
}

std::optional<Verdict> validateInSameTransaction(const RuleInput &in)
{
    const auto *validate = in.command<sql::ValidateConstraint>();
    if (!validate || !in.transaction.addedNotValid.contains(in.relation() + QLatin1Char(' ') + validate->name)
        || in.ownIsNew())
        return std::nullopt;
    return Verdict{
        in.blocking(),
        QStringLiteral("%1 was added NOT VALID in this same transaction, which still holds that lock: "
                       "%2 stays locked while all rows are checked, %3. Validate in a transaction of "
                       "its own.")
            .arg(schema::quoteIdent(validate->name), in.sized(), in.howLong(Work::Scan, in.occurrence.own))
    };
}

std::optional<Verdict> setNotNullScan(const RuleInput &in)
{
    if (in.occurrence.form != Form::SetNotNull || in.ownIsNew())
        return std::nullopt;
    const QString column = schema::quoteIdent(in.occurrence.column);
    const QString other =
        in.serverVersion >= 180000 ? QStringLiteral(
            "Add the constraint NOT NULL %1 NOT VALID, and validate it in a transaction of its "
            "own.")
        : in.serverVersion >= 120000
            ? QStringLiteral(
                "Add CHECK (%1 IS NOT NULL) NOT VALID and validate it first: then this is instant.")
            : QStringLiteral(
                "Before PostgreSQL 12 there is no other way; a validated CHECK (%1 IS NOT NULL) can "
                "stand in its place.");
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "All rows of %1 are read while it can neither be read nor written by others, "
                        "%2. ")
                            .arg(in.sized(), in.howLong(Work::Scan, in.occurrence.own))
                        + other.arg(column) };
}

std::optional<Verdict> dropNotNull(const RuleInput &in)
{
    const auto *drop = in.command<sql::DropNotNull>();
    if (!drop || in.ownIsNew())
        return std::nullopt;
    return Verdict{ plan::Severity::Info,
                    QStringLiteral(
                        "Code that reads %1.%2 may meet NULL from here on, and comparisons, sums and "
                        "NOT IN answer otherwise with it. Putting NOT NULL back reads every row.")
                        .arg(in.relation(), schema::quoteIdent(drop->column)) };
}

std::optional<Verdict> domainScan(const RuleInput &in)
{
    if (in.occurrence.form != Form::AlterDomainScan)
        return std::nullopt;
    QStringList tables;
    for (const Key &key : in.occurrence.dependents) {
        if (!in.state.isNew(key))
            tables.append(in.StatementInput::sized(key));
    }
    if (tables.isEmpty() && in.scene.knowsSchema)
        return std::nullopt;
    const QString which =
        tables.isEmpty() ? QString() : QStringLiteral(": ") + tables.join(QLatin1String(", "));
    const auto *alter = in.statement.as<sql::AlterDomain>();
    const bool canWait = alter && alter->action == sql::DomainAction::AddConstraint;
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral("Every table that uses the domain is read while writes to it wait%1. %2")
                        .arg(which, canWait ? QStringLiteral("NOT VALID checks new values only, at once.")
                                            : QStringLiteral("Choose a quiet hour.")) };
}

Verdicts domainWithConstraint(const StatementInput &in)
{
    const auto *create = in.statement.as<sql::CreateDomain>();
    if (!create || !create->hasConstraint)
        return {};
    return { { plan::Severity::Info,
               QStringLiteral(
                   "A column of a domain with a constraint cannot be added without rewriting its table, "
                   "and another constraint of the domain reads every table that uses it. A CHECK of the "
                   "table is easier to change.") } };
}

namespace {

bool lacksName(const sql::ConstraintClause &clause)
{
    const bool isOther =
        clause.kind == sql::ConstraintKind::Other || clause.kind == sql::ConstraintKind::NotNull;
    return clause.name.isEmpty() && !isOther;
}

} // namespace

Verdicts unnamedConstraint(const StatementInput &in)
{
    Verdicts result;
    const auto look = [&result](const sql::ConstraintClause &clause, int line) {
        if (lacksName(clause))
            result.append(
                { plan::Severity::Info,
                  QStringLiteral("The server names this constraint itself, not always alike. Name it, "
                                 "so that a later script can say which one it means."),
                  line });
    };
    const auto lookAtAll = [&look](const sql::ColumnClause &column, int line) {
        for (const sql::ConstraintClause &clause : column.constraints)
            look(clause, line);
    };
    if (const auto *create = in.statement.as<sql::CreateTable>()) {
        for (const sql::ColumnClause &column : create->columns)
            lookAtAll(column, column.line);
        for (const sql::ConstraintClause &clause : create->constraints)
            look(clause, 1);
    }
    if (const auto *alter = in.statement.as<sql::AlterTable>()) {
        for (const sql::Subcommand &command : alter->commands) {
            if (const auto *add = std::get_if<sql::AddConstraint>(&command.detail))
                look(add->constraint, command.line);
            if (const auto *add = std::get_if<sql::AddColumn>(&command.detail))
                lookAtAll(add->column, command.line);
        }
    }
    return result;
}

std::optional<Verdict> disableTrigger(const RuleInput &in)
{
    const auto *off = in.command<sql::SwitchTrigger>();
    if (!off || off->enable || in.ownIsNew())
        return std::nullopt;
    const auto isSwitchedOn = [](const QString &sql) {
        return sql.contains(QLatin1String("ENABLE"), Qt::CaseInsensitive)
               && sql.contains(QLatin1String("TRIGGER"), Qt::CaseInsensitive)
               && !sql.contains(QLatin1String("DISABLE"), Qt::CaseInsensitive);
    };
    const QStringList &all = in.scene.together;
    if (std::any_of(all.begin(), all.end(), isSwitchedOn))
        return std::nullopt;
    if (off->all)
        return Verdict{ plan::Severity::Warning,
                        QStringLiteral(
                            "ALL includes the triggers of foreign keys: rows that break them are let "
                            "into %1 and never found. Switch them on again in the same transaction, or "
                            "say USER.")
                            .arg(in.sized()) };
    return Verdict{ plan::Severity::Info,
                    QStringLiteral(
                        "What is written to %1 from here on passes the trigger by. Switch it on again in "
                        "the same transaction.")
                        .arg(in.sized()) };
}

} // namespace lockstep::analysis::rules
