#include "runview.h"

#include "askstrip.h"
#include "blockerpanel.h"
#include "curve.h"
#include "eventdelegate.h"
#include "runprogress.h"
#include "runstepdelegate.h"

#include <widgets/common/badge.h>
#include <widgets/common/format.h>
#include <widgets/common/rowdelegate.h>
#include <widgets/common/theme.h>
#include <widgets/common/uitext.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace lockstep::widgets {

namespace {

constexpr int targetBatchMs = 150; // what execution::RunOptions aims at unless told otherwise
constexpr int tickMs = 500;

void dressTable(QTreeView *view)
{
    view->setItemDelegate(new RowDelegate(view));
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setAlternatingRowColors(true);
    view->header()->setSectionsMovable(false);
    view->header()->setStretchLastSection(false);
}

} // namespace

RunView::RunView(QWidget *parent)
    : QWidget(parent)
    , m_head(new QLabel)
    , m_where(new QLabel)
    , m_badge(new Badge)
    , m_stepsView(new QTreeView)
    , m_eventsView(new QTreeView)
    , m_ask(new AskStrip)
    , m_progress(new RunProgress)
    , m_blockers(new BlockerPanel)
    , m_rate(new Curve(tr("Rows per second"), Curve::Tone::Good))
    , m_batch(new Curve(tr("Transaction time, ms"), Curve::Tone::Accent))
    , m_waiting(new Curve(tr("Sessions waiting on us"), Curve::Tone::Error))
    , m_lag(new Curve(tr("Replica behind, s"), Curve::Tone::Warning))
    , m_curves(buildCurves())
{
    m_head->setObjectName(QStringLiteral("runHead"));
    m_where->setObjectName(QStringLiteral("runWhere"));
    m_where->setFont(scaledFont(font(), 1.0, true));
    m_head->setForegroundRole(QPalette::PlaceholderText);
    auto *headRow = new QHBoxLayout;
    headRow->setContentsMargins(14, 8, 14, 8);
    headRow->setSpacing(10);
    headRow->addWidget(m_where);
    headRow->addWidget(m_badge);
    headRow->addWidget(m_head, 1);
    buildSteps();
    auto *split = new QSplitter(Qt::Horizontal);
    split->addWidget(m_stepsView);
    split->addWidget(buildDetail());
    split->setStretchFactor(0, 35);
    split->setStretchFactor(1, 65);
    split->setSizes({ 440, 820 });
    split->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(headRow);
    column->addWidget(split, 1);
    m_batch->setReference(targetBatchMs);
    m_batch->setNote(tr("aim %1 ms").arg(targetBatchMs));
    m_ticker.setInterval(tickMs);
    connect(&m_ticker, &QTimer::timeout, this, [this] {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        showHead(now);
        showLockWait(now);
        m_progress->tick(now);
    });
}

void RunView::buildSteps()
{
    using Steps = items::RunStepsModel;
    m_stepsView->setObjectName(QStringLiteral("runSteps"));
    m_stepsView->setAccessibleName(tr("Steps of the run"));
    m_stepsView->setModel(&m_steps);
    dressTable(m_stepsView);
    m_stepsView->setItemDelegate(new RunStepDelegate(m_stepsView));
    QHeaderView *header = m_stepsView->header();
    header->setSectionResizeMode(Steps::Title, QHeaderView::Stretch);
    header->setSectionResizeMode(Steps::State, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Steps::Took, QHeaderView::ResizeToContents);
}

QWidget *RunView::buildCurves()
{
    auto *curves = new QWidget;
    auto *row = new QHBoxLayout(curves);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (Curve *curve : { m_rate, m_batch, m_waiting, m_lag })
        row->addWidget(curve, 1);
    return curves;
}

