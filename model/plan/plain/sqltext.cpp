#include "sqltext.h"

#include <QRegularExpression>

namespace lockstep::plan::ddl {

using namespace schema;

QString keyword(Kind kind)
{
    switch (kind) {
    case Kind::Schema: return QStringLiteral("SCHEMA");
    case Kind::Extension: return QStringLiteral("EXTENSION");
    case Kind::Collation: return QStringLiteral("COLLATION");
    case Kind::Enum:
    case Kind::CompositeType:
    case Kind::RangeType:
    case Kind::BaseType: return QStringLiteral("TYPE");
    case Kind::Domain: return QStringLiteral("DOMAIN");
    case Kind::Sequence: return QStringLiteral("SEQUENCE");
    case Kind::Table: return QStringLiteral("TABLE");
    case Kind::Column:
    case Kind::Default: return QStringLiteral("COLUMN");
    case Kind::Constraint:
    case Kind::DomainConstraint: return QStringLiteral("CONSTRAINT");
    case Kind::Index: return QStringLiteral("INDEX");
    case Kind::View: return QStringLiteral("VIEW");
    case Kind::MaterializedView: return QStringLiteral("MATERIALIZED VIEW");
    case Kind::Function: return QStringLiteral("FUNCTION");
    case Kind::Procedure: return QStringLiteral("PROCEDURE");
    case Kind::Aggregate: return QStringLiteral("AGGREGATE");
    case Kind::Trigger: return QStringLiteral("TRIGGER");
    case Kind::Rule: return QStringLiteral("RULE");
    case Kind::Policy: return QStringLiteral("POLICY");
    case Kind::EventTrigger: return QStringLiteral("EVENT TRIGGER");
    case Kind::StatisticsObject: return QStringLiteral("STATISTICS");
    case Kind::Publication: return QStringLiteral("PUBLICATION");
    case Kind::Language: return QStringLiteral("LANGUAGE");
    case Kind::AccessMethod: return QStringLiteral("ACCESS METHOD");
    case Kind::Operator: return QStringLiteral("OPERATOR");
    case Kind::OperatorFamily: return QStringLiteral("OPERATOR FAMILY");
    case Kind::OperatorClass: return QStringLiteral("OPERATOR CLASS");
    case Kind::Cast: return QStringLiteral("CAST");
    case Kind::Conversion: return QStringLiteral("CONVERSION");
    case Kind::Transform: return QStringLiteral("TRANSFORM");
    case Kind::TextSearchParser: return QStringLiteral("TEXT SEARCH PARSER");
    case Kind::TextSearchTemplate: return QStringLiteral("TEXT SEARCH TEMPLATE");
    case Kind::TextSearchDictionary: return QStringLiteral("TEXT SEARCH DICTIONARY");
    case Kind::TextSearchConfiguration: return QStringLiteral("TEXT SEARCH CONFIGURATION");
    case Kind::ForeignDataWrapper: return QStringLiteral("FOREIGN DATA WRAPPER");
    case Kind::ForeignServer: return QStringLiteral("SERVER");
    case Kind::UserMapping: return QStringLiteral("USER MAPPING");
    case Kind::Subscription: return QStringLiteral("SUBSCRIPTION");
    case Kind::Comment: return QStringLiteral("COMMENT");
    case Kind::SecurityLabel: return QStringLiteral("SECURITY LABEL");
    case Kind::PublicationMember:
    case Kind::Grant:
    case Kind::DefaultPrivilege:
    case Kind::EnumLabel:
    case Kind::Unmodelled: break;
    }
    return {};
}

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
