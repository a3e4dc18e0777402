#include "timelinerows.h"

#include "timelinegeometry.h"

#include <widgets/common/theme.h>

#include <QPainter>

#include <algorithm>

namespace lockstep::widgets {

TimelineRows::TimelineRows(items::PlanModel *model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    setSelectionModel(new QItemSelectionModel(model, this));
    connect(model, &items::PlanModel::modelReset, this, [this] {
        m_hovered = -1;
        setScroll(m_scroll);
        emit layoutChanged();
    });
    connect(model, &items::PlanModel::dataChanged, this, &TimelineRows::layoutChanged);
}

void TimelineRows::setSelectionModel(QItemSelectionModel *selection)
{
    if (selection == m_selection)
        return;
    if (m_selection)
        m_selection->disconnect(this);
    m_selection = selection;
    connect(selection, &QItemSelectionModel::selectionChanged, this, &TimelineRows::selectionChanged);
    connect(selection, &QItemSelectionModel::currentRowChanged, this, &TimelineRows::selectionChanged);
    emit selectionChanged();
}

int TimelineRows::selected() const
{
    return m_selection && m_selection->hasSelection() ? m_selection->currentIndex().row() : -1;
}

int TimelineRows::maximumScroll() const
{
    return std::max(0, count() * m_rowHeight - m_viewHeight);
}

int TimelineRows::at(int y) const
{
    return rowAt(y, m_scroll, m_rowHeight, count());
}

void TimelineRows::select(int row)
{
    if (!m_selection)
        return;
    if (row < 0 || row >= count()) {
        m_selection->clear();
        return;
    }
    m_selection->setCurrentIndex(m_model->index(row, 0),
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const int y = row * m_rowHeight;
    if (y < m_scroll)
        setScroll(y);
    else if (y + m_rowHeight > m_scroll + m_viewHeight)
        setScroll(y + m_rowHeight - m_viewHeight);
}

void TimelineRows::setHovered(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    emit hoverChanged();
}

void TimelineRows::setRowHeight(int height)
{
    if (height == m_rowHeight || height <= 0)
        return;
    m_rowHeight = height;
    setScroll(m_scroll);
    emit layoutChanged();
}

void TimelineRows::setViewHeight(int height)
{
    if (height == m_viewHeight)
        return;
    m_viewHeight = height;
    setScroll(m_scroll);
    emit layoutChanged();
}

void TimelineRows::setScroll(int scroll)
{
    const int inside = std::clamp(scroll, 0, maximumScroll());
    if (inside == m_scroll)
        return;
    m_scroll = inside;
    emit scrollChanged();
}

void paintRowBackgrounds(QPainter *painter, int width, int height, const TimelineRows &rows,
                         const QPalette &palette)
{
    const Colors &colors = colorsFor(palette);
    painter->fillRect(0, 0, width, height, colors.base);
    const auto [first, last] = visibleRows(rows.scroll(), height, rows.rowHeight(), rows.count());
    for (int row = first; row <= last; ++row) {
        const QRect line(0, rows.top(row), width, rows.rowHeight());
        const bool isSelected = row == rows.selected();
        if (isSelected)
            painter->fillRect(line, colors.accentSoft);
        else if (row == rows.hovered())
            painter->fillRect(line, colors.hover);
        else if (row % 2 == 1)
            painter->fillRect(line, colors.alternate);
        const plan::Step *step = rows.model()->stepAt(row);
        const plan::Step *before = rows.model()->stepAt(row - 1);
        if (step && before
            && (step->phase != before->phase || (step->kind == plan::StepKind::Gate)
                || before->kind == plan::StepKind::Gate))
            painter->fillRect(0, line.top(), width, 1, colors.border);
    }
    // A short plan ends visibly.
    const int end = rows.top(rows.count());
    if (rows.count() > 0 && end < height)
        painter->fillRect(0, end, width, 1, colors.grid);
}

} // namespace lockstep::widgets
