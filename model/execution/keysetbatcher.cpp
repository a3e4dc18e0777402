#include "batcher.h"

#include <algorithm>

namespace lockstep::execution {

namespace {

bool isIntegerType(const QString &type)
{
    static const QStringList types{ QStringLiteral("bigint"),   QStringLiteral("integer"),
                                    QStringLiteral("smallint"), QStringLiteral("int8"),
                                    QStringLiteral("int4"),     QStringLiteral("int2"),
                                    QStringLiteral("int") };
    return types.contains(type.toLower());
}

/// Hash of a value that only depends on the value: the types that are usual for keys.
QString hashOf(const QString &column, const QString &type)
{
    const QString base = type.section(QLatin1Char('('), 0, 0).trimmed().toLower();
    if (base == QLatin1String("uuid"))
        return QStringLiteral("uuid_hash(%1)").arg(column);
    if (base == QLatin1String("text") || base == QLatin1String("character varying")
        || base == QLatin1String("varchar"))
        return QStringLiteral("hashtext(%1::text COLLATE \"C\")").arg(column);
    if (base == QLatin1String("numeric"))
        return QStringLiteral("hash_numeric(%1)").arg(column);
    // By way of a float, which takes infinity; there is no hash of the type itself that SQL can call.
    if (base.startsWith(QLatin1String("timestamp")) || base == QLatin1String("date"))
        return QStringLiteral("hashfloat8(extract(epoch FROM %1)::float8)").arg(column);
    return {};
}

/// Common values weigh what is said of them, the bounds of the histogram the rest in equal parts.
constexpr char quantilesSql[] = R"sql(
WITH known AS (
    SELECT most_common_vals::text::%1[] AS common, most_common_freqs AS shares, histogram_bounds::text::%1[] AS bounds
    FROM pg_stats WHERE schemaname = $1 AND tablename = $2 AND attname = $3 AND NOT inherited
), weighed (value, share) AS (
    SELECT unnest(common), unnest(shares)::float8 FROM known
    UNION ALL SELECT unnest(bounds),
        (1 - coalesce((SELECT sum(s) FROM unnest(shares) s), 0)) / array_length(bounds, 1) FROM known
), placed AS (
    SELECT value, floor((sum(share) OVER (ORDER BY value) - share) * $4::integer) AS part FROM weighed
)
SELECT DISTINCT ON (part) value::text FROM placed WHERE part >= 1 ORDER BY part, value
)sql";

/// Walks the key's index: the key never changes, so every row that was there is met exactly once.
class KeysetBatcher final : public Batcher
{
public:
    explicit KeysetBatcher(const plan::BackfillSpec &spec)
        : m_table(relationText(spec))
        , m_name(spec.part.name.isEmpty() ? spec.table : spec.part)
        , m_keyName(spec.key.value(0))
        , m_types(spec.keyTypes)
    {
        for (const QString &column : spec.key)
            m_columns.append(schema::quoteIdent(column));
        // Named apart, because ORDER BY would take "id" for the output column, which is text.
        for (const QString &column : std::as_const(m_columns))
            m_asText.append(
                QStringLiteral("%1::text AS lockstep_key%2").arg(column, QString::number(m_asText.size())));
    }

    base::Result<std::optional<Position>> bound(postgres::Session &session) override
    {
        const auto first = end(session, QStringLiteral("ASC"));
        if (!first.has_value())
            return first.error();
        m_first = first->value_or(Position());
        return end(session, QStringLiteral("DESC"));
    }

    base::Result<Stretch> next(postgres::Session &session, const Position &from, const Position &bound,
                               qint64 rows) override
    {
        postgres::Parameters parameters;
        const QString boundary = boundaryQuery(from, bound, rows, &parameters);
        const auto found = session.query(boundary, parameters);
        if (!found.has_value())
            return found.error();
        if (found->count() > 0)
            return Stretch{ from, rowOf(*found), rows };
        if (from == bound)
            return Stretch{ from, {}, 0 };
        parameters.clear();
        const QString inRange = condition({ from, bound, 0 }, &parameters);
        const auto rest = session.query(
            QStringLiteral("SELECT count(*) FROM %1 WHERE %2").arg(m_table, inRange), parameters);
        if (!rest.has_value())
            return rest.error();
        return Stretch{ from, bound, rest->integer(0, 0) };
    }

    base::Result<QVector<Position>> cuts(postgres::Session &session, const Position &, int parts) override
    {
        const auto values = quantiles(session, parts);
        if (!values.has_value())
            return values.error();
        QVector<Position> places;
        for (const QString &value : *values) {
            // The whole key of the first row from there on.
            const auto row =
                session.query(QStringLiteral("SELECT %1 FROM %2 WHERE %3 >= $1::%4 ORDER BY %5 LIMIT 1")
                                  .arg(identity(), m_table, m_columns.constFirst(), m_types.value(0),
                                       m_columns.join(QStringLiteral(", "))),
                              { value });
            if (!row.has_value())
                return row.error();
            if (row->count() > 0 && (places.isEmpty() || places.constLast() != rowOf(*row)))
                places.append(rowOf(*row));
        }
        return places;
    }

