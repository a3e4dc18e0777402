#include "planfindings.h"

#include <model/items/roles.h>
#include <widgets/common/theme.h>

#include <QAction>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace lockstep::widgets {

namespace {

class SeverityDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto severity = plan::Severity(index.data(items::SeverityRole).toInt());
        option->palette.setColor(QPalette::Text, colorsFor(option->palette).of(severity));
        option->font = scaledFont(option->font, 1, true);
    }
};

} // namespace

PlanFindings::PlanFindings(QWidget *parent)
    : QTreeView(parent)
    , m_model(new items::PlanFindingsModel(this))
{
    setObjectName(QStringLiteral("planFindings"));
    setAccessibleName(tr("Findings of the plan"));
    setModel(m_model);
    setRootIsDecorated(false);
    setWordWrap(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setItemDelegateForColumn(items::PlanFindingsModel::Severity, new SeverityDelegate(this));
    const int character = fontMetrics().averageCharWidth();
    header()->resizeSection(items::PlanFindingsModel::Severity, 11 * character);
    header()->resizeSection(items::PlanFindingsModel::Step, 26 * character);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(items::PlanFindingsModel::Message, QHeaderView::Stretch);
    header()->hideSection(items::PlanFindingsModel::Rule);
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
    const auto go = [this](const QModelIndex &index) {
        const plan::Finding *finding = m_model->findingAt(index.row());
        if (finding)
            emit findingActivated(m_model->stepAt(index.row())->id, finding->statement, finding->line);
    };
    auto *rule = new QAction(tr("&Rule in this project\u2026"), this);
    rule->setObjectName(QStringLiteral("ruleOfPlanFinding"));
    addAction(rule);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(rule, &QAction::triggered, this, [this] {
        if (const plan::Finding *finding = m_model->findingAt(currentIndex().row()))
            emit ruleRequested(finding->rule);
    });
    connect(this, &QAbstractItemView::clicked, this, go);
    connect(this, &QAbstractItemView::activated, this, go);
}

void PlanFindings::setPlan(const plan::PlanPtr &plan)
{
    m_model->setPlan(plan);
    describe();
}

void PlanFindings::setRulesOff(int count)
{
    m_rulesOff = count;
    describe();
    viewport()->update();
}

void PlanFindings::describe()
{
    setAccessibleDescription(count() > 0 ? QString() : emptyText());
}

QString PlanFindings::emptyText() const
{
    const QString nothing = tr("Nothing in this plan needs a look.");
    if (m_rulesOff == 0)
        return nothing;
    return nothing + QLatin1Char('\n')
           + tr("%n rule(s) are switched off in this project, and were not asked.", nullptr, m_rulesOff);
}

void PlanFindings::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (count() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(colorsFor(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(16, 16, -16, -16),
                     Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, emptyText());
}

} // namespace lockstep::widgets
