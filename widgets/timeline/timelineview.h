#pragma once

#include "timelinegeometry.h"

#include <model/items/planmodel.h>

#include <QItemSelectionModel>
#include <QWidget>

#include <functional>

class QAction;
class QHBoxLayout;
class QMenu;
class QPainter;
class QScrollBar;
class QSplitter;
class QToolButton;

namespace lockstep::widgets {

class TimelineCanvas;
class TimelineColumns;
class TimelineLegend;
class TimelineMinimap;
class TimelineRange;
class TimelineRows;
class TimelineRuler;

/// The plan as a staircase: names at the left, bars over time, locks and estimates at the right,
/// a ruler above and the legend below.
class TimelineView final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineView(items::PlanModel *model, QWidget *parent = nullptr);

    [[nodiscard]] QItemSelectionModel *selectionModel() const;
    /// The selection to share with other views of the same model.
    void setSelectionModel(QItemSelectionModel *selection);
    [[nodiscard]] TimeScale scale() const;
    [[nodiscard]] TimelineCanvas *canvas() const { return m_canvas; }
    [[nodiscard]] TimelineRange *range() const { return m_range; }
    /// What changes the view, for the window's menus.
    [[nodiscard]] QMenu *menu() const { return m_menu; }

    /// While running: draws what a step took, or takes so far, over its estimate.
    void setMeasured(const QString &stepId, double milliseconds, bool isRunning);
    void clearMeasured();

    /// Steps can be dragged to another place where this returns nothing; it returns why not.
    using MoveCheck = std::function<QString(const QString &stepId, const QString &before)>;
    void setMoveCheck(MoveCheck check);
    /// For a file: how tall it is with every row, the panes put into their places, and the painting of them.
    [[nodiscard]] QSize pictureSize(int width) const;
    void layOutForPicture(const QSize &size, const QPalette &palette);
    void paintPicture(QPainter *painter, const QSize &size) const;

public slots:
    void setByTable(bool isByTable);
    void goBack();
    void setScale(lockstep::widgets::TimeScale scale);
    void zoomIn();
    void zoomOut();
    void fit();

signals:
    void stepActivated(const QString &stepId);
    void menuRequested(const QPoint &globalPos);
    void moveRequested(const QString &stepId, const QString &before); ///< Empty: to the end.

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyFont();
    [[nodiscard]] QWidget *buildOverview();
    void buildLayout();
    void buildMenu();
    void connectParts();
    QAction *addAction(const char *name, const QString &text, const QString &toolTip);
    void alignOverview();
    void followRows();
    void followRange();

    TimelineRows *m_rows;
    TimelineRange *m_range;
    TimelineCanvas *m_canvas;
    TimelineColumns *m_left;
    TimelineColumns *m_right;
    TimelineRuler *m_ruler;
    TimelineMinimap *m_minimap;
    TimelineLegend *m_legend;
    QMenu *m_menu;
    QAction *m_byTable = nullptr;
    QAction *m_back = nullptr;
    QAction *m_fit = nullptr;
    QScrollBar *m_vertical;
    QScrollBar *m_horizontal;
    QSplitter *m_splitter;
};

} // namespace lockstep::widgets
