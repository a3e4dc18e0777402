#include "timelinecolumns.h"

#include "timelinegeometry.h"
#include "timelinepaint.h"
#include "timelinerows.h"

#include <model/items/roles.h>
#include <model/items/words.h>
#include <widgets/common/theme.h>

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace lockstep::widgets {

namespace {

constexpr int bandWidth = 5;
constexpr int cellPadding = 6;

QString editedMark()
{
    return QStringLiteral(" \u270e");
}

QFont columnFont(const QFont &font, bool isStrong, bool isSelected)
{
    return isStrong ? scaledFont(font, 1, isSelected) : font;
}

} // namespace

TimelineColumns::TimelineColumns(TimelineRows *rows, QVector<Column> columns, bool hasBand, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
    , m_columns(std::move(columns))
    , m_hasBand(hasBand)
{
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumWidth(120);
    connect(rows, &TimelineRows::layoutChanged, this, qOverload<>(&QWidget::update));
    connect(rows, &TimelineRows::scrollChanged, this, qOverload<>(&QWidget::update));
    connect(rows, &TimelineRows::hoverChanged, this, qOverload<>(&QWidget::update));
    connect(rows, &TimelineRows::selectionChanged, this, qOverload<>(&QWidget::update));
    connect(rows, &TimelineRows::dropChanged, this, qOverload<>(&QWidget::update));
}

int TimelineColumns::headerHeight() const
{
    return m_headerHeight;
}

void TimelineColumns::setHeaderHeight(int height)
{
    m_headerHeight = height;
    update();
}

QVector<QRect> TimelineColumns::cells(int top, int height) const
{
    const int character = fontMetrics().averageCharWidth();
    int room = width() - (m_hasBand ? bandWidth : 0);
    double shares = 0;
    for (const Column &column : m_columns) {
        room -= column.characters * character;
        shares += column.share;
    }
    QVector<QRect> result;
    int x = m_hasBand ? bandWidth : 0;
    for (const Column &column : m_columns) {
        const int cell = column.characters > 0 ? column.characters * character
                                               : int(qMax(0, room) * column.share / qMax(shares, 0.01));
        result.append(QRect(x, top, cell, height));
        x += cell;
    }
    return result;
}

int TimelineColumns::widthOfTexts() const
{
    const QFontMetrics metrics(scaledFont(font(), 1, true));
    const int pencil = metrics.horizontalAdvance(editedMark());
    int fixed = m_hasBand ? bandWidth : 0;
    double shares = 0;
    double room = 0;
    for (const Column &column : m_columns) {
        fixed += column.characters * fontMetrics().averageCharWidth();
        shares += column.share;
    }
    for (const Column &column : m_columns) {
        for (int row = 0; column.share > 0 && row < m_rows->count(); ++row) {
            const QString text = m_rows->model()->index(row, column.column).data().toString();
            const int wide = metrics.horizontalAdvance(text) + pencil + 2 * cellPadding;
            room = std::max(room, wide * shares / column.share);
        }
    }
    return fixed + int(std::ceil(room));
}

void TimelineColumns::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter);
}

void TimelineColumns::paint(QPainter *painter) const
{
    painter->save();
    painter->translate(0, m_headerHeight);
    painter->setClipRect(0, 0, width(), height() - m_headerHeight);
    paintRowBackgrounds(painter, width(), height() - m_headerHeight, *m_rows, palette());
    for (const int row : m_rows->inSight(height() - m_headerHeight))
        paintRow(painter, row, cells(m_rows->top(row), m_rows->rowHeight()));
    painter->restore();
    paintHeader(painter);
}

