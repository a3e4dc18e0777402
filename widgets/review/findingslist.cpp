#include "findingslist.h"

#include <model/items/roles.h>
#include <widgets/common/icons.h>
#include <widgets/common/rowdelegate.h>
#include <widgets/common/theme.h>

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

/// The severity with its sign in its colour.
class SeverityDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto severity = plan::Severity(index.data(items::SeverityRole).toInt());
        const Icon sign = severity == plan::Severity::Error     ? Icon::Error
                          : severity == plan::Severity::Warning ? Icon::Warning
                                                                : Icon::Info;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = icon(sign, colorsFor(option->palette).of(severity));
        option->decorationSize = QSize(16, 16);
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 8);
    }
};

} // namespace

FindingsList::FindingsList(QWidget *parent)
    : QWidget(parent)
    , m_model(new items::FindingsModel(this))
    , m_filter(new items::FindingsFilter(this))
    , m_view(new QTreeView)
    , m_severity(new QComboBox)
    , m_search(new QLineEdit)
    , m_count(new QLabel)
{
    setObjectName(QStringLiteral("findingsList"));
    m_filter->setSourceModel(m_model);
    m_view->setObjectName(QStringLiteral("findings"));
    m_view->setAccessibleName(tr("Findings"));
    m_view->setModel(m_filter);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(items::FindingsModel::Severity, Qt::AscendingOrder);
    m_view->setItemDelegateForColumn(items::FindingsModel::Severity, new SeverityDelegate(m_view));
    using Model = items::FindingsModel;
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(Model::Message, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    header->resizeSection(Model::Severity, 15 * character);
    header->resizeSection(Model::Place, 8 * character);
    header->resizeSection(Model::Rule, 30 * character);
    buildLayout();
    addRuleAction();
    connect(m_severity, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setLowest(plan::Severity(m_severity->currentData().toInt()));
        showCount();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showCount();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (!m_isSelecting && index.isValid())
                    emit findingSelected(m_filter->mapToSource(index).row());
            });
    connect(m_view, &QTreeView::clicked, this,
            [this](const QModelIndex &index) { emit findingSelected(m_filter->mapToSource(index).row()); });
    connect(m_view, &QTreeView::activated, this,
            [this](const QModelIndex &index) { emit findingActivated(m_filter->mapToSource(index).row()); });
    showCount();
}

void FindingsList::addRuleAction()
{
    auto *action = new QAction(tr("&Rule in this project\u2026"), m_view);
    action->setObjectName(QStringLiteral("ruleOfFinding"));
    m_view->addAction(action);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(action, &QAction::triggered, this, [this] {
        if (const plan::Finding *finding = m_model->findingAt(selected()))
            emit ruleRequested(finding->rule);
    });
}

void FindingsList::buildLayout()
{
    auto *title = new QLabel(tr("&Findings"));
    title->setBuddy(m_view);
    title->setFont(scaledFont(font(), 1, true));
    m_count->setObjectName(QStringLiteral("findingsCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_severity->setObjectName(QStringLiteral("lowestSeverity"));
    m_severity->setAccessibleName(tr("Findings from which severity on"));
    m_severity->addItem(tr("all"), int(plan::Severity::Info));
    m_severity->addItem(tr("warnings and errors"), int(plan::Severity::Warning));
    m_severity->addItem(tr("errors"), int(plan::Severity::Error));
    m_search->setObjectName(QStringLiteral("findingsSearch"));
    m_search->setAccessibleName(tr("Findings that hold this text"));
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(220);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 5, 8, 5);
    top->setSpacing(8);
    top->addWidget(title);
    top->addWidget(m_count, 1);
    top->addWidget(m_severity);
    top->addWidget(m_search);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_view, 1);
}

void FindingsList::setReport(const analysis::lint::LintReportPtr &report)
{
    m_isSelecting = true;
    m_model->setReport(report);
    m_isSelecting = false;
    const int places = m_model->hasSeveralFiles() ? 20 : 8;
    m_view->header()->resizeSection(items::FindingsModel::Place, places * fontMetrics().averageCharWidth());
    showCount();
}

void FindingsList::select(int row)
{
    m_isSelecting = true;
    const QModelIndex index = row < 0 ? QModelIndex() : m_filter->mapFromSource(m_model->index(row, 0));
    if (index.isValid())
        m_view->setCurrentIndex(index);
    else
        m_view->selectionModel()->clear();
    m_isSelecting = false;
}

int FindingsList::selected() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_filter->mapToSource(index).row() : -1;
}

void FindingsList::step(int direction)
{
    const int rows = m_filter->rowCount();
    if (rows == 0)
        return;
    const QModelIndex now = m_view->currentIndex();
    const int next = now.isValid() ? (now.row() + direction + rows) % rows : direction > 0 ? 0 : rows - 1;
    m_view->setCurrentIndex(m_filter->index(next, 0));
}

void FindingsList::showCount()
{
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    m_count->setText(!m_model->report() ? QString()
                     : all == 0         ? tr("none")
                     : shown == all     ? tr("%n in all", nullptr, all)
                                        : tr("%1 of %2 shown").arg(shown).arg(all));
}

} // namespace lockstep::widgets
