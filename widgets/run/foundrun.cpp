#include "foundrun.h"

#include "askstrip.h"

#include <widgets/common/uitext.h>

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace lockstep::widgets {

namespace {

using execution::RunState;

const QString resumeQuestion = QStringLiteral("resume");
const QString finishedQuestion = QStringLiteral("finished");
const QString confirmQuestion = QStringLiteral("confirm-roll-back");
const QString aliveQuestion = QStringLiteral("alive");
const QString otherPlanQuestion = QStringLiteral("other-plan");
const QString takeOverQuestion = QStringLiteral("confirm-take-over");

} // namespace

FoundRun::FoundRun(QWidget *parent)
    : QWidget(parent)
    , m_strip(new AskStrip)
    , m_remark(new QLabel)
    , m_failover(new QCheckBox(tr("Go on although a standby was promoted or a backup restored since")))
{
    setObjectName(QStringLiteral("foundRun"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->addWidget(m_strip);
    column->addWidget(m_remark);
    m_remark->setObjectName(QStringLiteral("foundRunRemark"));
    m_remark->setWordWrap(true);
    column->addWidget(m_failover);
    m_failover->setObjectName(QStringLiteral("acceptFailover"));
    m_failover->setToolTip(
        tr("What was committed last may be missing there; the run notices and refuses to go "
           "on unless this is ticked."));
    connect(m_strip, &AskStrip::accepted, this, &FoundRun::accepted);
    connect(m_strip, &AskStrip::declined, this, &FoundRun::declined);
    clear();
}

void FoundRun::accepted(const QString &id)
{
    if (id == confirmQuestion)
        emit rollBackRequested();
    else if (id == takeOverQuestion)
        emit takeOverRequested(isGoingBack());
    else if (id == aliveQuestion)
        emit remoteStopRequested();
    else if (id == otherPlanQuestion)
        emit planRequested(m_status.runId);
    else if (id == resumeQuestion)
        emit resumeRequested();
    else
        askToRollBack();
}

void FoundRun::declined(const QString &id)
{
    if (id == resumeQuestion)
        askToRollBack();
    else if (id == aliveQuestion)
        askToTakeOver();
    else
        offer();
}

bool FoundRun::acceptsFailover() const
{
    return m_failover->isChecked();
}

void FoundRun::setPlan(const plan::PlanPtr &plan)
{
    m_plan = plan;
    offer();
}

void FoundRun::setStatus(const execution::RunStatus &status)
{
    m_status = status;
    offer();
}

void FoundRun::clear()
{
    setStatus({});
}

bool FoundRun::isUnfinished() const
{
    return m_status.hasRun && m_status.state != RunState::Done && m_status.state != RunState::RolledBack;
}

bool FoundRun::isGoingBack() const
{
    return m_status.isGoingBack;
}

bool FoundRun::isOfThisPlan() const
{
    return m_plan && m_plan->digest() == m_status.planDigest;
}

QString FoundRun::sentence() const
{
    const auto done = std::count_if(m_status.steps.cbegin(), m_status.steps.cend(), [](const auto &step) {
        return step.state == execution::StepState::Done;
    });
    if (isGoingBack())
        return tr("The rollback of run %1 on this database is not finished: %n step(s) are still to be taken "
                  "back.",
                  nullptr, int(done))
            .arg(m_status.runId.left(8));
    const QString amount = tr("%1 of %2 steps done").arg(done).arg(m_status.steps.size());
    if (!isUnfinished())
        return tr("This database has run %1 of this plan: %2, %3.")
            .arg(m_status.runId.left(8), words(m_status.state), amount);
    // Its runner had no time to say that it ends.
    const bool wasAtWork = m_status.state == RunState::Running || m_status.state == RunState::WaitingLock
                           || m_status.state == RunState::Throttled;
    return tr("This database has an unfinished run %1: %2, %3.")
        .arg(m_status.runId.left(8),
             wasAtWork && !m_status.runnerAlive ? tr("nobody is working on it") : words(m_status.state),
             amount);
}

QString FoundRun::remark() const
{
    if (!isUnfinished() || m_status.runnerAlive || m_status.hasPlan || isOfThisPlan())
        return {};
    return sentence() + QLatin1Char(' ')
           + tr("It belongs to another plan; open that plan to resume it or to roll it back.");
}

void FoundRun::offer()
{
    m_strip->withdraw();
    const bool isOffered = m_status.hasRun && m_status.state != RunState::RolledBack && isOfThisPlan();
    const bool isOther = isUnfinished() && m_status.hasPlan && !isOfThisPlan();
    m_remark->setText(remark());
    m_remark->setVisible(!m_remark->text().isEmpty());
    m_failover->setVisible(isOffered && isUnfinished() && !m_status.runnerAlive);
    setVisible(isOffered || isOther || !m_remark->text().isEmpty());
    const auto tone = AskStrip::Tone::Attention;
    if (isOther)
        m_strip->ask(otherPlanQuestion, tone, sentence() + QLatin1Char(' ') + tr("It is of another plan."),
                     tr("Open that plan"), {});
    if (!isOffered)
        return;
    if (m_status.runnerAlive)
        m_strip->ask(aliveQuestion, tone, aliveSentence(), tr("Stop it there"), tr("Take it over\u2026"));
    else if (!isUnfinished())
        m_strip->ask(finishedQuestion, tone, sentence(), tr("Roll it back\u2026"), {});
    else if (isGoingBack())
        m_strip->ask(finishedQuestion, tone, sentence(), tr("Go on rolling back\u2026"), {});
    else
        m_strip->ask(resumeQuestion, tone, sentence(), tr("Resume it"), tr("Roll it back\u2026"));
}

QString FoundRun::aliveSentence() const
{
    return isGoingBack() ? tr("Another Lockstep is rolling this run %1 back.").arg(m_status.runId.left(8))
                         : tr("Another Lockstep is at work on this run %1: %2.")
                               .arg(m_status.runId.left(8), words(m_status.state));
}

void FoundRun::askToTakeOver()
{
    const QString question =
        isGoingBack()
            ? tr("Take the rollback of run %1 over? The other Lockstep is disconnected from the database, "
                 "what "
                 "it has not committed is undone, and the rollback goes on here.")
            : tr("Take run %1 over? The other Lockstep is disconnected from the database, what it has not "
                 "committed is rolled back, and the run goes on here.");
    m_strip->withdraw();
    m_strip->ask(takeOverQuestion, AskStrip::Tone::Danger, question.arg(m_status.runId.left(8)),
                 tr("Take it over"), tr("Leave it there"));
}

void FoundRun::askToRollBack()
{
    const QString question =
        isGoingBack()
            ? tr("Go on rolling run %1 back? What is left of it is taken back, last step first.")
            : tr("Roll back run %1? Every step that was done is taken back, last one first. What has "
                 "no way back is said before anything is changed.");
    m_strip->withdraw();
    m_strip->ask(confirmQuestion, AskStrip::Tone::Danger, question.arg(m_status.runId.left(8)),
                 isGoingBack() ? tr("Go on rolling back") : tr("Roll back"), tr("Leave it as it is"));
}

} // namespace lockstep::widgets
