#pragma once

#include <model/analysis/checklist.h>
#include <model/diff/changeset.h>
#include <model/execution/runevents.h>
#include <model/plan/edits/planedit.h>
#include <model/plan/plan.h>
#include <model/plan/strategyinfo.h>

#include <QString>

/// The words for enums as the window says them, translated. Names for files and the command line
/// are the model's own (plan::name and the like).
namespace lockstep::items {

/// As ChangeKindRole numbers them.
enum class ChangeStatus { Created, Dropped, Altered, Renamed, Identical, NotCompared };
inline constexpr int changeStatusCount = int(ChangeStatus::NotCompared) + 1;

[[nodiscard]] QString words(plan::Phase phase); ///< "expand"
[[nodiscard]] QString words(plan::StepKind kind); ///< "backfill"
[[nodiscard]] QString words(plan::Blocks blocks); ///< "reads and writes"
[[nodiscard]] QString blocksSentence(plan::Blocks blocks); ///< "blocks reads and writes"
[[nodiscard]] QString words(plan::Effect effect); ///< "builds an index"
[[nodiscard]] QString words(plan::Severity severity); ///< "warning"
[[nodiscard]] QString words(analysis::CheckVerdict verdict); ///< "needs attention"
[[nodiscard]] QString words(plan::Policy policy); ///< "Zero downtime"
[[nodiscard]] QString words(execution::StepState state); ///< "waiting for a lock"
[[nodiscard]] QString words(execution::RunState state);
[[nodiscard]] QString words(execution::EventLevel level); ///< "slowed"
[[nodiscard]] QString words(ChangeStatus status); ///< "new"
[[nodiscard]] QString words(schema::Kind kind); ///< "materialized view"
/// Proof of this plan as one line: "Proved, forward and back".
[[nodiscard]] QString proofWords(const plan::Plan &plan);

[[nodiscard]] ChangeStatus statusOf(const diff::Change &change);

/// The strongest lock of a step as its column says it: "SHARE ROW EXCLUSIVE \u00d7 2"; empty for none.
[[nodiscard]] QString strongestLockText(const plan::Step &step);
/// Its tables without the schema "public", as the Table column lists them.
[[nodiscard]] QString tablesText(const plan::Step &step);
/// "Step 5, Fill users.tier, blocks nothing, about 4 min 12 s": what a screen reader says. Number 0: switched
/// off.
[[nodiscard]] QString spokenText(const plan::Step &step, int number);
/// Why a step cannot stand somewhere; empty where it can.
[[nodiscard]] QString whyNotMoved(const plan::Plan &plan, const plan::MoveVerdict &verdict);
/// What it means that a step is switched off, naming what needs it.
[[nodiscard]] QString switchedOffText(const plan::Plan &plan, const plan::OffStep &off);
/// -1 where there are no findings, else the worst severity as int.
[[nodiscard]] int worstSeverity(const plan::Assessment &assessment);

} // namespace lockstep::items
