#include "timelinesvg.h"

#include <model/analysis/amounts.h>

#include <QRectF>

#include <array>
#include <cmath>

namespace lockstep::exporting {

namespace {

constexpr double pictureWidth = 1100;
constexpr double rowHeight = 22;
constexpr double headHeight = 26;
constexpr double legendHeight = 30;
constexpr double barsFrom = 390;
constexpr double barsTo = 820;
constexpr double barHeight = 12;
constexpr qsizetype longestTitle = 56;

/// Even a step that takes no time needs room for its pattern, a gate for its diamond.
constexpr double leastUnits = 0.35;
constexpr double gateUnits = 1.6;

struct BlockLook
{
    const char *color;
    const char *words;
};
constexpr std::array<BlockLook, 4> blockLooks{ {
    { "#3aa66a", "blocks nothing" },
    { "#4a80d8", "blocks other schema changes and vacuum" },
    { "#dc9a1e", "blocks writes" },
    { "#d24c4c", "blocks reads and writes" },
} };

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString svgText(double x, double y, const QString &text, const char *more = "")
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\"%3>%4</text>\n")
        .arg(number(x), number(y), QLatin1String(more), text.toHtmlEscaped());
}

QString svgLine(double x1, double y1, double x2, double y2, const char *stroke)
{
    return QStringLiteral("<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\" stroke=\"%5\"/>\n")
        .arg(number(x1), number(y1), number(x2), number(y2), QLatin1String(stroke));
}

/// Lines at 45 degrees, cut at the rectangle by arithmetic: SVG Tiny has neither patterns nor clips.
QString hatch(const QRectF &rect, bool isRising)
{
    constexpr double every = 6;
    QString lines;
    for (double at = rect.left() - rect.height(); at < rect.right(); at += every) {
        const double from = std::max(at, rect.left());
        const double to = std::min(at + rect.height(), rect.right());
        if (to <= from)
            continue;
        const double y1 = isRising ? rect.bottom() - (from - at) : rect.top() + (from - at);
        const double y2 = isRising ? rect.bottom() - (to - at) : rect.top() + (to - at);
        lines += svgLine(from, y1, to, y2, "#ffffff\" stroke-opacity=\"0.55");
    }
    return lines;
}

QString dots(const QRectF &rect)
{
    constexpr double every = 5;
    QString circles;
    for (double x = rect.left() + 3; x < rect.right() - 1; x += every) {
        for (const double y : { rect.top() + 4, rect.bottom() - 4 })
            circles += QStringLiteral(
                           "<circle cx=\"%1\" cy=\"%2\" r=\"0.8\" fill=\"#ffffff\" fill-opacity=\"0.7\"/>\n")
                           .arg(number(x), number(y));
    }
    return circles;
}

QString bar(const QRectF &rect, plan::Blocks blocks)
{
    QString svg =
        QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" rx=\"2\" fill=\"%5\"/>\n")
            .arg(number(rect.left()), number(rect.top()), number(rect.width()), number(rect.height()),
                 QLatin1String(blockLooks.at(size_t(blocks)).color));
    switch (blocks) {
    case plan::Blocks::Nothing: return svg;
    case plan::Blocks::Ddl: return svg + dots(rect);
    case plan::Blocks::Writes: return svg + hatch(rect, true);
    case plan::Blocks::ReadsAndWrites: return svg + hatch(rect, true) + hatch(rect, false);
    }
    return svg;
}

QString diamond(double x, double y)
{
    constexpr double radius = 6;
    return QStringLiteral("<polygon points=\"%1,%2 %3,%4 %1,%5 %6,%4\" fill=\"#ffffff\" stroke=\"#1f6feb\" "
                          "stroke-width=\"1.5\"/>\n")
        .arg(number(x), number(y - radius), number(x + radius), number(y), number(y + radius),
             number(x - radius));
}

double unitsOf(const plan::Step &step)
{
    if (step.kind == plan::StepKind::Gate)
        return gateUnits;
    return leastUnits + std::log10(1 + double(std::max<qint64>(0, step.assessment.estimate.likelyMs)));
}

QString strongest(const plan::Step &step)
{
    if (step.kind == plan::StepKind::Gate)
        return QStringLiteral("a person confirms");
    const plan::RelationLock *lock = nullptr;
    for (const plan::RelationLock &one : step.assessment.locks) {
        if (!lock || one.mode > lock->mode)
            lock = &one;
    }
    return lock ? plan::name(lock->mode) : QStringLiteral("none");
}

