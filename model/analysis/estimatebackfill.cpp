#include "estimator.h"

#include <model/plan/backfillway.h>

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

/// What of the estimator is about backfills.
namespace lockstep::analysis {

namespace {

constexpr double backfillSpread = 2.5; ///< It makes way for others.

bool isIntegerKey(const plan::BackfillSpec &spec)
{
    static const QStringList types{ QStringLiteral("bigint"), QStringLiteral("integer"),
                                    QStringLiteral("smallint") };
    return spec.batcher == plan::Batcher::Keyset
           && std::any_of(spec.keyTypes.begin(), spec.keyTypes.end(),
                          [](const QString &type) { return types.contains(type); });
}

} // namespace

/// Into how many stripes the runner would cut the table, where they save anything.
int Estimator::stripes(const plan::BackfillSpec &spec, const TableShape &table) const
{
    constexpr double pageBytes = 8192;
    const bool hasRanges = m_version == 0 || m_version >= plan::tidRangeScansSince;
    const bool isByBlocks = hasRanges && !spec.where.isEmpty()
                            && table.bytes >= double(plan::walkedByBlocksFromPages) * pageBytes;
    // Rows of a key in no order lie on too many pages for one to be visited twice soon.
    if (!isByBlocks && !isIntegerKey(spec))
        return 1;
    int secondary = int(table.indexes.size());
    if (const RelationState *state = m_state.details(keyOf(spec.table))) {
        for (const ConstraintState &constraint : state->constraints)
            secondary -= constraint.type == schema::ConstraintType::PrimaryKey ? 1 : 0;
    }
    return plan::backfillStripes(qint64(table.rows), std::max(secondary, 0), isByBlocks);
}

/// A text that is put together of constants and columns is as wide as they are; nothing where a function or
/// something else makes it.
std::optional<double> Estimator::madeWidth(const plan::BackfillSpec &spec, const QString &column) const
{
    static const QRegularExpression constant(QStringLiteral("'([^']*)'"));
    static const QRegularExpression word(QStringLiteral("(\\w+)\\s*(\\()?"));
    const QRegularExpression assigned(
        QStringLiteral("(?:^|,)\\s*\"?%1\"?\\s*=(.*)$").arg(QRegularExpression::escape(column)));
    QString made = assigned.match(spec.set).captured(1);
    const Key key = keyOf(spec.table);
    double width = 1; // How long it is.
    for (auto match = constant.globalMatch(made); match.hasNext();)
        width += double(match.next().capturedLength(1));
    made.remove(constant);
    for (auto match = word.globalMatch(made); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        if (!found.captured(2).isEmpty())
            return std::nullopt;
        if (m_state.column(key, found.captured(1)))
            width += m_shapes.columnWidth(key, found.captured(1));
    }
    return width > 1 ? std::optional(width) : std::nullopt;
}

Batching Estimator::batching(const plan::BackfillSpec &spec, const TableShape &table) const
{
    static const QRegularExpression assigned(QStringLiteral("(?:^|,)\\s*\"?(\\w+)\"?\\s*="));
    const Key key = keyOf(spec.table);
    Batching how;
    for (auto match = assigned.globalMatch(spec.set); match.hasNext();) {
        const QString column = match.next().captured(1);
        how.movesEntries |= !m_state.indexesUsing(key, column).isEmpty();
        const ColumnState *state = m_state.column(key, column);
        if (!state)
            continue;
        const double width = madeWidth(spec, column).value_or(ShapeReader::widthOf(state->type));
        const QRegularExpression isEmpty(
            QStringLiteral("\\b%1\\b\"?\\s+IS\\s+NULL").arg(QRegularExpression::escape(column)),
            QRegularExpression::CaseInsensitiveOption);
        const double empty = isEmpty.match(spec.where).hasMatch() ? 1 : m_shapes.nullShare(key, column);
        how.addedRowBytes += empty * std::min(width, ShapeReader::widthOf(state->type));
    }
    const double fill = m_shapes.fillShare(key);
    how.room = (1 - fill) / fill;
    how.stripes = stripes(spec, table);
    const double writing = m_model.backfill(table, how).ms;
    const auto most = double(plan::mostBatchRows(qint64(table.rows)));
    how.batches = std::ceil(std::max(table.rows / most, writing / double(backfillBatchMs)));
    return how;
}

void Estimator::add(const plan::BackfillSpec &spec)
{
    const Key key = keyOf(spec.table);
    if (m_sizes.of(key, m_state).rows == 0) {
        m_empty.insert(key);
        return;
    }
    const TableShape table = m_shapes.table(key);
    if (!spec.into.name.isEmpty()) {
        const QVector<IndexShape> indexes = m_shapes.table(keyOf(spec.into)).indexes;
        addByRows(m_model.copy(table, indexes), key, backfillSpread);
        return;
    }
    addByRows(m_model.backfill(table, batching(spec, table)), key, backfillSpread,
              indexesText(table.indexes.size()));
}

} // namespace lockstep::analysis
