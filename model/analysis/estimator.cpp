#include "estimator.h"

namespace lockstep::analysis {

namespace {

plan::Estimate metadata()
{
    return { metadataLowMs, metadataLikelyMs, metadataHighMs,
             QStringLiteral("Only catalog rows change: the same time whatever the size.") };
}

QString megabytes(double bytes)
{
    return grouped(qMax(qint64(1), qint64(bytes / 1e6))) + QLatin1String(" MB");
}

/// What is divided by which speed.
struct Measure
{
    double amount = 0;
    double perSecond = 1;
    QString amountText;
    QString rateText;
    double spread = 2.5; ///< likely * spread is high, likely / spread is low.
};

Measure byBytes(double bytes, double perSecond)
{
    return { bytes, perSecond, megabytes(bytes), megabytes(perSecond) + QLatin1String("/s"), 2.5 };
}

Measure byRows(double rows, double perSecond, double spread)
{
    return { rows, perSecond, grouped(qint64(rows)) + QLatin1String(" rows"),
             grouped(qint64(perSecond)) + QLatin1String(" rows/s"), spread };
}

plan::Estimate fromMeasure(const Measure &measure, const QString &relation, const Size &size)
{
    const double likely = measure.amount / measure.perSecond * 1000;
    const double spread = size.isKnown() ? measure.spread : measure.spread * 4;
    QString basis = QStringLiteral("%1 \u00f7 %2, the default rate; not calibrated.")
                        .arg(measure.amountText, measure.rateText);
    if (!size.isKnown()) {
        basis = QStringLiteral("The size of %1 is unknown, %2 rows are assumed: ")
                    .arg(relation, grouped(assumedRows))
                + basis;
    } else if (size.bytesGuessed) {
        basis += QStringLiteral(" The bytes are guessed from the rows.");
    }
    return { qint64(likely / spread) + metadataLowMs, qint64(likely) + metadataLikelyMs,
             qint64(likely * spread) + metadataHighMs, basis };
}

Measure measureOf(Work work, double rows, double bytes, double allBytes)
{
    switch (work) {
    case Work::Scan: return byBytes(bytes, defaultRates.scanBytes);
    case Work::IndexBuild: return byRows(rows, defaultRates.indexRows, 2.5);
    case Work::ConcurrentBuild: return byRows(rows, defaultRates.indexRows / 2, 4);
    case Work::Rewrite: return byBytes(allBytes, defaultRates.rewriteBytes);
    case Work::ForeignKeyCheck: return byRows(rows, defaultRates.foreignKeyRows, 2.5);
    case Work::Data: return byRows(rows, defaultRates.dataRows, 4);
    case Work::Metadata:
    case Work::Wait: break;
    }
    return {};
}

} // namespace

plan::Estimate estimateWork(Work work, const QString &relation, const Size &size)
{
    if (work == Work::Metadata)
        return metadata();
    if (work == Work::Wait)
        return { metadataLowMs, metadataHighMs, 10000,
                 QStringLiteral(
                     "Waits for transactions that are older than it; how long they run is not known.") };
    if (size.rows == 0) {
        plan::Estimate empty = metadata();
        empty.basis = QStringLiteral("%1 is empty.").arg(relation);
        return empty;
    }
    const double rows = double(size.isKnown() ? size.rows : assumedRows);
    const double bytes = size.bytes > 0 ? double(size.bytes) : rows * 100;
    return fromMeasure(measureOf(work, rows, bytes, bytes + double(size.indexBytes)), relation, size);
}

plan::Estimate estimateBackfill(const QString &relation, const Size &size)
{
    if (size.rows == 0)
        return estimateWork(Work::Data, relation, size);
    const double rows = double(size.isKnown() ? size.rows : assumedRows);
    return fromMeasure(byRows(rows, defaultRates.backfillRows, 3), relation, size);
}

plan::Estimate sum(const plan::Estimate &first, const plan::Estimate &second)
{
    if (first.basis.isEmpty())
        return second;
    plan::Estimate result{ first.lowMs + second.lowMs, first.likelyMs + second.likelyMs,
                           first.highMs + second.highMs, first.basis };
    // Beside a pass over rows the catalog is not worth a word.
    const QString catalogOnly = metadata().basis;
    if (first.basis == catalogOnly)
        result.basis = second.basis;
    else if (second.basis != catalogOnly && !result.basis.contains(second.basis))
        result.basis += QLatin1Char(' ') + second.basis;
    return result;
}

} // namespace lockstep::analysis
