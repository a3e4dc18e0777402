#include "readers.h"

#include <QHash>

#include <type_traits>

namespace lockstep::sql::readers {

using ast::flag;
using ast::string;

namespace {

QVector<RelationName> sourcesOf(const QJsonObject &m, const RelationName &target)
{
    QVector<RelationName> result = ast::relationsBelow(m);
    result.removeAll(target);
    return result;
}

RelationName targetOf(const QJsonObject &m)
{
    return ast::relation(m.value(QLatin1String("relation")).toObject());
}

template <typename T>
StatementDetail write(const QJsonObject &m)
{
    T result;
    result.relation = targetOf(m);
    result.sources = sourcesOf(m, result.relation);
    return result;
}

template <typename T>
StatementDetail writeColumns(const QJsonObject &m)
{
    T result = std::get<T>(write<T>(m));
    const bool isInsert = std::is_same_v<T, Insert>;
    const QJsonArray targets =
        m.value(isInsert ? QLatin1String("cols") : QLatin1String("targetList")).toArray();
    for (const QJsonValue &value : targets) {
        const QJsonObject target = ast::unwrap(value).members;
        if (!target.contains(QLatin1String("indirection")))
            result.columns.append(string(target, QLatin1String("name")));
    }
    return result;
}

/// The text of a SET expression goes as far as the brackets around it; the clause behind it is no part.
void cutAtClause(Expression *expression)
{
    const ast::Source source(expression->text);
    int depth = 0;
    QString before;
    for (const Token &token : source.tokens()) {
        if (token.word == QLatin1String("(") || token.word == QLatin1String("["))
            ++depth;
        else if (token.word == QLatin1String(")") || token.word == QLatin1String("]"))
            --depth;
        const bool isClause = token.word == QLatin1String("where") || token.word == QLatin1String("returning")
                              || (token.word == QLatin1String("from") && before != QLatin1String("distinct"));
        if (depth == 0 && isClause && token.kind == TokenKind::Word) {
            expression->text = expression->text.left(token.begin).trimmed();
            return;
        }
        before = token.word;
    }
}

/// c of WHERE c IS NULL.
QString nullColumn(const QJsonValue &where)
{
    const ast::Node test = ast::unwrap(where);
    if (test.tag != QLatin1String("NullTest")
        || string(test.members, QLatin1String("nulltesttype")) == QLatin1String("IS_NOT_NULL"))
        return {};
    const ast::Node column = ast::unwrap(test.members.value(QLatin1String("arg")));
    const QStringList names = ast::strings(column.members.value(QLatin1String("fields")));
    return column.tag == QLatin1String("ColumnRef") && !names.isEmpty() ? names.last() : QString();
}

StatementDetail readUpdate(const QJsonObject &m, const ast::Source &source)
{
    Update result = std::get<Update>(writeColumns<Update>(m));
    const QJsonValue where = m.value(QLatin1String("whereClause"));
    result.hasWhere = where.isObject();
    result.whereNull = nullColumn(where);
    for (const QJsonValue &value : m.value(QLatin1String("targetList")).toArray()) {
        const QJsonObject target = ast::unwrap(value).members;
        const QJsonValue set = target.value(QLatin1String("val"));
        Expression expression = ast::expression(set, source, ast::ExpressionEnd::Bracket);
        const bool isAlone = !target.contains(QLatin1String("indirection"))
                             && ast::unwrap(set).tag != QLatin1String("MultiAssignRef");
        if (!isAlone || expression.text.isEmpty()) {
            result.values.clear();
            break;
        }
        cutAtClause(&expression);
        result.values.push_back(std::move(expression));
    }
    return result;
}

StatementDetail readDelete(const QJsonObject &m)
{
    Delete result = std::get<Delete>(write<Delete>(m));
    result.hasWhere = m.contains(QLatin1String("whereClause"));
    return result;
}

QStringList assigned(const QJsonValue &targetList)
{
    QStringList result;
    for (const QJsonValue &target : targetList.toArray())
        result.append(string(ast::unwrap(target).members, QLatin1String("name")));
    return result;
}

StatementDetail readInsert(const QJsonObject &m)
{
    Insert result = std::get<Insert>(writeColumns<Insert>(m));
    const QJsonValue query = m.value(QLatin1String("selectStmt"));
    result.isQuery = query.isObject() && !ast::unwrap(query).members.contains(QLatin1String("valuesLists"));
    if (ast::relationsBelow(query).contains(result.relation))
        result.sources.append(result.relation); // It is read as well.
    const QJsonObject conflict = m.value(QLatin1String("onConflictClause")).toObject();
    result.hasConflict = !conflict.isEmpty();
    result.updates = assigned(conflict.value(QLatin1String("targetList")));
    return result;
}

StatementDetail readMerge(const QJsonObject &m)
{
    Merge result = std::get<Merge>(write<Merge>(m));
    for (const QJsonValue &value : m.value(QLatin1String("mergeWhenClauses")).toArray()) {
        const QJsonObject clause = ast::unwrap(value).members;
        const QString command = string(clause, QLatin1String("commandType"));
        result.inserts |= command == QLatin1String("CMD_INSERT");
        result.deletes |= command == QLatin1String("CMD_DELETE");
        if (command == QLatin1String("CMD_UPDATE"))
            result.updates += assigned(clause.value(QLatin1String("targetList")));
    }
    return result;
}

StatementDetail readSelect(const QJsonObject &m)
{
    const QJsonObject into = m.value(QLatin1String("intoClause")).toObject();
    if (!into.isEmpty()) {
        const RelationName made = ast::relation(into.value(QLatin1String("rel")).toObject());
        return CreateTableAs{ made, false, false, true, sourcesOf(m, made) };
    }
    return Select{ ast::relationsBelow(m), m.contains(QLatin1String("lockingClause")) };
}

StatementDetail readCopy(const QJsonObject &m)
{
    return Copy{ targetOf(m), flag(m, QLatin1String("is_from")),
                 ast::relationsBelow(m.value(QLatin1String("query"))) };
}

StatementDetail readTruncate(const QJsonObject &m)
{
    return Truncate{ ast::relations(m.value(QLatin1String("relations")).toArray()),
                     string(m, QLatin1String("behavior")) == QLatin1String("DROP_CASCADE"),
                     flag(m, QLatin1String("restart_seqs")) };
}

StatementDetail readLock(const QJsonObject &m)
{
    return LockTable{ ast::relations(m.value(QLatin1String("relations")).toArray()),
                      m.value(QLatin1String("mode")).toInt(8) };
}

} // namespace

Reading manipulate(const ast::Node &node, const ast::Source &source)
{
    if (node.tag == QLatin1String("UpdateStmt"))
        return readUpdate(node.members, source);
    using Reader = StatementDetail (*)(const QJsonObject &);
    static const QHash<QString, Reader> readers = {
        { QStringLiteral("InsertStmt"), readInsert }, { QStringLiteral("DeleteStmt"), readDelete },
        { QStringLiteral("MergeStmt"), readMerge },   { QStringLiteral("SelectStmt"), readSelect },
        { QStringLiteral("CopyStmt"), readCopy },     { QStringLiteral("TruncateStmt"), readTruncate },
        { QStringLiteral("LockStmt"), readLock },
    };
    const Reader reader = readers.value(node.tag, nullptr);
    return reader ? Reading(reader(node.members)) : std::nullopt;
}

} // namespace lockstep::sql::readers
