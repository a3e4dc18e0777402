#include "castlosses.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

CastOutcome keepsAll()
{
    return {};
}

CastOutcome mayStop()
{
    return { true, {} };
}

CastOutcome losing(bool mayFail, const QString &part)
{
    return { mayFail, part.isEmpty() ? QStringList() : QStringList(part) };
}

CastOutcome operator+(CastOutcome a, const CastOutcome &b)
{
    a.mayFail = a.mayFail || b.mayFail;
    a.loses += b.loses;
    a.loses.removeDuplicates();
    return a;
}

CastOutcome unknownCast(const ValueType &to)
{
    return losing(true, QStringLiteral("what %1 cannot hold").arg(to.name));
}

QString behindPoint(int digits)
{
    return digits <= 0 ? QStringLiteral("the digits behind the point")
                       : QStringLiteral("digits beyond %1 behind the point").arg(digits);
}

QString fractions(int digits)
{
    return digits <= 0 ? QStringLiteral("fractions of a second")
                       : QStringLiteral("fractions of a second beyond %1 digits").arg(digits);
}

QString finerSeconds(const ValueType &from, const ValueType &to)
{
    return secondDigits(to) < secondDigits(from) ? fractions(secondDigits(to)) : QString();
}

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

CastOutcome toInteger(const ValueType &from, const ValueType &to)
{
    switch (from.family) {
    case Family::Integer: return wholeDigits(from) > wholeDigits(to) ? mayStop() : keepsAll();
    case Family::Numeric: return losing(true, scaleOf(from) > 0 ? behindPoint(0) : QString());
    case Family::Float: return losing(true, behindPoint(0));
    case Family::Boolean: return to.name == QLatin1String("integer") ? keepsAll() : mayStop();
    case Family::Oid: return to.name == QLatin1String("smallint") ? mayStop() : keepsAll();
    default: return unknownCast(to);
    }
}

CastOutcome toNumeric(const ValueType &from, const ValueType &to)
{
    CastOutcome outcome;
    switch (from.family) {
    case Family::Float:
        outcome = losing(true, from.name == QLatin1String("real") ? QStringLiteral("digits beyond the 6th")
                                                                  : QStringLiteral("digits beyond the 15th"));
        break;
    case Family::Money: // How many digits it has behind the point is for lc_monetary to say.
    case Family::Integer:
    case Family::Numeric: break;
    default: return unknownCast(to);
    }
    if (to.modifiers.isEmpty())
        return outcome;
    const bool isWider = wholeDigits(from) > wholeDigits(to);
    const bool isFiner = scaleOf(from) > scaleOf(to);
    return outcome + losing(isWider, isFiner ? behindPoint(scaleOf(to)) : QString());
}

CastOutcome toFloat(const ValueType &from, const ValueType &to)
{
    const bool isReal = to.name == QLatin1String("real");
    const int exactDigits = isReal ? 6 : 15;
    const QString beyond =
        isReal ? QStringLiteral("digits beyond the 6th") : QStringLiteral("digits beyond the 15th");
    switch (from.family) {
    case Family::Integer: return losing(false, wholeDigits(from) > (isReal ? 5 : 10) ? beyond : QString());
    case Family::Float:
        return isReal && from.name != QLatin1String("real") ? losing(true, beyond) : keepsAll();
    case Family::Numeric: {
        const bool isExact = !from.modifiers.isEmpty() && from.limit() <= exactDigits && scaleOf(from) >= 0
                             && scaleOf(from) <= from.limit();
        return isExact ? keepsAll() : losing(true, beyond);
    }
    default: return unknownCast(to);
    }
}

CastOutcome toMoney(const ValueType &from, const ValueType &to)
{
    switch (from.family) {
    case Family::Integer: return mayStop();
    case Family::Numeric:
    case Family::Float:
        return losing(true, QStringLiteral("digits smaller than the currency's smallest unit"));
    default: return unknownCast(to);
    }
}

CastOutcome toBoolean(const ValueType &from, const ValueType &to)
{
    if (from.family != Family::Integer)
        return unknownCast(to);
    return from.name == QLatin1String("integer") ? losing(false, QStringLiteral("numbers other than 0 and 1"))
                                                 : mayStop();
}

CastOutcome toOid(const ValueType &from, const ValueType &to)
{
    switch (from.family) {
    case Family::Integer: return from.name == QLatin1String("bigint") ? mayStop() : keepsAll();
    case Family::Oid: {
        const bool isPlain = from.name == QLatin1String("oid") || to.name == QLatin1String("oid");
        return isPlain ? keepsAll() : unknownCast(to);
    }
    default: return unknownCast(to);
    }
}

