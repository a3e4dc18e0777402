#include "readers.h"

#include <QHash>

namespace lockstep::sql::readers {

using ast::flag;
using ast::string;

namespace {

ConstraintKind constraintKind(const QString &tag)
{
    static const QHash<QString, ConstraintKind> kinds = {
        { QStringLiteral("CONSTR_NOTNULL"), ConstraintKind::NotNull },
        { QStringLiteral("CONSTR_CHECK"), ConstraintKind::Check },
        { QStringLiteral("CONSTR_PRIMARY"), ConstraintKind::PrimaryKey },
        { QStringLiteral("CONSTR_UNIQUE"), ConstraintKind::Unique },
        { QStringLiteral("CONSTR_FOREIGN"), ConstraintKind::ForeignKey },
        { QStringLiteral("CONSTR_EXCLUSION"), ConstraintKind::Exclude },
    };
    return kinds.value(tag, ConstraintKind::Other);
}

bool isMarked(const Expression &expression, const char *marker)
{
    return expression.functions.contains(QLatin1String(marker));
}

void removeMarker(Expression *expression, const char *marker)
{
    const QString call = QLatin1String(marker) + QLatin1Char('(');
    expression->functions.removeAll(QLatin1String(marker));
    if (expression->text.startsWith(call))
        expression->text = expression->text.mid(call.size()).chopped(1);
}

void readColumnConstraint(const QJsonObject &members, const ast::Source &source, ColumnClause *column)
{
    const QString tag = string(members, QLatin1String("contype"));
    const QJsonValue raw = members.value(QLatin1String("raw_expr"));
    if (tag == QLatin1String("CONSTR_NOTNULL")) {
        column->notNull = true;
    } else if (tag == QLatin1String("CONSTR_DEFAULT")) {
        column->defaultExpression = ast::expression(raw, source, ast::ExpressionEnd::ColumnKeyword);
        column->defaultIsNull = flag(ast::unwrap(raw).members, QLatin1String("isnull"));
    } else if (tag == QLatin1String("CONSTR_GENERATED")) {
        column->defaultExpression = ast::expression(raw, source, ast::ExpressionEnd::Bracket);
        const bool isVirtual = isMarked(column->defaultExpression, virtualMarker);
        column->generated = isVirtual ? GeneratedKind::Virtual : GeneratedKind::Stored;
        if (isVirtual)
            removeMarker(&column->defaultExpression, virtualMarker);
    } else if (tag == QLatin1String("CONSTR_IDENTITY")) {
        column->generated = GeneratedKind::Identity;
        column->notNull = true;
    } else if (constraintKind(tag) != ConstraintKind::Other) {
        ConstraintClause clause = constraint(members, source);
        if (clause.columns.isEmpty())
            clause.columns = QStringList(column->name);
        column->notNull |= clause.kind == ConstraintKind::PrimaryKey;
        column->constraints.append(clause);
    }
}

} // namespace

ColumnClause column(const QJsonObject &columnDef, const ast::Source &source)
{
    ColumnClause result;
    result.name = string(columnDef, QLatin1String("colname"));
    result.type = ast::type(columnDef.value(QLatin1String("typeName")).toObject());
    result.line = lineAt(source.text(), source.offset(columnDef.value(QLatin1String("location")).toInt()));
    result.notNull = result.type.isSerial;
    const QJsonArray constraints = columnDef.value(QLatin1String("constraints")).toArray();
    for (const QJsonValue &value : constraints)
        readColumnConstraint(ast::unwrap(value).members, source, &result);
    return result;
}

ConstraintClause constraint(const QJsonObject &members, const ast::Source &source)
{
    ConstraintClause result;
    result.kind = constraintKind(string(members, QLatin1String("contype")));
    result.name = string(members, QLatin1String("conname"));
    result.notValid = flag(members, QLatin1String("skip_validation"));
    result.noInherit = flag(members, QLatin1String("is_no_inherit"));
    result.deferrable = flag(members, QLatin1String("deferrable"));
    result.usingIndex = string(members, QLatin1String("indexname"));
    switch (result.kind) {
    case ConstraintKind::Check:
        result.expression =
            ast::expression(members.value(QLatin1String("raw_expr")), source, ast::ExpressionEnd::Bracket);
        result.columns = result.expression.columns;
        if (isMarked(result.expression, notNullMarker)) {
            result.kind = ConstraintKind::NotNull;
            result.expression = {};
        }
        break;
    case ConstraintKind::ForeignKey:
        result.columns = ast::strings(members.value(QLatin1String("fk_attrs")));
        result.referenced = ast::relation(members.value(QLatin1String("pktable")).toObject());
        result.referencedColumns = ast::strings(members.value(QLatin1String("pk_attrs")));
        break;
    case ConstraintKind::PrimaryKey:
    case ConstraintKind::Unique: result.columns = ast::strings(members.value(QLatin1String("keys"))); break;
    case ConstraintKind::Exclude:
        for (const QJsonValue &exclusion : members.value(QLatin1String("exclusions")).toArray()) {
            const QJsonArray pair = ast::unwrap(exclusion).members.value(QLatin1String("items")).toArray();
            result.columns += ast::elementNames({ pair.at(0) });
        }
        break;
    case ConstraintKind::NotNull:
    case ConstraintKind::Other: break;
    }
    return result;
}

} // namespace lockstep::sql::readers
