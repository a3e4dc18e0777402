#pragma once

#include "projectfile.h"

#include <model/plan/planner.h>

#include <QDateTime>

#include <vector>

namespace lockstep::project {

/// One part of one step as the user wrote it, or the whole step as it was generated.
struct SqlEdit
{
    QString stepId;
    plan::SqlPart part = plan::SqlPart::Forward;
    QString sql;
    bool isRevert = false;
};
[[nodiscard]] bool samePlace(const SqlEdit &a, const SqlEdit &b);

/// The plan as generated and as the user changed it since: immutable plans, a position, undo and
/// redo. Knows nothing of threads.
class EditHistory
{
public:
    /// Starts anew with a generated plan and no edits.
    void reset(plan::PlanPtr generated);
    /// Takes a plan with one more edit; forgets what could have been redone. Edits of the same
    /// part within a second are one step back, as typing is in any editor.
    void push(plan::PlanPtr edited, const SqlEdit &edit, const QDateTime &now);
    /// Puts the same steps with more known about them (a proof, new estimates) in place.
    void replaceCurrent(plan::PlanPtr plan);
    /// Every state of the plan, undone ones too, oldest first.
    [[nodiscard]] std::vector<plan::PlanPtr> plans() const;
    /// replaceCurrent() wherever `before` is; false if it is nowhere any more.
    bool replace(const plan::PlanPtr &before, const plan::PlanPtr &plan);
    /// The step whose edit was taken back or done again.
    QString undo();
    QString redo();

    [[nodiscard]] plan::PlanPtr plan() const;
    [[nodiscard]] plan::PlanPtr generated() const;
    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position + 1 < m_entries.size(); }
    /// What undo() would take back: "edit of step s03"; empty if nothing.
    [[nodiscard]] QString undoText() const;
    /// All edits in force, in the order they were made, the last one of each part.
    [[nodiscard]] std::vector<SqlEdit> edits() const;

private:
    struct Entry
    {
        plan::PlanPtr plan;
        SqlEdit edit;
        QDateTime at;
    };
    std::vector<Entry> m_entries;
    size_t m_position = 0;
};

/// An edit and the SQL that was generated where it was made, so that a later plan can tell whether
/// it still fits.
struct AnchoredEdit
{
    SqlEdit edit;
    QString generated; ///< Step::sql and rollback of the generated step, see anchorText().
};

[[nodiscard]] QString anchorText(const plan::Step &step);
[[nodiscard]] std::vector<AnchoredEdit> anchored(const EditHistory &history);
[[nodiscard]] QVector<StepEdit> toStepEdits(const std::vector<AnchoredEdit> &edits);
[[nodiscard]] std::vector<AnchoredEdit> fromStepEdits(const QVector<StepEdit> &edits);

/// The edits, renumbered to the steps of `plan` that have the same generated SQL; those without
/// such a step go to `lost`.
[[nodiscard]] std::vector<SqlEdit> fitted(const std::vector<AnchoredEdit> &edits, const plan::Plan &plan,
                                          std::vector<SqlEdit> *lost);

} // namespace lockstep::project
