#include "ast.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace lockstep::sql::ast {

Source::Source(const QString &text)
    : m_text(text)
    , m_utf8(text.toUtf8())
{ }

const QVector<Token> &Source::tokens() const
{
    if (!m_tokenized) {
        m_tokens = tokenize(m_text);
        m_tokenized = true;
    }
    return m_tokens;
}

qsizetype Source::offset(int byte) const
{
    if (m_utf8.size() == m_text.size())
        return byte;
    return QString::fromUtf8(m_utf8.left(byte)).size();
}

Node unwrap(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (object.isEmpty())
        return {};
    return { object.begin().key(), object.begin().value().toObject() };
}

QString string(const QJsonObject &members, QLatin1String key)
{
    return members.value(key).toString();
}

bool flag(const QJsonObject &members, QLatin1String key)
{
    return members.value(key).toBool();
}

QStringList strings(const QJsonValue &value)
{
    QJsonArray items = value.toArray();
    if (value.isObject()) {
        const Node node = unwrap(value);
        if (node.tag == QLatin1String("String"))
            return { string(node.members, QLatin1String("sval")) };
        const bool isType = node.tag == QLatin1String("TypeName");
        const bool isRoutine = node.tag == QLatin1String("ObjectWithArgs");
        items = node.members
                    .value(isType      ? QLatin1String("names")
                           : isRoutine ? QLatin1String("objname")
                                       : QLatin1String("items"))
                    .toArray();
    }
    QStringList result;
    for (const QJsonValue &item : std::as_const(items)) {
        const Node node = unwrap(item);
        if (node.tag == QLatin1String("String"))
            result.append(string(node.members, QLatin1String("sval")));
        else if (node.tag == QLatin1String("TypeName"))
            result.append(strings(item)); // DOMAIN CONSTRAINT c ON d
    }
    return result;
}

QStringList elementNames(const QJsonArray &elements)
{
    QStringList result;
    for (const QJsonValue &element : elements)
        result.append(string(unwrap(element).members, QLatin1String("name")));
    return result;
}

RelationName relation(const QJsonObject &rangeVar)
{
    if (rangeVar.isEmpty())
        return {};
    return { string(rangeVar, QLatin1String("schemaname")), string(rangeVar, QLatin1String("relname")),
             !flag(rangeVar, QLatin1String("inh")) };
}

QVector<RelationName> relations(const QJsonArray &rangeVars)
{
    QVector<RelationName> result;
    for (const QJsonValue &rangeVar : rangeVars)
        result.append(relation(unwrap(rangeVar).members));
    return result;
}

namespace {

void collectRelations(const QJsonValue &value, QVector<RelationName> *found, QSet<QString> *commonTables)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            collectRelations(item, found, commonTables);
        return;
    }
    const QJsonObject object = value.toObject();
    if (object.contains(QLatin1String("relname"))) {
        const RelationName name = relation(object);
        if (!found->contains(name))
            found->append(name);
        return;
    }
    if (object.contains(QLatin1String("ctename")))
        commonTables->insert(string(object, QLatin1String("ctename")));
    for (const QJsonValue &member : object)
        collectRelations(member, found, commonTables);
}

} // namespace

QVector<RelationName> relationsBelow(const QJsonValue &value)
{
    QVector<RelationName> found;
    QSet<QString> commonTables;
    collectRelations(value, &found, &commonTables);
    found.removeIf(
        [&](const RelationName &name) { return name.schema.isEmpty() && commonTables.contains(name.name); });
    return found;
}

