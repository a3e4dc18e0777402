#pragma once

#include <model/items/planmodel.h>

#include <QItemSelectionModel>
#include <QPointer>

class QPainter;
class QPalette;

namespace lockstep::widgets {

/// What the panes of the timeline have in common: the model, the one selection, the row height,
/// the scroll position and the row under the mouse. The panes know this object, not each other.
class TimelineRows final : public QObject
{
    Q_OBJECT
public:
    explicit TimelineRows(items::PlanModel *model, QObject *parent = nullptr);

    [[nodiscard]] items::PlanModel *model() const { return m_model; }
    [[nodiscard]] QItemSelectionModel *selectionModel() const { return m_selection; }
    void setSelectionModel(QItemSelectionModel *selection);
    [[nodiscard]] int count() const { return m_model->rowCount(); }
    [[nodiscard]] int selected() const; ///< -1: none.
    [[nodiscard]] int hovered() const { return m_hovered; }
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    [[nodiscard]] int scroll() const { return m_scroll; }
    [[nodiscard]] int maximumScroll() const;
    [[nodiscard]] int top(int row) const { return row * m_rowHeight - m_scroll; }
    [[nodiscard]] int at(int y) const;

public slots:
    void select(int row); ///< -1 clears. Scrolls there.
    void setHovered(int row);
    void setRowHeight(int height);
    void setViewHeight(int height);
    void setScroll(int scroll);

signals:
    void selectionChanged();
    void hoverChanged();
    void scrollChanged();
    void layoutChanged(); ///< Rows, their height or the room for them changed.

private:
    items::PlanModel *m_model;
    QPointer<QItemSelectionModel> m_selection;
    int m_hovered = -1;
    int m_rowHeight = 28;
    int m_viewHeight = 0;
    int m_scroll = 0;
};

/// The background of the rows in sight, the same in every pane: stripes, selection, hover, a line
/// where the phase changes.
void paintRowBackgrounds(QPainter *painter, int width, int height, const TimelineRows &rows,
                         const QPalette &palette);

} // namespace lockstep::widgets
