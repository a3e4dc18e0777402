// Changing the plan, what comes of it and what needs a look; the rest of the page is in planpage.cpp.
#include "planpage.h"

#include "conflictbar.h"
#include "planfindings.h"
#include "inspector.h"
#include "plantable.h"
#include "runoverlay.h"
#include "stepactions.h"
#include "stepeditor.h"
#include "stepintents.h"

#include <model/items/words.h>
#include <widgets/common/banner.h>
#include <widgets/timeline/timelineview.h>

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace lockstep::widgets {

/// What changes the plan, and what comes of it.
void PlanPage::connectEdits()
{
    connect(m_stepActions, &StepActions::editRequested, this, [this](const plan::PlanEdit &edit) {
        flush();
        dropNotice();
        emit planEditRequested(edit);
    });
    connect(m_stepActions, &StepActions::refused, this, [this](const QString &title, const QString &reason) {
        m_decided.reset();
        m_notice->setAction({});
        m_notice->showMessage(Banner::Kind::Info, title, reason);
    });
    connectDecisions();
    m_stepMenu->setObjectName(QStringLiteral("stepMenu"));
    connect(m_stepMenu, &QMenu::aboutToShow, this, &PlanPage::fillStepMenu);
    connect(m_conflicts, &ConflictBar::resolved, this, &PlanPage::conflictResolved);
    m_timeline->setMoveCheck([this](const QString &step, const QString &before) {
        const plan::PlanPtr &plan = m_model->plan();
        return plan ? items::whyNotMoved(*plan, plan::canMove(*plan, step, before)) : QString();
    });
    connect(m_timeline, &TimelineView::menuRequested, this, &PlanPage::showStepMenu);
    connect(m_timeline, &TimelineView::moveRequested, m_stepActions, &StepActions::move);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &point) { showStepMenu(m_table->viewport()->mapToGlobal(point)); });
    for (QWidget *view : { static_cast<QWidget *>(m_timeline), static_cast<QWidget *>(m_table) })
        m_stepActions->addTo(view);
    connect(m_findings, &PlanFindings::ruleRequested, this, &PlanPage::ruleRequested);
    connect(m_findings, &PlanFindings::findingActivated, this,
            [this](const QString &step, int statement, int line) {
                selectStep(step);
                m_editor->goToFinding(statement, line);
            });
    connect(m_aboutTabs, &QTabBar::currentChanged, m_about, &QStackedWidget::setCurrentIndex);
}

void PlanPage::connectDecisions()
{
    connect(m_intents, &StepIntents::intentsRequested, this,
            [this](const plan::Intents &intents, const QString &what) {
                flush();
                m_decided = intents;
                m_intents->setDecisions(intents);
                m_notice->showMessage(Banner::Kind::Info, what, tr("The plan is made anew."));
                m_notice->setAction(tr("Undo"));
                emit intentsRequested(intents);
            });
    connect(m_notice, &Banner::actionTriggered, this, [this] {
        m_notice->dismiss();
        emit undoRequested();
    });
}

QWidget *PlanPage::buildAbout()
{
    m_aboutTabs->setObjectName(QStringLiteral("aboutTabs"));
    m_aboutTabs->setAccessibleName(tr("About the step or all findings"));
    m_aboutTabs->setDrawBase(false);
    m_aboutTabs->setExpanding(false);
    m_aboutTabs->setUsesScrollButtons(false);
    m_aboutTabs->addTab(tr("This step"));
    m_aboutTabs->addTab(tr("All findings"));
    m_about->setObjectName(QStringLiteral("aboutPages"));
    m_about->addWidget(m_inspector);
    m_about->addWidget(m_findings);
    auto *about = new QWidget;
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(8, 4, 8, 2);
    tabs->addWidget(m_aboutTabs);
    tabs->addStretch(1);
    auto *layout = new QVBoxLayout(about);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(tabs);
    layout->addWidget(m_about, 1);
    return about;
}

void PlanPage::showFindings()
{
    m_findings->setPlan(m_model->plan());
    const int count = m_findings->count();
    m_aboutTabs->setTabText(1, count == 0 ? tr("All findings") : tr("All findings (%1)").arg(count));
}

/// Once for a plan: what the user closed stays closed.
void PlanPage::showWarnings()
{
    QStringList warnings = m_model->plan() ? m_model->plan()->warnings : QStringList();
    if (m_model->plan()) {
        for (const plan::OffStep &off : m_model->plan()->off)
            warnings.prepend(items::switchedOffText(*m_model->plan(), off));
    }
    if (warnings == m_shownWarnings)
        return;
    m_shownWarnings = warnings;
    m_warnings->dismiss();
    if (warnings.isEmpty())
        return;
    constexpr int most = 6; // A long script says more than a page holds.
    QStringList shown = warnings.mid(0, most);
    if (warnings.size() > most)
        shown.append(tr("%n more stand(s) in the saved plan.", nullptr, int(warnings.size()) - most));
    m_warnings->showMessage(Banner::Kind::Warning,
                            tr("%n thing(s) beside the plan need a look.", nullptr, int(warnings.size())),
                            shown.join(QLatin1Char('\n')));
    m_warnings->setToolTip(warnings.mid(0, 40).join(QLatin1Char('\n')));
}

void PlanPage::showStepMenu(const QPoint &globalPos)
{
    if (!selectedStep().isEmpty())
        m_stepMenu->popup(globalPos);
}

QMenu *PlanPage::stepMenu()
{
    fillStepMenu();
    return m_stepMenu;
}

void PlanPage::fillStepMenu()
{
    m_stepMenu->clear();
    m_stepActions->fill(m_stepMenu);
    m_intents->fill(m_stepMenu);
}

void PlanPage::setChanges(const diff::ChangeSetPtr &changes)
{
    m_intents->setChanges(changes);
}

void PlanPage::setDecisions(const std::optional<plan::Intents> &decisions)
{
    m_intents->setDecisions(decisions);
    // Undo would be about something else by now.
    if (m_decided && (!decisions || plan::toJson(*decisions) != plan::toJson(*m_decided)))
        dropNotice();
}

void PlanPage::showEditWaits()
{
    dropNotice();
    m_hasWaitNotice = true;
    m_notice->setAction({});
    m_notice->showMessage(Banner::Kind::Info, tr("The plan is being made anew."),
                          tr("What you change meanwhile is applied as soon as it is there."));
}

void PlanPage::showRedoForgotten()
{
    dropNotice();
    m_notice->setAction({});
    m_notice->showMessage(
        Banner::Kind::Info, tr("What you undid cannot be done again."),
        tr("The steps that it changed are generated differently now. What you did not undo is still there."));
}

void PlanPage::dropNotice()
{
    m_hasWaitNotice = false;
    m_decided.reset();
    m_notice->dismiss();
}

void PlanPage::handleRunEvent(const execution::RunEvent &event)
{
    m_overlay->handleEvent(event);
}

void PlanPage::setConflicts(const QVector<project::EditConflict> &conflicts)
{
    m_conflicts->setConflicts(conflicts);
}

} // namespace lockstep::widgets
