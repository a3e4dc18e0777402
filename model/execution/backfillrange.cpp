#include "backfillrange.h"

#include "controllaw.h"

#include <model/plan/backfillway.h>

#include <algorithm>

namespace lockstep::execution {

namespace {

using plan::tidRangeScansSince;
using plan::walkedByBlocksFromPages;

struct RelationFacts
{
    qint64 rows = 0;
    qint64 pages = 0;
    QString relfilenode;
    bool keyIsNotNull = false;
    int indexes = 0; ///< Without the primary key's.
};

base::Result<RelationFacts> readFacts(postgres::Session &session, const plan::BackfillSpec &spec,
                                      const BackfillRange &range)
{
    const auto rows = session.query(
        QStringLiteral(
            "SELECT CASE WHEN c.reltuples > 0 AND c.relpages > 0 THEN (c.reltuples / c.relpages *"
            " (pg_relation_size(c.oid) / current_setting('block_size')::bigint))::bigint"
            " ELSE coalesce(pg_stat_get_live_tuples(c.oid), 0) END,"
            " pg_relation_size(c.oid) / current_setting('block_size')::bigint,"
            " coalesce(pg_relation_filenode(c.oid)::text, ''),"
            " (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnotnull AND NOT "
            "a.attisdropped"
            "   AND a.attname IN (SELECT jsonb_array_elements_text($2::jsonb))) = "
            "jsonb_array_length($2::jsonb),"
            " (SELECT count(*) FROM pg_index i WHERE i.indrelid = c.oid AND NOT i.indisprimary)"
            " FROM pg_class c WHERE c.oid = $1"),
        { QString::number(range.relation), positionJson(spec.key).value_or(QStringLiteral("[]")) });
    if (!rows.has_value())
        return rows.error();
    if (rows->count() == 0)
        return base::inputError(QStringLiteral("There is no table %1 to fill.")
                                    .arg(schema::qualified(spec.table.schema, spec.table.name)));
    return RelationFacts{ rows->integer(0, 0), rows->integer(0, 1), rows->text(0, 2),
                          !spec.key.isEmpty() && rows->boolean(0, 3), int(rows->integer(0, 4)) };
}

/// Rows a page; of a table that was never analysed its first pages are counted.
double rowsPerPage(postgres::Session &session, const plan::BackfillSpec &spec, const RelationFacts &facts)
{
    constexpr qint64 sample = 20;
    if (facts.rows > 0 && facts.pages > 0)
        return double(facts.rows) / double(facts.pages);
    const std::unique_ptr<Batcher> first =
        makeCtidBatcher(spec, 1, session.server().version >= tidRangeScansSince);
    postgres::Parameters parameters;
    const QString inRange = first->condition({ {}, { QString::number(sample) }, 0 }, &parameters);
    const auto rows = session.query(
        QStringLiteral("SELECT count(*) FROM %1 WHERE %2").arg(relationText(spec), inRange), parameters);
    const double counted = rows.has_value() ? rows->real(0, 0) : 0;
    return counted / double(std::clamp<qint64>(facts.pages, 1, sample));
}

/// Whether PostgreSQL finds the end of a stretch on an index, in its order.
base::Result<bool> isWalkedByIndex(postgres::Session &session, const Batcher &batcher, const Position &bound)
{
    postgres::Parameters parameters;
    const QString boundary = batcher.boundaryQuery({}, bound, 500, &parameters);
    const auto plan = session.query(QStringLiteral("EXPLAIN (COSTS off) %1").arg(boundary), parameters);
    if (!plan.has_value())
        return plan.error();
    for (int i = 0; i < plan->count(); ++i) {
        const QString line = plan->text(i, 0);
        if (line.contains(QLatin1String("Seq Scan")) || line.contains(QLatin1String("Sort")))
            return false;
    }
    return true;
}

class RangeOpener
{
public:
    RangeOpener(RunContext &context, const plan::Step &step, OpenRange &open, int pass)
        : m_context(context)
        , m_session(*open.session)
        , m_step(step)
        , m_open(open)
        , m_pass(pass)
    { }
    base::Result<void> begin();
    base::Result<void> takeUp();
    void setBounds();
    base::Result<void> slice(int slices);

private:
    [[nodiscard]] bool mayWalkBlocks() const
    {
        return m_open.spec.into.name.isEmpty() && !m_open.spec.where.isEmpty();
    }
    [[nodiscard]] bool hasTidRangeScan() const { return m_session.server().version >= tidRangeScansSince; }
    base::Result<void> chooseBatcher();
    base::Result<void> findBound();
    void walkBlocks(const QString &because);
    base::Error noWay() const;

