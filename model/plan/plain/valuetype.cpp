#include "valuetype.h"

#include <model/plan/dottedname.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

constexpr int kNoLimit = std::numeric_limits<int>::max();
constexpr int kMostDomains = 32; ///< Over each other.

Family familyNamed(const QString &name)
{
    static const QHash<QString, Family> families{
        { QStringLiteral("smallint"), Family::Integer },
        { QStringLiteral("integer"), Family::Integer },
        { QStringLiteral("bigint"), Family::Integer },
        { QStringLiteral("numeric"), Family::Numeric },
        { QStringLiteral("real"), Family::Float },
        { QStringLiteral("double precision"), Family::Float },
        { QStringLiteral("money"), Family::Money },
        { QStringLiteral("boolean"), Family::Boolean },
        { QStringLiteral("oid"), Family::Oid },
        { QStringLiteral("text"), Family::Text },
        { QStringLiteral("character varying"), Family::Text },
        { QStringLiteral("character"), Family::Text },
        { QStringLiteral("bpchar"), Family::Text },
        { QStringLiteral("name"), Family::Name },
        { QStringLiteral("\"char\""), Family::Byte },
        { QStringLiteral("bytea"), Family::Bytes },
        { QStringLiteral("bit"), Family::Bits },
        { QStringLiteral("bit varying"), Family::Bits },
        { QStringLiteral("date"), Family::Date },
        { QStringLiteral("time without time zone"), Family::Time },
        { QStringLiteral("time with time zone"), Family::Time },
        { QStringLiteral("timestamp without time zone"), Family::Timestamp },
        { QStringLiteral("timestamp with time zone"), Family::Timestamp },
        { QStringLiteral("json"), Family::Json },
        { QStringLiteral("jsonb"), Family::Jsonb },
        { QStringLiteral("xml"), Family::Xml },
        { QStringLiteral("inet"), Family::Network },
        { QStringLiteral("cidr"), Family::Network },
        { QStringLiteral("macaddr"), Family::MacAddress },
        { QStringLiteral("macaddr8"), Family::MacAddress },
    };
    if (name.startsWith(QLatin1String("interval")))
        return Family::Interval;
    static const QRegularExpression reg(
        QStringLiteral("^reg(?:proc|procedure|oper|operator|class|type|config|dictionary|role|namespace"
                       "|collation|database)$"));
    return reg.match(name).hasMatch() ? Family::Oid : families.value(name, Family::Other);
}

/// A type of the user; "public.citext" and the like behave as text.
ValueType userType(const QString &name, const Catalog &catalog, int depth)
{
    ValueType type;
    type.name = name;
    const QStringList parts = splitDottedName(name);
    if (parts.size() != 2)
        return type;
    if (const auto *domain =
            catalog.attributes<DomainAttributes>(objectId(Kind::Domain, parts[0], parts[1]))) {
        if (depth < kMostDomains) {
            type = domain->type.contains(QLatin1Char('.')) && !domain->type.endsWith(QLatin1String("[]"))
                       ? userType(domain->type, catalog, depth + 1)
                       : valueType(domain->type, catalog);
        }
        type.isDomain = true;
        return type;
    }
    for (const auto &[kind, family] :
         { std::pair(Kind::Enum, Family::Enum), std::pair(Kind::CompositeType, Family::Composite) }) {
        type.fact = catalog.find(objectId(kind, parts[0], parts[1]));
        type.family = family;
        if (type.fact)
            return type;
    }
    type.family = parts[1] == QLatin1String("citext") ? Family::Text : Family::Other;
    return type;
}

} // namespace

ValueType valueType(const QString &text, const Catalog &catalog)
{
    static const QRegularExpression modifier(QStringLiteral("\\s*\\((-?\\d+)(?:,\\s*(-?\\d+))?\\)"));
    QString name = text;
    const bool isArray = name.endsWith(QLatin1String("[]"));
    while (name.endsWith(QLatin1String("[]")))
        name.chop(2);
    ValueType type;
    if (name.contains(QLatin1Char('.'))) {
        type = userType(name, catalog, 0);
    } else {
        const auto match = modifier.match(name);
        for (const int group : { 1, 2 }) {
            if (!match.captured(group).isEmpty())
                type.modifiers.append(match.captured(group).toInt());
        }
        if (match.hasMatch())
            name.remove(match.capturedStart(), match.capturedLength());
        type.name = name;
        type.family = familyNamed(name);
    }
    type.isArray = type.isArray || isArray;
    return type;
}

int wholeDigits(const ValueType &type)
{
    if (type.name == QLatin1String("smallint"))
        return 5;
    if (type.name == QLatin1String("integer"))
        return 10;
    if (type.name == QLatin1String("bigint"))
        return 19;
    if (type.family == Family::Numeric && !type.modifiers.isEmpty())
        return type.limit() - scaleOf(type);
    return kNoLimit;
}

int scaleOf(const ValueType &type)
{
    if (type.family == Family::Integer)
        return 0;
    if (type.family == Family::Numeric && !type.modifiers.isEmpty())
        return type.modifiers.value(1, 0);
    return kNoLimit;
}

int secondDigits(const ValueType &type)
{
    constexpr int microseconds = 6;
    return type.modifiers.isEmpty() ? microseconds : type.limit();
}

int longestText(const ValueType &type)
{
    if (type.isArray)
        return kNoLimit;
    switch (type.family) {
    case Family::Text: return type.limit() > 0 ? type.limit() : kNoLimit;
    case Family::Integer: return wholeDigits(type) + 1;
    case Family::Float: return type.name == QLatin1String("real") ? 15 : 25;
    case Family::Boolean: return 5;
    case Family::Name: return 63;
    case Family::Byte: return 4; // A byte that is no letter is written in octal digits.
    case Family::Bits: return type.limit() > 0 ? type.limit() : kNoLimit;
    case Family::Numeric: // With sign, point and a zero before it; "-Infinity" is as long as it is.
        return type.modifiers.isEmpty() ? kNoLimit : std::max(9, type.limit() + 3);
    case Family::Enum: {
        int longest = 0;
        for (const QString &label : type.fact->as<EnumAttributes>()->labels)
            longest = std::max(longest, int(label.size()));
        return longest;
    }
    default: return type.name == QLatin1String("uuid") ? 36 : kNoLimit;
    }
}

} // namespace lockstep::plan::plain
