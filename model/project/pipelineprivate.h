#pragma once

#include "carriededits.h"
#include "chain.h"
#include "decisionhistory.h"
#include "rewriting.h"
#include "worker.h"

#include <array>
#include <deque>

namespace lockstep::project {

enum class HistoryMove { Undo, Redo };

/// State of the pipeline, all of it in the GUI thread; the workers get copies.
struct Pipeline::Private
{
    Private(Pipeline *pipeline, scratch::ScratchOptions options);

    struct Input
    {
        std::optional<sources::Source> source;
        QVector<sources::ScriptText> scripts; ///< Instead: what they make of the current side.
        sources::LoadedSourcePtr loaded;
        Latest latest;
    };

    [[nodiscard]] Input &input(Side side) { return inputs[size_t(side)]; }
    [[nodiscard]] static Stage loadStage(Side side);

    /// Runs `job` in the GUI thread, later; for the workers.
    void toGui(std::function<void()> job);
    void setState(Stage stage, StageState state);
    void fail(Stage stage, const base::Error &error);

    void startLoad(Side side);
    void startRewrite();
    void rewriteDone(base::Generation generation, const base::Result<Rewriting> &result);
    /// The decisions of scripts that are no longer the target.
    void dropScriptIntents();
    void loadDone(Side side, base::Generation generation,
                  const base::Result<sources::LoadedSourcePtr> &result);
    /// Reruns diff (or only plan) and everything after it. Does nothing while a side is missing.
    void startChain(bool compareAgain);
    void chainDone(base::Generation generation, const ChainResult &result);
    /// Puts on the new plan what was made since its chain began; false: nothing was.
    bool replayRest(const ChainResult &result);
    void showPlan(const Replay &replay);
    /// A plan of older inputs is no plan: takes it away until the new one is there.
    void stopDownstream();
    /// For the next plan, and for the one there is.
    void useRates(const analysis::RatesPtr &next);
    [[nodiscard]] AssessWith assessWith() const { return { rates, rules }; }
    void useRules(const analysis::lint::LintSettings &next);
    /// After another of assessWith().
    void assessAnew();
    /// The rates of another source, or none.
    void forgetRates();
    [[nodiscard]] analysis::RatesPtr keptRates(const sources::LoadedSource &source) const;
    void startRatesLookup();
    void startAssessing();
    void assessed(base::Generation generation, const std::vector<plan::PlanPtr> &before,
                  const base::Result<std::vector<plan::PlanPtr>> &result);
    void startNextEdit();
    void editDone(base::Generation generation, const QString &stepId, const base::Result<EditResult> &result);
    /// An edit or a revert, for the plan there is or for the one that is being made.
    void want(const EditWish &wish);
    /// What was made of the plan, what is still to be decided about, and what is being made.
    [[nodiscard]] CarriedEdits editsToCarry() const;
    void setConflicts(const QVector<EditConflict> &found);
    void startProof();
    void proofDone(base::Generation generation, const base::Result<plan::PlanPtr> &result);
    void dropProofInFlight();
    void move(HistoryMove move);
    void undoNow();
    void redoNow();
    /// After undo and redo.
    void showCurrent(const QString &stepId);
    [[nodiscard]] bool hasSides() const { return inputs[0].loaded && inputs[1].loaded; }
    /// Plans anew with other decisions.
    void useIntents(const plan::Intents &next);
    /// How many edits the next plan is made with, or were made of this one.
    [[nodiscard]] size_t editsInForce() const;
    /// What was done last is undone first, a decision or an edit.
    [[nodiscard]] bool undoesDecision() const;
    [[nodiscard]] bool redoesDecision() const { return decisions.canRedo() && !canRedoEdit(); }
    [[nodiscard]] bool canUndoEdit() const { return isPlanned() ? history.canUndo() : carried.canUndo(); }
    [[nodiscard]] bool canRedoEdit() const { return isPlanned() ? history.canRedo() : carried.canRedo(); }
    [[nodiscard]] bool isPlanned() const { return history.plan() != nullptr; }

    Pipeline *q;
    ScratchHolder scratch;
    std::array<Input, 2> inputs;
    std::array<StageState, 6> states{};
    plan::Policy policy = plan::Policy::ZeroDowntime;
    plan::Intents intents;
    plan::Intents scriptIntents; ///< Those of them that scripts brought.
    bool scriptsTookDrop = false; ///< Nothing else was dropped by default; comes back with another target.
    DecisionHistory decisions;
    diff::ChangeSetPtr changes;
    QVector<plan::StaleDecision> stale; ///< Of the intents, against `changes`.
    EditHistory history;
    CarriedEdits carried; ///< To be put on the next plan; while there is none.
    plan::PlanPtr generatedBefore; ///< What the user sees and edits while the next plan is made.
    QVector<EditConflict> conflicts;
    std::deque<std::variant<EditWish, HistoryMove>> pendingEdits; ///< The first may be in flight.
    bool editInFlight = false;
    RatesStore ratesStore;
    analysis::RatesPtr rates; ///< Null: the default ones.
    bool ratesChosen = false; ///< By the user, not found in the store.
    analysis::lint::LintSettings rules;
    AssessWith proofWith; ///< The plan that is being proved.
    bool needsAssessing = false; ///< Plans in `history` are not assessed with assessWith() yet.
    bool isAssessing = false;
    Latest chain, edit, proof, assessment;
    /// Last, so that the threads end before anything they use.
    std::array<Worker, 2> loaders{ Worker(QStringLiteral("load current")),
                                   Worker(QStringLiteral("load target")) };
    Worker chainWorker{ QStringLiteral("plan") };
    Worker proofWorker{ QStringLiteral("proof") };
};

} // namespace lockstep::project
