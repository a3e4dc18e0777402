#include "ratestext.h"

#include <widgets/common/format.h>

#include <QCoreApplication>

#include <cmath>

namespace lockstep::widgets {

namespace {

struct RatesText
{
    Q_DECLARE_TR_FUNCTIONS(RatesText)
};

constexpr double rowBytes = 100;
constexpr double pageBytes = 8192;
constexpr int manyMinutes = 120;
constexpr int manyHours = 48;

QString agoText(const QDateTime &then, const QDateTime &now)
{
    const qint64 minutes = qMax(then.secsTo(now), qint64(0)) / 60;
    if (minutes < 1)
        return RatesText::tr("just now");
    if (minutes < manyMinutes)
        return RatesText::tr("%n minute(s) ago", nullptr, int(minutes));
    if (minutes < manyHours * 60)
        return RatesText::tr("%n hour(s) ago", nullptr, int(minutes / 60));
    return RatesText::tr("%n day(s) ago", nullptr, int(minutes / 60 / 24));
}

/// Two digits: more would be a promise.
QString rowsPerSecond(double nanoseconds)
{
    const double rate = 1e9 / nanoseconds;
    const double unit = std::pow(10, std::floor(std::log10(rate)) - 1);
    return numberText(qint64(std::round(rate / unit) * unit));
}

} // namespace

QString ratesLabel(const analysis::Rates &rates, const QDateTime &now)
{
    return rates.origin == analysis::RatesOrigin::Default
               ? RatesText::tr("default rates")
               : RatesText::tr("measured %1").arg(agoText(rates.measuredAt, now));
}

QString ratesSentence(const analysis::Rates &rates, const QDateTime &now)
{
    const QString at = momentText(rates.measuredAt);
    switch (rates.origin) {
    case analysis::RatesOrigin::Default:
        return RatesText::tr("Estimates use the default rates of a common server; nothing was measured.");
    case analysis::RatesOrigin::Calibration:
        return RatesText::tr("Estimates use what a calibration measured on %1, %2 (%3).")
            .arg(rates.server, agoText(rates.measuredAt, now), at);
    case analysis::RatesOrigin::Rehearsal:
        return RatesText::tr("Estimates use what a rehearsal measured on %1, %2 (%3).")
            .arg(rates.server, agoText(rates.measuredAt, now), at);
    }
    Q_UNREACHABLE();
}

QString speedsSentence(const analysis::Rates &rates)
{
    const analysis::UnitCosts &costs = rates.costs;
    return RatesText::tr("Of rows of %1 bytes it reads about %2, indexes %3 by text and fills %4 a second.")
        .arg(QString::number(int(rowBytes)), rowsPerSecond(costs.row + costs.page * rowBytes / pageBytes),
             rowsPerSecond(costs.sortText), rowsPerSecond(costs.updateRow + costs.updateByte * rowBytes));
}

} // namespace lockstep::widgets
