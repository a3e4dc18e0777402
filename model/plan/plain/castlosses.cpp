#include "castlosses.h"

#include "castfamilies.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// Blanks at the end are nothing to char(n), and varchar(n) takes them off where they are too many.
bool mayEndInBlanks(const ValueType &type)
{
    switch (type.family) {
    case Family::Text: return !type.isPadded();
    case Family::Name:
    case Family::Json:
    case Family::Xml:
    case Family::Enum:
    case Family::Byte: return true;
    case Family::Other: return type.name.contains(QLatin1Char('.')); // Who knows.
    default: return false;
    }
}

CastOutcome toText(const ValueType &from, const ValueType &to)
{
    const bool fits = to.limit() == 0 || longestText(from) <= to.limit();
    const bool losesBlanks = mayEndInBlanks(from) && (to.isPadded() || !fits);
    return losing(!fits, losesBlanks ? QStringLiteral("blanks at the end") : QString());
}

CastOutcome toName(const ValueType &from)
{
    constexpr int mostBytes = 63;
    constexpr int bytesEach = 4;
    const bool isAscii = from.family != Family::Text && from.family != Family::Enum;
    const bool fits =
        from.family == Family::Name || longestText(from) <= mostBytes / (isAscii ? 1 : bytesEach);
    return losing(false, fits ? QString() : QStringLiteral("what follows the 63rd byte"));
}

/// The type without its modifiers, as texts are read before they are fitted in.
ValueType unlimited(ValueType type)
{
    type.modifiers.clear();
    return type;
}

CastOutcome fromText(const ValueType &to)
{
    const QString spelling =
        QStringLiteral("how the text was written (blanks, leading zeros, other spellings)");
    switch (to.family) {
    case Family::Json:
    case Family::Xml:
    case Family::Enum: return mayStop();
    case Family::Jsonb: return losing(true, QStringLiteral("white space, and order and repetition of keys"));
    case Family::Bytes:
        return losing(true,
                      QStringLiteral("the text as such (its bytes stay, and read back in hexadecimal)"));
    case Family::Date: return losing(true, spelling) + losing(true, QStringLiteral("the time of day"));
    case Family::Time: return losing(true, spelling) + losing(true, QStringLiteral("date and time zone"));
    case Family::Timestamp: return losing(true, spelling) + losing(true, QStringLiteral("the time zone"));
    default: return losing(true, spelling);
    }
}

CastOutcome toEnum(const ValueType &from, const ValueType &to)
{
    if (from.family != Family::Enum)
        return mayStop(); // Whatever it is, its text has to be a label.
    const QStringList &labels = to.fact->as<EnumAttributes>()->labels;
    const QStringList &given = from.fact->as<EnumAttributes>()->labels;
    const bool hasAll =
        std::all_of(given.begin(), given.end(), [&](const QString &label) { return labels.contains(label); });
    return hasAll ? keepsAll() : mayStop();
}

int placeOf(const QVector<CompositeField> &fields, const QString &name)
{
    const auto at = std::find_if(fields.begin(), fields.end(),
                                 [&](const CompositeField &field) { return field.name == name; });
    return at == fields.end() ? -1 : int(at - fields.begin());
}

CastOutcome attributeOutcome(const CompositeField &from, const CompositeField &to,
                             const CompositeTypes &types)
{
    if (from.type == to.type && !from.type.contains(QLatin1Char('.')))
        return keepsAll();
    return mayStop()
           + castOutcome(valueType(from.type, types.from), valueType(to.type, types.to),
                         { types.from, types.to, true });
}

/// A text has no names, so that values go to the attributes in their order.
CastOutcome toCompositeByText(const QVector<CompositeField> &given, const QVector<CompositeField> &wanted,
                              const CompositeTypes &types)
{
    if (given.size() != wanted.size())
        return mayStop();
    CastOutcome outcome;
    for (qsizetype i = 0; i < given.size(); ++i) {
        const int place = placeOf(wanted, given[i].name);
        if (place >= 0 && place != int(i))
            outcome = outcome + losing(false, QStringLiteral("which attribute a value belongs to"));
        outcome = outcome + attributeOutcome(given[i], wanted[i], types);
    }
    return outcome;
}

CastOutcome toComposite(const ValueType &from, const ValueType &to, const CompositeTypes &types)
{
    if (from.family != Family::Composite)
        return unknownCast(to);
    const auto &given = from.fact->as<CompositeAttributes>()->fields;
    const auto &wanted = to.fact->as<CompositeAttributes>()->fields;
    if (types.isInside || from.isArray || from.isDomain || to.isDomain || from.name != to.name)
        return toCompositeByText(given, wanted, types);
    CastOutcome outcome;
    for (const CompositeField &field : given) {
        const int place = placeOf(wanted, field.name);
        outcome = outcome
                  + (place < 0 ? losing(false, QStringLiteral("attribute ") + quoteIdent(field.name))
                               : attributeOutcome(field, wanted[place], types));
    }
    return outcome;
}

CastOutcome baseOutcome(const ValueType &from, const ValueType &to, const CompositeTypes &types)
{
    if (to.family == Family::Text)
        return toText(from, to);
    if (to.family == Family::Name)
        return toName(from);
    if (to.family == Family::Byte)
        return from.family == Family::Byte ? keepsAll()
                                           : losing(false, QStringLiteral("all but the first byte"));
    if (from.family == Family::Text || from.family == Family::Name || from.family == Family::Byte) {
        const CastOutcome read = fromText(to);
        return to.modifiers.isEmpty() ? read : read + baseOutcome(unlimited(to), to, types);
    }
    switch (to.family) {
    case Family::Integer: return toInteger(from, to);
    case Family::Numeric: return toNumeric(from, to);
    case Family::Float: return toFloat(from, to);
    case Family::Money: return toMoney(from, to);
    case Family::Boolean: return toBoolean(from, to);
    case Family::Oid: return toOid(from, to);
    case Family::Bits: return toBits(from, to);
    case Family::Date:
    case Family::Timestamp: return toMoment(from, to);
    case Family::Time: return toTime(from, to);
    case Family::Interval: return toInterval(from, to);
    case Family::Json: return from.family == Family::Jsonb ? keepsAll() : unknownCast(to);
    case Family::Jsonb: return from.family == Family::Json ? fromText(to) : unknownCast(to);
    case Family::Network:
    case Family::MacAddress: {
        const bool isWider = to.name == QLatin1String("inet") || to.name == QLatin1String("macaddr8");
        return from.family != to.family ? unknownCast(to) : isWider ? keepsAll() : mayStop();
    }
    case Family::Enum: return toEnum(from, to);
    case Family::Composite: return toComposite(from, to, types);
    default: return unknownCast(to);
    }
}

} // namespace

CastOutcome castOutcome(const ValueType &from, const ValueType &to, const CompositeTypes &types)
{
    CastOutcome outcome;
    const bool isSame = from.name == to.name && from.modifiers == to.modifiers && !from.fact && !to.fact;
    if (from.isArray != to.isArray)
        outcome = to.family == Family::Text && !to.isArray ? toText(from, to) : unknownCast(to);
    else if (!isSame)
        outcome = baseOutcome(from, to, types);
    outcome.mayFail = outcome.mayFail || to.isDomain;
    return outcome;
}

} // namespace lockstep::plan::plain
