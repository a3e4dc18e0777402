#include "runpage.h"

#include "askstrip.h"
#include "runsetup.h"
#include "runview.h"

#include <widgets/common/banner.h>

#include <QStackedWidget>

#include <algorithm>

/// What can be agreed to after a run has failed, so that it goes on.
namespace lockstep::widgets {

namespace {

constexpr int parkedAtOnce = 100;

} // namespace

bool RunPage::mayHaveLostJournal() const
{
    return m_hasLostJournal || m_failure.remedy == base::Remedy::PlanAnew;
}

void RunPage::offerWaysOn(const base::Error &error)
{
    m_failure = error;
    QStringList actions{ tr("Back to the start") };
    if (mayHaveLostJournal())
        actions.append(tr("Go on from a step\u2026"));
    else if (error.remedy == base::Remedy::CorrectRow)
        actions.append(tr("Put such rows aside\u2026"));
    else if (error.remedy == base::Remedy::AcceptDrift)
        actions.append(tr("Accept the change\u2026"));
    m_banner->setActions(actions);
}

void RunPage::takeWayOn()
{
    if (mayHaveLostJournal())
        askWhereItStands();
    else if (m_failure.remedy == base::Remedy::CorrectRow)
        askToParkRows();
    else
        askToAcceptDrift();
}

void RunPage::runLostJournal(const base::Error &error)
{
    m_hasLostJournal = true;
    base::Error said = error;
    said.hint = tr("What was committed is kept, and nothing more is changed. Press \"%1\" and say at which "
                   "step it stands: the run begins if the database looks as it should then.")
                    .arg(tr("Go on from a step\u2026"));
    runFailed(said);
}

/// By this window's own account; the user may know better.
void RunPage::askWhereItStands()
{
    const items::RunStepsModel &steps = m_view->steps();
    int row = 0;
    while (row + 1 < steps.rowCount() && steps.statusAt(row).state == execution::StepState::Done)
        ++row;
    const plan::Step *step = steps.stepAt(row);
    backToSetup();
    m_setup->askWhereItStands(step ? step->id : QString());
}

void RunPage::askToParkRows()
{
    m_view->strip()->ask(
        parkAnswer, AskStrip::Tone::Danger,
        tr("Resume, and put up to %1 rows aside that cannot be written? They stay as they are, the plan goes "
           "on without them, and the journal names each of them. Steps that check every row may fail "
           "because of them.")
            .arg(m_setup->parkedRows() + parkedAtOnce),
        tr("Put them aside and resume"), tr("Leave it as it is"));
}

void RunPage::resumeParking()
{
    m_setup->setParkedRows(m_setup->parkedRows() + parkedAtOnce);
    emit startRequested(true, m_setup->allowedLoss());
}

void RunPage::askToAcceptDrift()
{
    m_view->strip()->ask(driftAnswer, AskStrip::Tone::Danger,
                         tr("Resume with the tables as they are now? %1 The plan was not proved with that "
                            "change; what it does from here on is your responsibility.")
                             .arg(m_failure.message),
                         tr("Accept the change and resume"), tr("Leave it as it is"));
}

void RunPage::resumeAcceptingDrift()
{
    m_acceptsDrift = true;
    emit startRequested(true, m_setup->allowedLoss());
    m_acceptsDrift = false;
}

} // namespace lockstep::widgets
