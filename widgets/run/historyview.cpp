#include "historyview.h"

#include "eventdelegate.h"
#include "runstepdelegate.h"

#include <widgets/common/banner.h>
#include <widgets/common/rowdelegate.h>
#include <widgets/common/theme.h>
#include <widgets/common/uitext.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

QTreeView *historyTable(const char *name, const QString &spoken, QAbstractItemModel *model, int stretched)
{
    auto *view = new QTreeView;
    view->setObjectName(QLatin1String(name));
    view->setAccessibleName(spoken);
    view->setModel(model);
    view->setItemDelegate(new RowDelegate(view));
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setAlternatingRowColors(true);
    QHeaderView *header = view->header();
    header->setSectionsMovable(false);
    header->setStretchLastSection(false);
    for (int column = 0; column < model->columnCount(); ++column) {
        header->setSectionResizeMode(column, column == stretched ? QHeaderView::Stretch
                                                                 : QHeaderView::ResizeToContents);
    }
    return view;
}

} // namespace

HistoryView::HistoryView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_detail(new QLabel)
    , m_empty(new QLabel)
    , m_refresh(new QPushButton(tr("Read a&gain")))
    , m_export(new QPushButton(tr("Save even&ts\u2026")))
    , m_plan(new QPushButton(tr("&Open its plan")))
    , m_close(new QPushButton(tr("&Back")))
    , m_tables(buildTables())
    , m_banner(new Banner)
{
    setObjectName(QStringLiteral("historyView"));
    m_events.setShowsDate(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(10);
    buildHead();
    column->addWidget(m_banner);
    column->addWidget(m_tables, 1);
    column->addWidget(m_empty, 1);
    m_empty->setObjectName(QStringLiteral("historyEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    connect(m_runsView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryView::showChosen);
    connect(m_refresh, &QPushButton::clicked, this, &HistoryView::refreshRequested);
    connect(m_close, &QPushButton::clicked, this, &HistoryView::closed);
    connect(m_export, &QPushButton::clicked, this,
            [this] { emit exportRequested(m_shown.summary.id, m_shown.events); });
    connect(m_plan, &QPushButton::clicked, this, [this] { emit planRequested(chosenRun()); });
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &HistoryView::closed);
    setRuns({});
}

void HistoryView::buildHead()
{
    m_title->setObjectName(QStringLiteral("historyTitle"));
    m_title->setFont(scaledFont(font(), 1.35, true));
    m_refresh->setObjectName(QStringLiteral("historyRefresh"));
    m_export->setObjectName(QStringLiteral("historyExport"));
    m_plan->setObjectName(QStringLiteral("historyPlan"));
    m_plan->setToolTip(tr("The plan that the chosen run was begun with, instead of what is open."));
    m_close->setObjectName(QStringLiteral("historyClose"));
    m_export->setToolTip(tr("The events of the chosen run as JSON lines or CSV."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    for (QPushButton *button : { m_refresh, m_export, m_plan, m_close }) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

QWidget *HistoryView::buildTables()
{
    using Runs = items::RunHistoryModel;
    using Events = items::EventLogModel;
    m_runsView = historyTable("historyRuns", tr("Runs, newest first"), &m_runs, Runs::Owner);
    m_stepsView = historyTable("historySteps", tr("Steps of the chosen run"), &m_steps,
                               items::RecordedStepsModel::Title);
    m_stepsView->setItemDelegate(new RunStepDelegate(m_stepsView));
    m_eventsView =
        historyTable("historyEvents", tr("Events of the chosen run, newest first"), &m_events, Events::Text);
    m_eventsView->setItemDelegate(new EventDelegate(m_eventsView));
    m_detail->setObjectName(QStringLiteral("historyDetail"));
    m_detail->setWordWrap(true);
    auto *lower = new QSplitter(Qt::Horizontal);
    lower->addWidget(m_stepsView);
    lower->addWidget(m_eventsView);
    lower->setChildrenCollapsible(false);
    lower->setSizes({ 440, 560 });
    auto *chosen = new QWidget;
    auto *column = new QVBoxLayout(chosen);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_detail);
    column->addWidget(lower, 1);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_runsView);
    split->addWidget(chosen);
    split->setChildrenCollapsible(false);
    split->setSizes({ 240, 520 });
    return split;
}

void HistoryView::setReading(const QString &display)
{
    m_banner->dismiss();
    m_display = display;
    m_title->setText(tr("Runs of %1").arg(display));
    m_empty->setText(tr("Reading the journal\u2026"));
    m_refresh->setEnabled(false);
}

void HistoryView::setRuns(const QVector<execution::RunSummary> &runs)
{
    const QString before = chosenRun();
    m_runs.setRuns(runs);
    m_refresh->setEnabled(true);
    m_tables->setVisible(!runs.isEmpty());
    m_empty->setVisible(runs.isEmpty());
    m_empty->setText(tr("The journal of this database holds no run."));
    m_empty->setAccessibleName(m_empty->text());
    const int row = std::max(m_runs.rowOf(before), 0);
    if (runs.isEmpty())
        showChosen();
    else
        m_runsView->setCurrentIndex(m_runs.index(row, 0)); // Chosen anew: it may have gone on.
}

QString HistoryView::chosenRun() const
{
    const execution::RunSummary *run = m_runs.runAt(m_runsView->currentIndex().row());
    return run ? run->id : QString();
}

void HistoryView::showChosen()
{
    const QString run = chosenRun();
    m_shown = {};
    m_steps.setSteps({});
    m_events.clear();
    m_export->setEnabled(false);
    m_plan->setEnabled(!run.isEmpty());
    m_detail->setText(run.isEmpty() ? QString() : tr("Reading run %1\u2026").arg(run.left(8)));
    if (!run.isEmpty())
        emit runChosen(run);
}

void HistoryView::setRun(const execution::RecordedRun &run)
{
    if (run.summary.id != chosenRun())
        return;
    m_shown = run;
    m_shown.events = items::watchedEvents(run);
    m_steps.setSteps(run.steps);
    m_events.setNumbers(m_steps.numbers());
    m_events.setLines(m_shown.events);
    m_export->setEnabled(true);
    QStringList parts{ tr("Run %1: %2").arg(run.summary.id.left(8), words(run.summary.state)) };
    if (!run.summary.reason.isEmpty())
        parts << m_steps.numbers().in(run.summary.reason);
    if (run.eventsLeftOut > 0)
        parts << tr("The oldest %n event(s) stay in the journal and are not shown.", nullptr,
                    int(run.eventsLeftOut));
    m_detail->setText(parts.join(QStringLiteral(" \u00b7 ")));
}

void HistoryView::setError(const base::Error &error)
{
    m_refresh->setEnabled(true);
    m_empty->setText({});
    if (chosenRun().isEmpty())
        m_detail->clear();
    m_banner->showError(error);
}

void HistoryView::setSaved(const QString &path)
{
    m_banner->showMessage(Banner::Kind::Success, tr("The events are saved in %1.").arg(path));
}

} // namespace lockstep::widgets