    RunContext &m_context;
    postgres::Session &m_session;
    const plan::Step &m_step;
    OpenRange &m_open;
    int m_pass;
    RelationFacts m_facts;
};

base::Error RangeOpener::noWay() const
{
    const QString table = schema::qualified(m_open.spec.table.schema, m_open.spec.table.name);
    if (m_open.spec.key.isEmpty())
        return base::inputError(
            QStringLiteral("A backfill of %1 without a key needs a condition for the rows still to do.")
                .arg(table));
    return base::inputError(
        QStringLiteral("The key columns of %1 (%2) may be NULL, so rows without a key would be left out.")
            .arg(table, m_open.spec.key.join(QStringLiteral(", "))),
        QStringLiteral(
            "Set the columns NOT NULL, or give the backfill a condition for the rows still to do."));
}

void RangeOpener::walkBlocks(const QString &because)
{
    m_open.range.batcher = plan::Batcher::Ctid;
    m_open.batcher =
        makeCtidBatcher(m_open.spec, rowsPerPage(m_session, m_open.spec, m_facts), hasTidRangeScan());
    if (!because.isEmpty())
        m_context.log(EventLevel::Info, m_step.id, because);
}

base::Result<void> RangeOpener::chooseBatcher()
{
    const QString relation = relationText(m_open.spec);
    if (m_open.spec.batcher == plan::Batcher::Ctid || !m_facts.keyIsNotNull) {
        if (!mayWalkBlocks())
            return noWay();
        walkBlocks(m_open.spec.batcher == plan::Batcher::Ctid
                       ? QString()
                       : QStringLiteral("The key of %1 may be NULL: its rows are visited block by block.")
                             .arg(relation));
        return {};
    }
    m_open.range.batcher = plan::Batcher::Keyset;
    m_open.batcher = makeKeysetBatcher(m_open.spec);
    if (m_facts.pages < walkedByBlocksFromPages || !mayWalkBlocks())
        return {};
    // Blocks are a fifth cheaper to walk than an index, and much more where keys are random. Rows that others
    // move meanwhile are left out, so whatever is left after that is visited by key.
    if (hasTidRangeScan() && m_pass == 1)
        walkBlocks({});
    return {};
}

base::Result<void> RangeOpener::findBound()
{
    auto bound = m_open.batcher->bound(m_session);
    if (!bound.has_value())
        return bound.error();
    m_open.range.bound = bound->value_or(Position());
    const bool isKeyset = m_open.range.batcher == plan::Batcher::Keyset;
    if (!isKeyset || m_facts.pages < walkedByBlocksFromPages || m_open.range.bound.isEmpty())
        return {};
    const auto isIndexed = isWalkedByIndex(m_session, *m_open.batcher, m_open.range.bound);
    if (!isIndexed.has_value())
        return isIndexed.error();
    if (*isIndexed)
        return {};
    const QString relation = relationText(m_open.spec);
    if (!mayWalkBlocks()) {
        m_context.log(EventLevel::Warning, m_step.id,
                      QStringLiteral("No index of %1 has the order of %2: each batch has to sort the table.")
                          .arg(relation, m_open.batcher->rowName()));
        return {};
    }
    walkBlocks(QStringLiteral("No index of %1 has the order of %2: its rows are visited block by block.")
                   .arg(relation, m_open.spec.key.join(QStringLiteral(", "))));
    bound = m_open.batcher->bound(m_session);
    if (!bound.has_value())
        return bound.error();
    m_open.range.bound = bound->value_or(Position());
    return {};
}

base::Result<void> RangeOpener::begin()
{
    const auto facts = readFacts(m_session, m_open.spec, m_open.range);
    if (!facts.has_value())
        return facts.error();
    m_facts = *facts;
    m_open.range.estimatedRows = m_facts.rows;
    if (const auto chosen = chooseBatcher(); !chosen.has_value())
        return chosen;
    if (const auto bound = findBound(); !bound.has_value())
        return bound;
    BackfillRange &range = m_open.range;
    range.stripes = 1;
    if (const auto begun = beginRange(*m_context.fence, m_context.journal, range); !begun.has_value())
        return begun;
    range.state = BackfillRange::State::Running;
    range.relfilenode = m_facts.relfilenode;
    range.cursor.clear();
    range.hi.clear();
    range.stripe = 0;
    range.stretchRows = 0;
    return {};
}

base::Result<void> RangeOpener::takeUp()
{
    const auto facts = readFacts(m_session, m_open.spec, m_open.range);
    if (!facts.has_value())
        return facts.error();
    m_facts = *facts;
    if (m_open.range.batcher == plan::Batcher::Ctid) {
        const bool isRewritten = m_open.range.relfilenode != m_facts.relfilenode;
        if (isRewritten && m_open.range.lo.isEmpty())
            return begin();
        // The blocks of a slice are others now: the first slice or the sweep sees to their rows.
        if (isRewritten)
            m_open.range.bound.clear();
        walkBlocks({});
        return {};
    }
    m_open.batcher = makeKeysetBatcher(m_open.spec);
    // Tells the batcher where the keys begin; the end stays as it was.
    const auto bound = m_open.batcher->bound(m_session);
    return bound.has_value() ? base::Result<void>() : base::Result<void>(bound.error());
}

base::Result<void> RangeOpener::slice(int slices)
{
    constexpr qint64 fewestRows = 5000;
    const int most = int(std::min<qint64>(slices, m_facts.rows / fewestRows));
    if (most < 2 || m_open.range.bound.isEmpty())
        return {};
    const auto cuts = m_open.batcher->cuts(m_session, m_open.range.bound, most);
    if (!cuts.has_value())
        return cuts.error();
    if (cuts->isEmpty()) {
        m_context.log(EventLevel::Info, m_step.id,
                      QStringLiteral("Nothing tells how the keys of %1 are spread (ANALYZE would), so one "
                                     "worker fills it.")
                          .arg(relationText(m_open.spec)));
        return {};
    }
    return insertSlices(*m_context.fence, m_context.journal, m_open.range, *cuts);
}

void RangeOpener::setBounds()
{
    const qint64 rows = m_facts.rows;
    m_open.mostRows =
        int(std::min<qint64>(plan::mostBatchRows(rows / m_context.workers()), BatchSize::maximum));
    const bool isCopy = !m_open.spec.into.name.isEmpty(); // Nothing is moved off a page.
    if (isCopy || m_open.batcher->stripe(2, 0).isEmpty())
        return;
    const bool isByBlocks = m_open.range.batcher == plan::Batcher::Ctid;
    m_open.stripes = plan::backfillStripes(rows, m_facts.indexes, isByBlocks);
}

OpenRange unopened(postgres::Session &session, const plan::Step &step, const BackfillRange &range)
{
    OpenRange open;
    open.range = range;
    open.session = &session;
    open.spec = *step.backfill;
    if (!range.isWhole)
        open.spec.part = range.name;
    return open;
}

} // namespace

base::Result<OpenRange> openRange(RunContext &context, postgres::Session &session, const plan::Step &step,
                                  const BackfillRange &range, int pass)
{
    OpenRange open = unopened(session, step, range);
    RangeOpener opener(context, step, open, pass);
    const auto opened = range.state == BackfillRange::State::Running ? opener.takeUp() : opener.begin();
    if (!opened.has_value())
        return opened.error();
    opener.setBounds();
    return open;
}

base::Result<void> sliceRange(RunContext &context, const plan::Step &step, const BackfillRange &range,
                              int slices)
{
    OpenRange open = unopened(*context.work, step, range);
    RangeOpener opener(context, step, open, range.pass);
    const auto begun = opener.begin();
    return begun.has_value() ? opener.slice(slices) : begun;
}

base::Result<bool> wasRewritten(RunContext &context, const BackfillRange &range)
{
    if (range.batcher != plan::Batcher::Ctid)
        return false;
    const auto rows =
        context.fence->query(QStringLiteral("SELECT coalesce(pg_relation_filenode($1::oid)::text, '')"),
                             { QString::number(range.relation) });
    if (!rows.has_value())
        return rows.error();
    return rows->text(0, 0) != range.relfilenode;
}

} // namespace lockstep::execution
