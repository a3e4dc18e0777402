#pragma once

#include "estimator.h"
#include "occurrence.h"
#include "rules/scene.h"

#include <memory>

namespace lockstep::analysis {

/// What is known of one statement.
struct StatementAssessment
{
    QHash<Key, plan::LockMode> locks; ///< Strongest lock a relation.
    plan::Blocks blocks = plan::Blocks::Nothing; ///< Of relations that others know.
    std::optional<plan::LockMode> strongest; ///< On one of those.
    Key strongestOn; ///< The first of them by name.
    plan::Effect effect = plan::Effect::Instant;
    plan::Estimate estimate;
    QVector<plan::Finding> findings; ///< Their statement is 0.
    /// Null where it is not understood.
    std::shared_ptr<const sql::Statement> statement;
};

/// True if the first takes longer, or does more, than the second.
[[nodiscard]] bool outranks(plan::Effect effect, plan::Effect other);

/// Assesses one statement after the other and carries the schema along. Not thread-safe.
class StatementAssessor
{
public:
    /// State and sizes must outlive it; no rates are the default ones.
    StatementAssessor(SchemaState &state, const Sizes &sizes, int serverVersion, RatesPtr rates = {})
        : m_state(state)
        , m_sizes(sizes)
        , m_version(serverVersion)
        , m_rates(rates ? std::move(rates) : defaultRates())
    { }

    /// `facts` tells what the transaction has done before, and is brought up to date.
    [[nodiscard]] StatementAssessment assess(const QString &sql, const rules::Scene &scene,
                                             rules::TransactionFacts &facts);
    /// The same of one that is parsed already, or does not parse.
    [[nodiscard]] StatementAssessment assess(const base::Result<sql::Statement> &parsed, const QString &sql,
                                             const rules::Scene &scene, rules::TransactionFacts &facts);

private:
    void assessUnparsed(const base::Error &error, const rules::Scene &scene,
                        StatementAssessment *result) const;
    void addOccurrence(const Occurrence &occurrence, const sql::Statement &statement,
                       const rules::Scene &scene, StatementAssessment *result) const;
    [[nodiscard]] Work workOf(const Occurrence &occurrence, const sql::Statement &statement) const;
    void applyRules(const std::vector<Occurrence> &occurrences, const QString &sql, const rules::Scene &scene,
                    const rules::TransactionFacts &facts, StatementAssessment *result) const;
    void follow(const sql::Statement &statement, bool isFollowed, const StatementAssessment &assessment,
                rules::TransactionFacts &facts);
    void addLock(const Key &key, plan::LockMode mode, const SchemaState &state,
                 StatementAssessment *result) const;
    [[nodiscard]] const SchemaState &stateOf(const Occurrence &occurrence) const
    {
        return occurrence.before ? *occurrence.before : m_state;
    }

    SchemaState &m_state;
    const Sizes &m_sizes;
    const int m_version;
    const RatesPtr m_rates;
};

} // namespace lockstep::analysis
