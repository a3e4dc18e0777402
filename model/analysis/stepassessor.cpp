#include "stepassessor.h"

#include "rules/rule.h"

#include <model/sql/parser.h>

#include <algorithm>

namespace lockstep::analysis {

namespace {

int effectRank(plan::Effect effect)
{
    switch (effect) {
    case plan::Effect::Instant: return 0;
    case plan::Effect::Wait: return 1;
    case plan::Effect::Scan: return 2;
    case plan::Effect::IndexBuild: return 3;
    case plan::Effect::Batched: return 4;
    case plan::Effect::Rewrite: return 5;
    }
    return 0;
}

/// A statement that only reads or writes rows of relations nobody said the size of is short here:
/// a verification or a lookup, not a pass over a table.
bool isShort(const sql::Statement &statement)
{
    const auto *insert = statement.as<sql::Insert>();
    return insert && insert->sources.isEmpty();
}

/// Rows of one table go to another one.
bool isCopy(const sql::Statement &statement)
{
    const auto *insert = statement.as<sql::Insert>();
    return insert && insert->sources.size() == 1;
}

/// A partitioned table has no rows of its own, a sequence has one.
bool hasNoRowsToRead(const Occurrence &occurrence, const SchemaState &state)
{
    const RelationState *own = state.find(occurrence.own);
    return own && (own->kind == RelationKind::Sequence || (occurrence.only && own->isPartitioned));
}

void collectNotValid(const sql::Statement &statement, const SchemaState &state, QSet<QString> *added)
{
    const auto *alter = statement.as<sql::AlterTable>();
    if (!alter)
        return;
    const QString table = display(state.resolve(alter->relation));
    for (const sql::Subcommand &command : alter->commands) {
        const auto *add = std::get_if<sql::AddConstraint>(&command.detail);
        if (add && add->constraint.notValid)
            added->insert(table + QLatin1Char(' ') + add->constraint.name);
    }
}

} // namespace

StepAssessor::StepAssessor(const plan::Plan &plan, const schema::CatalogPtr &current,
                           const AnalysisOptions &options)
    : m_plan(plan)
    , m_version(options.serverVersion > 0 ? options.serverVersion : plan.serverVersion)
    , m_state(current)
    , m_sizes(options, plan.intents)
{ }

plan::Assessment StepAssessor::assess(const plan::Step &step)
{
    plan::Assessment result;
    result.analysed = true;
    m_locks.clear();
    m_shares.clear();
    m_addedNotValid.clear();
    switch (step.kind) {
    case plan::StepKind::Gate:
        result.estimate.basis = QStringLiteral("A person decides; no time is counted.");
        return result;
    case plan::StepKind::Backfill: assessBackfill(step, &result); break;
    case plan::StepKind::Verify:
        for (const plan::Verification &verification : step.verify)
            assessStatement(step, 0, verification.sql, &result);
        [[fallthrough]];
    case plan::StepKind::Ddl:
        for (int i = 0; i < step.sql.size(); ++i)
            assessStatement(step, i, step.sql.at(i), &result);
        break;
    }
    finish(step, &result);
    return result;
}

void StepAssessor::assessStatement(const plan::Step &step, int index, const QString &sql,
                                   plan::Assessment *result)
{
    const base::Result<sql::Statement> statement = sql::parse(sql);
    m_shares.append(Share());
    if (!statement.has_value()) {
        assessUnparsed(step, index, statement.error(), result);
        return;
    }
    for (const Occurrence &occurrence : classify(*statement, m_state, m_version))
        addOccurrence(step, *statement, occurrence, index, result);
    if (m_shares.last().estimate.basis.isEmpty())
        m_shares.last().estimate = estimateWork(Work::Metadata, {}, {});
    collectNotValid(*statement, m_state, &m_addedNotValid);
    m_state.apply(*statement);
}

void StepAssessor::assessUnparsed(const plan::Step &step, int index, const base::Error &error,
                                  plan::Assessment *result)
{
    const bool mayBeNewer = m_version / 10000 > sql::grammarMajor;
    plan::Finding finding;
    finding.rule = mayBeNewer ? QStringLiteral("not-parsed") : QStringLiteral("syntax-error");
    finding.severity = mayBeNewer ? plan::Severity::Warning : plan::Severity::Error;
    finding.message =
        mayBeNewer ? QStringLiteral(
            "This statement is not understood here; the server may know it. ACCESS EXCLUSIVE is assumed.")
                   : error.message;
    finding.statement = index;
    finding.line = error.position ? error.position->line : 1;
    result->findings.append(finding);
    result->analysed = false;
    m_shares.last().estimate = estimateWork(Work::Metadata, {}, {});
    m_shares.last().estimate.basis =
        QStringLiteral("The statement is not understood, so nothing is known of its time.");
    for (const QString &relation : step.relations) {
        // Relations of a step are written as SQL writes them; as a key they only have to print alike.
        m_locks.insert(Key(QString(), relation), plan::LockMode::AccessExclusive);
        raiseShare(Key(QString(), relation), plan::LockMode::AccessExclusive);
    }
}

void StepAssessor::addLock(const Key &key, plan::LockMode mode)
{
    plan::LockMode &known = m_locks[key];
    known = std::max(known, mode);
    raiseShare(key, mode);
}

void StepAssessor::raiseShare(const Key &key, plan::LockMode mode)
{
    if (m_state.isNew(key))
        return;
    Share &share = m_shares.last();
    share.locks = true;
    share.strongest = std::max(share.strongest, mode);
    share.blocks = std::max(share.blocks, plan::blockedBy(mode));
}

void StepAssessor::addOccurrence(const plan::Step &step, const sql::Statement &statement,
                                 const Occurrence &occurrence, int index, plan::Assessment *result)
{
    if (occurrence.form == Form::Unknown && occurrence.own.second.isEmpty()) {
        for (const QString &relation : step.relations)
            addLock(Key(QString(), relation), plan::LockMode::AccessExclusive);
    }
    for (const KeyLock &lock : locksOf(occurrence, m_state, m_version))
        addLock(lock.key, lock.mode);

    Work work = entry(occurrence.form).work;
    const bool nothingToRead =
        (m_state.isNew(occurrence.own) && work != Work::Data) || hasNoRowsToRead(occurrence, m_state);
    if (nothingToRead || isShort(statement))
        work = Work::Metadata;
    if (effectRank(effectOf(work)) > effectRank(result->effect))
        result->effect = effectOf(work);
    const Key sized =
        occurrence.form == Form::AttachPartition || isCopy(statement) ? occurrence.others.value(0)
        : occurrence.form == Form::AlterDomainScan                    ? occurrence.dependents.value(0)
        : occurrence.form == Form::CreateTableFrom || occurrence.form == Form::CreateMaterializedView
            ? occurrence.others.value(0)
            : occurrence.own;
    plan::Estimate estimate = estimateWork(work, display(sized), m_sizes.of(sized, m_state));
    if (occurrence.form == Form::AttachPartition)
        estimate = estimateAttach(occurrence);
    plan::Estimate &total = m_shares.last().estimate;
    // Further catalog work in the same statement costs next to nothing.
    if (total.basis.isEmpty() || work != Work::Metadata)
        total = total.basis.isEmpty() || total.likelyMs <= metadataLikelyMs ? estimate : sum(total, estimate);

    const rules::RuleInput input{ m_plan,  step,    statement, occurrence,
                                  m_state, m_sizes, m_version, m_addedNotValid };
    for (const rules::Rule &rule : rules::registry()) {
        if (const std::optional<rules::Verdict> verdict = rule.check(input))
            result->findings.append(
                { QLatin1String(rule.id), verdict->severity, verdict->message, index, occurrence.line });
    }
}

/// The partition is read, and so is the DEFAULT partition: rows of either may break the new bound.
plan::Estimate StepAssessor::estimateAttach(const Occurrence &attach) const
{
    plan::Estimate estimate;
    const Key partition = attach.others.value(0);
    if (!m_state.isNew(partition) && !m_state.checksBound(partition, attach.own))
        estimate = estimateWork(Work::Scan, display(partition), m_sizes.of(partition, m_state));
    const Key fallback = m_state.defaultPartition(attach.own);
    if (!fallback.second.isEmpty() && !m_state.isNew(fallback)
        && !m_state.excludesBound(fallback, attach.own))
        estimate = sum(estimate, estimateWork(Work::Scan, display(fallback), m_sizes.of(fallback, m_state)));
    return estimate.basis.isEmpty() ? estimateWork(Work::Metadata, {}, {}) : estimate;
}

void StepAssessor::assessBackfill(const plan::Step &step, plan::Assessment *result)
{
    result->effect = plan::Effect::Batched;
    m_shares.append(Share());
    if (!step.backfill) {
        result->analysed = false;
        return;
    }
    const Key table = keyOf(step.backfill->table);
    const bool isCopy = !step.backfill->into.name.isEmpty();
    addLock(table, isCopy ? plan::LockMode::RowShare : plan::LockMode::RowExclusive);
    if (isCopy)
        addLock(keyOf(step.backfill->into), plan::LockMode::RowExclusive);
    m_shares.last().estimate = estimateBackfill(display(table), m_sizes.of(table, m_state));
}

qint64 StepAssessor::holdMs(const plan::Step &step, plan::LockMode strongest) const
{
    qint64 held = 0;
    bool taken = false;
    for (const Share &share : m_shares) {
        const bool takes = share.locks && share.strongest == strongest;
        if (step.transaction == plan::TransactionMode::None) {
            held = takes ? std::max(held, share.estimate.likelyMs) : held;
            continue;
        }
        taken |= takes;
        held += taken ? share.estimate.likelyMs : 0;
    }
    return held;
}

void StepAssessor::finish(const plan::Step &step, plan::Assessment *result)
{
    bool locksAny = false;
    plan::LockMode strongest = plan::LockMode::AccessShare;
    for (const Share &share : std::as_const(m_shares)) {
        result->estimate = sum(result->estimate, share.estimate);
        result->blocks = std::max(result->blocks, share.blocks);
        strongest = std::max(strongest, share.strongest);
        locksAny |= share.locks;
    }
    for (auto it = m_locks.cbegin(); it != m_locks.cend(); ++it) {
        const QString name = it.key().first.isEmpty() ? it.key().second : display(it.key());
        result->locks.append({ name, it.value() });
    }
    std::sort(
        result->locks.begin(), result->locks.end(),
        [](const plan::RelationLock &a, const plan::RelationLock &b) { return a.relation < b.relation; });
    if (step.kind == plan::StepKind::Backfill)
        result->lockHoldMs = std::min<qint64>(result->estimate.likelyMs, backfillBatchMs);
    else
        result->lockHoldMs = locksAny ? holdMs(step, strongest) : 0;
    if (result->estimate.basis.isEmpty())
        result->estimate = estimateWork(Work::Metadata, {}, {});
}

} // namespace lockstep::analysis
