#include "planpage.h"

#include "conflictbar.h"
#include "planfindings.h"
#include "inspector.h"
#include "planheader.h"
#include "plantable.h"
#include "runoverlay.h"
#include "stepactions.h"
#include "stepeditor.h"
#include "stepintents.h"

#include <widgets/common/banner.h>
#include <widgets/common/format.h>
#include <widgets/common/pagestack.h>
#include <widgets/common/theme.h>
#include <widgets/common/uitext.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/timeline/timelineview.h>

#include <model/items/stepnumbers.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace lockstep::widgets {

namespace {

/// The style sheet chooses by the property "look"; it must be asked again.
void setLook(QPushButton *button, const char *look)
{
    if (button->property("look").toString() == QLatin1String(look))
        return;
    button->setProperty("look", QLatin1String(look));
    button->style()->unpolish(button);
    button->style()->polish(button);
}

/// The step of one's own that was not there before; empty: none, or it is another plan.
QString addedStep(const plan::PlanPtr &before, const plan::PlanPtr &now)
{
    if (!before || !now || now->steps.size() != before->steps.size() + 1)
        return {};
    for (const plan::Step &step : now->steps) {
        if (plan::isOwn(step) && !before->find(step.id) && !before->findOff(step.id))
            return step.id;
    }
    return {};
}

} // namespace

PlanPage::PlanPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new items::PlanModel(this))
    , m_selection(new QItemSelectionModel(m_model, this))
    , m_header(new PlanHeader)
    , m_timeline(new TimelineView(m_model))
    , m_table(new PlanTable(m_model))
    , m_editor(new StepEditor)
    , m_inspector(new Inspector)
    , m_aboutTabs(new QTabBar)
    , m_about(new PageStack)
    , m_findings(new PlanFindings)
    , m_stepActions(new StepActions(m_model, this))
    , m_intents(new StepIntents)
    , m_stepMenu(new QMenu(tr("S&tep"), this))
    , m_overlay(new RunOverlay(m_timeline, this))
    , m_conflicts(new ConflictBar)
    , m_notice(new Banner)
    , m_actions(new QWidget)
    , m_proof(new QPushButton)
    , m_run(new QPushButton(tr("Run\u2026")))
    , m_views(new PageStack)
    , m_pages(new PageStack)
    , m_empty(new QLabel)
    , m_warnings(new Banner)
    , m_vertical(new QSplitter(Qt::Vertical))
{
    setObjectName(QStringLiteral("planPage"));
    m_timeline->setSelectionModel(m_selection);
    m_table->setSelectionModel(m_selection);
    buildActions();
    buildLayout();
    connectParts();
    setEmptyText(tr(
        "There is no plan yet. Choose what there is (Current) and what is wanted (Target) under Compare; the "
        "plan follows by itself."));
    setPlan(nullptr);
    m_pages->setCurrentIndex(0);
    showProof();
}

void PlanPage::buildActions()
{
    m_actions->setObjectName(QStringLiteral("planActions"));
    m_proof->setObjectName(QStringLiteral("proofButton"));
    m_run->setObjectName(QStringLiteral("runButton"));
    m_run->setToolTip(tr("Choose a database and run the plan on it"));
    m_run->setMinimumWidth(110);
    auto *layout = new QHBoxLayout(m_actions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_proof);
    layout->addWidget(m_run);
}

