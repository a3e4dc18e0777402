#include "castfamilies.h"

namespace lockstep::plan::plain {

namespace {

QString behindPoint(int digits)
{
    return digits <= 0 ? QStringLiteral("the digits behind the point")
                       : QStringLiteral("digits beyond %1 behind the point").arg(digits);
}

} // namespace

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

} // namespace lockstep::plan::plain
