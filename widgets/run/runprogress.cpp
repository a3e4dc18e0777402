#include "runprogress.h"

#include <widgets/common/format.h>
#include <widgets/common/theme.h>
#include <widgets/common/uitext.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace lockstep::widgets {

namespace {

constexpr int barSteps = 1000;

QLabel *boldLabel()
{
    auto *label = new QLabel;
    label->setFont(scaledFont(label->font(), 1.0, true));
    return label;
}

QString blockerText(const execution::Blocker &blocker)
{
    QStringList about;
    if (!blocker.user.isEmpty())
        about << blocker.user;
    if (!blocker.application.isEmpty())
        about << RunProgress::tr("application \u201c%1\u201d").arg(blocker.application);
    if (!blocker.state.isEmpty())
        about << blocker.state;
    about
        << RunProgress::tr("its transaction is %1 old").arg(durationText(blocker.transactionSeconds * 1000));
    QString text =
        RunProgress::tr("pid %1 (%2)").arg(QString::number(blocker.pid), about.join(QStringLiteral(", ")));
    if (!blocker.query.isEmpty())
        text += QStringLiteral(": ") + blocker.query.simplified().left(120);
    return text;
}

QString leftText(const execution::BackfillProgress &progress)
{
    if (progress.etaLowSeconds < 0 || progress.etaHighSeconds < 0)
        return RunProgress::tr("time left: not known yet");
    const double likely = (progress.etaLowSeconds + progress.etaHighSeconds) / 2;
    return RunProgress::tr("left about %1 (%2)")
        .arg(durationText(likely * 1000),
             rangeText(qint64(progress.etaLowSeconds * 1000), qint64(progress.etaHighSeconds * 1000)));
}

QString batchText(const execution::BackfillProgress &progress)
{
    QString text = RunProgress::tr("batches of %1 rows, the last took %2")
                       .arg(numberText(progress.batchRows), durationText(progress.lastBatchMs));
    if (progress.walBytes > 0)
        text += RunProgress::tr(" \u00b7 %1 of WAL").arg(bytesText(progress.walBytes));
    return text;
}

bool needsAttention(execution::RunState state)
{
    using execution::RunState;
    return state == RunState::Throttled || state == RunState::WaitingLock || state == RunState::WaitingGate
           || state == RunState::Paused || state == RunState::Stopping;
}

} // namespace

RunProgress::RunProgress(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_stateWords(new QLabel)
    , m_bar(new QProgressBar)
    , m_rows(boldLabel())
    , m_rate(boldLabel())
    , m_left(boldLabel())
    , m_batch(new QLabel)
    , m_strip(new QFrame)
    , m_stripLabel(new QLabel)
{
    m_title->setObjectName(QStringLiteral("runTitle"));
    m_title->setFont(scaledFont(font(), 1.35, true));
    m_stateWords->setObjectName(QStringLiteral("runState"));
    m_stripLabel->setObjectName(QStringLiteral("runStrip"));
    m_rows->setObjectName(QStringLiteral("runRows"));
    m_batch->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the step"));
    m_strip->setObjectName(QStringLiteral("whyStrip"));
    m_stripLabel->setWordWrap(true);
    m_stripLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *stripRow = new QHBoxLayout(m_strip);
    stripRow->setContentsMargins(12, 6, 12, 6);
    stripRow->addWidget(m_stripLabel, 1);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_stateWords);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(numbersRow());
    column->addWidget(m_strip);
    dress();
    explain(Why::Nothing, {}, {});
}

