#include "shapes.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace lockstep::analysis {

using schema::Kind;

namespace {

constexpr double assumedRowBytes = 100;
/// What PostgreSQL's own planner assumes of a condition that it knows nothing of.
constexpr double unknownShare = 1.0 / 3;

struct TypeShape
{
    KeyKind kind = KeyKind::Text;
    double width = 32;
};

/// By the type's name without its modifier.
TypeShape shapeOfType(const QString &type)
{
    static const QHash<QString, TypeShape> known{
        { QStringLiteral("boolean"), { KeyKind::Number, 1 } },
        { QStringLiteral("smallint"), { KeyKind::Number, 2 } },
        { QStringLiteral("integer"), { KeyKind::Number, 4 } },
        { QStringLiteral("bigint"), { KeyKind::Number, 8 } },
        { QStringLiteral("real"), { KeyKind::Number, 4 } },
        { QStringLiteral("double precision"), { KeyKind::Number, 8 } },
        { QStringLiteral("oid"), { KeyKind::Number, 4 } },
        { QStringLiteral("date"), { KeyKind::Number, 4 } },
        { QStringLiteral("time without time zone"), { KeyKind::Number, 8 } },
        { QStringLiteral("timestamp without time zone"), { KeyKind::Number, 8 } },
        { QStringLiteral("timestamp with time zone"), { KeyKind::Number, 8 } },
        { QStringLiteral("numeric"), { KeyKind::Short, 8 } },
        { QStringLiteral("uuid"), { KeyKind::Short, 16 } },
        { QStringLiteral("bytea"), { KeyKind::Short, 32 } },
        { QStringLiteral("inet"), { KeyKind::Short, 7 } },
        { QStringLiteral("interval"), { KeyKind::Short, 16 } },
        { QStringLiteral("jsonb"), { KeyKind::Text, 100 } },
        { QStringLiteral("json"), { KeyKind::Text, 100 } },
        { QStringLiteral("tsvector"), { KeyKind::Text, 200 } },
    };
    static const QRegularExpression modifier(QStringLiteral("\\s*\\([^)]*\\)"));
    QString name = type;
    name.remove(modifier);
    return known.value(name);
}

IndexMethod methodNamed(const QString &name)
{
    if (name == QLatin1String("hash"))
        return IndexMethod::Hash;
    if (name == QLatin1String("gin"))
        return IndexMethod::Gin;
    if (name == QLatin1String("gist") || name == QLatin1String("spgist"))
        return IndexMethod::Gist;
    return name == QLatin1String("brin") ? IndexMethod::Brin : IndexMethod::Btree;
}

} // namespace

double ShapeReader::widthOf(const QString &type)
{
    return shapeOfType(type).width;
}

KeyKind ShapeReader::kindOfType(const QString &type)
{
    return shapeOfType(type).kind;
}

const schema::ColumnStatistics *ShapeReader::columnStatistics(const Key &table, const QString &column) const
{
    const schema::RelationStatistics *known = m_sizes.statistics(m_state.measuredAs(table));
    if (!known) {
        // Of a partitioned table the first partition speaks for the others.
        for (const Key &part : m_state.descendants(table)) {
            if (!known || known->columns.isEmpty())
                known = m_sizes.statistics(m_state.measuredAs(part));
        }
    }
    if (!known)
        return nullptr;
    const auto it = known->columns.constFind(column);
    return it == known->columns.constEnd() ? nullptr : &*it;
}

double ShapeReader::columnWidth(const Key &table, const QString &column) const
{
    const schema::ColumnStatistics *known = columnStatistics(table, column);
    if (known && known->averageWidth > 0)
        return known->averageWidth * (1 - known->nullFraction);
    const ColumnState *state = m_state.column(table, column);
    return state ? widthOf(state->type) : shapeOfType({}).width;
}

int ShapeReader::columnCount(const Key &table) const
{
    const RelationState *relation = m_state.details(table);
    return relation && !relation->columns.isEmpty() ? int(relation->columns.size()) : TableShape().depth;
}

int ShapeReader::depth(const Key &table, const QStringList &columns) const
{
    const RelationState *relation = m_state.details(table);
    if (!relation || columns.isEmpty())
        return TableShape().depth;
    int last = 1;
    for (const QString &column : columns) {
        const ColumnState *state = m_state.column(table, column);
        last = std::max(last, state && state->position > 0 ? state->position : columnCount(table));
    }
    return last;
}

double ShapeReader::nullShare(const Key &table, const QString &column) const
{
    const ColumnState *state = m_state.column(table, column);
    if (state && state->isNew)
        return 1;
    const schema::ColumnStatistics *known = columnStatistics(table, column);
    return known ? known->nullFraction : 0;
}

KeyKind ShapeReader::kindOf(const Key &table, const QString &column) const
{
    const ColumnState *state = m_state.column(table, column);
    return state ? shapeOfType(state->type).kind : KeyKind::Text;
}

TableShape ShapeReader::table(const Key &key) const
{
    const Size size = m_sizes.of(key, m_state);
    TableShape shape;
    shape.rows = double(size.isKnown() ? size.rows : assumedRows);
    const double bytes = size.isKnown() && size.bytes > 0 ? double(size.bytes) : shape.rows * assumedRowBytes;
    shape.bytes = size.mainBytes > 0 ? std::min(double(size.mainBytes), bytes) : bytes;
    shape.toastBytes = bytes - shape.bytes;
    const RelationState *own = m_state.find(key);
    if (!own)
        return shape;
    const bool isWhole = m_state.descendants(key).isEmpty();
    Keys indexes = own->indexes;
    if (indexes.isEmpty() && own->isPartitioned) {
        for (const Key &part : m_state.descendants(key)) {
            const RelationState *state = m_state.find(part);
            if (indexes.isEmpty() && state)
                indexes = state->indexes;
        }
    }
    for (const Key &each : std::as_const(indexes)) {
        shape.indexes.append(index(each));
        if (!isWhole)
            shape.indexes.last().bytes = 0; // Of one part, or of none.
    }
    return shape;
}

