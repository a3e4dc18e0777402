#include "format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace lockstep::items {

namespace {

struct FormatTr
{
    Q_DECLARE_TR_FUNCTIONS(lockstep::items::Format)
};

QString oneDecimal(double value)
{
    const double rounded = std::round(value * 10) / 10;
    const bool isWhole = rounded == std::floor(rounded);
    return QString::number(rounded, 'f', isWhole ? 0 : 1);
}

QString twoDigits(qint64 value)
{
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

} // namespace

QString durationText(double milliseconds)
{
    if (milliseconds < 0 || !std::isfinite(milliseconds))
        return FormatTr::tr("unknown");
    if (milliseconds < 1)
        return milliseconds < 0.05 ? FormatTr::tr("0 ms")
                                   : FormatTr::tr("%1 ms").arg(oneDecimal(milliseconds));
    if (milliseconds < 999.5)
        return FormatTr::tr("%1 ms").arg(std::llround(milliseconds));
    if (milliseconds < 9950)
        return FormatTr::tr("%1 s").arg(oneDecimal(milliseconds / 1000));
    const qint64 seconds = std::llround(milliseconds / 1000);
    if (seconds < 60)
        return FormatTr::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return FormatTr::tr("%1 min %2 s").arg(seconds / 60).arg(twoDigits(seconds % 60));
    const qint64 minutes = std::llround(milliseconds / 60000);
    if (minutes < 24 * 60)
        return FormatTr::tr("%1 h %2 min").arg(minutes / 60).arg(twoDigits(minutes % 60));
    const qint64 hours = std::llround(milliseconds / 3600000);
    return FormatTr::tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

QString rangeText(qint64 lowMs, qint64 highMs)
{
    const QString low = durationText(double(lowMs));
    const QString high = durationText(double(highMs));
    return low == high
               ? low
               : FormatTr::tr("%1 %3 %2", "range from to dash").arg(low, high, QStringLiteral("\u2013"));
}

QString rangeText(const plan::Estimate &estimate)
{
    return rangeText(estimate.lowMs, estimate.highMs);
}

QString numberText(qint64 number)
{
    const bool isNegative = number < 0;
    QString digits = QString::number(isNegative ? -number : number);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, QChar(0x202f));
    return isNegative ? QChar(0x2212) + digits : digits;
}

QString bytesText(double bytes)
{
    if (bytes < 0 || !std::isfinite(bytes))
        return FormatTr::tr("unknown");
    if (bytes < 1024)
        return FormatTr::tr("%1 B").arg(std::llround(bytes));
    static const char *const units[] = { QT_TRANSLATE_NOOP("lockstep::items::Format", "%1 kB"),
                                         QT_TRANSLATE_NOOP("lockstep::items::Format", "%1 MB"),
                                         QT_TRANSLATE_NOOP("lockstep::items::Format", "%1 GB"),
                                         QT_TRANSLATE_NOOP("lockstep::items::Format", "%1 TB") };
    double value = bytes / 1024;
    int unit = 0;
    while (value >= 999.5 && unit < 3) {
        value /= 1024;
        ++unit;
    }
    return FormatTr::tr(units[unit])
        .arg(value < 10 ? oneDecimal(value) : QString::number(std::llround(value)));
}

QString rateText(double rowsPerSecond)
{
    return FormatTr::tr("%1 rows/s")
        .arg(rowsPerSecond < 10 ? oneDecimal(rowsPerSecond) : numberText(std::llround(rowsPerSecond)));
}

QString percentText(double fraction)
{
    return FormatTr::tr("%1 %").arg(std::llround(fraction * 100));
}

QString momentText(const QDateTime &moment)
{
    return moment.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString dateText(const QDateTime &moment)
{
    return moment.toLocalTime().toString(QStringLiteral("yyyy-MM-dd"));
}

QString clockText(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    const QString clock = local.toString(QStringLiteral("HH:mm"));
    return local.date() == QDate::currentDate() ? clock
                                                : QStringLiteral("%1 %2").arg(dateText(moment), clock);
}

} // namespace lockstep::items
