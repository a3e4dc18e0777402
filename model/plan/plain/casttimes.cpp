#include "castfamilies.h"

namespace lockstep::plan::plain {

namespace {

QString fractions(int digits)
{
    return digits <= 0 ? QStringLiteral("fractions of a second")
                       : QStringLiteral("fractions of a second beyond %1 digits").arg(digits);
}

QString finerSeconds(const ValueType &from, const ValueType &to)
{
    return secondDigits(to) < secondDigits(from) ? fractions(secondDigits(to)) : QString();
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

} // namespace

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

} // namespace lockstep::plan::plain
