#include "timelineview.h"

#include "timelinecanvas.h"
#include "timelinecolumns.h"
#include "timelinelegend.h"
#include "timelineminimap.h"
#include "timelinerange.h"
#include "timelinerows.h"
#include "timelineruler.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

/// Scroll bars count in integers.
constexpr int scrollSteps = 10000;

QVector<TimelineColumns::Column> leftColumns()
{
    using items::PlanModel;
    return { { PlanModel::Number, 0, 5, false, false },
             { PlanModel::Title, 0.7, 0, true, false },
             { PlanModel::Table, 0.3, 0, false, false } };
}

QVector<TimelineColumns::Column> rightColumns()
{
    using items::PlanModel;
    return { { PlanModel::StrongestLock, 1, 0, true, false },
             { PlanModel::Estimate, 0, 10, true, true },
             { PlanModel::Range, 0, 18, false, true } };
}

} // namespace

TimelineView::TimelineView(items::PlanModel *model, QWidget *parent)
    : QWidget(parent)
    , m_rows(new TimelineRows(model, this))
    , m_range(new TimelineRange(this))
    , m_canvas(new TimelineCanvas(m_rows, m_range))
    , m_left(new TimelineColumns(m_rows, leftColumns(), true))
    , m_right(new TimelineColumns(m_rows, rightColumns(), false))
    , m_ruler(new TimelineRuler(m_canvas))
    , m_minimap(new TimelineMinimap(m_canvas))
    , m_legend(new TimelineLegend)
    , m_menu(new QMenu(tr("&Timeline"), this))
    , m_vertical(new QScrollBar(Qt::Vertical))
    , m_horizontal(new QScrollBar(Qt::Horizontal))
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(QStringLiteral("timelineView"));
    m_left->setObjectName(QStringLiteral("timelineLeft"));
    m_right->setObjectName(QStringLiteral("timelineRight"));
    m_splitter->setObjectName(QStringLiteral("timelineSplitter"));
    m_vertical->setObjectName(QStringLiteral("timelineVertical"));
    m_horizontal->setObjectName(QStringLiteral("timelineHorizontal"));
    setFocusProxy(m_canvas);
    // A step that was clicked by its name is followed by the arrow keys.
    for (TimelineColumns *columns : { m_left, m_right }) {
        columns->setFocusPolicy(Qt::ClickFocus);
        columns->setFocusProxy(m_canvas);
    }

    buildMenu();
    buildLayout();
    connectParts();
    applyFont();
    followRows();
    followRange();
}

QAction *TimelineView::addAction(const char *name, const QString &text, const QString &toolTip)
{
    QAction *action = m_menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setToolTip(toolTip);
    return action;
}

void TimelineView::buildMenu()
{
    m_menu->setObjectName(QStringLiteral("timelineMenu"));
    m_byTable = addAction("timelineByTable", tr("By table"),
                          tr("Puts the steps of a table together; the time of each stays what it is."));
    m_byTable->setCheckable(true);
    m_fit = addAction("timelineFit", tr("Fit"), tr("Shows all of the time (F)."));
    m_back =
        addAction("timelineBack", tr("Back"), tr("To what was in sight before (Backspace or Alt+Left)."));
    const QAction *in = addAction("timelineZoomIn", tr("Zoom in"), tr("Shows less of the time (+)."));
    const QAction *out = addAction("timelineZoomOut", tr("Zoom out"), tr("Shows more of the time (-)."));
    connect(m_byTable, &QAction::toggled, this, &TimelineView::setByTable);
    connect(m_fit, &QAction::triggered, this, &TimelineView::fit);
    connect(m_back, &QAction::triggered, this, &TimelineView::goBack);
    connect(in, &QAction::triggered, this, &TimelineView::zoomIn);
    connect(out, &QAction::triggered, this, &TimelineView::zoomOut);
}

