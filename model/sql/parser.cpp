#include "parser.h"

#include "newersyntax.h"
#include "readers.h"
#include "routinebody.h"

#include <model/base/sqlscript.h>

#include <QJsonDocument>

#include <algorithm>
#include <memory>
#include <pg_query.h>

namespace lockstep::sql {

namespace {

base::Error errorAt(const QString &sql, const QString &message, qsizetype offset)
{
    base::Error error = base::inputError(message);
    error.statement = sql;
    base::TextPosition position;
    position.line = lineAt(sql, offset);
    position.column = columnAt(sql, offset);
    error.position = position;
    return error;
}

/// libpg_query counts characters from 1; QString counts UTF-16 units from 0.
qsizetype utf16Offset(const QString &sql, int characters)
{
    qsizetype offset = 0;
    for (int seen = 1; seen < characters && offset < sql.size(); ++seen)
        offset += sql.at(offset).isHighSurrogate() ? 2 : 1;
    return offset;
}

base::Result<QJsonArray> parseTree(const QString &sql)
{
    const PgQueryParseResult parsed = pg_query_parse(sql.toUtf8().constData());
    const auto release = [](const PgQueryParseResult *result) { pg_query_free_parse_result(*result); };
    const std::unique_ptr<const PgQueryParseResult, decltype(release)> guard(&parsed, release);
    if (parsed.error) {
        const QString message =
            QStringLiteral("The statement does not parse: %1.").arg(QString::fromUtf8(parsed.error->message));
        return errorAt(sql, message, utf16Offset(sql, parsed.error->cursorpos));
    }
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(parsed.parse_tree));
    return document.object().value(QLatin1String("stmts")).toArray();
}

void addRoles(const QJsonValue &value, QStringList *roles)
{
    for (const QJsonArray all = value.toArray(); const QJsonValue &item : all)
        addRoles(item, roles);
    const QJsonObject members = value.toObject();
    if (members.value(QLatin1String("roletype")).toString() == QLatin1String("ROLESPEC_CSTRING"))
        roles->append(members.value(QLatin1String("rolename")).toString());
    for (const QJsonValue &member : members)
        addRoles(member, roles);
}

StatementDetail read(const ast::Node &node, const ast::Source &source)
{
    using Reader = readers::Reading (*)(const ast::Node &, const ast::Source &);
    static constexpr Reader all[] = { readers::alterTable,    readers::create,     readers::define,
                                      readers::dropAndRename, readers::manipulate, readers::maintain };
    for (const Reader reader : all) {
        if (readers::Reading detail = reader(node, source))
            return *std::move(detail);
    }
    return Other{ node.tag };
}

bool isAnalyzed(const QJsonArray &options)
{
    return std::any_of(options.begin(), options.end(), [](const QJsonValue &option) {
        const QJsonObject element = ast::unwrap(option).members;
        const QString value = ast::strings(element.value(QLatin1String("arg"))).value(0);
        return ast::string(element, QLatin1String("defname")) == QLatin1String("analyze")
               && value != QLatin1String("false") && value != QLatin1String("off");
    });
}

Statement readWhole(const ast::Node &node, const ast::Source &source, const QString &sql);

/// The statements that another one carries: WITH x AS (DELETE …), PREPARE p AS …, CREATE SCHEMA s CREATE
/// TABLE ….
std::vector<Statement> readNested(const ast::Node &node, const ast::Source &source)
{
    std::vector<Statement> result;
    const auto add = [&](const QJsonValue &value) {
        result.push_back(readWhole(ast::unwrap(value), source, {}));
    };
    const QJsonArray queries =
        node.members.value(QLatin1String("withClause")).toObject().value(QLatin1String("ctes")).toArray();
    for (const QJsonValue &query : queries) {
        const QJsonValue common = ast::unwrap(query).members.value(QLatin1String("ctequery"));
        if (ast::unwrap(common).tag != QLatin1String("SelectStmt"))
            add(common);
    }
    if (node.tag == QLatin1String("PrepareStmt") || node.tag == QLatin1String("DeclareCursorStmt"))
        add(node.members.value(QLatin1String("query")));
    if (node.tag == QLatin1String("RuleStmt")) {
        for (const QJsonArray all = node.members.value(QLatin1String("actions")).toArray();
             const QJsonValue &action : all)
            add(action);
    }
    if (node.tag == QLatin1String("CreateSchemaStmt")) {
        for (const QJsonArray all = node.members.value(QLatin1String("schemaElts")).toArray();
             const QJsonValue &element : all)
            add(element);
    }
    return result;
}

/// SELECT set_config('name', 'value', isLocal) says what SET says.
void addSettings(const ast::Node &select, Statement *statement)
{
    for (const QJsonArray all = select.members.value(QLatin1String("targetList")).toArray();
         const QJsonValue &item : all) {
        const ast::Node call = ast::unwrap(ast::unwrap(item).members.value(QLatin1String("val")));
        const QJsonArray arguments = call.members.value(QLatin1String("args")).toArray();
        const QStringList name = ast::strings(call.members.value(QLatin1String("funcname")));
        if (name.isEmpty() || name.last() != QLatin1String("set_config") || arguments.size() != 3)
            continue;
        const QString value = ast::constantText(arguments.at(1));
        Set set;
        set.name = ast::constantText(arguments.at(0));
        const QJsonObject isLocal = ast::unwrap(arguments.at(2)).members;
        set.isLocal = ast::flag(isLocal.value(QLatin1String("boolval")).toObject(), QLatin1String("boolval"));
        if (set.name.toLower() == QLatin1String("search_path")) {
            for (const QString &schema : value.split(QLatin1Char(',')))
                set.values.append(schema.trimmed().remove(QLatin1Char('"')));
        } else {
            set.values.append(value);
        }
        statement->nested.push_back(Statement{ set, {}, {}, {}, false, false });
    }
}

/// The procedure itself, and what makes its arguments.
QStringList functionsCalled(const ast::Node &call)
{
    const QJsonObject procedure = call.members.value(QLatin1String("funccall")).toObject();
    return ast::functionsBelow(procedure)
           << ast::strings(procedure.value(QLatin1String("funcname"))).join(QLatin1Char('.'));
}

Statement readWhole(const ast::Node &node, const ast::Source &source, const QString &sql)
{
    if (node.tag == QLatin1String("ExplainStmt")) {
        Statement inner = readWhole(ast::unwrap(node.members.value(QLatin1String("query"))), source, {});
        inner.isExplained = !isAnalyzed(node.members.value(QLatin1String("options")).toArray());
        return inner;
    }
    Statement result;
    result.detail = read(node, source);
    result.nested = readNested(node, source);
    static const QStringList usesSequences = {
        QStringLiteral("SelectStmt"), QStringLiteral("InsertStmt"), QStringLiteral("UpdateStmt"),
        QStringLiteral("DeleteStmt"), QStringLiteral("MergeStmt"),  QStringLiteral("CreateTableAsStmt")
    };
    if (usesSequences.contains(node.tag)) {
        result.sequences = ast::sequencesBelow(node.members);
        result.functions = ast::functionsBelow(node.members);
        addSettings(node, &result);
    }
    if (node.tag == QLatin1String("CopyStmt") || node.tag == QLatin1String("ExecuteStmt"))
        result.functions = ast::functionsBelow(node.members);
    if (node.tag == QLatin1String("CallStmt"))
        result.functions = functionsCalled(node);
    if (node.tag == QLatin1String("DoStmt"))
        readBlock(sql, &result);
    return result;
}

/// An option of CREATE FUNCTION.
QStringList option(const ast::Node &statement, QLatin1String name)
{
    for (const QJsonArray all = statement.members.value(QLatin1String("options")).toArray();
         const QJsonValue &value : all) {
        const QJsonObject element = ast::unwrap(value).members;
        if (ast::string(element, QLatin1String("defname")) == name)
            return ast::strings(element.value(QLatin1String("arg")));
    }
    return {};
}

/// BEGIN ATOMIC … END, or RETURN.
void addBody(const QJsonValue &body, const ast::Source &source, Statement *routine)
{
    const ast::Node node = ast::unwrap(body);
    if (node.tag == QLatin1String("List")) {
        for (const QJsonArray all = node.members.value(QLatin1String("items")).toArray();
             const QJsonValue &item : all)
            addBody(item, source, routine);
    } else if (node.tag == QLatin1String("ReturnStmt")) {
        Statement query;
        query.detail = Select{ ast::relationsBelow(node.members), false };
        query.functions = ast::functionsBelow(node.members);
        routine->nested.push_back(std::move(query));
    } else if (!node.tag.isEmpty()) {
        routine->nested.push_back(readWhole(node, source, {}));
    }
}

void addScript(const QString &body, Statement *routine)
{
    for (const base::ScriptStatement &statement : base::readScript(body).statements) {
        base::Result<Statement> parsed = parse(statement.sql);
        if (parsed.has_value())
            routine->nested.push_back(*std::move(parsed));
        else
            routine->isPartlyRead = true;
    }
}

base::Result<Statement> readOnly(const QString &sql)
{
    const base::Result<QJsonArray> tree = parseTree(sql);
    if (!tree.has_value())
        return tree.error();
    if (tree->isEmpty())
        return errorAt(sql, QStringLiteral("There is no statement here."), 0);
    const ast::Source source(sql);
    if (tree->size() > 1) {
        const int second = tree->at(1).toObject().value(QLatin1String("stmt_location")).toInt();
        return errorAt(sql,
                       QStringLiteral("There are %1 statements where one is expected.").arg(tree->size()),
                       source.offset(second));
    }
    return readWhole(ast::unwrap(tree->at(0).toObject().value(QLatin1String("stmt"))), source, sql);
}

} // namespace

