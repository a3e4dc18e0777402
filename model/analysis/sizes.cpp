#include "sizes.h"

#include <algorithm>

namespace lockstep::analysis {

namespace {

constexpr qint64 guessedBytesPerRow = 100;

QString dotted(const Key &key)
{
    return key.first + QLatin1Char('.') + key.second;
}

} // namespace

QString grouped(qint64 number)
{
    QString text = QString::number(number);
    for (qsizetype pos = text.size() - 3; pos > (number < 0 ? 1 : 0); pos -= 3)
        text.insert(pos, QLatin1Char(' '));
    return text;
}

const schema::RelationStatistics *Sizes::statistics(const Key &relation) const
{
    const schema::RelationStatistics *known = nullptr;
    if (!m_options.statistics)
        return known;
    for (const schema::Kind kind : { schema::Kind::Table, schema::Kind::MaterializedView }) {
        if (!known)
            known = m_options.statistics->find(schema::objectId(kind, relation.first, relation.second));
    }
    return known;
}

const schema::RelationStatistics *Sizes::indexStatistics(const Key &index) const
{
    return m_options.statistics
               ? m_options.statistics->find(schema::objectId(schema::Kind::Index, index.first, index.second))
               : nullptr;
}

qint64 Sizes::typedRows(const Key &relation) const
{
    const qint64 typed = m_options.rows.value(dotted(relation), -1);
    return typed >= 0 ? typed : m_intents.rows.value(dotted(relation), -1);
}

Size Sizes::ofOne(const Key &relation) const
{
    Size size;
    const schema::RelationStatistics *known = statistics(relation);
    const qint64 typed = typedRows(relation);
    if (known && known->rows >= 0) {
        size.rows = known->rows;
        size.bytes = known->heapBytes > 0 ? known->heapBytes : known->pages * 8192;
        size.indexBytes = known->indexBytes;
        size.mainBytes = std::min(known->pages * 8192, size.bytes);
    }
    if (typed >= 0) {
        const bool canScale = size.rows > 0 && size.bytes > 0;
        size.bytes = canScale ? qint64(double(size.bytes) / double(size.rows) * double(typed))
                              : typed * guessedBytesPerRow;
        size.mainBytes = canScale ? qint64(double(size.mainBytes) / double(size.rows) * double(typed)) : 0;
        size.bytesGuessed = !canScale;
        size.rows = typed;
    }
    return size;
}

Size Sizes::of(const Key &relation, const SchemaState &state) const
{
    const RelationState *own = state.find(relation);
    if (own && own->kind == RelationKind::Index)
        return of(own->table, state);
    if (own && own->kind == RelationKind::Sequence)
        return { 1, 8192 }; // One row on one page.
    Size total = ofOne(state.measuredAs(relation));
    const bool ownIsNew = own && own->isNew;
    if (ownIsNew && !total.isKnown())
        total = { 0, 0 };
    const Keys parts = state.descendants(relation);
    if (parts.isEmpty())
        return total;
    // From 14 on ANALYZE counts the rows of a partitioned table, which are those of its partitions.
    if (own && own->isPartitioned) {
        if (typedRows(state.measuredAs(relation)) >= 0)
            return total;
        total = { 0, 0 };
    }
    for (const Key &part : parts) {
        const RelationState *child = state.find(part);
        if (child && child->isPartitioned)
            continue;
        const Size size = state.isNew(part) ? Size{ 0, 0 } : ofOne(state.measuredAs(part));
        if (!size.isKnown() || !total.isKnown())
            return {};
        total.rows += size.rows;
        total.bytes += size.bytes;
        total.indexBytes += size.indexBytes;
        total.mainBytes += size.mainBytes;
        total.bytesGuessed |= size.bytesGuessed;
    }
    return total;
}

} // namespace lockstep::analysis
