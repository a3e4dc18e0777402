#include "rehearsalwriters.h"

#include <model/analysis/amounts.h>
#include <model/analysis/sizes.h>

#include <algorithm>

namespace lockstep::proof {

namespace {

using analysis::byteWords;
using analysis::grouped;
using analysis::timeWords;

QString section(const QString &title, const QStringList &sentences)
{
    if (sentences.isEmpty())
        return {};
    QString text = QLatin1Char('\n') + title + QLatin1Char('\n');
    for (const QString &sentence : sentences)
        text += QStringLiteral("  ") + sentence + QLatin1Char('\n');
    return text;
}

/// What is worth telling of a step beside its times.
QStringList remarks(const RehearsedStep &step)
{
    QStringList lines;
    if (step.rowsWritten > 0) {
        QString line = QStringLiteral("%1 rows written").arg(grouped(step.rowsWritten));
        if (step.hotShare >= 0)
            line += QStringLiteral(", %1 % of the table's updates HOT").arg(step.hotShare * 100, 0, 'f', 0);
        if (step.deadRows >= 0)
            line += QStringLiteral(", %1 dead rows left").arg(grouped(step.deadRows));
        lines.append(line);
    }
    for (const StepFlag flag : step.flags)
        lines.append(QStringLiteral("! ") + flagText(flag, step));
    if (step.result == StepResult::Failed) {
        for (const QString &line : step.error.toText().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            lines.append(QStringLiteral("! ") + line.trimmed());
    }
    return lines;
}

QString stepLine(const QStringList &cells)
{
    static const QVector<int> widths{ 5, 14, 20, 14, 10, 10, 14 };
    QString line;
    for (int i = 0; i < cells.size(); ++i)
        line += QStringLiteral("  ") + (i < widths.size() ? cells[i].leftJustified(widths[i]) : cells[i]);
    return line + QLatin1Char('\n');
}

QString stepsText(const Rehearsal &rehearsal)
{
    QString text =
        QStringLiteral("\nSteps\n")
        + stepLine({ QStringLiteral("step"), QStringLiteral("took"), QStringLiteral("expected here"),
                     QStringLiteral("back"), QStringLiteral("WAL"), QStringLiteral("grew"),
                     QStringLiteral("held"), QStringLiteral("what") });
    for (const RehearsedStep &step : rehearsal.steps) {
        if (step.kind == plan::StepKind::Gate) {
            text += stepLine({ step.id, QStringLiteral("gate"), {}, {}, {}, {}, {}, step.title });
            continue;
        }
        const bool isReached = step.result != StepResult::NotReached;
        text += stepLine(
            { step.id, isReached ? measuredText(step.ms) : QStringLiteral("not run"), estimateText(step.here),
              measuredText(step.backMs), isReached ? byteWords(double(step.walBytes)) : QString(),
              isReached ? byteWords(double(step.sizeDelta)) : QString(),
              step.holds.isEmpty() ? QStringLiteral("-") : measuredText(step.holds.first().ms), step.title });
        for (const QString &remark : remarks(step))
            text += QStringLiteral("         ") + remark + QLatin1Char('\n');
    }
    return text;
}

QString wayText(const RehearsedWay &way)
{
    QString text = way.gate.isEmpty() ? QStringLiteral("To the end and back: ")
                                      : QStringLiteral("To gate %1 (%2) and back: ").arg(way.gate, way.title);
    if (way.error)
        text += way.error->message.trimmed();
    else if (!way.isWhole)
        text += QStringLiteral("there is no way back.");
    else if (way.differences.isEmpty() && way.lost.isEmpty())
        text += QStringLiteral("as it should be, %1 there and %2 back.")
                    .arg(timeWords(way.forwardMs), timeWords(way.backMs));
    else
        text += QStringLiteral("not as it should be.");
    return text;
}

QString waysText(const Rehearsal &rehearsal)
{
    QStringList lines;
    for (const RehearsedWay &way : rehearsal.ways) {
        lines.append(wayText(way));
        for (const QStringList &more : { way.differences, way.lost, way.notes }) {
            for (const QString &sentence : more)
                lines.append(QStringLiteral("  ") + sentence);
        }
    }
    return section(QStringLiteral("Ways"), lines);
}

QString productionText(const Rehearsal &rehearsal)
{
    QStringList lines;
    for (const RehearsedStep &step : rehearsal.steps) {
        constexpr int worthSaying = 1000;
        if (step.production && step.production->highMs >= worthSaying)
            lines.append(QStringLiteral("%1 %2: likely %3 (%4); the plan says %5")
                             .arg(step.id, step.title, timeWords(double(step.production->likelyMs)),
                                  estimateText(*step.production), estimateText(step.planned)));
    }
    return section(QStringLiteral("In production, by what was measured (steps over a second)"), lines);
}

QStringList tableLines(const Rehearsal &rehearsal)
{
    QStringList lines;
    constexpr int shown = 20;
    QVector<RehearsedTable> tables = rehearsal.tables;
    std::stable_sort(tables.begin(), tables.end(),
                     [](const auto &a, const auto &b) { return a.rows > b.rows; });
    for (const RehearsedTable &table : tables.mid(0, shown))
        lines.append(QStringLiteral("%1.%2: %3").arg(table.schema, table.name, grouped(table.rows)));
    if (tables.size() > shown)
        lines.append(QStringLiteral("and %1 others").arg(tables.size() - shown));
    return lines;
}

} // namespace

QString measuredText(double ms)
{
    return ms < 0 ? QStringLiteral("-") : timeWords(ms);
}

QString estimateText(const plan::Estimate &estimate)
{
    return QStringLiteral("%1 to %2")
        .arg(timeWords(double(estimate.lowMs)), timeWords(double(estimate.highMs)));
}

QString holdText(const RehearsedStep &step)
{
    if (step.holds.isEmpty())
        return QStringLiteral("none seen");
    const HeldLock &hold = step.holds.first();
    return QStringLiteral("%1 on %2 %3")
        .arg(plan::name(hold.lock.mode), hold.lock.relation, timeWords(hold.ms));
}

QByteArray rehearsalText(const Rehearsal &rehearsal)
{
    QString text = outcomeText(rehearsal) + QLatin1Char('\n');
    text += QStringLiteral("  %1, on %2; %3 in all, %4 of it for the rows.\n")
                .arg(rehearsal.material, rehearsal.server, timeWords(rehearsal.tookMs),
                     timeWords(rehearsal.materialMs));
    text += stepsText(rehearsal);
    text +=
        QStringLiteral("  held: the longest time in one piece of a lock that keeps others from reading or "
                       "writing, looked at every %1 ms; shorter ones may not have been seen.\n")
            .arg(rehearsal.sampledEveryMs, 0, 'f', 0);
    text += waysText(rehearsal);
    text += productionText(rehearsal);
    text += section(QStringLiteral("To prepare: rows that a step does not pass; they were left out"),
                    rehearsal.prepare);
    text += section(QStringLiteral("Rows"), tableLines(rehearsal));
    text += section(QStringLiteral("Notes"), rehearsal.notes);
    text += section(QStringLiteral("Not rehearsed"), rehearsal.notRehearsed);
    return text.toUtf8();
}

} // namespace lockstep::proof
