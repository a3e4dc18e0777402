#include "calls.h"

#include "builtins.h"

namespace lockstep::analysis {

namespace {

/// Functions called by the statement and by what it carries.
void collect(const sql::Statement &statement, QStringList *functions)
{
    *functions += statement.functions;
    // What CREATE RULE and PREPARE carry is run another time.
    if (statement.as<sql::CreateRule>() || statement.as<sql::Prepare>())
        return;
    for (const sql::Statement &nested : statement.nested)
        collect(nested, functions);
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
    collect(statement, &queue);
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
        collect(*routine, &queue);
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
