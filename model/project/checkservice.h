#pragma once

#include "preflight.h"
#include "worker.h"

#include <QObject>

namespace lockstep::project {

/// Asks the checklist of a database in the background. One question at a time: a newer one ends the one
/// before. Lives in the GUI thread; nothing here blocks.
class CheckService final : public QObject
{
    Q_OBJECT
public:
    explicit CheckService(QObject *parent = nullptr);
    ~CheckService() override;
    [[nodiscard]] bool isWorking() const { return m_isWorking; }

public slots:
    void ask(const lockstep::plan::PlanPtr &plan, const lockstep::postgres::ConnectionTarget &target,
             const lockstep::project::PreflightOptions &options);
    void cancel(); ///< No signal follows.

signals:
    void ready(const lockstep::analysis::ChecklistPtr &list);
    void failed(const lockstep::base::Error &error);

private:
    Latest m_latest;
    bool m_isWorking = false;
};

/// Brings one answer to the GUI thread.
class CheckRelay final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void ready(const lockstep::analysis::ChecklistPtr &list);
    void failed(const lockstep::base::Error &error);
};

} // namespace lockstep::project
