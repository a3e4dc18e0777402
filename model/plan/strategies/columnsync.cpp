#include "columnsync.h"

#include <model/plan/plain/ddl.h>

namespace lockstep::plan {

namespace {

/// The row is offered as a one-row relation under the table's name, so that the expression reads the
/// same here as in an UPDATE.
QString ofRow(const QString &expression, const CopiedColumn &of)
{
    const QString column = schema::quoteIdent(of.before.id.sub);
    if (expression == column)
        return QStringLiteral("NEW.") + column;
    return QStringLiteral("(SELECT (%1) FROM (SELECT NEW.*) AS %2)")
        .arg(expression, schema::quoteIdent(of.before.id.name));
}

/// The triggers of one table bear the name of the first column.
QString syncName(const ColumnCopy &copy, const QString &suffix)
{
    return ownName(copy.columns.first().before.id, suffix);
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
    const QString name = syncName(copy, QStringLiteral("sync"));
    QString body = QStringLiteral("BEGIN\n");
    for (const CopiedColumn &column : copy.columns)
        body += QStringLiteral("  NEW.%1 := %2;\n")
                    .arg(schema::quoteIdent(column.copy), ofRow(column.expression, column));
    body += QStringLiteral("  RETURN NEW;\nEND");
    return { createRowTrigger(action, name, body, conversionSettings(action, copy)),
             dropRowTrigger(action, name) };
}

/// What a row had before the swap stays as it was, also where the new type has less of it, until the
/// value itself is written.
SyncTrigger backwardSync(const Action &action, const ColumnCopy &copy)
{
    const QString name = syncName(copy, QStringLiteral("back"));
    QString all;
    QString written;
    for (const CopiedColumn &each : copy.columns) {
        const QString column = schema::quoteIdent(each.before.id.sub);
        const QString set =
            QStringLiteral("    NEW.%1 := %2;\n").arg(schema::quoteIdent(each.aside), ofRow(each.back, each));
        all += set;
        written += QStringLiteral("  IF %1 THEN\n%2  END IF;\n")
                       .arg(differs(QStringLiteral("NEW.") + column, QStringLiteral("OLD.") + column), set);
    }
    const QString body = QStringLiteral("BEGIN\n  IF TG_OP = 'INSERT' THEN\n%1    RETURN NEW;\n  END IF;\n"
                                        "%2  RETURN NEW;\nEND")
                             .arg(all, written);
    return { createRowTrigger(action, name, body, conversionSettings(action, copy)),
             dropRowTrigger(action, name) };
}

schema::Fact asideColumn(const CopiedColumn &column)
{
    schema::Fact aside = column.before;
    auto &attributes = std::get<schema::ColumnAttributes>(aside.attributes);
    aside.id.sub = column.aside;
    attributes.notNull = false;
    attributes.identity = schema::Identity::None;
    return aside;
}

schema::Fact newColumn(const CopiedColumn &column)
{
    schema::Fact made = column.after;
    auto &attributes = std::get<schema::ColumnAttributes>(made.attributes);
    made.id.sub = column.copy;
    attributes.notNull = false;
    attributes.identity = schema::Identity::None;
    // What changes of these is another step, after the swap.
    attributes.statistics = column.was().statistics;
    attributes.options = column.was().options;
    return made;
}

QStringList saidOf(const CopiedColumn &column, const QString &name, const Context &context)
{
    QStringList statements;
    for (schema::Fact fact : column.said) {
        fact.id.sub = name;
        statements += ddl::create(fact, context.current());
    }
    return statements;
}

QString isBehind(const QString &column, const QString &expression, const QString &type)
{
    return differs(schema::quoteIdent(column), QStringLiteral("(%1)::%2").arg(expression, type));
}

bool isToOwnKey(const Twin &constraint, const schema::ObjectId &table)
{
    const auto &referenced = constraint.original.as<schema::ConstraintAttributes>()->referencedTable;
    return constraint.refersToCopy && *referenced == table;
}

QString wayBackIndex(const Twin &key)
{
    return ownName(key.original.id, QStringLiteral("back"));
}

QString namesOf(const ColumnCopy &copy)
{
    QStringList names;
    for (const CopiedColumn &column : copy.columns)
        names += column.before.id.sub;
    return names.join(QStringLiteral(", "));
}

QString typesOf(const ColumnCopy &copy, bool isAfter)
{
    QStringList types;
    for (const CopiedColumn &column : copy.columns)
        types += isAfter ? column.typeAfter : column.typeBefore;
    types.removeDuplicates();
    return types.join(QStringLiteral(" or "));
}

QString copyNotNullName(const CopiedColumn &column)
{
    return schema::defaultNotNullName(column.before.id.name, column.copy);
}

QString asideNotNullName(const CopiedColumn &column)
{
    return ownName(column.before.id, QStringLiteral("not_null"));
}

} // namespace lockstep::plan
