#include "destructionrules.h"

#include <model/base/result.h>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

QString kindOfConstraint(schema::ConstraintType type)
{
    switch (type) {
    case schema::ConstraintType::PrimaryKey: return QStringLiteral("the primary key");
    case schema::ConstraintType::Unique: return QStringLiteral("the unique constraint");
    case schema::ConstraintType::ForeignKey: return QStringLiteral("the foreign key");
    case schema::ConstraintType::Exclude: return QStringLiteral("the exclusion constraint");
    case schema::ConstraintType::Check: return QStringLiteral("the check constraint");
    case schema::ConstraintType::Trigger: return QStringLiteral("the constraint trigger");
    case schema::ConstraintType::NotNull: break;
    }
    return QStringLiteral("the constraint");
}

/// A constraint of this column alone and not a key of the table goes with it as everybody expects.
bool goesUnnoticed(const ConstraintState &constraint)
{
    return constraint.columns.size() > 1 || constraint.type == schema::ConstraintType::PrimaryKey;
}

bool isConstraintIndex(const RelationState &table, const Key &index)
{
    return std::any_of(table.constraints.cbegin(), table.constraints.cend(),
                       [&](const ConstraintState &constraint) { return constraint.index == index; });
}

QString named(const Keys &keys)
{
    QStringList names;
    for (const Key &key : keys)
        names.append(display(key));
    names.sort();
    return names.join(QLatin1String(", "));
}

/// Those that others know, each once.
Keys known(const Keys &keys, const RuleInput &in)
{
    Keys result;
    for (const Key &key : keys) {
        if (!key.second.isEmpty() && key != in.occurrence.own && !in.state.isNew(key)
            && !result.contains(key))
            result.append(key);
    }
    return result;
}

/// The same with the children of a partitioned table left out: they go with it under any name.
Keys listed(const Keys &keys, const RuleInput &in)
{
    Keys result = known(keys, in);
    result.erase(std::remove_if(result.begin(), result.end(),
                                [&](const Key &key) {
                                    const RelationState *relation = in.state.find(key);
                                    return relation && relation->kind == RelationKind::Index;
                                }),
                 result.end());
    return result;
}

} // namespace

std::optional<Verdict> dropColumnDropsConstraint(const RuleInput &in)
{
    const RelationState *table = in.state.details(in.occurrence.own);
    if (in.occurrence.form != Form::DropColumn || !table || in.ownIsNew())
        return std::nullopt;
    QStringList gone;
    bool isSurprise = false;
    for (auto it = table->constraints.cbegin(); it != table->constraints.cend(); ++it) {
        if (it->type == schema::ConstraintType::NotNull || !it->columns.contains(in.occurrence.column))
            continue;
        gone.append(kindOfConstraint(it->type) + QLatin1Char(' ') + schema::quoteIdent(it.key()));
        isSurprise |= goesUnnoticed(*it);
    }
    if (gone.isEmpty())
        return std::nullopt;
    gone.sort();
    return Verdict{
        isSurprise ? plan::Severity::Warning : plan::Severity::Info,
        QStringLiteral("Dropping %1.%2 also drops %3, without naming it. Drop it by name first, so "
                       "that whoever reads this knows.")
            .arg(in.relation(), schema::quoteIdent(in.occurrence.column), gone.join(QLatin1String(" and ")))
    };
}

std::optional<Verdict> dropColumnDropsIndex(const RuleInput &in)
{
    const RelationState *table = in.state.details(in.occurrence.own);
    if (in.occurrence.form != Form::DropColumn || !table || in.ownIsNew())
        return std::nullopt;
    QStringList names;
    bool hasOthers = false;
    for (const Key &key : in.state.indexesUsing(in.occurrence.own, in.occurrence.column)) {
        const RelationState *index = in.state.find(key);
        if (isConstraintIndex(*table, key) || !index)
            continue;
        names.append(display(key));
        hasOthers |= index->keyColumns.size() > 1;
    }
    if (names.isEmpty())
        return std::nullopt;
    names.sort();
    const QString what =
        hasOthers ? QStringLiteral("Queries that use its other columns lose it: build what they need "
                                   "CONCURRENTLY before.")
                  : QStringLiteral("The way back has to build it again.");
    return Verdict{ hasOthers ? plan::Severity::Warning : plan::Severity::Info,
                    QStringLiteral("Dropping %1.%2 also drops the index %3. %4")
                        .arg(in.relation(), schema::quoteIdent(in.occurrence.column),
                             names.join(QLatin1String(", ")), what) };
}

std::optional<Verdict> dropTableSeveralForeignKeys(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const Keys referenced = known(in.occurrence.referenced, in);
    if ((form != Form::DropTable && form != Form::DropPartition) || referenced.size() < 2 || in.ownIsNew())
        return std::nullopt;
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral(
                        "Dropping %1 takes ACCESS EXCLUSIVE on %2 at once, which its foreign keys "
                        "refer to: it can deadlock with running code, and all of them wait. Drop the "
                        "foreign keys one by one first, each in a transaction of its own.")
                        .arg(in.relation(), named(referenced)) };
}

