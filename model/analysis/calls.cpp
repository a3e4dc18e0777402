#include "calls.h"

#include "builtins.h"

#include <algorithm>

namespace lockstep::analysis {

namespace {

/// The table that a statement writes to, and the events that its triggers wait for.
struct Written
{
    sql::RelationName table;
    QStringList events;
};

Written writtenBy(const sql::Statement &statement)
{
    const QString insert = QStringLiteral("INSERT");
    const QString update = QStringLiteral("UPDATE");
    const QString remove = QStringLiteral("DELETE");
    if (const auto *s = statement.as<sql::Insert>())
        return { s->relation, s->updates.isEmpty() ? QStringList(insert) : QStringList{ insert, update } };
    if (const auto *s = statement.as<sql::Update>())
        return { s->relation, { update } };
    if (const auto *s = statement.as<sql::Delete>())
        return { s->relation, { remove } };
    if (const auto *s = statement.as<sql::Merge>())
        return { s->relation, { insert, update, remove } };
    if (const auto *s = statement.as<sql::Copy>(); s && s->isFrom)
        return { s->relation, { insert } };
    return {};
}

/// Functions of the triggers that fire. An UPDATE OF other columns is taken to fire as well.
QStringList firedBy(const sql::Statement &statement, const SchemaState &state)
{
    const Written written = writtenBy(statement);
    if (written.table.name.isEmpty() || statement.isExplained)
        return {};
    const Key table = state.resolve(written.table);
    const schema::CatalogPtr &catalog = state.catalog();
    QStringList functions;
    for (const int part :
         catalog->partsOf(schema::objectId(schema::Kind::Table, table.first, table.second))) {
        const auto *trigger = catalog->facts()[size_t(part)].as<schema::TriggerAttributes>();
        if (!trigger || trigger->state == schema::TriggerState::Disabled)
            continue;
        // CREATE TRIGGER t BEFORE INSERT OR UPDATE ON …
        const QString when = trigger->definition.section(QLatin1String(" ON "), 0, 0);
        const bool fires = std::any_of(written.events.begin(), written.events.end(),
                                       [&](const QString &event) { return when.contains(event); });
        if (fires)
            functions.append(trigger->function.schema + QLatin1Char('.') + trigger->function.name);
    }
    return functions;
}

/// Functions called by the statement and by what it carries, its triggers among them.
void collect(const sql::Statement &statement, const SchemaState &state, QStringList *functions)
{
    *functions += statement.functions + firedBy(statement, state);
    // What CREATE RULE and PREPARE carry is run another time.
    if (statement.as<sql::CreateRule>() || statement.as<sql::Prepare>())
        return;
    for (const sql::Statement &nested : statement.nested)
        collect(nested, state, functions);
}

bool isDirectCall(const sql::Statement &statement)
{
    const auto *select = statement.as<sql::Select>();
    return statement.as<sql::Call>() || (select && select->relations.isEmpty());
}

/// The functions that such calls name, in a DO block too.
void collectDirect(const sql::Statement &statement, QStringList *functions)
{
    if (isDirectCall(statement))
        *functions += statement.functions;
    if (!statement.as<sql::Do>())
        return;
    for (const sql::Statement &nested : statement.nested)
        collectDirect(nested, functions);
}

} // namespace

void appendCalled(const sql::Statement &statement, const SchemaState &state, int serverVersion,
                  std::vector<Occurrence> *result)
{
    QStringList queue;
    collect(statement, state, &queue);
    QStringList direct;
    collectDirect(statement, &direct);
    QSet<QString> seen;
    QString unknown;
    while (!queue.isEmpty()) {
        const QString function = queue.takeFirst();
        if (seen.contains(function))
            continue;
        seen.insert(function);
        // A name without a schema is PostgreSQL's own first.
        const bool isOwn = !function.contains(QLatin1Char('.')) && isBuiltInFunction(function);
        const std::shared_ptr<const sql::Statement> routine = isOwn ? nullptr : state.routine(function);
        const bool isRead = routine ? !routine->isPartlyRead : isBuiltInFunction(function);
        if (unknown.isEmpty() && !isRead && direct.contains(function))
            unknown = function;
        if (!routine)
            continue;
        collect(*routine, state, &queue);
        if (direct.contains(function))
            collectDirect(*routine, &direct);
        for (Occurrence &o : classifyUncalled(*routine, state, serverVersion)) {
            if (o.form == Form::Unknown)
                continue; // Said once, of the whole.
            o.routine = routine;
            o.statement = o.statement ? o.statement : routine.get();
            result->push_back(std::move(o));
        }
    }
    if (unknown.isEmpty())
        return;
    Occurrence &o = result->emplace_back();
    o.form = Form::Unknown;
    o.function = unknown;
}

} // namespace lockstep::analysis
