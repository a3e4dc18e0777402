#include "routinebody.h"

#include "ast.h"
#include "parser.h"

#include <QJsonDocument>

#include <memory>
#include <pg_query.h>

namespace lockstep::sql {

namespace {

class BodyReader
{
public:
    explicit BodyReader(Statement *statement)
        : m_statement(statement)
    { }

    void read(const QJsonValue &value)
    {
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            read(item);
        const QJsonObject members = value.toObject();
        for (auto it = members.begin(); it != members.end(); ++it) {
            if (it.key() == QLatin1String("PLpgSQL_stmt_dynexecute")
                || it.key() == QLatin1String("PLpgSQL_stmt_dynfors"))
                readDynamic(it->toObject());
            else if (it.key() == QLatin1String("PLpgSQL_expr"))
                add(it->toObject().value(QLatin1String("query")).toString());
            else
                read(*it);
        }
    }

private:
    /// A statement, or an expression, of which only sub-queries matter.
    void add(const QString &text)
    {
        base::Result<Statement> parsed = parse(text);
        if (!parsed.has_value())
            parsed = parse(QLatin1String("SELECT ") + text);
        if (const qsizetype assigns = text.indexOf(QLatin1String(":=")); !parsed.has_value() && assigns > 0)
            parsed = parse(QLatin1String("SELECT ") + text.mid(assigns + 2));
        if (!parsed.has_value())
            return; // A bound: PL/pgSQL would not have read it otherwise.
        const auto *select = parsed->as<Select>();
        const bool readsNothing =
            select && select->relations.isEmpty() && parsed->nested.empty() && parsed->functions.isEmpty();
        if (!readsNothing)
            m_statement->nested.push_back(*std::move(parsed));
    }

    void readDynamic(const QJsonObject &members)
    {
        const QString query = members.value(QLatin1String("query"))
                                  .toObject()
                                  .value(QLatin1String("PLpgSQL_expr"))
                                  .toObject()
                                  .value(QLatin1String("query"))
                                  .toString();
        const std::optional<QString> text = literalText(query);
        base::Result<Statement> parsed = parse(text.value_or(QString()));
        if (parsed.has_value())
            m_statement->nested.push_back(*std::move(parsed));
        else
            m_statement->isPartlyRead = true;
        read(members.value(QLatin1String("body")));
    }

    Statement *m_statement;
};

} // namespace

void readBlock(const QString &definition, Statement *statement)
{
    const PgQueryPlpgsqlParseResult parsed = pg_query_parse_plpgsql(definition.toUtf8().constData());
    const auto release = [](const PgQueryPlpgsqlParseResult *result) {
        pg_query_free_plpgsql_parse_result(*result);
    };
    const std::unique_ptr<const PgQueryPlpgsqlParseResult, decltype(release)> guard(&parsed, release);
    const QJsonArray functions =
        parsed.error ? QJsonArray() : QJsonDocument::fromJson(QByteArray(parsed.plpgsql_funcs)).array();
    if (functions.isEmpty()) {
        statement->isPartlyRead = true;
        return;
    }
    BodyReader(statement).read(functions);
}

} // namespace lockstep::sql
