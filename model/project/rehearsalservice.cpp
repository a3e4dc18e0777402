#include "rehearsalservice.h"

#include <model/base/log.h>
#include <model/proof/rehearsalwriters.h>

#include <QSaveFile>

namespace lockstep::project {

namespace {

base::Result<proof::RehearsalPtr> runRehearsal(const RehearsalRequest &request,
                                               const proof::RehearsalSink &sink, const std::stop_token &stop)
{
    sink({ QStringLiteral("Starting the scratch server."), 0, 0, {}, execution::StepState::Pending, 0 });
    scratch::ScratchOptions options = request.scratch;
    options.preferredMajor = request.plan->serverVersion / 10000;
    const auto server = scratch::ScratchServer::start(options, stop);
    if (!server.has_value())
        return server.error();
    return proof::rehearse(request.plan, *server, request.options, sink, stop);
}

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

RehearsalService::RehearsalService(QObject *parent)
    : QObject(parent)
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
    m_worker.post([this, ticket, request] {
        const proof::RehearsalSink report = [this](const proof::RehearsalProgress &now) {
            QMetaObject::invokeMethod(
                this,
                [this, now] {
                    if (m_isWorking)
                        emit progress(now);
                },
                Qt::QueuedConnection);
        };
        const auto rehearsal = runRehearsal(request, report, ticket.stop);
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