base::Result<Statement> parse(const QString &sql)
{
    base::Result<Statement> result = readOnly(sql);
    if (result.has_value())
        return result;
    const std::optional<QString> older = withoutNewerSyntax(sql);
    if (!older)
        return result;
    base::Result<Statement> second = readOnly(*older);
    return second.has_value() ? second : result;
}

Statement parseRoutine(const QString &definition)
{
    Statement result;
    result.detail = Do{ definition };
    const base::Result<QJsonArray> tree = parseTree(definition);
    const ast::Node node = tree.has_value() && !tree->isEmpty()
                               ? ast::unwrap(tree->at(0).toObject().value(QLatin1String("stmt")))
                               : ast::Node();
    const QString language = option(node, QLatin1String("language")).value(0).toLower();
    const QJsonValue body = node.members.value(QLatin1String("sql_body"));
    if (body.isObject())
        addBody(body, ast::Source(definition), &result);
    else if (language == QLatin1String("sql"))
        addScript(option(node, QLatin1String("as")).value(0), &result);
    else if (language == QLatin1String("plpgsql"))
        readBlock(definition, &result);
    else
        result.isPartlyRead = true;
    return result;
}

base::Result<Expression> parseExpression(const QString &expression)
{
    const QString sql = QStringLiteral("SELECT ") + expression;
    const base::Result<QJsonArray> tree = parseTree(sql);
    if (!tree.has_value())
        return tree.error();
    const ast::Node select = ast::unwrap(tree->at(0).toObject().value(QLatin1String("stmt")));
    const QJsonArray targets = select.members.value(QLatin1String("targetList")).toArray();
    if (targets.size() != 1)
        return errorAt(expression, QStringLiteral("This is not one expression."), 0);
    const QJsonValue value = ast::unwrap(targets.at(0)).members.value(QLatin1String("val"));
    return ast::expression(value, ast::Source(sql), ast::ExpressionEnd::Bracket);
}

