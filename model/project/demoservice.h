#pragma once

#include "worker.h"

#include <model/base/error.h>
#include <model/scratch/scratchserver.h>

#include <QObject>

namespace lockstep::project {

/// A small shop to try everything on: a private server with rows, and a project that compares it with the
/// shop as it shall be. The server ends with this object. Lives in the GUI thread; nothing here blocks.
class DemoService final : public QObject
{
    Q_OBJECT
public:
    explicit DemoService(QObject *parent = nullptr);
    ~DemoService() override;
    [[nodiscard]] bool isWorking() const { return m_isWorking; }

public slots:
    /// Begins anew each time; the files are written into `directory`.
    void start(const QString &directory);
    void cancel(); ///< No signal follows.

signals:
    void progress(const QString &what);
    void ready(const QString &projectPath);
    void failed(const lockstep::base::Error &error);

private:
    struct Shop; ///< Of the worker's thread only.

    std::shared_ptr<Shop> m_shop;
    Latest m_latest;
    bool m_isWorking = false;
    Worker m_worker;
};

/// Brings what happens to the GUI thread.
class DemoRelay final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void progress(const QString &what);
    void ready(const QString &projectPath);
    void failed(const lockstep::base::Error &error);
};

} // namespace lockstep::project
