#pragma once

#include <model/postgres/session.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace lockstep::sources {

/// One catalog query and how its rows may be cut into batches.
struct FeedQuery
{
    QString name;
    int keyColumns = 0; ///< As Session::queryInBatches().
};

/// Runs catalog queries ahead of whoever takes their rows, in threads of its own: the server works
/// while we read what it sent before, and what waits to be read stays small however big the catalog
/// is. Printing definitions keeps a server process busy, so a second connection with the same
/// snapshot takes every query that is free when it is; where none can be had, the first does it all.
class CatalogFeed
{
public:
    using Batch = base::Result<std::optional<postgres::Rows>>;

    /// The session, in its transaction, belongs to the feed until that is gone. With an empty
    /// `snapshot` there is no second connection.
    CatalogFeed(postgres::Session &session, const QString &snapshot, std::vector<FeedQuery> queries,
                std::stop_token stop);
    ~CatalogFeed();
    CatalogFeed(const CatalogFeed &) = delete;
    CatalogFeed &operator=(const CatalogFeed &) = delete;

    /// The next batch of the query at hand, nothing at its end; then the next query is at hand.
    [[nodiscard]] Batch next();

private:
    void end();
    void runBeside(const QString &snapshot);
    void run(postgres::Session &session);
    [[nodiscard]] std::optional<size_t> claim();
    /// False once nobody takes them any more.
    bool put(size_t query, Batch batch);

    postgres::Session &m_session;
    const std::vector<FeedQuery> m_queries;
    std::stop_source m_end; ///< The reader's wish, or nobody takes them any more.
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::deque<Batch>> m_batches; ///< By query; guarded by m_mutex, as what follows.
    size_t m_waiting = 0; ///< Batches of all queries.
    size_t m_atHand = 0;
    size_t m_unclaimed = 0; ///< Queries before it are claimed.
    std::stop_callback<std::function<void()>>
        m_onStop; ///< Last, with the threads: they use all of the above.
    std::thread m_first;
    std::thread m_second;
};

} // namespace lockstep::sources
