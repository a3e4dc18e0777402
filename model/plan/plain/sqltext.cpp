#include "sqltext.h"

#include <QRegularExpression>

namespace lockstep::plan::ddl {

using namespace schema;

QString relationName(const ObjectId &id)
{
    return qualified(id.schema, id.name);
}

QString alterTable(const ObjectId &relation, const QString &clause)
{
    return QStringLiteral("ALTER TABLE %1 ").arg(relationName(relation)) + clause;
}

QString alterTableOnly(const ObjectId &relation, const QString &clause)
{
    return QStringLiteral("ALTER TABLE ONLY %1 ").arg(relationName(relation)) + clause;
}

namespace {

QString optionName(const QString &option)
{
    return option.section(QLatin1Char('='), 0, 0);
}

/// Values are written quoted: "check_option=local" and numbers alike are read back unchanged.
QString optionText(const QString &option)
{
    const qsizetype equals = option.indexOf(QLatin1Char('='));
    if (equals < 0)
        return option;
    return option.left(equals) + QStringLiteral(" = ") + quoteLiteral(option.mid(equals + 1));
}

} // namespace

QString optionList(const QStringList &options)
{
    QStringList texts;
    for (const QString &option : options)
        texts << optionText(option);
    return QLatin1Char('(') + texts.join(QStringLiteral(", ")) + QLatin1Char(')');
}

QStringList optionNames(const QStringList &options)
{
    QStringList names;
    for (const QString &option : options)
        names << optionName(option);
    return names;
}

QStringList optionClauses(const QStringList &before, const QStringList &after)
{
    QStringList set;
    for (const QString &option : after) {
        if (!before.contains(option))
            set << option;
    }
    QStringList reset;
    const QStringList kept = optionNames(after);
    for (const QString &name : optionNames(before)) {
        if (!kept.contains(name))
            reset << name;
    }
    QStringList clauses;
    if (!set.isEmpty())
        clauses << QStringLiteral("SET ") + optionList(set);
    if (!reset.isEmpty())
        clauses << QStringLiteral("RESET (%1)").arg(reset.join(QStringLiteral(", ")));
    return clauses;
}

QString reparseable(const QString &sql)
{
    static const QRegularExpression list(QStringLiteral(
        R"(\(([\w."]+)\)::text (= ANY|<> ALL) \(\(ARRAY\[((?:'(?:[^']|'')*'::character varying(?:, )?)+)\]\)::text\[\]\))"));
    if (!sql.contains(QLatin1String("ARRAY[")))
        return sql;
    QString result;
    qsizetype at = 0;
    for (auto matches = list.globalMatch(sql); matches.hasNext();) {
        const auto match = matches.next();
        QString values = match.captured(3);
        values.remove(QLatin1String("::character varying"));
        const bool isIn = match.captured(2) == QLatin1String("= ANY");
        result += sql.mid(at, match.capturedStart() - at) + match.captured(1)
                  + (isIn ? QStringLiteral(" IN (") : QStringLiteral(" NOT IN (")) + values
                  + QLatin1Char(')');
        at = match.capturedEnd();
    }
    return result + sql.mid(at);
}

ObjectId tableOf(const ObjectId &part)
{
    return objectId(Kind::Table, part.schema, part.name);
}

} // namespace lockstep::plan::ddl
