#pragma once

#include <QPair>
#include <QString>
#include <QVector>

/// The arithmetic of the timeline, free of widgets: where a step lies, which time is where, what
/// the ruler says. Positions along the time axis are "units"; the scale decides what a unit is.
namespace lockstep::widgets {

/// Compressed: a step's width grows with the logarithm of its estimate, so that 6 ms and 6 h are
/// both seen. Linear: a unit is a millisecond.
enum class TimeScale { Compressed, Linear };

struct TimelineStep
{
    double lowMs = 0;
    double likelyMs = 0;
    double highMs = 0;
    bool isGate = false;
};

/// One step on the axis. Steps follow each other without overlap: the staircase.
struct TimelinePlace
{
    double from = 0; ///< Units.
    double to = 0;
    double low = 0; ///< Units at which it ends if all goes well, and badly.
    double high = 0;
    double fromMs = 0; ///< Estimate of everything before it.
    double toMs = 0;
};

struct TimelineAxis
{
    TimeScale scale = TimeScale::Compressed;
    QVector<TimelinePlace> places;

    [[nodiscard]] double units() const { return places.isEmpty() ? 0 : places.last().to; }
    /// With the whisker of the last steps, as far as it is worth the room.
    [[nodiscard]] double extent() const;
    [[nodiscard]] double totalMs() const { return places.isEmpty() ? 0 : places.last().toMs; }
};

[[nodiscard]] TimelineAxis makeAxis(const QVector<TimelineStep> &steps, TimeScale scale);
/// How long a step of this duration is on the axis.
[[nodiscard]] double widthInUnits(double milliseconds, TimeScale scale);
/// The position of a cumulative time and back. Outside of the plan they stop at its ends; at a
/// gate, which takes no time of ours, unitsAt() gives its beginning.
[[nodiscard]] double unitsAt(const TimelineAxis &axis, double milliseconds);
[[nodiscard]] double msAt(const TimelineAxis &axis, double units);

/// A stretch of the axis: what is shown.
struct UnitSpan
{
    double from = 0;
    double to = 1;
    [[nodiscard]] double length() const { return to - from; }
    friend bool operator==(const UnitSpan &, const UnitSpan &) = default;
};

[[nodiscard]] double xAt(double units, const UnitSpan &visible, double width);
[[nodiscard]] double unitsAtX(double x, const UnitSpan &visible, double width);
/// Factor above 1 shows less. What is at `anchor` stays where it is unless an end is reached.
[[nodiscard]] UnitSpan zoomed(const UnitSpan &visible, double anchor, double factor, double total,
                              double minimum);
[[nodiscard]] UnitSpan moved(const UnitSpan &visible, double delta, double total);

struct TimelineTick
{
    double x = 0;
    double ms = 0;
    QString label;
};

/// Ticks at least `spacing` pixels apart, sorted. Compressed: at ends of steps, long steps first;
/// where too few are in sight, and on the linear scale: at round times.
[[nodiscard]] QVector<TimelineTick> ticks(const TimelineAxis &axis, const UnitSpan &visible, double width,
                                          double spacing);
/// The next round duration at or above: 1, 2, 5, 10 ... ms, 5, 10, 15, 30 s, min, then hours and days.
[[nodiscard]] double roundDuration(double milliseconds);

/// First and last row in sight (last -1: none), and the row at a y; -1 beside the rows.
[[nodiscard]] QPair<int, int> visibleRows(int scroll, int height, int rowHeight, int rows);
[[nodiscard]] int rowAt(int y, int scroll, int rowHeight, int rows);

/// Which dependencies are drawn, as (before, after) rows: those that follow from another one of
/// the same step are left out. Rows outside and forward references are ignored.
[[nodiscard]] QVector<QPair<int, int>> arrows(const QVector<QVector<int>> &dependsOn);

} // namespace lockstep::widgets
