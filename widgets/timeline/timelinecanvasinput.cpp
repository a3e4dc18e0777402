// Mouse, wheel and keys of the canvas; what they act on is in timelinecanvas.cpp.
#include "timelinecanvas.h"

#include <model/items/words.h>

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace lockstep::widgets {

namespace {

constexpr double keyZoom = 1.5;
constexpr double keyPan = 0.1;

} // namespace

bool TimelineCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip)
        return showToolTip(event);
    return QWidget::event(event);
}

bool TimelineCanvas::showToolTip(QEvent *event)
{
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = barAt(help->pos());
    if (row < 0) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    const QString text =
        m_rows->model()->index(row, items::PlanModel::Title).data(Qt::ToolTipRole).toString();
    QToolTip::showText(help->globalPos(), text, this, barRect(row).toAlignedRect());
    return true;
}

void TimelineCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_rows->setViewHeight(height());
}

void TimelineCanvas::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        m_range->zoomAt(toUnits(event->position().x()), std::pow(1.2, delta.y() / 120.0));
    } else if (event->modifiers() & Qt::ShiftModifier || std::abs(delta.x()) > std::abs(delta.y())) {
        // Alt and some systems' Shift swap the axes.
        const int along = delta.x() != 0 ? delta.x() : delta.y();
        m_range->moveBy(-along / 120.0 * keyPan * m_range->visible().length());
    } else if (m_rows->maximumScroll() > 0) {
        const QPoint pixels = event->pixelDelta();
        const int move = pixels.isNull()
                             ? delta.y() * m_rows->rowHeight() * QApplication::wheelScrollLines() / 120
                             : pixels.y();
        m_rows->setScroll(m_rows->scroll() - move);
    } else {
        event->ignore();
        return;
    }
    event->accept();
}

int TimelineCanvas::selectionTarget(int key) const
{
    const int selected = m_rows->selected() < 0 ? -1 : m_rows->placeOf(m_rows->selected());
    const int last = m_rows->count() - 1;
    const int page = std::max(1, height() / m_rows->rowHeight() - 1);
    const auto rowAt = [this](int place) { return m_rows->rowAtPlace(place); };
    switch (key) {
    case Qt::Key_Down: return rowAt(selected < 0 ? 0 : std::min(selected + 1, last));
    case Qt::Key_Up: return rowAt(selected < 0 ? last : std::max(selected - 1, 0));
    case Qt::Key_PageDown: return rowAt(std::min(std::max(selected, 0) + page, last));
    case Qt::Key_PageUp: return rowAt(std::max(selected - page, 0));
    case Qt::Key_Home: return rowAt(0);
    case Qt::Key_End: return rowAt(last);
    default: return -1;
    }
}

bool TimelineCanvas::zoomByKey(int key, const QString &text)
{
    const UnitSpan visible = m_range->visible();
    // Around the selected bar if it is in sight: that is what one looks at.
    const int selected = m_rows->selected();
    double anchor = (visible.from + visible.to) / 2;
    if (selected >= 0) {
        const TimelinePlace &place = m_axis.places.at(selected);
        const double middle = (place.from + place.to) / 2;
        if (middle >= visible.from && middle <= visible.to)
            anchor = middle;
    }
    if (text == QLatin1String("+") || key == Qt::Key_Plus || key == Qt::Key_Equal)
        m_range->zoomAt(anchor, keyZoom);
    else if (text == QLatin1String("-") || key == Qt::Key_Minus)
        m_range->zoomAt(anchor, 1 / keyZoom);
    else if (key == Qt::Key_F)
        m_range->fit();
    else if (key == Qt::Key_Left || key == Qt::Key_Right)
        m_range->moveBy((key == Qt::Key_Left ? -keyPan : keyPan) * visible.length());
    else
        return false;
    return true;
}

void TimelineCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool isBack = event->key() == Qt::Key_Backspace
                        || (event->key() == Qt::Key_Left && event->modifiers() == Qt::AltModifier);
    if (isBack && m_range->canGoBack()) {
        m_range->goBack();
        return;
    }
    const int target = isPlain && m_rows->count() > 0 ? selectionTarget(event->key()) : -1;
    if (target >= 0)
        m_rows->select(target);
    else if (event->key() == Qt::Key_Escape && m_rows->selected() >= 0)
        m_rows->select(-1);
    else if (event->key() == Qt::Key_Return && m_rows->selected() >= 0)
        emit stepActivated(m_rows->model()->stepAt(m_rows->selected())->id);
    else if (!isPlain || !zoomByKey(event->key(), event->text()))
        QWidget::keyPressEvent(event);
}

void TimelineCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_isPressed = true;
    m_isDragging = false;
    m_dragFrom = event->globalPosition();
    m_dragSpan = m_range->visible();
    if (event->button() == Qt::LeftButton)
        m_rows->select(m_rows->at(int(event->position().y())));
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isPressed) {
        m_rows->setHovered(m_rows->at(int(event->position().y())));
        return;
    }
    // Global positions: the content moves under the mouse, which must not feed back.
    const double moved = event->globalPosition().x() - m_dragFrom.x();
    if (!m_isDragging && std::abs(moved) < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    setCursor(Qt::ClosedHandCursor);
    const double units = moved / qMax(1, width()) * m_dragSpan.length();
    m_range->setVisible({ m_dragSpan.from - units, m_dragSpan.to - units });
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent *)
{
    m_isPressed = false;
    m_isDragging = false;
    unsetCursor();
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int row = m_rows->at(int(event->position().y()));
    if (row >= 0)
        emit stepActivated(m_rows->model()->stepAt(row)->id);
}

void TimelineCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPointF at = isByKey ? barRect(m_rows->selected()).bottomLeft() : QPointF(event->pos());
    if (!isByKey)
        m_rows->select(m_rows->at(event->pos().y()));
    emit m_rows->menuRequested(mapToGlobal(at.toPoint()));
}

void TimelineCanvas::leaveEvent(QEvent *event)
{
    m_rows->setHovered(-1);
    QWidget::leaveEvent(event);
}

} // namespace lockstep::widgets
