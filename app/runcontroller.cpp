#include "runcontroller.h"

#include <model/execution/journalgone.h>
#include <model/items/stepnumbers.h>
#include <widgets/run/runpage.h>

namespace lockstep::app {

using widgets::RunPage;

namespace {

QString serverLine(const postgres::ServerInfo &server)
{
    const QString host = server.host.isEmpty() ? RunController::tr("local socket") : server.host;
    return RunController::tr("PostgreSQL %1 \u00b7 database %2 \u00b7 %3 \u00b7 as %4")
        .arg(server.versionText, server.database, host, server.user);
}

base::Error unusableError(const QString &message, const QString &hint)
{
    base::Error error;
    error.kind = base::ErrorKind::Refused;
    error.message = message;
    error.hint = hint;
    return error;
}

} // namespace

RunController::RunController(RunPage *page, project::Pipeline *pipeline, Document *document, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_pipeline(pipeline)
    , m_document(document)
{
    connectPage();
    connectService();
}

void RunController::connectPage()
{
    connect(m_page, &RunPage::targetEdited, this, &RunController::ask);
    connect(m_page, &RunPage::targetEdited, this, [this](const QString &shown) {
        if (shown != m_known)
            setKnown({});
    });
    connect(m_page, &RunPage::startRequested, this, &RunController::start);
    connect(m_page, &RunPage::pauseRequested, &m_service, &project::RunService::pause);
    connect(m_page, &RunPage::continueRequested, &m_service, &project::RunService::resume);
    connect(m_page, &RunPage::stopRequested, this, &RunController::stop);
    connect(m_page, &RunPage::rollBackRequested, this, &RunController::rollBack);
    connect(m_page, &RunPage::takeOverRequested, this, &RunController::takeOver);
    connect(m_page, &RunPage::remoteStopRequested, this,
            [this] { m_service.stopElsewhere(resolved(m_page->target())); });
    connect(m_page, &RunPage::foundRollBackRequested, this, &RunController::rollBackFound);
    connect(m_page, &RunPage::blockerEndRequested, &m_service, &project::RunService::endBlocker);
    connect(m_page, &RunPage::lockWaitExtended, &m_service, &project::RunService::extendLockWait);
    connect(m_page, &RunPage::gateApproved, &m_service, &project::RunService::approveGate);
    connect(m_page, &RunPage::lossAllowed, &m_service, &project::RunService::allowLoss);
}

void RunController::connectService()
{
    using project::RunService;
    connect(&m_service, &RunService::happened, m_page, &RunPage::handleEvent);
    connect(&m_service, &RunService::happened, this, &RunController::happened);
    connect(&m_service, &RunService::happened, this, [this](const execution::RunEvent &event) {
        const auto *started = std::get_if<execution::RunStarted>(&event);
        if (started && started->resumed)
            m_earlier.readRun(m_runningOn, started->runId);
    });
    // Without it the run goes on all the same, and the history can be opened.
    connect(&m_earlier, &project::HistoryService::runRead, m_page, &RunPage::setEarlier);
    connect(&m_service, &RunService::finished, this, [this](const execution::RunOutcome &outcome) {
        m_page->runFinished(outcome);
        ended();
    });
    connect(&m_service, &RunService::failed, this, [this](const base::Error &error) {
        if (execution::isJournalGone(error))
            m_page->runLostJournal(error);
        else
            m_page->runFailed(error);
        ended();
    });
    connect(&m_before, &project::CheckService::ready, this, &RunController::begin);
    connect(&m_before, &project::CheckService::failed, this, [this](const base::Error &error) {
        m_page->runFailed(error);
        ended();
    });
    connect(&m_service, &RunService::statusReady, m_page, &RunPage::setStatus);
    connect(&m_service, &RunService::statusFailed, m_page, &RunPage::setServerError);
    connect(&m_probe, &project::ServerProbe::answered, this, &RunController::answered);
    connect(&m_probe, &project::ServerProbe::failed, this,
            [this](const QString &shown, const base::Error &error) {
                if (shown != m_page->target())
                    return;
                m_page->setServerError(error);
                emit targetRefused(resolved(shown), error);
            });
}

void RunController::suggestTarget(const QString &text)
{
    if (text.isEmpty() || m_service.isRunning())
        return;
    const QString shown = postgres::ConnectionTarget{ text, {} }.withoutSecrets();
    m_withSecrets.insert(shown, text);
    m_suggested = shown;
    if (m_page->target().isEmpty())
        m_page->setTarget(shown);
    else if (m_page->target() == shown)
        ask(shown);
}

postgres::ConnectionTarget RunController::resolved(const QString &shown) const
{
    postgres::ConnectionTarget target;
    target.text = m_withSecrets.value(shown, shown);
    return target;
}

void RunController::ask(const QString &shown)
{
    if (shown.isEmpty())
        return;
    m_probe.ask(shown, resolved(shown));
}

void RunController::askAgain()
{
    m_withSecrets.remove(m_page->target()); // A wrong password there would count before the right one.
    ask(m_page->target());
}

void RunController::answered(const QString &shown, const postgres::ServerInfo &server)
{
    if (shown != m_page->target())
        return;
    if (server.inRecovery) {
        m_page->setServerError(
            unusableError(tr("%1 is a standby and cannot be changed.").arg(server.database),
                          tr("Name the primary server instead.")));
        return;
    }
    if (!resolved(shown).parameter(QStringLiteral("read_only")).isEmpty() && server.readOnly) {
        m_page->setServerError(unusableError(
            tr("The connection to %1 is marked read-only: nothing can be run there.").arg(server.database),
            tr("Choose another connection, or take the mark away from this one on the Home "
               "page.")));
        return;
    }
    if (server.readOnly) {
        m_page->setServerError(
            unusableError(tr("%1 is read-only for %2.").arg(server.database, server.user),
                          tr("Use a role that may write (default_transaction_read_only is on).")));
        return;
    }
    m_page->setServer(server.database, serverLine(server));
    if (server.isPooled())
        m_page->askForDirect();
    // What nobody has chosen changes nothing in the project, until something runs there.
    if (shown != m_suggested)
        m_document->setRunTarget(shown);
    setKnown(shown);
    m_service.readStatus(resolved(shown));
}

execution::RunOptions RunController::chosenOptions() const
{
    execution::RunOptions options;
    m_page->choose(&options);
    return options;
}

void RunController::start(bool resume, const QSet<QString> &allowedLoss)
{
    execution::RunOptions options = chosenOptions();
    options.resume = resume;
    options.allowedLoss = allowedLoss;
    startWith(options);
}

void RunController::takeOver(const QSet<QString> &allowedLoss, bool isGoingBack)
{
    execution::RunOptions options = chosenOptions();
    options.takeOver = true;
    if (isGoingBack) {
        rollBackOnTarget(options);
        return;
    }
    options.resume = true;
    options.allowedLoss = allowedLoss;
    startWith(options);
}

void RunController::startWith(const execution::RunOptions &options)
{
    const plan::PlanPtr plan = m_pipeline->plan();
    if (!plan || isRunning())
        return;
    m_runningPlan = plan;
    m_runningOn = resolved(m_page->target());
    m_document->setRunTarget(m_page->target());
    m_nextOptions = options;
    m_page->beginRun(m_runningOn.display());
    m_before.ask(plan, m_runningOn, project::PreflightOptions::beforeRun(m_stoppingChecks));
    emit runningChanged(true);
}

void RunController::begin(const analysis::ChecklistPtr &answer)
{
    using analysis::CheckVerdict;
    const analysis::ChecklistPtr list = items::StepNumbers(m_runningPlan).in(answer);
    emit checkedBefore(list);
    QStringList stopping;
    for (const analysis::CheckItem *item : list->at(CheckVerdict::Stop)) {
        if (!m_ignoredChecks.contains(item->id) && !analysis::isToldByTheRun(*item))
            stopping.append(item->title + QStringLiteral(": ") + item->consequence);
    }
    if (!stopping.isEmpty()) {
        base::Error error =
            unusableError(tr("The run did not begin, because the checklist says stop."),
                          tr("The Check page says what to do about each item, and lets you run in "
                             "spite of it. Nothing was changed."));
        error.detail = stopping.join(QLatin1Char('\n'));
        m_page->runFailed(error);
        ended();
        return;
    }
    m_service.start(m_runningPlan, m_runningOn, m_nextOptions);
    for (const analysis::CheckItem *item : list->at(CheckVerdict::Attention)) {
        if (analysis::isToldByTheRun(*item))
            continue;
        m_page->handleEvent(execution::LogLine{ QDateTime::currentDateTimeUtc(),
                                                execution::EventLevel::Warning,
                                                {},
                                                item->title + QStringLiteral(": ") + item->consequence });
    }
}

/// Before the run has begun there is nothing to finish.
void RunController::stop()
{
    if (!m_before.isWorking()) {
        m_service.stop();
        return;
    }
    m_before.cancel();
    m_page->runFinished({ {}, execution::RunState::Stopped, {}, {} });
    ended();
}

void RunController::setKnown(const QString &shown)
{
    if (m_known == shown)
        return;
    m_known = shown;
    emit targetChanged();
}

void RunController::rollBack()
{
    if (isRunning()) {
        m_rollBackNext = m_service.isRunning();
        stop();
        return;
    }
    if (m_runningPlan)
        beginRollBack(chosenOptions());
}

void RunController::rollBackFound()
{
    rollBackOnTarget(chosenOptions());
}

void RunController::rollBackOnTarget(const execution::RunOptions &options)
{
    if (isRunning() || !m_pipeline->plan())
        return;
    m_runningPlan = m_pipeline->plan();
    m_runningOn = resolved(m_page->target());
    beginRollBack(options);
}

void RunController::beginRollBack(const execution::RunOptions &options)
{
    m_page->beginRun(m_runningOn.display());
    m_service.rollBack(m_runningPlan, m_runningOn, options);
    emit runningChanged(true);
}

void RunController::finishForClosing()
{
    stop();
}

void RunController::ended()
{
    if (m_rollBackNext) {
        m_rollBackNext = false;
        rollBack();
        return;
    }
    emit runningChanged(false);
    emit finished();
}

} // namespace lockstep::app
