#include "timelinegeometry.h"

#include <model/items/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace lockstep::widgets {

namespace {

/// Even a step that takes no time needs room for its pattern; a gate for its diamond.
constexpr double leastUnits = 0.35;
constexpr double gateUnits = 1.6;
/// A plan that may take ten times as long is still shown at its likely length.
constexpr double mostExtent = 1.12;

/// Round times are said shortly: "5 min", not "5 min 00 s".
QString tickText(double ms)
{
    constexpr double minute = 60000;
    const QString text = items::durationText(ms);
    if (ms <= 0)
        return QStringLiteral("0");
    if (ms < minute || std::fmod(ms, minute) != 0 || !text.contains(QLatin1String(" 0")))
        return text;
    return text.section(QLatin1Char(' '), 0, 1);
}

struct TickCandidate
{
    double units;
    double ms;
    double weight;
};

QVector<TimelineTick> roundTicks(const TimelineAxis &axis, const UnitSpan &visible, double width,
                                 double spacing)
{
    QVector<TimelineTick> result;
    const double fromMs = msAt(axis, visible.from);
    const double toMs = msAt(axis, visible.to);
    if (toMs <= fromMs || width <= 0)
        return result;
    const double step = roundDuration((toMs - fromMs) * spacing / width);
    for (double ms = std::ceil(fromMs / step) * step; ms <= toMs; ms += step) {
        const double x = xAt(unitsAt(axis, ms), visible, width);
        // On the compressed scale round times may crowd inside of short steps.
        if (result.isEmpty() || x - result.last().x >= spacing)
            result.append({ x, ms, tickText(ms) });
    }
    return result;
}

QVector<TickCandidate> boundaryCandidates(const TimelineAxis &axis, const UnitSpan &visible)
{
    QVector<TickCandidate> candidates;
    const auto first =
        std::lower_bound(axis.places.begin(), axis.places.end(), visible.from,
                         [](const TimelinePlace &place, double units) { return place.to < units; });
    for (auto place = first; place != axis.places.end() && place->from <= visible.to; ++place) {
        const double before = place == axis.places.begin() ? 0 : (place - 1)->toMs - (place - 1)->fromMs;
        const double weight = std::max(before, place->toMs - place->fromMs);
        if (place->from >= visible.from)
            candidates.append({ place->from, place->fromMs, weight });
    }
    if (!axis.places.isEmpty() && axis.units() <= visible.to)
        candidates.append({ axis.units(), axis.totalMs(), 0 });
    return candidates;
}

} // namespace

double widthInUnits(double milliseconds, TimeScale scale)
{
    const double ms = std::max(0.0, milliseconds);
    switch (scale) {
    case TimeScale::Compressed: return leastUnits + std::log10(1 + ms);
    case TimeScale::Linear: return ms;
    }
    return ms;
}

TimelineAxis makeAxis(const QVector<TimelineStep> &steps, TimeScale scale)
{
    TimelineAxis axis;
    axis.scale = scale;
    axis.places.reserve(steps.size());
    double at = 0;
    double ms = 0;
    for (const TimelineStep &step : steps) {
        TimelinePlace place;
        place.from = at;
        place.fromMs = ms;
        if (step.isGate) {
            place.to = at + (scale == TimeScale::Compressed ? gateUnits : 0);
            place.toMs = ms;
            place.low = place.high = place.to;
        } else {
            const double likely = std::max(0.0, step.likelyMs);
            place.to = at + widthInUnits(likely, scale);
            place.toMs = ms + likely;
            place.low = at + widthInUnits(std::min(step.lowMs, likely), scale);
            place.high = at + widthInUnits(std::max(step.highMs, likely), scale);
        }
        at = place.to;
        ms = place.toMs;
        axis.places.append(place);
    }
    return axis;
}

double TimelineAxis::extent() const
{
    double longest = units();
    for (const TimelinePlace &place : places)
        longest = std::max(longest, place.high);
    return std::min(longest, units() * mostExtent);
}

double unitsAt(const TimelineAxis &axis, double milliseconds)
{
    const auto place = std::lower_bound(axis.places.begin(), axis.places.end(), milliseconds,
                                        [](const TimelinePlace &each, double ms) { return each.toMs < ms; });
    if (place == axis.places.end())
        return axis.units();
    const double length = place->toMs - place->fromMs;
    if (length <= 0)
        return place->from;
    return place->from + std::max(0.0, milliseconds - place->fromMs) / length * (place->to - place->from);
}

double msAt(const TimelineAxis &axis, double units)
{
    const auto place = std::lower_bound(axis.places.begin(), axis.places.end(), units,
                                        [](const TimelinePlace &each, double at) { return each.to < at; });
    if (place == axis.places.end())
        return axis.totalMs();
    const double length = place->to - place->from;
    if (length <= 0)
        return place->fromMs;
    return place->fromMs + std::max(0.0, units - place->from) / length * (place->toMs - place->fromMs);
}

