#include "foreignkeyrules.h"

#include "wording.h"

#include <QSet>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

constexpr int notValidOnPartitionedSince = 180000;

/// A foreign key as a statement adds it.
struct NewForeignKey
{
    Key table;
    const sql::ConstraintClause *clause = nullptr;
    const sql::ColumnClause *column = nullptr; ///< Where it is written with a new one.
    int line = 1;
};

void collectInline(const sql::ColumnClause &column, const Key &table, int line, QVector<NewForeignKey> *found)
{
    for (const sql::ConstraintClause &clause : column.constraints) {
        if (clause.kind == sql::ConstraintKind::ForeignKey)
            found->append({ table, &clause, &column, line });
    }
}

QVector<NewForeignKey> newForeignKeys(const sql::Statement &statement, const SchemaState &state)
{
    QVector<NewForeignKey> result;
    if (const auto *create = statement.as<sql::CreateTable>()) {
        const Key table = state.resolve(create->relation);
        for (const sql::ColumnClause &column : create->columns)
            collectInline(column, table, column.line, &result);
        for (const sql::ConstraintClause &clause : create->constraints) {
            if (clause.kind == sql::ConstraintKind::ForeignKey)
                result.append({ table, &clause, nullptr, 1 });
        }
    }
    const auto *alter = statement.as<sql::AlterTable>();
    if (!alter)
        return result;
    const Key table = state.resolve(alter->relation);
    for (const sql::Subcommand &command : alter->commands) {
        if (const auto *added = std::get_if<sql::AddColumn>(&command.detail))
            collectInline(added->column, table, command.line, &result);
        const auto *add = std::get_if<sql::AddConstraint>(&command.detail);
        if (add && add->constraint.kind == sql::ConstraintKind::ForeignKey)
            result.append({ table, &add->constraint, nullptr, command.line });
    }
    return result;
}

bool isPartitionedTable(const RuleInput &in)
{
    const RelationState *own = in.state.find(in.occurrence.own);
    return own && own->isPartitioned && !in.occurrence.only;
}

bool canBeNotValid(const RuleInput &in)
{
    return !isPartitionedTable(in) || in.serverVersion >= notValidOnPartitionedSince;
}

} // namespace

std::optional<Verdict> addForeignKeyValidated(const RuleInput &in)
{
    if (in.occurrence.form != Form::AddForeignKey || in.ownIsNew())
        return std::nullopt;
    const QString other =
        canBeNotValid(in)
            ? QStringLiteral("Add the foreign key NOT VALID and validate it in a transaction of its own.")
            : QStringLiteral("Before PostgreSQL 18 one of a partitioned table cannot be NOT VALID: add it to "
                             "each partition so, validate those, and then add it here.");
    return Verdict{ in.blocking(),
                    QStringLiteral("Every row of %1 is checked while writes to it and to %2 wait, %3. %4")
                        .arg(in.sized(), display(in.occurrence.referenced.value(0)),
                             in.howLong(Work::ForeignKeyCheck, in.occurrence.own), other) };
}

std::optional<Verdict> foreignKeyWithoutIndex(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const auto *add = in.command<sql::AddConstraint>();
    const bool isForeign = form == Form::AddForeignKey || form == Form::AddForeignKeyNotValid;
    if (in.scene.isScript || !isForeign || !add
        || in.state.hasIndexOn(in.occurrence.own, add->constraint.columns))
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "No index of %1 starts with %2: every DELETE or key change in %3 will read "
                        "all of %4.")
                        .arg(in.relation(), quotedList(add->constraint.columns),
                             display(in.occurrence.referenced.value(0)), in.sized()) };
}

namespace {

Verdict lacksIndex(const NewForeignKey &key, bool isKnown, const SchemaState &state)
{
    const QString start = isKnown ? QStringLiteral("No index of %1 starts with %2: ")
                                  : QStringLiteral("If no index of %1 starts with %2, ");
    return { isKnown ? plan::Severity::Warning : plan::Severity::Info,
             start.arg(display(key.table), quotedList(key.clause->columns))
                 + QStringLiteral("every DELETE or key change in %1 will read all of %2.")
                       .arg(display(state.resolve(key.clause->referenced)), display(key.table)),
             key.line };
}

} // namespace

