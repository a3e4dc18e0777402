#pragma once

#include "projectfile.h"
#include "ratesstore.h"

#include <model/analysis/analysis.h>
#include <model/base/error.h>
#include <model/base/strongid.h>
#include <model/diff/changeset.h>
#include <model/plan/planner.h>
#include <model/plan/selecting.h>
#include <model/proof/proof.h>
#include <model/sources/scriptfiles.h>
#include <model/sources/source.h>

#include <QObject>

#include <memory>

namespace lockstep::project {

enum class Side { Current, Target };
enum class Stage { LoadCurrent, LoadTarget, Diff, Plan, Analysis, Proof };
enum class StageState { Idle, Working, Done, Failed };

/// Runs the chain sources -> diff -> plan -> analysis -> proof off the GUI thread and keeps its
/// newest results. Lives in the GUI thread. Setting an input reruns only what is downstream of
/// it; a result of an older input is dropped. Nothing here blocks.
class Pipeline final : public QObject
{
    Q_OBJECT
public:
    explicit Pipeline(scratch::ScratchOptions scratchOptions, QObject *parent = nullptr);
    ~Pipeline() override;

    [[nodiscard]] sources::LoadedSourcePtr loaded(Side side) const;
    [[nodiscard]] diff::ChangeSetPtr changes() const;
    [[nodiscard]] plan::PlanPtr plan() const; ///< With assessments, edits and proof as far as known.
    [[nodiscard]] StageState state(Stage stage) const;
    [[nodiscard]] plan::PlanOptions options() const;
    /// Without what scripts brought: the user's own.
    [[nodiscard]] plan::Intents ownIntents() const;
    /// Decisions that the comparison could not follow, because what they name is not there any more.
    [[nodiscard]] QVector<plan::StaleDecision> staleDecisions() const;
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QVector<KeptEdit> edits() const; ///< For the project file; with those in conflict.
    /// Edits of yours that do not simply fit the plan as it is generated now.
    [[nodiscard]] const QVector<EditConflict> &conflicts() const;
    /// What estimates are made with: what the user chose, else what is kept of the current side's server,
    /// else the default rates. Never null.
    [[nodiscard]] analysis::RatesPtr rates() const;
    /// What the project decides about rules: of the plan's findings and of scripts that are reviewed.
    [[nodiscard]] analysis::lint::LintSettings rules() const;
    /// Before the first source.
    void setRatesStore(const RatesStore &store);

public slots:
    void setSource(lockstep::project::Side side, const lockstep::sources::Source &source);
    /// The target becomes what these scripts, in this order, make of the current side; what they rename and
    /// fill becomes intents. A later source of the target takes those back. Needs a loaded current side.
    void rewrite(const QVector<lockstep::sources::ScriptText> &scripts);
    void reload(lockstep::project::Side side);
    void swapSides();
    void setPolicy(lockstep::plan::Policy policy);
    void setIntents(const lockstep::plan::Intents &intents);
    /// The same as one step that undo() takes back, as long as no other intents come from elsewhere.
    void decide(const lockstep::plan::Intents &intents);
    /// Changes the plan; re-analysed at once, undoable, no longer proved. editFailed() if it cannot be taken.
    /// New steps may come without an id. While a plan is being made it waits for that, and editWaits().
    void edit(const lockstep::plan::PlanEdit &edit);
    void editStep(const QString &stepId, lockstep::plan::SqlPart part, const QString &sql);
    /// Takes all edits of a step's SQL back to what was generated; undoable itself.
    void revertStep(const QString &stepId);
    /// Ends the n-th conflict: the user's edit is made, as far as that is possible, or forgotten.
    void resolveConflict(int index, bool keepMine);
    /// One history of decisions and edits. What is being made is made first.
    void undo();
    void redo();
    /// Edits of a saved project, taken once the plan is there. Those whose step is now generated
    /// differently become conflicts.
    void restoreEdits(const QVector<lockstep::project::KeptEdit> &edits);
    /// The user's choice for the current side as it is now; another source ends it. Null: the default
    /// rates. Estimates are made anew, everything else of the plan stays as it is, its proof too.
    void setRates(const lockstep::analysis::RatesPtr &rates);
    /// Findings are made anew, everything else of the plan stays as it is.
    void setRules(const lockstep::analysis::lint::LintSettings &rules);
    /// Proves the plan as it stands now.
    void prove();
    /// As new, but for intents and rules: what comes next has nothing to do with what was before.
    void forget();
    /// Takes a plan that was opened from a file: no sources, the sides come from the plan.
    void openPlan(const lockstep::plan::PlanPtr &plan);
    void cancel();

signals:
    void sourceReady(lockstep::project::Side side, lockstep::sources::LoadedSourcePtr source);
    void changesReady(lockstep::diff::ChangeSetPtr changes); ///< Null: those that were are forgotten.
    void planReady(lockstep::plan::PlanPtr plan); ///< New steps: everything may have moved.
    void planUpdated(lockstep::plan::PlanPtr plan,
                     const QString &stepId); ///< One step edited or all re-assessed ("").
    void proofReady(lockstep::plan::PlanPtr plan);
    void stageChanged(lockstep::project::Stage stage, lockstep::project::StageState state);
    void progress(lockstep::project::Stage stage, const QString &what, int done,
                  int total); ///< total 0: unknown
    void stageFailed(lockstep::project::Stage stage, const lockstep::base::Error &error);
    void editFailed(const QString &stepId, const lockstep::base::Error &error);
    void editWaits(const QString &stepId);
    void planComing(); ///< The last moment for edits of the plan that is shown.
    void redoForgotten(); ///< What was undone does not fit the plan any more.
    void undoChanged();
    void decisionsUndone(); ///< Or made again: options() has others.
    void conflictsChanged();
    void ratesChanged();
    void rulesChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lockstep::project
