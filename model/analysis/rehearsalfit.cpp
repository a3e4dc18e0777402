#include "rehearsalfit.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lockstep::analysis {

namespace {

/// Below this the clock and the journal are most of what is measured.
constexpr double enoughMs = 30;

using Member = double UnitCosts::*;

/// Costs that make up most of what steps with an effect take.
const QVector<Member> &membersOf(plan::Effect effect)
{
    static const QVector<Member> scan{
        &UnitCosts::page,         &UnitCosts::diskPage,  &UnitCosts::row,
        &UnitCosts::check,        &UnitCosts::joinRow,   &UnitCosts::joinKey,
        &UnitCosts::joinDoubling, &UnitCosts::joinSpill, &UnitCosts::queryRow
    };
    static const QVector<Member> build{
        &UnitCosts::sortNumber,   &UnitCosts::sortOrdered, &UnitCosts::sortShort, &UnitCosts::sortText,
        &UnitCosts::sortRepeated, &UnitCosts::sortMore,    &UnitCosts::hashRow,   &UnitCosts::ginByte,
        &UnitCosts::gistRow,      &UnitCosts::brinRow,     &UnitCosts::secondPass
    };
    static const QVector<Member> rewrite{ &UnitCosts::writeRow,    &UnitCosts::writeByte,
                                          &UnitCosts::fetchRow,    &UnitCosts::clusterRow,
                                          &UnitCosts::clusterByte, &UnitCosts::convert,
                                          &UnitCosts::uuid };
    static const QVector<Member> batched{ &UnitCosts::updateRow,     &UnitCosts::updateByte,
                                          &UnitCosts::updateIndex,   &UnitCosts::updateText,
                                          &UnitCosts::updateOrdered, &UnitCosts::copyRow,
                                          &UnitCosts::copyByte,      &UnitCosts::insertIndex };
    static const QVector<Member> none;
    switch (effect) {
    case plan::Effect::Scan: return scan;
    case plan::Effect::IndexBuild: return build;
    case plan::Effect::Rewrite: return rewrite;
    case plan::Effect::Batched: return batched;
    case plan::Effect::Instant:
    case plan::Effect::Wait: return none;
    }
    Q_UNREACHABLE();
}

double medianOf(QVector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto half = values.size() / 2;
    // Ratios: the middle of two is their geometric mean.
    return values.size() % 2 == 1 ? values[half] : std::sqrt(values[half - 1] * values[half]);
}

} // namespace

FittedRates fitToRehearsal(const Rates &given, const QVector<StepTiming> &timings, const QString &server,
                           const QDateTime &at)
{
    std::map<plan::Effect, QVector<double>> ratios;
    QVector<double> all;
    for (const StepTiming &timing : timings) {
        if (membersOf(timing.effect).isEmpty() || timing.measuredMs < enoughMs || timing.expectedMs <= 0)
            continue;
        all.append(timing.measuredMs / timing.expectedMs);
        ratios[timing.effect].append(all.last());
    }
    if (all.isEmpty())
        return {};
    auto fitted = std::make_shared<Rates>(given);
    fitted->origin = RatesOrigin::Rehearsal;
    fitted->server = server;
    fitted->measuredAt = at;
    double spread = 1;
    for (const plan::Effect effect :
         { plan::Effect::Scan, plan::Effect::IndexBuild, plan::Effect::Rewrite, plan::Effect::Batched }) {
        const auto own = ratios.find(effect);
        const double factor = medianOf(own == ratios.end() ? all : own->second);
        for (const Member member : membersOf(effect))
            fitted->costs.*member *= factor;
        if (own != ratios.end()) {
            for (const double ratio : own->second)
                spread = std::max(spread, std::max(ratio / factor, factor / ratio));
        }
    }
    constexpr double mostNoise = 4;
    fitted->noise = std::clamp(std::max(given.noise, spread), 1.0, mostNoise);
    return { fitted, int(all.size()) };
}

} // namespace lockstep::analysis
