#pragma once

#include <model/base/strongid.h>

#include <QThread>

#include <functional>
#include <memory>
#include <stop_token>

namespace lockstep::project {

/// One long-lived thread that runs what is posted to it, one after the other. Long-lived because a
/// private scratch server dies with the thread that started it.
class Worker
{
public:
    explicit Worker(const QString &name);
    /// Lets the running job end and forgets the others: stop them first.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void post(std::function<void()> job);

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_context;
};

/// The newest request of one kind. Beginning another stops the one before; what that one still
/// delivers is recognised as stale by its generation. Belongs to the GUI thread.
class Latest
{
public:
    struct Ticket
    {
        base::Generation generation;
        std::stop_token stop;
    };

    [[nodiscard]] Ticket begin();
    void abandon();
    [[nodiscard]] bool isCurrent(base::Generation generation) const { return generation == m_generation; }

private:
    base::Generation m_generation{ 0 };
    std::stop_source m_stop;
};

} // namespace lockstep::project
