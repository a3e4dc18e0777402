#pragma once

#include "pipeline.h"
#include "replay.h"

#include <model/plan/selecting.h>
#include <model/sources/oneversion.h>

#include <functional>
#include <map>
#include <mutex>
#include <optional>

/// What the pipeline's threads do: blocking functions over values. They know no QObject; what they
/// find on the way is handed out through callbacks.
namespace lockstep::project {

/// The scratch server, started by whoever needs it first and kept. Thread-safe.
class ScratchHolder
{
public:
    explicit ScratchHolder(scratch::ScratchOptions options);
    [[nodiscard]] base::Result<scratch::ScratchServerPtr> get(std::stop_token stop);
    /// One of the major version if that is installed.
    [[nodiscard]] base::Result<scratch::ScratchServerPtr> ofMajor(int major, std::stop_token stop);

private:
    std::mutex m_mutex;
    scratch::ScratchOptions m_options;
    scratch::ScratchServerPtr m_server;
    std::map<int, scratch::ScratchServerPtr> m_serverOfMajor;
};

struct StageError
{
    Stage stage;
    base::Error error;
};

/// What steps are assessed with beside the sides and the intents.
struct AssessWith
{
    analysis::RatesPtr rates; ///< Null: the default ones.
    analysis::lint::LintSettings rules;
    friend bool operator==(const AssessWith &, const AssessWith &) = default;
};

struct ChainInput
{
    sources::LoadedSourcePtr current;
    sources::LoadedSourcePtr target;
    plan::Policy policy = plan::Policy::ZeroDowntime;
    plan::Intents intents;
    diff::ChangeSetPtr changes; ///< Null: to be compared again.
    QVector<KeptWish> edits;
    sources::ScratchOfMajor scratch; ///< For sides of different majors.
    AssessWith with;
};

struct ChainCallbacks
{
    std::function<void(Stage)> started;
    std::function<void(const diff::ChangeSetPtr &, const QVector<plan::StaleDecision> &)> compared;
};

struct ChainResult
{
    diff::ChangeSetPtr changes;
    std::optional<Replay> replay; ///< The plan, and all edits on top; none with `failure`.
    std::optional<StageError> failure;
};

/// diff, plan, analysis, and the user's edits on top where they still fit.
[[nodiscard]] ChainResult runChain(const ChainInput &input, const ChainCallbacks &callbacks,
                                   std::stop_token stop);

struct EditInput
{
    plan::PlanPtr plan;
    plan::PlanPtr generated;
    std::vector<plan::PlanEdit> edits; ///< Those in force in `plan`.
    EditWish wish;
    sources::LoadedSourcePtr current;
    AssessWith with;
};

struct EditResult
{
    plan::PlanPtr plan; ///< Assessed.
    EditWish done; ///< With the ids that were given to new steps; a revert where SQL is as generated again.
};

/// One more edit, or one step reverted, assessed. `current` may be null for a plan from a file: then the
/// catalog is made from the plan's own script on the scratch server.
[[nodiscard]] base::Result<EditResult> applyEdit(const EditInput &input, ScratchHolder &scratch,
                                                 std::stop_token stop);

struct AssessInput
{
    std::vector<plan::PlanPtr> plans; ///< Of the same sides.
    sources::LoadedSourcePtr current; ///< Null as in EditInput.
    AssessWith with;
};

/// The same plans in the same order with everything but their assessments as it was.
[[nodiscard]] base::Result<std::vector<plan::PlanPtr>> assessAgain(const AssessInput &input,
                                                                   ScratchHolder &scratch,
                                                                   std::stop_token stop);

} // namespace lockstep::project