double xAt(double units, const UnitSpan &visible, double width)
{
    return visible.length() > 0 ? (units - visible.from) / visible.length() * width : 0;
}

double unitsAtX(double x, const UnitSpan &visible, double width)
{
    return width > 0 ? visible.from + x / width * visible.length() : visible.from;
}

UnitSpan zoomed(const UnitSpan &visible, double anchor, double factor, double total, double minimum)
{
    if (factor <= 0 || total <= 0)
        return visible;
    const double length = std::clamp(visible.length() / factor, std::min(minimum, total), total);
    const double share = visible.length() > 0 ? (anchor - visible.from) / visible.length() : 0.5;
    return moved({ anchor - share * length, anchor + (1 - share) * length }, 0, total);
}

UnitSpan moved(const UnitSpan &visible, double delta, double total)
{
    const double length = std::min(visible.length(), total);
    const double from = std::clamp(visible.from + delta, 0.0, total - length);
    return { from, from + length };
}

double roundDuration(double milliseconds)
{
    constexpr double second = 1000;
    constexpr double minute = 60 * second;
    constexpr double hour = 60 * minute;
    constexpr std::array steps{ 5 * second, 10 * second, 15 * second, 30 * second, minute, 2 * minute,
                                5 * minute, 10 * minute, 15 * minute, 30 * minute, hour,   2 * hour,
                                3 * hour,   6 * hour,    12 * hour,   24 * hour };
    if (milliseconds <= 2 * second) {
        const double power = std::pow(10, std::floor(std::log10(std::max(milliseconds, 0.01))));
        for (const double factor : { 1.0, 2.0, 5.0, 10.0 }) {
            if (factor * power >= milliseconds * (1 - 1e-9))
                return factor * power;
        }
    }
    const auto step = std::lower_bound(steps.begin(), steps.end(), milliseconds);
    return step != steps.end() ? *step : std::ceil(milliseconds / (24 * hour)) * 24 * hour;
}

QVector<TimelineTick> ticks(const TimelineAxis &axis, const UnitSpan &visible, double width, double spacing)
{
    if (axis.places.isEmpty() || width <= 0)
        return {};
    if (axis.scale == TimeScale::Linear)
        return roundTicks(axis, visible, width, spacing);
    QVector<TickCandidate> candidates = boundaryCandidates(axis, visible);
    if (candidates.size() < 3)
        return roundTicks(axis, visible, width, spacing);
    // The ends of the plan first, then the ends of its longest steps.
    const double last = axis.units();
    const auto rank = [last](const TickCandidate &each) {
        return each.units <= 0 || each.units >= last ? HUGE_VAL : each.weight;
    };
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&](const TickCandidate &a, const TickCandidate &b) { return rank(a) > rank(b); });
    QVector<TimelineTick> result;
    const auto room = qsizetype(width / spacing) + 1;
    for (const TickCandidate &candidate : candidates) {
        const double x = xAt(candidate.units, visible, width);
        // Most fail here; only the others are worth their label.
        if (std::any_of(result.begin(), result.end(),
                        [&](const TimelineTick &other) { return std::abs(other.x - x) < spacing; }))
            continue;
        const QString label = tickText(candidate.ms);
        if (std::none_of(result.begin(), result.end(),
                         [&](const TimelineTick &other) { return other.label == label; }))
            result.append({ x, candidate.ms, label });
        if (result.size() >= room)
            break;
    }
    std::sort(result.begin(), result.end(),
              [](const TimelineTick &a, const TimelineTick &b) { return a.x < b.x; });
    return result;
}

QPair<int, int> visibleRows(int scroll, int height, int rowHeight, int rows)
{
    if (rows <= 0 || rowHeight <= 0 || height <= 0)
        return { 0, -1 };
    return { std::clamp(scroll / rowHeight, 0, rows - 1),
             std::clamp((scroll + height - 1) / rowHeight, 0, rows - 1) };
}

int rowAt(int y, int scroll, int rowHeight, int rows)
{
    const int at = y + scroll;
    if (at < 0 || rowHeight <= 0)
        return -1;
    const int row = at / rowHeight;
    return row < rows ? row : -1;
}

QVector<QPair<int, int>> arrows(const QVector<QVector<int>> &dependsOn)
{
    QVector<QPair<int, int>> result;
    for (int row = 0; row < dependsOn.size(); ++row) {
        const QVector<int> &needs = dependsOn.at(row);
        for (const int need : needs) {
            if (need < 0 || need >= row)
                continue;
            const bool follows = std::any_of(needs.begin(), needs.end(), [&](int other) {
                return other > need && other < row && dependsOn.at(other).contains(need);
            });
            if (!follows)
                result.append({ need, row });
        }
    }
    return result;
}

} // namespace lockstep::widgets
