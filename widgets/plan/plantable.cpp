#include "plantable.h"

#include <model/items/roles.h>
#include <widgets/common/blocksbrush.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace lockstep::widgets {

namespace {

/// What is blocked, with the bar's colour and pattern before the words.
class BlocksDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem moved = option;
        initStyleOption(&moved, index);
        const bool hasText = !moved.text.isEmpty();
        // An empty decoration keeps the room that the bar is drawn into.
        moved.features |= hasText ? QStyleOptionViewItem::HasDecoration : QStyleOptionViewItem::None;
        moved.decorationSize = QSize(24, 12);
        QPixmap room(24, 12);
        room.fill(Qt::transparent);
        moved.icon = QIcon(room);
        const QStyle *style = moved.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &moved, painter, moved.widget);
        if (!hasText)
            return;
        const QRect box = style->subElementRect(QStyle::SE_ItemViewItemDecoration, &moved, moved.widget);
        const QRectF bar(box.left(), box.center().y() - 5, 22, 12);
        paintBlocksBar(painter, bar, plan::Blocks(index.data(items::BlocksRole).toInt()),
                       colorsFor(option.palette));
    }
};

} // namespace

PlanTable::PlanTable(items::PlanModel *model, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(QStringLiteral("planTable"));
    setAccessibleName(tr("Steps of the plan"));
    setModel(model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegateForColumn(items::PlanModel::Blocks, new BlocksDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    const int character = fontMetrics().averageCharWidth();
    const QVector<QPair<int, int>> widths = {
        { items::PlanModel::Number, 5 },         { items::PlanModel::Title, 35 },
        { items::PlanModel::Table, 14 },         { items::PlanModel::Phase, 8 },
        { items::PlanModel::StrongestLock, 25 }, { items::PlanModel::Blocks, 34 },
        { items::PlanModel::Effect, 14 },        { items::PlanModel::Estimate, 10 },
        { items::PlanModel::Range, 22 },
    };
    for (const auto &[column, characters] : widths)
        setColumnWidth(column, characters * character);
    horizontalHeader()->setStretchLastSection(true);
}

void PlanTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection())
        selectionModel()->clear();
    else
        QTableView::keyPressEvent(event);
}

void PlanTable::copySelection()
{
    QStringList rows;
    for (const QModelIndex &row : selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        rows.append(cells.join(QLatin1Char('\t')));
    }
    QGuiApplication::clipboard()->setText(rows.join(QLatin1Char('\n')));
}

} // namespace lockstep::widgets
