#include "estimator.h"

#include <algorithm>
#include <cmath>

namespace lockstep::analysis {

namespace {

constexpr double uncalibratedSpread = 1.5;
constexpr double unknownSizeSpread = 4;
/// A wait for older transactions that are not known.
constexpr qint64 waitLikelyMs = 40;
constexpr qint64 waitHighMs = 10000;

QString catalogOnly()
{
    return QStringLiteral("Only catalog rows change: the same time whatever the size.");
}

/// Two digits say all that is known of a speed.
qint64 rounded(double speed)
{
    if (speed < 10)
        return qMax(qint64(1), qint64(std::lround(speed)));
    const double scale = std::pow(10, std::floor(std::log10(speed)) - 1);
    return qint64(std::lround(std::round(speed / scale) * scale));
}

} // namespace

plan::Estimate Estimator::estimateOf(const Piece &piece) const
{
    const Size size = m_sizes.of(piece.sized, m_state);
    double spread = piece.spread * m_rates.noise;
    if (m_rates.origin == RatesOrigin::Default)
        spread *= uncalibratedSpread;
    if (!size.isKnown())
        spread *= unknownSizeSpread;
    plan::Estimate estimate;
    estimate.lowMs = piece.mayBeNone ? 0 : qint64(piece.cost.ms / spread);
    estimate.likelyMs = qint64(std::ceil(piece.cost.ms));
    estimate.highMs = qint64(std::ceil((piece.cost.ms + piece.cost.diskMs) * spread));
    estimate.walBytes = qint64(piece.cost.walBytes);
    estimate.diskBytes = qint64(piece.cost.diskBytes);
    return estimate;
}

QString Estimator::sentence() const
{
    QStringList divisions;
    QStringList guesses;
    for (const Piece &piece : m_pieces) {
        const double seconds = std::max(piece.cost.ms, 0.001) / 1000;
        const QString division = QStringLiteral("%1 \u00f7 %2%3")
                                     .arg(piece.amount, grouped(rounded(piece.count / seconds)), piece.unit);
        if (!divisions.contains(division))
            divisions.append(division);
        const Size size = m_sizes.of(piece.sized, m_state);
        QString guess;
        if (!size.isKnown())
            guess = QStringLiteral(" The size of %1 is unknown, %2 rows are assumed.")
                        .arg(display(piece.sized), grouped(assumedRows));
        else if (size.bytesGuessed)
            guess = QStringLiteral(" The bytes are guessed from the rows.");
        const QString disk = QStringLiteral(" Longer if it has to be read from disk.");
        if (piece.cost.diskMs > piece.cost.ms && !guesses.contains(disk))
            guesses.append(disk);
        if (!guess.isEmpty() && !guesses.contains(guess))
            guesses.append(guess);
    }
    return QStringLiteral("%1, %2.%3")
        .arg(divisions.join(QStringLiteral(" + ")), m_rates.words(), guesses.join(QString()));
}

plan::Estimate Estimator::total() const
{
    const double base = m_model.statement().ms;
    plan::Estimate result;
    // A commit that was measured varies tenfold with what else is being written.
    const bool isAssumed = m_rates.origin == RatesOrigin::Default;
    result.lowMs = qint64(isAssumed ? base * 3 / 8 : base / 10);
    result.likelyMs = qMax(qint64(1), qint64(std::lround(base)));
    result.highMs = qint64(std::ceil(isAssumed ? base * 5 : base * 10));
    result.basis = catalogOnly();
    if (m_waits) {
        result.likelyMs += waitLikelyMs;
        result.highMs += waitHighMs;
        result.basis =
            QStringLiteral("Waits for transactions that are older than it; how long they run is not known.");
    }
    if (m_pieces.isEmpty()) {
        if (!m_empty.isEmpty())
            result.basis = QStringLiteral("%1 is empty.").arg(display(*m_empty.begin()));
        return result;
    }
    for (const Piece &piece : m_pieces) {
        const plan::Estimate part = estimateOf(piece);
        result.lowMs += part.lowMs;
        result.likelyMs += part.likelyMs;
        result.highMs += part.highMs;
        result.walBytes += part.walBytes;
        result.diskBytes += part.diskBytes;
    }
    result.basis = m_waits ? result.basis + QLatin1Char(' ') + sentence() : sentence();
    return result;
}

plan::Estimate sum(const plan::Estimate &first, const plan::Estimate &second)
{
    if (first.basis.isEmpty())
        return second;
    plan::Estimate result = first;
    result.lowMs += second.lowMs;
    result.likelyMs += second.likelyMs;
    result.highMs += second.highMs;
    result.walBytes += second.walBytes;
    result.diskBytes += second.diskBytes;
    // Beside a pass over rows the catalog is not worth a word.
    if (first.basis == catalogOnly())
        result.basis = second.basis;
    else if (second.basis != catalogOnly() && !result.basis.contains(second.basis))
        result.basis += QLatin1Char(' ') + second.basis;
    return result;
}

double workMs(Work work, const Key &relation, const SchemaState &state, const Sizes &sizes,
              const Rates &rates)
{
    const CostModel model(rates);
    const TableShape table = ShapeReader(state, sizes).table(relation);
    switch (work) {
    case Work::Metadata:
    case Work::NewFile:
    case Work::Wait: return model.statement().ms;
    case Work::Scan: return model.scan(table, 1).ms;
    case Work::IndexBuild: return model.indexBuild(table, {}).ms;
    case Work::ConcurrentBuild: return model.concurrentBuild(table, {}).ms;
    case Work::Rewrite: return model.rewrite(table, {}).ms;
    case Work::FileCopy: return model.fileCopy(table).ms;
    case Work::ForeignKeyCheck: return model.foreignKey(table, table, false).ms;
    case Work::Sample: return model.sample(table, ShapeReader(state, sizes).columnCount(relation)).ms;
    case Work::Data: return model.query(table).ms;
    }
    Q_UNREACHABLE();
}

plan::Estimate unknownEstimate(const QString &basis)
{
    const double base = CostModel(*defaultRates()).statement().ms;
    plan::Estimate result;
    result.likelyMs = qint64(base);
    result.highMs = qint64(base * 8);
    result.basis = basis;
    return result;
}

} // namespace lockstep::analysis
