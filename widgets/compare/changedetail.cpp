#include "changedetail.h"

#include <widgets/common/rowdelegate.h>
#include <widgets/common/theme.h>
#include <widgets/common/uitext.h>
#include <widgets/editor/diffview.h>

#include <model/items/definitiontext.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

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
    , m_diff(new DiffView)
    , m_properties(new QTreeView)
{
    m_title->setObjectName(QStringLiteral("changeTitle"));
    m_title->setFont(scaledFont(font(), 1.15, true));
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_diff->setTitles(tr("Current"), tr("Target"));
    m_properties->setObjectName(QStringLiteral("differences"));
    m_properties->setAccessibleName(tr("Properties that differ"));
    m_properties->setModel(&m_differences);
    m_properties->setItemDelegate(new RowDelegate(m_properties));
    m_properties->setRootIsDecorated(false);
    m_properties->setAlternatingRowColors(true);
    m_properties->header()->setSectionResizeMode(QHeaderView::Stretch);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 6);
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_status, 1);
    auto *split = new QSplitter(Qt::Horizontal);
    split->addWidget(m_diff);
    split->addWidget(m_properties);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(split, 1);
}

void ChangeDetail::showChange(const diff::Change *change, const diff::ChangeSetPtr &changes)
{
    const Sides sides = change ? sidesOf(*change) : Sides{};
    m_differences.setDifferences(sides.differences);
    m_properties->setVisible(!sides.differences.isEmpty());
    m_title->setText(change ? schema::displayName(diff::idOf(*change)) : tr("No change selected"));
    m_status->setText(change ? words(items::statusOf(*change)) : QString());
    if (change)
        m_diff->setTexts(definitionOf(sides.before, sides.after, changes->current),
                         definitionOf(sides.after, sides.before, changes->target));
    else
        m_diff->setTexts({}, {});
}

} // namespace lockstep::widgets
