#include "changedetail.h"

#include <widgets/common/rowdelegate.h>
#include <widgets/common/theme.h>
#include <widgets/common/uitext.h>
#include <widgets/editor/diffview.h>

#include <model/items/definitiontext.h>

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace lockstep::widgets {

namespace {

struct Sides
{
    const schema::Fact *before = nullptr;
    const schema::Fact *after = nullptr;
    QVector<diff::Difference> differences;
};

Sides sidesOf(const diff::Change &change)
{
    return std::visit(
        base::Overloaded{
            [](const diff::Created &created) {
                return Sides{ nullptr, &created.fact, {} };
            },
            [](const diff::Dropped &dropped) {
                return Sides{ &dropped.fact, nullptr, {} };
            },
            [](const diff::Altered &altered) {
                return Sides{ &altered.before, &altered.after, altered.differences };
            },
            [](const diff::Renamed &renamed) {
                return Sides{ &renamed.before,
                              &renamed.after,
                              { { ChangeDetail::tr("name"), schema::dottedName(renamed.before.id),
                                  schema::dottedName(renamed.after.id) } } };
            },
        },
        change);
}

/// Of a part that this side does not have: what it would be a part of, so that the two panes show
/// one table with and without it.
const schema::Fact *homeOf(const schema::Fact *other, const schema::CatalogPtr &catalog)
{
    if (!other || other->id.sub.isEmpty())
        return nullptr;
    return catalog->find(other->id.parent());
}

QString definitionOf(const schema::Fact *fact, const schema::Fact *other, const schema::CatalogPtr &catalog)
{
    const schema::Fact *shown = fact ? fact : homeOf(other, catalog);
    return shown ? items::definitionText(*shown, catalog.get()) : QString();
}

} // namespace

ChangeDetail::ChangeDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_status(new QLabel)
    , m_why(new QLabel)
    , m_taken(new QCheckBox(tr("In the plan")))
    , m_dropButtons(new QWidget)
    , m_drop(new QButtonGroup(this))
    , m_place(new QLabel)
    , m_diff(new DiffView)
    , m_properties(new QTreeView)
{
    m_diff->setTitles(tr("Current"), tr("Target"));
    m_diff->setShortcutsEnabled(false);
    m_why->setObjectName(QStringLiteral("why"));
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setContentsMargins(12, 0, 12, 6);
    m_properties->setObjectName(QStringLiteral("differences"));
    m_properties->setAccessibleName(tr("Properties that differ"));
    m_properties->setModel(&m_differences);
    m_properties->setItemDelegate(new RowDelegate(m_properties));
    m_properties->setRootIsDecorated(false);
    m_properties->setFrameShape(QFrame::NoFrame);
    m_properties->setSelectionMode(QAbstractItemView::NoSelection);
    m_properties->setUniformRowHeights(true);
    m_properties->header()->setSectionResizeMode(QHeaderView::Stretch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_why);
    column->addWidget(m_properties);
    column->addWidget(m_diff, 1);
}

QWidget *ChangeDetail::buildHead()
{
    m_title->setObjectName(QStringLiteral("changeTitle"));
    m_title->setFont(scaledFont(font(), 1.15, true));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setObjectName(QStringLiteral("changeStatus"));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_place->setObjectName(QStringLiteral("differencePlace"));
    m_taken->setObjectName(QStringLiteral("taken"));
    connect(m_taken, &QCheckBox::clicked, this, [this](bool isTaken) {
        emit decided(isTaken ? ShownChange::Decision::Taken : ShownChange::Decision::LeftOut);
    });
    auto *drops = new QHBoxLayout(m_dropButtons);
    drops->setContentsMargins(0, 0, 0, 0);
    drops->setSpacing(2);
    const auto addDrop = [&](ShownChange::Decision decision, const QString &text, const QString &name,
                             const QString &tip) {
        auto *button = new QToolButton;
        button->setText(text);
        button->setObjectName(name);
        button->setToolTip(tip);
        button->setCheckable(true);
        m_drop->addButton(button, int(decision));
        drops->addWidget(button);
    };
    addDrop(ShownChange::Decision::LeftOut, tr("Keep"), QStringLiteral("keep"),
            tr("Stays as it is, though the target does not have it"));
    addDrop(ShownChange::Decision::Parked, tr("Park"), QStringLiteral("park"),
            tr("Moves to a schema of its own with its rows, to be dropped for good later"));
    addDrop(ShownChange::Decision::Taken, tr("Drop"), QStringLiteral("drop"),
            tr("Drops it behind a gate; the run still asks before it loses anything"));
    connect(m_drop, &QButtonGroup::idClicked, this,
            [this](int id) { emit decided(ShownChange::Decision(id)); });
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 8, 12, 6);
    row->setSpacing(10);
    row->addWidget(m_title);
    row->addWidget(m_status, 1);
    row->addWidget(m_place);
    const auto addStep = [&](const QString &name, Qt::ArrowType arrow, const QString &tip,
                             void (ChangeDetail::*signal)()) {
        auto *button = new QToolButton;
        button->setObjectName(name);
        button->setArrowType(arrow);
        button->setAutoRaise(true);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        connect(button, &QToolButton::clicked, this, signal);
        row->addWidget(button);
    };
    addStep(QStringLiteral("previousDifference"), Qt::UpArrow, tr("Previous difference (Alt+Up)"),
            &ChangeDetail::previousRequested);
    addStep(QStringLiteral("nextDifference"), Qt::DownArrow, tr("Next difference (Alt+Down)"),
            &ChangeDetail::nextRequested);
    row->addWidget(m_taken);
    row->addWidget(m_dropButtons);
    return head;
}

