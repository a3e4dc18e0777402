#include "runtext.h"

#include <widgets/common/format.h>
#include <widgets/common/uitext.h>

#include <model/analysis/analysis.h>

#include <QCoreApplication>

#include <cmath>

namespace lockstep::widgets {

namespace {

struct RunText
{
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

constexpr int longestQuery = 120;
/// Below this a share of updates says nothing.
constexpr qint64 fewUpdates = 100;

QString blockerText(const execution::Blocker &blocker)
{
    QStringList about;
    if (!blocker.user.isEmpty())
        about << blocker.user;
    if (!blocker.application.isEmpty())
        about << RunText::tr("application \u201c%1\u201d").arg(blocker.application);
    if (!blocker.state.isEmpty())
        about << blocker.state;
    about << RunText::tr("its transaction is %1 old").arg(durationText(blocker.transactionSeconds * 1000));
    const QString who =
        blocker.pid > 0 ? RunText::tr("pid %1").arg(blocker.pid) : RunText::tr("a prepared transaction");
    QString text = QStringLiteral("%1 (%2)").arg(who, about.join(QStringLiteral(", ")));
    if (!blocker.query.isEmpty())
        text += QStringLiteral(": ") + blocker.query.simplified().left(longestQuery);
    return text;
}

QString growthText(const execution::TableGrowth &table)
{
    if (table.bytes < 0 || table.bytesAtStart <= 0)
        return {};
    const double grown = double(table.bytes - table.bytesAtStart);
    const double share = grown / double(table.bytesAtStart);
    if (std::abs(share) < 0.005)
        return RunText::tr("size unchanged");
    return grown > 0 ? RunText::tr("size +%1 (+%2)").arg(bytesText(grown), percentText(share))
                     : RunText::tr("size \u2212%1").arg(bytesText(-grown));
}

} // namespace

QString placeText(const plan::Plan &plan, int step)
{
    QVector<plan::Phase> phases;
    for (const plan::Step &each : plan.steps) {
        if (!phases.contains(each.phase))
            phases.append(each.phase);
    }
    const plan::Phase phase = plan.steps.at(step).phase;
    return RunText::tr("phase %1 of %2, %3 \u00b7 step %4 of %5")
        .arg(QString::number(phases.indexOf(phase) + 1), QString::number(phases.size()), words(phase),
             QString::number(step + 1), QString::number(plan.steps.size()));
}

QString rowsText(const execution::BackfillProgress &progress)
{
    return progress.rowsTotal > 0 ? RunText::tr("%1 of about %2 rows")
                                        .arg(numberText(progress.rowsDone), numberText(progress.rowsTotal))
                                  : RunText::tr("%1 rows").arg(numberText(progress.rowsDone));
}

QString speedText(const execution::BackfillProgress &progress)
{
    const bool isMeasured = progress.rowsPerSecond > 0 || progress.isHeld;
    return isMeasured ? rateText(progress.rowsPerSecond) : RunText::tr("speed: not known yet");
}

QString leftText(const execution::BackfillProgress &progress)
{
    if (progress.etaLowSeconds < 0 || progress.etaHighSeconds < 0)
        return RunText::tr("time left: not known yet");
    const double likely = (progress.etaLowSeconds + progress.etaHighSeconds) / 2;
    return RunText::tr("left about %1 (%2)")
        .arg(durationText(likely * 1000),
             rangeText(qint64(progress.etaLowSeconds * 1000), qint64(progress.etaHighSeconds * 1000)));
}

QString batchText(const execution::BackfillProgress &progress)
{
    QStringList parts{ RunText::tr("batches of %1 rows, the last took %2")
                           .arg(numberText(progress.batchRows), durationText(progress.lastBatchMs)) };
    if (progress.stripes > 1)
        parts << RunText::tr("%1 stripes").arg(progress.stripes);
    if (progress.workers > 1)
        parts << RunText::tr("%1 workers").arg(progress.workers);
    return parts.join(QStringLiteral(" \u00b7 "));
}

QStringList costTexts(const execution::BackfillProgress &progress)
{
    QStringList parts;
    const execution::TableGrowth &table = progress.table;
    // By the rows written since then: a resumed run has written others before.
    if (progress.walBytes > 0 && table.updates >= fewUpdates) {
        parts << RunText::tr("%1 of WAL, %2 a row")
                     .arg(bytesText(progress.walBytes), bytesText(progress.walBytes / double(table.updates)));
    } else if (progress.walBytes > 0) {
        parts << RunText::tr("%1 of WAL").arg(bytesText(progress.walBytes));
    }
    if (table.updates >= fewUpdates && table.hotUpdates >= 0)
        parts << RunText::tr("%1 HOT").arg(percentText(double(table.hotUpdates) / double(table.updates)));
    if (const QString growth = growthText(table); !growth.isEmpty())
        parts << growth;
    if (table.deadRows >= 0)
        parts << RunText::tr("%1 dead rows").arg(numberText(table.deadRows));
    if (progress.replicaLagSeconds >= 0)
        parts << RunText::tr("replica %1 behind").arg(durationText(progress.replicaLagSeconds * 1000));
    if (progress.rowsParked > 0)
        parts << RunText::tr("%1 rows put aside").arg(numberText(progress.rowsParked));
    return parts;
}

QString slowedText(const execution::BackfillProgress &progress)
{
    if (progress.slowedBecause.isEmpty())
        return {};
    if (progress.isHeld)
        return RunText::tr("Held: %1").arg(progress.slowedBecause);
    return progress.dutyShare < 1 ? RunText::tr("Slowed to %1 of the time: %2")
                                        .arg(percentText(progress.dutyShare), progress.slowedBecause)
                                  : RunText::tr("Slowed: %1").arg(progress.slowedBecause);
}

QString buildText(const execution::BuildAdvanced &build)
{
    QStringList parts{ build.phase.isEmpty() ? RunText::tr("working") : build.phase };
    if (build.fractionDone >= 0)
        parts << percentText(build.fractionDone);
    if (build.waitsForPid > 0)
        parts << RunText::tr("waits for the transaction of pid %1").arg(build.waitsForPid);
    return parts.join(QStringLiteral(", "));
}

QString lockWaitText(const execution::LockWait &wait)
{
    QStringList blockers;
    for (const execution::Blocker &blocker : wait.blockers)
        blockers << blockerText(blocker);
    const QString text =
        blockers.isEmpty()
            ? RunText::tr("Waiting for a lock.")
            : RunText::tr("Waiting for a lock held by %1").arg(blockers.join(QLatin1Char('\n')));
    return wait.isOverdue ? RunText::tr("The time for this lock is used up, nothing is tried any more.")
                                + QLatin1Char('\n') + text
                          : text;
}

QString totalsText(const plan::Plan &plan)
{
    if (plan.steps.isEmpty())
        return {};
    const analysis::PlanTotals totals = analysis::totals(plan);
    return RunText::tr("About %1 in all, and nobody waits for longer than about %2.")
        .arg(durationText(double(totals.total.likelyMs)), durationText(double(totals.longestBlockMs)));
}

} // namespace lockstep::widgets
