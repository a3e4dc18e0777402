#include "calibrationservice.h"

#include <model/base/log.h>

namespace lockstep::project {

namespace {

struct CalibrationRun
{
    const proof::CalibrationOptions &options;
    const proof::CalibrationProgress &progress;
    std::stop_token stop;

    base::Result<analysis::RatesPtr> operator()(const CalibrateDatabase &place) const
    {
        progress(QStringLiteral("Connecting to %1").arg(place.target.display()), 0);
        const auto session = postgres::Session::open(place.target, stop);
        return session.has_value() ? proof::calibrate(**session, options, progress, stop)
                                   : base::Result<analysis::RatesPtr>(session.error());
    }

    base::Result<analysis::RatesPtr> operator()(const CalibrateScratch &place) const
    {
        progress(QStringLiteral("Starting the scratch server"), 0);
        const auto server = scratch::ScratchServer::start(place.options, stop);
        if (!server.has_value())
            return server.error();
        const auto database = scratch::ScratchDatabase::create(*server, QStringLiteral("calibration"));
        if (!database.has_value())
            return database.error();
        const auto session = (*database)->open();
        if (!session.has_value())
            return session.error();
        const auto rates = proof::calibrate(**session, options, progress, stop);
        if (!rates.has_value())
            return rates;
        // Its name and identifier are as short-lived as itself.
        auto named = std::make_shared<analysis::Rates>(**rates);
        named->server = QStringLiteral("a scratch server (PostgreSQL %1)")
                            .arg((*session)->server().versionText.section(QLatin1Char(' '), 0, 0));
        named->key = {};
        return analysis::RatesPtr(named);
    }
};

} // namespace

CalibrationService::CalibrationService(QObject *parent)
    : QObject(parent)
{ }

CalibrationService::~CalibrationService()
{
    m_latest.abandon();
}

void CalibrationService::start(const CalibrationPlace &place)
{
    if (m_isWorking)
        return;
    m_isWorking = true;
    const Latest::Ticket ticket = m_latest.begin();
    m_worker.post([this, ticket, place, store = m_store, options = m_options] {
        const proof::CalibrationProgress report = [this](const QString &what, double done) {
            QMetaObject::invokeMethod(
                this,
                [this, what, done] {
                    if (m_isWorking)
                        emit progress(what, done);
                },
                Qt::QueuedConnection);
        };
        const auto rates = std::visit(CalibrationRun{ options, report, ticket.stop }, place);
        QString notKept;
        const bool isScratch = std::holds_alternative<CalibrateScratch>(place);
        if (rates.has_value() && !isScratch) {
            if (const auto saved = store.save(**rates); !saved.has_value())
                notKept = saved.error().message;
        }
        QMetaObject::invokeMethod(
            this, [this, rates, notKept] { take(rates, notKept); }, Qt::QueuedConnection);
    });
}

void CalibrationService::take(const base::Result<analysis::RatesPtr> &rates, const QString &notKept)
{
    m_isWorking = false;
    if (rates.has_value()) {
        base::log::info("project", QStringLiteral("Calibrated: %1.").arg((*rates)->words()));
        emit ready(*rates, notKept);
    } else if (rates.error().isCanceled()) {
        emit canceled();
    } else {
        base::log::warning("project", rates.error().toText());
        emit failed(rates.error());
    }
}

void CalibrationService::cancel()
{
    m_latest.abandon();
}

void CalibrationService::forget(const analysis::ServerKey &key)
{
    m_worker.post([this, key, store = m_store] {
        const auto gone = store.forget(key);
        if (!gone.has_value())
            QMetaObject::invokeMethod(
                this, [this, error = gone.error()] { emit failed(error); }, Qt::QueuedConnection);
    });
}

} // namespace lockstep::project
