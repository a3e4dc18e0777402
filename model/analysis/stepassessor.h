#pragma once

#include "estimator.h"
#include "occurrence.h"

#include <QSet>

namespace lockstep::analysis {

/// Assesses one step after the other, carrying the schema along.
class StepAssessor
{
public:
    StepAssessor(const plan::Plan &plan, const schema::CatalogPtr &current, const AnalysisOptions &options);

    [[nodiscard]] plan::Assessment assess(const plan::Step &step);

private:
    /// What one statement adds to its step.
    struct Share
    {
        plan::Estimate estimate;
        plan::Blocks blocks = plan::Blocks::Nothing;
        plan::LockMode strongest = plan::LockMode::AccessShare;
        bool locks = false;
    };
    void assessStatement(const plan::Step &step, int index, const QString &sql, plan::Assessment *result);
    void assessUnparsed(const plan::Step &step, int index, const base::Error &error,
                        plan::Assessment *result);
    void assessBackfill(const plan::Step &step, plan::Assessment *result);
    void addOccurrence(const plan::Step &step, const sql::Statement &statement, const Occurrence &occurrence,
                       int index, plan::Assessment *result);
    [[nodiscard]] plan::Estimate estimateAttach(const Occurrence &attach) const;
    void addLock(const Key &key, plan::LockMode mode);
    void raiseShare(const Key &key, plan::LockMode mode);
    void finish(const plan::Step &step, plan::Assessment *result);
    [[nodiscard]] qint64 holdMs(const plan::Step &step, plan::LockMode strongest) const;

    const plan::Plan &m_plan;
    const int m_version;
    SchemaState m_state;
    Sizes m_sizes;
    // Of the step that is being assessed:
    QHash<Key, plan::LockMode> m_locks;
    QVector<Share> m_shares;
    QSet<QString> m_addedNotValid;
};

} // namespace lockstep::analysis
