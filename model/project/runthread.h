#pragma once

#include <model/base/error.h>
#include <model/execution/runner.h>

#include <QObject>

#include <functional>
#include <stop_token>

namespace lockstep::project {

/// Takes what a run says to whoever still listens, in their thread: emitting from the running
/// thread is a queued call. Lives as long as the run does, longer than its RunService perhaps.
class RunRelay final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void happened(const lockstep::execution::RunEvent &event);
    void finished(const lockstep::execution::RunOutcome &outcome);
    void failed(const lockstep::base::Error &error);
    void status(const lockstep::execution::RunStatus &status);
};

/// The same for a question to a server.
class ProbeRelay final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void answered(const lockstep::postgres::ServerInfo &server);
    void failed(const lockstep::base::Error &error);
};

struct RunJob
{
    execution::RunControl control;
    std::stop_source stop;
    RunRelay relay;
    bool stopAsked = false; ///< GUI thread only.
};

struct StatusJob
{
    RunRelay relay;
};

/// Runs `job` on a thread of its own that the end of the application waits for: a run that is
/// still finishing its batch must not be cut off.
void startThread(std::function<void()> job);

} // namespace lockstep::project
