#pragma once

#include "worker.h"

#include <model/base/error.h>
#include <model/proof/rehearsal.h>

#include <QObject>

namespace lockstep::project {

struct RehearsalRequest
{
    plan::PlanPtr plan;
    scratch::ScratchOptions scratch; ///< Its major version is that of the plan where there is a choice.
    proof::RehearsalOptions options;
};

/// Rehearses in the background, one plan at a time, and keeps the rows for another rehearsal on them. Lives
/// in the GUI thread; nothing here blocks but its end, which waits until a rehearsal has taken back what it
/// did.
class RehearsalService final : public QObject
{
    Q_OBJECT
public:
    explicit RehearsalService(QObject *parent = nullptr);
    ~RehearsalService() override;
    [[nodiscard]] bool isWorking() const { return m_isWorking; }

public slots:
    /// Does nothing while one is going on.
    void start(const lockstep::project::RehearsalRequest &request);
    /// canceled() follows when everything is gone or taken back.
    void cancel();
    /// As HTML, JSON or text, by the end of the path. saved() or saveFailed() follows.
    void save(const lockstep::proof::RehearsalPtr &rehearsal, const QString &path);

signals:
    void progress(const lockstep::proof::RehearsalProgress &now);
    void ready(const lockstep::proof::RehearsalPtr &rehearsal);
    void failed(const lockstep::base::Error &error);
    void canceled();
    void saved(const QString &path);
    void saveFailed(const lockstep::base::Error &error);

private:
    void take(const base::Result<proof::RehearsalPtr> &rehearsal);

    struct Kept;

    bool m_isWorking = false;
    Latest m_latest;
    std::shared_ptr<Kept> m_kept; ///< The scratch server and its rows; of the worker's thread.
    /// Last, so that the thread ends before anything it uses.
    Worker m_worker{ QStringLiteral("rehearsal") };
};

} // namespace lockstep::project