void PlanPage::buildLayout()
{
    m_views->setObjectName(QStringLiteral("planViews"));
    m_views->addWidget(m_timeline);
    m_views->addWidget(m_table);
    auto *lower = new QSplitter(Qt::Horizontal);
    lower->setObjectName(QStringLiteral("planLower"));
    lower->addWidget(m_editor);
    lower->addWidget(buildAbout());
    lower->setChildrenCollapsible(false);
    lower->setSizes({ 580, 420 });
    m_vertical->setObjectName(QStringLiteral("planVertical"));
    m_vertical->addWidget(m_views);
    m_vertical->addWidget(lower);
    m_vertical->setChildrenCollapsible(false);
    m_vertical->setStretchFactor(0, 3);
    m_vertical->setStretchFactor(1, 2);
    m_vertical->setSizes({ 560, 360 });

    m_empty->setObjectName(QStringLiteral("planEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(60);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_vertical);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 12, 0);
    line->addWidget(m_header, 1);
    line->addWidget(m_actions);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_warnings->setObjectName(QStringLiteral("planWarnings"));
    layout->addLayout(line);
    m_notice->setObjectName(QStringLiteral("planNotice"));
    layout->addWidget(m_warnings);
    layout->addWidget(m_notice);
    layout->addWidget(m_intents);
    layout->addWidget(m_conflicts);
    layout->addWidget(m_pages, 1);
}

void PlanPage::connectParts()
{
    connect(m_selection, &QItemSelectionModel::selectionChanged, this, &PlanPage::showSelected);
    connect(m_selection, &QItemSelectionModel::currentRowChanged, this, &PlanPage::showSelected);
    connect(m_editor, &StepEditor::editRequested, this,
            [this](const QString &step, plan::SqlPart part, const QString &sql) {
                dropNotice();
                emit editRequested(step, part, sql);
            });
    connect(m_editor, &StepEditor::revertRequested, this, &PlanPage::revertRequested);
    connect(m_inspector, &Inspector::findingActivated, m_editor, &StepEditor::goToFinding);
    connect(m_inspector, &Inspector::stepActivated, this, &PlanPage::selectStep);
    connect(m_timeline, &TimelineView::stepActivated, this,
            [this] { m_editor->editor()->setFocus(Qt::OtherFocusReason); });
    connect(m_header, &PlanHeader::policyChanged, this, &PlanPage::policyChanged);
    connect(m_header, &PlanHeader::calibrateRequested, this, &PlanPage::calibrateRequested);
    connect(m_header, &PlanHeader::scaleChanged, m_timeline, &TimelineView::setScale);
    connect(m_header, &PlanHeader::tableShownChanged, this, &PlanPage::setTableShown);
    connect(m_proof, &QPushButton::clicked, this, [this] {
        flush();
        emit proveRequested();
    });
    connect(m_run, &QPushButton::clicked, this, [this] {
        flush();
        emit runRequested();
    });
    connectEdits();
    const auto addPaneKey = [this](const QKeySequence &keys, int direction) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, direction] { cyclePane(direction); });
    };
    addPaneKey(QKeySequence(Qt::Key_F6), 1);
    addPaneKey(QKeySequence(Qt::SHIFT | Qt::Key_F6), -1);
}

void PlanPage::setPlan(const plan::PlanPtr &plan)
{
    const QString before = selectedStep();
    const plan::PlanPtr old = m_model->plan();
    if (m_hasWaitNotice)
        dropNotice();
    m_model->setPlan(plan);
    m_header->setPlan(plan);
    m_pages->setCurrentIndex(plan ? 1 : 0);
    const QString added = addedStep(old, plan);
    if (!added.isEmpty())
        selectStep(added);
    else if (plan && m_model->rowOf(before) >= 0)
        selectStep(before);
    else if (plan && m_model->rowCount() > 0)
        selectStep(m_model->stepAt(0)->id);
    showSelected();
    showProof();
    showTotals();
    showFindings();
    showWarnings();
    if (!added.isEmpty())
        m_editor->editor()->setFocus(Qt::OtherFocusReason);
}

void PlanPage::setSides(const QString &current, const QString &target, Environment environment,
                        const QString &about)
{
    m_header->setSides(current, target, environment, about);
}

void PlanPage::setChecklist(const analysis::ChecklistPtr &list)
{
    m_inspector->setChecklist(list);
}

void PlanPage::setRulesOff(int count)
{
    m_findings->setRulesOff(count);
}

void PlanPage::setRates(const analysis::RatesPtr &rates)
{
    m_header->setRates(*rates);
}

void PlanPage::setEmptyText(const QString &text)
{
    m_empty->setText(text);
    m_empty->setAccessibleName(text);
}

void PlanPage::setEditError(const QString &stepId, const base::Error &error)
{
    if (stepId == selectedStep()) {
        m_editor->setError(stepId, error);
    } else {
        m_notice->setAction({});
        m_notice->showError(error);
    }
}

void PlanPage::setProving(bool isProving)
{
    m_isProving = isProving;
    showProof();
}