CastOutcome toBits(const ValueType &from, const ValueType &to)
{
    if (from.family != Family::Bits)
        return unknownCast(to);
    const bool isFixed = to.name == QLatin1String("bit");
    if (isFixed)
        return from.name == to.name && from.limit() == to.limit() ? keepsAll() : mayStop();
    return to.limit() > 0 && longestText(from) > to.limit() ? mayStop() : keepsAll();
}

/// Dates know neither a time of day nor, as times do, a date.
CastOutcome toMoment(const ValueType &from, const ValueType &to)
{
    const bool isMoment = from.family == Family::Date || from.family == Family::Timestamp;
    if (from.family == Family::Date && to.family == Family::Date)
        return keepsAll();
    if (to.family == Family::Date)
        return isMoment ? losing(false, QStringLiteral("the time of day")) : unknownCast(to);
    if (to.family == Family::Timestamp) {
        if (from.family == Family::Date)
            return mayStop(); // The last dates are beyond the last timestamp.
        if (!isMoment)
            return unknownCast(to);
        CastOutcome outcome = losing(false, finerSeconds(from, to));
        if (from.isZoned() && !to.isZoned())
            outcome = outcome
                      + losing(false, QStringLiteral("which of the two hours it was when the session's time "
                                                     "zone sets clocks back"));
        if (!from.isZoned() && to.isZoned())
            outcome = outcome
                      + losing(false, QStringLiteral("times in the hour that the session's time zone skips "
                                                     "when it sets clocks forward"));
        return outcome;
    }
    return unknownCast(to);
}

CastOutcome toTime(const ValueType &from, const ValueType &to)
{
    const CastOutcome finer = losing(false, finerSeconds(from, to));
    switch (from.family) {
    case Family::Time:
        return finer
               + losing(false, from.isZoned() && !to.isZoned() ? QStringLiteral("the time zone") : QString());
    case Family::Timestamp:
        return finer
               + losing(false, from.isZoned() && !to.isZoned() ? QStringLiteral("date and time zone")
                                                               : QStringLiteral("the date"));
    case Family::Interval:
        return to.isZoned() ? unknownCast(to)
                            : finer + losing(false, QStringLiteral("months, days and whole days of hours"));
    default: return unknownCast(to);
    }
}

/// "interval hour to minute" holds nothing smaller than a minute.
int smallestField(const ValueType &interval)
{
    static const QStringList fields{ QStringLiteral("year"),   QStringLiteral("month"),
                                     QStringLiteral("day"),    QStringLiteral("hour"),
                                     QStringLiteral("minute"), QStringLiteral("second") };
    const qsizetype at = fields.indexOf(interval.name.section(QLatin1Char(' '), -1));
    return at < 0 ? int(fields.size()) - 1 : int(at);
}

CastOutcome toInterval(const ValueType &from, const ValueType &to)
{
    if (from.family != Family::Interval && (from.family != Family::Time || from.isZoned()))
        return unknownCast(to);
    static const QStringList units{ QStringLiteral("a year"), QStringLiteral("a month"),
                                    QStringLiteral("a day"), QStringLiteral("an hour"),
                                    QStringLiteral("a minute") };
    const int kept = smallestField(to);
    const int given = from.family == Family::Time ? int(units.size()) : smallestField(from);
    if (kept < given)
        return losing(false, QStringLiteral("what is smaller than %1").arg(units[kept]));
    return losing(false, finerSeconds(from, to));
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

/// By way of the text, attribute by attribute in their order.
CastOutcome toComposite(const ValueType &from, const ValueType &to, const CompositeTypes &types)
{
    if (from.family != Family::Composite)
        return unknownCast(to);
    const auto &given = from.fact->as<CompositeAttributes>()->fields;
    const auto &wanted = to.fact->as<CompositeAttributes>()->fields;
    CastOutcome outcome;
    if (given.size() != wanted.size())
        return mayStop();
    for (qsizetype i = 0; i < given.size(); ++i) {
        const bool isMoved = given[i].name != wanted[i].name
                             && std::any_of(wanted.begin(), wanted.end(), [&](const CompositeField &field) {
                                    return field.name == given[i].name;
                                });
        if (isMoved)
            outcome = outcome + losing(false, QStringLiteral("which attribute a value belongs to"));
        if (given[i].type == wanted[i].type && !given[i].type.contains(QLatin1Char('.')))
            continue;
        outcome =
            outcome + mayStop()
            + castOutcome(valueType(given[i].type, types.from), valueType(wanted[i].type, types.to), types);
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