QString shortened(const QString &text)
{
    return text.size() <= longestTitle ? text : text.left(longestTitle - 1) + QChar(0x2026);
}

QString row(const plan::Step &step, qsizetype index, double y, double from, double to)
{
    const double baseline = y + rowHeight / 2 + 4;
    QString svg;
    if (index % 2 == 1)
        svg += QStringLiteral("<rect x=\"0\" y=\"%1\" width=\"%2\" height=\"%3\" fill=\"#f5f6f8\"/>\n")
                   .arg(number(y), number(pictureWidth), number(rowHeight));
    svg += svgText(8, baseline, QString::number(index + 1), " fill=\"#667080\"");
    const double middle = y + rowHeight / 2;
    if (step.kind == plan::StepKind::Gate) {
        svg += svgText(44, baseline, shortened(step.title), " fill=\"#1f6feb\" font-weight=\"bold\"");
        svg += svgLine(barsFrom, middle, barsTo, middle, "#1f6feb\" stroke-dasharray=\"4 3");
        svg += diamond((from + to) / 2, middle);
    } else {
        svg += svgText(44, baseline, shortened(step.title));
        svg += bar(QRectF(from, middle - barHeight / 2, std::max(2.0, to - from), barHeight),
                   step.assessment.blocks);
        svg += svgText(pictureWidth - 8, baseline,
                       analysis::timeWords(double(step.assessment.estimate.likelyMs)),
                       " text-anchor=\"end\" font-weight=\"bold\"");
    }
    return svg + svgText(barsTo + 14, baseline, strongest(step), " fill=\"#667080\"");
}

QString legend(double y)
{
    QString svg;
    double x = 8;
    for (size_t block = 0; block < blockLooks.size(); ++block) {
        constexpr double letter = 6.3;
        const QString words = QLatin1String(blockLooks.at(block).words);
        svg += bar(QRectF(x, y + 9, 26, barHeight), plan::Blocks(block));
        svg += svgText(x + 32, y + 19, words, " fill=\"#667080\"");
        x += 32 + double(words.size()) * letter + 22;
    }
    svg += diamond(x + 6, y + 15);
    return svg + svgText(x + 18, y + 19, QStringLiteral("gate"), " fill=\"#667080\"");
}

QString head()
{
    const char style[] = " fill=\"#667080\" font-weight=\"bold\"";
    return svgText(44, 17, QStringLiteral("Step"), style)
           + svgText(barsFrom, 17, QStringLiteral("Time, compressed"), style)
           + svgText(barsTo + 14, 17, QStringLiteral("Strongest lock"), style)
           + svgText(pictureWidth - 8, 17, QStringLiteral("Likely"),
                     " fill=\"#667080\" font-weight=\"bold\" text-anchor=\"end\"");
}

} // namespace

QByteArray timelineSvg(const plan::Plan &plan, StepRange range)
{
    double units = 0;
    for (const plan::Step &step : plan.steps)
        units += unitsOf(step);
    const double scale = units > 0 ? (barsTo - barsFrom) / units : 0;
    const double height = headHeight + double(range.count) * rowHeight + legendHeight;
    QString svg = QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" "
                                 "viewBox=\"0 0 %1 %2\" font-family=\"Inter, 'DejaVu Sans', sans-serif\" "
                                 "font-size=\"12\" fill=\"#1b2027\" role=\"img\">\n<title>Timeline of the "
                                 "plan</title>\n<rect width=\"%1\" height=\"%2\" fill=\"#ffffff\"/>\n")
                      .arg(number(pictureWidth), number(height));
    svg += head();
    double at = barsFrom;
    for (qsizetype index = 0; index < plan.steps.size(); ++index) {
        const plan::Step &step = plan.steps.at(index);
        const double end = at + unitsOf(step) * scale;
        if (index >= range.first && index < range.first + range.count)
            svg += row(step, index, headHeight + double(index - range.first) * rowHeight, at, end);
        at = end;
    }
    svg += legend(headHeight + double(range.count) * rowHeight);
    return (svg + QStringLiteral("</svg>\n")).toUtf8();
}

QByteArray timelineSvg(const plan::Plan &plan)
{
    return timelineSvg(plan, { 0, plan.steps.size() });
}

} // namespace lockstep::exporting
