#include "comparepage.h"

#include "changedetail.h"
#include "renamesmodel.h"

#include <widgets/common/banner.h>
#include <widgets/common/busybar.h>
#include <widgets/common/format.h>
#include <widgets/common/icons.h>
#include <widgets/common/rowdelegate.h>
#include <widgets/common/theme.h>
#include <widgets/connection/sourcepicker.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

enum Shown { EmptyPage, ChangesPage };

} // namespace

ComparePage::ComparePage(QWidget *parent)
    : QWidget(parent)
    , m_renames(new RenamesModel(this))
    , m_current(new SourcePicker(tr("Current"),
                                 tr("What there is: a database, a .sql file, an archive, a snapshot")))
    , m_target(new SourcePicker(tr("Target"),
                                tr("What is wanted: a .sql file, a database, an archive, a snapshot")))
    , m_swap(new QToolButton)
    , m_busy(new BusyBar)
    , m_error(new Banner)
    , m_unmodelled(new Banner)
    , m_stack(new QStackedWidget)
    , m_emptyTitle(new QLabel)
    , m_emptyText(new QLabel)
    , m_counts(new QLabel)
    , m_search(new QLineEdit)
    , m_byKind(new QToolButton)
    , m_tree(new QTreeView)
    , m_renamesPanel(nullptr)
    , m_detail(new ChangeDetail)
{
    m_error->setObjectName(QStringLiteral("compareError"));
    m_unmodelled->setObjectName(QStringLiteral("unmodelled"));
    m_filter.setSourceModel(&m_model);
    m_filter.setRecursiveFilteringEnabled(true);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_renamesPanel = buildRenames();
    auto *upper = new QSplitter(Qt::Horizontal);
    upper->addWidget(buildTree());
    upper->addWidget(m_renamesPanel);
    upper->setStretchFactor(0, 3);
    upper->setStretchFactor(1, 1);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(upper);
    split->addWidget(m_detail);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    m_stack->insertWidget(EmptyPage, buildEmpty());
    m_stack->insertWidget(ChangesPage, split);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildPickers());
    column->addWidget(m_busy);
    column->addWidget(m_error);
    column->addWidget(m_unmodelled);
    column->addWidget(m_stack, 1);
    connectParts();
    refresh();
}

ComparePage::~ComparePage() = default;

QWidget *ComparePage::buildPickers()
{
    m_current->setObjectName(QStringLiteral("current"));
    m_target->setObjectName(QStringLiteral("target"));
    m_swap->setObjectName(QStringLiteral("swap"));
    m_swap->setText(tr("will be changed\nto match"));
    m_swap->setToolTip(tr("Swaps the two sides."));
    m_swap->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    m_swap->setIcon(icon(Icon::Swap, palette()));
    auto *pickers = new QWidget;
    auto *row = new QHBoxLayout(pickers);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(10);
    row->addWidget(m_current, 1, Qt::AlignTop);
    row->addWidget(m_swap, 0, Qt::AlignTop);
    row->addWidget(m_target, 1, Qt::AlignTop);
    return pickers;
}

QWidget *ComparePage::buildEmpty()
{
    m_emptyTitle->setFont(scaledFont(font(), 1.5, true));
    m_emptyTitle->setAlignment(Qt::AlignHCenter);
    m_emptyTitle->setObjectName(QStringLiteral("emptyTitle"));
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_emptyText->setAlignment(Qt::AlignHCenter);
    m_emptyText->setWordWrap(true);
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(page);
    column->addStretch(2);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyText);
    column->addStretch(3);
    return page;
}

QWidget *ComparePage::buildTree()
{
    using Changes = items::ChangesModel;
    m_search->setObjectName(QStringLiteral("filter"));
    m_search->setPlaceholderText(tr("Filter by name"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(280);
    m_byKind->setObjectName(QStringLiteral("byKind"));
    m_byKind->setText(tr("Group by kind"));
    m_byKind->setCheckable(true);
    m_counts->setObjectName(QStringLiteral("counts"));
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_tree->setObjectName(QStringLiteral("changes"));
    m_tree->setAccessibleName(tr("Changes"));
    m_tree->setModel(&m_filter);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(Changes::Object, 380);
    m_tree->header()->resizeSection(Changes::Kind, 140);
    m_tree->header()->resizeSection(Changes::Change, 100);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 6, 12, 6);
    bar->addWidget(m_counts, 1);
    bar->addWidget(m_byKind);
    bar->addWidget(m_search);
    auto *panel = new QWidget;
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_tree, 1);
    return panel;
}