QVector<RelationName> sequencesBelow(const QJsonValue &value)
{
    QVector<RelationName> result;
    for (const QJsonValue &item : value.toArray())
        result += sequencesBelow(item);
    const QJsonObject members = value.toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        static const QStringList users = { QStringLiteral("nextval"), QStringLiteral("setval"),
                                           QStringLiteral("currval") };
        const QJsonObject call = it.key() == QLatin1String("FuncCall") ? it->toObject() : QJsonObject();
        if (const QStringList called = strings(call.value(QLatin1String("funcname")));
            !called.isEmpty() && users.contains(called.last())) {
            Node argument = unwrap(call.value(QLatin1String("args")).toArray().at(0));
            if (argument.tag == QLatin1String("TypeCast"))
                argument = unwrap(argument.members.value(QLatin1String("arg")));
            const QString name =
                string(argument.members.value(QLatin1String("sval")).toObject(), QLatin1String("sval"));
            if (!name.isEmpty())
                result.append(relationOf(QString(name).remove(QLatin1Char('"')).split(QLatin1Char('.'))));
        }
        result += sequencesBelow(*it);
    }
    return result;
}

QString constantText(const QJsonValue &value)
{
    const QJsonObject constant = unwrap(value).members;
    const QJsonValue number = constant.value(QLatin1String("ival"));
    if (number.isObject())
        return QString::number(number.toObject().value(QLatin1String("ival")).toInt());
    const QJsonValue fraction = constant.value(QLatin1String("fval"));
    if (fraction.isObject())
        return string(fraction.toObject(), QLatin1String("fval"));
    return string(constant.value(QLatin1String("sval")).toObject(), QLatin1String("sval"));
}

RelationName relationOf(const QStringList &parts)
{
    if (parts.isEmpty())
        return {};
    return { parts.size() > 1 ? parts.at(parts.size() - 2) : QString(), parts.last() };
}

namespace {

/// Short and internal names of built-in types to what format_type() prints.
const QHash<QString, QString> &formattedTypes()
{
    static const QHash<QString, QString> names = {
        { QStringLiteral("int2"), QStringLiteral("smallint") },
        { QStringLiteral("int4"), QStringLiteral("integer") },
        { QStringLiteral("int8"), QStringLiteral("bigint") },
        { QStringLiteral("float4"), QStringLiteral("real") },
        { QStringLiteral("float8"), QStringLiteral("double precision") },
        { QStringLiteral("bool"), QStringLiteral("boolean") },
        { QStringLiteral("varchar"), QStringLiteral("character varying") },
        { QStringLiteral("bpchar"), QStringLiteral("character") },
        { QStringLiteral("varbit"), QStringLiteral("bit varying") },
        { QStringLiteral("timestamp"), QStringLiteral("timestamp without time zone") },
        { QStringLiteral("timestamptz"), QStringLiteral("timestamp with time zone") },
        { QStringLiteral("time"), QStringLiteral("time without time zone") },
        { QStringLiteral("timetz"), QStringLiteral("time with time zone") },
        { QStringLiteral("serial"), QStringLiteral("integer") },
        { QStringLiteral("serial4"), QStringLiteral("integer") },
        { QStringLiteral("bigserial"), QStringLiteral("bigint") },
        { QStringLiteral("serial8"), QStringLiteral("bigint") },
        { QStringLiteral("smallserial"), QStringLiteral("smallint") },
        { QStringLiteral("serial2"), QStringLiteral("smallint") },
    };
    return names;
}

QStringList typeModifiers(const QJsonArray &typmods)
{
    QStringList result;
    for (const QJsonValue &typmod : typmods) {
        const QJsonObject constant = unwrap(typmod).members;
        if (constant.contains(QLatin1String("ival")))
            result.append(QString::number(
                constant.value(QLatin1String("ival")).toObject().value(QLatin1String("ival")).toInt()));
    }
    return result;
}

/// The fields of an interval type as format_type() prints them; the mask is one of utils/timestamp.h.
QString intervalFields(int mask)
{
    static const QVector<QPair<int, QString>> fields = {
        { 2, QStringLiteral("year") },  { 1, QStringLiteral("month") },   { 3, QStringLiteral("day") },
        { 10, QStringLiteral("hour") }, { 11, QStringLiteral("minute") }, { 12, QStringLiteral("second") },
    };
    constexpr int allFields = 0x7fff;
    QStringList named;
    for (const auto &[bit, field] : fields) {
        if (mask != allFields && (mask & (1 << bit)) != 0)
            named.append(field);
    }
    if (named.size() > 1)
        return QStringLiteral(" %1 to %2").arg(named.first(), named.last());
    return named.isEmpty() ? QString() : QLatin1Char(' ') + named.first();
}

} // namespace

