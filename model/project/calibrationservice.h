#pragma once

#include "ratesstore.h"
#include "worker.h"

#include <model/base/error.h>
#include <model/postgres/session.h>
#include <model/proof/calibration.h>
#include <model/scratch/scratchserver.h>

#include <QObject>

#include <memory>
#include <variant>

namespace lockstep::project {

/// Measured on a scratch server of the given major that is gone afterwards.
struct CalibrateScratch
{
    scratch::ScratchOptions options;
};
/// Measured in a schema of its own in this database.
struct CalibrateDatabase
{
    postgres::ConnectionTarget target;
};
using CalibrationPlace = std::variant<CalibrateScratch, CalibrateDatabase>;

/// Measures a server in the background, one at a time, and keeps what it found. Lives in the GUI thread;
/// nothing here blocks but its end, which waits until a calibration has removed what it made.
class CalibrationService final : public QObject
{
    Q_OBJECT
public:
    explicit CalibrationService(QObject *parent = nullptr);
    ~CalibrationService() override;

    void setStore(const RatesStore &store) { m_store = store; }
    /// For less than a full measurement.
    void setOptions(const proof::CalibrationOptions &options) { m_options = options; }
    [[nodiscard]] bool isWorking() const { return m_isWorking; }

public slots:
    /// Does nothing while one is going on.
    void start(const lockstep::project::CalibrationPlace &place);
    /// canceled() follows when its tables are gone.
    void cancel();
    /// What is kept of this server goes; failed() if it cannot.
    void forget(const lockstep::analysis::ServerKey &key);

signals:
    void progress(const QString &what, double done); ///< 0 to 1.
    /// `notKept` says why the next start will not know it; empty: it will.
    void ready(const lockstep::analysis::RatesPtr &rates, const QString &notKept);
    void failed(const lockstep::base::Error &error);
    void canceled();

private:
    void take(const base::Result<analysis::RatesPtr> &rates, const QString &notKept);

    bool m_isWorking = false;
    RatesStore m_store;
    proof::CalibrationOptions m_options;
    Latest m_latest;
    /// Last, so that the thread ends before anything it uses.
    Worker m_worker{ QStringLiteral("calibration") };
};

} // namespace lockstep::project