std::optional<QString> literalText(const QString &expression)
{
    const base::Result<QJsonArray> tree = parseTree(QStringLiteral("SELECT ") + expression);
    if (!tree.has_value() || tree->size() != 1)
        return std::nullopt;
    const ast::Node select = ast::unwrap(tree->at(0).toObject().value(QLatin1String("stmt")));
    const QJsonArray targets = select.members.value(QLatin1String("targetList")).toArray();
    const QJsonValue value = ast::unwrap(targets.at(0)).members.value(QLatin1String("val"));
    const ast::Node constant = ast::unwrap(value);
    const QJsonValue text = constant.members.value(QLatin1String("sval"));
    if (targets.size() != 1 || constant.tag != QLatin1String("A_Const") || !text.isObject())
        return std::nullopt;
    return ast::string(text.toObject(), QLatin1String("sval"));
}

bool isTransactionControl(const Statement &statement)
{
    return statement.as<Transaction>() != nullptr;
}

bool mustRunOutsideTransaction(const Statement &statement, int serverVersion)
{
    if (const auto *index = statement.as<CreateIndex>())
        return index->concurrently;
    if (const auto *drop = statement.as<Drop>())
        return drop->concurrently || drop->kind == ObjectKind::Database;
    if (const auto *reindex = statement.as<Reindex>())
        return reindex->concurrently || reindex->kind == ObjectKind::Schema
               || reindex->kind == ObjectKind::Database;
    if (const auto *vacuum = statement.as<Vacuum>())
        return vacuum->isVacuum;
    if (const auto *label = statement.as<AlterEnum>())
        return label->oldLabel.isEmpty() && serverVersion > 0 && serverVersion < 120000;
    if (const auto *other = statement.as<Other>())
        return other->tag == QLatin1String("CreatedbStmt") || other->tag == QLatin1String("DropdbStmt")
               || other->tag == QLatin1String("AlterSystemStmt")
               || other->tag == QLatin1String("CreateTableSpaceStmt");
    if (const auto *alter = statement.as<AlterTable>()) {
        for (const Subcommand &command : alter->commands) {
            const auto *detach = std::get_if<DetachPartition>(&command.detail);
            if (detach && detach->concurrently)
                return true;
        }
    }
    return false;
}

QStringList rolesNamed(const QString &sql)
{
    QStringList roles;
    if (const auto tree = parseTree(sql); tree.has_value())
        addRoles(*tree, &roles);
    roles.removeDuplicates();
    roles.sort();
    return roles;
}

} // namespace lockstep::sql
