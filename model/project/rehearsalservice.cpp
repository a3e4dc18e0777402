#include "rehearsalservice.h"

#include <model/base/log.h>
#include <model/proof/rehearsalwriters.h>

#include <QSaveFile>

namespace lockstep::project {

namespace {

base::Result<void> writeReport(const proof::Rehearsal &rehearsal, const QString &path)
{
    const QByteArray bytes = path.endsWith(QLatin1String(".json"))  ? proof::rehearsalJson(rehearsal)
                             : path.endsWith(QLatin1String(".txt")) ? proof::rehearsalText(rehearsal)
                                                                    : proof::rehearsalHtml(rehearsal);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    base::Error error;
    error.kind = base::ErrorKind::Environment;
    error.message = QStringLiteral("The report %1 cannot be written: %2.").arg(path, file.errorString());
    return error;
}

} // namespace

/// A server is as good for the next plan of the same major version.
struct RehearsalService::Kept
{
    QString name; ///< As the options name the server.
    int major = 0;
    std::shared_ptr<proof::RehearsalStock> stock = std::make_shared<proof::RehearsalStock>();
    scratch::ScratchServerPtr server;

    base::Result<void> startServer(const RehearsalRequest &request, const std::stop_token &stop)
    {
        scratch::ScratchOptions options = request.scratch;
        options.preferredMajor = request.plan->serverVersion / 10000;
        if (server && name == options.server && major == options.preferredMajor)
            return {};
        stock = std::make_shared<proof::RehearsalStock>();
        server.reset();
        auto started = scratch::ScratchServer::start(options, stop);
        if (!started.has_value())
            return started.error();
        server = *started;
        name = options.server;
        major = options.preferredMajor;
        return {};
    }

    base::Result<proof::RehearsalPtr> rehearse(const RehearsalRequest &request,
                                               const proof::RehearsalSink &sink, const std::stop_token &stop)
    {
        sink({ QStringLiteral("Starting the scratch server."), 0, 0, {}, execution::StepState::Pending, 0 });
        if (const auto started = startServer(request, stop); !started.has_value())
            return started.error();
        proof::RehearsalOptions options = request.options;
        options.stock = stock;
        auto rehearsal = proof::rehearse(request.plan, server, options, sink, stop);
        if (!rehearsal.has_value() && !rehearsal.error().isCanceled()) {
            stock->base.reset(); // Perhaps it is the server that is not well: the next one begins anew.
            server.reset();
        }
        return rehearsal;
    }
};

RehearsalService::RehearsalService(QObject *parent)
    : QObject(parent)
    , m_kept(std::make_shared<Kept>())
{ }

RehearsalService::~RehearsalService()
{
    m_latest.abandon();
}

void RehearsalService::start(const RehearsalRequest &request)
{
    if (m_isWorking || !request.plan)
        return;
    m_isWorking = true;
    const Latest::Ticket ticket = m_latest.begin();
    m_worker.post([this, ticket, request, kept = m_kept] {
        const proof::RehearsalSink report = [this](const proof::RehearsalProgress &now) {
            QMetaObject::invokeMethod(
                this,
                [this, now] {
                    if (m_isWorking)
                        emit progress(now);
                },
                Qt::QueuedConnection);
        };
        const auto rehearsal = kept->rehearse(request, report, ticket.stop);
        QMetaObject::invokeMethod(
            this, [this, rehearsal] { take(rehearsal); }, Qt::QueuedConnection);
    });
}

void RehearsalService::take(const base::Result<proof::RehearsalPtr> &rehearsal)
{
    m_isWorking = false;
    if (rehearsal.has_value()) {
        base::log::info("project", QStringLiteral("Rehearsed: %1").arg(proof::outcomeText(**rehearsal)));
        emit ready(*rehearsal);
    } else if (rehearsal.error().isCanceled()) {
        emit canceled();
    } else {
        base::log::warning("project", rehearsal.error().toText());
        emit failed(rehearsal.error());
    }
}

void RehearsalService::cancel()
{
    m_latest.abandon();
}

void RehearsalService::save(const proof::RehearsalPtr &rehearsal, const QString &path)
{
    m_worker.post([this, rehearsal, path] {
        const auto written = writeReport(*rehearsal, path);
        QMetaObject::invokeMethod(
            this,
            [this, written, path] {
                if (written.has_value())
                    emit saved(path);
                else
                    emit saveFailed(written.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace lockstep::project
