#pragma once

#include "timelinegeometry.h"

#include <model/items/planmodel.h>

#include <QItemSelectionModel>
#include <QWidget>

class QScrollBar;
class QSplitter;

namespace lockstep::widgets {

class TimelineCanvas;
class TimelineColumns;
class TimelineRange;
class TimelineRows;

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

    /// While running: draws what a step took, or takes so far, over its estimate.
    void setMeasured(const QString &stepId, double milliseconds, bool isRunning);
    void clearMeasured();

public slots:
    void setScale(lockstep::widgets::TimeScale scale);
    void zoomIn();
    void zoomOut();
    void fit();

signals:
    void stepActivated(const QString &stepId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyFont();
    void followRows();
    void followRange();

    TimelineRows *m_rows;
    TimelineRange *m_range;
    TimelineCanvas *m_canvas;
    TimelineColumns *m_left;
    TimelineColumns *m_right;
    QWidget *m_ruler;
    QScrollBar *m_vertical;
    QScrollBar *m_horizontal;
    QSplitter *m_splitter;
};

} // namespace lockstep::widgets
