#include "checkpage.h"

#include "checkdetail.h"

#include <widgets/common/banner.h>
#include <widgets/common/busybar.h>
#include <widgets/common/icons.h>
#include <widgets/common/rowdelegate.h>
#include <widgets/common/sections.h>
#include <widgets/common/theme.h>
#include <widgets/common/uitext.h>

#include <model/items/roles.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

using analysis::CheckVerdict;

QIcon verdictSign(CheckVerdict verdict, const Colors &colors)
{
    switch (verdict) {
    case CheckVerdict::Ok: return icon(Icon::Check, colors.success);
    case CheckVerdict::NotKnown: return icon(Icon::Info, colors.muted);
    case CheckVerdict::Attention: return icon(Icon::Warning, colors.warning);
    case CheckVerdict::Stop: return icon(Icon::Error, colors.error);
    }
    return {};
}

/// The sign of the verdict before its word; what is well is quiet.
class VerdictDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void dress(QStyleOptionViewItem *option, const QModelIndex &index, const Colors &colors) const override
    {
        const auto verdict = CheckVerdict(index.data(items::VerdictRole).toInt());
        if (verdict == CheckVerdict::Ok && index.column() != items::ChecklistModel::Title)
            option->palette.setColor(QPalette::Text, colors.muted);
        if (verdict == CheckVerdict::Stop && index.column() == items::ChecklistModel::Title)
            option->font.setWeight(QFont::DemiBold);
        if (index.column() == items::ChecklistModel::Verdict)
            setSign(option, verdictSign(verdict, colors));
    }
};

} // namespace

CheckPage::CheckPage(QWidget *parent)
    : QWidget(parent)
    , m_headline(new QLabel)
    , m_when(new QLabel)
    , m_again(new QPushButton(tr("Check again")))
    , m_busy(new BusyBar)
    , m_banner(new Banner)
    , m_items(new QTreeView)
    , m_detail(new CheckDetail)
{
    buildItems();
    auto *split = new QSplitter;
    split->setObjectName(QStringLiteral("checkSplit"));
    split->addWidget(m_items);
    split->addWidget(m_detail);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_busy);
    column->addWidget(m_banner);
    column->addWidget(split, 1);
    connect(m_again, &QPushButton::clicked, this, &CheckPage::againRequested);
    connect(m_busy, &BusyBar::cancelRequested, this, &CheckPage::cancelRequested);
    connect(m_detail, &CheckDetail::ignoreToggled, this, [this](const QString &id, bool isIgnored) {
        if (isIgnored)
            m_ignored.insert(id);
        else
            m_ignored.remove(id);
        refresh();
    });
    refresh();
}

QWidget *CheckPage::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 10, 16, 10);
    m_headline->setObjectName(QStringLiteral("checkHeadline"));
    m_headline->setFont(scaledFont(font(), 1.15, true));
    m_when->setObjectName(QStringLiteral("checkWhen"));
    m_when->setForegroundRole(QPalette::PlaceholderText);
    m_again->setObjectName(QStringLiteral("checkAgain"));
    m_banner->setObjectName(QStringLiteral("checkBanner"));
    row->addWidget(m_headline);
    row->addSpacing(16);
    row->addWidget(m_when, 1);
    row->addWidget(m_again);
    return head;
}

void CheckPage::buildItems()
{
    using items::ChecklistModel;
    m_items->setObjectName(QStringLiteral("checkItems"));
    m_items->setAccessibleName(tr("Questions to the database before the plan runs on it"));
    m_items->setModel(&m_model);
    m_items->setItemDelegate(new VerdictDelegate(m_items));
    m_items->setRootIsDecorated(false);
    m_items->setUniformRowHeights(true);
    m_items->setAlternatingRowColors(true);
    m_items->setTextElideMode(Qt::ElideRight);
    m_items->header()->setStretchLastSection(true);
    setSectionWidth(m_items->header(), ChecklistModel::Verdict, 150);
    setSectionWidth(m_items->header(), ChecklistModel::Title, 270);
    connect(m_items->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showItem(current.isValid() ? current.row() : -1); });
}

void CheckPage::showItem(int row)
{
    const analysis::CheckItem *item = m_model.itemAt(row);
    m_detail->setItem(item, item && m_ignored.contains(item->id));
}

void CheckPage::setTarget(const QString &display)
{
    m_target = display;
    refresh();
}

