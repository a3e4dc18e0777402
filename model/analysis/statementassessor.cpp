#include "statementassessor.h"

#include "rules/existencerules.h"
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
    return insert && insert->sources.isEmpty() && !insert->isQuery;
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

plan::Finding findingOf(const rules::Rule &rule, const rules::Verdict &verdict, int line)
{
    return { QLatin1String(rule.id), verdict.severity, verdict.message, 0, line };
}

} // namespace

bool outranks(plan::Effect effect, plan::Effect other)
{
    return effectRank(effect) > effectRank(other);
}

StatementAssessment StatementAssessor::assess(const QString &sql, const rules::Scene &scene,
                                              rules::TransactionFacts &facts)
{
    return assess(sql::parse(sql), sql, scene, facts);
}

StatementAssessment StatementAssessor::assess(const base::Result<sql::Statement> &parsed, const QString &sql,
                                              const rules::Scene &scene, rules::TransactionFacts &facts)
{
    StatementAssessment result;
    if (!parsed.has_value()) {
        m_state.setUncertain();
        assessUnparsed(parsed.error(), scene, &result);
        return result;
    }
    result.statement = std::make_shared<const sql::Statement>(*parsed);
    const sql::Statement &statement = *result.statement;
    const std::vector<Occurrence> occurrences = classify(statement, m_state, m_version);
    Estimator estimator(m_state, m_sizes, *m_rates);
    for (const Occurrence &occurrence : occurrences) {
        // A DELETE in a function is no shorter than one that stands alone.
        const sql::Statement &met = occurrence.statement ? *occurrence.statement : statement;
        addOccurrence(occurrence, met, scene, &result);
        estimator.add(occurrence, met, sql, workOf(occurrence, met));
    }
    result.estimate = estimator.total();
    applyRules(occurrences, sql, scene, facts, &result);
    // What a routine makes is not followed, and what the server refuses is not done.
    const bool isFollowed =
        std::none_of(occurrences.begin(), occurrences.end(),
                     [](const Occurrence &o) {
                         return o.form == Form::Unknown || (o.routine && !leavesSchema(*o.routine));
                     })
        && std::none_of(
            result.findings.begin(), result.findings.end(),
            [](const plan::Finding &finding) { return finding.severity == plan::Severity::Error; })
        && !(statement.as<sql::CreateView>() && rules::saysTemporary(sql));
    follow(statement, isFollowed, result, facts);
    return result;
}

void StatementAssessor::assessUnparsed(const base::Error &error, const rules::Scene &scene,
                                       StatementAssessment *result) const
{
    const bool mayBeNewer = m_version / 10000 > sql::grammarMajor;
    plan::Finding finding;
    finding.rule = mayBeNewer ? QStringLiteral("not-parsed") : QStringLiteral("syntax-error");
    finding.severity = mayBeNewer ? plan::Severity::Warning : plan::Severity::Error;
    finding.message =
        mayBeNewer ? QStringLiteral(
            "This statement is not understood here; the server may know it. ACCESS EXCLUSIVE is assumed.")
                   : error.message;
    finding.line = error.position ? error.position->line : 1;
    result->findings.append(finding);
    result->estimate =
        unknownEstimate(QStringLiteral("The statement is not understood, so nothing is known of its time."));
    // Relations of a step are written as SQL writes them; as a key they only have to print alike.
    for (const QString &relation : scene.relations)
        addLock(Key(QString(), relation), plan::LockMode::AccessExclusive, m_state, result);
}

void StatementAssessor::addLock(const Key &key, plan::LockMode mode, const SchemaState &state,
                                StatementAssessment *result) const
{
    plan::LockMode &known = result->locks[key];
    known = std::max(known, mode);
    if (state.isNew(key))
        return;
    if (!result->strongest || *result->strongest < mode
        || (*result->strongest == mode && key < result->strongestOn))
        result->strongestOn = key;
    result->strongest = std::max(result->strongest.value_or(mode), mode);
    // Nobody writes to a materialized view but another REFRESH.
    const RelationState *relation = state.find(key);
    const bool isReadOnly = relation && relation->kind == RelationKind::MaterializedView;
    const plan::Blocks blocked = plan::blockedBy(mode);
    const bool onlyRefreshes = isReadOnly && blocked == plan::Blocks::Writes;
    result->blocks = std::max(result->blocks, onlyRefreshes ? plan::Blocks::Ddl : blocked);
}