TypeName type(const QJsonObject &typeName)
{
    QStringList parts = strings(typeName.value(QLatin1String("names")));
    if (parts.isEmpty())
        return {};
    TypeName result;
    const bool isBuiltIn = parts.size() == 1 || parts.first() == QLatin1String("pg_catalog");
    const QString last = parts.last();
    result.isSerial = parts.size() == 1 && last.contains(QLatin1String("serial"));
    result.text = isBuiltIn ? formattedTypes().value(last, last) : parts.join(QLatin1Char('.'));
    QStringList modifiers = typeModifiers(typeName.value(QLatin1String("typmods")).toArray());
    if (isBuiltIn && last == QLatin1String("interval") && !modifiers.isEmpty())
        result.text += intervalFields(modifiers.takeFirst().toInt());
    // char is char(1); bpchar alone has no length.
    if (isBuiltIn && last == QLatin1String("bpchar") && modifiers.isEmpty())
        result.text = last;
    if (!modifiers.isEmpty()) {
        const QString list = QLatin1Char('(') + modifiers.join(QLatin1Char(',')) + QLatin1Char(')');
        const qsizetype zone = result.text.indexOf(QLatin1String(" with"));
        result.text.insert(zone < 0 ? result.text.size() : zone, list);
    }
    for (qsizetype i = 0; i < typeName.value(QLatin1String("arrayBounds")).toArray().size(); ++i)
        result.text += QLatin1String("[]");
    return result;
}

ObjectKind objectKind(const QString &tag)
{
    static const QHash<QString, ObjectKind> kinds = {
        { QStringLiteral("TABLE"), ObjectKind::Table },
        { QStringLiteral("INDEX"), ObjectKind::Index },
        { QStringLiteral("VIEW"), ObjectKind::View },
        { QStringLiteral("MATVIEW"), ObjectKind::MaterializedView },
        { QStringLiteral("SEQUENCE"), ObjectKind::Sequence },
        { QStringLiteral("FOREIGN_TABLE"), ObjectKind::ForeignTable },
        { QStringLiteral("TYPE"), ObjectKind::Type },
        { QStringLiteral("DOMAIN"), ObjectKind::Domain },
        { QStringLiteral("FUNCTION"), ObjectKind::Function },
        { QStringLiteral("PROCEDURE"), ObjectKind::Function },
        { QStringLiteral("ROUTINE"), ObjectKind::Function },
        { QStringLiteral("AGGREGATE"), ObjectKind::Function },
        { QStringLiteral("SCHEMA"), ObjectKind::Schema },
        { QStringLiteral("EXTENSION"), ObjectKind::Extension },
        { QStringLiteral("TRIGGER"), ObjectKind::Trigger },
        { QStringLiteral("RULE"), ObjectKind::Rule },
        { QStringLiteral("POLICY"), ObjectKind::Policy },
        { QStringLiteral("TABCONSTRAINT"), ObjectKind::Constraint },
        { QStringLiteral("DOMCONSTRAINT"), ObjectKind::DomainConstraint },
        { QStringLiteral("COLUMN"), ObjectKind::Column },
        { QStringLiteral("ATTRIBUTE"), ObjectKind::Attribute },
        { QStringLiteral("COLLATION"), ObjectKind::Collation },
        { QStringLiteral("STATISTIC_EXT"), ObjectKind::Statistics },
        { QStringLiteral("PUBLICATION"), ObjectKind::Publication },
        { QStringLiteral("SUBSCRIPTION"), ObjectKind::Subscription },
        { QStringLiteral("ROLE"), ObjectKind::Role },
        { QStringLiteral("DATABASE"), ObjectKind::Database },
        { QStringLiteral("EVENT_TRIGGER"), ObjectKind::EventTrigger },
    };
    return kinds.value(tag.mid(int(qstrlen("OBJECT_"))), ObjectKind::Other);
}

} // namespace lockstep::sql::ast