QString PlanPage::selectedStep() const
{
    const plan::Step *step =
        m_selection->hasSelection() ? m_model->stepAt(m_selection->currentIndex().row()) : nullptr;
    return step ? step->id : QString();
}

void PlanPage::selectStep(const QString &stepId)
{
    const int row = m_model->rowOf(stepId);
    if (row < 0)
        return;
    m_selection->setCurrentIndex(m_model->index(row, 0),
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void PlanPage::flush()
{
    m_editor->flush();
}

void PlanPage::showSelected()
{
    const QString stepId = selectedStep();
    // A selection is told of twice: as the current row, and as what is selected.
    if (m_shownPlan == m_model->plan() && m_shownStep == stepId)
        return;
    m_shownPlan = m_model->plan();
    m_shownStep = stepId;
    m_editor->setStep(m_model->plan(), stepId);
    m_inspector->setStep(m_model->plan(), stepId);
    m_stepActions->setStep(stepId);
    m_intents->setStep(m_model->plan(), stepId);
}

void PlanPage::showProof()
{
    const plan::PlanPtr &plan = m_model->plan();
    m_proof->setEnabled(plan && !m_isProving);
    m_run->setEnabled(plan && !plan->steps.isEmpty() && !m_isProving);
    // Only what is proved invites to be run.
    setLook(m_run, plan && plan->isProved() ? "primary" : "");
    if (!plan || m_isProving) {
        m_proof->setText(m_isProving ? tr("Proving\u2026") : tr("Prove"));
        m_proof->setToolTip(tr("Runs plan and rollback on a scratch copy and compares the result"));
        setLook(m_proof, "");
        return;
    }
    const bool isProved = plan->isProved();
    const bool isFailed =
        plan->proof.status == plan::ProofStatus::Failed && plan->proof.planDigest == plan->digest();
    m_proof->setText(isProved ? tr("%1 %2", "tick and words").arg(QChar(0x2713), proofWords(*plan))
                              : proofWords(*plan));
    setLook(m_proof, isProved ? "good" : isFailed ? "bad" : "");
    // Never narrower again: what stands beside it would jump with every proof.
    m_proof->setMinimumWidth(std::max(m_proof->minimumWidth(), m_proof->sizeHint().width()));
    const plan::RowProof &rows = plan->proof.rows;
    const QStringList differences = plan->proof.forward + plan->proof.rollback;
    QStringList lines =
        isFailed ? differences
                 : QStringList{ tr("Runs plan and rollback on a scratch copy and compares the result. "
                                   "Click to prove the plan as it stands now.") };
    if (rows.status != plan::RowProofStatus::None)
        lines += tr("With rows: %1.").arg(plan::rowProofText(rows));
    lines += rows.prepare + rows.notSeeded;
    lines = items::StepNumbers(plan).in(lines);
    m_proof->setToolTip(lines.join(QLatin1Char('\n')));
    m_proof->setAccessibleDescription(m_proof->toolTip());
}

void PlanPage::showTotals()
{
    const plan::PlanPtr &plan = m_model->plan();
    if (!plan) {
        m_header->setTotals({}, {});
        return;
    }
    const analysis::PlanTotals totals = analysis::totals(*plan);
    const QString total = durationText(double(totals.total.likelyMs));
    const QString longest = durationText(double(totals.longestBlockMs));
    m_header->setTotals(
        tr("about %1 \u00b7 longest block %2").arg(total, longest),
        tr("All steps together: %1. Reads or writes are held up for about %2 at a time, no longer.")
            .arg(rangeText(totals.total), longest));
}

void PlanPage::setTableShown(bool shown)
{
    m_views->setCurrentIndex(shown ? 1 : 0);
    m_header->setTableShown(shown);
    if (m_selection->hasSelection())
        m_table->scrollTo(m_selection->currentIndex());
    m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void PlanPage::cyclePane(int direction)
{
    const QVector<QWidget *> panes{ m_views->currentWidget(), m_editor->editor(), m_about->currentWidget() };
    int at = 0;
    for (int i = 0; i < panes.size(); ++i) {
        if (panes.at(i)->isAncestorOf(focusWidget()) || panes.at(i) == focusWidget())
            at = i;
    }
    panes.at((at + direction + int(panes.size())) % panes.size())->setFocus(Qt::TabFocusReason);
}

} // namespace lockstep::widgets