QWidget *RunProgress::numbersRow()
{
    auto *numbers = new QWidget;
    auto *row = new QHBoxLayout(numbers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(28);
    row->addWidget(m_rows);
    row->addWidget(m_rate);
    row->addWidget(m_left);
    row->addStretch(1);
    row->addWidget(m_batch);
    return numbers;
}

void RunProgress::showStep(const plan::Step *step, int number, int total)
{
    m_title->setText(step ? step->title : tr("No step is running"));
    m_bar->setToolTip(step ? tr("Step %1 of %2").arg(number).arg(total) : QString());
    const bool isBackfill = step && step->backfill.has_value();
    for (QLabel *label : { m_rows, m_rate, m_left, m_batch })
        label->clear();
    // What has no measure of progress must not pretend to have one.
    m_bar->setRange(0, step && !isBackfill ? 0 : barSteps);
    m_bar->setValue(0);
    if (step && !isBackfill && step->kind != plan::StepKind::Gate) {
        const plan::Estimate &estimate = step->assessment.estimate;
        m_rows->setText(
            tr("Estimated %1 (%2)").arg(durationText(double(estimate.likelyMs)), rangeText(estimate)));
    }
    if (m_why == Why::Slowed || m_why == Why::Waiting)
        explain(Why::Nothing, {}, {});
}

void RunProgress::setState(execution::RunState state, const QString &reason, const QDateTime &now)
{
    using execution::RunState;
    const bool isOver = state == RunState::Done || state == RunState::Failed || state == RunState::Stopped
                        || state == RunState::RolledBack || state == RunState::Paused
                        || state == RunState::WaitingGate;
    if (isOver && m_bar->maximum() == 0)
        m_bar->setRange(0, barSteps);
    if (state == RunState::Done)
        m_bar->setValue(barSteps);
    m_state = state;
    m_stateWords->setText(words(state));
    dress();
    // A gate asks its question itself.
    if (needsAttention(state) && state != RunState::WaitingGate && !reason.isEmpty())
        explain(Why::State, reason, now);
    else if (m_why == Why::State || m_why == Why::Waiting)
        explain(Why::Nothing, {}, {});
}

void RunProgress::setBackfill(const execution::BackfillProgress &progress, const QDateTime &now)
{
    m_bar->setRange(0, barSteps);
    m_bar->setValue(qRound(progress.fractionDone * barSteps));
    m_rows->setText(
        progress.rowsTotal > 0
            ? tr("%1 of about %2 rows").arg(numberText(progress.rowsDone), numberText(progress.rowsTotal))
            : tr("%1 rows").arg(numberText(progress.rowsDone)));
    m_rate->setText(rateText(progress.rowsPerSecond));
    m_left->setText(leftText(progress));
    m_batch->setText(batchText(progress));
    if (!progress.slowedBecause.isEmpty())
        explain(Why::Slowed, tr("Slowed: %1").arg(progress.slowedBecause), now);
    else if (m_why == Why::Slowed || m_why == Why::Waiting)
        explain(Why::Nothing, {}, {});
}

void RunProgress::setLockWait(const execution::LockWait &wait, const QDateTime &now)
{
    QStringList blockers;
    for (const execution::Blocker &blocker : wait.blockers)
        blockers << blockerText(blocker);
    const QString text = blockers.isEmpty()
                             ? tr("Waiting for a lock.")
                             : tr("Waiting for a lock held by %1").arg(blockers.join(QLatin1Char('\n')));
    explain(Why::Waiting, text, now.addMSecs(-qint64(wait.waitedMs)));
}

void RunProgress::explain(Why why, const QString &text, const QDateTime &since)
{
    // The same reason goes on: it began when it was first given.
    if (why != m_why || (why != Why::Slowed && text != m_whyText))
        m_since = since;
    m_why = why;
    m_whyText = text;
    m_strip->setVisible(why != Why::Nothing);
    tick(since);
}

void RunProgress::tick(const QDateTime &now)
{
    if (m_why == Why::Nothing || !now.isValid())
        return;
    m_stripLabel->setText(tr("%1 \u2013 since %2 (%3)")
                              .arg(m_whyText,
                                   m_since.toLocalTime().time().toString(QStringLiteral("HH:mm:ss")),
                                   durationText(double(std::max<qint64>(0, m_since.msecsTo(now))))));
}

QString RunProgress::stripText() const
{
    return m_strip->isVisibleTo(this) ? m_stripLabel->text() : QString();
}

void RunProgress::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        dress();
    QWidget::changeEvent(event);
}

void RunProgress::dress()
{
    const Colors &colors = colorsFor(palette());
    const QString sheet =
        QStringLiteral("#whyStrip { background: %1; border: 1px solid %2; border-radius: 4px; }")
            .arg(colors.warningSoft.name(), colors.warning.name());
    if (sheet != m_strip->styleSheet())
        m_strip->setStyleSheet(sheet);
    QPalette statePalette = palette();
    const bool isBad = m_state == execution::RunState::Failed;
    statePalette.setColor(QPalette::WindowText, isBad                     ? colors.error
                                                : needsAttention(m_state) ? colors.warning
                                                                          : colors.muted);
    if (m_stateWords->palette().color(QPalette::WindowText) != statePalette.color(QPalette::WindowText))
        m_stateWords->setPalette(statePalette);
    QPalette barPalette = palette();
    barPalette.setColor(QPalette::Highlight, colors.of(plan::Blocks::Nothing));
    m_bar->setPalette(barPalette);
}

} // namespace lockstep::widgets