void StatementAssessor::addOccurrence(const Occurrence &occurrence, const sql::Statement &statement,
                                      const rules::Scene &scene, StatementAssessment *result) const
{
    if (occurrence.form == Form::Unknown && occurrence.own.second.isEmpty()) {
        for (const QString &relation : scene.relations)
            addLock(Key(QString(), relation), plan::LockMode::AccessExclusive, m_state, result);
    }
    const SchemaState &state = stateOf(occurrence);
    for (const KeyLock &lock : locksOf(occurrence, state, m_version)) {
        // What planning a query takes on indexes goes with the table's own lock.
        const RelationState *relation = state.find(lock.key);
        const bool isIndex = relation && relation->kind == RelationKind::Index;
        if (!isIndex || lock.mode > plan::LockMode::RowExclusive)
            addLock(lock.key, lock.mode, state, result);
    }

    const plan::Effect effect = effectOf(workOf(occurrence, statement));
    if (outranks(effect, result->effect))
        result->effect = effect;
}

Work StatementAssessor::workOf(const Occurrence &occurrence, const sql::Statement &statement) const
{
    const Work work = entry(occurrence.form).work;
    const SchemaState &state = stateOf(occurrence);
    const bool readsWhatIsNew = work == Work::Data || work == Work::Sample;
    const bool nothingToRead =
        (state.isNew(occurrence.own) && !readsWhatIsNew) || hasNoRowsToRead(occurrence, state);
    return nothingToRead || occurrence.isIdle || isShort(statement) ? Work::Metadata : work;
}

void StatementAssessor::applyRules(const std::vector<Occurrence> &occurrences, const QString &sql,
                                   const rules::Scene &scene, const rules::TransactionFacts &facts,
                                   StatementAssessment *result) const
{
    const rules::StatementInput whole{ scene,   facts,   sql,       *result->statement,
                                       m_state, m_sizes, m_version, *m_rates };
    if (result->statement->isExplained)
        return; // Nothing of it is done.
    // In the order of the statement's parts, and of the registry within each.
    for (const Occurrence &occurrence : occurrences) {
        const sql::Statement &met = occurrence.statement ? *occurrence.statement : *result->statement;
        const rules::StatementInput part{ scene,   facts,     sql,     met, stateOf(occurrence),
                                          m_sizes, m_version, *m_rates };
        const rules::RuleInput input{ part, occurrence };
        for (const rules::Rule &rule : rules::registry()) {
            const auto *check = std::get_if<rules::OccurrenceCheck>(&rule.check);
            if (!check || !rules::speaks(rule, scene))
                continue;
            if (const std::optional<rules::Verdict> verdict = (*check)(input))
                result->findings.append(findingOf(rule, *verdict, occurrence.line));
        }
    }
    for (const rules::Rule &rule : rules::registry()) {
        const auto *check = std::get_if<rules::StatementCheck>(&rule.check);
        if (!check || !rules::speaks(rule, scene))
            continue;
        for (const rules::Verdict &verdict : (*check)(whole))
            result->findings.append(findingOf(rule, verdict, verdict.line));
    }
}

void StatementAssessor::follow(const sql::Statement &statement, bool isFollowed,
                               const StatementAssessment &assessment, rules::TransactionFacts &facts)
{
    if (!isFollowed)
        m_state.setUncertain();
    collectNotValid(statement, m_state, &facts.addedNotValid);
    if (const auto *label = statement.as<sql::AlterEnum>(); label && label->oldLabel.isEmpty())
        facts.newLabels.insert(label->newLabel);
    const auto before = facts.exclusive.size();
    for (auto it = assessment.locks.cbegin(); it != assessment.locks.cend(); ++it) {
        if (m_state.isNew(it.key()))
            continue;
        plan::LockMode &held = facts.held[it.key()];
        const RelationState *relation = m_state.find(it.key());
        const bool isIndex = relation && relation->kind == RelationKind::Index;
        if (it.value() == plan::LockMode::AccessExclusive && held != it.value() && !isIndex)
            facts.exclusive.append(it.key());
        held = std::max(held, it.value());
    }
    std::sort(facts.exclusive.begin() + before, facts.exclusive.end());
    m_state.apply(statement);
}

} // namespace lockstep::analysis
