#include "keyrules.h"

#include "wording.h"

#include <algorithm>

namespace lockstep::analysis::rules {

std::optional<Verdict> addUniqueBlocking(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const bool builds =
        form == Form::AddUnique || form == Form::AddPrimaryKey || form == Form::AddColumnIndex;
    const RelationState *own = in.state.find(in.occurrence.own);
    const bool hasNoRows = in.occurrence.only && own && own->isPartitioned;
    if (!builds || hasNoRows || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "The index behind this constraint is built while %1 can neither be read nor "
                        "written, %2. Build a unique index CONCURRENTLY first and add the constraint "
                        "with USING INDEX.")
                        .arg(in.sized(), in.howLong(Work::IndexBuild, in.occurrence.own)) };
}

namespace {

/// PRIMARY KEY USING INDEX of an index whose columns nobody knows here.
bool isKeyOfUnknownIndex(const RuleInput &in)
{
    const auto *add = in.command<sql::AddConstraint>();
    return in.occurrence.form == Form::AddUniqueUsingIndex && add
           && add->constraint.kind == sql::ConstraintKind::PrimaryKey && !in.state.find(in.occurrence.index);
}

} // namespace

std::optional<Verdict> addPrimaryKeyNullable(const RuleInput &in)
{
    if (isKeyOfUnknownIndex(in))
        return Verdict{ plan::Severity::Info,
                        QStringLiteral(
                            "If a column of the index is nullable, the primary key also sets NOT NULL and "
                            "reads all of %1 under ACCESS EXCLUSIVE. The index is not known here.")
                            .arg(in.sized()) };
    if (in.occurrence.form != Form::AddPrimaryKeyUsingIndexScan || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "A key column of %1 is nullable, so the primary key also sets NOT NULL and "
                        "reads the whole table under ACCESS EXCLUSIVE, %2. Prove NOT NULL with a "
                        "validated CHECK first.")
                        .arg(in.sized(), in.howLong(Work::Scan, in.occurrence.own)) };
}

std::optional<Verdict> addExcludeBlocking(const RuleInput &in)
{
    if (in.occurrence.form != Form::AddExclude || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "An exclusion constraint has no online way: its index is built while %1 can "
                        "neither be read nor written, %2.")
                        .arg(in.sized(), in.howLong(Work::IndexBuild, in.occurrence.own)) };
}

namespace {

/// The columns that a statement makes unique in rows that are there already, one list a key.
QVector<QStringList> newKeys(const sql::Statement &statement)
{
    QVector<QStringList> result;
    const auto *index = statement.as<sql::CreateIndex>();
    if (index && index->unique && !index->hasPredicate && !index->columns.contains(QString()))
        result.append(index->columns);
    const auto *alter = statement.as<sql::AlterTable>();
    if (!alter)
        return result;
    for (const sql::Subcommand &command : alter->commands) {
        const auto *add = std::get_if<sql::AddConstraint>(&command.detail);
        const bool isKey = add
                           && (add->constraint.kind == sql::ConstraintKind::Unique
                               || add->constraint.kind == sql::ConstraintKind::PrimaryKey);
        if (isKey && add->constraint.usingIndex.isEmpty())
            result.append(add->constraint.columns);
    }
    return result;
}

Key tableWithNewKeys(const StatementInput &in)
{
    if (const auto *index = in.statement.as<sql::CreateIndex>())
        return in.state.resolve(index->relation);
    const auto *alter = in.statement.as<sql::AlterTable>();
    return alter ? in.state.resolve(alter->relation) : Key();
}

} // namespace

Verdicts uniqueMayFail(const StatementInput &in)
{
    const Key table = tableWithNewKeys(in);
    if (table.second.isEmpty() || in.state.isNew(table) || in.sizes.of(table, in.state).rows == 0)
        return {};
    Verdicts result;
    for (const QStringList &key : newKeys(in.statement)) {
        const QString columns = quotedList(key);
        const QString query = QStringLiteral("SELECT %1, count(*) FROM %2 GROUP BY %1 HAVING count(*) > 1")
                                  .arg(columns, display(table));
        result.append({ plan::Severity::Info,
                        QStringLiteral("This fails if two rows of %1 have the same %2. Look first: %3.")
                            .arg(in.sized(table), columns, query) });
    }
    return result;
}

std::optional<Verdict> dropPrimaryKey(const RuleInput &in)
{
    const auto *drop = in.command<sql::DropConstraint>();
    const auto *alter = in.statement.as<sql::AlterTable>();
    if (!drop || !alter || in.ownIsNew())
        return std::nullopt;
    const ConstraintState *known = in.state.constraint(in.occurrence.own, drop->name);
    const bool isPrimary = known ? known->type == schema::ConstraintType::PrimaryKey
                                 : drop->name.endsWith(QLatin1String("_pkey"));
    const bool isReplaced =
        std::any_of(alter->commands.begin(), alter->commands.end(), [](const sql::Subcommand &command) {
            const auto *add = std::get_if<sql::AddConstraint>(&command.detail);
            return add && add->constraint.kind == sql::ConstraintKind::PrimaryKey;
        });
    if (!isPrimary || isReplaced)
        return std::nullopt;
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral(
                        "Without its primary key %1 lets duplicates in, ON CONFLICT on it fails, and "
                        "logical replication cannot tell its rows apart. Put the new key in its place "
                        "in the same ALTER TABLE, with USING INDEX.")
                        .arg(in.sized()) };
}

} // namespace lockstep::analysis::rules
