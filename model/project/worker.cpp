#include "worker.h"

namespace lockstep::project {

Worker::Worker(const QString &name)
    : m_context(std::make_unique<QObject>())
{
    m_thread.setObjectName(name);
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    m_thread.quit();
    m_thread.wait();
}

void Worker::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_context.get(), std::move(job), Qt::QueuedConnection);
}

Latest::Ticket Latest::begin()
{
    abandon();
    return { m_generation, m_stop.get_token() };
}

void Latest::abandon()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_generation = base::Generation(m_generation.value() + 1);
}

} // namespace lockstep::project
