#include "runprogress.h"

#include "runtext.h"

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
    , m_costs(new QLabel)
    , m_place(new QLabel)
    , m_strip(new QFrame)
    , m_stripLabel(new QLabel)
{
    m_title->setObjectName(QStringLiteral("runTitle"));
    m_title->setFont(scaledFont(font(), 1.35, true));
    m_stateWords->setObjectName(QStringLiteral("runState"));
    m_stateWords->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_stripLabel->setObjectName(QStringLiteral("runStrip"));
    m_rows->setObjectName(QStringLiteral("runRows"));
    m_rate->setObjectName(QStringLiteral("runRate"));
    m_left->setObjectName(QStringLiteral("runLeft"));
    m_batch->setObjectName(QStringLiteral("runBatch"));
    m_costs->setObjectName(QStringLiteral("runCosts"));
    m_place->setObjectName(QStringLiteral("runPlace"));
    m_costs->setWordWrap(true);
    m_costs->setToolTip(tr("WAL is what the whole server wrote meanwhile. HOT updates need no new index "
                           "entries. Dead rows are those that vacuum has not removed yet."));
    for (QLabel *label : { m_batch, m_costs, m_place })
        label->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setObjectName(QStringLiteral("runBar"));
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
    column->addWidget(m_place);
    column->addWidget(m_bar);
    column->addWidget(numbersRow());
    column->addWidget(m_costs);
    column->addWidget(m_strip);
    dress();
    explain(Why::Nothing, {}, {}, {});
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

void RunProgress::showStep(const plan::Plan *plan, int row)
{
    const plan::Step *step = plan ? &plan->steps.at(row) : nullptr;
    m_title->setText(step ? step->title : tr("No step is running"));
    m_place->setText(step ? placeText(*plan, row) : QString());
    const bool isBackfill = step && step->backfill.has_value();
    for (QLabel *label : { m_rows, m_rate, m_left, m_batch })
        label->clear();
    showCosts({});
    // What has no measure of progress must not pretend to have one.
    m_bar->setRange(0, step && !isBackfill ? 0 : barSteps);
    m_bar->setValue(0);
    if (step && !isBackfill && step->kind != plan::StepKind::Gate) {
        const plan::Estimate &estimate = step->assessment.estimate;
        m_rows->setText(
            tr("Estimated %1 (%2)").arg(durationText(double(estimate.likelyMs)), rangeText(estimate)));
    }
    if (m_why == Why::Slowed || m_why == Why::Waiting)
        explain(Why::Nothing, {}, {}, {});
}

void RunProgress::setState(execution::RunState state, const QString &reason, const QDateTime &now)
{
    using execution::RunState;
    const bool isEnd = state == RunState::Done || state == RunState::Failed || state == RunState::Stopped
                       || state == RunState::RolledBack;
    const bool isStill = isEnd || state == RunState::Paused || state == RunState::WaitingGate;
    if (isStill && m_bar->maximum() == 0)
        m_bar->setRange(0, barSteps);
    if (state == RunState::Done)
        m_bar->setValue(barSteps);
    m_state = state;
    m_stateWords->setText(words(state));
    dress();
    // Who holds the lock is told by itself, and as it is now.
    if (state == RunState::WaitingLock && m_why == Why::Waiting)
        return;
    if (state == RunState::WaitingLock)
        explain(Why::Waiting, lockWaitText({}), now, now);
    // A gate asks its question itself.
    else if (!isEnd && state != RunState::WaitingGate && !reason.isEmpty())
        explain(Why::State, reason, now, now);
    else if (m_why == Why::State || m_why == Why::Waiting || isEnd)
        explain(Why::Nothing, {}, {}, now);
}

void RunProgress::setBackfill(const execution::BackfillProgress &progress, const QDateTime &now)
{
    m_bar->setRange(0, barSteps);
    m_bar->setValue(qRound(progress.fractionDone * barSteps));
    m_rows->setText(rowsText(progress));
    m_rate->setText(speedText(progress));
    m_left->setText(leftText(progress));
    m_batch->setText(batchText(progress));
    showCosts(costTexts(progress));
    const QDateTime since = progress.slowedSince.isValid() ? progress.slowedSince
                            : m_why == Why::Slowed         ? m_since
                                                           : now;
    if (!progress.slowedBecause.isEmpty())
        explain(Why::Slowed, slowedText(progress), since, now);
    else if (m_why == Why::Slowed || m_why == Why::Waiting)
        explain(Why::Nothing, {}, {}, now);
}

void RunProgress::showCosts(const QStringList &texts)
{
    m_costs->setText(texts.join(QStringLiteral(" \u00b7 ")));
    m_costs->setVisible(!texts.isEmpty());
}

void RunProgress::setBuild(const execution::BuildAdvanced &build)
{
    const bool isMeasured = build.fractionDone >= 0;
    m_bar->setRange(0, isMeasured ? barSteps : 0);
    if (isMeasured)
        m_bar->setValue(qRound(build.fractionDone * barSteps));
    m_rate->setText(buildText(build));
    m_left->setText(build.seconds > 0 ? tr("for %1").arg(durationText(build.seconds * 1000)) : QString());
}

void RunProgress::setLockWait(const execution::LockWait &wait, const QDateTime &now)
{
    explain(Why::Waiting, lockWaitText(wait), now.addMSecs(-qint64(wait.waitedMs)), now);
}

void RunProgress::setAsked(const QString &words)
{
    m_stateWords->setText(words);
}

void RunProgress::explain(Why why, const QString &text, const QDateTime &since, const QDateTime &now)
{
    // The same state goes on: it began when it was first told.
    if (why != Why::State || why != m_why || text != m_whyText)
        m_since = since;
    m_why = why;
    m_whyText = text;
    m_strip->setVisible(why != Why::Nothing);
    tick(now);
}

void RunProgress::tick(const QDateTime &now)
{
    if (m_why == Why::Nothing || !now.isValid())
        return;
    const bool isSentence = m_whyText.endsWith(QLatin1Char('.'));
    m_stripLabel->setText(tr("%1 \u2013 since %2 (%3)")
                              .arg(isSentence ? m_whyText.chopped(1) : m_whyText,
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