QWidget *RunView::buildDetail()
{
    using Events = items::EventLogModel;
    m_eventsView->setObjectName(QStringLiteral("runEvents"));
    m_eventsView->setAccessibleName(tr("Events of the run, newest first"));
    m_eventsView->setModel(&m_events);
    dressTable(m_eventsView);
    m_eventsView->setItemDelegate(new EventDelegate(m_eventsView));
    m_eventsView->setUniformRowHeights(false); // An error has lines, what is done has one.
    m_eventsView->setHeaderHidden(true);
    m_eventsView->header()->setSectionResizeMode(Events::Time, QHeaderView::ResizeToContents);
    m_eventsView->header()->setSectionResizeMode(Events::Level, QHeaderView::ResizeToContents);
    m_eventsView->header()->setSectionResizeMode(Events::Text, QHeaderView::Stretch);
    auto *eventsTitle = new QLabel(tr("Events"));
    eventsTitle->setFont(scaledFont(font(), 1.0, true));
    auto *save = new QPushButton(tr("Save even&ts\u2026"));
    save->setObjectName(QStringLiteral("runExport"));
    save->setAutoDefault(false);
    save->setToolTip(tr("What is listed here, as JSON lines or CSV."));
    connect(save, &QPushButton::clicked, this, [this] { emit exportRequested(m_runId, m_events.lines()); });
    auto *eventsHead = new QHBoxLayout;
    eventsHead->addWidget(eventsTitle, 1);
    eventsHead->addWidget(save);
    auto *detail = new QWidget;
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(18, 12, 18, 12);
    column->setSpacing(10);
    column->addWidget(m_ask);
    column->addWidget(m_progress);
    column->addWidget(m_blockers);
    column->addWidget(m_curves, 3);
    m_curves->hide();
    m_lag->hide();
    column->addLayout(eventsHead);
    column->addWidget(m_eventsView, 4);
    return detail;
}

void RunView::setPlan(const plan::PlanPtr &plan)
{
    m_plan = plan;
    m_steps.setPlan(plan);
}

void RunView::setBadge(const QString &environmentName)
{
    m_badge->setEnvironment(environmentFromName(environmentName));
}

void RunView::begin(const QString &display, const QDateTime &now)
{
    m_display = display;
    m_who.clear();
    m_startedAt = now;
    m_runningStep.clear();
    m_begun.clear();
    m_wait.clear();
    m_sessionsMost = 0;
    m_lagMost = 0;
    m_backfill = {};
    m_isGoingBack = false;
    m_steps.setPlan(m_plan);
    m_events.clear();
    m_numbers = items::StepNumbers(m_plan);
    m_events.setNumbers(m_numbers);
    for (Curve *curve : { m_rate, m_batch, m_waiting, m_lag })
        curve->clear();
    m_curves->hide();
    m_lag->hide();
    m_batch->setNote(tr("aim %1 ms").arg(targetBatchMs));
    m_ask->withdraw();
    m_blockers->clear();
    m_progress->showStep(nullptr, 0);
    m_clock.start();
    m_ticker.start();
    showHead(now);
}

void RunView::end()
{
    m_ticker.stop();
    showHead(QDateTime::currentDateTimeUtc());
}

void RunView::setStatus(const execution::RunStatus &status)
{
    m_steps.apply(status.steps);
}

void RunView::showHead(const QDateTime &now)
{
    const QString where = m_ticker.isActive() ? tr("Running on %1") : tr("Ran on %1");
    m_where->setText(m_display.isEmpty() ? QString() : where.arg(m_display));
    QStringList parts;
    if (!m_who.isEmpty())
        parts << m_who;
    if (m_startedAt.isValid()) {
        parts << tr("since %1").arg(m_startedAt.toLocalTime().time().toString(QStringLiteral("HH:mm:ss")));
        parts << durationText(double(std::max<qint64>(0, m_startedAt.msecsTo(now))));
    }
    if (m_ticker.isActive()) {
        if (const QString left = leftOfAll(); !left.isEmpty())
            parts << left;
    }
    m_head->setText(parts.join(QStringLiteral(" \u00b7 ")));
}

/// Of the whole run, as far as it is estimated; gates take as long as people do.
QString RunView::leftOfAll() const
{
    if (!m_plan || m_runningStep.isEmpty() || m_isGoingBack)
        return {};
    plan::Estimate left = m_steps.pendingEstimate();
    const int row = m_steps.rowOf(m_runningStep);
    const bool isKnown = m_backfill.step == m_runningStep && m_backfill.etaLowSeconds >= 0;
    if (isKnown) {
        left.lowMs += qint64(m_backfill.etaLowSeconds * 1000);
        left.highMs += qint64(m_backfill.etaHighSeconds * 1000);
    } else if (const plan::Step *step = m_steps.stepAt(row)) {
        const double open = m_backfill.step == m_runningStep ? 1 - m_backfill.fractionDone : 1;
        left.lowMs += qint64(double(step->assessment.estimate.lowMs) * open);
        left.highMs += qint64(double(step->assessment.estimate.highMs) * open);
    }
    return left.highMs > 0 ? tr("everything left: %1").arg(rangeText(left.lowMs, left.highMs)) : QString();
}

void RunView::setAsked(const QString &words) const
{
    m_progress->setAsked(words);
}

} // namespace lockstep::widgets
