#include "neededuse.h"

#include <model/schema/objectid.h>
#include <model/sql/parser.h>
#include <model/sql/tokens.h>

namespace lockstep::execution {

namespace {

class UseReader
{
public:
    void read(const plan::Step &step);
    NeededUse needed;

private:
    void note(NeededUse::Names *names, const QString &name)
    {
        if (!name.isEmpty() && !names->contains(name))
            names->insert(name, m_step);
    }
    void makeIn(const QString &schema) { note(&needed.schemas, schema); }
    void call(const sql::Expression &expression);
    void column(const sql::ColumnClause &column);
    void constraint(const sql::ConstraintClause &constraint, const QString &schema);
    void table(const sql::CreateTable &table);
    void alter(const sql::AlterTable &alter);
    void statement(const sql::Statement &statement, const QString &text);
    void rename(const sql::Rename &rename);
    void trigger(const QString &text);
    void backfill(const plan::BackfillSpec &spec);

    QString m_step;
};

void UseReader::call(const sql::Expression &expression)
{
    for (const QString &function : expression.functions)
        note(&needed.functions, function);
}

/// A key makes an index, and that is a name in the table's schema.
void UseReader::constraint(const sql::ConstraintClause &constraint, const QString &schema)
{
    call(constraint.expression);
    switch (constraint.kind) {
    case sql::ConstraintKind::ForeignKey:
        note(&needed.references, schema::qualified(constraint.referenced.schema, constraint.referenced.name));
        break;
    case sql::ConstraintKind::PrimaryKey:
    case sql::ConstraintKind::Unique:
    case sql::ConstraintKind::Exclude:
        if (constraint.usingIndex.isEmpty())
            makeIn(schema);
        break;
    default: break;
    }
}

void UseReader::column(const sql::ColumnClause &column)
{
    if (!column.type.isSerial)
        note(&needed.types, column.type.text);
    call(column.defaultExpression);
    for (const sql::ConstraintClause &inlined : column.constraints)
        constraint(inlined, {});
}

/// Of a new table no default or check is computed yet.
void UseReader::table(const sql::CreateTable &table)
{
    makeIn(table.relation.schema);
    const NeededUse::Names functions = needed.functions;
    for (const sql::ColumnClause &one : table.columns)
        column(one);
    for (const sql::ConstraintClause &one : table.constraints)
        constraint(one, {});
    needed.functions = functions;
}

void UseReader::alter(const sql::AlterTable &alter)
{
    for (const sql::Subcommand &command : alter.commands) {
        if (const auto *add = std::get_if<sql::AddColumn>(&command.detail))
            column(add->column);
        else if (const auto *added = std::get_if<sql::AddConstraint>(&command.detail))
            constraint(added->constraint, alter.relation.schema);
        else if (const auto *type = std::get_if<sql::AlterType>(&command.detail))
            note(&needed.types, type->type.text);
        else if (const auto *owner = std::get_if<sql::OwnerTo>(&command.detail))
            note(&needed.owners, owner->role);
    }
}

/// Only what has its name in the schema needs the right to make something there.
void UseReader::rename(const sql::Rename &rename)
{
    switch (rename.kind) {
    case sql::ObjectKind::Table:
    case sql::ObjectKind::Index:
    case sql::ObjectKind::View:
    case sql::ObjectKind::MaterializedView:
    case sql::ObjectKind::Sequence:
    case sql::ObjectKind::ForeignTable: makeIn(rename.relation.schema); break;
    default: break;
    }
}

/// EXECUTE FUNCTION name(…).
void UseReader::trigger(const QString &text)
{
    const auto tokens = sql::tokenize(text);
    for (qsizetype i = 0; i + 2 < tokens.size(); ++i) {
        const bool isCall = tokens[i].word == QLatin1String("execute")
                            && (tokens[i + 1].word == QLatin1String("function")
                                || tokens[i + 1].word == QLatin1String("procedure"));
        if (!isCall)
            continue;
        const qsizetype begin = tokens[i + 2].begin;
        const qsizetype end = text.indexOf(QLatin1Char('('), begin);
        note(&needed.functions, text.mid(begin, end - begin).simplified());
        return;
    }
}

void UseReader::statement(const sql::Statement &statement, const QString &text)
{
    if (const auto *made = statement.as<sql::CreateTable>())
        table(*made);
    else if (const auto *altered = statement.as<sql::AlterTable>())
        alter(*altered);
    else if (const auto *copied = statement.as<sql::CreateTableAs>())
        makeIn(copied->relation.schema);
    else if (const auto *index = statement.as<sql::CreateIndex>())
        makeIn(index->relation.schema);
    else if (const auto *view = statement.as<sql::CreateView>())
        makeIn(view->relation.schema);
    else if (const auto *sequence = statement.as<sql::CreateSequence>())
        makeIn(sequence->sequence.schema);
    else if (const auto *domain = statement.as<sql::CreateDomain>())
        makeIn(domain->domain.schema);
    else if (const auto *type = statement.as<sql::CreateType>())
        makeIn(type->type.schema);
    else if (const auto *function = statement.as<sql::CreateFunction>())
        makeIn(function->function.schema);
    else if (const auto *renamed = statement.as<sql::Rename>())
        rename(*renamed);
    else if (const auto *moved = statement.as<sql::SetSchema>())
        makeIn(moved->newSchema);
    else if (statement.as<sql::CreateSchema>() && needed.schemaMaker.isEmpty())
        needed.schemaMaker = m_step;
    else if (statement.as<sql::CreateTrigger>())
        trigger(text);
    // A schema may be made for somebody.
    if (!statement.as<sql::ChangeOwner>() && !statement.as<sql::CreateSchema>())
        return;
    for (const QString &role : sql::rolesNamed(text))
        note(&needed.owners, role);
}

/// Assignments and the condition, as one expression each.
void UseReader::backfill(const plan::BackfillSpec &spec)
{
    note(&needed.filled, schema::sqlName(spec.table));
    for (const QString &text : { QStringLiteral("ROW(%1)").arg(spec.set), spec.where }) {
        const auto expression = sql::parseExpression(text);
        if (expression.has_value())
            call(*expression);
    }
}

void UseReader::read(const plan::Step &step)
{
    m_step = step.id;
    if (step.backfill)
        backfill(*step.backfill);
    for (const QString &sql : step.sql) {
        const auto read = sql::parse(sql);
        if (read.has_value())
            statement(*read, sql);
    }
}

} // namespace

NeededUse neededUse(const plan::Plan &plan)
{
    UseReader reader;
    for (const plan::Step &step : plan.steps)
        reader.read(step);
    return reader.needed;
}

} // namespace lockstep::execution
