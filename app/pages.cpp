#include "pages.h"

#include <widgets/common/banner.h>
#include <widgets/common/busybar.h>
#include <widgets/common/pagestack.h>
#include <widgets/compare/comparepage.h>
#include <widgets/home/homepage.h>
#include <widgets/plan/planpage.h>
#include <widgets/rehearsal/rehearsalpage.h>
#include <widgets/review/reviewpage.h>
#include <widgets/run/checkpage.h>
#include <widgets/run/runbuttons.h>
#include <widgets/run/runpage.h>

#include <QStackedWidget>
#include <QVBoxLayout>

namespace lockstep::app {

using widgets::StageStrip;

Pages::Pages(QWidget *parent)
    : QObject(parent)
    , m_strip(new StageStrip)
    , m_stack(new widgets::PageStack)
    , m_home(new widgets::HomePage)
    , m_compare(new widgets::ComparePage)
    , m_plan(new widgets::PlanPage)
    , m_check(new widgets::CheckPage)
    , m_rehearsal(new widgets::RehearsalPage)
    , m_run(new widgets::RunPage)
    , m_review(new widgets::ReviewPage)
    , m_planBusy(new widgets::BusyBar)
    , m_planBanner(new widgets::Banner)
    , m_planFrame(buildPlan())
{
    m_strip->showStages(
        { StageStrip::Compare, StageStrip::Plan, StageStrip::Check, StageStrip::Rehearse, StageStrip::Run });
    m_strip->addTrailing(m_plan->actions());
    m_strip->addTrailing(m_run->buttons());
    m_stack->addWidget(m_compare);
    m_stack->addWidget(m_planFrame);
    m_stack->addWidget(m_check);
    m_stack->addWidget(m_rehearsal);
    m_stack->addWidget(m_run);
    m_stack->addWidget(m_review);
    m_stack->addWidget(m_home);
    connect(m_strip, &StageStrip::currentChanged, this,
            [this](int stage) { show(StageStrip::Stage(stage)); });
    connect(m_plan, &widgets::PlanPage::runRequested, this, &Pages::showRun);
    connect(m_run, &widgets::RunPage::canceled, this, [this] { show(StageStrip::Plan); });
    m_strip->setState(StageStrip::Compare, widgets::StageTone::Idle, m_compare->stateLine());
}

QWidget *Pages::buildPlan()
{
    m_planBanner->setObjectName(QStringLiteral("planBanner"));
    auto *frame = new QWidget;
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_planBanner);
    column->addWidget(m_plan, 1);
    column->addWidget(m_planBusy); // Below, so that no row moves while one works on it.
    return frame;
}

void Pages::showRun()
{
    show(StageStrip::Run);
    m_run->focusSetup();
}

void Pages::show(StageStrip::Stage stage)
{
    m_strip->setCurrent(stage);
    switch (stage) {
    case StageStrip::Compare: m_stack->setCurrentWidget(m_compare); return;
    case StageStrip::Plan: m_stack->setCurrentWidget(m_planFrame); return;
    case StageStrip::Run: m_stack->setCurrentWidget(m_run); return;
    case StageStrip::Check: m_stack->setCurrentWidget(m_check); return;
    case StageStrip::Rehearse: m_stack->setCurrentWidget(m_rehearsal); return;
    }
}

void Pages::showReview()
{
    m_strip->setNoCurrent();
    m_stack->setCurrentWidget(m_review);
    m_review->setFocus(Qt::OtherFocusReason);
}

void Pages::showHome()
{
    m_strip->setNoCurrent();
    m_stack->setCurrentWidget(m_home);
    m_home->setFocus(Qt::OtherFocusReason);
}

void Pages::setRunning(bool isRunning)
{
    m_run->buttons()->setVisible(isRunning || m_run->state() != execution::RunState::NotStarted);
    m_plan->actions()->setVisible(!isRunning);
}

} // namespace lockstep::app
