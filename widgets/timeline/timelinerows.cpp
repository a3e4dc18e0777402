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
        sortByTable();
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
    const int place = rowAt(y, m_scroll, m_rowHeight, count());
    return place < 0 ? -1 : rowAtPlace(place);
}

QVector<int> TimelineRows::inSight(int height) const
{
    const auto [first, last] = visibleRows(m_scroll, height, m_rowHeight, count());
    QVector<int> rows;
    for (int place = first; place <= last; ++place)
        rows.append(rowAtPlace(place));
    return rows;
}

void TimelineRows::setByTable(bool isByTable)
{
    if (isByTable == m_isByTable)
        return;
    m_isByTable = isByTable;
    sortByTable();
    emit layoutChanged();
}

/// Tables in the order in which the plan comes to them first.
void TimelineRows::sortByTable()
{
    m_order.clear();
    m_places.clear();
    if (!m_isByTable)
        return;
    QHash<QString, int> firstRow;
    QVector<int> keys(count());
    m_order.resize(count());
    for (int row = 0; row < count(); ++row) {
        const QString table = m_model->stepAt(row)->relations.value(0);
        if (!firstRow.contains(table))
            firstRow.insert(table, row);
        keys[row] = firstRow.value(table);
        m_order[row] = row;
    }
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) { return keys.at(a) < keys.at(b); });
    m_places.resize(count());
    for (int place = 0; place < m_order.size(); ++place)
        m_places[m_order.at(place)] = place;
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
    const int y = placeOf(row) * m_rowHeight;
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

bool TimelineRows::canDrag(int row) const
{
    return m_moveCheck && !m_isByTable && m_model->numberOf(row) > 0;
}

int TimelineRows::dropRowAt(int y) const
{
    return std::clamp((y + m_scroll + m_rowHeight / 2) / m_rowHeight, 0, count());
}

QString TimelineRows::showDrop(int row, int before)
{
    const bool isInPlace = before == row || before == row + 1;
    const QString why = isInPlace || !m_moveCheck ? QString() : m_moveCheck(row, before);
    m_dropRow = before;
    m_isDropAllowed = why.isEmpty();
    emit dropChanged();
    return why;
}

void TimelineRows::endDrop()
{
    if (m_dropRow < 0)
        return;
    m_dropRow = -1;
    emit dropChanged();
}

void TimelineRows::setScroll(int scroll)
{
    const int inside = std::clamp(scroll, 0, maximumScroll());
    if (inside == m_scroll)
        return;
    m_scroll = inside;
    emit scrollChanged();
}

namespace {

/// Another phase or a gate; another table where rows are by table.
bool beginsGroup(const TimelineRows &rows, int row)
{
    const plan::Step *step = rows.model()->stepAt(row);
    const plan::Step *before = rows.model()->stepAt(rows.rowAtPlace(rows.placeOf(row) - 1));
    if (!step || !before)
        return false;
    if (rows.isByTable())
        return step->relations.value(0) != before->relations.value(0);
    return step->phase != before->phase || step->kind == plan::StepKind::Gate
           || before->kind == plan::StepKind::Gate;
}

} // namespace

void paintRowBackgrounds(QPainter *painter, int width, int height, const TimelineRows &rows,
                         const QPalette &palette)
{
    const Colors &colors = colorsFor(palette);
    painter->fillRect(0, 0, width, height, colors.base);
    for (const int row : rows.inSight(height)) {
        const QRect line(0, rows.top(row), width, rows.rowHeight());
        const bool isSelected = row == rows.selected();
        if (isSelected)
            painter->fillRect(line, colors.accentSoft);
        else if (row == rows.hovered())
            painter->fillRect(line, colors.hover);
        else if (rows.placeOf(row) % 2 == 1)
            painter->fillRect(line, colors.alternate);
        if (beginsGroup(rows, row))
            painter->fillRect(0, line.top(), width, 1, colors.border);
    }
    if (rows.dropRow() >= 0)
        painter->fillRect(0, rows.dropRow() * rows.rowHeight() - rows.scroll() - 1, width, 3,
                          rows.isDropAllowed() ? colors.accent : colors.error);
    // A short plan ends visibly.
    const int end = rows.count() * rows.rowHeight() - rows.scroll();
    if (rows.count() > 0 && end < height)
        painter->fillRect(0, end, width, 1, colors.grid);
}

} // namespace lockstep::widgets
