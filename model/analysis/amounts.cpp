#include "amounts.h"

#include "sizes.h"

#include <array>
#include <cmath>

namespace lockstep::analysis {

namespace {

/// Two digits that count: "1.5", "12".
QString shortNumber(double number)
{
    return number < 9.95 ? QString::number(std::round(number * 10) / 10)
                         : grouped(qint64(std::round(number)));
}

} // namespace

QString timeWords(double milliseconds)
{
    if (milliseconds > 0 && milliseconds < 0.95)
        return QStringLiteral("less than 1 ms");
    if (milliseconds < 999.5)
        return QStringLiteral("%1 ms").arg(qint64(std::round(milliseconds)));
    const double seconds = milliseconds / 1000;
    if (seconds < 90)
        return shortNumber(seconds) + QStringLiteral(" s");
    const auto minutes = qint64(std::round(seconds / 60));
    if (minutes < 120)
        return shortNumber(seconds / 60) + QStringLiteral(" min");
    if (minutes < 48 * 60)
        return QStringLiteral("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("%1 d %2 h").arg(minutes / 1440).arg(minutes / 60 % 24);
}

QString countWords(double number)
{
    if (number >= 10000) {
        const double step = std::pow(10, std::floor(std::log10(number)) - 1);
        return grouped(qint64(std::round(number / step) * step));
    }
    if (number > 0 && number < 0.05)
        return QStringLiteral("less than 0.1");
    return shortNumber(number);
}

QString byteWords(double bytes)
{
    static constexpr std::array units{ "bytes", "kB", "MB", "GB", "TB" };
    size_t unit = 0;
    while (bytes >= 1000 && unit + 1 < units.size()) {
        bytes /= 1024;
        ++unit;
    }
    return QStringLiteral("%1 %2").arg(shortNumber(bytes), QLatin1String(units[unit]));
}

} // namespace lockstep::analysis
