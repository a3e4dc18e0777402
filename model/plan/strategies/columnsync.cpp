#include "columnsync.h"

#include <model/plan/plain/ddl.h>

namespace lockstep::plan {

namespace {

/// The row is offered as a one-row relation under the table's name, so that the expression reads the
/// same here as in an UPDATE.
QString ofRow(const QString &expression, const ColumnCopy &copy)
{
    const QString column = schema::quoteIdent(copy.before.id.sub);
    if (expression == column)
        return QStringLiteral("NEW.") + column;
    return QStringLiteral("(SELECT (%1) FROM (SELECT NEW.*) AS %2)")
        .arg(expression, schema::quoteIdent(copy.before.id.name));
}

} // namespace

QString conversionSettings(const Action &action, const ColumnCopy &copy)
{
    const QString own = schema::quoteIdent(action.relation.schema);
    const QString path = action.relation.schema == QLatin1String("public")
                             ? QStringLiteral("public, pg_temp")
                             : own + QStringLiteral(", public, pg_temp");
    return QStringLiteral(" SET search_path = ") + path + copy.timeSettings;
}

SyncTrigger forwardSync(const Action &action, const ColumnCopy &copy)
{
    const QString name = ownName(copy.before.id, QStringLiteral("sync"));
    const QString body = QStringLiteral("BEGIN\n  NEW.%1 := %2;\n  RETURN NEW;\nEND")
                             .arg(schema::quoteIdent(copy.copy), ofRow(copy.expression, copy));
    return { createRowTrigger(action, name, body, conversionSettings(action, copy)),
             dropRowTrigger(action, name) };
}

/// What a row had before the swap stays as it was, also where the new type has less of it, until the
/// value itself is written.
SyncTrigger backwardSync(const Action &action, const ColumnCopy &copy)
{
    const QString name = ownName(copy.before.id, QStringLiteral("back"));
    const QString column = schema::quoteIdent(copy.before.id.sub);
    const QString body =
        QStringLiteral("BEGIN\n  IF TG_OP = 'UPDATE' THEN\n    IF NOT (%1) THEN\n      RETURN NEW;\n"
                       "    END IF;\n  END IF;\n  NEW.%2 := %3;\n  RETURN NEW;\nEND")
            .arg(differs(QStringLiteral("NEW.") + column, QStringLiteral("OLD.") + column),
                 schema::quoteIdent(copy.aside), ofRow(copy.back, copy));
    return { createRowTrigger(action, name, body, conversionSettings(action, copy)),
             dropRowTrigger(action, name) };
}

schema::Fact asideColumn(const ColumnCopy &copy)
{
    schema::Fact column = copy.before;
    column.id.sub = copy.aside;
    std::get<schema::ColumnAttributes>(column.attributes).notNull = false;
    return column;
}

schema::Fact newColumn(const ColumnCopy &copy)
{
    schema::Fact column = copy.after;
    const auto &before = *copy.before.as<schema::ColumnAttributes>();
    auto &attributes = std::get<schema::ColumnAttributes>(column.attributes);
    column.id.sub = copy.copy;
    attributes.notNull = false;
    // What changes of these is another step, after the swap.
    attributes.statistics = before.statistics;
    attributes.options = before.options;
    return column;
}

QStringList saidOf(const ColumnCopy &copy, const QString &column, const Context &context)
{
    QStringList statements;
    for (schema::Fact fact : copy.said) {
        fact.id.sub = column;
        statements += ddl::create(fact, context.current());
    }
    return statements;
}

QString isBehind(const QString &column, const QString &expression, const QString &type)
{
    return differs(schema::quoteIdent(column), QStringLiteral("(%1)::%2").arg(expression, type));
}

QString wayBackIndex(const Twin &key)
{
    return ownName(key.original.id, QStringLiteral("back"));
}

QString copyNotNullName(const ColumnCopy &copy)
{
    return schema::defaultNotNullName(copy.before.id.name, copy.copy);
}

QString asideNotNullName(const ColumnCopy &copy)
{
    return ownName(copy.before.id, QStringLiteral("not_null"));
}

} // namespace lockstep::plan
