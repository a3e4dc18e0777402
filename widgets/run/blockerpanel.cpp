#include "blockerpanel.h"

#include <widgets/common/format.h>
#include <widgets/common/rowdelegate.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lockstep::widgets {

using execution::BlockerEnd;

namespace {

constexpr int rowsShown = 4;

} // namespace

BlockerPanel::BlockerPanel(QWidget *parent)
    : QWidget(parent)
    , m_view(new QTreeView)
    , m_kept(new QLabel)
    , m_cancel(new QPushButton(tr("Cancel its &statement\u2026")))
    , m_terminate(new QPushButton(tr("&Disconnect it\u2026")))
    , m_extend(new QPushButton(tr("&Wait longer")))
{
    setObjectName(QStringLiteral("blockerPanel"));
    m_kept->setObjectName(QStringLiteral("blockerKept"));
    m_cancel->setObjectName(QStringLiteral("blockerCancel"));
    m_terminate->setObjectName(QStringLiteral("blockerTerminate"));
    m_extend->setObjectName(QStringLiteral("blockerExtend"));
    m_kept->setWordWrap(true);
    m_kept->setForegroundRole(QPalette::PlaceholderText);
    m_extend->setToolTip(tr("Tries for this lock again, for as long as before."));
    buildTable();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_kept, 1);
    for (QPushButton *button : { m_cancel, m_terminate, m_extend }) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_view);
    column->addLayout(buttons);
    connect(m_extend, &QPushButton::clicked, this, &BlockerPanel::extendRequested);
    const auto ask = [this](BlockerEnd how) {
        if (const auto blocker = selected())
            emit endAsked(*blocker, how);
    };
    connect(m_cancel, &QPushButton::clicked, this, [ask] { ask(BlockerEnd::Cancel); });
    connect(m_terminate, &QPushButton::clicked, this, [ask] { ask(BlockerEnd::Terminate); });
    clear();
}

void BlockerPanel::buildTable()
{
    using Model = items::BlockersModel;
    m_view->setObjectName(QStringLiteral("blockers"));
    m_view->setAccessibleName(tr("Sessions that the run waits for"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new RowDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    QHeaderView *header = m_view->header();
    header->setSectionsMovable(false);
    header->setStretchLastSection(false);
    for (const int column : { Model::Session, Model::Doing, Model::Age })
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Model::Query, QHeaderView::Stretch);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &BlockerPanel::showSelected);
}

void BlockerPanel::setLockWait(const execution::LockWait &wait)
{
    m_model.setBlockers(wait.blockers);
    const int rows = std::min(m_model.rowCount(), rowsShown);
    const int row = std::max(m_view->sizeHintForRow(0), fontMetrics().height() + 6);
    m_view->setFixedHeight(m_view->header()->sizeHint().height() + rows * row + 2 * m_view->frameWidth());
    m_view->setVisible(rows > 0);
    if (rows > 0 && !m_view->selectionModel()->hasSelection())
        m_view->setCurrentIndex(m_model.index(0, 0));
    m_extend->setVisible(wait.isOverdue);
    setVisible(rows > 0 || wait.isOverdue);
    showSelected();
}

void BlockerPanel::clear()
{
    setLockWait({});
}

std::optional<execution::Blocker> BlockerPanel::selected() const
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt
                          : std::optional<execution::Blocker>(m_model.blockers().at(rows.first().row()));
}

void BlockerPanel::showSelected()
{
    const auto blocker = selected();
    const bool may = blocker && blocker->keptBecause.isEmpty() && blocker->pid > 0;
    // Nothing is running in a transaction that only waits for its client.
    const bool isIdle = blocker && blocker->state.startsWith(QLatin1String("idle"));
    m_kept->setText(blocker ? blocker->keptBecause : QString());
    m_cancel->setVisible(may);
    m_cancel->setEnabled(may && !isIdle);
    m_cancel->setToolTip(isIdle ? tr("It runs no statement: its transaction is open, and idle.") : QString());
    m_terminate->setVisible(may && !blocker->isAutovacuum);
}

QString BlockerPanel::question(const execution::Blocker &blocker, BlockerEnd how)
{
    const QString who = items::sessionText(blocker);
    if (how == BlockerEnd::Cancel && blocker.isAutovacuum)
        return tr("Cancel the autovacuum of %1? The server begins it again later.").arg(who);
    if (how == BlockerEnd::Cancel)
        return tr("Cancel the statement of %1? Its application gets an error.").arg(who);
    return tr("Disconnect %1? Its transaction, %2 old, is rolled back and its application gets an error.")
        .arg(who, durationText(blocker.transactionSeconds * 1000));
}

} // namespace lockstep::widgets
