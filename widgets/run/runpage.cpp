#include "runpage.h"

#include "askstrip.h"
#include "blockerpanel.h"
#include "historyview.h"
#include "runbuttons.h"
#include "runsetup.h"
#include "runview.h"

#include <widgets/common/banner.h>
#include <widgets/common/pagestack.h>
#include <widgets/common/uitext.h>

#include <QDateTime>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

const QLatin1String lossPrefix("loss:");
const QLatin1String stopAnswer("stop");
const QLatin1String rollBackAnswer("roll-back");
const QLatin1String blockerAnswer("end-blocker");

constexpr int parkedShown = 5;

QDateTime runPageNow()
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace

RunPage::RunPage(QWidget *parent)
    : QWidget(parent)
    , m_stack(new PageStack)
    , m_banner(new Banner)
    , m_setup(new RunSetup)
    , m_view(new RunView)
    , m_history(new HistoryView)
    , m_buttons(new RunButtons(this))
{
    m_buttons->hide();
    m_stack->addWidget(m_setup);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_history);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    connectParts();
    connectHistory();
}

RunPage::~RunPage() = default;

void RunPage::connectParts()
{
    connect(m_setup, &RunSetup::targetEdited, this, &RunPage::targetEdited);
    connect(m_setup, &RunSetup::rollBackRequested, this, &RunPage::foundRollBackRequested);
    connect(m_setup, &RunSetup::takeOverRequested, this,
            [this](bool isGoingBack) { emit takeOverRequested(m_setup->allowedLoss(), isGoingBack); });
    connect(m_setup, &RunSetup::runPlanRequested, this, &RunPage::runPlanRequested);
    connect(m_setup, &RunSetup::remoteStopRequested, this, &RunPage::remoteStopRequested);
    connect(m_setup, &RunSetup::canceled, this, &RunPage::canceled);
    connect(m_setup, &RunSetup::startRequested, this,
            [this](bool resume) { emit startRequested(resume, m_setup->allowedLoss()); });
    connect(m_buttons, &RunButtons::pauseRequested, this, &RunPage::pauseRequested);
    connect(this, &RunPage::pauseRequested, this,
            [this] { m_view->setAsked(tr("finishing what is under way, then pausing")); });
    connect(m_buttons, &RunButtons::continueRequested, this, &RunPage::continueRequested);
    connect(this, &RunPage::stopRequested, this,
            [this] { m_view->setAsked(tr("finishing what is under way, then stopping")); });
    connect(m_buttons, &RunButtons::stopRequested, this, [this] {
        if (m_state == execution::RunState::Stopping) {
            emit stopRequested();
            return;
        }
        ask(stopAnswer,
            tr("Stop the run? The batch that is on its way is finished; what is done stays done, and "
               "the run can be resumed later from any computer."),
            tr("Stop the run"), tr("Let it go on"));
    });
    connect(m_buttons, &RunButtons::rollBackRequested, this, [this] {
        ask(rollBackAnswer,
            tr("Roll back? Every step that was done is taken back, last one first. A run that is "
               "going on is stopped before."),
            tr("Roll back"), tr("Leave it as it is"));
    });
    connectView();
    connect(m_banner, &Banner::actionChosen, this, [this](int action) {
        if (action > 0) {
            takeWayOn();
            return;
        }
        backToSetup();
    });
}

/// Where the run is shown, from wherever it is asked.
void RunPage::ask(const QString &id, const QString &question, const QString &yes, const QString &no)
{
    m_stack->setCurrentWidget(m_view);
    m_view->strip()->ask(id, AskStrip::Tone::Danger, question, yes, no);
}

void RunPage::backToSetup()
{
    m_banner->dismiss();
    m_stack->setCurrentWidget(m_setup);
    emit targetEdited(m_setup->target());
}