QVector<ScriptVerdict> foreignKeyWithoutIndexAtEnd(const ScriptInput &in)
{
    QVector<ScriptVerdict> result;
    QSet<Key> made;
    for (int i = 0; i < int(in.lines.size()); ++i) {
        const sql::Statement *statement = in.lines[size_t(i)].statement;
        if (!statement)
            continue;
        if (const auto *create = statement->as<sql::CreateTable>())
            made.insert(in.state.resolve(create->relation));
        for (const NewForeignKey &key : newForeignKeys(*statement, in.state)) {
            if (!in.state.find(key.table) || in.state.hasIndexOn(key.table, key.clause->columns))
                continue;
            const schema::ObjectId id =
                schema::objectId(schema::Kind::Table, key.table.first, key.table.second);
            const bool isKnown = made.contains(key.table) || in.state.catalog()->indexOf(id) >= 0;
            result.append({ lacksIndex(key, isKnown, in.state), i });
        }
    }
    return result;
}

std::optional<Verdict> addColumnReferences(const RuleInput &in)
{
    const Keys &referenced = in.occurrence.referenced;
    if (in.occurrence.form != Form::AddColumnReferences || in.ownIsNew() || referenced.isEmpty())
        return std::nullopt;
    return Verdict{ plan::Severity::Info,
                    QStringLiteral(
                        "No row is checked, but ACCESS EXCLUSIVE on %1 and SHARE ROW EXCLUSIVE on %2 "
                        "are held together. Add the column first, then the foreign key NOT VALID, "
                        "each with a short lock_timeout.")
                        .arg(in.relation(), display(referenced.first())) };
}

std::optional<Verdict> createTableReferences(const RuleInput &in)
{
    if (in.occurrence.form != Form::CreateTableReferencing)
        return std::nullopt;
    QStringList names;
    for (const Key &key : in.occurrence.referenced) {
        if (!in.state.isNew(key) && key != in.occurrence.own && !names.contains(display(key)))
            names.append(display(key));
    }
    if (names.isEmpty())
        return std::nullopt;
    return Verdict{ plan::Severity::Info,
                    QStringLiteral(
                        "The new table is nobody's yet, but its foreign key takes SHARE ROW EXCLUSIVE "
                        "on %1: writes there wait until this transaction ends. Keep it short, with a "
                        "lock_timeout.")
                        .arg(names.join(QLatin1String(", "))) };
}

std::optional<Verdict> notValidOnPartitioned(const RuleInput &in)
{
    if (in.occurrence.form != Form::AddForeignKeyNotValid || canBeNotValid(in))
        return std::nullopt;
    return Verdict{ plan::Severity::Error,
                    QStringLiteral(
                        "Before PostgreSQL 18 a foreign key of a partitioned table cannot be NOT "
                        "VALID, so this fails. Add it to each partition so, validate those, and then "
                        "add it to %1.")
                        .arg(in.relation()) };
}

std::optional<Verdict> dropForeignKey(const RuleInput &in)
{
    const auto *drop = in.command<sql::DropConstraint>();
    if (in.occurrence.form != Form::DropForeignKey || !drop || in.ownIsNew())
        return std::nullopt;
    return Verdict{
        plan::Severity::Info,
        QStringLiteral("Without %1 rows of %2 may point to rows of %3 that are not there, and putting "
                       "it back checks every row.")
            .arg(schema::quoteIdent(drop->name), in.sized(), display(in.occurrence.referenced.value(0)))
    };
}

