#pragma once

#include <model/items/planmodel.h>

#include <QItemSelectionModel>
#include <QPointer>

#include <functional>

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
    /// While a step is dragged: the row that it would stand before; -1: none is dragged.
    [[nodiscard]] int dropRow() const { return m_dropRow; }
    [[nodiscard]] bool isDropAllowed() const { return m_isDropAllowed; }
    /// Why a step cannot stand before a row; an empty text where it can. Without it nothing is dragged.
    using MoveCheck = std::function<QString(int row, int before)>;
    void setMoveCheck(MoveCheck check) { m_moveCheck = std::move(check); }
    [[nodiscard]] bool canDrag(int row) const;
    /// The row that a drag at a y would put the step before.
    [[nodiscard]] int dropRowAt(int y) const;
    /// Shows where a dragged step would stand; why not, if it cannot.
    QString showDrop(int row, int before);
    void endDrop();
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    [[nodiscard]] int scroll() const { return m_scroll; }
    [[nodiscard]] int maximumScroll() const;
    [[nodiscard]] int top(int row) const { return placeOf(row) * m_rowHeight - m_scroll; }
    [[nodiscard]] int at(int y) const;
    /// In the order of the plan, or all steps of a table together: rows are still those of the model, places
    /// are counted from the top.
    [[nodiscard]] bool isByTable() const { return m_isByTable; }
    [[nodiscard]] int placeOf(int row) const { return m_isByTable ? m_places.value(row, row) : row; }
    [[nodiscard]] int rowAtPlace(int place) const { return m_isByTable ? m_order.value(place, -1) : place; }
    /// Rows in sight of a pane of that height, top to bottom.
    [[nodiscard]] QVector<int> inSight(int height) const;

public slots:
    void select(int row); ///< -1 clears. Scrolls there.
    void setHovered(int row);
    void setRowHeight(int height);
    void setViewHeight(int height);
    void setScroll(int scroll);
    void setByTable(bool isByTable);

signals:
    void selectionChanged();
    void hoverChanged();
    void scrollChanged();
    void dropChanged();
    void menuRequested(const QPoint &globalPos);
    void moveRequested(int row, int before);
    void layoutChanged(); ///< Rows, their height or the room for them changed.

private:
    void sortByTable();

    items::PlanModel *m_model;
    QPointer<QItemSelectionModel> m_selection;
    int m_hovered = -1;
    int m_rowHeight = 28;
    int m_viewHeight = 0;
    int m_scroll = 0;
    bool m_isByTable = false;
    QVector<int> m_order; ///< Rows by place.
    QVector<int> m_places; ///< Places by row.
    MoveCheck m_moveCheck;
    int m_dropRow = -1;
    bool m_isDropAllowed = false;
};

/// The background of the rows in sight, the same in every pane: stripes, selection, hover, a line
/// where the phase changes.
void paintRowBackgrounds(QPainter *painter, int width, int height, const TimelineRows &rows,
                         const QPalette &palette);

} // namespace lockstep::widgets
