#pragma once

#include "castlosses.h"

/// Parts of castOutcome(): one function a family that values go to, from wherever they come.
namespace lockstep::plan::plain {

inline CastOutcome keepsAll()
{
    return {};
}

inline CastOutcome mayStop()
{
    return { true, {} };
}

inline CastOutcome losing(bool mayFail, const QString &part)
{
    return { mayFail, part.isEmpty() ? QStringList() : QStringList(part) };
}

inline CastOutcome operator+(CastOutcome a, const CastOutcome &b)
{
    a.mayFail = a.mayFail || b.mayFail;
    a.loses += b.loses;
    a.loses.removeDuplicates();
    return a;
}

inline CastOutcome unknownCast(const ValueType &to)
{
    return losing(true, QStringLiteral("what %1 cannot hold").arg(to.name));
}

[[nodiscard]] CastOutcome toInteger(const ValueType &from, const ValueType &to);
[[nodiscard]] CastOutcome toNumeric(const ValueType &from, const ValueType &to);
[[nodiscard]] CastOutcome toFloat(const ValueType &from, const ValueType &to);
[[nodiscard]] CastOutcome toMoney(const ValueType &from, const ValueType &to);
[[nodiscard]] CastOutcome toBoolean(const ValueType &from, const ValueType &to);
[[nodiscard]] CastOutcome toOid(const ValueType &from, const ValueType &to);
[[nodiscard]] CastOutcome toBits(const ValueType &from, const ValueType &to);
/// A date or a timestamp.
[[nodiscard]] CastOutcome toMoment(const ValueType &from, const ValueType &to);
[[nodiscard]] CastOutcome toTime(const ValueType &from, const ValueType &to);
[[nodiscard]] CastOutcome toInterval(const ValueType &from, const ValueType &to);

} // namespace lockstep::plan::plain