double ShapeReader::fillShare(const Key &table) const
{
    const schema::Fact *fact =
        m_state.catalog()->find(schema::objectId(Kind::Table, table.first, table.second));
    const auto *attributes = fact ? fact->as<schema::TableAttributes>() : nullptr;
    const QString prefix = QStringLiteral("fillfactor=");
    for (const QString &option : attributes ? attributes->options : QStringList()) {
        if (option.startsWith(prefix))
            return std::clamp(option.mid(prefix.size()).toDouble() / 100, 0.1, 1.0);
    }
    return 1;
}

void ShapeReader::addExpression(const Key &table, const QStringList &columns, IndexShape *shape) const
{
    shape->isComputed = true;
    double width = 0;
    for (const QString &column : columns)
        width = std::max(width, columnWidth(table, column));
    shape->keyBytes += width > 0 ? width : widthOf({});
}

IndexShape ShapeReader::onColumns(const Key &table, const QStringList &columns) const
{
    IndexShape shape;
    shape.columns = int(std::max<qsizetype>(columns.size(), 1));
    shape.keyBytes = 0;
    for (const QString &column : columns)
        shape.keyBytes += column.isEmpty() ? 0 : columnWidth(table, column);
    shape.depth = depth(table, columns);
    const QString first = columns.value(0);
    shape.first = first.isEmpty() ? KeyKind::Text : kindOf(table, first);
    const schema::ColumnStatistics *known = columnStatistics(table, first);
    if (!known)
        return shape;
    const double rows = double(m_sizes.of(table, m_state).rows);
    shape.distinct = known->distinct < 0 ? -known->distinct * std::max(rows, 0.0) : known->distinct;
    shape.order = std::min(1.0, std::abs(known->correlation));
    // ANALYZE has equal values in the order of their rows, so d values in no order at all correlate by 1/d.
    if (shape.distinct > 1)
        shape.order = std::max(0.0, (shape.order - 1 / shape.distinct) / (1 - 1 / shape.distinct));
    return shape;
}

IndexShape ShapeReader::created(const Key &table, const sql::CreateIndex &statement,
                                const QString &text) const
{
    IndexShape shape = onColumns(table, statement.columns);
    shape.method = methodNamed(statement.method);
    QStringList used = statement.columns + statement.expressionColumns;
    used.removeAll(QString());
    shape.depth = depth(table, used);
    if (statement.columns.contains(QString()))
        addExpression(table, statement.expressionColumns, &shape);
    if (statement.hasPredicate) {
        static const QRegularExpression where(QStringLiteral("\\bWHERE\\b(.*)$"),
                                              QRegularExpression::CaseInsensitiveOption
                                                  | QRegularExpression::DotMatchesEverythingOption);
        shape.share = shareOf(table, where.match(text).captured(1));
    }
    return shape;
}

IndexShape ShapeReader::index(const Key &key) const
{
    const RelationState *own = m_state.find(key);
    if (!own)
        return {};
    const schema::Fact *fact = m_state.catalog()->find(schema::objectId(Kind::Index, key.first, key.second));
    const auto *attributes = fact ? fact->as<schema::IndexAttributes>() : nullptr;
    QStringList columns = own->keyColumns;
    bool isComputed = false;
    for (QString &column : columns) {
        if (!m_state.column(own->table, column)) {
            column.clear();
            isComputed = true;
        }
    }
    IndexShape shape = onColumns(own->table, columns);
    shape.method = methodNamed(attributes ? attributes->method : QString());
    columns.removeAll(QString());
    shape.depth = depth(own->table, columns + own->usedColumns);
    if (isComputed)
        addExpression(own->table, own->usedColumns, &shape);
    const schema::RelationStatistics *known = m_sizes.indexStatistics(m_state.measuredAs(key));
    const Size table = m_sizes.of(own->table, m_state);
    shape.bytes = known && known->indexBytes > 0 ? double(known->indexBytes) : 0;
    if (!own->predicate.isEmpty()) {
        const bool isCounted = known && known->rows >= 0 && table.rows > 0;
        shape.share = isCounted ? std::clamp(double(known->rows) / double(table.rows), 0.0, 1.0)
                                : shareOf(own->table, own->predicate);
    }
    return shape;
}

QString ShapeReader::equalColumn(const QString &predicate)
{
    static const QRegularExpression equals(QStringLiteral("^[\\s(]*\"?(\\w+)\"?\\s*=\\s*[^<>=&|]+$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return equals.match(predicate).captured(1);
}

double ShapeReader::shareOf(const Key &table, const QString &predicate) const
{
    static const QRegularExpression nulls(
        QStringLiteral("^[\\s(]*\"?(\\w+)\"?\\s+IS\\s+(NOT\\s+)?NULL[\\s);]*$"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = nulls.match(predicate); match.hasMatch()) {
        const schema::ColumnStatistics *known = columnStatistics(table, match.captured(1));
        if (known)
            return match.captured(2).isEmpty() ? known->nullFraction : 1 - known->nullFraction;
    }
    if (const QString column = equalColumn(predicate); !column.isEmpty()) {
        const schema::ColumnStatistics *known = columnStatistics(table, column);
        const Size size = m_sizes.of(table, m_state);
        if (known && known->distinct > 0)
            return 1 / known->distinct;
        if (known && known->distinct < 0 && size.rows > 0)
            return std::min(1.0, 1 / (-known->distinct * double(size.rows)));
    }
    return unknownShare;
}

} // namespace lockstep::analysis
