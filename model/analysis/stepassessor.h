#pragma once

#include "statementassessor.h"

namespace lockstep::analysis {

/// Assesses one step after the other, carrying the schema along.
class StepAssessor
{
public:
    StepAssessor(const plan::Plan &plan, const schema::CatalogPtr &current, const AnalysisOptions &options);

    [[nodiscard]] plan::Assessment assess(const plan::Step &step);

private:
    void assessStatement(const plan::Step &step, int index, const QString &sql, plan::Assessment *result);
    void assessBackfill(const plan::Step &step, plan::Assessment *result);
    void addLock(const Key &key, plan::LockMode mode);
    void finish(const plan::Step &step, plan::Assessment *result);
    [[nodiscard]] qint64 holdMs(const plan::Step &step, plan::LockMode strongest) const;

    const plan::Plan &m_plan;
    SchemaState m_state;
    const Sizes m_sizes;
    const RatesPtr m_rates;
    const int m_version;
    const QSet<QString> m_requested; ///< Rules.
    StatementAssessor m_statements;
    // Of the step that is being assessed:
    QHash<Key, plan::LockMode> m_locks;
    QVector<StatementAssessment> m_parts;
    rules::TransactionFacts m_facts;
};

} // namespace lockstep::analysis
