#include "unusualstart.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace lockstep::widgets {

namespace {

/// A label over its field, which may need all of the width.
QWidget *fieldUnder(const QString &text, QWidget *field)
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    row->hide();
    return row;
}

} // namespace

UnusualStart::UnusualStart(QWidget *parent)
    : QWidget(parent)
    , m_direct(new QLineEdit)
    , m_step(new QComboBox)
{
    m_direct->setObjectName(QStringLiteral("runDirect"));
    m_direct->setAccessibleName(tr("Direct connection, without the pooler"));
    m_direct->setPlaceholderText(tr("postgresql://user@host:5432/database of the server itself"));
    m_direct->setToolTip(tr("The whole run goes there. It has to be the same database, not another one."));
    m_step->setObjectName(QStringLiteral("runAdopt"));
    m_step->setAccessibleName(tr("The step to go on from"));
    m_step->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_step->setToolTip(tr("The run begins only if the tables, columns, indexes and constraints of the "
                          "database agree with that."));
    m_directRow =
        fieldUnder(tr("&Direct connection, without the pooler: a run needs it, unless the pool is in "
                      "session mode"),
                   m_direct);
    m_stepRow =
        fieldUnder(tr("The journal is gone. &Go on from this step; what comes before it is done"), m_step);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_directRow);
    column->addWidget(m_stepRow);
    refresh();
}

void UnusualStart::setPlan(const plan::PlanPtr &plan)
{
    const bool isOther = !plan || !m_plan || plan->digest() != m_plan->digest();
    m_plan = plan;
    if (!isOther)
        return;
    m_stepRow->hide();
    refresh();
}

void UnusualStart::clear()
{
    m_direct->clear();
    m_directRow->hide();
    m_stepRow->hide();
    refresh();
}

void UnusualStart::askForDirect()
{
    m_directRow->show();
    refresh();
}

void UnusualStart::journalFound()
{
    m_stepRow->hide();
    refresh();
}

void UnusualStart::listSteps()
{
    m_step->clear();
    m_step->addItem(tr("None: it has not begun"));
    for (int i = 0; i < m_plan->steps.size(); ++i) {
        const plan::Step &step = m_plan->steps.at(i);
        m_step->addItem(tr("Step %1, %2").arg(QString::number(i + 1), step.title), step.id);
    }
}

void UnusualStart::askWhereItStands(const QString &proposed)
{
    if (!m_plan)
        return;
    listSteps();
    m_step->setCurrentIndex(std::max(0, m_step->findData(proposed)));
    m_stepRow->show();
    refresh();
    m_step->setFocus(Qt::OtherFocusReason);
}

void UnusualStart::choose(execution::RunOptions *options) const
{
    const QString direct = m_direct->text().trimmed();
    if (!m_directRow->isHidden() && !direct.isEmpty())
        options->direct = postgres::ConnectionTarget{ direct };
    if (!m_stepRow->isHidden())
        options->adoptFrom = m_step->currentData().toString();
}

void UnusualStart::refresh()
{
    setVisible(!m_directRow->isHidden() || !m_stepRow->isHidden());
}

} // namespace lockstep::widgets
