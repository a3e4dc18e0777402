#include "runservice.h"

#include "runthread.h"

#include <model/sources/catalogreader.h>

#include <QThread>

namespace lockstep::project {

struct RunService::Private
{
    std::shared_ptr<RunJob> job;
};

namespace {

base::Result<QByteArray> currentFingerprint(postgres::Session &session)
{
    const auto catalog = sources::readCatalog(session);
    if (!catalog.has_value())
        return catalog.error();
    return (*catalog)->fingerprint();
}

base::Error busyError()
{
    base::Error error;
    error.kind = base::ErrorKind::Refused;
    error.message = QStringLiteral("A run is going on already.");
    error.hint = QStringLiteral("Wait until it ends, or stop it first.");
    return error;
}

} // namespace

RunService::RunService(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{ }

RunService::~RunService()
{
    if (d->job)
        d->job->control.stop();
}

bool RunService::isRunning() const
{
    return d->job != nullptr;
}

void RunService::launch(const std::function<RunCall> &call, const execution::RunOptions &options)
{
    if (d->job) {
        emit failed(busyError());
        return;
    }
    d->job = std::make_shared<RunJob>();
    RunRelay *relay = &d->job->relay;
    connect(relay, &RunRelay::happened, this, &RunService::happened);
    connect(relay, &RunRelay::finished, this, [this](const execution::RunOutcome &outcome) {
        d->job.reset();
        emit finished(outcome);
    });
    connect(relay, &RunRelay::failed, this, [this](const base::Error &error) {
        d->job.reset();
        emit failed(error);
    });
    execution::RunOptions complete = options;
    complete.readFingerprint = currentFingerprint;
    startThread([job = d->job, call, complete] {
        const execution::EventSink sink = [&](const execution::RunEvent &event) {
            emit job->relay.happened(event);
        };
        const auto outcome = call(complete, job->control, sink, job->stop.get_token());
        if (outcome.has_value())
            emit job->relay.finished(*outcome);
        else
            emit job->relay.failed(outcome.error());
    });
}

void RunService::start(const plan::PlanPtr &plan, const postgres::ConnectionTarget &target,
                       const execution::RunOptions &options)
{
    launch(
        [plan, target](const execution::RunOptions &complete, execution::RunControl &control,
                       const execution::EventSink &sink, std::stop_token stop) {
            return execution::runPlan(plan, target, complete, control, sink, stop);
        },
        options);
}

void RunService::rollBack(const plan::PlanPtr &plan, const postgres::ConnectionTarget &target,
                          const execution::RunOptions &options)
{
    launch(
        [plan, target](const execution::RunOptions &complete, execution::RunControl &control,
                       const execution::EventSink &sink, std::stop_token stop) {
            return execution::rollBackRun(plan, target, complete, control, sink, stop);
        },
        options);
}

void RunService::pause()
{
    if (d->job)
        d->job->control.pause();
}

void RunService::resume()
{
    if (d->job)
        d->job->control.resume();
}

void RunService::stop()
{
    if (!d->job)
        return;
    if (d->job->stopAsked)
        d->job->stop.request_stop();
    d->job->stopAsked = true;
    d->job->control.stop();
}

void RunService::approveGate(const QString &stepId)
{
    if (d->job)
        d->job->control.approveGate(stepId);
}

void RunService::allowLoss(const QString &stepId)
{
    if (d->job)
        d->job->control.allowLoss(stepId);
}

void RunService::extendLockWait()
{
    if (d->job)
        d->job->control.extendLockWait();
}

void RunService::endBlocker(const execution::Blocker &blocker, execution::BlockerEnd how)
{
    if (d->job)
        d->job->control.endBlocker(blocker, how);
}

void RunService::stopElsewhere(const postgres::ConnectionTarget &target)
{
    answerWithStatus(target, [target] {
        const auto asked = execution::requestRun(target, execution::RemoteRequest::Cancel);
        if (!asked.has_value())
            return asked;
        // It ends after its batch; what takes longer is seen when the journal is read again.
        constexpr int tries = 20;
        for (int i = 0; i < tries; ++i) {
            QThread::msleep(250);
            const auto status = execution::runStatus(target);
            if (!status.has_value() || !status->runnerAlive)
                break;
        }
        return asked;
    });
}

void RunService::readStatus(const postgres::ConnectionTarget &target)
{
    answerWithStatus(target, [] { return base::Result<void>(); });
}

void RunService::answerWithStatus(const postgres::ConnectionTarget &target,
                                  const std::function<base::Result<void>()> &before)
{
    const auto reader = std::make_shared<StatusJob>();
    connect(&reader->relay, &RunRelay::status, this, &RunService::statusReady);
    connect(&reader->relay, &RunRelay::failed, this, &RunService::statusFailed);
    startThread([reader, target, before] {
        if (const auto done = before(); !done.has_value()) {
            emit reader->relay.failed(done.error());
            return;
        }
        const auto status = execution::runStatus(target);
        if (status.has_value())
            emit reader->relay.status(*status);
        else
            emit reader->relay.failed(status.error());
    });
}

} // namespace lockstep::project
