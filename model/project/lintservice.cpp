#include "lintservice.h"

#include "worker.h"

namespace lockstep::project {

namespace lint = analysis::lint;

struct LintService::Private
{
    Latest check, read;
    bool isChecking = false;
    /// Last, so that the thread ends before anything it uses.
    Worker worker{ QStringLiteral("lint") };
};

namespace {

base::Result<lint::LintReport> runLint(const LintRequest &request, const std::stop_token &stop)
{
    lint::LintOptions options;
    options.serverVersion = request.serverVersion;
    options.settings = request.rules;
    options.settings.inTransaction = request.inTransaction;
    options.rates = request.rates;
    options.knowsSchema = request.schema != nullptr;
    if (request.schema) {
        options.statistics = request.schema->statistics;
        if (options.serverVersion == 0)
            options.serverVersion = request.schema->catalog->serverVersion();
    }
    return lint::lint(request.files, request.schema ? request.schema->catalog : schema::CatalogPtr(), options,
                      stop);
}

} // namespace

LintService::LintService(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{ }

LintService::~LintService()
{
    d->check.abandon();
    d->read.abandon();
}

bool LintService::isWorking() const
{
    return d->isChecking;
}

void LintService::check(const LintRequest &request)
{
    const Latest::Ticket ticket = d->check.begin();
    if (!d->isChecking) {
        d->isChecking = true;
        emit workingChanged(true);
    }
    d->worker.post([this, ticket, request] {
        // An older one that was not begun yet is not begun at all.
        if (ticket.stop.stop_requested())
            return;
        const auto result = runLint(request, ticket.stop);
        if (!result.has_value())
            return;
        const auto report = std::make_shared<const lint::LintReport>(*result);
        QMetaObject::invokeMethod(
            this,
            [this, ticket, report] {
                if (!d->check.isCurrent(ticket.generation))
                    return;
                d->isChecking = false;
                emit workingChanged(false);
                emit checked(report);
            },
            Qt::QueuedConnection);
    });
}

void LintService::read(const QStringList &paths)
{
    const Latest::Ticket ticket = d->read.begin();
    d->worker.post([this, ticket, paths] {
        const auto scripts = sources::readScripts(paths, ticket.stop);
        QMetaObject::invokeMethod(
            this,
            [this, ticket, scripts] {
                if (!d->read.isCurrent(ticket.generation))
                    return;
                if (scripts.has_value())
                    emit scriptsRead(*scripts);
                else if (!scripts.error().isCanceled())
                    emit readFailed(scripts.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace lockstep::project