    QString condition(const Stretch &stretch, postgres::Parameters *parameters) const override
    {
        const QString upper = compare(QStringLiteral("<="), stretch.to, parameters);
        if (stretch.from.isEmpty())
            return upper;
        return compare(QStringLiteral(">"), stretch.from, parameters) + QStringLiteral(" AND ") + upper;
    }

    QString stripe(int k, int j) const override
    {
        for (qsizetype i = m_columns.size() - 1; i >= 0; --i) {
            // "&" and not "%": the remainder of a negative key is negative.
            if (isIntegerType(m_types.value(i)))
                return QStringLiteral("(%1 & %2) = %3")
                    .arg(m_columns[i], QString::number(k - 1), QString::number(j));
        }
        for (qsizetype i = m_columns.size() - 1; i >= 0; --i) {
            const QString hash = hashOf(m_columns[i], m_types.value(i));
            if (!hash.isEmpty())
                return QStringLiteral("(%1 & %2) = %3").arg(hash, QString::number(k - 1), QString::number(j));
        }
        return {};
    }

    double fraction(const Position &at, const Position &bound) const override
    {
        if (m_columns.size() != 1 || !isIntegerType(m_types.value(0)) || m_first.isEmpty())
            return -1;
        const double first = m_first.constFirst().toDouble();
        const double last = bound.value(0).toDouble();
        if (at.isEmpty() || last <= first)
            return at.isEmpty() ? 0 : 1;
        return std::clamp((at.constFirst().toDouble() - first) / (last - first), 0.0, 1.0);
    }

    QString rowName() const override { return m_columns.join(QStringLiteral(", ")); }
    QString identity() const override { return m_asText.join(QStringLiteral(", ")); }

    QString isRow(const Position &row, postgres::Parameters *parameters) const override
    {
        return compare(QStringLiteral("="), row, parameters);
    }

    QString boundaryQuery(const Position &from, const Position &to, qint64 rows,
                          postgres::Parameters *parameters) const override
    {
        const QString inRange = condition({ from, to, 0 }, parameters);
        return QStringLiteral("SELECT %1 FROM %2 WHERE %3 ORDER BY %4 OFFSET %5 LIMIT 1")
            .arg(identity(), m_table, inRange, m_columns.join(QStringLiteral(", ")),
                 QString::number(rows - 1));
    }

private:
    static Position rowOf(const postgres::Rows &rows)
    {
        Position position;
        for (int column = 0; column < rows.columns().size(); ++column)
            position.append(rows.text(0, column));
        return position;
    }

    base::Result<std::optional<Position>> end(postgres::Session &session, const QString &direction)
    {
        QStringList order;
        for (const QString &column : m_columns)
            order.append(column + QLatin1Char(' ') + direction);
        const auto rows = session.query(
            QStringLiteral("SELECT %1 FROM %2 ORDER BY %3 LIMIT 1")
                .arg(m_asText.join(QStringLiteral(", ")), m_table, order.join(QStringLiteral(", "))));
        if (!rows.has_value())
            return rows.error();
        return rows->count() == 0 ? std::optional<Position>() : std::optional<Position>(rowOf(*rows));
    }

    QString compare(const QString &op, const Position &position, postgres::Parameters *parameters) const
    {
        QStringList values;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            parameters->append(position.value(i));
            values.append(QStringLiteral("$%1::%2").arg(parameters->size()).arg(m_types.value(i)));
        }
        if (m_columns.size() == 1)
            return QStringLiteral("%1 %2 %3").arg(m_columns.constFirst(), op, values.constFirst());
        return QStringLiteral("(%1) %2 (%3)")
            .arg(m_columns.join(QStringLiteral(", ")), op, values.join(QStringLiteral(", ")));
    }

    /// Values of the key's first column that cut the rows into parts, by the statistics of ANALYZE.
    base::Result<QStringList> quantiles(postgres::Session &session, int parts)
    {
        const auto rows =
            session.query(QString::fromLatin1(quantilesSql).arg(m_types.value(0)),
                          { m_name.schema, m_name.name, m_keyName, QString::number(parts) });
        if (!rows.has_value())
            return rows.error();
        QStringList values;
        for (int i = 0; i < rows->count(); ++i)
            values.append(rows->text(i, 0));
        return values;
    }

    QString m_table;
    schema::ObjectId m_name;
    QString m_keyName;
    QStringList m_columns;
    QStringList m_asText;
    QStringList m_types;
    Position m_first;
};

} // namespace

QString relationText(const plan::BackfillSpec &spec)
{
    return spec.part.name.isEmpty()
               ? schema::qualified(spec.table.schema, spec.table.name)
               : QStringLiteral("ONLY ") + schema::qualified(spec.part.schema, spec.part.name);
}

std::unique_ptr<Batcher> makeKeysetBatcher(const plan::BackfillSpec &spec)
{
    return std::make_unique<KeysetBatcher>(spec);
}

} // namespace lockstep::execution