void TimelineView::buildLayout()
{
    auto *center = new QWidget;
    auto *centerLayout = new QVBoxLayout(center);
    centerLayout->setContentsMargins(0, 0, 0, 0);
    centerLayout->setSpacing(0);
    centerLayout->addWidget(m_ruler);
    centerLayout->addWidget(m_canvas, 1);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(center);
    m_splitter->addWidget(m_right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({ 460, 700, 470 });

    auto *rowsLayout = new QHBoxLayout;
    rowsLayout->setSpacing(0);
    rowsLayout->addWidget(m_splitter, 1);
    rowsLayout->addWidget(m_vertical);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(rowsLayout, 1);
    layout->addWidget(m_horizontal);
    layout->addWidget(buildOverview());
    layout->addWidget(m_legend);
}

void TimelineView::connectParts()
{
    connect(m_vertical, &QScrollBar::valueChanged, m_rows, &TimelineRows::setScroll);
    connect(m_horizontal, &QScrollBar::valueChanged, this, [this](int value) {
        const double from = value * m_range->total() / scrollSteps;
        m_range->setVisible({ from, from + m_range->visible().length() });
    });
    connect(m_rows, &TimelineRows::scrollChanged, this, &TimelineView::followRows);
    connect(m_rows, &TimelineRows::layoutChanged, this, &TimelineView::followRows);
    connect(m_range, &TimelineRange::changed, this, &TimelineView::followRange);
    connect(m_canvas, &TimelineCanvas::stepActivated, this, &TimelineView::stepActivated);
    connect(m_rows, &TimelineRows::menuRequested, this, &TimelineView::menuRequested);
    connect(m_rows, &TimelineRows::moveRequested, this, [this](int row, int before) {
        const items::PlanModel *model = m_rows->model();
        if (const plan::Step *step = model->stepAt(row))
            emit moveRequested(step->id, model->runningFrom(before));
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, &TimelineView::alignOverview);
}

/// The whole plan under the bars, and what changes the view beside it.
QWidget *TimelineView::buildOverview()
{
    auto *overview = new QWidget;
    overview->setObjectName(QStringLiteral("timelineOverview"));
    auto *layout = new QHBoxLayout(overview);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *tools = new QWidget;
    tools->setObjectName(QStringLiteral("timelineTools"));
    auto *toolsLayout = new QHBoxLayout(tools);
    toolsLayout->setContentsMargins(6, 2, 6, 2);
    toolsLayout->setSpacing(2);
    for (QAction *action : { m_byTable, m_fit, m_back }) {
        auto *button = new QToolButton;
        button->setObjectName(action->objectName());
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        toolsLayout->addWidget(button);
    }
    toolsLayout->addStretch(1);
    layout->addWidget(tools);
    layout->addWidget(m_minimap, 1);
    auto *rest = new QWidget;
    rest->setObjectName(QStringLiteral("timelineOverviewRest"));
    layout->addWidget(rest);
    return overview;
}

/// The overview stands exactly under the bars.
void TimelineView::alignOverview()
{
    auto *overview = m_minimap->parentWidget();
    overview->findChild<QWidget *>(QStringLiteral("timelineTools"))
        ->setFixedWidth(m_left->width() + m_splitter->handleWidth());
    overview->findChild<QWidget *>(QStringLiteral("timelineOverviewRest"))
        ->setFixedWidth(m_right->width() + m_splitter->handleWidth()
                        + (m_vertical->isVisible() ? m_vertical->width() : 0));
}

void TimelineView::setByTable(bool isByTable)
{
    m_byTable->setChecked(isByTable);
    m_rows->setByTable(isByTable);
}

void TimelineView::goBack()
{
    m_range->goBack();
}

QItemSelectionModel *TimelineView::selectionModel() const
{
    return m_rows->selectionModel();
}

void TimelineView::setSelectionModel(QItemSelectionModel *selection)
{
    m_rows->setSelectionModel(selection);
}

void TimelineView::setMoveCheck(MoveCheck check)
{
    m_rows->setMoveCheck([this, check = std::move(check)](int row, int before) {
        const plan::Step *step = m_rows->model()->stepAt(row);
        return step ? check(step->id, m_rows->model()->runningFrom(before)) : QString();
    });
}

TimeScale TimelineView::scale() const
{
    return m_canvas->scale();
}

void TimelineView::setScale(TimeScale scale)
{
    m_canvas->setScale(scale);
}

void TimelineView::setMeasured(const QString &stepId, double milliseconds, bool isRunning)
{
    m_canvas->setMeasured(stepId, milliseconds, isRunning);
}

void TimelineView::clearMeasured()
{
    m_canvas->clearMeasured();
}

void TimelineView::zoomIn()
{
    m_range->zoomAt((m_range->visible().from + m_range->visible().to) / 2, 1.5);
}

void TimelineView::zoomOut()
{
    m_range->zoomAt((m_range->visible().from + m_range->visible().to) / 2, 1 / 1.5);
}

void TimelineView::fit()
{
    m_range->fit();
}

void TimelineView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void TimelineView::applyFont()
{
    const int line = fontMetrics().height();
    m_rows->setRowHeight(line + 12);
    m_left->setHeaderHeight(line + 10);
    m_right->setHeaderHeight(line + 10);
    m_ruler->setFixedHeight(line + 10);
}

void TimelineView::followRows()
{
    m_vertical->setRange(0, m_rows->maximumScroll());
    m_vertical->setSingleStep(m_rows->rowHeight());
    m_vertical->setPageStep(m_canvas->height());
    m_vertical->setValue(m_rows->scroll());
    m_vertical->setVisible(m_rows->maximumScroll() > 0);
    alignOverview();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    alignOverview();
}

bool TimelineView::event(QEvent *event)
{
    const bool result = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        alignOverview();
    return result;
}

void TimelineView::followRange()
{
    const QSignalBlocker blocker(m_horizontal);
    const UnitSpan visible = m_range->visible();
    const int page = int(visible.length() / m_range->total() * scrollSteps);
    m_horizontal->setRange(0, scrollSteps - page);
    m_horizontal->setPageStep(page);
    m_horizontal->setSingleStep(qMax(1, page / 10));
    m_horizontal->setValue(int(visible.from / m_range->total() * scrollSteps));
    m_horizontal->setVisible(!m_range->isFitted());
    m_fit->setEnabled(!m_range->isFitted());
    m_back->setEnabled(m_range->canGoBack());
}

} // namespace lockstep::widgets
