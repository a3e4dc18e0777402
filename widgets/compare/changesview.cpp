#include "changesview.h"

#include "changedelegate.h"

#include <widgets/common/format.h>
#include <widgets/common/uitext.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeView>

namespace lockstep::widgets {

using items::ChangesModel;
using items::ChangeStatus;

namespace {

/// In the order in which they stand over the list.
constexpr std::array chipOrder{ ChangeStatus::Created, ChangeStatus::Altered,   ChangeStatus::Dropped,
                                ChangeStatus::Renamed, ChangeStatus::Identical, ChangeStatus::NotCompared };

QString chipName(ChangeStatus status)
{
    switch (status) {
    case ChangeStatus::Created: return QStringLiteral("showNew");
    case ChangeStatus::Dropped: return QStringLiteral("showDropped");
    case ChangeStatus::Altered: return QStringLiteral("showChanged");
    case ChangeStatus::Renamed: return QStringLiteral("showRenamed");
    case ChangeStatus::Identical: return QStringLiteral("showIdentical");
    case ChangeStatus::NotCompared: return QStringLiteral("showNotCompared");
    }
    return {};
}

QString chipText(ChangeStatus status, int count)
{
    const QString number = numberText(count);
    switch (status) {
    case ChangeStatus::Created: return ChangesView::tr("New %1").arg(number);
    case ChangeStatus::Dropped: return ChangesView::tr("Dropped %1").arg(number);
    case ChangeStatus::Altered: return ChangesView::tr("Changed %1").arg(number);
    case ChangeStatus::Renamed: return ChangesView::tr("Renamed %1").arg(number);
    case ChangeStatus::Identical: return ChangesView::tr("Identical %1").arg(number);
    case ChangeStatus::NotCompared: return ChangesView::tr("Cannot be compared %1").arg(number);
    }
    return {};
}

/// Groups that would have more lines than that in all stay closed at first: every line of an open one is laid
/// out before the first is shown.
constexpr int mostLinesOpen = ChangesModel::linesAtOnce + 10000;

} // namespace

ChangesView::ChangesView(QWidget *parent)
    : QWidget(parent)
    , m_grouping(new QComboBox)
    , m_kind(new QComboBox)
    , m_search(new QLineEdit)
    , m_rules(new QToolButton)
    , m_selectionBar(nullptr)
    , m_selection(new QLabel)
    , m_nothing(new QLabel)
    , m_tree(new QTreeView)
{
    m_selectionBar = buildSelectionBar();
    m_nothing->setObjectName(QStringLiteral("nothingShown"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setText(tr("No difference passes the filter."));
    buildTree();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(m_selectionBar);
    column->addWidget(m_tree, 1);
    column->addWidget(m_nothing, 1);
    connectParts();
    refreshCounts();
}

QWidget *ChangesView::buildBar()
{
    m_grouping->setObjectName(QStringLiteral("grouping"));
    m_grouping->setAccessibleName(tr("Group by"));
    m_grouping->addItems({ tr("By status"), tr("By kind"), tr("By schema") });
    m_kind->setObjectName(QStringLiteral("kindFilter"));
    m_kind->setAccessibleName(tr("Kind of object"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_search->setObjectName(QStringLiteral("filter"));
    m_search->setAccessibleName(tr("Filter by name"));
    m_search->setPlaceholderText(tr("Name, or schema.table*"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(260);
    m_rules->setObjectName(QStringLiteral("rules"));
    m_rules->setText(tr("Ignore rules"));
    m_rules->setCheckable(true);
    m_rules->setToolTip(tr("What the comparison leaves aside: owners, privileges, comments and more"));
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(4);
    for (const ChangeStatus status : chipOrder) {
        auto *chip = new QToolButton;
        chip->setObjectName(chipName(status));
        chip->setCheckable(true);
        chip->setChecked(m_model.filter().shows(status));
        chip->setToolTip(tr("Shows or hides these"));
        row->addWidget(chip);
        m_chips.at(size_t(status)) = chip;
    }
    row->addStretch(1);
    row->addWidget(m_rules);
    row->addWidget(m_grouping);
    row->addWidget(m_kind);
    row->addWidget(m_search, 1);
    return bar;
}

QWidget *ChangesView::buildSelectionBar()
{
    m_selection->setObjectName(QStringLiteral("selection"));
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 12, 6);
    row->addWidget(m_selection, 1);
    for (const bool isTicked : { true, false }) {
        auto *button = new QToolButton;
        button->setObjectName(isTicked ? QStringLiteral("tickShown") : QStringLiteral("untickShown"));
        button->setText(isTicked ? tr("Tick all shown") : tr("Untick all shown"));
        button->setToolTip(isTicked ? tr("Takes what the list shows into the plan, drops too")
                                    : tr("Leaves what the list shows out of the plan"));
        connect(button, &QToolButton::clicked, this, [this, isTicked] { tickShown(isTicked); });
        row->addWidget(button);
    }
    return bar;
}

void ChangesView::buildTree()
{
    m_tree->setObjectName(QStringLiteral("changes"));
    m_tree->setAccessibleName(tr("Changes"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new ChangeDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(ChangesModel::Object, 330);
    m_tree->header()->resizeSection(ChangesModel::Kind, 110);
    m_tree->header()->resizeSection(ChangesModel::Change, 135);
    m_tree->header()->resizeSection(ChangesModel::Decision, 200);
}

void ChangesView::connectParts()
{
    for (QToolButton *chip : m_chips)
        connect(chip, &QToolButton::toggled, this, &ChangesView::applyFilter);
    connect(m_search, &QLineEdit::textChanged, this, &ChangesView::applyFilter);
    connect(m_kind, &QComboBox::activated, this, &ChangesView::applyFilter);
    connect(m_grouping, &QComboBox::activated, this, [this](int index) {
        const int change = currentNumber();
        m_model.setGrouping(ChangesModel::Grouping(index));
        restore(change);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ChangesView::currentChanged);
    connect(&m_model, &ChangesModel::ticked, this, &ChangesView::ticked);
    connect(&m_model, &ChangesModel::modelReset, this, [this] {
        // Not expandAll(), which remembers each line as an open one.
        int lines = 0;
        for (int group = 0; group < m_model.rowCount(); ++group) {
            const QModelIndex index = m_model.index(group, 0);
            lines += m_model.rowCount(index);
            if (group == 0 || lines <= mostLinesOpen)
                m_tree->expand(index);
        }
        refreshCounts();
        selectWanted();
    });
    connect(&m_model, &ChangesModel::dataChanged, this, &ChangesView::refreshCounts);
    connect(m_tree, &QTreeView::activated, &m_model, &ChangesModel::listMore);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, [this](const QPoint &at) {
        const int change = m_model.numberAt(m_tree->indexAt(at));
        if (change >= 0)
            emit menuRequested(change, m_tree->viewport()->mapToGlobal(at));
    });
}

void ChangesView::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

/// What was selected, else the first line.
void ChangesView::restore(int change)
{
    const QModelIndex found = change >= 0 ? m_model.indexOf(change) : QModelIndex();
    const QModelIndex group = m_model.index(0, 0);
    m_tree->setCurrentIndex(found.isValid()   ? found
                            : group.isValid() ? m_model.index(0, 0, group)
                                              : QModelIndex());
    emit currentChanged();
}

void ChangesView::reveal(int change)
{
    if (!m_model.indexOf(change).isValid()) {
        const std::vector<diff::Change> &all = m_model.all();
        if (change < 0 || size_t(change) >= all.size())
            return;
        const QSignalBlocker quietSearch(m_search);
        QToolButton *chip = m_chips.at(size_t(items::statusOf(all[size_t(change)])));
        const QSignalBlocker quietChip(chip);
        m_search->clear();
        m_kind->setCurrentIndex(0);
        chip->setChecked(true);
        applyFilter();
        if (!m_model.indexOf(change).isValid()) { // One of the many that are not listed.
            m_search->setText(schema::dottedName(diff::idOf(all[size_t(change)])));
            applyFilter();
        }
    }
    restore(change);
    m_tree->scrollTo(m_tree->currentIndex());
    m_tree->setFocus(Qt::OtherFocusReason);
}

void ChangesView::revealIdentical(const schema::ObjectId &id)
{
    QToolButton *chip = m_chips.at(size_t(ChangeStatus::Identical));
    const QSignalBlocker quietSearch(m_search);
    const QSignalBlocker quietChip(chip);
    m_search->setText(schema::dottedName(id));
    m_kind->setCurrentIndex(0);
    chip->setChecked(true);
    applyFilter();
    m_wanted = id;
    selectWanted();
    m_tree->setFocus(Qt::OtherFocusReason);
}

/// As soon as it is listed.
void ChangesView::selectWanted()
{
    if (!m_wanted)
        return;
    for (int group = 0; group < m_model.rowCount(); ++group) {
        const QModelIndex parent = m_model.index(group, 0);
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const QModelIndex index = m_model.index(row, 0, parent);
            const schema::Fact *fact = m_model.identicalAt(index);
            if (!fact || !(fact->id == *m_wanted))
                continue;
            m_wanted.reset();
            m_tree->setCurrentIndex(index);
            m_tree->scrollTo(index);
            return;
        }
    }
}

void ChangesView::setChanges(const diff::ChangeSetPtr &changes, const schema::StatisticsPtr &statistics)
{
    const diff::Change *before = m_model.changeAt(m_tree->currentIndex());
    const QString name = before ? schema::displayName(diff::idOf(*before)) : QString();
    m_model.setChanges(changes, statistics);
    refreshKinds();
    if (!m_tree->currentIndex().isValid())
        restore(changes && changes->offer ? changes->offer->numbers.value(name, -1) : -1);
    refreshCounts();
}

void ChangesView::setDecisions(const std::vector<diff::Tied> &leftOut, const QSet<int> &parked)
{
    m_model.setDecisions(leftOut, parked);
    refreshCounts();
}

QModelIndex ChangesView::current() const
{
    return m_tree->currentIndex();
}

int ChangesView::currentNumber() const
{
    return m_model.numberAt(m_tree->currentIndex());
}

bool ChangesView::step(int by)
{
    QModelIndex index = m_tree->currentIndex().siblingAtColumn(0);
    do {
        index = by > 0 ? m_tree->indexBelow(index) : m_tree->indexAbove(index);
    } while (index.isValid() && !index.parent().isValid());
    if (index.isValid())
        m_tree->setCurrentIndex(index);
    return index.isValid();
}

void ChangesView::applyFilter()
{
    m_wanted.reset();
    items::ChangeFilter filter;
    filter.name = m_search->text();
    for (int i = 0; i < items::changeStatusCount; ++i)
        filter.statuses.at(size_t(i)) = m_chips.at(size_t(i))->isChecked();
    if (m_kind->currentIndex() > 0)
        filter.kind = schema::Kind(m_kind->currentData().toInt());
    const int change = currentNumber();
    m_model.setFilter(filter);
    restore(change);
}

void ChangesView::refreshKinds()
{
    const std::vector<schema::Kind> kinds = m_model.kinds();
    const QVariant chosen = m_kind->currentData();
    m_kind->clear();
    m_kind->addItem(tr("All kinds"));
    for (const schema::Kind kind : kinds)
        m_kind->addItem(kind == schema::Kind::Unmodelled ? tr("not compared") : items::words(kind),
                        int(kind));
    m_kind->setCurrentIndex(chosen.isValid() ? std::max(0, m_kind->findData(chosen)) : 0);
}

void ChangesView::refreshCounts()
{
    for (const ChangeStatus status : chipOrder) {
        QToolButton *chip = m_chips.at(size_t(status));
        chip->setText(chipText(status, m_model.count(status)));
        chip->setAccessibleName(chip->text());
        const bool isRare = status == ChangeStatus::Renamed || status == ChangeStatus::NotCompared;
        chip->setVisible(!isRare || m_model.count(status) > 0);
    }
    m_tree->setVisible(m_model.shownCount() > 0 || !m_model.changes());
    m_nothing->setVisible(!m_tree->isVisibleTo(this));
    const bool hasOffer = m_model.changes() && m_model.changes()->offer;
    m_selectionBar->setVisible(hasOffer);
    if (!hasOffer)
        return;
    const std::vector<diff::Change> &all = m_model.all();
    const int dropsLeft = m_model.keptDropsCount();
    QString text =
        tr("%1 of %2 changes are in the plan.")
            .arg(numberText(qint64(all.size()) - m_model.leftOutCount()), numberText(qint64(all.size())));
    if (dropsLeft > 0)
        text += QLatin1Char(' ') + tr("%n drop(s) not selected: the plan keeps them.", nullptr, dropsLeft);
    m_selection->setText(text);
}

void ChangesView::tickShown(bool isTicked)
{
    const std::vector<int> shown = m_model.tickableShown();
    if (!shown.empty())
        emit ticked(shown, isTicked);
}

} // namespace lockstep::widgets
