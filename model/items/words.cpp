#include "words.h"

#include "format.h"

#include <QCoreApplication>

#include <algorithm>

namespace lockstep::items {

namespace {

struct WordsTr
{
    Q_DECLARE_TR_FUNCTIONS(lockstep::items::Words)
};

} // namespace

QString words(plan::Phase phase)
{
    switch (phase) {
    case plan::Phase::Expand: return WordsTr::tr("expand");
    case plan::Phase::Backfill: return WordsTr::tr("backfill");
    case plan::Phase::Validate: return WordsTr::tr("validate");
    case plan::Phase::Switch: return WordsTr::tr("switch");
    case plan::Phase::Contract: return WordsTr::tr("contract");
    }
    return {};
}

QString words(plan::StepKind kind)
{
    switch (kind) {
    case plan::StepKind::Ddl: return WordsTr::tr("change");
    case plan::StepKind::Backfill: return WordsTr::tr("backfill");
    case plan::StepKind::Verify: return WordsTr::tr("verification");
    case plan::StepKind::Gate: return WordsTr::tr("gate");
    }
    return {};
}

QString words(plan::Blocks blocks)
{
    switch (blocks) {
    case plan::Blocks::Nothing: return WordsTr::tr("nothing");
    case plan::Blocks::Ddl: return WordsTr::tr("other schema changes and vacuum");
    case plan::Blocks::Writes: return WordsTr::tr("writes");
    case plan::Blocks::ReadsAndWrites: return WordsTr::tr("reads and writes");
    }
    return {};
}

QString blocksSentence(plan::Blocks blocks)
{
    switch (blocks) {
    case plan::Blocks::Nothing: return WordsTr::tr("blocks nothing");
    case plan::Blocks::Ddl: return WordsTr::tr("blocks other schema changes and vacuum");
    case plan::Blocks::Writes: return WordsTr::tr("blocks writes");
    case plan::Blocks::ReadsAndWrites: return WordsTr::tr("blocks reads and writes");
    }
    return {};
}

QString words(plan::Effect effect)
{
    switch (effect) {
    case plan::Effect::Instant: return WordsTr::tr("instant");
    case plan::Effect::Scan: return WordsTr::tr("reads the table");
    case plan::Effect::IndexBuild: return WordsTr::tr("builds an index");
    case plan::Effect::Rewrite: return WordsTr::tr("rewrites the table");
    case plan::Effect::Wait: return WordsTr::tr("waits");
    case plan::Effect::Batched: return WordsTr::tr("in batches");
    }
    return {};
}

QString words(plan::Severity severity)
{
    switch (severity) {
    case plan::Severity::Info: return WordsTr::tr("note");
    case plan::Severity::Warning: return WordsTr::tr("warning");
    case plan::Severity::Error: return WordsTr::tr("error");
    }
    return {};
}

QString words(analysis::CheckVerdict verdict)
{
    switch (verdict) {
    case analysis::CheckVerdict::Ok: return WordsTr::tr("ok");
    case analysis::CheckVerdict::NotKnown: return WordsTr::tr("not known");
    case analysis::CheckVerdict::Attention: return WordsTr::tr("needs attention");
    case analysis::CheckVerdict::Stop: return WordsTr::tr("stops the run");
    }
    return {};
}

QString words(plan::Policy policy)
{
    switch (policy) {
    case plan::Policy::ZeroDowntime: return WordsTr::tr("Zero downtime");
    case plan::Policy::Window: return WordsTr::tr("Maintenance window");
    }
    return {};
}

QString words(execution::StepState state)
{
    switch (state) {
    case execution::StepState::Pending: return WordsTr::tr("waiting");
    case execution::StepState::Intent: return WordsTr::tr("about to start");
    case execution::StepState::Running: return WordsTr::tr("running");
    case execution::StepState::WaitingLock: return WordsTr::tr("waiting for a lock");
    case execution::StepState::Paused: return WordsTr::tr("paused");
    case execution::StepState::WaitingGate: return WordsTr::tr("waits for you");
    case execution::StepState::Done: return WordsTr::tr("done");
    case execution::StepState::Failed: return WordsTr::tr("failed");
    case execution::StepState::Undone: return WordsTr::tr("taken back");
    case execution::StepState::Skipped: return WordsTr::tr("skipped");
    }
    return {};
}

QString words(execution::RunState state)
{
    switch (state) {
    case execution::RunState::NotStarted: return WordsTr::tr("not started");
    case execution::RunState::Checking: return WordsTr::tr("checking the database");
    case execution::RunState::Running: return WordsTr::tr("running");
    case execution::RunState::WaitingLock: return WordsTr::tr("waiting for a lock");
    case execution::RunState::Throttled: return WordsTr::tr("slowed");
    case execution::RunState::Paused: return WordsTr::tr("paused");
    case execution::RunState::WaitingGate: return WordsTr::tr("waits for you at a gate");
    case execution::RunState::Stopping: return WordsTr::tr("stopping");
    case execution::RunState::Stopped: return WordsTr::tr("stopped, can be resumed");
    case execution::RunState::Failed: return WordsTr::tr("failed");
    case execution::RunState::Done: return WordsTr::tr("done");
    case execution::RunState::RollingBack: return WordsTr::tr("rolling back");
    case execution::RunState::RolledBack: return WordsTr::tr("rolled back");
    }
    return {};
}

QString words(execution::EventLevel level)
{
    switch (level) {
    case execution::EventLevel::Info: return WordsTr::tr("info");
    case execution::EventLevel::Done: return WordsTr::tr("done");
    case execution::EventLevel::Retry: return WordsTr::tr("retry");
    case execution::EventLevel::Slowed: return WordsTr::tr("slowed");
    case execution::EventLevel::Warning: return WordsTr::tr("warning");
    case execution::EventLevel::Error: return WordsTr::tr("error");
    }
    return {};
}

QString words(ChangeStatus status)
{
    switch (status) {
    case ChangeStatus::Created: return WordsTr::tr("new");
    case ChangeStatus::Dropped: return WordsTr::tr("dropped");
    case ChangeStatus::Altered: return WordsTr::tr("changed");
    case ChangeStatus::Renamed: return WordsTr::tr("renamed");
    case ChangeStatus::Identical: return WordsTr::tr("identical");
    case ChangeStatus::NotCompared: return WordsTr::tr("cannot be compared");
    }
    return {};
}

QString proofWords(const plan::Plan &plan)
{
    const bool isOfThis = plan.proof.planDigest == plan.digest();
    if (isOfThis && plan.proof.status == plan::ProofStatus::Proved)
        return WordsTr::tr("Proved, forward and back");
    if (!isOfThis && plan.proof.status == plan::ProofStatus::Failed)
        return WordsTr::tr("Changed since the proof");
    switch (plan.proof.status) {
    case plan::ProofStatus::None: return WordsTr::tr("Not proved yet");
    case plan::ProofStatus::Skipped: return WordsTr::tr("Proof skipped");
    case plan::ProofStatus::Failed: return WordsTr::tr("Proof failed");
    case plan::ProofStatus::Proved: return WordsTr::tr("Changed since the proof");
    }
    return {};
}

ChangeStatus statusOf(const diff::Change &change)
{
    return std::visit(base::Overloaded{
                          [](const diff::Created &) { return ChangeStatus::Created; },
                          [](const diff::Dropped &) { return ChangeStatus::Dropped; },
                          [](const diff::Altered &) { return ChangeStatus::Altered; },
                          [](const diff::Renamed &) { return ChangeStatus::Renamed; },
                      },
                      change);
}

QString strongestLockText(const plan::Step &step)
{
    if (step.kind == plan::StepKind::Gate)
        return WordsTr::tr("a person confirms");
    const auto &locks = step.assessment.locks;
    if (locks.isEmpty())
        return step.assessment.analysed ? WordsTr::tr("none") : WordsTr::tr("not known");
    const auto strongest = std::max_element(locks.begin(), locks.end(),
                                            [](const auto &a, const auto &b) { return a.mode < b.mode; });
    const auto count = std::count_if(locks.begin(), locks.end(), [&](const plan::RelationLock &lock) {
        return lock.mode == strongest->mode;
    });
    const QString mode = plan::name(strongest->mode);
    if (step.kind == plan::StepKind::Backfill && step.assessment.lockHoldMs > 0)
        return WordsTr::tr("%1, %2 a batch").arg(mode, durationText(double(step.assessment.lockHoldMs)));
    return count > 1
               ? WordsTr::tr("%1 %3 %2", "lock mode times how many").arg(mode).arg(count).arg(QChar(0xd7))
               : mode;
}

QString tablesText(const plan::Step &step)
{
    QStringList names;
    for (QString relation : step.relations) {
        if (relation.startsWith(QLatin1String("public.")))
            relation.remove(0, 7);
        names.append(relation);
    }
    return names.join(QStringLiteral(", "));
}

QString spokenText(const plan::Step &step, int number)
{
    if (number == 0)
        return WordsTr::tr("%1, switched off").arg(step.title);
    if (step.kind == plan::StepKind::Gate)
        return WordsTr::tr("Step %1, gate: %2, a person confirms").arg(number).arg(step.title);
    return WordsTr::tr("Step %1, %2, %3, about %4")
        .arg(QString::number(number), step.title, blocksSentence(step.assessment.blocks),
             durationText(double(step.assessment.estimate.likelyMs)));
}

QString whyNotMoved(const plan::Plan &plan, const plan::MoveVerdict &verdict)
{
    const plan::Step *other = plan.find(verdict.other);
    if (!other || verdict.obstacle == plan::MoveObstacle::None)
        return {};
    const QString number = QString::number(other - plan.steps.constData() + 1);
    switch (verdict.obstacle) {
    case plan::MoveObstacle::Needs:
        return WordsTr::tr("It must come after step %1, which it needs: %2.").arg(number, other->title);
    case plan::MoveObstacle::NeededBy:
        return WordsTr::tr("It must come before step %1, which needs it: %2.").arg(number, other->title);
    case plan::MoveObstacle::BeforeGate:
        return WordsTr::tr("It must come before the gate that is step %1: what is confirmed there needs it.")
            .arg(number);
    case plan::MoveObstacle::NotThere:
    case plan::MoveObstacle::None: break;
    }
    return {};
}

QString switchedOffText(const plan::Plan &plan, const plan::OffStep &off)
{
    QStringList users;
    for (const QString &id : off.neededBy) {
        const plan::Step *step = plan.find(id);
        if (step)
            users += WordsTr::tr("%1 %2", "step number and title")
                         .arg(QString::number(step - plan.steps.constData() + 1), step->title);
    }
    const QString sentence =
        WordsTr::tr("\u201c%1\u201d is switched off, so the plan does not reach its target any more.")
            .arg(off.step.title);
    return users.isEmpty()
               ? sentence
               : WordsTr::tr("%1 Steps that need it: %2.").arg(sentence, users.join(QStringLiteral(", ")));
}

int worstSeverity(const plan::Assessment &assessment)
{
    int worst = -1;
    for (const plan::Finding &finding : assessment.findings)
        worst = std::max(worst, int(finding.severity));
    return worst;
}

} // namespace lockstep::items