void RunPage::connectView()
{
    connect(m_view->strip(), &AskStrip::accepted, this, &RunPage::answered);
    BlockerPanel *blockers = m_view->blockers();
    connect(blockers, &BlockerPanel::extendRequested, this, &RunPage::lockWaitExtended);
    connect(blockers, &BlockerPanel::endAsked, this,
            [this](const execution::Blocker &blocker, execution::BlockerEnd how) {
                m_blockerToEnd = blocker;
                m_howToEnd = how;
                const bool isCancel = how == execution::BlockerEnd::Cancel;
                m_view->strip()->ask(
                    blockerAnswer, AskStrip::Tone::Danger, BlockerPanel::question(blocker, how),
                    isCancel ? tr("Cancel its statement") : tr("Disconnect it"), tr("Leave it alone"));
            });
}

void RunPage::connectHistory()
{
    connect(m_setup, &RunSetup::historyRequested, this, &RunPage::historyRequested);
    connect(m_view, &RunView::exportRequested, this, &RunPage::exportRequested);
    connect(m_history, &HistoryView::closed, this, &RunPage::closeHistory);
}

void RunPage::showHistory()
{
    if (m_stack->currentWidget() == m_history)
        return;
    m_beforeHistory = m_stack->currentWidget();
    m_stack->setCurrentWidget(m_history);
    m_history->setFocus(Qt::OtherFocusReason);
}

