#include "catalogfeed.h"

#include "catalogqueries.h"
#include "readtransaction.h"

#include <model/base/log.h>

namespace lockstep::sources {

namespace {

constexpr size_t batchesAhead = 24;
constexpr size_t batchesAheadOfOne = 8;

} // namespace

CatalogFeed::CatalogFeed(postgres::Session &session, const QString &snapshot, std::vector<FeedQuery> queries,
                         std::stop_token stop)
    : m_session(session)
    , m_queries(std::move(queries))
    , m_batches(m_queries.size())
    , m_onStop(std::move(stop), [this] { end(); })
    , m_first([this] { run(m_session); })
{
    if (!snapshot.isEmpty())
        m_second = std::thread([this, snapshot] { runBeside(snapshot); });
}

CatalogFeed::~CatalogFeed()
{
    end();
    m_first.join();
    if (m_second.joinable())
        m_second.join();
}

void CatalogFeed::end()
{
    m_end.request_stop();
    {
        // Whoever is about to wait has either seen it or hears of it.
        const std::scoped_lock lock(m_mutex);
    }
    m_changed.notify_all();
}

CatalogFeed::Batch CatalogFeed::next()
{
    std::unique_lock lock(m_mutex);
    std::deque<Batch> &batches = m_batches[m_atHand];
    const auto isForsaken = [this] { return m_end.stop_requested() && m_atHand >= m_unclaimed; };
    m_changed.wait(lock, [&] { return !batches.empty() || isForsaken(); });
    if (batches.empty())
        return base::canceled();
    Batch batch = std::move(batches.front());
    batches.pop_front();
    --m_waiting;
    if (batch.has_value() && !batch->has_value())
        ++m_atHand;
    lock.unlock();
    m_changed.notify_all();
    return batch;
}

bool CatalogFeed::put(size_t query, Batch batch)
{
    std::unique_lock lock(m_mutex);
    // There is always room for the query at hand, whatever those after it have sent.
    m_changed.wait(lock, [this, query] {
        return m_end.stop_requested() || m_waiting < batchesAhead
               || (query == m_atHand && m_batches[query].size() < batchesAheadOfOne);
    });
    m_batches[query].push_back(std::move(batch));
    ++m_waiting;
    lock.unlock();
    m_changed.notify_all();
    return !m_end.stop_requested();
}

std::optional<size_t> CatalogFeed::claim()
{
    const std::scoped_lock lock(m_mutex);
    if (m_unclaimed == m_queries.size() || m_end.stop_requested())
        return std::nullopt;
    return m_unclaimed++;
}

void CatalogFeed::run(postgres::Session &session)
{
    const postgres::CancelOnStop canceler(session, m_end.get_token());
    while (const auto query = claim()) {
        const auto taken = streamCatalogQuery(
            session, m_queries[*query].name, m_queries[*query].keyColumns,
            [&](postgres::Rows &&rows) { return put(*query, std::optional(std::move(rows))); },
            m_end.get_token());
        const bool goesOn =
            put(*query, taken.has_value() ? Batch(std::optional<postgres::Rows>()) : Batch(taken.error()));
        if (!goesOn || !taken.has_value())
            return;
    }
}

void CatalogFeed::runBeside(const QString &snapshot)
{
    auto session = m_session.openAnother(m_end.get_token());
    if (session.has_value()) {
        ReadTransaction transaction(**session);
        if (transaction.begin(snapshot).has_value())
            return run(**session);
    }
    base::log::debug("sources", QStringLiteral("The catalog is read through one connection only."));
}

} // namespace lockstep::sources
