#include "runbuttons.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace lockstep::widgets {

RunButtons::RunButtons(QWidget *parent)
    : QWidget(parent)
    , m_pause(new QPushButton(tr("Pause")))
    , m_continue(new QPushButton(tr("Continue")))
    , m_stop(new QPushButton(tr("Stop\u2026")))
    , m_rollBack(new QPushButton(tr("Roll back\u2026")))
{
    m_pause->setObjectName(QStringLiteral("runPause"));
    m_continue->setObjectName(QStringLiteral("runContinue"));
    m_stop->setObjectName(QStringLiteral("runStop"));
    m_rollBack->setObjectName(QStringLiteral("runRollBack"));
    m_pause->setToolTip(tr("Finishes the batch and waits. Nothing is lost."));
    m_continue->setToolTip(tr("Goes on where the run paused."));
    m_stop->setToolTip(tr("Ends the run after its batch. It can be resumed later from any computer."));
    m_rollBack->setToolTip(tr("Takes every step that was done back, last one first."));
    m_rollBack->setProperty("look", QStringLiteral("danger"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : { m_pause, m_continue, m_stop, m_rollBack })
        row->addWidget(button);
    connect(m_pause, &QPushButton::clicked, this, &RunButtons::pauseRequested);
    connect(m_continue, &QPushButton::clicked, this, &RunButtons::continueRequested);
    connect(m_stop, &QPushButton::clicked, this, &RunButtons::stopRequested);
    connect(m_rollBack, &QPushButton::clicked, this, &RunButtons::rollBackRequested);
    setState(execution::RunState::NotStarted, false);
}

void RunButtons::setState(execution::RunState state, bool isRunning)
{
    using execution::RunState;
    const bool isPaused = isRunning && state == RunState::Paused;
    const bool isStopping = state == RunState::Stopping;
    m_pause->setEnabled(isRunning && !isStopping && state != RunState::WaitingGate);
    // One takes the place of the other; the keyboard must not slip on to what stops the run.
    QPushButton *shown = isPaused ? m_continue : m_pause;
    QPushButton *hidden = isPaused ? m_pause : m_continue;
    const bool hasKeyboard = window()->focusWidget() == hidden; // That of this part alone may be of long ago.
    shown->show();
    if (hasKeyboard)
        shown->setFocus(Qt::OtherFocusReason);
    hidden->hide();
    m_stop->setEnabled(isRunning);
    m_stop->setText(isStopping ? tr("Stop now") : tr("Stop\u2026"));
    m_rollBack->setEnabled(state != RunState::NotStarted && state != RunState::RollingBack
                           && state != RunState::RolledBack);
}

} // namespace lockstep::widgets