void RunPage::closeHistory()
{
    if (m_stack->currentWidget() != m_history)
        return;
    m_stack->setCurrentWidget(m_beforeHistory ? m_beforeHistory : m_setup);
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void RunPage::setHistoryError(const base::Error &error)
{
    if (m_stack->currentWidget() == m_history)
        m_history->setError(error);
    else
        m_banner->showError(error);
}

void RunPage::setEventsSaved(const QString &path)
{
    if (m_stack->currentWidget() == m_history)
        m_history->setSaved(path);
    else
        m_banner->showMessage(Banner::Kind::Success, tr("The events are saved in %1.").arg(path));
}

void RunPage::answered(const QString &id)
{
    if (id == blockerAnswer)
        emit blockerEndRequested(m_blockerToEnd, m_howToEnd);
    else if (id == stopAnswer)
        emit stopRequested();
    else if (id == rollBackAnswer)
        emit rollBackRequested();
    else if (id == parkAnswer)
        resumeParking();
    else if (id == driftAnswer)
        resumeAcceptingDrift();
    else if (id.startsWith(lossPrefix))
        emit lossAllowed(id.mid(lossPrefix.size()));
    else
        emit gateApproved(id);
}

void RunPage::setPlan(const plan::PlanPtr &plan)
{
    m_setup->setPlan(plan);
    m_nextPlan = plan;
    if (!m_isRunning)
        takePlan();
}

/// While a plan runs another may be made. It is shown when its turn comes.
void RunPage::takePlan()
{
    m_plan = m_nextPlan;
    m_view->setPlan(m_plan);
}

void RunPage::setTarget(const QString &text)
{
    m_setup->setTarget(text);
}
void RunPage::focusSetup()
{
    if (!m_isRunning && m_stack->currentWidget() == m_view)
        backToSetup();
    if (m_stack->currentWidget() == m_setup)
        m_setup->focusNext();
}

QString RunPage::target() const
{
    return m_setup->target();
}

void RunPage::choose(execution::RunOptions *options) const
{
    m_setup->choose(options);
    options->acceptDrift = m_acceptsDrift;
}

void RunPage::setEnvironment(Environment environment)
{
    m_setup->setEnvironment(environment);
    m_view->setBadge(environmentName(environment));
}

void RunPage::setServer(const QString &database, const QString &description)
{
    m_setup->setServer(database, description);
}

void RunPage::askForDirect()
{
    m_setup->askForDirect();
}

void RunPage::setServerError(const base::Error &error)
{
    m_setup->setServerError(error);
}

void RunPage::setStatus(const execution::RunStatus &status)
{
    if (!m_isRunning)
        m_setup->setStatus(status);
}

void RunPage::beginRun(const QString &display)
{
    m_banner->dismiss();
    if (m_plan != m_nextPlan)
        takePlan();
    m_hasLostJournal = false;
    m_isRunning = true;
    m_isGoingBack = false;
    m_currentStep = 0;
    m_view->begin(display, runPageNow());
    m_stack->setCurrentWidget(m_view);
    setState(execution::RunState::Checking);
}

void RunPage::handleEvent(const execution::RunEvent &event)
{
    m_view->handle(event, runPageNow());
    if (const auto *state = std::get_if<execution::StateChanged>(&event)) {
        m_isGoingBack = m_isGoingBack || state->state == execution::RunState::RollingBack;
        // Whoever was asked about does not block any more.
        if (state->state != execution::RunState::WaitingLock && m_view->strip()->id() == blockerAnswer)
            m_view->strip()->decline();
        setState(state->state);
    }
    if (const auto *changed = std::get_if<execution::StepChanged>(&event)) {
        const int row = m_view->steps().rowOf(changed->status.step);
        if (row >= 0 && row + 1 != m_currentStep) {
            m_currentStep = row + 1;
            emit stateChanged();
        }
    }
}

void RunPage::setEarlier(const execution::RecordedRun &run)
{
    if (m_isRunning)
        m_view->setEarlier(run);
}

void RunPage::runFinished(const execution::RunOutcome &outcome)
{
    using execution::RunState;
    m_isRunning = false;
    m_view->end();
    m_view->strip()->withdraw();
    setState(outcome.state);
    m_view->handle(execution::StateChanged{ outcome.state, {} }, runPageNow());
    if (outcome.state == RunState::Done || outcome.state == RunState::RolledBack)
        m_setup->forgetName();
    if (outcome.state == RunState::Done && !outcome.parked.isEmpty())
        m_banner->showMessage(
            Banner::Kind::Warning,
            tr("Done, but %n row(s) were put aside and are as they were before.", nullptr,
               int(outcome.parked.size())),
            items::StepNumbers(m_plan).in(outcome.parked.mid(0, parkedShown)).join(QLatin1Char('\n')),
            tr("Correct them by hand; the history of runs keeps what is said here."));
    else if (outcome.state == RunState::Done)
        m_banner->showMessage(Banner::Kind::Success, tr("Done: the database now has the target schema."));
    else if (outcome.state == RunState::RolledBack)
        m_banner->showMessage(Banner::Kind::Success,
                              tr("Rolled back: the database has the schema it had before."));
    else if (m_isGoingBack)
        m_banner->showMessage(Banner::Kind::Info,
                              tr("The rollback ended early: %1.").arg(words(outcome.state)),
                              tr("What is taken back stays so; the journal knows where to go on."));
    else
        m_banner->showMessage(Banner::Kind::Info, tr("The run ended early: %1.").arg(words(outcome.state)),
                              tr("What is done stays done; the journal knows where to go on."));
    m_banner->setAction(outcome.state == RunState::Done ? QString() : tr("Back to the start"));
}

void RunPage::runFailed(const base::Error &error)
{
    m_isRunning = false;
    m_view->end();
    m_view->strip()->withdraw();
    setState(execution::RunState::Failed);
    m_view->handle(execution::StateChanged{ execution::RunState::Failed, {} }, runPageNow());
    const base::Error said = items::StepNumbers(m_plan).in(error);
    m_banner->showError(said);
    offerWaysOn(said);
}

void RunPage::setState(execution::RunState state)
{
    m_state = state;
    m_buttons->setState(state, m_isRunning);
    emit stateChanged();
}

QString RunPage::stateLine() const
{
    if (m_state == execution::RunState::NotStarted)
        return tr("not started");
    const int total = m_plan ? int(m_plan->steps.size()) : 0;
    if (m_currentStep == 0 || !m_isRunning)
        return words(m_state);
    return tr("step %1 of %2, %3")
        .arg(QString::number(m_currentStep), QString::number(total), words(m_state));
}

} // namespace lockstep::widgets
