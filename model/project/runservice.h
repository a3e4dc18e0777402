#pragma once

#include <model/execution/runner.h>

#include <QObject>

#include <functional>
#include <memory>

namespace lockstep::project {

/// One run (or rollback) of a plan on a thread of its own, its events brought to the GUI thread.
/// Lives in the GUI thread; nothing here blocks. Destroying it asks a running plan to pause after
/// its batch and waits for that in the background.
class RunService final : public QObject
{
    Q_OBJECT
public:
    explicit RunService(QObject *parent = nullptr);
    ~RunService() override;
    [[nodiscard]] bool isRunning() const;

public slots:
    void start(const lockstep::plan::PlanPtr &plan, const lockstep::postgres::ConnectionTarget &target,
               const lockstep::execution::RunOptions &options);
    void rollBack(const lockstep::plan::PlanPtr &plan, const lockstep::postgres::ConnectionTarget &target,
                  const lockstep::execution::RunOptions &options);
    void pause();
    void resume();
    void stop();
    void approveGate(const QString &stepId);
    void allowLoss(const QString &stepId);
    /// As RunControl has them.
    void extendLockWait();
    void endBlocker(const lockstep::execution::Blocker &blocker, lockstep::execution::BlockerEnd how);
    /// Asks the runner of another process to stop, through the journal; statusReady() says what it came to.
    void stopElsewhere(const lockstep::postgres::ConnectionTarget &target);
    /// Reads the journal of a database in the background; answers with statusReady().
    void readStatus(const lockstep::postgres::ConnectionTarget &target);

signals:
    void happened(const lockstep::execution::RunEvent &event);
    void finished(const lockstep::execution::RunOutcome &outcome);
    void failed(const lockstep::base::Error &error);
    void statusReady(const lockstep::execution::RunStatus &status);
    void statusFailed(const lockstep::base::Error &error); ///< The journal could not be read.

private:
    using RunCall = base::Result<execution::RunOutcome>(const execution::RunOptions &,
                                                        execution::RunControl &, const execution::EventSink &,
                                                        std::stop_token);
    void launch(const std::function<RunCall> &call, const execution::RunOptions &options);

    /// In the background, after `before` has gone well.
    void answerWithStatus(const postgres::ConnectionTarget &target,
                          const std::function<base::Result<void>()> &before);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lockstep::project
