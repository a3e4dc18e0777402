#pragma once

#include <model/analysis/analysis.h>
#include <model/base/error.h>
#include <model/diff/changeset.h>
#include <model/execution/runevents.h>
#include <model/items/planmodel.h>
#include <model/analysis/checklist.h>
#include <model/plan/plan.h>
#include <model/project/keptedits.h>
#include <widgets/common/badge.h>

#include <QItemSelectionModel>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace lockstep::widgets {

class Banner;
class ConflictBar;
class PlanFindings;
class Inspector;
class PlanHeader;
class PlanTable;
class StepActions;
class StepEditor;
class StepIntents;
class RunOverlay;
class TimelineView;

/// The plan: timeline or table above, SQL and inspector of the selected step below. Knows no
/// engine; what the user wants goes out as signals, what became of it comes back as a plan.
class PlanPage final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanPage(QWidget *parent = nullptr);

    /// Null: no plan. The selected step stays selected where it still exists.
    void setPlan(const plan::PlanPtr &plan);
    [[nodiscard]] const plan::PlanPtr &plan() const { return m_model->plan(); }
    void setSides(const QString &current, const QString &target, Environment environment,
                  const QString &about = {});
    /// For the inspector: who would wait for which step; null: not asked.
    void setChecklist(const analysis::ChecklistPtr &list);
    /// What the estimates were made with.
    /// How many rules for findings the project has switched off.
    void setRulesOff(int count);
    void setRates(const analysis::RatesPtr &rates);
    /// Why there is no plan, and what to do; shown while there is none.
    void setEmptyText(const QString &text);
    void setEditError(const QString &stepId, const base::Error &error);
    /// What was done to the plan takes effect with the next one, which is being made.
    void showEditWaits();
    void showRedoForgotten();
    /// What differs, for decisions made here; null: not known.
    void setChanges(const diff::ChangeSetPtr &changes);
    /// What was decided so far; none: this plan cannot be made anew, nothing is decided here.
    void setDecisions(const std::optional<plan::Intents> &decisions);
    /// A run of this plan: what it takes is drawn over what was estimated.
    void handleRunEvent(const execution::RunEvent &event);
    /// Edits of the user's that wait for a decision.
    void setConflicts(const QVector<project::EditConflict> &conflicts);
    /// While a proof runs its button says so and waits.
    void setProving(bool isProving);

    [[nodiscard]] QString selectedStep() const; ///< Empty: none.
    void selectStep(const QString &stepId);
    [[nodiscard]] QItemSelectionModel *selectionModel() const { return m_selection; }
    [[nodiscard]] TimelineView *timeline() const { return m_timeline; }
    [[nodiscard]] StepEditor *stepEditor() const { return m_editor; }
    [[nodiscard]] StepActions *stepActions() const { return m_stepActions; }
    /// All that can be done with the selected step as it is now, for the window's menus too.
    [[nodiscard]] QMenu *stepMenu();
    /// Proof state and Run...: at the right end of the page's own line, unless the window gives
    /// them another parent (the stage strip).
    [[nodiscard]] QWidget *actions() const { return m_actions; }
    /// Emits an edit that is still being typed.
    void flush();

signals:
    void editRequested(const QString &stepId, lockstep::plan::SqlPart part, const QString &sql);
    void revertRequested(const QString &stepId);
    void planEditRequested(const lockstep::plan::PlanEdit &edit);
    void intentsRequested(const lockstep::plan::Intents &intents);
    void undoRequested(); ///< Of the decision that was made last.
    void conflictResolved(int index, bool keepMine);
    void proveRequested();
    void policyChanged(lockstep::plan::Policy policy);
    void runRequested();
    void calibrateRequested();
    void ruleRequested(const QString &rule);

private:
    void buildActions();
    void buildLayout();
    [[nodiscard]] QWidget *buildAbout();
    void connectEdits();
    void connectDecisions();
    void showFindings();
    void dropNotice();
    void connectParts();
    void showSelected();
    void showProof();
    void showTotals();
    void showWarnings();
    void showStepMenu(const QPoint &globalPos);
    void fillStepMenu();
    void setTableShown(bool shown);
    void cyclePane(int direction);

    items::PlanModel *m_model;
    QItemSelectionModel *m_selection;
    PlanHeader *m_header;
    TimelineView *m_timeline;
    PlanTable *m_table;
    StepEditor *m_editor;
    Inspector *m_inspector;
    QTabBar *m_aboutTabs; ///< The inspector, or all findings.
    QStackedWidget *m_about;
    PlanFindings *m_findings;
    StepActions *m_stepActions;
    StepIntents *m_intents;
    QMenu *m_stepMenu;
    RunOverlay *m_overlay;
    ConflictBar *m_conflicts;
    Banner *m_notice; ///< Why something that was asked for cannot be.
    QWidget *m_actions;
    QPushButton *m_proof;
    QPushButton *m_run;
    QStackedWidget *m_views;
    QStackedWidget *m_pages;
    QLabel *m_empty;
    Banner *m_warnings; ///< What the plan does not do, or what needs a look.
    QSplitter *m_vertical;
    plan::PlanPtr m_shownPlan; ///< What editor and inspector show, and of which step.
    QString m_shownStep;
    QStringList m_shownWarnings;
    std::optional<plan::Intents> m_decided; ///< What the notice offers to take back.
    bool m_isProving = false;
    bool m_hasWaitNotice = false; ///< Until the next plan.
};

} // namespace lockstep::widgets