void ChangeDetail::show(const ShownChange &shown, const schema::CatalogPtr &current,
                        const schema::CatalogPtr &wanted)
{
    const diff::Change *change = shown.change;
    m_differences.setDifferences(change ? sidesOf(*change).differences : QVector<diff::Difference>());
    m_properties->setVisible(m_differences.rowCount() > 0);
    fitProperties();
    m_title->setText(change            ? schema::displayName(diff::idOf(*change))
                     : shown.identical ? schema::displayName(shown.identical->id)
                                       : tr("No change selected"));
    m_status->setText(change            ? words(items::statusOf(*change))
                      : shown.identical ? words(items::ChangeStatus::Identical)
                                        : QString());
    showDecision(shown);
    showTexts(shown, current, wanted);
    const bool isWhitespace = change && m_diff->differsInWhitespaceOnly();
    QStringList why{ shown.why };
    if (isWhitespace)
        why << tr("Only white space differs.");
    why.removeAll(QString());
    m_why->setText(why.join(QLatin1Char(' ')));
    m_why->setVisible(!why.isEmpty());
    const int count = m_diff->differenceCount();
    m_place->setText(count > 0 ? tr("%n place(s) differ", nullptr, count) : QString());
    layout()->activate(); // Parts come and go; nothing is to be painted over another meanwhile.
}

void ChangeDetail::showDecision(const ShownChange &shown)
{
    m_taken->setVisible(shown.isTickable && !shown.isDropDecision);
    m_dropButtons->setVisible(shown.isTickable && shown.isDropDecision);
    m_taken->setChecked(shown.decision != ShownChange::Decision::LeftOut);
    m_drop->button(int(shown.decision))->setChecked(true);
    m_drop->button(int(ShownChange::Decision::Parked))->setEnabled(shown.canPark);
}

void ChangeDetail::showTexts(const ShownChange &shown, const schema::CatalogPtr &current,
                             const schema::CatalogPtr &wanted)
{
    if (shown.change) {
        const Sides sides = sidesOf(*shown.change);
        m_diff->setTexts(definitionOf(sides.before, sides.after, current),
                         definitionOf(sides.after, sides.before, wanted));
    } else if (shown.identical) {
        const QString text = items::definitionText(*shown.identical, wanted.get());
        m_diff->setTexts(text, text);
    } else {
        m_diff->setTexts({}, {});
    }
}

/// As high as its rows, so that the definitions keep the rest.
void ChangeDetail::fitProperties()
{
    constexpr int mostRows = 5;
    const int rows = std::min(mostRows, m_differences.rowCount());
    const int rowHeight = rows > 0 ? m_properties->sizeHintForRow(0) : 0;
    m_properties->setFixedHeight(m_properties->header()->sizeHint().height() + rows * rowHeight + 2);
}

bool ChangeDetail::step(int by)
{
    return by > 0 ? m_diff->nextDifference() : m_diff->previousDifference();
}

} // namespace lockstep::widgets
