#include "runthread.h"

#include <QCoreApplication>
#include <QThread>

#include <memory>
#include <mutex>
#include <vector>

namespace lockstep::project {

namespace {

struct RunningThreads
{
    std::mutex mutex;
    std::vector<std::unique_ptr<QThread>> threads;
};

RunningThreads &runningThreads()
{
    static RunningThreads instance;
    return instance;
}

void joinThreads()
{
    std::vector<std::unique_ptr<QThread>> left;
    {
        RunningThreads &running = runningThreads();
        const std::scoped_lock lock(running.mutex);
        left.swap(running.threads);
    }
    for (const auto &thread : left)
        thread->wait();
}

} // namespace

void startThread(std::function<void()> job)
{
    RunningThreads &running = runningThreads();
    const std::scoped_lock lock(running.mutex);
    if (running.threads.empty())
        qAddPostRoutine(joinThreads);
    std::erase_if(running.threads, [](const auto &thread) { return thread->isFinished(); });
    running.threads.emplace_back(QThread::create(std::move(job)));
    running.threads.back()->start();
}

} // namespace lockstep::project