std::optional<Verdict> dropCascade(const RuleInput &in)
{
    const auto *drop = in.statement.as<sql::Drop>();
    const bool cascades =
        in.occurrence.subcommand ? in.occurrence.subcommand->cascade : drop && drop->cascade;
    // Of types the table says it by the relations, of schemas another rule does.
    if (!cascades || in.occurrence.form == Form::AlterComposite
        || (drop && drop->kind == sql::ObjectKind::Schema)
        || (!in.occurrence.own.second.isEmpty() && in.ownIsNew()))
        return std::nullopt;
    const Keys gone = listed(in.occurrence.dependents, in);
    if (gone.isEmpty())
        return Verdict{ plan::Severity::Info,
                        QStringLiteral(
                            "CASCADE drops whatever depends on it by then, without naming it. Without "
                            "CASCADE PostgreSQL refuses and lists what there is.") };
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral(
                        "CASCADE drops or changes what depends on it, under ACCESS EXCLUSIVE: %1. Drop "
                        "or change these by name first.")
                        .arg(named(gone)) };
}

std::optional<Verdict> dropSchema(const RuleInput &in)
{
    const auto *drop = in.statement.as<sql::Drop>();
    if (!drop || drop->kind != sql::ObjectKind::Schema)
        return std::nullopt;
    QStringList names;
    for (const sql::QualifiedName &name : drop->names)
        names.append(schema::quoteIdent(name.name));
    const QString schemas = names.join(QLatin1String(", "));
    if (!drop->cascade)
        return Verdict{ plan::Severity::Info,
                        QStringLiteral(
                            "This fails unless the schema %1 is empty, and running code that names it "
                            "fails afterwards.")
                            .arg(schemas) };
    const Keys gone = listed(in.occurrence.dependents, in);
    const QString what = gone.isEmpty() ? QStringLiteral("whatever is in it by then")
                                        : QStringLiteral("with %1").arg(named(gone));
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral(
                        "The schema %1 is gone for good, %2, and what other schemas have that depends "
                        "on it. Drop its objects by name.")
                        .arg(schemas, what) };
}

std::optional<Verdict> dropSequence(const RuleInput &in)
{
    if (in.occurrence.form != Form::DropSequence || in.ownIsNew())
        return std::nullopt;
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral(
                        "The number that %1 has reached is gone for good: a sequence made anew starts "
                        "over and gives numbers out twice. Keep its last_value, and setval() it.")
                        .arg(in.relation()) };
}

std::optional<Verdict> truncateCascade(const RuleInput &in)
{
    const auto *truncate = in.statement.as<sql::Truncate>();
    if (in.occurrence.form != Form::Truncate || !truncate || !truncate->cascade || in.ownIsNew())
        return std::nullopt;
    const Keys emptied = listed(in.occurrence.dependents, in);
    if (emptied.isEmpty())
        return Verdict{ plan::Severity::Info,
                        QStringLiteral(
                            "CASCADE also empties every table that refers to %1 by then, without naming "
                            "it. List the tables instead.")
                            .arg(in.relation()) };
    QStringList names;
    for (const Key &key : emptied)
        names.append(in.StatementInput::sized(key));
    names.sort();
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral(
                        "This also empties %1, because of foreign keys to %2. List the tables to be "
                        "emptied instead of CASCADE.")
                        .arg(names.join(QLatin1String(", ")), in.relation()) };
}

Verdicts dropDatabase(const StatementInput &in)
{
    const auto *drop = in.statement.as<sql::Drop>();
    if (!drop || drop->kind != sql::ObjectKind::Database)
        return {};
    const QString name = schema::quoteIdent(drop->names.value(0).name);
    return { { plan::Severity::Error,
               QStringLiteral(
                   "The database %1 and everything in it is gone for good the moment this runs; no "
                   "transaction takes it back.")
                   .arg(name) } };
}

Verdicts unloggedTable(const StatementInput &in)
{
    QString table;
    if (const auto *create = in.statement.as<sql::CreateTable>(); create && create->isUnlogged)
        table = display(in.state.resolve(create->relation));
    if (const auto *alter = in.statement.as<sql::AlterTable>()) {
        for (const sql::Subcommand &command : alter->commands) {
            const auto *logged = std::get_if<sql::SetLogged>(&command.detail);
            if (logged && !logged->logged)
                table = display(in.state.resolve(alter->relation));
        }
    }
    if (table.isEmpty())
        return {};
    return { { plan::Severity::Warning,
               QStringLiteral("%1 is UNLOGGED: after a crash it is empty, and no standby has its rows.")
                   .arg(table) } };
}

} // namespace lockstep::analysis::rules