void TimelineColumns::paintRow(QPainter *painter, int row, const QVector<QRect> &cells) const
{
    const Colors &colors = colorsFor(palette());
    const plan::Step *step = m_rows->model()->stepAt(row);
    if (!step)
        return;
    const bool isOff = m_rows->model()->isOff(row);
    const bool isGate = step->kind == plan::StepKind::Gate && !isOff;
    const bool isSelected = row == m_rows->selected();
    if (m_hasBand) {
        painter->fillRect(0, cells.first().top(), bandWidth - 1, cells.first().height(),
                          isGate ? colors.accent : colors.of(step->phase));
    }
    for (int i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns.at(i);
        const QRect box = cells.at(i).adjusted(cellPadding, 0, -cellPadding, 0);
        if (isGate && column.column == items::PlanModel::Number) {
            paintDiamond(painter, QRectF(box).center(), 5, colors);
            continue;
        }
        const QModelIndex index = m_rows->model()->index(row, column.column);
        const bool isQuiet = column.column == items::PlanModel::Range;
        const QFont base = isQuiet ? scaledFont(font(), 0.86) : font();
        painter->setFont(isGate && column.column == items::PlanModel::Title
                             ? scaledFont(base, 1, true)
                             : columnFont(base, column.isStrong && !isGate, isSelected));
        const bool isTime = column.column == items::PlanModel::Estimate;
        if (isTime)
            painter->setFont(scaledFont(font(), 1, true));
        const bool isName = column.column == items::PlanModel::Title;
        painter->setPen(isGate && isName                       ? colors.accent
                        : column.isStrong && !isGate && !isOff ? colors.text
                                                               : colors.muted);
        if (isOff && isName) {
            QFont struck = painter->font();
            struck.setStrikeOut(true);
            painter->setFont(struck);
        }
        QString text = index.data().toString();
        if (column.column == items::PlanModel::Title && step->edited)
            text += editedMark();
        painter->drawText(box, (column.isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
    }
}

void TimelineColumns::paintHeader(QPainter *painter) const
{
    const Colors &colors = colorsFor(palette());
    painter->fillRect(0, 0, width(), m_headerHeight, colors.window);
    painter->fillRect(0, m_headerHeight - 1, width(), 1, colors.border);
    painter->setFont(scaledFont(font(), 0.86, true));
    painter->setPen(colors.muted);
    const QVector<QRect> boxes = cells(0, m_headerHeight);
    for (int i = 0; i < m_columns.size(); ++i) {
        if (m_columns.at(i).column == items::PlanModel::Number)
            continue;
        const QString text =
            m_rows->model()->headerData(m_columns.at(i).column, Qt::Horizontal, Qt::DisplayRole).toString();
        const QRect box = boxes.at(i).adjusted(cellPadding, 0, -cellPadding, 0);
        painter->drawText(box, (m_columns.at(i).isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
    }
}

QString TimelineColumns::fullTextAt(const QPoint &point) const
{
    const QVector<QRect> boxes = cells(0, m_headerHeight);
    for (int i = 0; i < boxes.size(); ++i) {
        if (point.x() < boxes.at(i).left() || point.x() > boxes.at(i).right())
            continue;
        const int column = m_columns.at(i).column;
        if (point.y() < m_headerHeight)
            return m_rows->model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
        const int row = m_rows->at(point.y() - m_headerHeight);
        const plan::Step *step = m_rows->model()->stepAt(row);
        if (!step)
            return {};
        if (i == 0 && m_hasBand)
            return QCoreApplication::translate("lockstep::widgets::TimelineColumns", "Phase: %1")
                .arg(items::words(step->phase));
        return m_rows->model()->index(row, column).data().toString();
    }
    return {};
}

bool TimelineColumns::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = fullTextAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void TimelineColumns::mousePressEvent(QMouseEvent *event)
{
    if (event->position().y() < m_headerHeight)
        return;
    const int row = m_rows->at(int(event->position().y()) - m_headerHeight);
    m_rows->select(row);
    m_pressedRow = event->button() == Qt::LeftButton && m_rows->canDrag(row) ? row : -1;
    m_pressedAt = event->position().toPoint();
}

void TimelineColumns::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressedRow >= 0 && event->buttons() & Qt::LeftButton) {
        drag(*event);
        return;
    }
    m_rows->setHovered(m_rows->at(int(event->position().y()) - m_headerHeight));
}

void TimelineColumns::drag(const QMouseEvent &event)
{
    const QPoint point = event.position().toPoint();
    if (!m_isDragging && (point - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    const int y = point.y() - m_headerHeight;
    if (y < 0 || y > height() - m_headerHeight)
        m_rows->setScroll(m_rows->scroll() + (y < 0 ? -m_rows->rowHeight() : m_rows->rowHeight()));
    const QString why = m_rows->showDrop(m_pressedRow, m_rows->dropRowAt(y));
    setCursor(why.isEmpty() ? Qt::ClosedHandCursor : Qt::ForbiddenCursor);
    if (why.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event.globalPosition().toPoint(), why, this);
}

void TimelineColumns::mouseReleaseEvent(QMouseEvent *)
{
    const int row = m_pressedRow;
    const int before = m_rows->dropRow();
    const bool wasDragging = m_isDragging;
    endDrag();
    if (wasDragging && before >= 0 && before != row && before != row + 1)
        emit m_rows->moveRequested(row, before);
}

void TimelineColumns::endDrag()
{
    m_pressedRow = -1;
    m_isDragging = false;
    unsetCursor();
    QToolTip::hideText();
    m_rows->endDrop();
}

void TimelineColumns::keyPressEvent(QKeyEvent *event)
{
    if (m_isDragging && event->key() == Qt::Key_Escape)
        endDrag();
    else
        QWidget::keyPressEvent(event);
}

void TimelineColumns::contextMenuEvent(QContextMenuEvent *event)
{
    emit m_rows->menuRequested(event->globalPos());
}

void TimelineColumns::leaveEvent(QEvent *event)
{
    m_rows->setHovered(-1);
    QWidget::leaveEvent(event);
}

void TimelineColumns::wheelEvent(QWheelEvent *event)
{
    if (m_rows->maximumScroll() == 0) {
        event->ignore();
        return;
    }
    m_rows->setScroll(m_rows->scroll() - event->angleDelta().y() * m_rows->rowHeight() * 3 / 120);
}

} // namespace lockstep::widgets
