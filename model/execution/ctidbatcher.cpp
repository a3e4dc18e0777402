#include "batcher.h"

#include <algorithm>
#include <cmath>

namespace lockstep::execution {

namespace {

/// Walks the table's blocks. A row that is updated meanwhile moves to another block and may be
/// missed or met again: the backfill's condition makes that harmless, its sweeps find the missed.
class CtidBatcher final : public Batcher
{
public:
    CtidBatcher(const plan::BackfillSpec &spec, double rowsPerPage, bool hasTidRangeScan)
        : m_table(spec.part.name.isEmpty() ? schema::qualified(spec.table.schema, spec.table.name)
                                           : schema::qualified(spec.part.schema, spec.part.name))
        , m_rowsPerPage(std::max(rowsPerPage, 1.0))
        , m_hasTidRangeScan(hasTidRangeScan)
    { }

    base::Result<std::optional<Position>> bound(postgres::Session &session) override
    {
        const auto rows = session.query(
            QStringLiteral(
                "SELECT pg_relation_size(to_regclass($1)) / current_setting('block_size')::bigint"),
            { m_table });
        if (!rows.has_value())
            return rows.error();
        if (rows->integer(0, 0) == 0)
            return std::optional<Position>();
        return std::optional<Position>(Position{ rows->text(0, 0) });
    }

    base::Result<Stretch> next(postgres::Session &, const Position &from, const Position &bound,
                               qint64 rows) override
    {
        const qint64 first = from.isEmpty() ? 0 : from.constFirst().toLongLong();
        const qint64 last = bound.value(0).toLongLong();
        if (first >= last)
            return Stretch{ from, {}, 0 };
        const qint64 pages = std::max<qint64>(1, std::llround(double(rows) / m_rowsPerPage));
        const qint64 end = std::min(first + pages, last);
        return Stretch{ from, { QString::number(end) }, std::llround(double(end - first) * m_rowsPerPage) };
    }

    base::Result<QVector<Position>> cuts(postgres::Session &, const Position &bound, int parts) override
    {
        const qint64 last = bound.value(0).toLongLong();
        QVector<Position> places;
        for (int i = 1; i < parts; ++i) {
            const Position place{ QString::number(last * i / parts) };
            if (last * i / parts > 0 && (places.isEmpty() || places.constLast() != place))
                places.append(place);
        }
        return places;
    }

    QString condition(const Stretch &stretch, postgres::Parameters *parameters) const override
    {
        const qint64 first = stretch.from.isEmpty() ? 0 : stretch.from.constFirst().toLongLong();
        const qint64 end = stretch.to.value(0).toLongLong();
        parameters->append(QString::number(first));
        const qsizetype low = parameters->size();
        parameters->append(QString::number(m_hasTidRangeScan ? end : end - 1));
        const qsizetype high = parameters->size();
        if (m_hasTidRangeScan) {
            return QStringLiteral("ctid >= ('(' || $%1::bigint || ',0)')::tid AND ctid < ('(' || $%2::bigint "
                                  "|| ',0)')::tid")
                .arg(low)
                .arg(high);
        }
        // Before 14 only a list of places is a Tid Scan. A row takes 28 bytes of a page at least.
        return QStringLiteral("ctid = ANY (ARRAY(SELECT ('(' || b || ',' || o || ')')::tid"
                              " FROM generate_series($%1::bigint, $%2::bigint) b,"
                              " generate_series(1, current_setting('block_size')::integer / 28) o))")
            .arg(low)
            .arg(high);
    }

    QString stripe(int k, int j) const override
    {
        // A row that moves may change its stripe: the condition and the sweeps see to it, as to all moves.
        return m_hasTidRangeScan ? QStringLiteral("(hashtid(ctid) & %1) = %2").arg(k - 1).arg(j) : QString();
    }

    double fraction(const Position &at, const Position &bound) const override
    {
        const double last = bound.value(0).toDouble();
        return at.isEmpty() || last <= 0 ? 0 : std::clamp(at.constFirst().toDouble() / last, 0.0, 1.0);
    }

    QString rowName() const override { return QStringLiteral("ctid"); }
    QString identity() const override { return QStringLiteral("ctid::text"); }

    QString isRow(const Position &row, postgres::Parameters *parameters) const override
    {
        parameters->append(row.value(0));
        return QStringLiteral("ctid = $%1::tid").arg(parameters->size());
    }

    QString boundaryQuery(const Position &, const Position &, qint64, postgres::Parameters *) const override
    {
        return {};
    }

private:
    QString m_table;
    double m_rowsPerPage;
    bool m_hasTidRangeScan;
};

} // namespace

std::unique_ptr<Batcher> makeCtidBatcher(const plan::BackfillSpec &spec, double rowsPerPage,
                                         bool hasTidRangeScan)
{
    return std::make_unique<CtidBatcher>(spec, rowsPerPage, hasTidRangeScan);
}

} // namespace lockstep::execution