void CheckPage::setWorking()
{
    m_isWorking = true;
    m_hasFailed = false;
    m_banner->dismiss();
    m_busy->setProgress(tr("Asking %1").arg(m_target));
    refresh();
}

void CheckPage::setChecklist(const analysis::ChecklistPtr &list)
{
    const analysis::CheckItem *shown = m_model.itemAt(m_items->currentIndex().row());
    const QString id = shown ? shown->id : QString();
    m_isWorking = false;
    m_hasFailed = false;
    m_busy->setIdle();
    m_banner->dismiss();
    m_list = list;
    m_model.setChecklist(list);
    QSet<QString> stillStopping;
    for (const analysis::CheckItem *item :
         list ? list->at(CheckVerdict::Stop) : QVector<const analysis::CheckItem *>())
        stillStopping.insert(item->id);
    m_ignored.intersect(stillStopping);
    const int row = m_model.rowOf(id);
    m_items->setCurrentIndex(m_model.index(row >= 0 ? row : 0, 0));
    showItem(m_items->currentIndex().row());
    refresh();
}

void CheckPage::setError(const base::Error &error)
{
    m_isWorking = false;
    m_hasFailed = true;
    m_busy->setIdle();
    m_banner->showError(error);
    refresh();
}

void CheckPage::clear()
{
    m_ignored.clear();
    m_hasFailed = false;
    m_isWorking = false;
    m_busy->setIdle();
    m_banner->dismiss();
    setChecklist(nullptr);
}

QStringList CheckPage::stopping() const
{
    QStringList ids;
    for (const analysis::CheckItem *item :
         m_list ? m_list->at(CheckVerdict::Stop) : QVector<const analysis::CheckItem *>()) {
        if (!m_ignored.contains(item->id))
            ids.append(item->id);
    }
    return ids;
}

void CheckPage::select(const QString &itemId)
{
    const int row = m_model.rowOf(itemId);
    if (row >= 0)
        m_items->setCurrentIndex(m_model.index(row, 0));
}

QString CheckPage::countsLine() const
{
    const int stopping = int(m_list->at(CheckVerdict::Stop).size());
    const int attention =
        int(m_list->at(CheckVerdict::Attention).size() + m_list->at(CheckVerdict::NotKnown).size());
    if (stopping > 0 && attention > 0)
        return tr("%1, %2").arg(tr("%n item(s) stop the run", nullptr, stopping),
                                tr("%n need(s) attention", nullptr, attention));
    if (stopping > 0)
        return tr("%n item(s) stop the run", nullptr, stopping);
    if (attention > 0)
        return tr("%n need(s) attention", nullptr, attention);
    return m_list->isBrief ? tr("clear to begin") : tr("all clear");
}

QString CheckPage::stateLine() const
{
    if (m_isWorking)
        return tr("asking");
    if (m_hasFailed)
        return tr("could not ask");
    if (!m_list)
        return tr("not asked yet");
    return tr("%1, %2").arg(countsLine(), m_list->takenAt.toString(QStringLiteral("HH:mm")));
}

StageTone CheckPage::tone() const
{
    if (m_isWorking)
        return StageTone::Active;
    if (m_hasFailed)
        return StageTone::Bad;
    if (!m_list)
        return StageTone::Idle;
    if (!stopping().isEmpty())
        return StageTone::Bad;
    return m_list->worst() == CheckVerdict::Ok ? StageTone::Good : StageTone::Attention;
}

void CheckPage::refresh()
{
    m_again->setEnabled(!m_target.isEmpty() && !m_isWorking);
    m_again->setText(m_list ? tr("Check again") : tr("Check"));
    m_again->setToolTip(m_target.isEmpty() ? tr("Make a plan and name the database on the Run page first.")
                                           : tr("Asks %1; reads only.").arg(m_target));
    if (m_list) {
        m_headline->setText(countsLine());
        const QString form = m_list->isBrief
                                 ? tr("%1, PostgreSQL %2, asked at %3 by the run: not about rows and traffic")
                                 : tr("%1, PostgreSQL %2, asked at %3");
        m_when->setText(form.arg(m_list->database, m_list->serverVersion,
                                 m_list->takenAt.toString(QStringLiteral("HH:mm:ss"))));
    } else {
        m_headline->setText(tr("Before the plan runs"));
        m_when->setText(m_target.isEmpty() ? tr("Make a plan and name the database on the Run page first.")
                                           : tr("%1 was not asked yet.").arg(m_target));
    }
    emit stateChanged();
}

} // namespace lockstep::widgets
