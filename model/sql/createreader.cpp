#include "readers.h"

#include <QHash>

namespace lockstep::sql::readers {

using ast::flag;
using ast::string;

namespace {

QJsonObject object(const QJsonObject &members, QLatin1String key)
{
    return members.value(key).toObject();
}

QJsonArray array(const QJsonObject &members, QLatin1String key)
{
    return members.value(key).toArray();
}

StatementDetail readTable(const QJsonObject &m, const ast::Source &source)
{
    CreateTable table;
    const QJsonObject relation = object(m, QLatin1String("relation"));
    table.relation = ast::relation(relation);
    const QString persistence = string(relation, QLatin1String("relpersistence"));
    table.isTemporary = persistence == QLatin1String("t");
    table.isUnlogged = persistence == QLatin1String("u");
    table.dropsOnCommit = string(m, QLatin1String("oncommit")) == QLatin1String("ONCOMMIT_DROP");
    table.ifNotExists = flag(m, QLatin1String("if_not_exists"));
    table.ofType =
        ast::relationOf(ast::strings(object(m, QLatin1String("ofTypename")).value(QLatin1String("names"))));
    table.isPartitioned = m.contains(QLatin1String("partspec"));
    const QJsonArray elements = array(m, QLatin1String("tableElts"));
    for (const QJsonValue &element : elements) {
        const ast::Node node = ast::unwrap(element);
        if (node.tag == QLatin1String("ColumnDef"))
            table.columns.push_back(column(node.members, source));
        else if (node.tag == QLatin1String("Constraint"))
            table.constraints.push_back(constraint(node.members, source));
        else if (node.tag == QLatin1String("TableLikeClause"))
            table.like.append(ast::relation(object(node.members, QLatin1String("relation"))));
    }
    const QVector<RelationName> parents = ast::relations(array(m, QLatin1String("inhRelations")));
    if (m.contains(QLatin1String("partbound"))) {
        table.partitionOf = parents.value(0);
        table.isDefaultPartition = flag(object(m, QLatin1String("partbound")), QLatin1String("is_default"));
    } else {
        table.inherits = parents;
    }
    return table;
}

StatementDetail readTableAs(const QJsonObject &m, const ast::Source &)
{
    const QJsonObject into = object(m, QLatin1String("into"));
    return CreateTableAs{ ast::relation(object(into, QLatin1String("rel"))),
                          string(m, QLatin1String("objtype")) == QLatin1String("OBJECT_MATVIEW"),
                          flag(m, QLatin1String("if_not_exists")), !flag(into, QLatin1String("skipData")),
                          ast::relationsBelow(m.value(QLatin1String("query"))) };
}

bool isOrdinaryElement(const QJsonObject &element)
{
    const QString order = string(element, QLatin1String("ordering"));
    const QString nulls = string(element, QLatin1String("nulls_ordering"));
    return !element.contains(QLatin1String("opclass")) && !element.contains(QLatin1String("collation"))
           && order == QLatin1String("SORTBY_DEFAULT") && nulls == QLatin1String("SORTBY_NULLS_DEFAULT");
}

/// What the server calls an expression in an index name that it makes up.
QString expressionName(const QJsonValue &value)
{
    if (!value.isObject())
        return {};
    const ast::Node node = ast::unwrap(value);
    if (node.tag == QLatin1String("FuncCall"))
        return ast::strings(node.members.value(QLatin1String("funcname"))).last();
    if (node.tag == QLatin1String("CoalesceExpr"))
        return QStringLiteral("coalesce");
    if (node.tag == QLatin1String("ColumnRef"))
        return ast::strings(node.members.value(QLatin1String("fields"))).last();
    if (node.tag != QLatin1String("TypeCast"))
        return QStringLiteral("expr");
    const QString inner = expressionName(node.members.value(QLatin1String("arg")));
    const QJsonObject type = object(node.members, QLatin1String("typeName"));
    return inner == QLatin1String("expr") ? ast::strings(type.value(QLatin1String("names"))).last() : inner;
}

StatementDetail readIndex(const QJsonObject &m, const ast::Source &source)
{
    CreateIndex index;
    index.name = string(m, QLatin1String("idxname"));
    index.relation = ast::relation(object(m, QLatin1String("relation")));
    index.concurrently = flag(m, QLatin1String("concurrent"));
    index.unique = flag(m, QLatin1String("unique"));
    index.ifNotExists = flag(m, QLatin1String("if_not_exists"));
    index.method = string(m, QLatin1String("accessMethod"));
    index.columns = ast::elementNames(array(m, QLatin1String("indexParams")));
    index.included = ast::elementNames(array(m, QLatin1String("indexIncludingParams")));
    const QJsonValue predicate = m.value(QLatin1String("whereClause"));
    index.hasPredicate = predicate.isObject();
    index.expressionColumns = ast::expression(predicate, source, ast::ExpressionEnd::Bracket).columns;
    const QJsonArray elements = array(m, QLatin1String("indexParams"));
    for (const QJsonValue &element : elements) {
        const QJsonObject part = ast::unwrap(element).members;
        index.isOrdinary &= isOrdinaryElement(part);
        const QJsonValue expression = part.value(QLatin1String("expr"));
        index.expressionNames.append(expressionName(expression));
        index.expressionColumns += ast::expression(expression, source, ast::ExpressionEnd::Bracket).columns;
    }
    return index;
}

/// Of the list behind the view's name, else of the query where it says AS or a column alone.
QStringList viewColumns(const QJsonObject &view)
{
    QStringList named = ast::strings(view.value(QLatin1String("aliases")));
    const QJsonArray targets =
        array(ast::unwrap(view.value(QLatin1String("query"))).members, QLatin1String("targetList"));
    for (qsizetype i = named.size(); i < targets.size(); ++i) {
        const QJsonObject target = ast::unwrap(targets.at(i)).members;
        const ast::Node value = ast::unwrap(target.value(QLatin1String("val")));
        QString name = string(target, QLatin1String("name"));
        if (name.isEmpty() && value.tag == QLatin1String("ColumnRef")) {
            const QJsonArray fields = array(value.members, QLatin1String("fields"));
            name = string(ast::unwrap(fields.last()).members, QLatin1String("sval")); // None for t.*.
        }
        if (!name.isEmpty())
            named.append(name);
    }
    return named;
}

StatementDetail readView(const QJsonObject &m, const ast::Source &)
{
    return CreateView{ ast::relation(object(m, QLatin1String("view"))), flag(m, QLatin1String("replace")),
                       ast::relationsBelow(m.value(QLatin1String("query"))), viewColumns(m) };
}

StatementDetail readTrigger(const QJsonObject &m, const ast::Source &)
{
    return CreateTrigger{ string(m, QLatin1String("trigname")),
                          ast::relation(object(m, QLatin1String("relation"))),
                          ast::relation(object(m, QLatin1String("constrrel"))),
                          flag(m, QLatin1String("row")) };
}

StatementDetail readRule(const QJsonObject &m, const ast::Source &)
{
    return CreateRule{ string(m, QLatin1String("rulename")),
                       ast::relation(object(m, QLatin1String("relation"))) };
}

QVector<RelationName> policySources(const QJsonObject &m)
{
    return ast::relationsBelow(m.value(QLatin1String("qual")))
           + ast::relationsBelow(m.value(QLatin1String("with_check")));
}

StatementDetail readPolicy(const QJsonObject &m, const ast::Source &)
{
    return CreatePolicy{ string(m, QLatin1String("policy_name")),
                         ast::relation(object(m, QLatin1String("table"))), policySources(m) };
}

StatementDetail readAlterPolicy(const QJsonObject &m, const ast::Source &)
{
    return AlterPolicy{ string(m, QLatin1String("policy_name")),
                        ast::relation(object(m, QLatin1String("table"))), policySources(m) };
}

/// The table of OWNED BY table.column.
RelationName ownerOf(const QJsonArray &options)
{
    for (const QJsonValue &option : options) {
        const QJsonObject element = ast::unwrap(option).members;
        QStringList path = ast::strings(element.value(QLatin1String("arg")));
        if (string(element, QLatin1String("defname")) != QLatin1String("owned_by") || path.size() < 2)
            continue; // "none" has one part
        path.removeLast();
        return ast::relationOf(path);
    }
    return {};
}

StatementDetail readSequence(const QJsonObject &m, const ast::Source &)
{
    return CreateSequence{ ast::relation(object(m, QLatin1String("sequence"))),
                           ownerOf(array(m, QLatin1String("options"))) };
}

StatementDetail readAlterSequence(const QJsonObject &m, const ast::Source &)
{
    AlterSequence result;
    result.sequence = ast::relation(object(m, QLatin1String("sequence")));
    const QJsonArray options = array(m, QLatin1String("options"));
    result.ownedBy = ownerOf(options);
    result.ifExists = flag(m, QLatin1String("missing_ok"));
    const auto isOwnedBy = [](const QJsonValue &option) {
        return string(ast::unwrap(option).members, QLatin1String("defname")) == QLatin1String("owned_by");
    };
    result.onlyOwnedBy = options.size() == 1 && isOwnedBy(options.first());
    return result;
}

StatementDetail readStatistics(const QJsonObject &m, const ast::Source &)
{
    return CreateStatistics{ ast::relations(array(m, QLatin1String("relations"))) };
}

} // namespace

Reading create(const ast::Node &node, const ast::Source &source)
{
    using Reader = StatementDetail (*)(const QJsonObject &, const ast::Source &);
    static const QHash<QString, Reader> readers = {
        { QStringLiteral("CreateStmt"), readTable },
        { QStringLiteral("CreateForeignTableStmt"),
          [](const QJsonObject &m, const ast::Source &s) {
              StatementDetail foreign = readTable(object(m, QLatin1String("base")), s);
              std::get<CreateTable>(foreign).isForeign = true;
              return foreign;
          } },
        { QStringLiteral("CreateTableAsStmt"), readTableAs },
        { QStringLiteral("IndexStmt"), readIndex },
        { QStringLiteral("ViewStmt"), readView },
        { QStringLiteral("CreateTrigStmt"), readTrigger },
        { QStringLiteral("RuleStmt"), readRule },
        { QStringLiteral("CreatePolicyStmt"), readPolicy },
        { QStringLiteral("AlterPolicyStmt"), readAlterPolicy },
        { QStringLiteral("CreateSeqStmt"), readSequence },
        { QStringLiteral("AlterSeqStmt"), readAlterSequence },
        { QStringLiteral("CreateStatsStmt"), readStatistics },
    };
    const Reader reader = readers.value(node.tag, nullptr);
    return reader ? Reading(reader(node.members, source)) : std::nullopt;
}

} // namespace lockstep::sql::readers