QWidget *ComparePage::buildRenames()
{
    auto *title = new QLabel(tr("Renamed, or dropped and new?"));
    title->setFont(scaledFont(font(), 1.0, true));
    auto *note =
        new QLabel(tr("Tick what is the same thing under a new name. Without a tick it is dropped with its "
                      "data and made anew."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("renames"));
    list->setAccessibleName(title->text());
    list->setModel(m_renames);
    list->setItemDelegate(new RowDelegate(list));
    list->setWordWrap(true);
    auto *panel = new QWidget;
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(title);
    column->addWidget(note);
    column->addWidget(list, 1);
    return panel;
}

void ComparePage::connectParts()
{
    connect(m_swap, &QToolButton::clicked, this, &ComparePage::swapRequested);
    connect(m_busy, &BusyBar::cancelRequested, this, &ComparePage::cancelRequested);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.setFilterFixedString(text);
        m_tree->expandAll();
    });
    connect(m_byKind, &QToolButton::toggled, this, [this](bool byKind) {
        m_model.setGrouping(byKind ? items::ChangesModel::Grouping::ByKind
                                   : items::ChangesModel::Grouping::ByStatus);
        m_tree->expandAll();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparePage::showSelected);
    connect(m_renames, &RenamesModel::decided, this, [this](const QVector<plan::RenameIntent> &renames) {
        m_intents.renames = renames;
        emit intentsChanged(m_intents);
    });
}

void ComparePage::setChanges(const diff::ChangeSetPtr &changes)
{
    m_changes = changes;
    m_model.setChanges(changes);
    m_renames->setCandidates(changes, m_intents.renames);
    m_tree->expandAll();
    showUnmodelled();
    const QModelIndex group = m_filter.index(0, 0);
    m_tree->setCurrentIndex(group.isValid() ? m_filter.index(0, 0, group) : QModelIndex());
    showSelected();
    refresh();
}

void ComparePage::setIntents(const plan::Intents &intents)
{
    m_intents = intents;
    m_renames->setCandidates(m_changes, m_intents.renames);
    refresh();
}

void ComparePage::setProgress(const QString &what, int done, int total)
{
    m_busy->setProgress(what, done, total);
}
void ComparePage::setIdle()
{
    m_busy->setIdle();
}

void ComparePage::showError(const base::Error &error)
{
    m_busy->setIdle();
    m_error->showError(error);
}

void ComparePage::clearError()
{
    m_error->dismiss();
}

void ComparePage::showSelected()
{
    const diff::Change *change = m_model.changeAt(m_filter.mapToSource(m_tree->currentIndex()));
    m_detail->showChange(change, m_changes);
}

void ComparePage::showUnmodelled()
{
    if (!m_changes || m_changes->unmodelled.empty()) {
        m_unmodelled->dismiss();
        return;
    }
    QStringList names;
    for (const schema::Unmodelled &object : m_changes->unmodelled)
        names << object.kind + QLatin1Char(' ') + object.name;
    m_unmodelled->showMessage(
        Banner::Kind::Warning,
        tr("%n object(s) are not compared, so the plan is incomplete.", nullptr, int(names.size())),
        names.mid(0, 12).join(QStringLiteral(", ")));
}

void ComparePage::refresh()
{
    using items::ChangeStatus;
    const bool hasChanges = m_changes && !m_changes->changes.empty();
    m_stack->setCurrentIndex(hasChanges ? ChangesPage : EmptyPage);
    m_renamesPanel->setVisible(m_renames->rowCount() > 0);
    if (m_changes) {
        m_emptyTitle->setText(tr("The two schemas are identical"));
        m_emptyText->setText(tr("%1 objects were compared; there is nothing to change.")
                                 .arg(numberText(m_changes->identical)));
        m_counts->setText(
            tr("%1 new \u00b7 %2 changed \u00b7 %3 dropped \u00b7 %4 renamed \u00b7 %5 identical")
                .arg(numberText(m_model.count(ChangeStatus::Created)),
                     numberText(m_model.count(ChangeStatus::Altered)),
                     numberText(m_model.count(ChangeStatus::Dropped)),
                     numberText(m_model.count(ChangeStatus::Renamed)), numberText(m_changes->identical)));
    } else {
        m_emptyTitle->setText(tr("Choose what there is and what is wanted"));
        m_emptyText->setText(
            tr("Drop a .sql file on Current and another on Target, or connect to a server. Nothing is "
               "changed until you run a plan and type the name of the database."));
    }
}

bool ComparePage::hasOpenDecision() const
{
    return m_renames->openCount() > 0;
}

QString ComparePage::stateLine() const
{
    if (!m_changes)
        return tr("nothing compared yet");
    if (m_changes->changes.empty())
        return tr("identical");
    const QString changes = tr("%n change(s)", nullptr, int(m_changes->changes.size()));
    const int open = m_renames->openCount();
    return open == 0 ? changes : tr("%1, %2").arg(changes, tr("%n decision(s) open", nullptr, open));
}

} // namespace lockstep::widgets