namespace {

/// Without a length or a precision, which keys may differ in.
QString plainType(QString type)
{
    const qsizetype open = type.indexOf(QLatin1Char('('));
    if (open >= 0)
        type.remove(open, type.indexOf(QLatin1Char(')')) - open + 1);
    return type;
}

/// 0 for other types.
int widthOfInteger(const QString &type)
{
    return type == QLatin1String("smallint")  ? 2
           : type == QLatin1String("integer") ? 4
           : type == QLatin1String("bigint")  ? 8
                                              : 0;
}

QStringList referencedColumns(const NewForeignKey &key, const StatementInput &in)
{
    if (!key.clause->referencedColumns.isEmpty())
        return key.clause->referencedColumns;
    const RelationState *table = in.state.details(in.state.resolve(key.clause->referenced));
    if (!table)
        return {};
    for (const ConstraintState &constraint : table->constraints) {
        if (constraint.type == schema::ConstraintType::PrimaryKey)
            return constraint.columns;
    }
    return {};
}

QString typeOf(const NewForeignKey &key, const QString &name, const StatementInput &in)
{
    if (key.column)
        return key.column->type.text;
    if (const auto *create = in.statement.as<sql::CreateTable>()) {
        for (const sql::ColumnClause &column : create->columns) {
            if (column.name == name)
                return column.type.text;
        }
    }
    const ColumnState *column = in.state.column(key.table, name);
    return column ? column->type : QString();
}

} // namespace

Verdicts foreignKeyTypeMismatch(const StatementInput &in)
{
    Verdicts result;
    for (const NewForeignKey &key : newForeignKeys(in.statement, in.state)) {
        const Key table = in.state.resolve(key.clause->referenced);
        const QStringList referenced = referencedColumns(key, in);
        const QStringList &columns = key.clause->columns;
        for (qsizetype i = 0; i < std::min(referenced.size(), columns.size()); ++i) {
            const ColumnState *other = in.state.column(table, referenced[i]);
            const QString own = typeOf(key, columns[i], in);
            if (!other || other->type.isEmpty() || own.isEmpty() || plainType(own) == plainType(other->type))
                continue;
            const bool isNarrower = widthOfInteger(own) < widthOfInteger(other->type);
            const QString consequence = isNarrower ? QStringLiteral("rows beyond its end cannot be written")
                                                   : QStringLiteral("comparing the two may pass an index by");
            result.append(
                { isNarrower ? plan::Severity::Warning : plan::Severity::Info,
                  QStringLiteral("%1 is %2 and refers to %3, which is %4: %5. Give both the same type.")
                      .arg(columnName(key.table, columns[i]), own, columnName(table, referenced[i]),
                           other->type, consequence),
                  key.line });
        }
    }
    return result;
}

QVector<ScriptVerdict> severalForeignKeys(const ScriptInput &in)
{
    QVector<ScriptVerdict> result;
    QSet<Key> own; ///< Made by the script: nobody waits for them.
    QSet<Key> held;
    bool isOpen = false;
    for (int i = 0; i < int(in.lines.size()); ++i) {
        const sql::Statement *statement = in.lines[size_t(i)].statement;
        if (!statement)
            continue;
        if (!isOpen)
            held.clear();
        if (const auto *control = statement->as<sql::Transaction>()) {
            if (control->action == sql::TransactionAction::Begin)
                isOpen = true;
            else if (control->action != sql::TransactionAction::Savepoint)
                isOpen = isOpen && control->action == sql::TransactionAction::Other;
        }
        if (const auto *create = statement->as<sql::CreateTable>())
            own.insert(in.state.resolve(create->relation));
        const qsizetype before = held.size();
        for (const NewForeignKey &key : newForeignKeys(*statement, in.state)) {
            const Key referenced = in.state.resolve(key.clause->referenced);
            if (!own.contains(referenced))
                held.insert(referenced);
        }
        if (held.size() > before && held.size() > 1)
            result.append(
                { { plan::Severity::Info,
                    QStringLiteral("The foreign keys of this transaction take SHARE ROW EXCLUSIVE on %1 "
                                   "tables together, and can deadlock with what locks them in another "
                                   "order. Add one in a transaction.")
                        .arg(held.size()) },
                  i });
    }
    return result;
}

} // namespace lockstep::analysis::rules
