#include "adoption.h"

#include <model/schema/objectid.h>
#include <model/sql/parser.h>

#include <QMap>

namespace lockstep::execution {

namespace {

/// Something a statement makes or takes away, and the query that tells whether it is there.
struct Trace
{
    QString what; ///< "column public.users.tier"
    QString sql;
    postgres::Parameters parameters;
    bool isThere = true; ///< After the statement.
};

const QString relationThere = QStringLiteral("SELECT to_regclass($1) IS NOT NULL");
const QString columnThere = QStringLiteral("SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = "
                                           "to_regclass($1) AND attname = $2 AND NOT attisdropped)");
const QString notNullThere = QStringLiteral("SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = "
                                            "to_regclass($1) AND attname = $2 AND attnotnull)");
const QString constraintThere = QStringLiteral(
    "SELECT EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass($1) AND conname = $2)");
const QString validThere = QStringLiteral("SELECT EXISTS (SELECT FROM pg_constraint WHERE conrelid = "
                                          "to_regclass($1) AND conname = $2 AND convalidated)");
const QString indexThere =
    QStringLiteral("SELECT EXISTS (SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE "
                   "i.indisvalid AND c.relname = $2"
                   " AND c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = to_regclass($1)))");

class Traces
{
public:
    void read(const QString &sql);
    QVector<Trace> found;

private:
    void relation(const QString &schema, const QString &name, bool isThere)
    {
        const QString text = schema::qualified(schema, name);
        found.append({ QStringLiteral("relation ") + text, relationThere, { text }, isThere });
    }
    void part(const char *kind, const QString &sql, const sql::RelationName &of, const QString &name,
              bool isThere)
    {
        const QString table = schema::qualified(of.schema, of.name);
        found.append({ QStringLiteral("%1 %2 of %3").arg(QLatin1String(kind), name, table),
                       sql,
                       { table, name },
                       isThere });
    }
    void alter(const sql::AlterTable &statement);
};

void Traces::alter(const sql::AlterTable &statement)
{
    const sql::RelationName &of = statement.relation;
    for (const sql::Subcommand &command : statement.commands) {
        if (const auto *add = std::get_if<sql::AddColumn>(&command.detail))
            part("column", columnThere, of, add->column.name, true);
        else if (const auto *drop = std::get_if<sql::DropColumn>(&command.detail))
            part("column", columnThere, of, drop->column, false);
        else if (const auto *constraint = std::get_if<sql::AddConstraint>(&command.detail);
                 constraint && !constraint->constraint.name.isEmpty())
            part("constraint", constraintThere, of, constraint->constraint.name, true);
        else if (const auto *validate = std::get_if<sql::ValidateConstraint>(&command.detail))
            part("validated constraint", validThere, of, validate->name, true);
        else if (const auto *gone = std::get_if<sql::DropConstraint>(&command.detail))
            part("constraint", constraintThere, of, gone->name, false);
        else if (const auto *set = std::get_if<sql::SetNotNull>(&command.detail))
            part("NOT NULL of column", notNullThere, of, set->column, true);
        else if (const auto *unset = std::get_if<sql::DropNotNull>(&command.detail))
            part("NOT NULL of column", notNullThere, of, unset->column, false);
    }
}

void Traces::read(const QString &sql)
{
    const auto statement = sql::parse(sql);
    if (!statement.has_value())
        return;
    if (const auto *table = statement->as<sql::CreateTable>())
        relation(table->relation.schema, table->relation.name, true);
    else if (const auto *view = statement->as<sql::CreateView>(); view && !view->replace)
        relation(view->relation.schema, view->relation.name, true);
    else if (const auto *index = statement->as<sql::CreateIndex>(); index && !index->name.isEmpty())
        part("valid index", indexThere, index->relation, index->name, true);
    else if (const auto *drop = statement->as<sql::Drop>();
             drop && (drop->kind == sql::ObjectKind::Table || drop->kind == sql::ObjectKind::Index))
        for (const sql::QualifiedName &name : drop->names)
            relation(name.schema, name.name, false);
    else if (const auto *altered = statement->as<sql::AlterTable>())
        alter(*altered);
}

} // namespace

base::Result<QStringList> contradictions(postgres::Session &session, const plan::Plan &plan,
                                         const QString &firstOpen)
{
    // What the last statement before, or else the first one after, says of each thing.
    QMap<QString, Trace> expected;
    bool isOpen = false;
    for (const plan::Step &step : plan.steps) {
        isOpen = isOpen || step.id == firstOpen;
        Traces traces;
        for (const QString &sql : step.sql)
            traces.read(sql);
        for (Trace &trace : traces.found) {
            if (isOpen && expected.contains(trace.what))
                continue;
            if (isOpen)
                trace.isThere = !trace.isThere;
            expected.insert(trace.what, trace);
        }
    }
    QStringList wrong;
    for (const Trace &trace : std::as_const(expected)) {
        const auto rows = session.query(trace.sql, trace.parameters);
        if (!rows.has_value())
            return rows.error();
        if (rows->boolean(0, 0) == trace.isThere)
            continue;
        wrong.append(trace.isThere ? QStringLiteral("%1 is not there").arg(trace.what)
                                   : QStringLiteral("%1 is there").arg(trace.what));
    }
    return wrong;
}

} // namespace lockstep::execution
